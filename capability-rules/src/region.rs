//! Regions: where Twilio processes and stores the data of a token's user.
//!
//! The code of a region is two letters, a number, and for private interconnects `-ix`: `au1`, `us1-ix`. Sources: "Twilio
//! Regions" for `us1`, `ie1` and `au1`, where products run today; "Legacy Regions" for the other codes and for the
//! edge locations that have replaced some of them (docs/global-infrastructure). [`check`] looks at the form and not at a
//! list, so that it also accepts the regions that Twilio opens later.

use core::ops::Range;

use crate::chars;
use crate::error::impl_error;
use crate::message::Message;

/// The codes of the regions that Twilio has named.
///
/// ```
/// use twilio_capability_rules::region;
///
/// assert!(region::KNOWN.iter().all(|code| region::check(code).is_ok()));
/// ```
pub const KNOWN: [&str; 8] = ["us1", "ie1", "au1", "br1", "de1", "jp1", "sg1", "us2"];

/// Other names that people write for a region: edge locations, regions of other clouds, and the older codes without a number.
const OTHER_NAMES: [(&str, &str); 24] = [
    ("ashburn", "us1"),
    ("dublin", "ie1"),
    ("frankfurt", "de1"),
    ("sao-paulo", "br1"),
    ("singapore", "sg1"),
    ("sydney", "au1"),
    ("tokyo", "jp1"),
    ("umatilla", "us2"),
    ("au", "au1"),
    ("br", "br1"),
    ("ie", "ie1"),
    ("jp", "jp1"),
    ("sg", "sg1"),
    ("us-or", "us2"),
    ("us-va", "us1"),
    ("eu1", "ie1"),
    ("eu", "ie1"),
    ("us", "us1"),
    ("ireland", "ie1"),
    ("australia", "au1"),
    ("eu-west-1", "ie1"),
    ("us-east-1", "us1"),
    ("us-west-2", "us2"),
    ("ap-southeast-2", "au1"),
];

/// Checks the code of a region.
///
/// ```
/// use twilio_capability_rules::region;
///
/// region::check("au1")?;
/// let error = region::check("sydney").unwrap_err();
/// assert_eq!(error.to_string(), "this is not the code of a region");
/// assert_eq!(error.help().as_str(), "did you mean `au1`?");
/// # Ok::<(), region::RegionError>(())
/// ```
///
/// # Errors
///
/// The string does not have the form of a region code.
pub const fn check(s: &str) -> Result<(), RegionError> {
    if s.is_empty() {
        return Err(RegionError { kind: RegionErrorKind::Empty, len: 0, meant: None });
    }
    // Twilio's region in Europe is `ie1`. This one looks like a code, but has never been one.
    if has_form(s.as_bytes()) && !chars::equal(s, "eu1") {
        return Ok(());
    }
    Err(RegionError { kind: RegionErrorKind::Form, len: s.len(), meant: meant(s) })
}

/// `[a-z]{2}[0-9]{1,2}(-[a-z]{2,8})?`
const fn has_form(bytes: &[u8]) -> bool {
    let [first, second, digit, rest @ ..] = bytes else { return false };
    if !first.is_ascii_lowercase() || !second.is_ascii_lowercase() || !digit.is_ascii_digit() {
        return false;
    }
    let suffix = match rest {
        [digit, rest @ ..] if digit.is_ascii_digit() => rest,
        rest => rest,
    };
    let [dash, letters @ ..] = suffix else { return true };
    let mut rest = letters;
    if *dash != b'-' || rest.len() < 2 || rest.len() > 8 {
        return false;
    }
    while let Some((letter, others)) = rest.split_first() {
        if !letter.is_ascii_lowercase() {
            return false;
        }
        rest = others;
    }
    true
}

/// The code that the author of `s` probably meant.
const fn meant(s: &str) -> Option<&'static str> {
    let mut known = KNOWN.as_slice();
    while let Some((code, others)) = known.split_first() {
        if chars::equal_but_for_case(s, code) {
            return Some(code);
        }
        known = others;
    }
    let mut names = OTHER_NAMES.as_slice();
    while let Some(((name, code), others)) = names.split_first() {
        if chars::equal_but_for_case(s, name) {
            return Some(code);
        }
        names = others;
    }
    None
}

/// Why a string is not the code of a region.
///
/// ```
/// # use twilio_capability_rules::region as twilio_capability;
/// use twilio_capability::{RegionError, RegionErrorKind};
///
/// fn check(error: &RegionError) {
///     // The error of `"".parse::<Region>()`.
///     assert_eq!(error.kind(), RegionErrorKind::Empty);
///     assert_eq!(error.help().as_str(), "leave it out: the default region is `us1`");
/// }
/// # check(&twilio_capability_rules::region::check("").unwrap_err());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RegionError {
    kind: RegionErrorKind,
    len: usize,
    meant: Option<&'static str>,
}

/// The part of the rule that a string breaks.
///
/// ```
/// # use twilio_capability_rules::region as twilio_capability;
/// use twilio_capability::{RegionError, RegionErrorKind};
///
/// fn check(error: &RegionError) {
///     // The error of `"AU1".parse::<Region>()`.
///     assert_eq!(error.kind(), RegionErrorKind::Form);
/// }
/// # check(&twilio_capability_rules::region::check("AU1").unwrap_err());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum RegionErrorKind {
    /// The string is empty.
    Empty,
    /// The string does not have the form of a code.
    Form,
}

impl RegionError {
    /// The part of the rule that the string breaks.
    ///
    /// ```
    /// # use twilio_capability_rules::region as twilio_capability;
    /// use twilio_capability::{RegionError, RegionErrorKind};
    ///
    /// fn check(error: &RegionError) {
    ///     // The error of `"sydney".parse::<Region>()`.
    ///     assert_eq!(error.kind(), RegionErrorKind::Form);
    /// }
    /// # check(&twilio_capability_rules::region::check("sydney").unwrap_err());
    /// ```
    #[must_use]
    pub const fn kind(&self) -> RegionErrorKind {
        self.kind
    }

    /// Which bytes of the string are wrong: all of them.
    ///
    /// ```
    /// # use twilio_capability_rules::region as twilio_capability;
    /// use twilio_capability::RegionError;
    ///
    /// fn check(error: &RegionError) {
    ///     // The error of `"AU1".parse::<Region>()`.
    ///     assert_eq!(error.position(), 0..3);
    /// }
    /// # check(&twilio_capability_rules::region::check("AU1").unwrap_err());
    /// ```
    #[must_use]
    pub const fn position(&self) -> Range<usize> {
        0..self.len
    }

    /// What is wrong, as a sentence.
    ///
    /// ```
    /// # use twilio_capability_rules::region as twilio_capability;
    /// use twilio_capability::RegionError;
    ///
    /// fn check(error: &RegionError) {
    ///     // The error of `"".parse::<Region>()`.
    ///     assert_eq!(error.headline().as_str(), "this region is empty");
    /// }
    /// # check(&twilio_capability_rules::region::check("").unwrap_err());
    /// ```
    #[must_use]
    pub const fn headline(&self) -> Message {
        Message::new().str(match self.kind {
            RegionErrorKind::Empty => "this region is empty",
            RegionErrorKind::Form => "this is not the code of a region",
        })
    }

    /// What to type instead.
    ///
    /// ```
    /// # use twilio_capability_rules::region as twilio_capability;
    /// use twilio_capability::RegionError;
    ///
    /// fn check(error: &RegionError) {
    ///     // The error of `"dublin".parse::<Region>()`.
    ///     assert_eq!(error.help().as_str(), "did you mean `ie1`?");
    /// }
    /// # check(&twilio_capability_rules::region::check("dublin").unwrap_err());
    /// ```
    #[must_use]
    pub const fn help(&self) -> Message {
        match (self.kind, self.meant) {
            (RegionErrorKind::Empty, _) => Message::new().str("leave it out: the default region is `us1`"),
            (_, Some(code)) => Message::new().str("did you mean `").str(code).str("`?"),
            (_, None) => Message::new()
                .str("a region code is two lower-case letters and a number: `us1`, `ie1`, `au1`"),
        }
    }

    /// The same error without a guess at what was meant, because the guess shows what the string is.
    ///
    /// ```
    /// # use twilio_capability_rules::region as twilio_capability;
    /// use twilio_capability::RegionError;
    ///
    /// fn check(error: &RegionError) {
    ///     // The error of `"dublin".parse::<Region>()`.
    ///     assert!(!error.redacted().help().as_str().contains("did you mean"));
    /// }
    /// # check(&twilio_capability_rules::region::check("dublin").unwrap_err());
    /// ```
    #[must_use]
    pub const fn redacted(self) -> Self {
        Self { meant: None, ..self }
    }

    /// Headline, the string with carets under it, and help. `value` is the string that was checked.
    ///
    /// ```
    /// # use twilio_capability_rules::region as twilio_capability;
    /// use twilio_capability::RegionError;
    ///
    /// fn check(error: &RegionError) {
    ///     // The error of `"AU1".parse::<Region>()`.
    ///     let report = error.report("AU1");
    ///     assert_eq!(
    ///         report.as_str(),
    ///         "this is not the code of a region\n  AU1\n  ^^^\n= help: did you mean `au1`?"
    ///     );
    /// }
    /// # check(&twilio_capability_rules::region::check("AU1").unwrap_err());
    /// ```
    #[must_use]
    pub const fn report(&self, value: &str) -> Message {
        let at = self.position();
        let at = match self.kind {
            RegionErrorKind::Empty => None,
            RegionErrorKind::Form => Some(&at),
        };
        Message::report_unless_secret(&self.headline(), value, at, &self.help())
    }
}

impl_error!(RegionError);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_form_is_checked_and_not_the_list() {
        for code in KNOWN.iter().chain(&["in1", "us1-ix", "sg1-ix", "eu12", "us1-abcdefgh"]) {
            assert_eq!(check(code), Ok(()), "{code}");
        }
        for other in [
            "us",
            "eu1",
            "u1",
            "u11",
            "US1",
            "us1-",
            "us1-i",
            "us1-IX",
            "us1-abcdefghi",
            "us123",
            "us1ix",
            "1us",
            "roaming",
            "gll",
            "é1",
        ] {
            assert_eq!(check(other).unwrap_err().kind(), RegionErrorKind::Form, "{other}");
        }
        assert_eq!(check("").unwrap_err().kind(), RegionErrorKind::Empty);
    }

    #[test]
    fn names_of_places_and_of_other_clouds_are_recognised() {
        for (name, code) in
            [("eu1", "ie1"), ("EU", "ie1"), ("us", "us1"), ("eu-west-1", "ie1"), ("Ireland", "ie1")]
        {
            let help = check(name).unwrap_err().help();
            assert!(help.as_str() == concat_code(code).as_str(), "{name}: {}", help.as_str());
        }
    }

    fn concat_code(code: &str) -> Message {
        Message::new().str("did you mean `").str(code).str("`?")
    }

    #[test]
    fn the_help_for_an_empty_region_is_to_leave_it_out() {
        assert_eq!(
            check("").unwrap_err().report("").as_str(),
            "this region is empty\n= help: leave it out: the default region is `us1`"
        );
    }

    #[test]
    fn names_of_edge_locations_and_other_cases_are_suggested() {
        for (written, code) in [("Dublin", "ie1"), ("IE1", "ie1"), ("us-va", "us1"), ("umatilla", "us2")] {
            assert_eq!(check(written).unwrap_err().meant, Some(code));
        }
        assert_eq!(check("roaming").unwrap_err().meant, None);
    }
}
