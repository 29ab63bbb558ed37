//! What Twilio, or a careful reader, would have against the grants of an access token.

use twilio_capability_rules::sid::{self, SidKind};
use twilio_capability_rules::{client_name, region};

use super::FindingKind;
use super::finding::Findings;
use super::grants::{ReadChat, ReadGrants, ReadOutgoing, ReadSync, ReadTaskRouter, ReadVoice};

impl Findings {
    pub(super) fn region(&mut self, region: &str) {
        if let Err(error) = region::check(region) {
            self.odd(FindingKind::Region, error);
        }
    }

    pub(super) fn grants(&mut self, grants: &ReadGrants) {
        if grants.is_empty() {
            self.refused(FindingKind::EmptyGrant, 20106, "the token grants nothing");
        }
        self.identity(grants);
        if let Some(voice) = &grants.voice {
            self.voice(voice);
        }
        if let Some(ReadChat { service_sid, deployment_role_sid, push_credential_sid, .. }) = &grants.chat {
            self.needed(SidKind::Service, "chat.service_sid", service_sid.as_ref());
            self.given(SidKind::Role, "chat.deployment_role_sid", deployment_role_sid.as_ref());
            self.given(SidKind::Credential, "chat.push_credential_sid", push_credential_sid.as_ref());
        }
        if let Some(ReadSync { service_sid, .. }) = &grants.sync {
            self.needed(SidKind::Service, "data_sync.service_sid", service_sid.as_ref());
        }
        if let Some(ReadTaskRouter { workspace_sid, worker_sid, .. }) = &grants.task_router {
            self.needed(SidKind::Workspace, "task_router.workspace_sid", workspace_sid.as_ref());
            self.given(SidKind::Worker, "task_router.worker_sid", worker_sid.as_ref());
        }
        if let Some(name) = grants.others.first() {
            let what = format_args!("there is a grant, or a member of one, that is not known here: {name:?}");
            self.odd(FindingKind::UnknownGrant, what);
        }
    }

    fn identity(&mut self, grants: &ReadGrants) {
        let identity = grants.identity.as_deref().filter(|identity| !identity.is_empty());
        match (identity, &grants.voice) {
            (None, Some(_)) => {
                self.refused(FindingKind::Identity, 31204, "there is no identity, which Voice needs");
            }
            (None, None) => self.odd(FindingKind::Identity, "there is no identity: the token is for nobody"),
            (Some(identity), Some(_)) => {
                if let Err(error) = client_name::check_voice_identity(identity) {
                    self.refused(FindingKind::Identity, 31105, error);
                }
            }
            (Some(_), None) => {}
        }
    }

    fn voice(&mut self, voice: &ReadVoice) {
        match &voice.outgoing {
            Some(ReadOutgoing { application_sid, params }) => {
                match application_sid {
                    Some(sid) => self.application(sid),
                    None => {
                        self.refused(FindingKind::ApplicationSid, 21218, "calls are made to no application");
                    }
                }
                self.shadowed(params.keys().map(String::as_str));
            }
            None if !voice.incoming => {
                self.odd(FindingKind::EmptyGrant, "the Voice grant allows neither to take nor to make calls");
            }
            None => {}
        }
        self.given(SidKind::Credential, "voice.push_credential_sid", voice.push_credential_sid.as_ref());
    }

    /// A SID without which a grant is for nothing.
    fn needed(&mut self, expected: SidKind, member: &str, value: Option<&String>) {
        if value.is_none() {
            self.refused(FindingKind::EmptyGrant, 20106, format_args!("`{member}` is missing"));
        }
        self.given(expected, member, value);
    }

    fn given(&mut self, expected: SidKind, member: &str, value: Option<&String>) {
        if let Some(Err(error)) = value.map(|value| sid::check(expected, value)) {
            self.refused(FindingKind::GrantSid, 20106, format_args!("`{member}`: {error}"));
        }
    }
}
