//! What the errors of all rules have in common.

/// Implements `Display` for a rule's error (the headline; with `{:#}` the help line too), and
/// [`core::error::Error`].
macro_rules! impl_error {
    ($error:ty) => {
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
    };
}

pub(crate) use impl_error;
