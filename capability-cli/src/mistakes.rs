//! The mistakes of one call. They are collected, so that all of them are reported at once.

use std::fmt::{self, Display};
use std::ops::Range;

use twilio_capability::{
    Error, JsonError, LifetimeError, RegionError, SidError, SidKind, StringError, TimeError,
};

use crate::color::{ERROR, HELP};
use crate::shell_words::{about_value, in_shell};

/// What is wrong with a call.
#[derive(Debug, Default)]
#[must_use = "mistakes that nobody reports are lost"]
pub(crate) struct Mistakes(Vec<Mistake>);

/// One mistake.
#[derive(Debug)]
pub(crate) struct Mistake {
    sentence: String,
    /// The value that is wrong, and the bytes of it that are.
    place: Option<(String, Range<usize>)>,
    help: Option<String>,
}

impl Mistake {
    pub(crate) fn new(sentence: impl Into<String>) -> Self {
        Self { sentence: sentence.into(), place: None, help: None }
    }

    pub(crate) fn help(self, help: impl Into<String>) -> Self {
        Self { help: Some(help.into()), ..self }
    }

    /// The mistake in the value of `option`.
    pub(crate) fn in_value(option: &str, value: &str, error: &impl RuleError) -> Self {
        let error = if is_shown(value) { error.clone() } else { error.without_value() };
        let place = error
            .position()
            .filter(|_| is_shown(value) && !value.is_empty())
            .map(|at| (value.to_owned(), at));
        let sentence = format!("{option}: {error}");
        let help = about_value(&error.help_line(), is_shown(value).then_some(value));
        Self { sentence, place, help: Some(help) }
    }
}

impl From<Error> for Mistake {
    fn from(error: Error) -> Self {
        let mut sentence = error.to_string();
        let mut source = std::error::Error::source(&error);
        while let Some(cause) = source {
            sentence = format!("{sentence}: {cause}");
            source = cause.source();
        }
        Self { sentence, place: None, help: error.help().map(in_shell) }
    }
}

impl Mistakes {
    pub(crate) fn add(&mut self, mistake: Mistake) {
        self.0.push(mistake);
    }

    /// The value, or `None` after its mistake was added.
    pub(crate) fn take<T>(&mut self, result: Result<T, Mistake>) -> Option<T> {
        result.map_err(|mistake| self.add(mistake)).ok()
    }

    /// An error if there are mistakes.
    pub(crate) fn finish(self) -> Result<(), Self> {
        if self.0.is_empty() { Ok(()) } else { Err(self) }
    }
}

impl From<Mistake> for Mistakes {
    fn from(mistake: Mistake) -> Self {
        Self(vec![mistake])
    }
}

impl Display for Mistakes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all = self.0.iter().map(ToString::to_string).collect::<Vec<_>>();
        f.write_str(&all.join("\n"))
    }
}

impl Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{ERROR}error:{ERROR:#} {}", self.sentence)?;
        if let Some((value, at)) = &self.place {
            let width = |range: Option<&str>| range.map_or(0, |text| printable(text).chars().count());
            let before = width(value.get(..at.start));
            let marked = width(value.get(at.clone())).max(1);
            write!(f, "\n  {}\n  {:before$}{ERROR}{}{ERROR:#}", printable(value), "", "^".repeat(marked))?;
        }
        match &self.help {
            Some(help) => write!(f, "\n{HELP}help:{HELP:#} {help}"),
            None => Ok(()),
        }
    }
}

/// The text with everything escaped that a terminal could interpret.
fn printable(text: &str) -> String {
    let escape = |c: char| match c {
        '"' | '\'' | '\\' => c.to_string(),
        _ => c.escape_debug().to_string(),
    };
    text.chars().map(escape).collect()
}

/// Whether a message may contain the value. A long one without punctuation that is no SID could be a secret.
fn is_shown(value: &str) -> bool {
    let is_random = value.len() >= 24 && value.chars().all(|c| c.is_ascii_alphanumeric());
    !is_random || SidKind::of(value).is_some()
}

/// An error of the library for one value.
pub(crate) trait RuleError: Display + Clone {
    fn help_line(&self) -> String;

    fn position(&self) -> Option<Range<usize>> {
        None
    }

    /// The same error without characters of the value.
    fn without_value(&self) -> Self {
        self.clone()
    }
}

macro_rules! rule_errors {
    ($($error:ty [$($more:item)*])+) => {$(
        impl RuleError for $error {
            fn help_line(&self) -> String {
                self.help().to_string()
            }

            $($more)*
        }
    )+};
}

rule_errors! {
    SidError [
        fn position(&self) -> Option<Range<usize>> {
            Some(self.position())
        }

        fn without_value(&self) -> Self {
            self.redacted()
        }
    ]
    RegionError [
        fn position(&self) -> Option<Range<usize>> {
            Some(self.position())
        }

        fn without_value(&self) -> Self {
            self.redacted()
        }
    ]
    StringError [
        fn position(&self) -> Option<Range<usize>> {
            Some(self.position())
        }
    ]
    LifetimeError []
    TimeError []
    JsonError []
}
