use twilio_capability_rules::string::{StringError, StringRule};

use super::client_name::ClientName;
use super::escape::escaped;
use super::string_value::string_value;

string_value! {
    /// The user that a token is for: any string that is not empty and has no control characters.
    ///
    /// A token with a Voice grant needs a [`VoiceIdentity`] instead, because Twilio has a stricter rule for Voice.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::Identity;
    ///
    /// const ZOE: Identity = Identity::from_static("zoë@example.com");
    ///
    /// let error = "zoë\n".parse::<Identity>().unwrap_err();
    /// assert_eq!(error.to_string(), "character 4 of this identity is a line break");
    /// ```
    Identity, StringError, [StringRule::IDENTITY.check], "identity", "john@example.com", ""
}

string_value! {
    /// The user that a token with a Voice grant is for: 1 to 121 letters (`A-Z`, `a-z`), digits and underscores.
    ///
    /// It is the name that receives calls and that calls come from. It follows the same rule as the
    /// [`ClientName`](crate::ClientName) of a capability token. [`VoiceIdentity::escaped`] makes one from any user name.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::VoiceIdentity;
    ///
    /// const JOHN: VoiceIdentity = VoiceIdentity::from_static("john");
    ///
    /// let error = "john@example.com".parse::<VoiceIdentity>().unwrap_err();
    /// assert_eq!(error.to_string(), "character 5 of this Voice identity is `@`");
    /// ```
    VoiceIdentity, StringError, [StringRule::VOICE_IDENTITY.check], "Voice identity", "john_2", "a b"
}

escaped!(VoiceIdentity, "Voice identity");

impl From<VoiceIdentity> for Identity {
    /// Every identity that Voice accepts is a valid identity.
    fn from(identity: VoiceIdentity) -> Self {
        Self(identity.0)
    }
}

impl From<&VoiceIdentity> for Identity {
    fn from(identity: &VoiceIdentity) -> Self {
        identity.clone().into()
    }
}

impl TryFrom<Identity> for VoiceIdentity {
    type Error = StringError;

    fn try_from(identity: Identity) -> Result<Self, Self::Error> {
        StringRule::VOICE_IDENTITY.check(&identity.0)?;
        Ok(Self(identity.0))
    }
}

impl TryFrom<&Identity> for VoiceIdentity {
    type Error = StringError;

    fn try_from(identity: &Identity) -> Result<Self, Self::Error> {
        identity.clone().try_into()
    }
}

impl TryFrom<ClientName> for VoiceIdentity {
    type Error = StringError;

    /// Fails only for a name that [`ClientName::lenient`](ClientName::lenient) made and that breaks the strict rule.
    fn try_from(name: ClientName) -> Result<Self, Self::Error> {
        StringRule::VOICE_IDENTITY.check(&name.0)?;
        Ok(Self(name.0))
    }
}

impl TryFrom<&ClientName> for VoiceIdentity {
    type Error = StringError;

    /// Fails only for a name that [`ClientName::lenient`](ClientName::lenient) made and that breaks the strict rule.
    fn try_from(name: &ClientName) -> Result<Self, Self::Error> {
        name.clone().try_into()
    }
}

impl From<VoiceIdentity> for ClientName {
    /// Cannot fail, because both types follow the same rule.
    fn from(identity: VoiceIdentity) -> Self {
        Self(identity.0)
    }
}

impl From<&VoiceIdentity> for ClientName {
    fn from(identity: &VoiceIdentity) -> Self {
        identity.clone().into()
    }
}

impl From<ClientName> for Identity {
    /// Every client name is an identity, a lenient one too.
    fn from(name: ClientName) -> Self {
        Self(name.0)
    }
}

impl From<&ClientName> for Identity {
    fn from(name: &ClientName) -> Self {
        name.clone().into()
    }
}

impl TryFrom<Identity> for ClientName {
    type Error = StringError;

    /// Fails for an identity that is not letters, digits and underscores; [`ClientName::escaped`](ClientName::escaped)
    /// makes a name from any identity.
    fn try_from(identity: Identity) -> Result<Self, Self::Error> {
        identity.into_string().try_into()
    }
}

impl TryFrom<&Identity> for ClientName {
    type Error = StringError;

    fn try_from(identity: &Identity) -> Result<Self, Self::Error> {
        identity.clone().try_into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identities_convert_if_the_rule_allows_it() {
        let john = Identity::from(VoiceIdentity::from_static("john"));
        assert_eq!(VoiceIdentity::try_from(john).unwrap().as_str(), "john");
        assert!(VoiceIdentity::try_from(Identity::from_static("zoë")).is_err());
        let lenient = ClientName::lenient("zoë").unwrap();
        assert!(VoiceIdentity::try_from(lenient).is_err());
        assert!(VoiceIdentity::try_from(&Identity::from_static("a b")).is_err());

        let john = VoiceIdentity::from_static("john");
        let name = ClientName::from(&john);
        assert_eq!((name.as_str(), ClientName::from(john)), ("john", name.clone()));
        assert_eq!(VoiceIdentity::try_from(&name).unwrap(), "john");
        assert_eq!(Identity::from(&name), "john");
        assert_eq!(Identity::from(ClientName::lenient("zoë").unwrap()), "zoë");
        assert_eq!(ClientName::try_from(&Identity::from_static("john")).unwrap(), name);
        assert!(ClientName::try_from(Identity::from_static("zoë")).is_err());
        assert_eq!(serde_json::from_str::<Identity>("\"zoë\"").unwrap().as_str(), "zoë");
    }
}
