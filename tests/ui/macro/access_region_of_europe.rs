//! A region has the code `eu1` or the name that another cloud gives it.

use twilio_capability::access_token;

fn main() {
    let _ = access_token! { identity "john"; video; region "eu1" };
    let _ = access_token! { identity "john"; video; region "eu-west-1" };
}
