//! The parameters that a token sends to the application's webhook.

mod received_params;

pub use self::received_params::ReceivedParams;
