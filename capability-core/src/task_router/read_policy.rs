use std::borrow::Cow;

use super::claims::POLICIES;
use super::policy::{ALLOW, METHOD, POST_FILTER, QUERY_FILTER, URL};
use super::policy_filter::REQUIRED;
use crate::jwt::{Value, VerifyError, VerifyErrorKind, json_read};

/// A policy of a TaskRouter capability token that was read.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::read::{ReadPolicy, inspect};
///
/// fn denied(token: &str) -> Vec<ReadPolicy> {
///     let channel = inspect(token).channel().cloned().unwrap_or_default();
///     channel.policies.into_iter().filter(|policy| !policy.allow).collect()
/// }
/// ```
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
#[non_exhaustive]
pub struct ReadPolicy {
    /// The full URL. It can contain `*` and `**`.
    pub url: String,
    /// The method of HTTP, in upper case.
    pub method: String,
    /// The fields of the query, and whether each is required. Without any, the query can have any field.
    pub query_filter: Vec<(String, bool)>,
    /// The fields of the form, and whether each is required. Without any, the form can have any field.
    pub post_filter: Vec<(String, bool)>,
    /// Whether the policy allows these requests. Otherwise it denies them.
    pub allow: bool,
}

/// A policy that cannot be read: where and why.
pub(super) struct Unreadable {
    /// The number of the policy, and the member of it. `None` for the claim as a whole.
    at: Option<(usize, &'static str)>,
    pub(super) fault: &'static str,
}

impl Unreadable {
    /// The path below the claim.
    pub(super) fn path(&self) -> String {
        match self.at {
            None => String::new(),
            Some((policy, "")) => format!("/{policy}"),
            Some((policy, member)) => format!("/{policy}/{member}"),
        }
    }

    pub(super) fn error(&self) -> VerifyError {
        VerifyError::claim(VerifyErrorKind::WrongType, POLICIES).expecting(self.fault)
    }
}

/// Each policy of the claim, or why it cannot be read. One by one, because errors take more memory than the token.
pub(super) fn read_all<'a>(
    value: &Value<'a>,
) -> Result<impl Iterator<Item = Result<ReadPolicy, Unreadable>> + use<'a>, Unreadable> {
    match value {
        Value::Array(policies) => {
            Ok(json_read::elements(policies).enumerate().map(|(n, policy)| read(n, &policy)))
        }
        _ => Err(Unreadable { at: None, fault: "a list of policies" }),
    }
}

fn read(n: usize, policy: &Value<'_>) -> Result<ReadPolicy, Unreadable> {
    let fault = |member, fault| Unreadable { at: Some((n, member)), fault };
    let Value::Object(policy) = policy else { return Err(fault("", "a list of policies that are objects")) };
    let string = |name: &str| match member(policy, name) {
        Some(Value::String(value)) => Some(value.to_string()),
        _ => None,
    };
    let url = string(URL)
        .ok_or_else(|| fault(URL, "a list of policies that each have a `url`, which is a string"))?;
    let method = string(METHOD)
        .ok_or_else(|| fault(METHOD, "a list of policies that each have a `method`, which is a string"))?;
    let Some(Value::Bool(allow)) = member(policy, ALLOW) else {
        return Err(fault(ALLOW, "a list of policies that each have an `allow`, which is `true` or `false`"));
    };
    let filter = |name| {
        filter(policy, name).ok_or_else(|| {
            let what =
                "a list of policies whose filters have fields with `required`, which is `true` or `false`";
            fault(name, what)
        })
    };
    let (query_filter, post_filter) = (filter(QUERY_FILTER)?, filter(POST_FILTER)?);
    Ok(ReadPolicy { url, method: method.to_ascii_uppercase(), query_filter, post_filter, allow })
}

/// A member of an object.
fn member<'a>(object: &'a str, name: &str) -> Option<Value<'a>> {
    json_read::members(object).find(|(other, _)| other == name).map(|(_, value)| value)
}

/// The fields of a filter. Some libraries leave out a filter without fields.
fn filter(policy: &str, name: &str) -> Option<Vec<(String, bool)>> {
    let fields = match member(policy, name) {
        None => return Some(Vec::new()),
        Some(Value::Object(fields)) => fields,
        Some(_) => return None,
    };
    let field = |(name, value): (Cow<'_, str>, Value<'_>)| match value {
        Value::Object(field) => match member(field, REQUIRED) {
            Some(Value::Bool(required)) => Some((name.into_owned(), required)),
            _ => None,
        },
        _ => None,
    };
    let mut fields: Vec<_> = json_read::members(fields).map(field).collect::<Option<_>>()?;
    fields.sort();
    Some(fields)
}
