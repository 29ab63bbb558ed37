#!/bin/sh
# Shows what it costs to build a program that mints one token: clean dev and release builds, number of crates, size of the
# binary. Takes about six minutes for each round on two cores.
#
#     tools/measure/build_times.sh [rounds]
#
# The sources are downloaded first, all programs have the same profile, and the builds take turns.
set -eu
cd "$(dirname "$0")/../.."
root=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
rounds=${1:-3}

program() {
    mkdir -p "$work/$1/src"
    printf '[workspace]\n\n[package]\nname = "program"\nversion = "0.0.0"\nedition = "2024"\n\n[dependencies]\n%s\n' "$2" \
        >"$work/$1/Cargo.toml"
    cat >"$work/$1/src/main.rs"
}

program ours "twilio-capability = { path = \"$root\" }" <<'RUST'
use twilio_capability::{AccountCredentials, capability};

fn main() {
    let account = AccountCredentials::from_env().expect("credentials");
    let token = capability! { incoming "john"; ttl 300 }.credentials(&account).sign();
    println!("{token}");
}
RUST

program ours-no-provider "twilio-capability = { path = \"$root\", default-features = false, features = [\"macros\"] }" <"$work/ours/src/main.rs"

program ours-no-macro "twilio-capability = { path = \"$root\", default-features = false }" <<'RUST'
use twilio_capability::{AccountCredentials, ClientCapability, ClientName, Ttl};

fn main() {
    let account = AccountCredentials::from_env().expect("credentials");
    let capability = ClientCapability::new().incoming(ClientName::from_static("john")).ttl(Ttl::from_static(300));
    println!("{}", capability.credentials(&account).sign());
}
RUST

claims='
#[derive(serde::Serialize, serde::Deserialize)]
struct Claims { scope: String, iss: String, exp: u64 }

fn claims() -> (Claims, String) {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).expect("a clock").as_secs();
    let iss = std::env::var("TWILIO_ACCOUNT_SID").expect("an account");
    let scope = format!("scope:client:incoming?clientName={}", "john");
    (Claims { scope, iss, exp: now + 300 }, std::env::var("TWILIO_AUTH_TOKEN").expect("an auth token"))
}
'
serde='serde = { version = "1", features = ["derive"] }'

program jsonwebtoken "jsonwebtoken = { version = \"11.1\", default-features = false, features = [\"rust_crypto\"] }
$serde" <<RUST
$claims
fn main() {
    let (claims, secret) = claims();
    let key = jsonwebtoken::EncodingKey::from_secret(secret.as_bytes());
    println!("{}", jsonwebtoken::encode(&jsonwebtoken::Header::default(), &claims, &key).expect("a token"));
}
RUST

program jwt-simple "jwt-simple = { version = \"0.14\", default-features = false, features = [\"pure-rust\"] }
$serde" <<RUST
$claims
use jwt_simple::prelude::*;
fn main() {
    let (claims, secret) = claims();
    let key = HS256Key::from_bytes(secret.as_bytes());
    let claims = jwt_simple::prelude::Claims::with_custom_claims(claims, Duration::from_secs(300));
    println!("{}", key.authenticate(claims).expect("a token"));
}
RUST

program jwt-compact "jwt-compact = \"0.8\"
$serde" <<RUST
$claims
use jwt_compact::prelude::*;
fn main() {
    let (claims, secret) = claims();
    let key = jwt_compact::alg::Hs256Key::new(secret.as_bytes());
    let claims = jwt_compact::Claims::new(claims);
    println!("{}", jwt_compact::alg::Hs256.token(&Header::empty(), &claims, &key).expect("a token"));
}
RUST

programs='ours ours-no-provider ours-no-macro jsonwebtoken jwt-simple jwt-compact'
for program in $programs; do
    cp "$root/rust-toolchain.toml" "$work/$program"
    (cd "$work/$program" && cargo fetch -q)
    echo "$program: $(cd "$work/$program" && cargo tree --prefix none -e normal,build --format '{p}' |
        grep -v '^program ' | sed 's/ (\*)//; s/ (proc-macro)//' | sort -u | wc -l) crates"
done
for round in $(seq "$rounds"); do
    for program in $programs; do
        for profile in dev release; do
            rm -rf "$work/target"
            (cd "$work/$program" &&
                bash -c "TIMEFORMAT='round $round $program $profile: %R s, %U s of processor'; time \
                    CARGO_TARGET_DIR='$work/target' cargo build -q --offline --profile $profile")
        done
        cp "$work/target/release/program" "$work/$program.binary"
    done
done
for program in $programs; do
    strip "$work/$program.binary"
    echo "$program: $(wc -c <"$work/$program.binary") bytes, stripped"
done
