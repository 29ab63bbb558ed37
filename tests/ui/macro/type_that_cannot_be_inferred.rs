//! The compiler cannot find the type of an expression.
//! Write the type: `any::<ClientName>()?`, or `id.parse::<u64>()?` for a parameter.

use twilio_capability::{access_token, capability};

type Result<T> = std::result::Result<T, std::num::ParseIntError>;

fn any<T: Default>() -> Result<T> {
    Ok(T::default())
}

fn incoming() {
    let _ = capability! { incoming Default::default() };
}

fn outgoing() -> Result<()> {
    let _ = capability! { outgoing any()? };
    Ok(())
}

fn parameter(id: &str) -> Result<()> {
    let _ = capability! { outgoing "AP11111111111111111111111111111111" { id = id.parse()? } };
    Ok(())
}

fn access() -> Result<()> {
    let _ = access_token! { identity any().unwrap(); video };
    Ok(())
}

fn main() {}
