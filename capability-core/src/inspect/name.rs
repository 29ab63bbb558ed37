//! What is wrong, or not defined, with the name of a Voice client, whichever token it is in.

use std::borrow::Cow;

use twilio_capability_rules::string::{StringErrorKind, StringRule};

use super::finding::Findings;
use super::quoted::Quoted;
use super::rule::finding_rules;
use crate::jwt::twilio_code;

finding_rules! {
    pub(super) NAME_RULES, "Names of Voice clients";
    NAME_TOO_LONG "client-name-too-long" Invalid Error [twilio_code::INVALID_CLIENT_NAME]
        "A client name, or the identity of a token with a Voice grant, has more than 256 characters.", "errors 31100, 31105";
    NAME_CHARACTERS "client-name-characters" Invalid Warning [twilio_code::INVALID_CLIENT_NAME]
        "A client name is empty or has a character that no name of a client may have: white space, a control character or a \
         delimiter.", "docs/api/twiml/client; error 31105";
    NAME_UNDEFINED "client-name-undefined" Invalid Warning []
        "A client name has other characters than letters, digits and underscores, or more than 121 of them. What happens then is \
         not defined.", "docs/voice/client/tutorials/capability-tokens; voice-quickstart-objc issue 112";
}

impl Findings {
    /// A client name or a Voice identity. `noun` says which: `client name`.
    pub(crate) fn client_name(&mut self, noun: &str, path: impl Into<Cow<'static, str>>, name: &str) {
        let (path, shown, length) = (path.into(), Quoted(name), name.chars().count());
        let most = StringRule::LENIENT_CLIENT_NAME.max().unwrap_or(usize::MAX);
        if length > most {
            let sentence = format!("the {noun} has {length} characters, and Twilio takes at most {most}");
            return self.add(&NAME_TOO_LONG, path, sentence);
        }
        if name.is_empty() {
            return self.add(&NAME_CHARACTERS, path, format_args!("the {noun} is empty"));
        }
        if let Err(error) = StringRule::LENIENT_CLIENT_NAME.check_at_run_time(name) {
            let sentence = format!("the {noun} {shown} is not valid: {}", error.headline());
            return self.add(&NAME_CHARACTERS, path, sentence);
        }
        let Err(error) = StringRule::CLIENT_NAME.check_at_run_time(name) else { return };
        let fault = match error.kind() {
            StringErrorKind::Length(_) => format!("{length} characters"),
            StringErrorKind::Character(c) => format!("the character {}", Quoted(c.encode_utf8(&mut [0; 4]))),
            _ => error.to_string(),
        };
        let sentence = format!(
            "the {noun} {shown} has {fault}: Twilio documents letters (A-Z, a-z), digits and underscores, at most 121 of them. \
             Clients with other names can often reach each other, but what happens is not defined, and calls to them from the \
             REST API get error 21211"
        );
        self.add(&NAME_UNDEFINED, path, sentence);
    }
}
