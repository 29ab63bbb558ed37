#![doc = include_str!("../README.md")]
#![no_std]

pub mod client_name;
pub mod label;
pub mod lifetime;
pub mod param_name;
pub mod percent;
pub mod region;
pub mod secret;
pub mod sid;
pub mod time;

mod chars;
mod text;

pub use crate::text::Text;

/// Gives a rule's error its `Display` (the headline; with `{:#}` the help line too) and makes it a
/// [`core::error::Error`].
macro_rules! impl_error {
    ($($error:ty),+) => {$(
        impl core::fmt::Display for $error {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(self.headline().as_str())?;
                if f.alternate() {
                    f.write_str("\n= help: ")?;
                    f.write_str(self.help().as_str())?;
                }
                Ok(())
            }
        }

        impl core::error::Error for $error {}
    )+};
}
pub(crate) use impl_error;
