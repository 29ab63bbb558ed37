//! What an expression in `access_token!` may be.

use crate::{
    AccessToken, ApiKeyCredentials, CredentialSid, EndpointId, Identity, PlaybackGrant, Region, RoleSid,
    RoomName, ServiceSid, TokenId, VoiceIdentity, WorkerRole, WorkerSid, WorkspaceSid,
};

/// A trait for a type that an expression may have, by value or by reference, and the function that the macro expands
/// to. One call for each, because the compiler shows the call where the trait is missing.
macro_rules! operand {
    ($trait:ident $function:ident $ty:ident $is_not:literal $needed:literal $parse:literal) => {
        #[doc = concat!("A [`", stringify!($ty), "`].")]
        #[diagnostic::on_unimplemented(message = $is_not, label = $needed, note = $parse)]
        pub trait $trait {
            #[doc(hidden)]
            fn $function(self) -> $ty;
        }

        #[diagnostic::do_not_recommend]
        impl $trait for $ty {
            fn $function(self) -> $ty {
                self
            }
        }

        #[diagnostic::do_not_recommend]
        impl $trait for &$ty {
            fn $function(self) -> $ty {
                self.clone()
            }
        }

        #[must_use]
        pub fn $function(value: impl $trait) -> $ty {
            value.$function()
        }
    };
}

operand! {
    IsIdentity identity Identity
    "`{Self}` is not an identity"
    "an `Identity` is needed here"
    "parse it first: `let identity: Identity = identity.parse()?;`"
}

operand! {
    IsVoiceIdentity voice_identity VoiceIdentity
    "`{Self}` is not an identity for Voice"
    "a `VoiceIdentity` is needed here, since the token has a `voice` grant"
    "parse it first: `let identity: VoiceIdentity = identity.parse()?;`"
}

operand! {
    IsRoomName room_name RoomName
    "`{Self}` is not a room"
    "a `RoomName` is needed here"
    "parse it first: `let room: RoomName = room.parse()?;`"
}

operand! {
    IsEndpointId endpoint_id EndpointId
    "`{Self}` is not an endpoint ID"
    "an `EndpointId` is needed here"
    "parse it first: `let id: EndpointId = id.parse()?;`"
}

operand! {
    IsWorkerRole worker_role WorkerRole
    "`{Self}` is not a role of a worker"
    "a `WorkerRole` is needed here"
    "parse it first: `let role: WorkerRole = role.parse()?;`"
}

operand! {
    IsTokenId token_id TokenId
    "`{Self}` is not a token ID"
    "a `TokenId` is needed here"
    "parse it first: `let id: TokenId = id.parse()?;`"
}

operand! {
    IsRegion region Region
    "`{Self}` is not a region"
    "a `Region` is needed here"
    "parse it first: `let region: Region = region.parse()?;`"
}

operand! {
    IsCredentialSid credential_sid CredentialSid
    "`{Self}` is not the SID of a push credential"
    "a `CredentialSid` is needed here"
    "parse it first: `let credential: CredentialSid = credential.parse()?;`"
}

operand! {
    IsServiceSid service_sid ServiceSid
    "`{Self}` is not the SID of a service"
    "a `ServiceSid` is needed here"
    "parse it first: `let service: ServiceSid = service.parse()?;`"
}

operand! {
    IsRoleSid role_sid RoleSid
    "`{Self}` is not the SID of a role"
    "a `RoleSid` is needed here"
    "parse it first: `let role: RoleSid = role.parse()?;`"
}

operand! {
    IsWorkspaceSid workspace_sid WorkspaceSid
    "`{Self}` is not the SID of a workspace"
    "a `WorkspaceSid` is needed here"
    "parse it first: `let workspace: WorkspaceSid = workspace.parse()?;`"
}

operand! {
    IsWorkerSid worker_sid WorkerSid
    "`{Self}` is not the SID of a worker"
    "a `WorkerSid` is needed here"
    "parse it first: `let worker: WorkerSid = worker.parse()?;`"
}

operand! {
    IsPlaybackGrant playback_grant PlaybackGrant
    "`{Self}` is not a playback grant"
    "a `PlaybackGrant` is needed here"
    "parse what Twilio's API returned: `let grant: PlaybackGrant = json.parse()?;`"
}

#[diagnostic::do_not_recommend]
impl IsIdentity for VoiceIdentity {
    fn identity(self) -> Identity {
        self.into()
    }
}

#[diagnostic::do_not_recommend]
impl IsIdentity for &VoiceIdentity {
    fn identity(self) -> Identity {
        self.clone().into()
    }
}

/// An API key of an account, behind any number of references.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not the credentials of an API key",
    label = "an `ApiKeyCredentials` is needed here",
    note = "make one first: `ApiKeyCredentials::from_env()?` or `ApiKeyCredentials::new(account_sid, key_sid, secret)`"
)]
pub trait IsApiKeyCredentials {
    #[doc(hidden)]
    fn api_key_credentials(&self) -> &ApiKeyCredentials;
}

#[diagnostic::do_not_recommend]
impl IsApiKeyCredentials for ApiKeyCredentials {
    fn api_key_credentials(&self) -> &ApiKeyCredentials {
        self
    }
}

super::behind_pointers! { IsApiKeyCredentials api_key_credentials ApiKeyCredentials }

#[must_use]
pub fn api_key_credentials<T: IsApiKeyCredentials>(credentials: &T) -> &ApiKeyCredentials {
    credentials.api_key_credentials()
}

/// Stands in for the token of a macro call that did not compile, as `unfinished` does for a capability.
pub fn unfinished_access_token<C, I, G>() -> AccessToken<C, I, G> {
    #[expect(clippy::empty_loop, reason = "never called")]
    loop {}
}
