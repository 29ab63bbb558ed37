//! Expressions whose type the macros name. The packages for other editions compile this file too.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]
#![allow(unused_imports, reason = "in the prelude of later editions")]

use std::collections::HashMap;
use std::convert::TryInto;
use std::error::Error;
use std::fmt;
use std::time::{Duration, SystemTime};

use twilio_capability::{
    ApplicationSid, ClientCapability, ClientName, NoCredentials, Scopes, Ttl, VoiceIdentity, access_token,
    capability,
};

type Capability = ClientCapability<NoCredentials, Scopes>;

const APP: &str = "AP11111111111111111111111111111111";
const SERVICE: &str = "IS11111111111111111111111111111111";
const ROLE: &str = "RL11111111111111111111111111111111";
const WORKSPACE: &str = "WS11111111111111111111111111111111";
const WORKER: &str = "WK11111111111111111111111111111111";
const PLAYBACK: &str = r#"{"requestCredentials": null, "playbackUrl": "https://example.com/v1/playlist"}"#;

#[derive(Debug)]
struct Failed;

impl fmt::Display for Failed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("failed")
    }
}

impl Error for Failed {}

/// As the traits of error libraries do.
trait Context<T> {
    fn context(self, text: &str) -> Result<T, Failed>;
}

impl<T, E> Context<T> for Result<T, E> {
    fn context(self, _: &str) -> Result<T, Failed> {
        self.map_err(|_| Failed)
    }
}

fn in_a_result(
    name: &str,
    app: &str,
    ttl: Duration,
    opens: SystemTime,
) -> Result<Capability, Box<dyn Error>> {
    Ok(capability! {
        incoming name.parse()?;
        outgoing app.trim().parse()? as name.parse().map_err(|_| Failed)? { user_id = name, n = "7".parse::<u8>()? };
        ttl ttl.try_into()?;
        not_before opens.try_into().context("a time")?
    })
}

fn in_an_option(name: &str, app: &str) -> Option<Capability> {
    Some(capability! { incoming name.parse().ok()?; outgoing (app.parse().ok()?) as &name.parse().ok()? })
}

fn in_a_function_that_returns_nothing(name: &str, app: &str, names: &HashMap<u8, ClientName>) {
    let _ = capability! { incoming name.parse().unwrap(); outgoing app.parse().expect("a SID") };
    let _ = capability! { incoming format!("user_{}", 7).parse().unwrap() };
    // These have a type already.
    let _ = capability! { incoming names.get(&1).unwrap(); outgoing app.parse::<ApplicationSid>().unwrap() };
    let _ = capability! { incoming names[&1].clone(); ttl Ttl::from_secs(300).unwrap() };
}

fn closures(name: &str) -> Result<Capability, Failed> {
    let make = |name: &str| Ok(capability! { incoming name.parse().map_err(|_| Failed)? });
    make(name)
}

fn an_access_token(name: &str, json: &str) -> Result<(), Box<dyn Error>> {
    let _ = access_token! {
        identity name.parse()?;
        voice {
            incoming;
            outgoing APP.parse()? { user_id = name };
            push_credential "CR11111111111111111111111111111111".parse()?;
            endpoint_id name.parse()?
        };
        video { room name.parse()? };
        chat { service SERVICE.parse()?; endpoint_id name.parse()?; deployment_role ROLE.parse()? };
        sync { service SERVICE.parse()?; endpoint_id name.parse()? };
        task_router { workspace WORKSPACE.parse()?; worker WORKER.parse()?; role name.parse()? };
        region "au1".parse()?;
        expires (SystemTime::now() + Duration::from_secs(60)).try_into().map_err(|_| Failed)?;
        id name.parse()?;
        playback json.parse()?
    };
    let _ = access_token! { identity "zoë@example.com".parse()?; video };
    let voice: VoiceIdentity = name.parse()?;
    let _ = access_token! { identity voice.into(); video };
    Ok(())
}

#[allow(unreachable_code, clippy::diverging_sub_expression, reason = "the point of `todo!`")]
fn unfinished() -> Capability {
    capability! { incoming todo!("a name") }
}

#[test]
fn the_type_is_named_where_the_expression_needs_it() {
    let ttl = Duration::from_secs(300);
    assert!(in_a_result("john", APP, ttl, SystemTime::now()).is_ok());
    for (name, app, ttl) in
        &[("jo hn", APP, ttl), ("john", "AP1", ttl), ("john", APP, Duration::from_millis(1))]
    {
        assert!(in_a_result(name, app, *ttl, SystemTime::now()).is_err());
    }
    assert!(in_an_option("john", APP).is_some() && in_an_option("john", "AP1").is_none());
    let mut names = HashMap::new();
    names.insert(1, ClientName::from_static("jane"));
    in_a_function_that_returns_nothing("john", APP, &names);
    assert!(closures("john").is_ok() && closures("jo hn").is_err());
    assert!(an_access_token("john", PLAYBACK).is_ok() && an_access_token("jo hn", PLAYBACK).is_err());
    let _ = unfinished;
}
