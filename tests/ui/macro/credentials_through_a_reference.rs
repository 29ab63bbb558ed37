//! A reference to a value that is not credentials.
//! Pass the credentials of the account.

use twilio_capability::capability;

struct User {
    name: String,
}

fn token(user: &User) {
    let _ = capability! { incoming "john"; credentials &user.name };
}

fn main() {
    let _ = token;
}
