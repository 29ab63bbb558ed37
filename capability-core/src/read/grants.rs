use std::fmt;

use serde_json::{Map, Value};

use super::claims;
use super::error::{VerifyError, VerifyErrorKind};
use super::json::Members;

/// What an access token that was read grants, and to whom.
///
/// What builds a token refuses what is likely a mistake. A token that somebody else minted may have any of it, so here
/// names and SIDs are plain text, and each may be missing.
///
/// `Display` says it in words, on one line. Texts of the token stand in quotes, with control characters escaped.
///
/// ```
/// use twilio_capability_core::read::inspect;
/// # use twilio_capability_core::{AccessToken, ApiKeyCredentials, ChatGrant, VideoGrant};
/// # let api_key = ApiKeyCredentials::new(
/// #     "AC00000000000000000000000000000000".parse()?,
/// #     "SK00000000000000000000000000000000".parse()?,
/// #     "not_a_real_api_secret".parse()?,
/// # );
/// # let service = "IS00000000000000000000000000000000".parse()?;
/// # let token = AccessToken::new()
/// #     .identity("zoë".parse()?)
/// #     .video(VideoGrant::new().room("daily".parse()?))
/// #     .chat(ChatGrant::new(service))
/// #     .credentials(&api_key)
/// #     .sign();
///
/// let inspection = inspect(token.as_str());
/// let grants = inspection.grants().unwrap();
/// assert_eq!(grants.identity.as_deref(), Some("zoë"));
/// assert_eq!(grants.video.as_ref().unwrap().room.as_deref(), Some("daily"));
/// assert!(grants.voice.is_none());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Default)]
#[non_exhaustive]
pub struct ReadGrants {
    /// Whom it is for.
    pub identity: Option<String>,
    /// Voice.
    pub voice: Option<ReadVoice>,
    /// Video.
    pub video: Option<ReadVideo>,
    /// Chat or Conversations.
    pub chat: Option<ReadChat>,
    /// Sync.
    pub sync: Option<ReadSync>,
    /// TaskRouter.
    pub task_router: Option<ReadTaskRouter>,
    /// The playback of a stream.
    pub playback: Option<ReadPlayback>,
    /// What there is besides, by name: grants, or members of grants such as `video.color`, that this library does not
    /// know.
    pub others: Vec<String>,
    /// What has a wrong type, by name: grants, or members of grants such as `video.room`. They are there, and `None`
    /// in the fields above. A token with such a member is never a verified one.
    pub unreadable: Vec<String>,
}

/// The Voice grant of a token that was read.
///
/// ```
/// use twilio_capability_core::read::{ReadVoice, inspect};
/// # use twilio_capability_core::{AccessToken, ApiKeyCredentials, VoiceGrant};
/// # let api_key = ApiKeyCredentials::new(
/// #     "AC00000000000000000000000000000000".parse()?,
/// #     "SK00000000000000000000000000000000".parse()?,
/// #     "not_a_real_api_secret".parse()?,
/// # );
/// # let john = AccessToken::new().voice_identity("john".parse()?).credentials(&api_key);
/// # let token = john.voice(VoiceGrant::new().incoming()).sign();
///
/// let inspection = inspect(token.as_str());
/// let voice: &ReadVoice = inspection.grants().unwrap().voice.as_ref().unwrap();
/// assert!(voice.incoming);
/// assert!(voice.outgoing.is_none());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Default)]
#[non_exhaustive]
pub struct ReadVoice {
    /// Whether it allows to take calls.
    pub incoming: bool,
    /// Which calls it allows to make.
    pub outgoing: Option<ReadOutgoing>,
    /// The push credential by which a phone is told of a call.
    pub push_credential_sid: Option<String>,
    /// The device among those of the identity.
    pub endpoint_id: Option<String>,
}

/// The calls that a Voice grant allows to make.
///
/// ```
/// use twilio_capability_core::read::{ReadOutgoing, inspect};
/// # use twilio_capability_core::{AccessToken, ApiKeyCredentials, OutgoingParams, ParamName, VoiceGrant};
/// # let api_key = ApiKeyCredentials::new(
/// #     "AC00000000000000000000000000000000".parse()?,
/// #     "SK00000000000000000000000000000000".parse()?,
/// #     "not_a_real_api_secret".parse()?,
/// # );
/// # let application = "AP00000000000000000000000000000000".parse()?;
/// # let params = OutgoingParams::new().param(ParamName::from_static("user_id"), 7);
/// # let john = AccessToken::new().voice_identity("john".parse()?).credentials(&api_key);
/// # let token = john.voice(VoiceGrant::new().outgoing_with(application, params)).sign();
///
/// let inspection = inspect(token.as_str());
/// let voice = inspection.grants().unwrap().voice.as_ref().unwrap();
/// let outgoing: &ReadOutgoing = voice.outgoing.as_ref().unwrap();
/// assert_eq!(outgoing.application_sid.as_deref(), Some("AP00000000000000000000000000000000"));
/// assert_eq!(outgoing.params["user_id"], 7);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Default)]
#[non_exhaustive]
pub struct ReadOutgoing {
    /// The application that is called.
    pub application_sid: Option<String>,
    /// What the application's webhook gets with each call.
    pub params: Map<String, Value>,
}

/// The Video grant of a token that was read.
///
/// ```
/// use twilio_capability_core::read::{ReadVideo, inspect};
/// # use twilio_capability_core::{AccessToken, ApiKeyCredentials, VideoGrant};
/// # let api_key = ApiKeyCredentials::new(
/// #     "AC00000000000000000000000000000000".parse()?,
/// #     "SK00000000000000000000000000000000".parse()?,
/// #     "not_a_real_api_secret".parse()?,
/// # );
/// # let john = AccessToken::new().voice_identity("john".parse()?).credentials(&api_key);
/// # let token = john.video(VideoGrant::new().room("daily".parse()?)).sign();
///
/// let inspection = inspect(token.as_str());
/// let video: &ReadVideo = inspection.grants().unwrap().video.as_ref().unwrap();
/// assert_eq!(video.room.as_deref(), Some("daily"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Default)]
#[non_exhaustive]
pub struct ReadVideo {
    /// The one room that may be entered, by name or SID; any room where there is none.
    pub room: Option<String>,
}

/// The Chat grant of a token that was read.
///
/// ```
/// use twilio_capability_core::read::{ReadChat, inspect};
/// # use twilio_capability_core::{AccessToken, ApiKeyCredentials, ChatGrant};
/// # let api_key = ApiKeyCredentials::new(
/// #     "AC00000000000000000000000000000000".parse()?,
/// #     "SK00000000000000000000000000000000".parse()?,
/// #     "not_a_real_api_secret".parse()?,
/// # );
/// # let service = "IS00000000000000000000000000000000".parse()?;
/// # let john = AccessToken::new().voice_identity("john".parse()?).credentials(&api_key);
/// # let token = john.chat(ChatGrant::new(service).endpoint_id("phone".parse()?)).sign();
///
/// let inspection = inspect(token.as_str());
/// let chat: &ReadChat = inspection.grants().unwrap().chat.as_ref().unwrap();
/// assert_eq!(chat.service_sid.as_deref(), Some("IS00000000000000000000000000000000"));
/// assert_eq!(chat.endpoint_id.as_deref(), Some("phone"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Default)]
#[non_exhaustive]
pub struct ReadChat {
    /// The service.
    pub service_sid: Option<String>,
    /// The device among those of the identity.
    pub endpoint_id: Option<String>,
    /// The role that the identity has.
    pub deployment_role_sid: Option<String>,
    /// The push credential by which a phone is told of a message.
    pub push_credential_sid: Option<String>,
}

/// The Sync grant of a token that was read.
///
/// ```
/// use twilio_capability_core::read::{ReadSync, inspect};
/// # use twilio_capability_core::{AccessToken, ApiKeyCredentials, SyncGrant};
/// # let api_key = ApiKeyCredentials::new(
/// #     "AC00000000000000000000000000000000".parse()?,
/// #     "SK00000000000000000000000000000000".parse()?,
/// #     "not_a_real_api_secret".parse()?,
/// # );
/// # let service = "IS00000000000000000000000000000000".parse()?;
/// # let john = AccessToken::new().voice_identity("john".parse()?).credentials(&api_key);
/// # let token = john.sync(SyncGrant::new(service).endpoint_id("phone".parse()?)).sign();
///
/// let inspection = inspect(token.as_str());
/// let sync: &ReadSync = inspection.grants().unwrap().sync.as_ref().unwrap();
/// assert_eq!(sync.service_sid.as_deref(), Some("IS00000000000000000000000000000000"));
/// assert_eq!(sync.endpoint_id.as_deref(), Some("phone"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Default)]
#[non_exhaustive]
pub struct ReadSync {
    /// The service.
    pub service_sid: Option<String>,
    /// The device among those of the identity.
    pub endpoint_id: Option<String>,
}

/// The TaskRouter grant of a token that was read.
///
/// ```
/// use twilio_capability_core::read::{ReadTaskRouter, inspect};
/// # use twilio_capability_core::{AccessToken, ApiKeyCredentials, TaskRouterGrant, WorkerRole};
/// # let api_key = ApiKeyCredentials::new(
/// #     "AC00000000000000000000000000000000".parse()?,
/// #     "SK00000000000000000000000000000000".parse()?,
/// #     "not_a_real_api_secret".parse()?,
/// # );
/// # let workspace = "WS00000000000000000000000000000000".parse()?;
/// # let john = AccessToken::new().voice_identity("john".parse()?).credentials(&api_key);
/// # let token = john.task_router(TaskRouterGrant::new(workspace).role(WorkerRole::WORKER)).sign();
///
/// let inspection = inspect(token.as_str());
/// let task_router: &ReadTaskRouter = inspection.grants().unwrap().task_router.as_ref().unwrap();
/// assert_eq!(task_router.role.as_deref(), Some("worker"));
/// assert_eq!(task_router.worker_sid, None);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Default)]
#[non_exhaustive]
pub struct ReadTaskRouter {
    /// The workspace.
    pub workspace_sid: Option<String>,
    /// The worker that the identity is.
    pub worker_sid: Option<String>,
    /// What it may do.
    pub role: Option<String>,
}

/// The playback grant of a token that was read: the object that Twilio's API returned.
///
/// `Debug` hides it: whoever has the address in it can watch.
///
/// ```
/// # use twilio_capability_core::read::inspect;
/// # use twilio_capability_core::{AccessToken, ApiKeyCredentials, PlaybackGrant};
/// # let api_key = ApiKeyCredentials::new(
/// #     "AC00000000000000000000000000000000".parse()?,
/// #     "SK00000000000000000000000000000000".parse()?,
/// #     "not_a_real_api_secret".parse()?,
/// # );
/// let playback: PlaybackGrant = r#"{"playbackUrl": "https://example.com/v1/playlist"}"#.parse()?;
/// # let token = AccessToken::new().anonymous().playback(playback).credentials(&api_key).sign();
///
/// let inspection = inspect(token.as_str());
/// let playback = inspection.grants().unwrap().playback.as_ref().unwrap();
/// assert_eq!(playback.as_object()["playbackUrl"], "https://example.com/v1/playlist");
/// assert_eq!(format!("{playback:?}"), "ReadPlayback([redacted])");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq, Eq, Default)]
pub struct ReadPlayback(Map<String, Value>);

impl ReadPlayback {
    /// The members of the object.
    ///
    /// ```
    /// # use twilio_capability_core::read::{ReadPlayback, inspect};
    /// # use twilio_capability_core::{AccessToken, ApiKeyCredentials, PlaybackGrant};
    /// # let api_key = ApiKeyCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "SK00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_api_secret".parse()?,
    /// # );
    /// # let grant: PlaybackGrant = r#"{"playbackUrl": "https://example.com/v1/playlist"}"#.parse()?;
    /// # let john = AccessToken::new().voice_identity("john".parse()?).credentials(&api_key);
    /// # let token = john.playback(grant).sign();
    ///
    /// let inspection = inspect(token.as_str());
    /// let playback: &ReadPlayback = inspection.grants().unwrap().playback.as_ref().unwrap();
    /// assert_eq!(playback.as_object().len(), 1);
    /// assert_eq!(playback.as_object()["playbackUrl"], "https://example.com/v1/playlist");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn as_object(&self) -> &Map<String, Value> {
        &self.0
    }
}

impl fmt::Debug for ReadPlayback {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ReadPlayback([redacted])")
    }
}

impl ReadGrants {
    /// Whether it grants nothing at all.
    ///
    /// ```
    /// use twilio_capability_core::read::ReadGrants;
    ///
    /// assert!(ReadGrants::default().is_empty());
    /// ```
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let Self { identity: _, voice, video, chat, sync, task_router, playback, others, unreadable } = self;
        voice.is_none()
            && video.is_none()
            && chat.is_none()
            && sync.is_none()
            && task_router.is_none()
            && playback.is_none()
            && others.is_empty()
            && unreadable.iter().all(|name| name == "identity")
    }

    /// Whether the member is there where its field says `None`.
    pub(super) fn is_unreadable(&self, member: &str) -> bool {
        self.unreadable.iter().any(|name| name == member)
    }

    /// Reads the claim `grants`, and what is wrong with the members that are [`unreadable`](Self::unreadable).
    pub(super) fn read(claims: &Members<'_>) -> Result<(Self, Vec<VerifyError>), VerifyError> {
        let grants = claims::object(claims, "grants")?;
        let mut reader = Reader::default();
        let known = ["identity", "voice", "video", "chat", "data_sync", "task_router", "player"];
        reader.others(grants, "", &known);
        let read = Self {
            identity: reader.text(grants, "grants.identity"),
            voice: reader.object(grants, "grants.voice").map(|voice| reader.voice(voice)),
            video: reader.object(grants, "grants.video").map(|video| reader.video(video)),
            chat: reader.object(grants, "grants.chat").map(|chat| reader.chat(chat)),
            sync: reader.object(grants, "grants.data_sync").map(|sync| reader.sync(sync)),
            task_router: reader
                .object(grants, "grants.task_router")
                .map(|task_router| reader.task_router(task_router)),
            playback: reader.object(grants, "grants.player").map(|object| ReadPlayback(object.to_map())),
            unreadable: reader.wrong.iter().filter_map(member).map(str::to_owned).collect(),
            others: reader.others,
        };
        Ok((read, reader.wrong))
    }
}

/// The name, within the claim `grants`, of what has a wrong type.
fn member(wrong: &VerifyError) -> Option<&'static str> {
    let VerifyErrorKind::ClaimType(claim) = wrong.kind() else { return None };
    claim.strip_prefix("grants.")
}

/// Reads members, and goes on behind one that it cannot read.
#[derive(Default)]
struct Reader {
    /// The names of members that are not known.
    others: Vec<String>,
    /// Which members have a wrong type.
    wrong: Vec<VerifyError>,
}

impl Reader {
    fn others(&mut self, members: &Members<'_>, within: &str, known: &[&str]) {
        let others = members.names().filter(|name| !known.contains(name));
        self.others.extend(others.map(|name| format!("{within}{name}")));
    }

    fn take<T>(&mut self, member: Result<Option<T>, VerifyError>) -> Option<T> {
        member.unwrap_or_else(|error| {
            self.wrong.push(error);
            None
        })
    }

    fn text(&mut self, members: &Members<'_>, claim: &'static str) -> Option<String> {
        self.take(claims::optional_text(members, claim)).map(str::to_owned)
    }

    fn object<'m, 'a>(&mut self, members: &'m Members<'a>, claim: &'static str) -> Option<&'m Members<'a>> {
        self.take(claims::optional_object(members, claim))
    }

    fn voice(&mut self, voice: &Members<'_>) -> ReadVoice {
        self.others(voice, "voice.", &["incoming", "outgoing", "push_credential_sid", "endpoint_id"]);
        ReadVoice {
            incoming: self.object(voice, "grants.voice.incoming").is_some_and(|incoming| {
                self.others(incoming, "voice.incoming.", &["allow"]);
                self.take(claims::flag(incoming, "grants.voice.incoming.allow").map(Some)).unwrap_or_default()
            }),
            outgoing: self.object(voice, "grants.voice.outgoing").map(|outgoing| self.outgoing(outgoing)),
            push_credential_sid: self.text(voice, "grants.voice.push_credential_sid"),
            endpoint_id: self.text(voice, "grants.voice.endpoint_id"),
        }
    }

    fn outgoing(&mut self, outgoing: &Members<'_>) -> ReadOutgoing {
        self.others(outgoing, "voice.outgoing.", &["application_sid", "params"]);
        ReadOutgoing {
            application_sid: self.text(outgoing, "grants.voice.outgoing.application_sid"),
            params: self
                .object(outgoing, "grants.voice.outgoing.params")
                .map(Members::to_map)
                .unwrap_or_default(),
        }
    }

    fn video(&mut self, video: &Members<'_>) -> ReadVideo {
        self.others(video, "video.", &["room"]);
        ReadVideo { room: self.text(video, "grants.video.room") }
    }

    fn chat(&mut self, chat: &Members<'_>) -> ReadChat {
        let known = ["service_sid", "endpoint_id", "deployment_role_sid", "push_credential_sid"];
        self.others(chat, "chat.", &known);
        ReadChat {
            service_sid: self.text(chat, "grants.chat.service_sid"),
            endpoint_id: self.text(chat, "grants.chat.endpoint_id"),
            deployment_role_sid: self.text(chat, "grants.chat.deployment_role_sid"),
            push_credential_sid: self.text(chat, "grants.chat.push_credential_sid"),
        }
    }

    fn sync(&mut self, sync: &Members<'_>) -> ReadSync {
        self.others(sync, "data_sync.", &["service_sid", "endpoint_id"]);
        ReadSync {
            service_sid: self.text(sync, "grants.data_sync.service_sid"),
            endpoint_id: self.text(sync, "grants.data_sync.endpoint_id"),
        }
    }

    fn task_router(&mut self, router: &Members<'_>) -> ReadTaskRouter {
        self.others(router, "task_router.", &["workspace_sid", "worker_sid", "role"]);
        ReadTaskRouter {
            workspace_sid: self.text(router, "grants.task_router.workspace_sid"),
            worker_sid: self.text(router, "grants.task_router.worker_sid"),
            role: self.text(router, "grants.task_router.role"),
        }
    }
}

impl ReadGrants {
    /// What is granted in words, one product at a time.
    pub(super) fn in_words(&self) -> impl Iterator<Item = String> {
        let Self { identity: _, voice, video, chat, sync, task_router, playback, others, unreadable } = self;
        let words = [
            voice.as_ref().and_then(|voice| self.voice_in_words(voice)),
            match video {
                Some(ReadVideo { room: Some(room) }) => Some(format!("Video: enter room {room:?}")),
                Some(ReadVideo { room: None }) if !self.is_unreadable("video.room") => {
                    Some("Video: enter any room".to_owned())
                }
                _ => None,
            },
            chat.as_ref().and_then(|chat| {
                self.list(
                    ("Chat or Conversations", "chat."),
                    [
                        called("service", chat.service_sid.as_ref()),
                        called("role", chat.deployment_role_sid.as_ref()),
                        called("push credential", chat.push_credential_sid.as_ref()),
                        called("endpoint", chat.endpoint_id.as_ref()),
                    ],
                )
            }),
            sync.as_ref().and_then(|sync| {
                self.list(
                    ("Sync", "data_sync."),
                    [
                        called("service", sync.service_sid.as_ref()),
                        called("endpoint", sync.endpoint_id.as_ref()),
                    ],
                )
            }),
            task_router.as_ref().and_then(|router| {
                self.list(
                    ("TaskRouter", "task_router."),
                    [
                        called("workspace", router.workspace_sid.as_ref()),
                        called("worker", router.worker_sid.as_ref()),
                        called("role", router.role.as_ref()),
                    ],
                )
            }),
            playback.as_ref().map(|_| "Playback of a stream".to_owned()),
        ];
        let others = others.iter().map(|name| format!("{name:?}, which is not known here"));
        let unreadable = unreadable.iter().filter(|name| *name != "identity");
        let unreadable = unreadable.map(|name| format!("{name:?}, which cannot be read"));
        words.into_iter().flatten().chain(others).chain(unreadable)
    }

    fn voice_in_words(&self, voice: &ReadVoice) -> Option<String> {
        let outgoing = voice.outgoing.as_ref();
        let calls = outgoing.and_then(|ReadOutgoing { application_sid, params }| {
            let application = match application_sid {
                Some(sid) => format!("make calls to application {sid:?}"),
                None if self.is_unreadable("voice.outgoing.application_sid") => return None,
                None => "make calls to no application".to_owned(),
            };
            let params: Vec<_> =
                params.iter().map(|(name, value)| format!("{name:?} = {}", printable(value))).collect();
            Some(if params.is_empty() {
                application
            } else {
                format!("{application} with {}", params.join(" and "))
            })
        });
        self.list(
            ("Voice", "voice."),
            [
                voice.incoming.then(|| "take calls".to_owned()),
                calls,
                called("push credential", voice.push_credential_sid.as_ref()),
                called("endpoint", voice.endpoint_id.as_ref()),
            ],
        )
    }

    /// A product and what there is of it, unless that is only what cannot be read.
    fn list<const N: usize>(
        &self,
        (product, within): (&str, &str),
        parts: [Option<String>; N],
    ) -> Option<String> {
        let parts: Vec<_> = parts.into_iter().flatten().collect();
        if !parts.is_empty() {
            return Some(format!("{product}: {}", parts.join(", ")));
        }
        let nothing = !self.unreadable.iter().any(|name| name.starts_with(within));
        nothing.then(|| format!("{product}: nothing"))
    }
}

fn called(what: &str, name: Option<&String>) -> Option<String> {
    name.map(|name| format!("{what} {name:?}"))
}

/// JSON without what a terminal would obey.
fn printable(value: &Value) -> String {
    let mut shown = String::new();
    for c in value.to_string().chars() {
        match c {
            '"' | '\'' | '\\' => shown.push(c),
            c => shown.extend(c.escape_debug()),
        }
    }
    shown
}

impl fmt::Display for ReadGrants {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.identity {
            Some(identity) => write!(f, "to {identity:?}")?,
            None if self.is_unreadable("identity") => f.write_str("to somebody who cannot be read")?,
            None => f.write_str("to nobody in particular")?,
        }
        if self.is_empty() {
            f.write_str("; nothing")?;
        }
        self.in_words().try_for_each(|words| write!(f, "; {words}"))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::json as strict;
    use super::*;

    fn read(grants: &str) -> Result<ReadGrants, (VerifyErrorKind, String)> {
        let claims = format!("{{\"grants\":{grants}}}");
        let claims = strict::parse(claims.as_bytes()).unwrap();
        let first = ReadGrants::read(&claims).and_then(|(grants, wrong)| match wrong.first() {
            None => Ok(grants),
            Some(error) => Err(error.clone()),
        });
        first.map_err(|error| {
            assert_eq!(error.twilio_code(), Some(20106));
            (error.kind(), error.to_string())
        })
    }

    #[test]
    fn every_field_is_read_and_told() {
        let read = read(
            r#"{"identity":"zoë","voice":{"incoming":{"allow":true},"outgoing":{"application_sid":"AP1",
                "params":{"a":[1,"\u001b\u202e\\"],"b":"\"x'"}},"push_credential_sid":"CR1","endpoint_id":"e"},
                "video":{"room":"daily"},"chat":{"service_sid":"IS1","endpoint_id":"f","deployment_role_sid":"RL1",
                "push_credential_sid":"CR2"},"data_sync":{"service_sid":"IS2","endpoint_id":"g"},
                "task_router":{"workspace_sid":"WS1","worker_sid":"WK1","role":"worker"},"player":{"a":{"b":null}}}"#,
        )
        .unwrap();
        let outgoing = read.voice.as_ref().unwrap().outgoing.as_ref().unwrap();
        assert_eq!(json!(outgoing.params), json!({"a": [1, "\u{1b}\u{202e}\\"], "b": "\"x'"}));
        assert_eq!(json!(read.playback.as_ref().unwrap().as_object()), json!({"a": {"b": null}}));
        assert_eq!(format!("{:?}", read.playback), "Some(ReadPlayback([redacted]))");
        assert!(read.others.is_empty() && !read.is_empty());
        assert_eq!(
            read.to_string(),
            "to \"zoë\"; Voice: take calls, make calls to application \"AP1\" with \"a\" = \
             [1,\"\\u001b\\u{202e}\\\\\"] and \"b\" = \"\\\"x'\", push credential \"CR1\", endpoint \"e\"; \
             Video: enter room \"daily\"; \
             Chat or Conversations: service \"IS1\", role \"RL1\", push credential \"CR2\", endpoint \"f\"; \
             Sync: service \"IS2\", endpoint \"g\"; TaskRouter: workspace \"WS1\", worker \"WK1\", role \"worker\"; \
             Playback of a stream"
        );
    }

    #[test]
    fn every_field_may_be_missing() {
        let empty = read("{}").unwrap();
        assert_eq!(
            (empty.to_string().as_str(), &empty),
            ("to nobody in particular; nothing", &ReadGrants::default())
        );
        let bare = read(
            r#"{"voice":{"incoming":{"allow":false},"outgoing":{}},"video":{},"chat":{},"data_sync":{},"task_router":{},
                "player":{}}"#,
        )
        .unwrap();
        assert_eq!(
            bare.to_string(),
            "to nobody in particular; Voice: make calls to no application; Video: enter any room; \
             Chat or Conversations: nothing; Sync: nothing; TaskRouter: nothing; Playback of a stream"
        );
        assert_eq!(read(r#"{"voice":{"incoming":{}}}"#).unwrap().voice, Some(ReadVoice::default()));
    }

    #[test]
    fn what_is_not_known_is_named() {
        let read = read(
            r#"{"new":1,"voice":{"x":1,"incoming":{"y":1},"outgoing":{"z":1}},"video":{"v":1},"chat":{"c":1},
                "data_sync":{"s":1},"task_router":{"t":1}}"#,
        )
        .unwrap();
        let names = [
            "new",
            "voice.x",
            "voice.incoming.y",
            "voice.outgoing.z",
            "video.v",
            "chat.c",
            "data_sync.s",
            "task_router.t",
        ];
        assert_eq!(read.others, names);
        assert!(read.to_string().ends_with("; \"task_router.t\", which is not known here"), "{read}");
    }

    #[test]
    fn a_wrong_type_is_not_an_absence() {
        for (claim, expected) in [
            ("identity", "a text"),
            ("voice", "an object"),
            ("voice.incoming", "an object"),
            ("voice.incoming.allow", "`true` or `false`"),
            ("voice.outgoing", "an object"),
            ("voice.outgoing.application_sid", "a text"),
            ("voice.outgoing.params", "an object"),
            ("voice.push_credential_sid", "a text"),
            ("voice.endpoint_id", "a text"),
            ("video", "an object"),
            ("video.room", "a text"),
            ("chat", "an object"),
            ("chat.service_sid", "a text"),
            ("chat.endpoint_id", "a text"),
            ("chat.deployment_role_sid", "a text"),
            ("chat.push_credential_sid", "a text"),
            ("data_sync", "an object"),
            ("data_sync.service_sid", "a text"),
            ("data_sync.endpoint_id", "a text"),
            ("task_router", "an object"),
            ("task_router.workspace_sid", "a text"),
            ("task_router.worker_sid", "a text"),
            ("task_router.role", "a text"),
            ("player", "an object"),
        ] {
            for wrong in ["null", "1", "[]"] {
                let grants =
                    claim.rsplit('.').fold(wrong.to_owned(), |inner, name| format!("{{\"{name}\":{inner}}}"));
                let (kind, says) = read(&grants).unwrap_err();
                assert_eq!(says, format!("the claim `grants.{claim}` is not {expected}"));
                assert!(
                    matches!(kind, VerifyErrorKind::ClaimType(name) if name == format!("grants.{claim}"))
                );
            }
        }
        assert_eq!(read("[]").unwrap_err().0, VerifyErrorKind::ClaimType("grants"));
        let missing = ReadGrants::read(&strict::parse(b"{}").unwrap()).unwrap_err();
        assert_eq!(
            (missing.kind(), missing.twilio_code()),
            (VerifyErrorKind::MissingClaim("grants"), Some(20106))
        );
    }

    #[test]
    fn what_is_right_is_read_beside_what_is_wrong() {
        let claims = br#"{"grants":{"identity":7,"voice":{"incoming":{"allow":"yes"},"outgoing":{"params":[],
            "application_sid":"AP1"}},"video":null,"chat":{"service_sid":"IS1","endpoint_id":[]},"new":1}}"#;
        let (grants, wrong) = ReadGrants::read(&strict::parse(claims).unwrap()).unwrap();
        assert_eq!(
            grants.to_string(),
            "to somebody who cannot be read; Voice: make calls to application \"AP1\"; \
             Chat or Conversations: service \"IS1\"; \"new\", which is not known here; \
             \"voice.incoming.allow\", which cannot be read; \"voice.outgoing.params\", which cannot be read; \
             \"video\", which cannot be read; \"chat.endpoint_id\", which cannot be read"
        );
        let wrong: Vec<_> = wrong.iter().map(VerifyError::kind).collect();
        let claims =
            ["identity", "voice.incoming.allow", "voice.outgoing.params", "video", "chat.endpoint_id"]
                .map(|claim| format!("grants.{claim}"));
        assert!(
            wrong
                .iter()
                .zip(&claims)
                .all(|(kind, claim)| matches!(kind, VerifyErrorKind::ClaimType(c) if c == claim))
        );
        assert_eq!(wrong.len(), claims.len());
        assert!(
            grants
                .unreadable
                .iter()
                .zip(&claims)
                .all(|(name, claim)| claim.strip_prefix("grants.") == Some(name))
        );
        // No right is made up where one cannot be read.
        for (grants, says) in [
            (r#"{"video":{"room":7}}"#, "\"video.room\""),
            (
                r#"{"voice":{"outgoing":{"application_sid":7,"params":{"a":1}}}}"#,
                "\"voice.outgoing.application_sid\"",
            ),
            (r#"{"voice":{"incoming":7}}"#, "\"voice.incoming\""),
            (r#"{"chat":{"service_sid":7}}"#, "\"chat.service_sid\""),
            (r#"{"data_sync":{"service_sid":7}}"#, "\"data_sync.service_sid\""),
            (r#"{"task_router":{"role":7}}"#, "\"task_router.role\""),
            (r#"{"player":7}"#, "\"player\""),
        ] {
            let claims = format!("{{\"grants\":{grants}}}");
            let (grants, _) = ReadGrants::read(&strict::parse(claims.as_bytes()).unwrap()).unwrap();
            assert_eq!(grants.to_string(), format!("to nobody in particular; {says}, which cannot be read"));
            assert!(!grants.is_empty());
        }
    }
}
