//! The scope that allows making calls: `scope:client:outgoing?appSid=AP…&clientName=john&appParams=a%3Db`.

use std::fmt::{self, Display};

use twilio_capability_rules::sid::SidKind;
use twilio_capability_rules::string::{StringErrorKind, StringRule};

use super::findings::{APPLICATION, PARAMS_TOO_LONG, RESERVED};
use super::incoming::strict_client_name;
use super::marks::SCOPE_CLAIM;
use super::not_ours::{NotOursError, NotOursErrorKind};
use super::params::Params;
use super::percent_encode::{push_key, push_once};
use super::query::{Query, Span, parameters};
use super::read_params::{explain_params, find_repeated, strict_params};
use super::read_scopes::ReadScope;
use super::scope_error::ScopeError;
use crate::call_params::{IntoParams, PROOF, ToParam, signature};
use crate::inspect::{Findings, Quoted};
use crate::jwt::Members;
use crate::values::{ApplicationSid, ClientName, ParamName};

/// Scope that allows making calls to one TwiML application.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::{ApplicationSid, ClientName, Outgoing, ParamName};
///
/// const APPLICATION: ApplicationSid = ApplicationSid::from_static("AP00000000000000000000000000000000");
///
/// let user_id = 7;
/// let outgoing = Outgoing::to(APPLICATION)
///     .as_client(ClientName::from_static("john"))
///     .param(ParamName::from_static("user_id"), user_id);
/// assert_eq!(outgoing.application(), APPLICATION);
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
#[must_use = "a scope does nothing until a token has it"]
pub struct Outgoing {
    application: ApplicationSid,
    client: Option<ClientName>,
    params: Params,
}

impl Outgoing {
    /// Creates a scope for calls to `application`.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{ApplicationSid, Outgoing};
    ///
    /// let application: ApplicationSid = "AP00000000000000000000000000000000".parse()?;
    /// assert_eq!(Outgoing::to(application).client(), None);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[inline]
    pub const fn to(application: ApplicationSid) -> Self {
        Self { application, client: None, params: Params::new() }
    }

    /// Sets the client name that the calls come from.
    ///
    /// Without it, the calls come from the client name of the incoming scope, if the token has one.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{ApplicationSid, ClientName, Outgoing};
    ///
    /// let application: ApplicationSid = "AP00000000000000000000000000000000".parse()?;
    /// let outgoing = Outgoing::to(application).as_client(ClientName::from_static("john"));
    /// assert_eq!(outgoing.client().map(ClientName::as_str), Some("john"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[inline]
    pub fn as_client(mut self, name: ClientName) -> Self {
        self.client = Some(name);
        self
    }

    /// Adds a parameter that Twilio passes to the application's webhook with each call.
    ///
    /// The `Display` of `value` is written. All its characters arrive as one value, because they are encoded. If
    /// `Display` returns an error, the value is empty. Calling this again with the same name replaces the value. `None`
    /// leaves the parameter out, also if an earlier value has its name.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{ApplicationSid, Outgoing, ParamName};
    ///
    /// let application: ApplicationSid = "AP00000000000000000000000000000000".parse()?;
    /// let outgoing = Outgoing::to(application).param(ParamName::from_static("user_id"), 42);
    /// assert_eq!(outgoing.iter_params().next(), Some(("user_id".to_owned(), "42".to_owned())));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[expect(clippy::needless_pass_by_value, reason = "the argument reads as `format!`'s do")]
    pub fn param<K>(mut self, name: ParamName, value: impl ToParam<K>) -> Self {
        self.params.set_optional(name.as_str(), &value);
        self
    }

    /// Adds [`Params`], whose names are known only at run time, or a reference to a value that declares its parameters with
    /// [`CallParams`](crate::CallParams). A name that is there already gets the new value, and [`param`](Self::param) after
    /// this replaces in the same way.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{ApplicationSid, Outgoing, ParamName, Params};
    ///
    /// let application: ApplicationSid = "AP00000000000000000000000000000000".parse()?;
    /// let settings = [("plan", "free"), ("region", "ie1")];
    /// let outgoing = Outgoing::to(application)
    ///     .params(Params::try_from_iter(settings)?)
    ///     .param(ParamName::from_static("plan"), "paid");
    /// let params: Vec<_> = outgoing.iter_params().collect();
    /// assert_eq!(params, [("region".to_owned(), "ie1".to_owned()), ("plan".to_owned(), "paid".to_owned())]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn params(mut self, params: impl IntoParams<Params>) -> Self {
        self.params.merge(params.into());
        self
    }

    /// The application that receives the calls.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{ApplicationSid, Outgoing};
    ///
    /// let application: ApplicationSid = "AP00000000000000000000000000000000".parse()?;
    /// assert_eq!(Outgoing::to(application).application(), application);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn application(&self) -> ApplicationSid {
        self.application
    }

    /// The client name that was set for the calls.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{ApplicationSid, ClientName, Outgoing};
    ///
    /// let application: ApplicationSid = "AP00000000000000000000000000000000".parse()?;
    /// let john = ClientName::from_static("john");
    /// assert_eq!(Outgoing::to(application).as_client(john.clone()).client(), Some(&john));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn client(&self) -> Option<&ClientName> {
        self.client.as_ref()
    }

    /// The names and values of the parameters.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{ApplicationSid, Outgoing};
    ///
    /// let application: ApplicationSid = "AP00000000000000000000000000000000".parse()?;
    /// let outgoing = Outgoing::to(application).param("plan".parse()?, "1&admin=true");
    /// assert_eq!(outgoing.iter_params().collect::<Vec<_>>(), [("plan".to_owned(), "1&admin=true".to_owned())]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn iter_params(&self) -> impl Iterator<Item = (String, String)> + '_ {
        self.params.iter()
    }

    /// The largest number of bytes that the scope takes if the name needs no encoding.
    pub(super) fn size_hint(&self) -> usize {
        160 + self.client.as_ref().map_or(0, |name| name.as_str().len()) + self.params.size_hint()
    }

    /// Appends the rest of the scope after `scope:client:outgoing?appSid=`. `incoming` is the name if this scope has
    /// none.
    pub(super) fn write(&self, out: &mut Vec<u8>, incoming: Option<&ClientName>) {
        out.extend_from_slice(self.application.as_bytes());
        if let Some(name) = self.client.as_ref().or(incoming) {
            push_key(out, CLIENT_NAME);
            push_once(out, name.as_str().as_bytes());
        }
        if !self.params.is_empty() {
            push_key(out, APP_PARAMS);
            self.params.write(out);
        }
    }

    /// Describes the scope in English. `incoming` is the name if this scope has none.
    pub(super) fn explain(&self, f: &mut fmt::Formatter<'_>, incoming: Option<&ClientName>) -> fmt::Result {
        let name = self.client.as_ref().or(incoming).map(ClientName::as_str);
        explain(f, self.application, name, self.params.iter())
    }
}

/// The start of the scope.
pub(super) const SCOPE: &str = "scope:client:outgoing";
/// The key of the application.
pub(super) const APP_SID: &str = "appSid";
/// The key of the name that the calls come from.
const CLIENT_NAME: &str = "clientName";
/// The key of the parameters.
const APP_PARAMS: &str = "appParams";

pub(super) fn read(query: Query<'_>) -> Result<ReadScope, ScopeError> {
    let [app, name, params] = query.values([&[APP_SID], &[CLIENT_NAME], &[APP_PARAMS]])?;
    Ok(ReadScope::Outgoing {
        app_sid: query.required(app)?.decode()?,
        client_name: name.map(Span::decode).transpose()?,
        params: params.map_or(Ok(Vec::new()), parameters)?,
    })
}

pub(super) fn explain(
    f: &mut fmt::Formatter<'_>,
    application: impl Display,
    name: Option<&str>,
    params: impl Iterator<Item = (impl AsRef<str>, impl AsRef<str>)>,
) -> fmt::Result {
    write!(f, "can make calls to application {application}")?;
    if let Some(name) = name {
        write!(f, " as {}", Quoted(name))?;
    }
    explain_params(f, params)
}

/// The most bytes that Twilio takes of the parameters of a call.
const MOST_BYTES: usize = 800;

pub(super) fn find(
    findings: &mut Findings,
    claims: &Members<'_>,
    app_sid: &str,
    name: Option<&str>,
    params: &[(String, String)],
) {
    let path = SCOPE_CLAIM.path();
    findings.sid(&APPLICATION, SidKind::Application, ("`appSid`", path), app_sid);
    if let Some(name) = name {
        findings.client_name("client name", path, name);
    }
    for error in params.iter().filter_map(|(name, _)| StringRule::PARAM_NAME.check_at_run_time(name).err()) {
        if let StringErrorKind::Reserved(_) = error.kind() {
            findings.add(&RESERVED, path, error);
        }
    }
    for (name, value) in params {
        findings.secret_in(name, value, format_args!("the parameter {}", Quoted(name)), path);
        if name == PROOF {
            signature::find(findings, claims, path, value);
        }
    }
    find_repeated(findings, params);
    let separators = params.len().saturating_sub(1);
    let bytes =
        params.iter().map(|(name, value)| name.len() + "=".len() + value.len()).sum::<usize>() + separators;
    if bytes > MOST_BYTES {
        let sentence = format!(
            "the parameters have {bytes} bytes: Twilio takes at most {MOST_BYTES}, together with those that the client adds \
             when it connects"
        );
        findings.add(&PARAMS_TOO_LONG, path, sentence);
    }
}

/// Converts a scope that was read into the builder's type.
pub(super) fn strict(
    app_sid: &str,
    name: Option<&str>,
    params: &[(String, String)],
) -> Result<Outgoing, NotOursError> {
    let application = app_sid.try_into().map_err(NotOursError::because(NotOursErrorKind::Application))?;
    let mut outgoing = Outgoing::to(application);
    if let Some(name) = name {
        outgoing = outgoing.as_client(strict_client_name(name)?);
    }
    outgoing.params = strict_params(params, StringRule::PARAM_NAME)?;
    Ok(outgoing)
}
