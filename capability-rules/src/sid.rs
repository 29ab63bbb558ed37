//! SIDs: two letters that say what kind of thing it names, and 32 hexadecimal digits in either case.
//!
//! Source: the `pattern`s in Twilio's OpenAPI description, for example `^AP[0-9a-fA-F]{32}$`.

use core::ops::Range;

use crate::{Text, chars, impl_error};

/// The length of every SID, in characters (all ASCII, so also in bytes).
///
/// ```
/// use twilio_capability_rules::sid;
///
/// assert_eq!("AP00000000000000000000000000000000".len(), sid::LEN);
/// ```
pub const LEN: usize = 34;

/// What a SID names.
///
/// ```
/// use twilio_capability_rules::sid::SidKind;
///
/// assert_eq!(SidKind::of("WK00"), Some(SidKind::Worker));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
#[non_exhaustive]
pub enum SidKind {
    /// `AC`: an account or subaccount.
    Account,
    /// `AP`: a TwiML application.
    Application,
    /// `SK`: an API key.
    ApiKey,
    /// `CR`: a push credential.
    Credential,
    /// `IS`: a service of Chat, Conversations or Sync.
    Service,
    /// `RL`: a role.
    Role,
    /// `WS`: a TaskRouter workspace.
    Workspace,
    /// `WK`: a TaskRouter worker.
    Worker,
    /// `WQ`: a TaskRouter task queue.
    TaskQueue,
    /// `WW`: a TaskRouter workflow.
    Workflow,
    /// `WT`: a TaskRouter task.
    Task,
    /// `WR`: a TaskRouter reservation.
    Reservation,
    /// `WA`: a TaskRouter activity.
    Activity,
    /// `RM`: a video room.
    Room,
    /// `CH`: a channel.
    Channel,
}

impl SidKind {
    /// Every kind, in the order of the declaration.
    ///
    /// ```
    /// use twilio_capability_rules::sid::SidKind;
    ///
    /// assert!(SidKind::ALL.iter().all(|kind| kind.prefix().len() == 2));
    /// ```
    pub const ALL: [Self; 15] = [
        Self::Account,
        Self::Application,
        Self::ApiKey,
        Self::Credential,
        Self::Service,
        Self::Role,
        Self::Workspace,
        Self::Worker,
        Self::TaskQueue,
        Self::Workflow,
        Self::Task,
        Self::Reservation,
        Self::Activity,
        Self::Room,
        Self::Channel,
    ];

    /// The two letters that a SID of this kind starts with.
    ///
    /// ```
    /// use twilio_capability_rules::sid::SidKind;
    ///
    /// assert_eq!(SidKind::Application.prefix(), "AP");
    /// ```
    #[must_use]
    pub const fn prefix(self) -> &'static str {
        match self {
            Self::Account => "AC",
            Self::Application => "AP",
            Self::ApiKey => "SK",
            Self::Credential => "CR",
            Self::Service => "IS",
            Self::Role => "RL",
            Self::Workspace => "WS",
            Self::Worker => "WK",
            Self::TaskQueue => "WQ",
            Self::Workflow => "WW",
            Self::Task => "WT",
            Self::Reservation => "WR",
            Self::Activity => "WA",
            Self::Room => "RM",
            Self::Channel => "CH",
        }
    }

    /// What to call such a SID in a sentence.
    ///
    /// ```
    /// use twilio_capability_rules::sid::SidKind;
    ///
    /// assert_eq!(SidKind::ApiKey.noun(), "API key SID");
    /// ```
    #[must_use]
    pub const fn noun(self) -> &'static str {
        match self {
            Self::Account => "account SID",
            Self::Application => "application SID",
            Self::ApiKey => "API key SID",
            Self::Credential => "credential SID",
            Self::Service => "service SID",
            Self::Role => "role SID",
            Self::Workspace => "workspace SID",
            Self::Worker => "worker SID",
            Self::TaskQueue => "task queue SID",
            Self::Workflow => "workflow SID",
            Self::Task => "task SID",
            Self::Reservation => "reservation SID",
            Self::Activity => "activity SID",
            Self::Room => "room SID",
            Self::Channel => "channel SID",
        }
    }

    /// The noun with its article: `an application SID`.
    ///
    /// ```
    /// use twilio_capability_rules::sid::SidKind;
    ///
    /// assert_eq!(SidKind::Account.a_noun().as_str(), "an account SID");
    /// ```
    #[must_use]
    pub const fn a_noun(self) -> Text {
        let article = match self {
            Self::Account | Self::Application | Self::ApiKey | Self::Activity => "an ",
            _ => "a ",
        };
        Text::new().str(article).str(self.noun())
    }

    /// The kind whose SIDs start with the two letters that `s` starts with.
    ///
    /// ```
    /// use twilio_capability_rules::sid::SidKind;
    ///
    /// assert_eq!(SidKind::of("AC0123"), Some(SidKind::Account));
    /// assert_eq!(SidKind::of("ac0123"), None);
    /// ```
    #[must_use]
    pub const fn of(s: &str) -> Option<Self> {
        let mut rest = Self::ALL.as_slice();
        while let Some((kind, others)) = rest.split_first() {
            if kind.starts(s) {
                return Some(*kind);
            }
            rest = others;
        }
        None
    }

    const fn starts(self, s: &str) -> bool {
        matches!(
            (self.prefix().as_bytes(), s.as_bytes()),
            ([first, second], [one, two, ..]) if *first == *one && *second == *two
        )
    }
}

/// Checks that `s` is a SID of the given kind.
///
/// ```
/// use twilio_capability_rules::sid::{self, SidErrorKind, SidKind};
///
/// sid::check(SidKind::Application, "AP00000000000000000000000000000000")?;
///
/// let error = sid::check(SidKind::Application, "AC00000000000000000000000000000000").unwrap_err();
/// assert_eq!(error.kind(), SidErrorKind::OtherKind(SidKind::Account));
/// assert_eq!(error.to_string(), "this is an account SID, not an application SID");
/// # Ok::<(), sid::SidError>(())
/// ```
///
/// # Errors
///
/// The first part that breaks the rule: a text that looks like a secret, white space or quotes around it,
/// the first two letters, a character that is not a hexadecimal digit, the length.
pub const fn check(expected: SidKind, s: &str) -> Result<(), SidError> {
    if is_sid(expected, s) {
        return Ok(());
    }
    let (kind, at) = if s.is_empty() {
        (SidErrorKind::Empty, 0..0)
    } else if chars::holds_secret(s) {
        (SidErrorKind::Secret, 0..s.len())
    } else if let Some((c, at)) = chars::pasted_around(s) {
        (SidErrorKind::Pasted(c), at..at + c.len_utf8())
    } else if !expected.starts(s) {
        match SidKind::of(s) {
            Some(other) if not_hex(s).is_none() => (SidErrorKind::OtherKind(other), 0..2),
            _ => (SidErrorKind::Prefix, 0..start_of(s).len()),
        }
    } else if let Some((c, at)) = not_hex(s) {
        (SidErrorKind::NotHex(c), at..at + c.len_utf8())
    } else if s.len() > LEN {
        (SidErrorKind::Length(s.len()), LEN..s.len())
    } else {
        (SidErrorKind::Length(s.len()), s.len()..s.len())
    };
    let mut start = ['\0'; 2];
    if let [first, second] = &mut start
        && let Some((a, rest)) = chars::split_first(s)
        && !matches!(kind, SidErrorKind::Secret)
    {
        *first = a;
        if let Some((b, _)) = chars::split_first(rest) {
            *second = b;
        }
    }
    Err(SidError { expected, kind, start, from: at.start, to: at.end })
}

/// Whether `s` is a SID of this kind; all else in [`check`] finds out why not. The compiler interprets this for every SID
/// in a source, so it is one loop over bytes.
#[expect(clippy::manual_is_ascii_check, reason = "to interpret a call takes longer than to compare")]
const fn is_sid(expected: SidKind, s: &str) -> bool {
    if s.len() != LEN || !expected.starts(s) {
        return false;
    }
    let [_, _, digits @ ..] = s.as_bytes() else { return false };
    let mut rest = digits;
    while let [byte, tail @ ..] = rest {
        if !matches!(*byte, b'0'..=b'9' | b'a'..=b'f' | b'A'..=b'F') {
            return false;
        }
        rest = tail;
    }
    true
}

/// The first character behind the two letters that is not a hexadecimal digit, and where it starts.
const fn not_hex(s: &str) -> Option<(char, usize)> {
    let mut rest = s;
    while let Some((c, tail)) = chars::split_first(rest) {
        let at = s.len() - rest.len();
        if at >= 2 && !c.is_ascii_hexdigit() {
            return Some((c, at));
        }
        rest = tail;
    }
    None
}

/// The first two characters of `s`, or fewer.
const fn start_of(s: &str) -> &str {
    let mut rest = s;
    let mut n = 0;
    while n < 2 {
        match chars::split_first(rest) {
            Some((_, tail)) => rest = tail,
            None => break,
        }
        n += 1;
    }
    s.split_at(s.len() - rest.len()).0
}

/// Why a text is not a SID of the kind that was asked for.
///
/// The error keeps the position and at most three characters, never the text: somebody may have passed a
/// secret.
///
/// ```
/// use twilio_capability_rules::sid::{self, SidError, SidKind};
///
/// let error: SidError = sid::check(SidKind::Account, "").unwrap_err();
/// assert_eq!(error.to_string(), "this text is empty, but an account SID is needed");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SidError {
    expected: SidKind,
    kind: SidErrorKind,
    start: [char; 2],
    from: usize,
    to: usize,
}

/// The part of the rule that was broken.
///
/// ```
/// use twilio_capability_rules::sid::{self, SidErrorKind, SidKind};
///
/// let error = sid::check(SidKind::Account, "AC0O").unwrap_err();
/// assert_eq!(error.kind(), SidErrorKind::NotHex('O'));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum SidErrorKind {
    /// There is no text.
    Empty,
    /// The text has 32 hexadecimal digits on their own, as auth tokens have.
    Secret,
    /// A white-space character or a quote at the start or the end, which came along in copying.
    Pasted(char),
    /// A SID of another kind.
    OtherKind(SidKind),
    /// The first two letters name no kind of SID, or are in lower case.
    Prefix,
    /// A character that is not a hexadecimal digit.
    NotHex(char),
    /// A length in characters other than [`LEN`].
    Length(usize),
}

impl SidError {
    /// The kind of SID that was asked for.
    ///
    /// ```
    /// use twilio_capability_rules::sid::{self, SidKind};
    ///
    /// let error = sid::check(SidKind::Application, "AP00").unwrap_err();
    /// assert_eq!(error.expected(), SidKind::Application);
    /// ```
    #[must_use]
    pub const fn expected(&self) -> SidKind {
        self.expected
    }

    /// What is wrong.
    ///
    /// ```
    /// use twilio_capability_rules::sid::{self, SidErrorKind, SidKind};
    ///
    /// let error = sid::check(SidKind::Application, "AP00").unwrap_err();
    /// assert_eq!(error.kind(), SidErrorKind::Length(4));
    /// ```
    #[must_use]
    pub const fn kind(&self) -> SidErrorKind {
        self.kind
    }

    /// Where it is wrong, as a range of bytes of the text that was checked; empty where something is missing.
    ///
    /// ```
    /// use twilio_capability_rules::sid::{self, SidKind};
    ///
    /// let error = sid::check(SidKind::Application, "AP00").unwrap_err();
    /// assert_eq!(error.position(), 4..4);
    /// ```
    #[must_use]
    pub const fn position(&self) -> Range<usize> {
        self.from..self.to
    }

    /// What is wrong, as a sentence.
    ///
    /// ```
    /// use twilio_capability_rules::sid::{self, SidKind};
    ///
    /// let error = sid::check(SidKind::Application, "AP00").unwrap_err();
    /// assert!(error.headline().as_str().ends_with("has 34 characters, this one has 4"));
    /// ```
    #[must_use]
    pub const fn headline(&self) -> Text {
        let noun = self.expected.noun();
        let text = Text::new();
        match self.kind {
            SidErrorKind::Empty => {
                text.str("this text is empty, but ").text(&self.expected.a_noun()).str(" is needed")
            }
            SidErrorKind::Secret => text
                .str("this looks like a secret, not ")
                .text(&self.expected.a_noun())
                .str(" (it is not shown here)"),
            SidErrorKind::Pasted(c) => text
                .character(c)
                .str(if self.from == 0 { " stands in front of this " } else { " stands behind this " })
                .str(noun),
            SidErrorKind::OtherKind(other) => {
                text.str("this is ").text(&other.a_noun()).str(", not ").text(&self.expected.a_noun())
            }
            SidErrorKind::Prefix => self.start_shown(
                text.text(&self.expected.a_noun())
                    .str(" starts with `")
                    .str(self.expected.prefix())
                    .str("`, this text starts with "),
            ),
            SidErrorKind::NotHex(c) => text
                .str("character ")
                .number(self.from as u64 + 1)
                .str(" of this ")
                .str(noun)
                .str(" is ")
                .character(c)
                .str(", which is not a hexadecimal digit"),
            SidErrorKind::Length(found) => text
                .text(&self.expected.a_noun())
                .str(" has 34 characters, this one has ")
                .number(found as u64),
        }
    }

    const fn start_shown(&self, text: Text) -> Text {
        let [first, second] = self.start;
        if second == '\0' || chars::is_invisible(first) || chars::is_invisible(second) {
            return text.character(first);
        }
        text.str("`").char(first).char(second).str("`")
    }

    /// What to do about it.
    ///
    /// ```
    /// use twilio_capability_rules::sid::{self, SidKind};
    ///
    /// let error = sid::check(SidKind::Application, "AP00").unwrap_err();
    /// assert!(error.help().as_str().ends_with("here 30 characters are missing"));
    /// ```
    #[must_use]
    pub const fn help(&self) -> Text {
        let form = Text::new()
            .text(&self.expected.a_noun())
            .str(" is `")
            .str(self.expected.prefix())
            .str("` and 32 hexadecimal digits (0-9, a-f, A-F)");
        match self.kind {
            SidErrorKind::Secret => form.str("; a secret does not belong in source code"),
            SidErrorKind::Pasted(_) => Text::new().str("delete it; ").text(&form),
            SidErrorKind::OtherKind(other) => Text::new()
                .text(&self.expected.a_noun())
                .str(" starts with `")
                .str(self.expected.prefix())
                .str("`, ")
                .text(&other.a_noun())
                .str(" with `")
                .str(other.prefix())
                .str("`"),
            SidErrorKind::Prefix if self.start_is_lower_case() => Text::new()
                .str("write the first two letters in upper case: `")
                .str(self.expected.prefix())
                .str("`"),
            SidErrorKind::NotHex(c) => match digit_for(c) {
                Some('0') => Text::new().str("did you mean the digit `0` (zero)? ").text(&form),
                Some(_) => Text::new().str("did you mean the digit `1` (one)? ").text(&form),
                None => form,
            },
            SidErrorKind::Length(found) if found < LEN => form
                .str("; here ")
                .count((LEN - found) as u64, "character")
                .str(verb(LEN - found))
                .str(" missing"),
            SidErrorKind::Length(found) => form
                .str("; here ")
                .count((found - LEN) as u64, "character")
                .str(verb(found - LEN))
                .str(" too many"),
            _ => form,
        }
    }

    const fn start_is_lower_case(&self) -> bool {
        let [first, second] = self.start;
        matches!(self.expected.prefix().as_bytes(), [p, q]
            if *p as char == first.to_ascii_uppercase() && *q as char == second.to_ascii_uppercase())
    }

    /// Headline, the text with carets under what is wrong, and help. `value` is the text that was checked; one
    /// that looks like a secret is not shown.
    ///
    /// ```
    /// use twilio_capability_rules::sid::{self, SidKind};
    ///
    /// let value = "AP0000000O000000000000000000000000";
    /// let report = sid::check(SidKind::Application, value).unwrap_err().report(value);
    /// assert!(report.as_str().contains("\n           ^\n= help: did you mean `AP00000000"), "{report}");
    /// ```
    #[must_use]
    pub const fn report(&self, value: &str) -> Text {
        let help = match self.correction(value) {
            Some(corrected) => Text::new().str("did you mean `").text(&corrected).str("`?"),
            None => self.help(),
        };
        let at = self.position();
        let at = match self.kind {
            SidErrorKind::Secret | SidErrorKind::Empty => None,
            _ => Some(&at),
        };
        Text::report(&self.headline(), value, at, &help)
    }

    /// The text with letters that look like digits replaced and what was pasted around it removed, if that
    /// makes it a SID.
    const fn correction(&self, value: &str) -> Option<Text> {
        if matches!(self.kind, SidErrorKind::Secret) {
            return None;
        }
        let mut text = Text::new();
        let mut rest = value;
        while let Some((c, tail)) = chars::split_first(rest) {
            let at = value.len() - rest.len();
            rest = tail;
            if chars::is_pasted(c) {
                continue;
            }
            text = match digit_for(c) {
                Some(digit) if at >= 2 => text.char(digit),
                _ if at < 2 => text.char(c.to_ascii_uppercase()),
                _ => text.char(c),
            };
        }
        if check(self.expected, text.as_str()).is_ok() { Some(text) } else { None }
    }
}

impl_error!(SidError);

/// The digit that a letter is easily taken for.
const fn digit_for(c: char) -> Option<char> {
    match c {
        'O' | 'o' => Some('0'),
        'l' | 'I' => Some('1'),
        _ => None,
    }
}

const fn verb(n: usize) -> &'static str {
    if n == 1 { " is" } else { " are" }
}

#[cfg(test)]
mod tests {
    extern crate std;

    use std::format;
    use std::string::{String, ToString};

    use super::*;

    const APPLICATION: &str = "AP00000000000000000000000000000000";

    fn application(s: &str) -> SidError {
        check(SidKind::Application, s).unwrap_err()
    }

    #[test]
    fn each_kind_takes_its_own_sids_and_no_others() {
        for kind in SidKind::ALL {
            for digits in ["0123456789abcdefABCDEF0123456789", "ffffffffffffffffffffffffffffffff"] {
                let sid = format!("{}{digits}", kind.prefix());
                for other in SidKind::ALL {
                    let found = check(other, &sid);
                    if other == kind {
                        assert_eq!(found, Ok(()));
                    } else {
                        assert_eq!(found.unwrap_err().kind(), SidErrorKind::OtherKind(kind));
                    }
                }
            }
        }
    }

    #[test]
    fn each_kind_has_its_words() {
        let nouns = [
            "an account SID",
            "an application SID",
            "an API key SID",
            "a credential SID",
            "a service SID",
            "a role SID",
            "a workspace SID",
            "a worker SID",
            "a task queue SID",
            "a workflow SID",
            "a task SID",
            "a reservation SID",
            "an activity SID",
            "a room SID",
            "a channel SID",
        ];
        assert_eq!(nouns.len(), SidKind::ALL.len());
        for (kind, noun) in SidKind::ALL.into_iter().zip(nouns) {
            let error = check(kind, &format!("{}00", kind.prefix())).unwrap_err();
            assert_eq!(error.expected(), kind);
            assert_eq!(error.to_string(), format!("{noun} has 34 characters, this one has 4"));
        }
    }

    #[test]
    fn the_rule_holds_in_const_code() {
        const CHECKED: bool = check(SidKind::Application, APPLICATION).is_ok();
        const { assert!(CHECKED) }
    }

    #[test]
    fn each_position_is_checked() {
        for at in 2..LEN {
            let mut sid = String::from(APPLICATION);
            sid.replace_range(at..=at, "g");
            let error = application(&sid);
            assert_eq!(error.kind(), SidErrorKind::NotHex('g'));
            assert_eq!(error.position(), at..at + 1);
        }
        let error = application("AP0000000000000000000000000000é000");
        assert_eq!((error.kind(), error.position()), (SidErrorKind::NotHex('é'), 30..32));
    }

    #[test]
    fn lengths() {
        let error = application(&APPLICATION[..33]);
        assert_eq!((error.kind(), error.position()), (SidErrorKind::Length(33), 33..33));
        assert_eq!(error.to_string(), "an application SID has 34 characters, this one has 33");
        assert!(error.help().as_str().ends_with("here 1 character is missing"), "{}", error.help());
        let error = application(&APPLICATION[..32]);
        assert!(error.help().as_str().ends_with("here 2 characters are missing"), "{}", error.help());
        let error = application(&format!("{APPLICATION}00"));
        assert_eq!((error.kind(), error.position()), (SidErrorKind::Length(36), 34..36));
        assert!(error.help().as_str().ends_with("here 2 characters are too many"), "{}", error.help());
        assert_eq!(application("").kind(), SidErrorKind::Empty);
        assert_eq!(application("AP").kind(), SidErrorKind::Length(2));
        assert_eq!(application("A").kind(), SidErrorKind::Prefix);
    }

    #[test]
    fn prefixes() {
        assert_eq!(application("ap00000000000000000000000000000000").kind(), SidErrorKind::Prefix);
        assert!(application("ap0").help().as_str().contains("upper case"));
        assert_eq!(
            application("XY00000000000000000000000000000000").to_string(),
            "an application SID starts with `AP`, this text starts with `XY`"
        );
        assert_eq!(application("ACCOUNT_SID").kind(), SidErrorKind::Prefix);
        assert_eq!(
            application("é").to_string(),
            "an application SID starts with `AP`, this text starts with `é`"
        );
    }

    #[test]
    fn a_secret_is_never_shown() {
        let secret = "0123456789abcdef0123456789abcdef";
        for value in [secret.to_string(), format!(" {secret}"), format!("token={secret}")] {
            let error = application(&value);
            assert_eq!(error.kind(), SidErrorKind::Secret);
            for shown in [format!("{error:#}"), format!("{error:?}"), error.report(&value).to_string()] {
                assert!(!shown.contains("0123456789abcdef"), "{shown}");
            }
        }
    }

    #[test]
    fn what_came_along_in_copying_is_named() {
        let error = application(" AP00000000000000000000000000000000");
        assert_eq!(error.to_string(), "a space stands in front of this application SID");
        let value = "AP00000000000000000000000000000000\n";
        let error = application(value);
        assert_eq!(error.to_string(), "a line break stands behind this application SID");
        assert!(error.report(value).as_str().ends_with(&format!("did you mean `{APPLICATION}`?")));
    }

    #[test]
    fn letters_taken_for_digits_are_corrected() {
        let value = "AP00OoIl00000000000000000000000000";
        let report = application(value).report(value);
        assert_eq!(
            report.as_str(),
            "character 5 of this application SID is `O`, which is not a hexadecimal digit\n  \
             AP00OoIl00000000000000000000000000\n      ^\n\
             = help: did you mean `AP00001100000000000000000000000000`?"
        );
        assert!(application(value).help().as_str().starts_with("did you mean the digit `0` (zero)?"));
    }

    #[test]
    fn each_mistake_has_its_place_its_sentence_and_its_help() {
        let form = "an application SID is `AP` and 32 hexadecimal digits (0-9, a-f, A-F)";
        for (value, position, sentence, help) in [
            ("", 0..0, "this text is empty, but an application SID is needed", form),
            (
                "0123456789abcdef0123456789abcdef",
                0..32,
                "this looks like a secret, not an application SID (it is not shown here)",
                &format!("{form}; a secret does not belong in source code"),
            ),
            ("“AP0”", 0..3, "`“` stands in front of this application SID", &format!("delete it; {form}")),
            (
                "AC00",
                0..2,
                "this is an account SID, not an application SID",
                "an application SID starts with `AP`, an account SID with `AC`",
            ),
            ("éX00", 0..3, "an application SID starts with `AP`, this text starts with `éX`", form),
            ("A", 0..1, "an application SID starts with `AP`, this text starts with `A`", form),
            ("x\u{200B}0", 0..4, "an application SID starts with `AP`, this text starts with `x`", form),
            (
                "\u{7}x0",
                0..2,
                "an application SID starts with `AP`, this text starts with the invisible character U+0007",
                form,
            ),
            (
                "aP0",
                0..2,
                "an application SID starts with `AP`, this text starts with `aP`",
                "write the first two letters in upper case: `AP`",
            ),
            ("XP0", 0..2, "an application SID starts with `AP`, this text starts with `XP`", form),
            (
                "AP0l",
                3..4,
                "character 4 of this application SID is `l`, which is not a hexadecimal digit",
                &format!("did you mean the digit `1` (one)? {form}"),
            ),
            (
                "AP000",
                5..5,
                "an application SID has 34 characters, this one has 5",
                &format!("{form}; here 29 characters are missing"),
            ),
            (
                "AP000000000000000000000000000000000",
                34..35,
                "an application SID has 34 characters, this one has 35",
                &format!("{form}; here 1 character is too many"),
            ),
        ] {
            let error = application(value);
            assert_eq!(error.position(), position, "{value}");
            assert_eq!(format!("{error:#}"), format!("{sentence}\n= help: {help}"), "{value}");
        }
    }

    #[test]
    fn a_correction_changes_what_is_likely_and_no_more() {
        let meant = |value: &str| {
            let report = application(value).report(value).to_string();
            report.contains(&format!("did you mean `{APPLICATION}`?"))
        };
        assert!(meant("APO0000000000000000000000000000000"));
        assert!(meant("aP00000000000000000000000000000000"));
        assert!(meant("Ap0000000000000000000000000000000o"));
        assert!(meant("'AP00000000000000000000000000000000'"));
        // Digits stay as they are written, in upper or lower case.
        let value = "apaB0000000000000000000000000000OO";
        assert!(
            application(value)
                .report(value)
                .as_str()
                .contains("did you mean `APaB000000000000000000000000000000`?")
        );
        // The first two letters are no digits.
        let reservations = "lR00000000000000000000000000000000";
        assert!(!application(reservations).report(reservations).as_str().contains("did you mean"));
        let service = "Is00000000000000000000000000000000";
        let report = check(SidKind::Service, service).unwrap_err().report(service);
        assert!(report.as_str().contains("did you mean `IS00000000000000000000000000000000`?"), "{report}");
    }
}
