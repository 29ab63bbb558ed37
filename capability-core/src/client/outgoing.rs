use std::fmt::{self, Display};

use super::params::{Params, push_once};
use crate::{ApplicationSid, ClientName, ParamName};

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
            out.extend_from_slice(b"&clientName=");
            push_once(out, name.as_str().as_bytes());
        }
        if !self.params.is_empty() {
            out.extend_from_slice(b"&appParams=");
            out.extend_from_slice(self.params.encoded());
        }
    }

    /// In words, as [`Outgoing::write`] in the scope's.
    pub(super) fn explain(&self, f: &mut fmt::Formatter<'_>, incoming: Option<&ClientName>) -> fmt::Result {
        write!(f, "make calls to application {}", self.application)?;
        if let Some(name) = self.client.as_ref().or(incoming) {
            write!(f, " as {name:?}", name = name.as_str())?;
        }
        if !self.params.is_empty() {
            write!(f, " with {}", self.params)?;
        }
        Ok(())
    }
}
