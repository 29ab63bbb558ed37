//! Traits and functions that the expansion of `access_token!` uses.

use super::grants::built::PlaybackGrant;
use super::outgoing_params::OutgoingParams;
use crate::keys::ApiKeyCredentials;
use crate::macro_support::spread_kind::Replaceable;
use crate::macro_support::{MaybeRegion, NoOption, NoResult, credentials, expression, spread};
use crate::sealed::Private;
use crate::values::{
    ClientName, CredentialSid, EndpointId, Identity, Region, RoleSid, RoomName, ServiceSid, TokenId,
    VoiceIdentity, WorkerRole, WorkerSid, WorkspaceSid,
};

pub use super::editor_words as access_token_words;

/// The credentials that sign access tokens.
#[diagnostic::on_unimplemented(
    message = "the credentials of an account cannot sign an access token",
    label = "`access_token!` needs an `ApiKeyCredentials` here",
    note = "an auth token signs client capability tokens: pass these credentials to `capability!`"
)]
pub trait SignsAccessToken: 'static {
    #[doc(hidden)]
    fn credentials(&self, _: Private) -> &ApiKeyCredentials;
}

credentials! {
    "`{Self}` is not API key credentials"
    "an `ApiKeyCredentials` is needed here"
    "make one first: `ApiKeyCredentials::from_env()?` or `ApiKeyCredentials::new(account_sid, key_sid, secret)`"
    pub fn api_key_credentials<T: IsApiKeyCredentials<K>, K: SignsAccessToken>(credentials: &T) -> &ApiKeyCredentials
}

expression! {
    "`{Self}` is not an identity"
    "an `Identity` is needed here"
    "parse a string: `identity.parse()?`"
    "for a constant, write `const JOHN: Identity = Identity::from_static(\"john\");`"
    pub fn identity<T: IsIdentity<Kind: NoResult<Value: NoOption<Identity>>>>(identity: T) -> Identity
}

expression! {
    "`{Self}` is not a Voice identity"
    "a `VoiceIdentity` is needed here, because the token has a `voice` grant"
    "parse a string: `identity.parse()?`, or `VoiceIdentity::escaped(user)?` for any user name"
    "to convert a `ClientName` or an `Identity`, write `VoiceIdentity::try_from(name)?`"
    "for a constant, write `const JOHN: VoiceIdentity = VoiceIdentity::from_static(\"john\");`"
    pub fn voice_identity<T: IsVoiceIdentity<Kind: NoResult<Value: NoOption<VoiceIdentity>>>>(identity: T) -> VoiceIdentity
}

expression! {
    "`{Self}` is not a room"
    "a `RoomName` is needed here"
    "parse a string: `room.parse()?`"
    "for a constant, write `const ROOM: RoomName = RoomName::from_static(\"daily\");`"
    pub fn room_name<T: IsRoomName<Kind: NoResult<Value: NoOption<RoomName>>>>(room: T) -> RoomName
}

expression! {
    "`{Self}` is not an endpoint ID"
    "an `EndpointId` is needed here"
    "parse a string: `id.parse()?`"
    "for a constant, write `const PHONE: EndpointId = EndpointId::from_static(\"phone\");`"
    pub fn endpoint_id<T: IsEndpointId<Kind: NoResult<Value: NoOption<EndpointId>>>>(id: T) -> EndpointId
}

expression! {
    "`{Self}` is not a worker role"
    "a `WorkerRole` is needed here"
    "parse a string: `role.parse()?`"
    "for a constant, write `const ROLE: WorkerRole = WorkerRole::from_static(\"worker\");`"
    pub fn worker_role<T: IsWorkerRole<Kind: NoResult<Value: NoOption<WorkerRole>>>>(role: T) -> WorkerRole
}

expression! {
    "`{Self}` is not a token ID"
    "a `TokenId` is needed here"
    "parse a string: `id.parse()?`"
    "for a constant, write `const ID: TokenId = TokenId::from_static(\"…\");`"
    pub fn token_id<T: IsTokenId<Kind: NoResult<Value: NoOption<TokenId>>>>(id: T) -> TokenId
}

expression! {
    "`{Self}` is not a region"
    "a `Region` is needed here"
    "parse a string: `region.parse()?`"
    "for a constant, write `const REGION: Region = Region::from_static(\"au1\");`"
    pub fn region<T: IsRegion<Kind: NoResult<Value: MaybeRegion<Region>>>>(region: T) -> Region
}

expression! {
    "`{Self}` is not a credential SID"
    "a `CredentialSid` is needed here"
    "parse a string: `credential.parse()?`"
    "a SID of another kind cannot be converted: check whether two SIDs are swapped"
    "for a constant, write `const CREDENTIAL: CredentialSid = CredentialSid::from_static(\"CR…\");`"
    pub fn credential_sid<T: IsCredentialSid<Kind: NoResult<Value: NoOption<CredentialSid>>>>(sid: T) -> CredentialSid
}

expression! {
    "`{Self}` is not a service SID"
    "a `ServiceSid` is needed here"
    "parse a string: `service.parse()?`"
    "a SID of another kind cannot be converted: check whether two SIDs are swapped"
    "for a constant, write `const SERVICE: ServiceSid = ServiceSid::from_static(\"IS…\");`"
    pub fn service_sid<T: IsServiceSid<Kind: NoResult<Value: NoOption<ServiceSid>>>>(sid: T) -> ServiceSid
}

expression! {
    "`{Self}` is not a role SID"
    "a `RoleSid` is needed here"
    "parse a string: `role.parse()?`"
    "a SID of another kind cannot be converted: check whether two SIDs are swapped"
    "for a constant, write `const ROLE: RoleSid = RoleSid::from_static(\"RL…\");`"
    pub fn role_sid<T: IsRoleSid<Kind: NoResult<Value: NoOption<RoleSid>>>>(sid: T) -> RoleSid
}

expression! {
    "`{Self}` is not a workspace SID"
    "a `WorkspaceSid` is needed here"
    "parse a string: `workspace.parse()?`"
    "a SID of another kind cannot be converted: check whether two SIDs are swapped"
    "for a constant, write `const WORKSPACE: WorkspaceSid = WorkspaceSid::from_static(\"WS…\");`"
    pub fn workspace_sid<T: IsWorkspaceSid<Kind: NoResult<Value: NoOption<WorkspaceSid>>>>(sid: T) -> WorkspaceSid
}

expression! {
    "`{Self}` is not a worker SID"
    "a `WorkerSid` is needed here"
    "parse a string: `worker.parse()?`"
    "a SID of another kind cannot be converted: check whether two SIDs are swapped"
    "for a constant, write `const WORKER: WorkerSid = WorkerSid::from_static(\"WK…\");`"
    pub fn worker_sid<T: IsWorkerSid<Kind: NoResult<Value: NoOption<WorkerSid>>>>(sid: T) -> WorkerSid
}

expression! {
    "`{Self}` is not a playback grant"
    "a `PlaybackGrant` is needed here"
    "parse what Twilio's API returned: `json.parse()?`"
    pub fn playback_grant<T: IsPlaybackGrant<Kind: NoResult<Value: NoOption<PlaybackGrant>>>>(grant: T) -> PlaybackGrant
}

spread! {
    "`OutgoingParams`, or a value that implements `CallParams`, are needed here"
    "make them first: `let more = OutgoingParams::try_from_iter(names_and_values)?;`"
    "to spread a struct, add `#[derive(CallParams)]` to it"
    pub fn outgoing_params<T: IsOutgoingParams<K>, K>(params: &T) -> OutgoingParams
}

/// Parameters that are spread after others with a name, which replace those in them.
#[must_use]
pub fn outgoing_params_after_names<T: IsOutgoingParams<K>, K: Replaceable>(params: &T) -> OutgoingParams {
    params.params(Private)
}

/// Types that are always an identity too.
macro_rules! also_identities {
    ($($ty:ty),+) => {$(
        #[diagnostic::do_not_recommend]
        impl IsIdentity for $ty {
            type Kind = Identity;

            fn owned(self, _: Private) -> Identity {
                Identity::from(self.to_owned())
            }
        }
    )+};
}

also_identities!(ClientName, &ClientName, VoiceIdentity, &VoiceIdentity);
