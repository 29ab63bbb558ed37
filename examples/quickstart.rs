//! One token, from the environment to the screen.
//!
//! Reads `TWILIO_ACCOUNT_SID`, `TWILIO_AUTH_TOKEN`, `TWILIO_TWIML_APP_SID` and `USER_ID`. Without the first three it uses
//! demo values and says so. The token goes to standard output, and everything else to standard error.

use std::env;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use twilio_capability::{AccountCredentials, AccountSid, ApplicationSid, EnvErrorKind, Error, capability};

const DEMO_ACCOUNT: AccountSid = AccountSid::from_static("AC00000000000000000000000000000000");
const DEMO_APPLICATION: ApplicationSid = ApplicationSid::from_static("AP00000000000000000000000000000000");
const DEMO_AUTH_TOKEN: &str = "not_a_real_auth_token";

fn main() -> Result<(), Error> {
    let (account, app) = account_and_application()?;
    let user_id = env::var("USER_ID").unwrap_or_else(|_| "42".to_owned());

    let capability = capability! {
        incoming "john";
        outgoing app as "john" { user_id };
        ttl 300
    }
    .credentials(&account);
    let token = capability.sign();

    eprintln!("header  {}", part(token.as_str(), 0));
    eprintln!("claims  {}", part(token.as_str(), 1));
    eprintln!("Until {} the holder of this token", token.expires_at());
    for right in capability.allowed().to_string().split("; ") {
        eprintln!("  - {right}");
    }
    println!("{token}");
    Ok(())
}

/// The values from the environment, or demo values if one of them is not set. A value that is set but wrong is an error.
fn account_and_application() -> Result<(AccountCredentials, ApplicationSid), Error> {
    match (AccountCredentials::from_env(), ApplicationSid::from_env("TWILIO_TWIML_APP_SID")) {
        (Ok(account), Ok(app)) => return Ok((account, app)),
        (Err(error), _) | (_, Err(error)) if error.kind() != EnvErrorKind::Missing => {
            return Err(error.into());
        }
        (Err(error), _) | (_, Err(error)) => {
            eprintln!("{error}: using demo values, which Twilio will refuse");
        }
    }
    Ok((AccountCredentials::new(DEMO_ACCOUNT, DEMO_AUTH_TOKEN.parse()?), DEMO_APPLICATION))
}

fn part(token: &str, index: usize) -> String {
    let part = token.split('.').nth(index).unwrap_or_default();
    String::from_utf8_lossy(&URL_SAFE_NO_PAD.decode(part).unwrap_or_default()).into_owned()
}
