use std::borrow::Cow;
use std::{fmt, iter};

use serde::ser::{Serialize, Serializer};
use serde_json::{Map, Value};

use super::json_read;

/// A JSON object of a token that was read. It is kept as its text.
///
/// It has at most 32 levels of objects and arrays, and each name occurs once in its object. Two of these are equal if they have
/// the same members, in any order, and write numbers in the same way.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::read::JsonObject;
/// use twilio_capability::{
///     AccessToken, ApiKeyCredentials, OutgoingParams, ParamName, Verifier, VoiceGrant,
/// };
///
/// fn check(api_key: &ApiKeyCredentials) -> Result<(), Box<dyn std::error::Error>> {
///     let params = OutgoingParams::new().param(ParamName::from_static("user_id"), 7);
///     let voice = VoiceGrant::new().outgoing_with("AP00000000000000000000000000000000".parse()?, params);
///     let token = AccessToken::new().voice_identity("john".parse()?).voice(voice).credentials(api_key).sign();
///
///     let verified = Verifier::access_token(api_key).verify(token.as_str())?;
///     let outgoing = verified.grants().voice.as_ref().and_then(|voice| voice.outgoing.as_ref()).unwrap();
///     let params: &JsonObject = &outgoing.params;
///     assert_eq!(params.as_str(), r#"{"user_id":7}"#);
///     assert_eq!(params.get("user_id").unwrap(), 7);
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
#[derive(Clone)]
pub struct JsonObject {
    /// It was checked.
    text: String,
}

impl JsonObject {
    /// An object that was checked.
    pub(crate) fn of(text: &str) -> Self {
        Self { text: text.to_owned() }
    }

    /// The text of the object, as it is in the token.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::JsonObject;
    ///
    /// assert_eq!(JsonObject::default().as_str(), "{}");
    /// ```
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether the object has no members.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::JsonObject;
    ///
    /// assert!(JsonObject::default().is_empty());
    /// ```
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.members().next().is_none()
    }

    /// Parses the member of this name, if there is one.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::ReadOutgoing;
    ///
    /// fn user_id(outgoing: &ReadOutgoing) -> Option<u64> {
    ///     outgoing.params.get("user_id")?.as_u64()
    /// }
    /// # assert_eq!(user_id(&ReadOutgoing::default()), None);
    /// ```
    #[must_use]
    pub fn get(&self, name: &str) -> Option<Value> {
        self.members().find(|(other, _)| other == name).map(|(_, value)| value.to_json())
    }

    /// Parses the object. This takes many times the memory of the text.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::ReadOutgoing;
    ///
    /// fn show(outgoing: &ReadOutgoing) {
    ///     for (name, value) in outgoing.params.to_map() {
    ///         println!("{name}: {value}");
    ///     }
    /// }
    /// # show(&ReadOutgoing::default());
    /// ```
    #[must_use]
    pub fn to_map(&self) -> Map<String, Value> {
        json_read::to_map(&self.text)
    }

    /// The members, one after the other.
    pub(crate) fn members(&self) -> impl Iterator<Item = (Cow<'_, str>, json_read::Value<'_>)> {
        json_read::members(&self.text)
    }
}

/// Two objects are equal if they have equal members, in whatever order. Strings can be written with different escapes, numbers
/// not in different ways.
impl PartialEq for JsonObject {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text || have_equal_members(&self.text, &other.text)
    }
}

/// Whether the members are the same. Numbers are the same if they are written in the same way: as an `f64`, two different
/// numbers could be equal.
fn have_equal_members(one: &str, other: &str) -> bool {
    let sorted = |object| {
        let mut members: Vec<_> = json_read::members(object).collect();
        members.sort_by(|(a, _), (b, _)| a.cmp(b));
        members
    };
    let (one, other) = (sorted(one), sorted(other));
    one.len() == other.len()
        && iter::zip(one, other).all(|((a, one), (b, other))| a == b && are_equal(&one, &other))
}

fn are_equal(one: &json_read::Value<'_>, other: &json_read::Value<'_>) -> bool {
    use json_read::Value;
    match (one, other) {
        (Value::Object(one), Value::Object(other)) => have_equal_members(one, other),
        (Value::Array(one), Value::Array(other)) => {
            let (mut one, mut other) = (json_read::elements(one), json_read::elements(other));
            loop {
                match (one.next(), other.next()) {
                    (Some(one), Some(other)) if are_equal(&one, &other) => {}
                    (None, None) => return true,
                    _ => return false,
                }
            }
        }
        _ => one == other,
    }
}

impl Eq for JsonObject {}

impl Default for JsonObject {
    /// An object without members.
    fn default() -> Self {
        Self { text: "{}".to_owned() }
    }
}

impl fmt::Debug for JsonObject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("JsonObject").field(&self.text).finish()
    }
}

impl Serialize for JsonObject {
    /// The object, not its text.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.to_map().serialize(serializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_are_found_by_name() {
        let object = JsonObject::of(r#"{"a":1,"\u0062":{"c":[null]}}"#);
        assert_eq!(object.get("a"), Some(Value::from(1)));
        assert_eq!(object.get("b"), Some(serde_json::json!({ "c": [null] })));
        assert_eq!(object.get("c"), None);
        assert_eq!(object.as_str(), r#"{"a":1,"\u0062":{"c":[null]}}"#);
        assert!(!object.is_empty() && JsonObject::of("{ }").is_empty());
        assert_eq!(format!("{object:?}"), r#"JsonObject("{\"a\":1,\"\\u0062\":{\"c\":[null]}}")"#);
    }

    #[test]
    fn equal_members_make_equal_objects() {
        let object = JsonObject::of(r#"{"a":"é","b":[1,{"c":null}]}"#);
        for same in [
            r#"{"a":"é","b":[1,{"c":null}]}"#,
            r#"{"b":[1,{"c":null}],"a":"\u00e9"}"#,
            r#"{ "a" : "\u00E9", "b":[1, {"c":null}]}"#,
        ] {
            assert_eq!(object, JsonObject::of(same));
        }
        for other in [
            "{}",
            r#"{"a":"é"}"#,
            r#"{"a":"é","b":[1]}"#,
            r#"{"a":"é","b":[1.0,{"c":null}]}"#,
            r#"{"a":"e","b":[1,{"c":null}]}"#,
            r#"{"a":"é","b":[{"c":null},1]}"#,
        ] {
            assert_ne!(object, JsonObject::of(other));
        }
        let nested = |members: &str| JsonObject::of(&format!(r#"{{"a":[{{{members}}}]}}"#));
        assert_eq!(nested(r#""b":1,"c":2"#), nested(r#""c":2,"b":1"#));
        assert_ne!(nested(r#""b":1,"c":2"#), nested(r#""b":2,"c":1"#));
        let number = |digits: &str| JsonObject::of(&format!("{{\"a\":[{digits}]}}"));
        assert_ne!(number("18446744073709551616"), number("18446744073709551617"));
    }
}
