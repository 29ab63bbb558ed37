//! The Rust side of the live test against Twilio's libraries. `run.sh` runs it.
//!
//! ```text
//! interop generate <count> <seed>    inputs, one JSON object a line
//! interop mint     < inputs          the inputs with a token of this library in each
//! interop check <library> < tokens   verifies tokens of another library and compares what they mean
//! ```
//!
//! `generate-access`, `mint-access` and `check-access` do the same for access tokens, and `generate-task-router`,
//! `mint-task-router` and `check-task-router` for TaskRouter capability tokens. `generate-webhooks` makes signed requests, and
//! `check-webhooks` verifies requests that another library signed.

mod access;
mod task_router;
mod webhook;

use std::collections::BTreeSet;
use std::error::Error;
use std::io::{self, BufRead};
use std::time::Duration;
use std::{env, process};

use serde_json::{Value, json};
use twilio_capability_core::read::{ReadScope, ReadScopes, Verifier, inspect};
use twilio_capability_core::{
    AccountCredentials, ClientCapability, ClientName, EventStream, FilterName, Outgoing, ParamName, Ttl,
};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() {
    let args: Vec<_> = env::args().skip(1).collect();
    let args: Vec<_> = args.iter().map(String::as_str).collect();
    let done = match &*args {
        ["generate", count, seed] => generate(count, seed),
        ["mint"] => each_line(|input| {
            let token = mint(&input)?;
            let mut output = input;
            output["token"] = token.into();
            println!("{output}");
            Ok(())
        })
        .map(drop),
        ["generate-access", count, seed] => access::generate(count, seed),
        ["mint-access"] => each_line(|input| {
            let token = access::mint(&input)?;
            let mut output = input;
            output["token"] = token.as_str().into();
            println!("{output}");
            Ok(())
        })
        .map(drop),
        ["check-access", library] => each_line(|minted| access::check(&minted)).map(|count| {
            println!("{library}: {count} access tokens verified, all mean the same as those of this library");
        }),
        ["generate-task-router", count, seed] => task_router::generate(count, seed),
        ["mint-task-router"] => each_line(|input| {
            let token = task_router::mint(&input)?;
            let mut output = input;
            output["token"] = token.as_str().into();
            println!("{output}");
            Ok(())
        })
        .map(drop),
        ["check-task-router", library] => each_line(|minted| task_router::check(&minted)).map(|count| {
            println!("{library}: {count} TaskRouter tokens verified, all mean the same as those of this library");
        }),
        ["generate-webhooks", count, seed] => webhook::generate(count, seed),
        ["check-webhooks", library] => each_line(|signed| webhook::check(&signed))
            .map(|count| println!("{library}: {count} webhooks verified here")),
        ["check", library] => each_line(|minted| check(library, &minted)).map(|count| {
            println!("{library}: {count} tokens verified, all mean what was asked for");
        }),
        _ => Err("generate <count> <seed>, mint, or check <library>; or the three with `-access` or `-task-router`; or `generate-webhooks` or \
                   `check-webhooks`"
            .into()),
    };
    if let Err(error) = done {
        eprintln!("{error}");
        process::exit(1);
    }
}

fn each_line(mut work: impl FnMut(Value) -> Result<()>) -> Result<usize> {
    let mut count = 0;
    for line in io::stdin().lock().lines() {
        let line = line?;
        work(serde_json::from_str(&line)?).map_err(|error| format!("{error}\n{line}"))?;
        count += 1;
    }
    Ok(count)
}

struct Random(u64);

impl Random {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % bound
    }

    fn hex(&mut self, digits: usize) -> String {
        (0..digits).map(|_| char::from_digit(self.below(16) as u32, 16).unwrap_or('0')).collect()
    }

    /// Plain words, strings that have broken encoders before, and any Unicode.
    fn text(&mut self) -> String {
        const NASTY: [&str; 16] = [
            "&",
            "=",
            "%",
            "+",
            " ",
            "%25",
            "%2B",
            "?",
            "/",
            "\"",
            "\\",
            "\n",
            "é",
            "📞",
            "\u{0}",
            "scope:client:",
        ];
        let length = self.below(12);
        (0..length)
            .map(|_| match self.below(3) {
                0 => char::from(b'a' + self.below(26) as u8).to_string(),
                1 => NASTY[self.below(16) as usize].to_owned(),
                _ => char::from_u32(self.below(0x11_0000) as u32).unwrap_or('_').to_string(),
            })
            .collect()
    }

    fn name(&mut self) -> String {
        let wanted = self.text();
        if ClientName::lenient(&*wanted).is_ok() { wanted } else { format!("client_{}", self.below(1000)) }
    }

    fn params(&mut self) -> Vec<(String, String)> {
        let mut names = BTreeSet::new();
        let count = self.below(5);
        let mut params = Vec::new();
        for _ in 0..count {
            let name = self.text();
            // Names that Python's keyword arguments cannot have.
            let impossible = matches!(&*name, "self" | "application_sid");
            if ParamName::try_from(&*name).is_ok() && !impossible && names.insert(name.clone()) {
                params.push((name, self.text()));
            }
        }
        params
    }
}

fn generate(count: &str, seed: &str) -> Result<()> {
    let mut random = Random(seed.parse::<u64>()? | 1);
    for _ in 0..count.parse()? {
        let scopes = 1 + random.below(7);
        let incoming = (scopes & 1 != 0).then(|| random.name());
        let name = (random.below(2) == 0).then(|| random.name());
        let outgoing = (scopes & 2 != 0).then(|| {
            json!({ "app_sid": format!("AP{}", random.hex(32)), "client_name": name, "params": random.params() })
        });
        let input = json!({
            "account_sid": format!("AC{}", random.hex(32)),
            "auth_token": random.hex(32),
            "ttl": 60 + random.below(86_341),
            "incoming": incoming,
            "outgoing": outgoing,
            "events": (scopes & 4 != 0).then(|| random.params()),
        });
        println!("{input}");
    }
    Ok(())
}

fn text(value: &Value) -> Result<&str> {
    value.as_str().ok_or_else(|| format!("not a text: {value}").into())
}

fn params(value: &Value) -> Result<Vec<(String, String)>> {
    value
        .as_array()
        .into_iter()
        .flatten()
        .map(|pair| Ok((text(&pair[0])?.into(), text(&pair[1])?.into())))
        .collect()
}

fn account(input: &Value) -> Result<AccountCredentials> {
    Ok(AccountCredentials::new(text(&input["account_sid"])?.parse()?, text(&input["auth_token"])?.parse()?))
}

fn ttl(input: &Value) -> Result<u64> {
    input["ttl"].as_u64().ok_or_else(|| "no ttl".into())
}

fn mint(input: &Value) -> Result<String> {
    let incoming = input["incoming"].as_str().map(ClientName::lenient).transpose()?;
    let outgoing = match &input["outgoing"] {
        Value::Null => None,
        scope => {
            let mut outgoing = Outgoing::to(text(&scope["app_sid"])?.parse()?);
            if let Some(name) = scope["client_name"].as_str() {
                outgoing = outgoing.as_client(ClientName::lenient(name)?);
            }
            for (name, value) in params(&scope["params"])? {
                outgoing = outgoing.param(ParamName::try_from(name)?, value);
            }
            Some(outgoing)
        }
    };
    let events = match &input["events"] {
        Value::Null => None,
        filters => {
            let mut events = EventStream::new();
            for (name, value) in params(filters)? {
                events = events.filter(FilterName::try_from(name)?, value);
            }
            Some(events)
        }
    };
    let capability = ClientCapability::new().ttl(Ttl::from_secs(ttl(input)?)?).credentials(&account(input)?);
    // One of the three is always present. The last setter proves it to the type.
    let capability = capability.maybe_incoming(incoming).maybe_outgoing(outgoing.clone());
    let token = match (events, outgoing) {
        (Some(events), _) => capability.events(events).sign(),
        (None, Some(outgoing)) => capability.outgoing(outgoing).sign(),
        (None, None) => capability.incoming(ClientName::lenient(text(&input["incoming"])?)?).sign(),
    };
    Ok(token.into())
}

fn check(library: &str, minted: &Value) -> Result<()> {
    let token = text(&minted["token"])?;
    // The clock may advance to the next second between minting and this check.
    let verifier = Verifier::capability(&account(minted)?).leeway(Duration::from_secs(5));
    let capability = verifier.verify(token)?;
    let guessed = inspect(token).minted_by().iter().map(ToString::to_string).collect::<Vec<_>>();
    if !guessed.contains(&format!("twilio-{library}")) {
        return Err(format!("recognised as a token of {guessed:?}").into());
    }
    let outgoing_name = match library {
        // twilio-python can only use the incoming name here.
        "python" => &minted["incoming"],
        _ => &minted["outgoing"]["client_name"],
    };
    for (scope, there) in [("incoming", 0), ("outgoing", 1), ("events", 2)] {
        let found = find(capability.scopes(), there);
        let input = &minted[scope];
        let right = match found {
            None => input.is_null(),
            Some(ReadScope::Incoming { client_name, .. }) => client_name.as_deref() == input.as_str(),
            Some(ReadScope::Outgoing { app_sid, client_name, params: found, .. }) => {
                app_sid == text(&input["app_sid"])?
                    && client_name.as_deref() == outgoing_name.as_str()
                    && sorted(found.clone()) == sorted(params(&input["params"])?)
            }
            Some(ReadScope::Events { path, filters, .. }) => {
                path == ReadScopes::EVENTS_PATH && sorted(filters.clone()) == sorted(params(input)?)
            }
            Some(_) => false,
        };
        if !right {
            return Err(format!("{scope} is read as {found:?}").into());
        }
    }
    let asked = minted["outgoing"].is_object() as usize
        + minted["incoming"].is_string() as usize
        + minted["events"].is_array() as usize;
    if capability.scopes().as_slice().len() != asked {
        return Err("another number of scopes".into());
    }
    Ok(())
}

fn find(scopes: &ReadScopes, which: usize) -> Option<&ReadScope> {
    scopes.iter().find(|scope| match scope {
        ReadScope::Incoming { .. } => which == 0,
        ReadScope::Outgoing { .. } => which == 1,
        _ => which == 2,
    })
}

fn sorted(mut params: Vec<(String, String)>) -> Vec<(String, String)> {
    params.sort();
    params
}
