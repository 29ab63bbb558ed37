//! Traits and functions that the expansion of `access_token!` uses.

use super::grants::PlaybackGrant;
use crate::keys::ApiKeyCredentials;
use crate::macro_support::expression;
use crate::sealed::Private;
use crate::values::{
    CredentialSid, EndpointId, Identity, Region, RoleSid, RoomName, ServiceSid, TokenId, VoiceIdentity,
    WorkerRole, WorkerSid, WorkspaceSid,
};

pub use super::words as access_token_words;

expression! {
    "`{Self}` is not the credentials of an API key"
    "an `ApiKeyCredentials` is needed here"
    "make one first: `ApiKeyCredentials::from_env()?` or `ApiKeyCredentials::new(account_sid, key_sid, secret)`"
    pub fn api_key_credentials<T: IsApiKeyCredentials>(credentials: &T) -> &ApiKeyCredentials
}

expression! {
    "`{Self}` is not an identity"
    "an `Identity` is needed here"
    "parse it first: `let identity: Identity = identity.parse()?;`"
    pub fn identity<T: IsIdentity>(identity: T) -> Identity
}

expression! {
    "`{Self}` is not an identity for Voice"
    "a `VoiceIdentity` is needed here, because the token has a `voice` grant"
    "parse it first: `let identity: VoiceIdentity = identity.parse()?;`"
    pub fn voice_identity<T: IsVoiceIdentity>(identity: T) -> VoiceIdentity
}

expression! {
    "`{Self}` is not a room"
    "a `RoomName` is needed here"
    "parse it first: `let room: RoomName = room.parse()?;`"
    pub fn room_name<T: IsRoomName>(room: T) -> RoomName
}

expression! {
    "`{Self}` is not an endpoint ID"
    "an `EndpointId` is needed here"
    "parse it first: `let id: EndpointId = id.parse()?;`"
    pub fn endpoint_id<T: IsEndpointId>(id: T) -> EndpointId
}

expression! {
    "`{Self}` is not a worker role"
    "a `WorkerRole` is needed here"
    "parse it first: `let role: WorkerRole = role.parse()?;`"
    pub fn worker_role<T: IsWorkerRole>(role: T) -> WorkerRole
}

expression! {
    "`{Self}` is not a token ID"
    "a `TokenId` is needed here"
    "parse it first: `let id: TokenId = id.parse()?;`"
    pub fn token_id<T: IsTokenId>(id: T) -> TokenId
}

expression! {
    "`{Self}` is not a region"
    "a `Region` is needed here"
    "parse it first: `let region: Region = region.parse()?;`"
    pub fn region<T: IsRegion>(region: T) -> Region
}

expression! {
    "`{Self}` is not the SID of a push credential"
    "a `CredentialSid` is needed here"
    "parse it first: `let credential: CredentialSid = credential.parse()?;`"
    pub fn credential_sid<T: IsCredentialSid>(sid: T) -> CredentialSid
}

expression! {
    "`{Self}` is not the SID of a service"
    "a `ServiceSid` is needed here"
    "parse it first: `let service: ServiceSid = service.parse()?;`"
    pub fn service_sid<T: IsServiceSid>(sid: T) -> ServiceSid
}

expression! {
    "`{Self}` is not the SID of a role"
    "a `RoleSid` is needed here"
    "parse it first: `let role: RoleSid = role.parse()?;`"
    pub fn role_sid<T: IsRoleSid>(sid: T) -> RoleSid
}

expression! {
    "`{Self}` is not the SID of a workspace"
    "a `WorkspaceSid` is needed here"
    "parse it first: `let workspace: WorkspaceSid = workspace.parse()?;`"
    pub fn workspace_sid<T: IsWorkspaceSid>(sid: T) -> WorkspaceSid
}

expression! {
    "`{Self}` is not the SID of a worker"
    "a `WorkerSid` is needed here"
    "parse it first: `let worker: WorkerSid = worker.parse()?;`"
    pub fn worker_sid<T: IsWorkerSid>(sid: T) -> WorkerSid
}

expression! {
    "`{Self}` is not a playback grant"
    "a `PlaybackGrant` is needed here"
    "parse what Twilio's API returned: `let grant: PlaybackGrant = json.parse()?;`"
    pub fn playback_grant<T: IsPlaybackGrant>(grant: T) -> PlaybackGrant
}

#[diagnostic::do_not_recommend]
impl IsIdentity for VoiceIdentity {
    fn value(self, _: Private) -> Identity {
        self.into()
    }
}

#[diagnostic::do_not_recommend]
impl IsIdentity for &VoiceIdentity {
    fn value(self, _: Private) -> Identity {
        self.clone().into()
    }
}
