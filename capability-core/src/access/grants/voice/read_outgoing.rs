//! The outgoing calls of a token that was read.

use std::borrow::Cow;

use twilio_capability_rules::sid::SidKind;
use twilio_capability_rules::string::{StringErrorKind, StringRule};

use crate::access::findings::{VOICE_APPLICATION, VOICE_RESERVED};
use crate::access::grants::read_write::{Fields, Unreadable, member};
use crate::call_params::{PROOF, signature};
use crate::inspect::{Findings, Quoted, QuotedJson};
use crate::jwt::{Claim, JsonObject, Members, Value};

pub(super) const APPLICATION: Claim = member("/grants/voice/outgoing/application_sid");
pub(super) const PARAMS: Claim = member("/grants/voice/outgoing/params");

/// The outgoing calls that a Voice grant of a token allows.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::read::{ReadOutgoing, inspect};
/// use twilio_capability::{AccessToken, ApiKeyCredentials, OutgoingParams, ParamName, VoiceGrant};
///
/// fn check(api_key: &ApiKeyCredentials) -> Result<(), Box<dyn std::error::Error>> {
///     let application = "AP00000000000000000000000000000000".parse()?;
///     let params = OutgoingParams::new().param(ParamName::from_static("user_id"), 7);
///     let john = AccessToken::new().voice_identity("john".parse()?).credentials(api_key);
///     let token = john.voice(VoiceGrant::new().outgoing_with(application, params)).sign();
///
///     let inspection = inspect(token.as_str());
///     let voice = inspection.grants().unwrap().voice.as_ref().unwrap();
///     let outgoing: &ReadOutgoing = voice.outgoing.as_ref().unwrap();
///     assert_eq!(outgoing.application_sid.as_deref(), Some("AP00000000000000000000000000000000"));
///     assert_eq!(outgoing.params.get("user_id").unwrap(), 7);
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
#[derive(Clone, PartialEq, Eq, Debug, Default)]
#[non_exhaustive]
pub struct ReadOutgoing {
    /// The application that receives the calls.
    pub application_sid: Option<String>,
    /// The parameters for the application's webhook.
    pub params: JsonObject,
}

impl ReadOutgoing {
    pub(super) fn read(outgoing: &mut Fields<'_, '_>) -> Self {
        Self {
            application_sid: outgoing.string(APPLICATION),
            params: outgoing.opaque(PARAMS).unwrap_or_default(),
        }
    }

    pub(super) fn explain(&self, unreadable: &Unreadable) -> Option<String> {
        let application = match &self.application_sid {
            Some(sid) => format!("can make calls to application {}", Quoted(sid)),
            None if unreadable.contains(APPLICATION) => return None,
            None => "can make calls to no application".to_owned(),
        };
        let params = self.params.members();
        let in_words = |(name, value): (Cow<'_, str>, Value<'_>)| {
            let signature = match &value {
                Value::String(value) => signature::in_words(&name, value),
                _ => None,
            };
            signature.unwrap_or_else(|| format!("{} = {}", Quoted(&name), QuotedJson(&value)))
        };
        let params: Vec<_> = params.map(in_words).collect();
        Some(if params.is_empty() {
            application
        } else {
            format!("{application} with {}", params.join(" and "))
        })
    }

    /// Compares the signature of the parameters with the end of the token.
    pub(in crate::access) fn find_signature(&self, claims: &Members<'_>, findings: &mut Findings) {
        for (_, value) in self.params.members().filter(|(name, _)| name == PROOF) {
            let value = match value {
                Value::String(value) => value,
                other => QuotedJson(&other).to_string().into(),
            };
            signature::find(findings, claims, PARAMS.path(), &value);
        }
    }

    pub(super) fn find(&self, unreadable: &Unreadable, findings: &mut Findings) {
        let path = APPLICATION.path();
        match &self.application_sid {
            Some(sid) => {
                let place = ("`voice.outgoing.application_sid`", path);
                findings.sid(&VOICE_APPLICATION, SidKind::Application, place, sid);
            }
            None if unreadable.contains(APPLICATION) => {}
            None => findings.add(&VOICE_APPLICATION, path, "calls are made to no application"),
        }
        for (name, _) in self.params.members() {
            if let Err(error) = StringRule::PARAM_NAME.check_at_run_time(&name)
                && let StringErrorKind::Reserved(_) = error.kind()
            {
                findings.add(&VOICE_RESERVED, PARAMS.path(), error);
            }
        }
        for (name, value) in self.params.members() {
            if let Value::String(value) = value {
                findings.secret_in(
                    &name,
                    &value,
                    format_args!("the parameter {}", Quoted(&name)),
                    PARAMS.path(),
                );
            }
        }
    }
}
