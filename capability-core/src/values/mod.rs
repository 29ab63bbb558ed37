//! The values that a person writes or a configuration holds. Each is parsed once, and then obeys its rule.

pub(crate) mod client_name;
mod deserialize;
pub(crate) mod endpoint_id;
pub(crate) mod identity;
pub(crate) mod param_name;
pub(crate) mod region;
pub(crate) mod room_name;
pub(crate) mod secret;
pub(crate) mod sid;
mod string_value;
pub(crate) mod token_id;
pub(crate) mod ttl;
pub(crate) mod unix_time;
pub(crate) mod worker_role;
