use std::error::Error;
use std::fmt;
use std::str::FromStr;

use serde_json::{Map, Value};

use super::grants::Grant;
use super::json::Object;
use crate::sealed::Sealed;

/// Playback of a live stream: the object that Twilio's API returns for it, as it is.
///
/// `Debug` hides it: whoever has the address in it can watch.
///
/// ```
/// use twilio_capability_core::PlaybackGrant;
///
/// // The member `grant` of what Twilio's API answers.
/// let answer = r#"{"requestCredentials": null, "playbackUrl": "https://example.com/v1/playlist"}"#;
/// let grant: PlaybackGrant = answer.parse()?;
/// assert_eq!(format!("{grant:?}"), "PlaybackGrant([redacted])");
///
/// assert!("[]".parse::<PlaybackGrant>().is_err());
/// # Ok::<(), twilio_capability_core::PlaybackGrantError>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct PlaybackGrant {
    /// Kept as it came, so that no number and no order changes.
    json: String,
}

impl FromStr for PlaybackGrant {
    type Err = PlaybackGrantError;

    fn from_str(json: &str) -> Result<Self, Self::Err> {
        match serde_json::from_str(json) {
            Ok(Value::Object(object)) if object.is_empty() => Err(PlaybackGrantError::Empty),
            Ok(Value::Object(_)) => Ok(Self { json: json.trim().to_owned() }),
            Ok(_) => Err(PlaybackGrantError::NoObject),
            Err(error) => Err(PlaybackGrantError::NoJson { line: error.line(), column: error.column() }),
        }
    }
}

impl TryFrom<Map<String, Value>> for PlaybackGrant {
    type Error = PlaybackGrantError;

    fn try_from(object: Map<String, Value>) -> Result<Self, Self::Error> {
        if object.is_empty() {
            return Err(PlaybackGrantError::Empty);
        }
        Ok(Self { json: Value::Object(object).to_string() })
    }
}

impl fmt::Debug for PlaybackGrant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PlaybackGrant([redacted])")
    }
}

impl Sealed for PlaybackGrant {}

impl Grant for PlaybackGrant {
    fn place(&self) -> usize {
        5
    }

    fn write(&self, grants: &mut Object<'_>) {
        grants.json("player", self.json.as_bytes());
    }
}

/// Why a text is not what Twilio's API returns for playback. Holds nothing of the text.
///
/// ```
/// use twilio_capability_core::{PlaybackGrant, PlaybackGrantError};
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
        /// The line where it stops being JSON, counted from 1.
        line: usize,
        /// The column in that line.
        column: usize,
    },
    /// It is JSON, but no object.
    NoObject,
    /// It is an object without members.
    Empty,
}

impl fmt::Display for PlaybackGrantError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoJson { line, column } => {
                write!(f, "this playback grant is not JSON at line {line}, column {column}")
            }
            Self::NoObject => f.write_str("a playback grant is a JSON object, this is another value"),
            Self::Empty => f.write_str("this playback grant is an empty object, which grants nothing"),
        }
    }
}

impl Error for PlaybackGrantError {}
