//! What Twilio, or a careful reader, would have against the grants of an access token.

use twilio_capability_rules::region;
use twilio_capability_rules::sid::{self, SidKind};
use twilio_capability_rules::string::StringRule;

use super::FindingKind;
use super::finding::Findings;
use super::grants::{ReadChat, ReadGrants, ReadOutgoing, ReadSync, ReadTaskRouter, ReadVideo, ReadVoice};

impl Findings {
    pub(super) fn region(&mut self, region: &str) {
        if let Err(error) = region::check(region) {
            self.odd(FindingKind::Region, error);
        }
    }

    /// What may be said about grants besides that a member has a wrong type: such a member is not missing.
    pub(super) fn grants(&mut self, grants: &ReadGrants) {
        if grants.is_empty() {
            self.refused(FindingKind::EmptyGrant, 20106, "the token grants nothing");
        }
        let for_voice = grants.voice.is_some() || grants.is_unreadable("voice");
        match &grants.identity {
            Some(identity) => self.identity(identity, for_voice),
            None if !grants.is_unreadable("identity") => self.identity("", for_voice),
            None => {}
        }
        if let Some(voice) = &grants.voice {
            self.voice(voice, grants);
        }
        if let Some(ReadVideo { room: Some(room) }) = &grants.video
            && room.is_empty()
        {
            self.odd(FindingKind::EmptyGrant, "the room that may be entered has no name");
        }
        if let Some(ReadChat { service_sid, deployment_role_sid, push_credential_sid, .. }) = &grants.chat {
            self.needed(SidKind::Service, "chat.service_sid", service_sid.as_ref(), grants);
            self.given(SidKind::Role, "chat.deployment_role_sid", deployment_role_sid.as_ref());
            self.given(SidKind::Credential, "chat.push_credential_sid", push_credential_sid.as_ref());
        }
        if let Some(ReadSync { service_sid, .. }) = &grants.sync {
            self.needed(SidKind::Service, "data_sync.service_sid", service_sid.as_ref(), grants);
        }
        if let Some(ReadTaskRouter { workspace_sid, worker_sid, .. }) = &grants.task_router {
            self.needed(SidKind::Workspace, "task_router.workspace_sid", workspace_sid.as_ref(), grants);
            self.given(SidKind::Worker, "task_router.worker_sid", worker_sid.as_ref());
        }
        if grants.playback.as_ref().is_some_and(|playback| playback.as_object().is_empty()) {
            self.odd(FindingKind::EmptyGrant, "the playback grant is empty: no stream can be played");
        }
        if let Some(name) = grants.others.first() {
            let what = format_args!("there is a grant, or a member of one, that is not known here: {name:?}");
            self.odd(FindingKind::UnknownGrant, what);
        }
    }

    /// Whom the token is for: nobody, where the identity is empty.
    fn identity(&mut self, identity: &str, for_voice: bool) {
        match (identity, for_voice) {
            ("", true) => {
                self.refused(FindingKind::Identity, 31204, "there is no identity, which Voice needs");
            }
            ("", false) => self.odd(FindingKind::Identity, "there is no identity: the token is for nobody"),
            (identity, true) => {
                if let Err(error) = StringRule::VOICE_IDENTITY.check(identity) {
                    self.refused(FindingKind::Identity, 31105, error);
                }
            }
            (_, false) => {}
        }
    }

    fn voice(&mut self, voice: &ReadVoice, grants: &ReadGrants) {
        match &voice.outgoing {
            Some(ReadOutgoing { application_sid, params }) => {
                match application_sid {
                    Some(sid) => self.application(sid),
                    None if !grants.is_unreadable("voice.outgoing.application_sid") => {
                        self.refused(FindingKind::ApplicationSid, 21218, "calls are made to no application");
                    }
                    None => {}
                }
                self.shadowed(params.keys().map(String::as_str));
            }
            None if !voice.incoming
                && !["voice.incoming", "voice.incoming.allow", "voice.outgoing"]
                    .into_iter()
                    .any(|member| grants.is_unreadable(member)) =>
            {
                self.odd(FindingKind::EmptyGrant, "the Voice grant allows neither to take nor to make calls");
            }
            None => {}
        }
        self.given(SidKind::Credential, "voice.push_credential_sid", voice.push_credential_sid.as_ref());
    }

    /// A SID without which a grant is for nothing.
    fn needed(&mut self, expected: SidKind, member: &str, value: Option<&String>, grants: &ReadGrants) {
        if value.is_none() && !grants.is_unreadable(member) {
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
