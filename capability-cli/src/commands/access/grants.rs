//! The grants of an access token.

use twilio_capability::{
    ApplicationSid, ChatGrant, Grant, Grants, OutgoingParams, RoomName, ServiceSid, SyncGrant,
    TaskRouterGrant, VideoGrant, VoiceGrant, WorkspaceSid,
};

use crate::mistakes::{Mistake, Mistakes};
use crate::params;
use crate::values::optional;

/// What the token allows.
#[derive(clap::Args)]
#[command(next_help_heading = "Grants")]
pub(super) struct GrantArgs {
    /// Voice: receive calls
    #[arg(long)]
    voice_incoming: bool,

    /// Voice: make calls to this application
    #[arg(long, value_name = "AP…", allow_hyphen_values = true)]
    voice_outgoing: Option<String>,

    /// Voice: parameter that Twilio sends to the application with each call; can be repeated
    #[arg(long, value_name = "NAME=VALUE", allow_hyphen_values = true)]
    param: Vec<String>,

    /// Voice: the same with a JSON value, such as `tags=["a","b"]`; can be repeated
    #[arg(long, value_name = "NAME=JSON", allow_hyphen_values = true)]
    param_json: Vec<String>,

    /// Voice: credential for push notifications of incoming calls
    #[arg(long, value_name = "CR…", allow_hyphen_values = true)]
    voice_push_credential: Option<String>,

    /// Video: all rooms, or only this one
    #[arg(long, value_name = "ROOM", num_args = 0..=1, require_equals = true)]
    #[expect(
        clippy::option_option,
        reason = "for clap: no option, an option without a value, one with a value"
    )]
    video: Option<Option<String>>,

    /// Chat and Conversations: this service
    #[arg(long, value_name = "IS…", allow_hyphen_values = true)]
    chat: Option<String>,

    /// Sync: this service
    #[arg(long, value_name = "IS…|default", allow_hyphen_values = true)]
    sync: Option<String>,

    /// TaskRouter: this workspace
    #[arg(long, value_name = "WS…", allow_hyphen_values = true)]
    task_router: Option<String>,

    /// TaskRouter: as this worker
    #[arg(long, value_name = "WK…", allow_hyphen_values = true)]
    worker: Option<String>,

    /// TaskRouter: in this role, such as `worker`
    #[arg(long, value_name = "ROLE", allow_hyphen_values = true)]
    role: Option<String>,
}

impl GrantArgs {
    pub(super) fn has_voice(&self) -> bool {
        self.voice_incoming || self.voice_outgoing.is_some()
    }

    /// The grants, or `None` if there is none or a mistake in one.
    pub(super) fn read(&self, mistakes: &mut Mistakes) -> Option<Grants> {
        let grants = [
            self.voice(mistakes).map(Grant::Voice),
            self.video(mistakes).map(Grant::Video),
            self.chat(mistakes).map(Grant::Chat),
            self.sync(mistakes).map(Grant::Sync),
            self.task_router(mistakes).map(Grant::TaskRouter),
        ];
        let has_other = self.video.is_some() || self.chat.is_some() || self.sync.is_some();
        if !self.has_voice() && !has_other && self.task_router.is_none() {
            let mistake = Mistake::new("the token has no grant");
            mistakes.add(mistake.help(
                "add `--voice-incoming`, `--voice-outgoing AP…`, `--video`, `--chat IS…`, `--sync default` or \
                 `--task-router WS…`",
            ));
        }
        Grants::from_list(grants.into_iter().flatten()).ok()
    }

    fn voice(&self, mistakes: &mut Mistakes) -> Option<VoiceGrant> {
        let application: Option<ApplicationSid> =
            optional(mistakes, "--voice-outgoing", self.voice_outgoing.as_deref());
        let credential = optional(mistakes, "--voice-push-credential", self.voice_push_credential.as_deref());
        let params = self.params(mistakes);
        let outgoing = self.voice_outgoing.is_some();
        needs(mistakes, "--param", !self.param.is_empty(), "--voice-outgoing AP…", outgoing);
        needs(mistakes, "--param-json", !self.param_json.is_empty(), "--voice-outgoing AP…", outgoing);
        let push = self.voice_push_credential.is_some();
        needs(mistakes, "--voice-push-credential", push, "--voice-incoming", self.has_voice());
        let mut voice = VoiceGrant::new();
        if self.voice_incoming {
            voice = voice.incoming();
        }
        if let Some(application) = application {
            voice = voice.outgoing_with(application, params);
        }
        if let Some(credential) = credential {
            voice = voice.push_credential(credential);
        }
        self.has_voice().then_some(voice)
    }

    fn params(&self, mistakes: &mut Mistakes) -> OutgoingParams {
        let texts = params::texts(mistakes, &self.param);
        let jsons = params::jsons(mistakes, &self.param_json);
        if let Some((name, _)) = jsons.iter().find(|(name, _)| texts.iter().any(|(other, _)| other == name)) {
            let mistake = Mistake::new(format!("`{name}` has a value in `--param` and in `--param-json`"));
            mistakes.add(mistake.help("remove one of them"));
        }
        let params = OutgoingParams::new();
        let params = texts.into_iter().fold(params, |params, (name, value)| params.param(name, value));
        jsons.into_iter().fold(params, |params, (name, value)| params.param(name, value))
    }

    fn video(&self, mistakes: &mut Mistakes) -> Option<VideoGrant> {
        let room: Option<RoomName> = optional(mistakes, "--video", self.video.as_ref()?.as_deref());
        Some(room.map_or_else(VideoGrant::new, |room| VideoGrant::new().room(room)))
    }

    fn chat(&self, mistakes: &mut Mistakes) -> Option<ChatGrant> {
        optional(mistakes, "--chat", self.chat.as_deref()).map(ChatGrant::new)
    }

    fn sync(&self, mistakes: &mut Mistakes) -> Option<SyncGrant> {
        match self.sync.as_deref() {
            Some("default") => Some(SyncGrant::default_service()),
            service => optional::<ServiceSid>(mistakes, "--sync", service).map(SyncGrant::new),
        }
    }

    fn task_router(&self, mistakes: &mut Mistakes) -> Option<TaskRouterGrant> {
        let workspace: Option<WorkspaceSid> =
            optional(mistakes, "--task-router", self.task_router.as_deref());
        let worker = optional(mistakes, "--worker", self.worker.as_deref());
        let role = optional(mistakes, "--role", self.role.as_deref());
        let is_set = self.task_router.is_some();
        needs(mistakes, "--worker", self.worker.is_some(), "--task-router WS…", is_set);
        needs(mistakes, "--role", self.role.is_some(), "--task-router WS…", is_set);
        let grant = TaskRouterGrant::new(workspace?);
        let grant = match worker {
            Some(worker) => grant.worker(worker),
            None => grant,
        };
        Some(match role {
            Some(role) => grant.role(role),
            None => grant,
        })
    }
}

/// Adds a mistake if an option is there, and the one that it belongs to is not.
fn needs(mistakes: &mut Mistakes, option: &str, is_set: bool, other: &str, has_other: bool) {
    if is_set && !has_other {
        let name = other.split(' ').next().unwrap_or(other);
        let mistake = Mistake::new(format!("`{option}` belongs to `{name}`, which is missing"));
        mistakes.add(mistake.help(format!("add `{other}`")));
    }
}
