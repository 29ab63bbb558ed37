//! Fragments of `macro_rules!` arrive in invisible groups: one group for each macro that passed them on.

use twilio_capability::{AccountCredentials, ApplicationSid, ClientName, Token, Ttl, UnixTime, capability};

macro_rules! both {
    ($name:expr, $sid:literal, $id:ident, $ttl:literal) => {
        capability! { incoming $name; outgoing $sid as $name { $id }; ttl $ttl }
    };
}

macro_rules! in_angles {
    ($name:literal, $key:ident, $value:expr) => {
        capability! { outgoing "AP11111111111111111111111111111111" as $name < $key = $value, "twice" = $value * 2 > }
    };
}

/// Passes all on once more.
macro_rules! outer {
    ($name:expr, $sid:literal, $id:ident, $ttl:literal) => {
        both!($name, $sid, $id, $ttl)
    };
}

/// The call is in one macro, the statements in another.
macro_rules! statements {
    ($($statements:tt)*) => {
        capability!($($statements)*)
    };
}

/// Of every kind of fragment that an expression can be made of.
macro_rules! kinds {
    ($app:path, $account:ident, $closes:block, $name:expr, $method:ident, $life:lifetime, $seconds:ty) => {
        capability! {
            outgoing $app as $name.$method();
            expires $closes;
            credentials $account
        }
    };
}

/// A key and a value from repetitions.
macro_rules! with_params {
    ($($key:ident: $value:expr),*) => {
        capability! { outgoing "AP11111111111111111111111111111111" { $($key = $value),* } }
    };
}

/// The word itself is a fragment.
macro_rules! word {
    ($word:ident) => {
        capability! { $word "john" }
    };
}

const APPLICATION: ApplicationSid = ApplicationSid::from_static("AP11111111111111111111111111111111");

fn token(account: &AccountCredentials, name: ClientName, closes: UnixTime) -> Token {
    let user_id = 42;
    let _ = both!("john", "AP11111111111111111111111111111111", user_id, 300);
    let _ = both!(&name, "AP11111111111111111111111111111111", user_id, 5m);
    let _ = outer!("john", "AP11111111111111111111111111111111", user_id, 1h);
    let _ = in_angles!("john", user_id, user_id + 1);
    let _ = statements!(incoming "john"; outgoing APPLICATION as &name { user_id }; ttl Ttl::MAX);
    let _ = with_params!(user_id: user_id, plan: "free", kind: { "a" });
    let _ = word!(incoming);
    kinds!(self::APPLICATION, account, { closes }, name, clone, 'a, u8).sign()
}

fn main() {
    let _ = token;
}
