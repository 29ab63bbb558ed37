use twilio_capability_rules::label::{self, LabelKind};
use twilio_capability_rules::{client_name, param_name};

/// What a string of one kind is made of.
#[derive(Clone, Copy)]
pub(crate) struct StringRule(fn(&str) -> Result<(), String>);

impl StringRule {
    pub(crate) const CLIENT_NAME: Self = Self(|s| client_name::check(s).map_err(|e| e.report(s).to_string()));
    pub(crate) const VOICE_IDENTITY: Self =
        Self(|s| client_name::check_voice_identity(s).map_err(|e| e.report(s).to_string()));
    pub(crate) const PARAM_NAME: Self = Self(|s| param_name::check(s).map_err(|e| e.report(s).to_string()));
    pub(crate) const FILTER_NAME: Self =
        Self(|s| param_name::check_filter(s).map_err(|e| e.report(s).to_string()));
    pub(crate) const IDENTITY: Self = Self(|s| label(LabelKind::Identity, s));
    pub(crate) const ROOM: Self = Self(|s| label(LabelKind::Room, s));
    pub(crate) const ENDPOINT_ID: Self = Self(|s| label(LabelKind::EndpointId, s));
    pub(crate) const WORKER_ROLE: Self = Self(|s| label(LabelKind::Role, s));
    pub(crate) const TOKEN_ID: Self = Self(|s| label(LabelKind::TokenId, s));

    /// The report if the rule is broken.
    pub(crate) fn check(self, s: &str) -> Result<(), String> {
        self.0(s)
    }
}

fn label(kind: LabelKind, s: &str) -> Result<(), String> {
    label::check(kind, s).map_err(|e| e.report(s).to_string())
}
