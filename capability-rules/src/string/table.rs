use crate::string::characters::Characters;
use crate::string::reserved::REQUEST_PARAMS;
use crate::string::rule::{Row, StringRule, UNLIMITED};

/// Names in capability tokens.
impl StringRule {
    /// The rule for a client name: letters (`A-Z`, `a-z`), digits and underscores, 1 to 121 of them.
    ///
    /// Sources: Twilio's capability token tutorial and error 31105. Newer pages allow 256 characters. A name of
    /// at most 121 characters satisfies both.
    ///
    /// ```
    /// # use twilio_capability_rules::string as twilio_capability;
    /// use twilio_capability::StringRule;
    ///
    /// assert!(StringRule::CLIENT_NAME.check(&"x".repeat(121)).is_ok());
    /// assert!(StringRule::CLIENT_NAME.check(&"x".repeat(122)).is_err());
    /// ```
    pub const CLIENT_NAME: Self = Self {
        row: &Row {
            noun: "client name",
            characters: Characters::Word,
            max: 121,
            help: "a client name is made of letters (A-Z, a-z), digits and underscores, 1 to 121 of them",
            help_if_character: Some("`ClientName::escaped` makes one from any string"),
            help_if_secret: CLIENT_NAME_IS_PUBLIC,
            ..BASE
        },
    };

    /// The rule for a client name in the `<Client>` noun of TwiML: 1 to 256 characters without white space, control
    /// characters and the delimiters `<`, `>`, `#`, `%` and `"`.
    ///
    /// ```
    /// # use twilio_capability_rules::string as twilio_capability;
    /// use twilio_capability::StringRule;
    ///
    /// StringRule::LENIENT_CLIENT_NAME.check("zoë@example.com")?;
    /// assert!(StringRule::LENIENT_CLIENT_NAME.check(&"é".repeat(256)).is_ok());
    /// # Ok::<(), twilio_capability_rules::string::StringError>(())
    /// ```
    pub const LENIENT_CLIENT_NAME: Self = Self {
        row: &Row {
            noun: "client name",
            characters: Characters::VisibleNoDelimiters,
            max: 256,
            help: "a client name has 1 to 256 characters, none of them white space, a control or other invisible \
                   character, or one of `<`, `>`, `#`, `%`, `\"`",
            help_if_secret: CLIENT_NAME_IS_PUBLIC,
            ..BASE
        },
    };

    /// The rule for the name of a parameter that the token sends to the application's webhook: one or more visible
    /// characters, and not the name of a parameter that Twilio or `SignedParams` adds, because the webhook could not tell the
    /// two apart.
    ///
    /// ```
    /// # use twilio_capability_rules::string as twilio_capability;
    /// use twilio_capability::StringRule;
    ///
    /// StringRule::PARAM_NAME.check("user_id")?;
    /// let error = StringRule::PARAM_NAME.check("From").unwrap_err();
    /// assert_eq!(error.to_string(), "the parameter `From` would shadow the `From` that Twilio adds");
    /// # Ok::<(), twilio_capability_rules::string::StringError>(())
    /// ```
    pub const PARAM_NAME: Self = Self {
        row: &Row {
            noun: "parameter name",
            characters: Characters::Visible,
            reserved: &REQUEST_PARAMS,
            help: "a parameter name has at least one character, none of them white space or a control or other \
                   invisible character",
            help_if_secret: Some(
                "a parameter is sent to the application's web address; its name should say what it holds",
            ),
            ..BASE
        },
    };

    /// The rule for the name of an event filter: one or more visible characters. Twilio's own names are accepted,
    /// because events are filtered by them.
    ///
    /// ```
    /// # use twilio_capability_rules::string as twilio_capability;
    /// use twilio_capability::StringRule;
    ///
    /// StringRule::FILTER_NAME.check("CallSid")?;
    /// # Ok::<(), twilio_capability_rules::string::StringError>(())
    /// ```
    pub const FILTER_NAME: Self = Self {
        row: &Row {
            noun: "filter name",
            characters: Characters::Visible,
            help: "a filter name has at least one character, none of them white space or a control or other \
                   invisible character",
            help_if_secret: Some(
                "everyone who has the token can read its filters; use the names of the events' fields",
            ),
            ..BASE
        },
    };
}

/// Strings in access tokens. Twilio publishes no pattern for most of them, so these rules refuse only an empty string and
/// control characters, such as the line break at the end of a line that was read from a file.
impl StringRule {
    /// The rule for an identity.
    ///
    /// ```
    /// # use twilio_capability_rules::string as twilio_capability;
    /// use twilio_capability::StringRule;
    ///
    /// StringRule::IDENTITY.check("zoë@example.com")?;
    /// let error = StringRule::IDENTITY.check("zoë\n").unwrap_err();
    /// assert_eq!(error.to_string(), "character 4 of this identity is a line break");
    /// # Ok::<(), twilio_capability_rules::string::StringError>(())
    /// ```
    pub const IDENTITY: Self = Self {
        row: &Row {
            noun: "identity",
            article: "an",
            help_if_empty: Some("give an identity, or say that the token is anonymous"),
            ..FREE_TEXT
        },
    };

    /// The rule for the identity of a token with a Voice grant: letters (`A-Z`, `a-z`), digits and underscores, 1 to 121
    /// of them, as for a client name.
    ///
    /// 32 or 64 hexadecimal digits are not taken for a secret, because people use UUIDs without hyphens and hashes as identities.
    ///
    /// ```
    /// # use twilio_capability_rules::string as twilio_capability;
    /// use twilio_capability::StringRule;
    ///
    /// StringRule::VOICE_IDENTITY.check("6f1c2b3a4d5e6f708192a3b4c5d6e7f8")?;
    /// let error = StringRule::VOICE_IDENTITY.check("john@example.com").unwrap_err();
    /// assert_eq!(error.to_string(), "character 5 of this Voice identity is `@`");
    /// # Ok::<(), twilio_capability_rules::string::StringError>(())
    /// ```
    pub const VOICE_IDENTITY: Self = Self {
        row: &Row {
            noun: "Voice identity",
            characters: Characters::Word,
            max: 121,
            help: "a Voice identity is made of letters (A-Z, a-z), digits and underscores, 1 to 121 of them",
            help_if_character: Some("`VoiceIdentity::escaped` makes one from any string"),
            ..BASE
        },
    };

    /// The rule for a video room, given by its name or its SID.
    ///
    /// ```
    /// # use twilio_capability_rules::string as twilio_capability;
    /// use twilio_capability::StringRule;
    ///
    /// assert!(StringRule::ROOM.check("daily stand-up").is_ok());
    /// ```
    pub const ROOM: Self = Self { row: &Row { noun: "room", ..FREE_TEXT } };

    /// The rule for an endpoint ID: one device of an identity that has several.
    ///
    /// ```
    /// # use twilio_capability_rules::string as twilio_capability;
    /// use twilio_capability::StringRule;
    ///
    /// assert!(StringRule::ENDPOINT_ID.check("phone").is_ok());
    /// ```
    pub const ENDPOINT_ID: Self = Self { row: &Row { noun: "endpoint ID", article: "an", ..FREE_TEXT } };

    /// The rule for the role of a TaskRouter worker.
    ///
    /// ```
    /// # use twilio_capability_rules::string as twilio_capability;
    /// use twilio_capability::StringRule;
    ///
    /// assert!(StringRule::WORKER_ROLE.check("supervisor").is_ok());
    /// ```
    pub const WORKER_ROLE: Self = Self { row: &Row { noun: "role", ..FREE_TEXT } };

    /// The rule for a token ID: the `jti` of a token.
    ///
    /// ```
    /// # use twilio_capability_rules::string as twilio_capability;
    /// use twilio_capability::StringRule;
    ///
    /// assert!(StringRule::TOKEN_ID.check("order-4711").is_ok());
    /// ```
    pub const TOKEN_ID: Self = Self { row: &Row { noun: "token ID", ..FREE_TEXT } };
}

/// Secrets. Twilio publishes no pattern for them, so these rules refuse only an empty string, white space, control characters
/// and other invisible characters, a quote at the start or the end, and a SID. The error says where such a character is, but
/// contains no character of the secret.
impl StringRule {
    /// The rule for the auth token of an account.
    ///
    /// ```
    /// # use twilio_capability_rules::string as twilio_capability;
    /// use twilio_capability::StringRule;
    ///
    /// let error = StringRule::AUTH_TOKEN.check("not a token\n").unwrap_err();
    /// assert_eq!(error.to_string(), "character 4 of this auth token is white space");
    /// ```
    pub const AUTH_TOKEN: Self = Self {
        row: &Row {
            noun: "auth token",
            article: "an",
            help_if_empty: Some("copy the auth token from the Twilio Console"),
            help_if_sid: Some("copy the auth token from the Twilio Console; it is not the account SID"),
            ..SECRET
        },
    };

    /// The rule for the secret of an API key.
    ///
    /// ```
    /// # use twilio_capability_rules::string as twilio_capability;
    /// use twilio_capability::StringRule;
    ///
    /// assert!(StringRule::API_SECRET.check("not_a_real_api_secret").is_ok());
    /// ```
    pub const API_SECRET: Self = Self {
        row: &Row {
            noun: "API secret",
            article: "an",
            help_if_empty: Some("copy the API secret from the Twilio Console"),
            help_if_sid: Some(
                "copy the API secret that Twilio shows when the API key is made; it is not the key's SID",
            ),
            ..SECRET
        },
    };

    /// The rule for the secret of a shared key, which signs webhooks.
    ///
    /// ```
    /// # use twilio_capability_rules::string as twilio_capability;
    /// use twilio_capability::StringRule;
    ///
    /// assert!(StringRule::SHARED_KEY.check("not_a_real_shared_key").is_ok());
    /// ```
    pub const SHARED_KEY: Self = Self {
        row: &Row {
            noun: "shared key",
            help_if_empty: Some("copy the secret of the shared key from the Twilio Console"),
            help_if_sid: Some("copy the secret of the shared key from the Twilio Console; it is not a SID"),
            ..SECRET
        },
    };
}

/// What most rules have in common.
const BASE: Row = Row {
    noun: "string",
    article: "a",
    characters: Characters::NoControl,
    max: UNLIMITED,
    reserved: &[],
    is_confidential: false,
    help: "",
    help_if_empty: None,
    help_if_character: None,
    help_if_secret: None,
    help_if_sid: None,
};

const FREE_TEXT: Row = Row {
    help: "delete it: control characters are not allowed",
    help_if_empty: Some("leave it out if you do not need one"),
    ..BASE
};

const SECRET: Row = Row {
    characters: Characters::Visible,
    is_confidential: true,
    help: "copy it again: it consists of visible characters",
    ..BASE
};

const CLIENT_NAME_IS_PUBLIC: Option<&str> =
    Some("everyone who gets a call sees the client name, so it must not contain a secret");
