//! A `String` is used instead of the SID of an application.
//! Parse it first: `let app: ApplicationSid = app.parse()?;`.

use twilio_capability::capability;

fn call(app: &String) {
    let _ = capability! { outgoing app };
}

fn main() {}
