use std::error::Error;
use std::fmt;
use std::str::FromStr;

use serde_json::{Map, Value};

use super::read_write::{Fields, ReadGrant, Unreadable, WriteGrant, member};
use crate::access::findings::{PLAYBACK_EMPTY, PLAYBACK_RETIRED};
use crate::access::json::{MAX_JSON_LEN, check_text, discard, to_text};
use crate::inspect::Findings;
use crate::jwt::json_read::{self, MAX_DEPTH};
use crate::jwt::{Claim, JsonObject, Object};
use crate::values::{JsonError, JsonErrorKind};

/// The claims and the grants are around it.
const DEPTH: usize = MAX_DEPTH - 2;

const PLAYER: Claim = member("/grants/player");

/// Grant for the playback of a live stream: the JSON object that Twilio's API returns, unchanged.
///
/// `Debug` hides the object, because anyone with the address in it can watch the stream.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::PlaybackGrant;
///
/// // The member `grant` of the response of Twilio's API.
/// let answer = r#"{"requestCredentials": null, "playbackUrl": "https://example.com/v1/playlist"}"#;
/// let grant: PlaybackGrant = answer.parse()?;
/// assert_eq!(format!("{grant:?}"), "PlaybackGrant([redacted])");
///
/// assert!("[]".parse::<PlaybackGrant>().is_err());
/// # Ok::<(), twilio_capability::PlaybackGrantError>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct PlaybackGrant {
    /// Kept as a string, so that numbers and the order of members do not change.
    json: String,
}

impl FromStr for PlaybackGrant {
    type Err = PlaybackGrantError;

    fn from_str(json: &str) -> Result<Self, Self::Err> {
        let json = json.trim_matches([' ', '\t', '\n', '\r']);
        match check_text(json, DEPTH).map_err(|error| PlaybackGrantError::new(error, json))? {
            json_read::Value::Object(object) if json_read::members(object).next().is_none() => {
                Err(PlaybackGrantError::Empty)
            }
            json_read::Value::Object(object) => Ok(Self { json: object.to_owned() }),
            _ => Err(PlaybackGrantError::NoObject),
        }
    }
}

impl TryFrom<Map<String, Value>> for PlaybackGrant {
    type Error = PlaybackGrantError;

    fn try_from(object: Map<String, Value>) -> Result<Self, Self::Error> {
        if object.is_empty() {
            return Err(PlaybackGrantError::Empty);
        }
        let object = Value::Object(object);
        let json = to_text(&object, DEPTH).map_err(|error| PlaybackGrantError::new(error, ""));
        discard(object);
        json.map(|json| Self { json })
    }
}

impl fmt::Debug for PlaybackGrant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PlaybackGrant([redacted])")
    }
}

impl WriteGrant for PlaybackGrant {
    fn write(&self, grants: &mut Object<'_>) {
        grants.json(PLAYER.name(), self.json.as_bytes());
    }
}

/// The playback grant of a token that was read: the JSON object that Twilio's API returned.
///
/// `Debug` hides the object, because anyone with the address in it can watch the stream.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::read::inspect;
/// use twilio_capability::{AccessToken, ApiKeyCredentials, PlaybackGrant};
///
/// fn check(api_key: &ApiKeyCredentials) -> Result<(), Box<dyn std::error::Error>> {
///     let playback: PlaybackGrant = r#"{"playbackUrl": "https://example.com/v1/playlist"}"#.parse()?;
///     let token = AccessToken::new().anonymous().playback(playback).credentials(api_key).sign();
///
///     let inspection = inspect(token.as_str());
///     let playback = inspection.grants().unwrap().playback.as_ref().unwrap();
///     assert_eq!(playback.to_map()["playbackUrl"], "https://example.com/v1/playlist");
///     assert_eq!(format!("{playback:?}"), "ReadPlayback([redacted])");
///     Ok(())
/// }
/// # let api_key = ApiKeyCredentials::new(
/// #     "AC00000000000000000000000000000000".parse()?,
/// #     "SK00000000000000000000000000000000".parse()?,
/// #     "not_a_real_api_secret".parse()?,
/// # );
/// # check(&api_key)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq, Eq, Default)]
pub struct ReadPlayback(JsonObject);

impl ReadPlayback {
    /// Parses the object. This takes many times the memory of its text.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::{ReadPlayback, inspect};
    /// use twilio_capability::{AccessToken, ApiKeyCredentials, PlaybackGrant};
    ///
    /// fn check(api_key: &ApiKeyCredentials) -> Result<(), Box<dyn std::error::Error>> {
    ///     let grant: PlaybackGrant = r#"{"playbackUrl": "https://example.com/v1/playlist"}"#.parse()?;
    ///     let john = AccessToken::new().voice_identity("john".parse()?).credentials(api_key);
    ///     let token = john.playback(grant).sign();
    ///
    ///     let inspection = inspect(token.as_str());
    ///     let playback: &ReadPlayback = inspection.grants().unwrap().playback.as_ref().unwrap();
    ///     assert_eq!(playback.to_map().len(), 1);
    ///     assert_eq!(playback.to_map()["playbackUrl"], "https://example.com/v1/playlist");
    ///     Ok(())
    /// }
    /// # let api_key = ApiKeyCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "SK00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_api_secret".parse()?,
    /// # );
    /// # check(&api_key)?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn to_map(&self) -> Map<String, Value> {
        self.0.to_map()
    }
}

impl fmt::Debug for ReadPlayback {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ReadPlayback([redacted])")
    }
}

impl ReadGrant for ReadPlayback {
    fn read(grants: &mut Fields<'_, '_>) -> Option<Self> {
        grants.opaque(PLAYER).map(Self)
    }

    fn explain(&self, _: &Unreadable) -> Option<String> {
        Some("Playback of a stream".to_owned())
    }

    fn find(&self, _: &Unreadable, findings: &mut Findings) {
        if self.0.is_empty() {
            let sentence = "the playback grant is empty: no stream can be played";
            findings.add(&PLAYBACK_EMPTY, PLAYER.path(), sentence);
        }
        let sentence = "the playback grant is for Twilio Live, which ended in 2023";
        findings.add(&PLAYBACK_RETIRED, PLAYER.path(), sentence);
    }
}

/// Error for a string that is not a playback grant. It contains no part of the string.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::{PlaybackGrant, PlaybackGrantError};
///
/// assert_eq!("[]".parse::<PlaybackGrant>(), Err(PlaybackGrantError::NoObject));
/// let error = "{".parse::<PlaybackGrant>().unwrap_err();
/// assert_eq!(error.to_string(), "this playback grant is not JSON at line 1, column 1");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum PlaybackGrantError {
    /// It is not JSON.
    #[non_exhaustive]
    NoJson {
        /// The line of the error, counted from 1.
        line: usize,
        /// The column in that line.
        column: usize,
    },
    /// It is JSON, but not an object.
    NoObject,
    /// It is an object without members.
    Empty,
    /// An object in it has two members of the same name.
    Repeated,
    /// It has more than 30 levels of objects and arrays.
    TooDeep,
    /// It has more than 12 288 bytes. A token with it would be longer than what a verifier reads.
    TooLong,
}

impl PlaybackGrantError {
    fn new(error: JsonError, json: &str) -> Self {
        match error.kind() {
            JsonErrorKind::Syntax | JsonErrorKind::LongNumber => {
                // An error at the end is at the last character.
                let at = error.number.min(json.len().saturating_sub(1));
                let before = json.get(..at).unwrap_or_default();
                let line = before.rsplit('\n').next().unwrap_or_default();
                Self::NoJson { line: 1 + before.matches('\n').count(), column: 1 + line.len() }
            }
            JsonErrorKind::Repeated => Self::Repeated,
            JsonErrorKind::TooDeep => Self::TooDeep,
            JsonErrorKind::TooLong => Self::TooLong,
        }
    }
}

impl fmt::Display for PlaybackGrantError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoJson { line, column } => {
                write!(f, "this playback grant is not JSON at line {line}, column {column}")
            }
            Self::NoObject => f.write_str("a playback grant is a JSON object, this is another JSON value"),
            Self::Empty => f.write_str("this playback grant is an empty object, which grants nothing"),
            Self::Repeated => {
                f.write_str("an object in this playback grant has two members of the same name")
            }
            Self::TooDeep => {
                write!(f, "this playback grant has more than {DEPTH} levels of objects and arrays")
            }
            Self::TooLong => write!(f, "this playback grant has more than {MAX_JSON_LEN} bytes"),
        }
    }
}

impl Error for PlaybackGrantError {}
