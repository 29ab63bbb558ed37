//! Names of parameters: those that a token hands to the application's webhook, and those that filter events.
//!
//! A name is one or more characters that can be seen; all else is percent-encoded and arrives as it was. A
//! parameter of an application must besides not have the name of one that Twilio itself sends with the
//! request, or the two cannot be told apart ("Twilio's request to your application", the TwiML docs).

use core::ops::Range;

use crate::{Text, chars, impl_error};

/// The parameters that Twilio sends with a voice request, in alphabetical order; `ApplicationSid` only where the request
/// goes to an application, as all that these tokens allow do.
///
/// ```
/// use twilio_capability_rules::param_name;
///
/// assert!(param_name::RESERVED.iter().all(|name| param_name::check(name).is_err()));
/// ```
pub const RESERVED: [&str; 29] = [
    "AccountSid",
    "ApiVersion",
    "ApplicationSid",
    "CallSid",
    "CallStatus",
    "Called",
    "CalledCity",
    "CalledCountry",
    "CalledState",
    "CalledZip",
    "Caller",
    "CallerCity",
    "CallerCountry",
    "CallerName",
    "CallerState",
    "CallerZip",
    "Direction",
    "ForwardedFrom",
    "From",
    "FromCity",
    "FromCountry",
    "FromState",
    "FromZip",
    "ParentCallSid",
    "To",
    "ToCity",
    "ToCountry",
    "ToState",
    "ToZip",
];

/// Checks the name of a parameter for an application.
///
/// ```
/// use twilio_capability_rules::param_name;
///
/// param_name::check("user_id")?;
/// let error = param_name::check("From").unwrap_err();
/// assert_eq!(error.to_string(), "the parameter `From` would shadow the `From` that Twilio sends itself");
/// # Ok::<(), param_name::ParamNameError>(())
/// ```
///
/// # Errors
///
/// The first character that is not allowed, or the parameter of Twilio's own that it would shadow.
pub const fn check(s: &str) -> Result<(), ParamNameError> {
    match check_by(Rule::Parameter, s) {
        Ok(()) => {}
        Err(error) => return Err(error),
    }
    // All of Twilio's own begin with a capital letter; the compiler shall not compare each of a source's names with each.
    if !matches!(s.as_bytes(), [b'A'..=b'Z', ..]) {
        return Ok(());
    }
    let mut rest = RESERVED.as_slice();
    while let Some((name, others)) = rest.split_first() {
        if equal(name, s) {
            let kind = ParamNameErrorKind::Reserved(name);
            return Err(ParamNameError { rule: Rule::Parameter, kind, from: 0, to: s.len(), character: 0 });
        }
        rest = others;
    }
    Ok(())
}

/// Checks the name of an event filter: as [`check`], but Twilio's own names are what one filters by.
///
/// ```
/// use twilio_capability_rules::param_name;
///
/// param_name::check_filter("CallSid")?;
/// # Ok::<(), param_name::ParamNameError>(())
/// ```
///
/// # Errors
///
/// The first character that is not allowed.
pub const fn check_filter(s: &str) -> Result<(), ParamNameError> {
    check_by(Rule::Filter, s)
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Rule {
    Parameter,
    Filter,
}

impl Rule {
    const fn noun(self) -> &'static str {
        match self {
            Self::Parameter => "parameter name",
            Self::Filter => "filter name",
        }
    }
}

const fn check_by(rule: Rule, s: &str) -> Result<(), ParamNameError> {
    if chars::is_short_word(s) {
        return Ok(());
    }
    if s.is_empty() {
        return Err(ParamNameError { rule, kind: ParamNameErrorKind::Empty, from: 0, to: 0, character: 0 });
    }
    if chars::holds_secret(s) {
        return Err(ParamNameError {
            rule,
            kind: ParamNameErrorKind::Secret,
            from: 0,
            to: s.len(),
            character: 0,
        });
    }
    let mut rest = s;
    let mut character = 0;
    while let Some((c, tail)) = chars::split_first(rest) {
        let from = s.len() - rest.len();
        character += 1;
        if chars::is_invisible(c) {
            let kind = ParamNameErrorKind::Character(c);
            return Err(ParamNameError { rule, kind, from, to: from + c.len_utf8(), character });
        }
        rest = tail;
    }
    Ok(())
}

const fn equal(a: &str, b: &str) -> bool {
    let (mut a, mut b) = (a.as_bytes(), b.as_bytes());
    if a.len() != b.len() {
        return false;
    }
    while let (Some((x, rest_of_a)), Some((y, rest_of_b))) = (a.split_first(), b.split_first()) {
        if *x != *y {
            return false;
        }
        (a, b) = (rest_of_a, rest_of_b);
    }
    true
}

/// Why a text is not the name of a parameter.
///
/// ```
/// use twilio_capability_rules::param_name::{self, ParamNameError};
///
/// let error: ParamNameError = param_name::check("").unwrap_err();
/// assert_eq!(error.to_string(), "this parameter name is empty");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ParamNameError {
    rule: Rule,
    kind: ParamNameErrorKind,
    from: usize,
    to: usize,
    /// Which character it is, counted from 1.
    character: usize,
}

/// The part of the rule that was broken.
///
/// ```
/// use twilio_capability_rules::param_name::{self, ParamNameErrorKind};
///
/// assert_eq!(param_name::check("a b").unwrap_err().kind(), ParamNameErrorKind::Character(' '));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum ParamNameErrorKind {
    /// There is no text.
    Empty,
    /// The text has 32 hexadecimal digits on their own, as auth tokens have.
    Secret,
    /// White space, a control character or another invisible one.
    Character(char),
    /// The name of a parameter that Twilio sends itself.
    Reserved(&'static str),
}

impl ParamNameError {
    /// What is wrong.
    ///
    /// ```
    /// use twilio_capability_rules::param_name::{self, ParamNameErrorKind};
    ///
    /// let error = param_name::check("To").unwrap_err();
    /// assert_eq!(error.kind(), ParamNameErrorKind::Reserved("To"));
    /// ```
    #[must_use]
    pub const fn kind(&self) -> ParamNameErrorKind {
        self.kind
    }

    /// Where it is wrong, as a range of bytes of the text that was checked.
    ///
    /// ```
    /// use twilio_capability_rules::param_name;
    ///
    /// let error = param_name::check("To").unwrap_err();
    /// assert_eq!(error.position(), 0..2);
    /// ```
    #[must_use]
    pub const fn position(&self) -> Range<usize> {
        self.from..self.to
    }

    /// What is wrong, as a sentence.
    ///
    /// ```
    /// use twilio_capability_rules::param_name;
    ///
    /// let error = param_name::check("To").unwrap_err();
    /// assert!(error.headline().as_str().starts_with("the parameter `To` would shadow"));
    /// ```
    #[must_use]
    pub const fn headline(&self) -> Text {
        let (text, noun) = (Text::new(), self.rule.noun());
        match self.kind {
            ParamNameErrorKind::Empty => text.str("this ").str(noun).str(" is empty"),
            ParamNameErrorKind::Secret => {
                text.str("this looks like a secret, not a ").str(noun).str(" (it is not shown here)")
            }
            ParamNameErrorKind::Character(c) => text
                .str("character ")
                .number(self.character as u64)
                .str(" of this ")
                .str(noun)
                .str(" is ")
                .character(c),
            ParamNameErrorKind::Reserved(name) => text
                .str("the parameter `")
                .str(name)
                .str("` would shadow the `")
                .str(name)
                .str("` that Twilio sends itself"),
        }
    }

    /// What to do about it.
    ///
    /// ```
    /// use twilio_capability_rules::param_name;
    ///
    /// let error = param_name::check("To").unwrap_err();
    /// assert_eq!(error.help().as_str(), "choose another name, for example `my_To`");
    /// ```
    #[must_use]
    pub const fn help(&self) -> Text {
        match self.kind {
            ParamNameErrorKind::Reserved(name) => {
                Text::new().str("choose another name, for example `my_").str(name).str("`")
            }
            ParamNameErrorKind::Secret => Text::new().str(match self.rule {
                Rule::Parameter => {
                    "a parameter is sent to the application's web address; name it after what it holds"
                }
                Rule::Filter => "whoever has the token can read its filters; name them after fields of the events",
            }),
            _ => Text::new().str("a ").str(self.rule.noun()).str(
                " has at least one character, none of them white space or a control or other invisible character",
            ),
        }
    }

    /// Headline, the text with carets under what is wrong, and help. `value` is the text that was checked; one
    /// that looks like a secret is not shown.
    ///
    /// ```
    /// use twilio_capability_rules::param_name;
    ///
    /// let report = param_name::check("user id").unwrap_err().report("user id");
    /// assert!(report.as_str().starts_with("character 5 of this parameter name is a space\n  user id\n      ^\n"));
    /// ```
    #[must_use]
    pub const fn report(&self, value: &str) -> Text {
        let at = self.position();
        let at = match self.kind {
            ParamNameErrorKind::Character(_) => Some(&at),
            _ => None,
        };
        Text::report(&self.headline(), value, at, &self.help())
    }
}

impl_error!(ParamNameError);

#[cfg(test)]
mod tests {
    extern crate std;

    use std::format;
    use std::string::ToString;

    use super::*;

    #[test]
    fn twilios_own_names_are_refused_for_applications_only() {
        for name in RESERVED {
            assert_eq!(check(name).unwrap_err().kind(), ParamNameErrorKind::Reserved(name));
            assert_eq!(check_filter(name), Ok(()));
            assert_eq!(check(&format!("{name}2")), Ok(()));
            assert_eq!(check(&name.to_lowercase()), Ok(()));
        }
        assert!(RESERVED.is_sorted());
        assert!(RESERVED.iter().all(|name| name.starts_with(|c: char| c.is_ascii_uppercase())));
    }

    #[test]
    fn names_are_visible() {
        for name in ["user_id", "a", "a&b=c%d+e", "é", "📞", "k[0]"] {
            assert_eq!(check(name), Ok(()));
        }
        assert_eq!(check("").unwrap_err().to_string(), "this parameter name is empty");
        let error = check("é\u{200B}").unwrap_err();
        assert_eq!(error.kind(), ParamNameErrorKind::Character('\u{200B}'));
        assert_eq!(error.position(), 2..5);
        assert_eq!(error.to_string(), "character 2 of this parameter name is the invisible character U+200B");
        assert_eq!(check("0123456789abcdef0123456789abcdef").unwrap_err().kind(), ParamNameErrorKind::Secret);
    }

    #[test]
    fn the_help_says_what_to_type_and_the_report_where() {
        let help = |name| check(name).unwrap_err().help();
        assert_eq!(help("From").as_str(), "choose another name, for example `my_From`");
        assert!(help("0123456789abcdef0123456789abcdef").as_str().starts_with("a parameter is sent to"));
        assert!(help("").as_str().starts_with("a parameter name has at least one character"));
        let report = |name| check(name).unwrap_err().report(name);
        assert!(report("a b").as_str().contains("\n  a b\n   ^\n= help: "));
        assert!(!report("From").as_str().contains('^'));
    }

    #[test]
    fn the_name_of_a_filter_is_called_so() {
        let error = |name| check_filter(name).unwrap_err();
        assert_eq!(error("").to_string(), "this filter name is empty");
        assert_eq!(error("a b").to_string(), "character 2 of this filter name is a space");
        assert!(error("a b").help().as_str().starts_with("a filter name has at least one character"));
        let secret = error("0123456789abcdef0123456789abcdef");
        assert!(secret.to_string().starts_with("this looks like a secret, not a filter name"));
        assert!(secret.help().as_str().starts_with("whoever has the token can read its filters"));
    }
}
