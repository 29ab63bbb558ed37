//! Validated values. Each is parsed once and is valid from then on.

mod client_name;
mod clock;
mod deserialize;
mod endpoint_id;
mod escape;
mod identity;
mod json_error;
mod last_of_each;
mod param_name;
mod params_error;
mod policy_url;
mod region;
mod room_name;
mod secret;
mod sid;
mod string_value;
mod text_traits;
mod token_id;
mod ttl;
mod unix_time;
mod worker_role;

pub use self::client_name::ClientName;
pub(crate) use self::client_name::refuse_too_long;
pub use self::endpoint_id::EndpointId;
pub use self::identity::{Identity, VoiceIdentity};
pub use self::json_error::{JsonError, JsonErrorKind};
pub(crate) use self::last_of_each::last_of_each;
pub use self::param_name::{FilterName, ParamName};
pub use self::params_error::{ParamsError, ParamsErrorKind};
pub use self::policy_url::PolicyUrl;
pub use self::region::Region;
pub use self::room_name::RoomName;
#[cfg(feature = "webhook")]
pub use self::secret::SharedKey;
pub use self::secret::{ApiSecret, AuthToken};
pub use self::sid::{
    AccountSid, ActivitySid, ApiKeySid, ApplicationSid, CallSid, ChannelSid, CredentialSid, Kind,
    ReservationSid, RoleSid, RoomSid, ServiceSid, Sid, TaskQueueSid, TaskSid, WorkerSid, WorkflowSid,
    WorkspaceSid, kind,
};
pub use self::token_id::TokenId;
pub use self::ttl::Ttl;
pub use self::unix_time::UnixTime;
pub use self::worker_role::WorkerRole;
