use std::collections::HashSet;
use std::fmt::{self, Display, Write};
use std::ops::Range;

use super::percent_encode::{Twice, decode_twice, push_twice};
use crate::call_params::{CallParams, ParamsWriter};
use crate::values::{ParamName, ParamsError};

/// The parameters of an [`Outgoing`](crate::Outgoing) scope: names and values that Twilio sends to the application's
/// webhook with each call.
///
/// Use it where names are known only at run time, for example in a map. Parameters whose names are written in the source
/// need only [`Outgoing::param`](crate::Outgoing::param).
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use std::collections::BTreeMap;
///
/// use twilio_capability::{ApplicationSid, Outgoing, Params};
///
/// fn outgoing(application: ApplicationSid, settings: &BTreeMap<String, String>) -> Result<Outgoing, Box<dyn std::error::Error>> {
///     Ok(Outgoing::to(application).params(Params::try_from_iter(settings)?))
/// }
/// # let settings = BTreeMap::from([("plan".to_owned(), "free".to_owned())]);
/// # assert_eq!(outgoing("AP00000000000000000000000000000000".parse()?, &settings)?.iter_params().count(), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
// The form in which a scope carries them: `E(name)=E(value)` joined by `&`, and all of that encoded once more, so that a
// separator is `%3D` or `%26` and an `&` in a value `%2526`. `E` is the percent encoding of the rules. Encoded when a
// parameter is added, so that signing only copies.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Params {
    encoded: Vec<u8>,
    /// A hash of each name, so that looking for one compares a number each. The first has a field of its own, so that
    /// one parameter does not cost a second allocation.
    first: u32,
    others: Vec<u32>,
}

const EQUALS: &[u8] = b"%3D";
const AND: &[u8] = b"%26";

impl Params {
    /// No parameters.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::Params;
    ///
    /// assert!(Params::new().is_empty());
    /// ```
    #[must_use]
    pub const fn new() -> Self {
        Self { encoded: Vec::new(), first: 0, others: Vec::new() }
    }

    /// Parameters whose names are known only at run time.
    ///
    /// A value is written with its `Display`.
    ///
    /// # Errors
    ///
    /// The first name that is not a [`ParamName`] or occurs a second time.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::Params;
    ///
    /// let params = Params::try_from_iter([("user_id", "7"), ("plan", "free")])?;
    /// assert_eq!(params.iter().count(), 2);
    ///
    /// let error = Params::try_from_iter([("user_id", 7), ("user_id", 8)]).unwrap_err();
    /// assert_eq!(error.to_string(), "the parameter `user_id` occurs twice");
    /// # Ok::<(), twilio_capability::ParamsError>(())
    /// ```
    pub fn try_from_iter<N: AsRef<str>, V: Display>(
        params: impl IntoIterator<Item = (N, V)>,
    ) -> Result<Self, ParamsError> {
        let mut all = Self::new();
        let mut seen = HashSet::new();
        for (name, value) in params {
            let name = name.as_ref();
            ParamsError::check(name, seen.len())?;
            if !seen.insert(name.to_owned()) {
                return Err(ParamsError::repeated(name, seen.len()));
            }
            all.push(hash(name), |out| push_parameter(out, name, &value));
        }
        Ok(all)
    }

    /// Adds a parameter. A name that is given again replaces the earlier value.
    ///
    /// `value` is written with its `Display`, and arrives as one value whatever characters it contains. A `value` whose
    /// `Display` reports an error is sent as an empty string.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{ParamName, Params};
    ///
    /// const PLAN: ParamName = ParamName::from_static("plan");
    ///
    /// let params = Params::new().param(PLAN, "free").param(PLAN, "paid & more");
    /// assert_eq!(params.iter().collect::<Vec<_>>(), [("plan".to_owned(), "paid & more".to_owned())]);
    /// ```
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "the argument reads as `format!`'s do")]
    pub fn param(mut self, name: ParamName, value: impl Display) -> Self {
        self.set(name.as_str(), &value);
        self
    }

    /// The names and values as they were given. Their order is that of the token.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::Params;
    ///
    /// let params = Params::try_from_iter([("plan", "1&admin=true")])?;
    /// assert_eq!(params.iter().next(), Some(("plan".to_owned(), "1&admin=true".to_owned())));
    /// # Ok::<(), twilio_capability::ParamsError>(())
    /// ```
    pub fn iter(&self) -> impl Iterator<Item = (String, String)> + '_ {
        self.parameters().filter_map(|parameter| {
            let (name, value) = parameter.split_once("%3D")?;
            Some((decode_twice(name), decode_twice(value)))
        })
    }

    /// The number of parameters.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::Params;
    ///
    /// assert_eq!(Params::try_from_iter([("user_id", 7)])?.len(), 1);
    /// # Ok::<(), twilio_capability::ParamsError>(())
    /// ```
    #[must_use]
    pub fn len(&self) -> usize {
        if self.is_empty() { 0 } else { 1 + self.others.len() }
    }

    /// Whether there are no parameters.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::Params;
    ///
    /// assert!(!Params::try_from_iter([("user_id", 7)])?.is_empty());
    /// # Ok::<(), twilio_capability::ParamsError>(())
    /// ```
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.encoded.is_empty()
    }

    pub(super) fn encoded(&self) -> &[u8] {
        &self.encoded
    }

    /// Adds a parameter after the others; one of the same name is removed.
    pub(super) fn set(&mut self, name: &str, value: &dyn Display) {
        let hash = hash(name);
        self.remove(hash, || {
            let mut sought = Vec::new();
            push_name(&mut sought, name);
            sought
        });
        self.push(hash, |out| push_parameter(out, name, value));
    }

    /// Adds `later` after these; those of the same names are removed.
    pub(super) fn merge(&mut self, later: Self) {
        if self.is_empty() {
            *self = later;
            return;
        }
        let hashes = std::iter::once(later.first).chain(later.others.iter().copied());
        for (parameter, hash) in later.parameters().zip(hashes) {
            self.remove(hash, || {
                let (name, _) = parameter.split_once("%3D").unwrap_or((parameter, ""));
                [name.as_bytes(), EQUALS].concat()
            });
            self.push(hash, |out| out.extend_from_slice(parameter.as_bytes()));
        }
    }

    /// Adds what `write` writes, after the others. Its name has the hash `hash` and is new.
    fn push(&mut self, hash: u32, write: impl FnOnce(&mut Vec<u8>)) {
        if self.is_empty() {
            // Room for a usual parameter, so that its parts do not grow the buffer one by one.
            self.encoded = Vec::with_capacity(64);
            self.first = hash;
        } else {
            self.encoded.extend_from_slice(AND);
            self.others.push(hash);
        }
        write(&mut self.encoded);
    }

    /// Removes the parameter that starts with `name`, which is encoded and ends with the equals sign.
    fn remove(&mut self, hash: u32, name: impl FnOnce() -> Vec<u8>) {
        if self.is_empty() || self.first != hash && !self.others.contains(&hash) {
            return;
        }
        // Rare: the name is here already, or another one has its hash.
        let Some((index, at)) = self.find(&name()) else { return };
        if let Some(before) = index.checked_sub(1) {
            self.encoded.drain(at.start - AND.len()..at.end);
            self.others.remove(before);
        } else if self.others.is_empty() {
            self.encoded.clear();
        } else {
            self.encoded.drain(..at.end + AND.len());
            self.first = self.others.remove(0);
        }
    }

    /// Which parameter starts with `name`, which ends with the equals sign, and where it stands.
    fn find(&self, name: &[u8]) -> Option<(usize, Range<usize>)> {
        let mut start = 0;
        for (index, parameter) in self.parameters().enumerate() {
            let end = start + parameter.len();
            if parameter.as_bytes().starts_with(name) {
                return Some((index, start..end));
            }
            start = end + AND.len();
        }
        None
    }

    /// Each `name%3Dvalue`. Data has no `%26` in it: a `%` of theirs is `%25`.
    fn parameters(&self) -> impl Iterator<Item = &str> {
        // Nothing but ASCII is ever pushed. An empty text would be one empty parameter.
        let encoded = str::from_utf8(&self.encoded).unwrap_or_default();
        encoded.split("%26").filter(|parameter| !parameter.is_empty())
    }
}

/// The fields that have a value.
impl<P: CallParams> From<&P> for Params {
    fn from(declared: &P) -> Self {
        let mut params = Self::new();
        declared.write_params(&mut ParamsWriter::new(&mut |name, value| params.set(name.as_str(), value)));
        params
    }
}

/// FNV-1a.
fn hash(name: &str) -> u32 {
    name.bytes().fold(0x811C_9DC5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// Appends `E(E(name))` and the equals sign.
fn push_name(out: &mut Vec<u8>, name: &str) {
    push_twice(out, name.as_bytes());
    out.extend_from_slice(EQUALS);
}

fn push_parameter(out: &mut Vec<u8>, name: &str, value: &dyn Display) {
    push_name(out, name);
    let value_starts = out.len();
    if write!(Twice(out), "{value}").is_err() {
        // A value that fails halfway must not pass for a shorter one. The name stays: without it a filter would let
        // everything through.
        out.truncate(value_starts);
    }
}

impl fmt::Debug for Params {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn params(given: &[(&str, &str)]) -> Params {
        let mut params = Params::default();
        for (name, value) in given {
            params.set(name, value);
        }
        params
    }

    #[test]
    fn separators_are_encoded_once_and_data_twice() {
        let encoded = params(&[("user", "1&admin=true"), ("sp ace", "é %+\n"), ("e", "")]);
        assert_eq!(
            str::from_utf8(encoded.encoded()).unwrap(),
            "user%3D1%2526admin%253Dtrue%26sp%2520ace%3D%25C3%25A9%2520%2525%252B%250A%26e%3D"
        );
    }

    #[test]
    fn what_went_in_comes_out() {
        let given = [("user", "1&admin=true"), ("%26", "%3D%2525"), ("é", "%25"), ("e", "")];
        let found: Vec<_> = params(&given).iter().collect();
        assert_eq!(found, given.map(|(name, value)| (name.to_owned(), value.to_owned())));
        assert_eq!(Params::default().iter().count(), 0);
    }

    #[test]
    fn a_name_occurs_once_and_the_last_value_wins() {
        let twice = params(&[("a", "1"), ("b", "2"), ("c", "3"), ("a", "4")]);
        assert_eq!(twice, params(&[("b", "2"), ("c", "3"), ("a", "4")]));
        assert_eq!(params(&[("a", "1"), ("a", "2")]), params(&[("a", "2")]));
        // A name that begins like another is another.
        assert_eq!(params(&[("a", "1"), ("ab", "2")]).iter().count(), 2);
    }

    #[test]
    fn merged_parameters_replace_those_of_the_same_name() {
        for (one, two, both) in [
            (&[][..], &[("a", "1")][..], &[("a", "1")][..]),
            (&[("a", "1")], &[], &[("a", "1")]),
            (&[("a", "1")], &[("a", "2")], &[("a", "2")]),
            (&[("a", "1"), ("b", "2")], &[("a", "3"), ("c d", "&")], &[("b", "2"), ("a", "3"), ("c d", "&")]),
            (&[("c d", "1"), ("b", "2")], &[("b", ""), ("c d", "&")], &[("b", ""), ("c d", "&")]),
        ] {
            let mut merged = params(one);
            merged.merge(params(two));
            assert_eq!(merged, params(both));
            assert_eq!(merged.len(), both.len());
        }
    }

    #[test]
    fn parameters_of_an_iterator_are_those_that_are_set_one_by_one() {
        let given = [("user", "1&admin=true"), ("sp/ace", "é %+\n"), ("e", "")];
        assert_eq!(Params::try_from_iter(given).unwrap(), params(&given));
        assert_eq!(Params::try_from_iter([("", ""); 0]).unwrap(), Params::new());
        assert!(Params::try_from_iter([("a", 1), ("To", 2)]).is_err());
        assert!(Params::try_from_iter([("a", 1), ("b", 2), ("a", 2)]).is_err());
    }

    #[test]
    fn names_with_the_same_hash_are_told_apart() {
        // Found by search: both are 0xC7FE29BD in FNV-1a.
        let (one, two) = ("costarring", "liquid");
        assert_eq!(hash(one), hash(two));
        assert_eq!(params(&[(one, "1"), (two, "2")]).iter().count(), 2);
        assert_eq!(params(&[(one, "1"), (two, "2"), (one, "3")]), params(&[(two, "2"), (one, "3")]));
    }

    #[test]
    fn a_value_that_gives_up_halfway_is_empty() {
        struct GivesUp;
        impl Display for GivesUp {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("12")?;
                Err(fmt::Error)
            }
        }
        let mut given = params(&[("a", "1"), ("user_id", "2")]);
        given.set("user_id", &GivesUp);
        assert_eq!(given, params(&[("a", "1"), ("user_id", "")]));
        let mut alone = Params::default();
        alone.set("user_id", &GivesUp);
        assert_eq!(alone, params(&[("user_id", "")]));
    }

    #[test]
    fn many_names_with_the_same_hash_cost_no_more_than_a_look_at_each() {
        // Found by search: whichever of each pair a name goes on with, its hash is the same.
        let pairs = [
            ("yaczf", "glbpp"),
            ("numzf", "tplpp"),
            ("numzf", "tplpp"),
            ("numzf", "tplpp"),
            ("numzf", "tplpp"),
            ("numzf", "tplpp"),
            ("numzf", "tplpp"),
            ("numzf", "tplpp"),
            ("numzf", "tplpp"),
            ("numzf", "tplpp"),
        ];
        let mut names = vec![String::new()];
        for (one, two) in pairs {
            names = names.iter().flat_map(|name| [format!("{name}{one}"), format!("{name}{two}")]).collect();
        }
        assert!(names.iter().all(|name| hash(name) == hash(&names[0])));
        let mut many = Params::default();
        for name in &names {
            many.set(name, &1);
        }
        assert_eq!(many.iter().count(), 1024);
        many.set(&names[7], &2);
        assert_eq!(many.iter().count(), 1024);
        assert_eq!(many.iter().last(), Some((names[7].clone(), "2".to_owned())));
    }
}
