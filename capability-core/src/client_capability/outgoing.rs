//! The scope that allows making calls: `scope:client:outgoing?appSid=AP…&clientName=john&appParams=a%3Db`.

use std::fmt::{self, Display};

use twilio_capability_rules::sid::SidKind;
use twilio_capability_rules::string::{StringErrorKind, StringRule};

use super::findings::{APPLICATION, PARAMS_TOO_LONG, RESERVED};
use super::incoming::strict_client_name;
use super::not_ours::{NotOursError, NotOursErrorKind};
use super::params::{Params, explain_params, find_repeated, push_key, push_once, unrepeated};
use super::read_scopes::ReadScope;
use super::scope_claim::SCOPE_CLAIM;
use super::scope_error::ScopeError;
use super::scope_syntax::{Query, Span, parameters};
use crate::inspect::{Findings, Quoted};
use crate::values::{ApplicationSid, ClientName, ParamName};

/// The right to make calls to one TwiML application.
///
/// ```
/// use twilio_capability_core::{ApplicationSid, ClientName, Outgoing, ParamName};
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
pub struct Outgoing {
    application: ApplicationSid,
    client: Option<ClientName>,
    params: Params,
}

impl Outgoing {
    /// Calls to `application`.
    ///
    /// ```
    /// use twilio_capability_core::{ApplicationSid, Outgoing};
    ///
    /// # let application: ApplicationSid = "AP00000000000000000000000000000000".parse()?;
    /// assert_eq!(Outgoing::to(application).client(), None);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    #[inline]
    pub fn to(application: ApplicationSid) -> Self {
        Self { application, client: None, params: Params::default() }
    }

    /// The name that the calls come from. Without one they come from the name that the token takes incoming
    /// calls as, if it has one.
    ///
    /// ```
    /// use twilio_capability_core::{ApplicationSid, ClientName, Outgoing};
    ///
    /// # let application: ApplicationSid = "AP00000000000000000000000000000000".parse()?;
    /// let outgoing = Outgoing::to(application).as_client(ClientName::from_static("john"));
    /// assert_eq!(outgoing.client().map(ClientName::as_str), Some("john"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    #[inline]
    pub fn as_client(mut self, name: ClientName) -> Self {
        self.client = Some(name);
        self
    }

    /// A parameter that Twilio hands to the application's webhook with each call.
    ///
    /// `value` is written as it displays; whatever is in it arrives as just that, one value. A name that is given
    /// again replaces the earlier value.
    ///
    /// A `value` whose `Display` reports an error counts as empty.
    ///
    /// ```
    /// use twilio_capability_core::{ApplicationSid, Outgoing, ParamName};
    ///
    /// # let application: ApplicationSid = "AP00000000000000000000000000000000".parse()?;
    /// let outgoing = Outgoing::to(application).param(ParamName::from_static("user_id"), 42);
    /// assert_eq!(outgoing.params().next(), Some(("user_id".to_owned(), "42".to_owned())));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "the argument reads as `format!`'s do")]
    pub fn param(mut self, name: ParamName, value: impl Display) -> Self {
        self.params.set(name.as_str(), &value);
        self
    }

    /// The application that is called.
    ///
    /// ```
    /// use twilio_capability_core::{ApplicationSid, Outgoing};
    ///
    /// # let application: ApplicationSid = "AP00000000000000000000000000000000".parse()?;
    /// assert_eq!(Outgoing::to(application).application(), application);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn application(&self) -> ApplicationSid {
        self.application
    }

    /// The name that the calls come from, if one was given.
    ///
    /// ```
    /// use twilio_capability_core::{ApplicationSid, ClientName, Outgoing};
    ///
    /// # let application: ApplicationSid = "AP00000000000000000000000000000000".parse()?;
    /// let john = ClientName::from_static("john");
    /// assert_eq!(Outgoing::to(application).as_client(john.clone()).client(), Some(&john));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn client(&self) -> Option<&ClientName> {
        self.client.as_ref()
    }

    /// The parameters' names and values, as they were given.
    ///
    /// ```
    /// # use twilio_capability_core::{ApplicationSid, Outgoing};
    /// # let application: ApplicationSid = "AP00000000000000000000000000000000".parse()?;
    /// let outgoing = Outgoing::to(application).param("plan".parse()?, "1&admin=true");
    /// assert_eq!(outgoing.params().collect::<Vec<_>>(), [("plan".to_owned(), "1&admin=true".to_owned())]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn params(&self) -> impl Iterator<Item = (String, String)> + '_ {
        self.params.iter()
    }

    /// The most bytes that the scope takes, but for names that need encoding.
    pub(super) fn size_hint(&self) -> usize {
        160 + self.client.as_ref().map_or(0, |name| name.as_str().len()) + self.params.encoded().len()
    }

    /// Appends what follows `scope:client:outgoing?appSid=`. `incoming` is the name to call as if this has none.
    pub(super) fn write(&self, out: &mut Vec<u8>, incoming: Option<&ClientName>) {
        out.extend_from_slice(self.application.as_bytes());
        if let Some(name) = self.client.as_ref().or(incoming) {
            push_key(out, CLIENT_NAME);
            push_once(out, name.as_str().as_bytes());
        }
        if !self.params.is_empty() {
            push_key(out, APP_PARAMS);
            out.extend_from_slice(self.params.encoded());
        }
    }

    /// In words, as [`Outgoing::write`] in the scope's.
    pub(super) fn explain(&self, f: &mut fmt::Formatter<'_>, incoming: Option<&ClientName>) -> fmt::Result {
        let name = self.client.as_ref().or(incoming).map(ClientName::as_str);
        explain(f, self.application, name, self.params.iter())
    }
}

/// How the scope begins.
pub(super) const SCOPE: &str = "scope:client:outgoing";
/// The key of the application.
pub(super) const APP_SID: &str = "appSid";
/// The key of the name that calls come from.
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

pub(super) fn find(findings: &mut Findings, app_sid: &str, name: Option<&str>, params: &[(String, String)]) {
    let path = SCOPE_CLAIM.path();
    findings.sid(&APPLICATION, SidKind::Application, ("`appSid`", path), app_sid);
    if let Some(name) = name {
        findings.client_name("client name", path, name);
    }
    for error in params.iter().filter_map(|(name, _)| StringRule::PARAM_NAME.check_value(name).err()) {
        if let StringErrorKind::Reserved(_) = error.kind() {
            findings.add(&RESERVED, path, error);
        }
    }
    for (name, value) in params {
        findings.secret_in(name, value, &format!("the parameter {}", Quoted(name)), path);
    }
    find_repeated(findings, params);
    let separators = params.len().saturating_sub(1);
    let bytes =
        params.iter().map(|(name, value)| name.len() + "=".len() + value.len()).sum::<usize>() + separators;
    if bytes > MOST_BYTES {
        let sentence = format_args!(
            "the parameters have {bytes} bytes: Twilio takes at most {MOST_BYTES}, together with those that the client adds \
             when it connects"
        );
        findings.add(&PARAMS_TOO_LONG, path, sentence);
    }
}

/// The scope in the form that this library mints.
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
    for (name, value) in unrepeated(params)? {
        let name = name.as_str().try_into().map_err(NotOursError::because(NotOursErrorKind::ParamName))?;
        outgoing = outgoing.param(name, value);
    }
    Ok(outgoing)
}
