use std::fmt;
use std::marker::PhantomData;

use super::policy_filter::PolicyFilter;
use super::policy_kind::{AnyMethod, HasForm, PostMethod};
use crate::jwt::json_write;
use crate::values::PolicyUrl;

/// The members of a policy.
pub(super) const URL: &str = "url";
pub(super) const METHOD: &str = "method";
pub(super) const QUERY_FILTER: &str = "query_filter";
pub(super) const POST_FILTER: &str = "post_filter";
pub(super) const ALLOW: &str = "allow";

/// A method of HTTP that a policy is about.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::PolicyMethod;
///
/// assert_eq!(PolicyMethod::Delete.to_string(), "DELETE");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum PolicyMethod {
    /// `GET`: reading.
    Get,
    /// `POST`: creating and changing.
    Post,
    /// `DELETE`: deleting.
    Delete,
}

impl PolicyMethod {
    /// Whether this is the name of one of them.
    pub(super) fn is_one(name: &str) -> bool {
        [Self::Get, Self::Post, Self::Delete].iter().any(|method| method.as_str() == name)
    }

    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Delete => "DELETE",
        }
    }
}

impl fmt::Display for PolicyMethod {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// A rule of a TaskRouter capability token: which requests it allows or denies.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::{FilterName, Policy, PolicyFilter, PolicyUrl};
///
/// const TASKS: PolicyUrl = PolicyUrl::from_static("/Tasks/**");
/// const STATUS: FilterName = FilterName::from_static("ReservationStatus");
///
/// let answer = Policy::post(TASKS).post_filter(PolicyFilter::new().required(STATUS));
/// let no_delete = Policy::delete(TASKS).deny();
/// ```
///
/// `M` is [`AnyMethod`](crate::task_router::AnyMethod), or [`PostMethod`](crate::task_router::PostMethod) for a policy that can
/// filter the form of a request. Only a `POST` has one. `into` makes a `Policy` of any.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
#[must_use = "a policy does nothing until a capability has it"]
pub struct Policy<M = AnyMethod> {
    method: PolicyMethod,
    url: PolicyUrl,
    query_filter: PolicyFilter,
    post_filter: PolicyFilter,
    allow: bool,
    kind: PhantomData<M>,
}

impl Policy {
    /// Creates a policy that allows requests of this method.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{Policy, PolicyMethod, PolicyUrl};
    ///
    /// let policy = Policy::new(PolicyMethod::Get, PolicyUrl::from_static("/Workers"));
    /// assert_eq!(policy, Policy::get(PolicyUrl::from_static("/Workers")));
    /// ```
    pub const fn new(method: PolicyMethod, url: PolicyUrl) -> Self {
        Self::of(method, url)
    }

    /// Creates a policy that allows reading.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{Policy, PolicyUrl};
    ///
    /// let workers = Policy::get(PolicyUrl::from_static("/Workers"));
    /// ```
    pub const fn get(url: PolicyUrl) -> Self {
        Self::new(PolicyMethod::Get, url)
    }

    /// Creates a policy that allows deleting.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{Policy, PolicyUrl};
    ///
    /// let tasks = Policy::delete(PolicyUrl::from_static("/Tasks/*"));
    /// ```
    pub const fn delete(url: PolicyUrl) -> Self {
        Self::new(PolicyMethod::Delete, url)
    }
}

impl Policy<PostMethod> {
    /// Creates a policy that allows creating and changing.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{Policy, PolicyUrl};
    ///
    /// const TASKS: PolicyUrl = PolicyUrl::from_static("/Tasks/**");
    ///
    /// let policies: [Policy; 2] = [Policy::get(TASKS), Policy::post(TASKS).into()];
    /// ```
    pub const fn post(url: PolicyUrl) -> Self {
        Self::of(PolicyMethod::Post, url)
    }
}

impl<M> Policy<M> {
    const fn of(method: PolicyMethod, url: PolicyUrl) -> Self {
        Self {
            method,
            url,
            query_filter: PolicyFilter::new(),
            post_filter: PolicyFilter::new(),
            allow: true,
            kind: PhantomData,
        }
    }

    /// Sets what the query of a request can have. Without this, it can have anything.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{Policy, PolicyFilter, PolicyUrl};
    ///
    /// fn workers(filter: PolicyFilter) -> Policy {
    ///     Policy::get(PolicyUrl::from_static("/Workers")).query_filter(filter)
    /// }
    /// ```
    pub fn query_filter(self, query_filter: PolicyFilter) -> Self {
        Self { query_filter, ..self }
    }

    /// Sets what the form of a `POST` can have. Without this, it can have anything.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{Policy, PolicyFilter, PolicyUrl};
    ///
    /// fn tasks(filter: PolicyFilter) -> Policy {
    ///     Policy::post(PolicyUrl::from_static("/Tasks/**")).post_filter(filter).into()
    /// }
    /// ```
    pub fn post_filter(self, post_filter: PolicyFilter) -> Self
    where
        M: HasForm,
    {
        Self { post_filter, ..self }
    }

    /// Makes this a policy that denies what it would allow.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{Policy, PolicyUrl};
    ///
    /// let no_delete = Policy::delete(PolicyUrl::from_static("/Tasks/**")).deny();
    /// ```
    pub fn deny(self) -> Self {
        Self { allow: false, ..self }
    }

    /// The same policy as one of any method.
    pub(super) fn of_any_method(self) -> Policy {
        let Self { method, url, query_filter, post_filter, allow, kind: _ } = self;
        Policy { method, url, query_filter, post_filter, allow, kind: PhantomData }
    }

    /// Appends the policy as JSON. `url` has the URL of the workspace, and can be changed.
    pub(super) fn write(&self, url: &mut Vec<u8>, out: &mut Vec<u8>) {
        match self.url.as_str() {
            "/" => {}
            path if path.starts_with('/') => url.extend_from_slice(path.as_bytes()),
            whole => {
                url.clear();
                url.extend_from_slice(whole.as_bytes());
            }
        }
        write(out, self.method, url, self.allow, [&self.query_filter, &self.post_filter]);
    }
}

impl From<Policy<PostMethod>> for Policy {
    fn from(policy: Policy<PostMethod>) -> Self {
        policy.of_any_method()
    }
}

/// Appends a policy as JSON. Its URL has no characters to escape.
pub(super) fn write(
    out: &mut Vec<u8>,
    method: PolicyMethod,
    url: &[u8],
    allow: bool,
    [query_filter, post_filter]: [&PolicyFilter; 2],
) {
    json_write::object(out, |policy| {
        policy.plain_string(URL, url);
        policy.string(METHOD, method.as_str());
        query_filter.write(QUERY_FILTER, policy);
        post_filter.write(POST_FILTER, policy);
        policy.json(ALLOW, if allow { b"true" } else { b"false" });
    });
}
