use std::fmt;

use super::spelling::Spelling;

/// A library that mints Twilio's tokens.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::read::{Library, inspect};
///
/// // `{"typ":"JWT","alg":"HS256"}` and `{"iss":"","exp":0,"scope":""}`: only one writes the members in this order.
/// let token = "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJpc3MiOiIiLCJleHAiOjAsInNjb3BlIjoiIn0.AAAA";
/// assert_eq!(inspect(token).minted_by(), [Library::Java]);
/// assert_eq!(Library::Java.to_string(), "twilio-java");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum Library {
    /// This one.
    TwilioCapability,
    /// Twilio's for Python.
    Python,
    /// Twilio's for Node.js.
    Node,
    /// Twilio's for Ruby.
    Ruby,
    /// Twilio's for PHP.
    Php,
    /// Twilio's for Java.
    Java,
    /// Twilio's for .NET.
    Csharp,
    /// Twilio's for Go, which mints access tokens alone.
    Go,
}

impl Library {
    /// Whether the library spells JSON like this.
    pub(super) fn spells(self, json: Spelling) -> bool {
        // All write no white space.
        let slashes = if self == Self::Php { !json.plain_slash } else { !json.escaped_slash };
        let letters = match self {
            Self::Php | Self::Python => !json.plain_letter,
            // These escape some letters and not others.
            Self::Csharp | Self::Go => true,
            _ => !json.escaped_letter,
        };
        !json.white_space && slashes && letters
    }
}

impl fmt::Display for Library {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::TwilioCapability => "twilio-capability",
            Self::Python => "twilio-python",
            Self::Node => "twilio-node",
            Self::Ruby => "twilio-ruby",
            Self::Php => "twilio-php",
            Self::Java => "twilio-java",
            Self::Csharp => "twilio-csharp",
            Self::Go => "twilio-go",
        })
    }
}
