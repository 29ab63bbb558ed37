use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use base64::Engine;
use zeroize::Zeroizing;

use super::key_error::{ParamsKeyError, ParamsKeyErrorKind};
use super::mac::Covered;
use super::{SentParams, SignedParams};
use crate::call_params::{CallParams, ParamsWriter, written};
use crate::jwt::BASE64URL;
use crate::keys::{EnvError, EnvValue, Fault, Hs256, MAC_LEN, on_wiped_stack, process, same};
use crate::values::{AccountSid, ApplicationSid, ClientName, ParamName, UnixTime};

/// A key that signs the parameters of calls: at least 32 bytes.
///
/// It is a secret of your server alone. Twilio does not know it, and bytes that contain the characters of an auth token are
/// refused. All servers that make tokens or answer webhooks need the same key, so keep it where the other secrets are. As a
/// string, it is at least 64 hexadecimal digits, for example those that `openssl rand -hex 32` prints.
///
/// It is cheap to clone. It is wiped from memory when it is dropped, and it cannot be printed.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::webhook::ParamsKey;
///
/// let key: ParamsKey = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef".parse()?;
/// assert_eq!(format!("{key:?}"), "ParamsKey([redacted])");
/// # Ok::<(), twilio_capability::webhook::ParamsKeyError>(())
/// ```
#[derive(Clone)]
pub struct ParamsKey {
    signs: Arc<Hs256>,
    others: Vec<Arc<Hs256>>,
}

impl ParamsKey {
    /// The smallest number of bytes: 32, the length of the hash. A longer key is not safer.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::webhook::ParamsKey;
    ///
    /// assert!(ParamsKey::from_bytes(&[7; ParamsKey::MIN_LEN]).is_ok());
    /// ```
    pub const MIN_LEN: usize = 32;

    /// A key from bytes, for example from a key management service.
    ///
    /// # Errors
    ///
    /// There are fewer than 32 bytes, or they contain the characters of 32 hexadecimal digits in a row, such as an auth token.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::webhook::{ParamsKey, ParamsKeyErrorKind};
    ///
    /// assert_eq!(ParamsKey::from_bytes(b"short").unwrap_err().kind(), ParamsKeyErrorKind::TooShort);
    /// let auth_token = b"00000000000000000000000000000000";
    /// assert_eq!(ParamsKey::from_bytes(auth_token).unwrap_err().kind(), ParamsKeyErrorKind::HexText);
    /// ```
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ParamsKeyError> {
        if bytes.len() < Self::MIN_LEN {
            return Err(ParamsKeyError::new(ParamsKeyErrorKind::TooShort));
        }
        // Also in a text around them, such as the line end of a file.
        if bytes.split(|byte| !byte.is_ascii_hexdigit()).any(|digits| digits.len() >= 32) {
            return Err(ParamsKeyError::new(ParamsKeyErrorKind::HexText));
        }
        Ok(Self::of(bytes))
    }

    /// A new random key. It exists in this process only: after a restart, calls with older tokens are refused.
    ///
    /// # Panics
    ///
    /// If the operating system has no random numbers.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::webhook::ParamsKey;
    ///
    /// let key = ParamsKey::generate();
    /// ```
    #[must_use]
    #[expect(clippy::expect_used, reason = "a key that can be guessed is worse than a panic")]
    pub fn generate() -> Self {
        let mut bytes = Zeroizing::new([0; Self::MIN_LEN]);
        getrandom::getrandom(&mut *bytes).expect("the operating system has random numbers");
        Self::of(&*bytes)
    }

    fn of(bytes: &[u8]) -> Self {
        Self { signs: on_wiped_stack(|| Arc::new(Hs256::new(bytes))), others: Vec::new() }
    }

    /// A key from an environment variable that contains at least 64 hexadecimal digits.
    ///
    /// # Errors
    ///
    /// The variable is missing, empty or not valid, or its digits repeat, as those of `0123456789abcdef…` or of zeros. The error
    /// names the variable and shows no character of its value.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::webhook::ParamsKey;
    ///
    /// match ParamsKey::from_env("VOICE_PARAMS_KEY") {
    ///     Ok(key) => println!("{key:?}"),
    ///     Err(error) => eprintln!("{error}: {}", error.help()),
    /// }
    /// ```
    pub fn from_env(variable: &str) -> Result<Self, EnvError> {
        process().variable(variable)
    }

    /// Also accepts parameters that were signed with `older`, while a new key replaces it.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::webhook::ParamsKey;
    ///
    /// fn rotate(new: ParamsKey, old: ParamsKey) -> ParamsKey {
    ///     new.or_key(old)
    /// }
    /// ```
    #[must_use]
    pub fn or_key(mut self, older: Self) -> Self {
        self.others.push(older.signs);
        self.others.extend(older.others);
        self
    }

    /// Signs parameters for the calls of one client to one application, until a point in time.
    ///
    /// Make `until` a minute later than the end of the token: the webhook of a call that begins just before the end comes after it. The
    /// signature is one parameter more, `params_signature`, of at most 56 characters. No [`ParamName`] is that name.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use std::time::Duration;
    ///
    /// use twilio_capability::webhook::ParamsKey;
    /// use twilio_capability::{AccountSid, ApplicationSid, CallParams, ClientName, Params, Ttl, UnixTime};
    ///
    /// fn params(
    ///     key: &ParamsKey,
    ///     account: AccountSid,
    ///     application: ApplicationSid,
    ///     name: &ClientName,
    ///     caller: &impl CallParams,
    /// ) -> Params {
    ///     let until = UnixTime::now().after(Ttl::from_static(3600)) + Duration::from_secs(60);
    ///     Params::from(&key.sign_params(caller, account, application, name, until))
    /// }
    /// ```
    #[must_use]
    pub fn sign_params<P: CallParams>(
        &self,
        params: &P,
        account: AccountSid,
        application: ApplicationSid,
        client: &ClientName,
        until: UnixTime,
    ) -> SignedParams<SentParams> {
        let until = until.as_secs().to_string();
        let params = params_of(params, written);
        let covered = Covered { account, application, client, until: &until };
        let message = covered.message(params.iter().map(|(name, value)| (name.as_str(), value.as_str())));
        let mac = BASE64URL.encode(self.signs.mac(&message));
        let signature = format!("{until}.{mac}");
        SignedParams { params: SentParams { params, signature } }
    }

    /// Whether one of the keys made this signature of `message`. The comparisons take constant time.
    pub(super) fn signed(&self, message: &[u8], mac: &[u8; MAC_LEN]) -> bool {
        let keys = std::iter::once(&self.signs).chain(&self.others);
        keys.fold(false, |found, key| found | same(&key.mac(message), mac))
    }
}

/// The parameters that a value writes, by name, with what `read` makes of each value: a name that is written again replaces the
/// earlier value.
pub(super) fn params_of<V>(
    value: &impl CallParams,
    read: impl Fn(&dyn fmt::Display) -> V,
) -> BTreeMap<ParamName, V> {
    let mut list = BTreeMap::new();
    let mut set = |name: ParamName, value: Option<&dyn fmt::Display>| match value {
        Some(value) => drop(list.insert(name, read(value))),
        None => drop(list.remove(&name)),
    };
    value.write_params(&mut ParamsWriter::new(&mut set));
    list
}

impl FromStr for ParamsKey {
    type Err = ParamsKeyError;

    fn from_str(digits: &str) -> Result<Self, Self::Err> {
        Self::from_bytes(&decode(digits)?)
    }
}

/// The bytes that pairs of hexadecimal digits mean.
fn decode(digits: &str) -> Result<Zeroizing<Vec<u8>>, ParamsKeyError> {
    if digits.is_empty() {
        return Err(ParamsKeyError::new(ParamsKeyErrorKind::Empty));
    }
    let (pairs, []) = digits.as_bytes().as_chunks::<2>() else {
        return Err(ParamsKeyError::new(ParamsKeyErrorKind::NotHex));
    };
    let mut bytes = Zeroizing::new(Vec::with_capacity(pairs.len()));
    for [high, low] in pairs {
        let (Some(high), Some(low)) = (digit(*high), digit(*low)) else {
            return Err(ParamsKeyError::new(ParamsKeyErrorKind::NotHex));
        };
        bytes.push(high << 4 | low);
    }
    Ok(bytes)
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16)?.try_into().ok()
}

impl EnvValue for ParamsKey {
    fn from_value(value: Zeroizing<String>) -> Result<Self, Fault> {
        let invalid =
            |error: ParamsKeyError| Fault::Invalid { help: error.help().to_owned(), source: error.into() };
        let bytes = decode(&value).map_err(invalid)?;
        let key = Self::from_bytes(&bytes).map_err(invalid)?;
        // The same digits again and again: zeros, the key of an example, or an auth token twice.
        if bytes.iter().zip(bytes.iter().skip(16)).all(|(byte, later)| byte == later) {
            return Err(Fault::Placeholder("replace it with the digits that `openssl rand -hex 32` prints"));
        }
        Ok(key)
    }
}

impl fmt::Debug for ParamsKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ParamsKey([redacted])")
    }
}
