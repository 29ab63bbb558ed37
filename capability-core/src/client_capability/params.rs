mod write;

use std::collections::HashSet;
use std::fmt::{self, Display};
use std::ops::Range;

use self::write::{EQUALS, encoded_name, push_parameter};
use super::percent_encode::{decode_twice, push_twice};
use crate::call_params::{CallParams, ParamsWriter, ToParam, shown};
use crate::sealed::Private;
use crate::values::{ParamName, ParamsError, last_of_each};

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
#[derive(Clone, Default)]
pub struct Params {
    encoded: Vec<u8>,
    /// A hash of each name, while there are few, so that looking for one compares a number each. The first has a field of its
    /// own, so that one parameter does not cost a second allocation.
    first: u32,
    others: Vec<u32>,
    /// The number of entries in `encoded`, once there are many. Then an entry is only added, and an earlier one of its name no
    /// longer counts. An entry without an equals sign is a name that was removed.
    many: usize,
    /// How many of them had different names when that was last made sure of.
    unique: usize,
}

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
        Self { encoded: Vec::new(), first: 0, others: Vec::new(), many: 0, unique: 0 }
    }

    /// Parameters whose names are known only at run time.
    ///
    /// A value is written with its `Display`. `None` leaves the parameter out.
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
    pub fn try_from_iter<N: AsRef<str>, V: ToParam<K>, K>(
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
            let mut push = |value: Option<&dyn Display>| {
                if let Some(value) = value {
                    all.push_new(name, value);
                }
            };
            value.to_param(&mut push, Private);
        }
        Ok(all)
    }

    /// Adds a parameter. A name that is given again replaces the earlier value.
    ///
    /// `value` is written with its `Display`, and arrives as one value whatever characters it contains. A `value` whose
    /// `Display` reports an error is sent as an empty string. `None` leaves the parameter out, also if an earlier value has
    /// its name.
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
    pub fn param<K>(mut self, name: ParamName, value: impl ToParam<K>) -> Self {
        self.set_optional(name.as_str(), &value);
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
        match (self.many, self.unique) {
            (0, _) if self.is_empty() => 0,
            (0, _) => 1 + self.others.len(),
            (many, unique) if many == unique => unique,
            _ => self.parameters().count(),
        }
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
        self.encoded.is_empty() || self.many != self.unique && self.parameters().next().is_none()
    }

    /// The largest number of bytes that [`write`](Self::write) appends.
    pub(super) fn size_hint(&self) -> usize {
        self.encoded.len()
    }

    /// Appends the parameters as a scope carries them.
    pub(super) fn write(&self, out: &mut Vec<u8>) {
        if self.many == self.unique {
            out.extend_from_slice(&self.encoded);
        } else {
            out.extend_from_slice(&self.without_replaced());
        }
    }

    /// Adds a parameter after the others; one of the same name is removed.
    pub(crate) fn set(&mut self, name: &str, value: &dyn Display) {
        let hash = hash(name);
        if self.many == 0 {
            self.remove(hash, || encoded_name(name));
        }
        self.push(hash, |out| push_parameter(out, name, value));
        self.forget_replaced();
    }

    /// Adds a parameter after the others, if it has a value; one of the same name is removed in any case.
    pub(super) fn set_optional<K>(&mut self, name: &str, value: &impl ToParam<K>) {
        value.to_param(&mut |value| self.set_or_unset(name, value), Private);
    }

    fn set_or_unset(&mut self, name: &str, value: Option<&dyn Display>) {
        match value {
            Some(value) => self.set(name, value),
            None => self.unset(name),
        }
    }

    /// Removes the parameter of this name, if there is one.
    fn unset(&mut self, name: &str) {
        if self.many == 0 {
            return self.remove(hash(name), || encoded_name(name));
        }
        // A name without a value: it replaces the parameter, and does not count itself.
        self.push(hash(name), |out| push_twice(out, name.as_bytes()));
        self.forget_replaced();
    }

    /// Adds a parameter after the others. Its name is new.
    pub(super) fn push_new(&mut self, name: &str, value: &dyn Display) {
        let is_unique = self.many == self.unique;
        self.push(hash(name), |out| push_parameter(out, name, value));
        if is_unique {
            self.unique = self.many;
        }
    }

    /// Adds `later` after these; those of the same names are removed.
    pub(super) fn merge(&mut self, mut later: Self) {
        if later.many != later.unique {
            later.keep_last_of_each();
        }
        if self.encoded.is_empty() {
            *self = later;
            return;
        }
        if later.many > 0 {
            self.many = later.many + if self.many > 0 { self.many } else { self.len() };
            self.others.clear();
            self.encoded.extend_from_slice(AND);
            self.encoded.extend_from_slice(&later.encoded);
            self.forget_replaced();
            return;
        }
        let hashes = std::iter::once(later.first).chain(later.others.iter().copied());
        for (parameter, hash) in later.parameters().zip(hashes) {
            if self.many == 0 {
                self.remove(hash, || [name_of(parameter).as_bytes(), EQUALS].concat());
            }
            self.push(hash, |out| out.extend_from_slice(parameter.as_bytes()));
        }
        self.forget_replaced();
    }

    /// Adds what `write` writes, after the others. Its name has the hash `hash`.
    fn push(&mut self, hash: u32, write: impl FnOnce(&mut Vec<u8>)) {
        if self.encoded.is_empty() {
            // Room for a usual parameter, so that its parts do not grow the buffer one by one.
            self.encoded = Vec::with_capacity(64);
            self.first = hash;
        } else {
            self.encoded.extend_from_slice(AND);
            if self.many > 0 {
                self.many += 1;
            } else if self.others.len() + 1 < FEW {
                self.others.push(hash);
            } else {
                // From here on, no hash is looked for.
                (self.many, self.unique) = (FEW + 1, FEW + 1);
                self.others.clear();
            }
        }
        write(&mut self.encoded);
    }

    /// Removes the parameters that were replaced, if they can be half of all. So adding takes the same time for each.
    fn forget_replaced(&mut self) {
        if self.many >= 2 * self.unique.max(FEW) {
            self.keep_last_of_each();
        }
    }

    fn keep_last_of_each(&mut self) {
        self.encoded = self.without_replaced();
        self.many = self.all().count();
        self.unique = self.many;
    }

    /// Removes the parameter that starts with `name`, which is encoded and ends with the equals sign. There are few.
    fn remove(&mut self, hash: u32, name: impl FnOnce() -> Vec<u8>) {
        if self.encoded.is_empty() || self.first != hash && !self.others.contains(&hash) {
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
        for (index, parameter) in self.all().enumerate() {
            let end = start + parameter.len();
            if parameter.as_bytes().starts_with(name) {
                return Some((index, start..end));
            }
            start = end + AND.len();
        }
        None
    }

    /// Each `name%3Dvalue`, also those that were replaced, and each name that was removed. Data has no `%26` in it: a `%` of
    /// theirs is `%25`.
    fn all(&self) -> impl Iterator<Item = &str> {
        // Nothing but ASCII is ever pushed. An empty text would be one empty parameter.
        let encoded = str::from_utf8(&self.encoded).unwrap_or_default();
        encoded.split("%26").filter(|parameter| !parameter.is_empty())
    }

    /// Each `name%3Dvalue`.
    fn parameters(&self) -> impl Iterator<Item = &str> {
        let mut last =
            if self.many == self.unique { None } else { Some(last_of_each(self.all().map(name_of))) };
        self.all().filter(move |parameter| {
            last.as_mut().is_none_or(|last| last.next().unwrap_or_default() && parameter.contains("%3D"))
        })
    }

    fn without_replaced(&self) -> Vec<u8> {
        let mut encoded = Vec::with_capacity(self.encoded.len());
        for parameter in self.parameters() {
            if !encoded.is_empty() {
                encoded.extend_from_slice(AND);
            }
            encoded.extend_from_slice(parameter.as_bytes());
        }
        encoded
    }
}

/// The same parameters in the same order.
impl PartialEq for Params {
    fn eq(&self, other: &Self) -> bool {
        self.parameters().eq(other.parameters())
    }
}

impl Eq for Params {}

/// Up to this number of parameters, an earlier one is looked for when another is added.
const FEW: usize = 16;

/// The encoded name of `name%3Dvalue`.
fn name_of(parameter: &str) -> &str {
    parameter.split_once("%3D").map_or(parameter, |(name, _)| name)
}

/// The fields that have a value.
impl<P: CallParams> From<&P> for Params {
    fn from(declared: &P) -> Self {
        let mut params = Self::new();
        let mut set =
            |name: ParamName, value: Option<&dyn Display>| params.set_or_unset(name.as_str(), value);
        declared.write_params(&mut ParamsWriter::new(&mut set));
        params
    }
}

/// FNV-1a.
fn hash(name: &str) -> u32 {
    name.bytes().fold(0x811C_9DC5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

impl fmt::Debug for Params {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let list: Vec<_> = self.iter().collect();
        f.debug_map().entries(list.iter().map(|(name, value)| shown((name, value)))).finish()
    }
}

#[cfg(test)]
mod tests;
