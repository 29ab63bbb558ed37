use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::str::FromStr;

use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};
use twilio_capability_rules::sid::{self, SidError, SidKind};

use super::deserialize::deserialize_str;
use super::text_traits::text_traits;
use crate::sealed::Sealed;

/// A SID of the kind `K`: two letters for the kind, and 32 hexadecimal digits.
///
/// The kind is part of the type, so the compiler refuses a SID of another kind. It has 34 bytes, is `Copy` and always
/// valid. Each kind has an alias, such as [`AccountSid`] and [`ApplicationSid`].
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::{AccountSid, ApplicationSid};
///
/// // In a constant a mistake is a compile error.
/// const APPLICATION: ApplicationSid = ApplicationSid::from_static("AP00000000000000000000000000000000");
///
/// // At run time it is a typed error.
/// let error = "AP00000000000000000000000000000000".parse::<AccountSid>().unwrap_err();
/// assert_eq!(error.to_string(), "this is an application SID, not an account SID");
/// assert_eq!(APPLICATION.as_str().len(), 34);
/// ```
pub struct Sid<K> {
    text: [u8; sid::LEN],
    kind: PhantomData<fn() -> K>,
}

impl<K> Sid<K> {
    fn text(&self) -> &str {
        // All bytes are ASCII, so this never uses the default.
        str::from_utf8(&self.text).unwrap_or_default()
    }
}

impl<K: Kind> Sid<K> {
    /// Creates a SID from a string literal.
    ///
    /// # Panics
    ///
    /// If `s` is not a SID of this kind. In a `const` that is a compile error.
    ///
    /// ```compile_fail
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::AccountSid;
    ///
    /// const ACCOUNT: AccountSid = AccountSid::from_static("AC0000000000000000000000000000000O");
    /// ```
    #[must_use]
    #[track_caller]
    #[expect(clippy::panic, reason = "the panic is documented, and the function is for constants")]
    pub const fn from_static(s: &'static str) -> Self {
        match Self::new(s) {
            Ok(sid) => sid,
            Err(error) => panic!("{}", error.report(s).as_str()),
        }
    }

    /// The SID as a string.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::AccountSid;
    ///
    /// let account: AccountSid = "AC00000000000000000000000000000000".parse()?;
    /// assert_eq!(account.as_str(), "AC00000000000000000000000000000000");
    /// # Ok::<(), twilio_capability::SidError>(())
    /// ```
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.text()
    }

    fn into_string(self) -> String {
        self.as_str().to_owned()
    }

    pub(crate) fn as_bytes(&self) -> &[u8] {
        &self.text
    }

    const fn new(s: &str) -> Result<Self, SidError> {
        match K::KIND.check(s) {
            Ok(()) => {
                let mut text = [0; sid::LEN];
                text.copy_from_slice(s.as_bytes());
                Ok(Self { text, kind: PhantomData })
            }
            Err(error) => Err(error),
        }
    }
}

text_traits!([K: Kind] Sid<K>);

impl<K: Kind> FromStr for Sid<K> {
    type Err = SidError;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        Self::new(s)
    }
}

impl<K: Kind> TryFrom<&str> for Sid<K> {
    type Error = SidError;

    fn try_from(s: &str) -> Result<Self, Self::Error> {
        Self::new(s)
    }
}

impl<K: Kind> TryFrom<String> for Sid<K> {
    type Error = SidError;

    fn try_from(s: String) -> Result<Self, Self::Error> {
        Self::new(&s)
    }
}

impl<K: Kind> fmt::Display for Sid<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl<K: Kind> fmt::Debug for Sid<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Sid").field(&self.as_str()).finish()
    }
}

impl<K: Kind> AsRef<str> for Sid<K> {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl<K: Kind> Serialize for Sid<K> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de, K: Kind> Deserialize<'de> for Sid<K> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize_str(deserializer, "a SID", |s| Self::new(s))
    }
}

// Derived implementations would need the same traits for `K`, which is only a marker.
impl<K> Clone for Sid<K> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<K> Copy for Sid<K> {}

impl<K> PartialEq for Sid<K> {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl<K> Eq for Sid<K> {}

impl<K> PartialOrd for Sid<K> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl<K> Ord for Sid<K> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.text.cmp(&other.text)
    }
}

impl<K> Hash for Sid<K> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        // `Borrow<str>` promises the hash of the string, and that of an array is another.
        self.text().hash(state);
    }
}

/// Trait for the kind of a [`Sid`]. Only the types of [`kind`] implement it.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::{Kind, SidKind, kind};
///
/// assert_eq!(kind::Application::KIND, SidKind::Application);
/// ```
pub trait Kind: Sealed {
    /// The kind as a value.
    const KIND: SidKind;
}

macro_rules! kinds {
    ($($kind:ident $sid:ident $words:literal),+ $(,)?) => {
        /// The kinds of [`Sid`]: types without values.
        pub mod kind {
            $(
                #[doc = concat!("The kind of the SID of ", $words, ".")]
                ///
                /// ```
                /// # extern crate twilio_capability_core as twilio_capability;
                /// use twilio_capability::{Sid, kind};
                ///
                #[doc = concat!("fn takes_one_kind(sid: Sid<kind::", stringify!($kind), ">) {}")]
                /// ```
                #[derive(Debug)]
                #[non_exhaustive]
                pub enum $kind {}
            )+
        }

        $(
            #[doc = concat!("The SID of ", $words, ".")]
            ///
            /// ```
            /// # extern crate twilio_capability_core as twilio_capability;
            #[doc = concat!("use twilio_capability::", stringify!($sid), ";")]
            ///
            #[doc = concat!("assert!(\"XX\".parse::<", stringify!($sid), ">().is_err());")]
            /// ```
            pub type $sid = Sid<kind::$kind>;

            impl Sealed for kind::$kind {}

            impl Kind for kind::$kind {
                const KIND: SidKind = SidKind::$kind;
            }
        )+
    };
}

kinds! {
    Account AccountSid "an account or subaccount",
    Application ApplicationSid "a TwiML application",
    ApiKey ApiKeySid "an API key",
    Credential CredentialSid "a push credential",
    Service ServiceSid "a service of Chat, Conversations or Sync",
    Role RoleSid "a role",
    Workspace WorkspaceSid "a TaskRouter workspace",
    Worker WorkerSid "a TaskRouter worker",
    TaskQueue TaskQueueSid "a TaskRouter task queue",
    Workflow WorkflowSid "a TaskRouter workflow",
    Task TaskSid "a TaskRouter task",
    Reservation ReservationSid "a TaskRouter reservation",
    Activity ActivitySid "a TaskRouter activity",
    Room RoomSid "a video room",
    Channel ChannelSid "a channel",
    Call CallSid "a call",
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sid_has_34_bytes_and_is_a_string_in_serde() {
        assert_eq!(size_of::<ApplicationSid>(), 34);
        let text = "\"AP0123456789abcdefABCDEF0123456789\"";
        let sid: ApplicationSid = serde_json::from_str(text).unwrap();
        assert_eq!(serde_json::to_string(&sid).unwrap(), text);
        assert_eq!(format!("{sid:?}"), format!("Sid({text})"));
        let error = serde_json::from_str::<AccountSid>(text).unwrap_err();
        assert!(error.to_string().starts_with("this is an application SID, not an account SID"), "{error}");
        assert!(serde_json::from_str::<AccountSid>("7").unwrap_err().to_string().contains("expected a SID"));
    }

    #[test]
    #[should_panic(expected = "character 3 of this account SID is `x`, which is not a hexadecimal digit")]
    fn from_static_panics_with_the_message() {
        let _ = AccountSid::from_static("ACx0000000000000000000000000000000");
    }

    #[test]
    fn sids_compare_and_hash_and_display_like_their_strings() {
        use std::collections::HashSet;

        let texts = ["AP00000000000000000000000000000000", "AP00000000000000000000000000000001"];
        let [one, two] = texts.map(|text| text.parse::<ApplicationSid>().unwrap());
        assert!(one == texts[0].parse::<ApplicationSid>().unwrap() && one != two && one < two);
        assert_eq!(one.partial_cmp(&two), Some(std::cmp::Ordering::Less));
        assert_eq!((one.to_string().as_str(), one.as_ref()), (texts[0], texts[0]));
        assert_eq!(format!("{two:>36}"), format!("  {}", texts[1]));
        assert_eq!(HashSet::from([one, two, one]).len(), 2);
        let hash = |sid: ApplicationSid| {
            let mut hasher = std::collections::hash_map::DefaultHasher::new();
            sid.hash(&mut hasher);
            hasher.finish()
        };
        assert_ne!(hash(one), hash(two));
        let set = HashSet::from([one]);
        assert!(set.contains(texts[0]) && !set.contains(texts[1]));
        assert!(std::collections::BTreeSet::from([two]).contains(texts[1]));
    }
}
