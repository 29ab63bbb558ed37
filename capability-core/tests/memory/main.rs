//! Searches the memory of this process for secrets and for the keyed states of HMAC, after everything that holds them has
//! been dropped. A program of its own, because the tests of other programs have secrets in memory too.
//!
//! Linux only, because the memory is read from `/proc/self/mem`.

#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a failing test can panic")]

mod environment;
mod needles;
mod scan;
#[cfg(feature = "webhook")]
mod webhook;

use std::collections::BTreeSet;
use std::mem;
use std::sync::{Mutex, PoisonError};
use std::thread;

use twilio_capability_core::access::NoVoice;
use twilio_capability_core::read::{Verifier, VerifyErrorKind};
use twilio_capability_core::{
    AccessToken, AccountCredentials, AccountSid, ApiKeyCredentials, ApiKeySid, ApiSecret, AuthToken,
    ClientCapability, ClientName, Grants, Identity, NoIdentity, Region, Scopes, SyncGrant, Token, UnixTime,
    crypto,
};
use zeroize::Zeroizing;

use self::needles::{Needle, secret};
use self::scan::scan;

const ACCOUNT: AccountSid = AccountSid::from_static("AC11111111111111111111111111111111");
const API_KEY: ApiKeySid = ApiKeySid::from_static("SK11111111111111111111111111111111");

/// Runs `work` with the number of each secret, and fails if something of the secret stays in memory.
fn leaves_nothing(work: impl Fn(usize)) {
    alone(|which, needles| {
        work(which);
        assert_eq!(found(needles), BTreeSet::new());
    });
}

/// Runs `work` with the number of each secret, and what to search for. The tests share the memory of the process, so only
/// one of them runs at a time.
fn alone(work: impl Fn(usize, &[Needle])) {
    static ALONE: Mutex<()> = Mutex::new(());

    if !is_promised() {
        println!("not tested: SHA-256 in software leaves parts of its state on the stack");
        return;
    }
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    let other = AccountCredentials::new(ACCOUNT, "not_a_real_auth_token".parse().unwrap());
    let capability = capability(&other);
    let other = ApiKeyCredentials::new(ACCOUNT, API_KEY, "not_a_real_api_secret".parse().unwrap());
    let access = access_token(&other);
    let messages = [
        capability.as_str(),
        access.as_str(),
        #[cfg(feature = "webhook")]
        webhook::SIGNED_PARAMS,
    ];
    for which in 0..needles::COUNT {
        let needles = needles::of(which, &messages);
        assert_eq!(found(&needles), BTreeSet::new(), "something is in memory before it is made");
        work(which, &needles);
    }
}

/// Whether SECURITY.md promises it for this build on this processor. With debug assertions, each signature wipes the stack.
fn is_promised() -> bool {
    #[cfg(target_arch = "x86_64")]
    let has_sha_instructions = std::is_x86_feature_detected!("sha");
    #[cfg(not(target_arch = "x86_64"))]
    let has_sha_instructions = false;
    has_sha_instructions || cfg!(debug_assertions)
}

/// The names of what is in memory.
fn found(needles: &[Needle]) -> BTreeSet<&'static str> {
    let found = scan(needles);
    for needle in &found {
        println!("{:x}: {}", needle.address, needle.name);
    }
    found.into_iter().map(|needle| needle.name).collect()
}

fn now() -> UnixTime {
    UnixTime::from_secs(1_700_000_000).unwrap()
}

fn account(which: usize) -> AccountCredentials {
    AccountCredentials::new(ACCOUNT, secret(which).try_into().unwrap())
}

fn api_key(which: usize) -> ApiKeyCredentials {
    ApiKeyCredentials::new(ACCOUNT, API_KEY, secret(which).try_into().unwrap())
}

fn capability_of(account: &AccountCredentials) -> ClientCapability<AccountCredentials, Scopes> {
    ClientCapability::new().incoming(ClientName::from_static("john")).credentials(account)
}

fn capability(account: &AccountCredentials) -> Token {
    capability_of(account).sign_at(now())
}

fn grants_of(api_key: &ApiKeyCredentials) -> AccessToken<ApiKeyCredentials, NoIdentity, Grants<NoVoice>> {
    let sync = SyncGrant::new("IS11111111111111111111111111111111".parse().unwrap());
    AccessToken::new().sync(sync).credentials(api_key)
}

fn access_token(api_key: &ApiKeyCredentials) -> Token {
    grants_of(api_key).identity("john".parse().unwrap()).sign_at(now())
}

/// A token with another signature.
fn forged(token: &Token) -> String {
    format!("{}.{}", token.as_str().rsplit_once('.').unwrap().0, "A".repeat(43))
}

fn use_account(account: &AccountCredentials) {
    let verifier = Verifier::capability(account);
    let prepared = capability_of(account).prepare();
    let mut minted = String::new();
    prepared.mint_into(&mut minted);
    for token in [capability(account), capability(account), prepared.mint_at(now())] {
        verifier.verify_at(token.as_str(), now()).unwrap();
        let error = verifier.verify_at(&forged(&token), now()).unwrap_err();
        assert_eq!(error.kind(), VerifyErrorKind::Signature);
    }
}

fn use_api_key(api_key: &ApiKeyCredentials) {
    let verifier = Verifier::access_token(api_key);
    let john: Identity = "john".parse().unwrap();
    let prepared = grants_of(api_key).identity(john.clone()).prepare();
    let prepared_grants = grants_of(api_key).prepare_grants();
    let minted = [prepared.mint_at(now()), prepared_grants.mint_for_at(&john, now())];
    for token in [access_token(api_key), access_token(api_key)].into_iter().chain(minted) {
        verifier.verify_at(token.as_str(), now()).unwrap();
        let error = verifier.verify_at(&forged(&token), now()).unwrap_err();
        assert_eq!(error.kind(), VerifyErrorKind::Signature);
    }
}

/// Without this, the other tests could search for something that never was in memory.
#[test]
fn the_search_finds_what_is_there() {
    alone(|which, needles| {
        let auth_token: AuthToken = secret(which).try_into().unwrap();
        assert_eq!(found(needles), BTreeSet::from(["the secret"]));
        let account = AccountCredentials::new(ACCOUNT, auth_token);
        let keyed = ["the inner keyed state", "the outer keyed state"];
        assert_eq!(found(needles), keyed.into());
        let signed = "a keyed state that has hashed the start of a message";
        let token = capability(&account);
        assert_eq!(found(needles), [keyed[0], keyed[1], signed].into());
        drop((account, token));
        assert_eq!(found(needles), BTreeSet::new());
        let api_key = api_key(which);
        assert_eq!(found(needles), keyed.into());
        let token = access_token(&api_key);
        assert_eq!(found(needles), [keyed[0], keyed[1], signed].into());
        drop((api_key, token));

        let secret = Zeroizing::new(secret(which));
        let mut block = Zeroizing::new([0; 64]);
        for (pad, byte) in block.iter_mut().zip(secret.bytes()) {
            *pad = byte ^ 0x36;
        }
        // A key that is longer than a block is hashed first.
        assert_eq!(found(needles).contains("the inner key block"), secret.len() <= block.len());
    });
}

#[test]
fn nothing_stays_of_account_credentials() {
    leaves_nothing(|which| use_account(&account(which)));
}

#[test]
fn nothing_stays_of_api_key_credentials() {
    leaves_nothing(|which| use_api_key(&api_key(which)));
}

#[test]
fn nothing_stays_of_credentials_that_were_not_used() {
    leaves_nothing(|which| drop((account(which), api_key(which))));
}

#[test]
fn nothing_stays_of_the_previous_auth_token_of_a_verifier() {
    leaves_nothing(|which| {
        let next = AccountCredentials::new(ACCOUNT, "not_a_real_auth_token".parse().unwrap());
        let token = capability(&account(which));
        let verifier = Verifier::capability(&next).or_auth_token(secret(which).try_into().unwrap());
        verifier.verify_at(token.as_str(), now()).unwrap();
    });
}

#[test]
fn nothing_stays_of_credentials_with_the_provider_of_this_library() {
    leaves_nothing(|which| {
        let secret = || secret(which);
        let provider = &crypto::PROVIDER;
        use_account(
            &AccountCredentials::with_provider(ACCOUNT, secret().try_into().unwrap(), provider).unwrap(),
        );
        use_api_key(
            &ApiKeyCredentials::with_provider(ACCOUNT, API_KEY, secret().try_into().unwrap(), provider)
                .unwrap(),
        );
    });
}

#[test]
fn nothing_stays_of_a_key_for_a_provider_that_fails_at_once() {
    use crypto::jsonwebtoken::crypto::CryptoProvider;
    use crypto::jsonwebtoken::errors::ErrorKind;

    let providers = || {
        [
            CryptoProvider {
                signer_factory: |_, _| Err(ErrorKind::InvalidAlgorithm.into()),
                ..crypto::PROVIDER.clone()
            },
            CryptoProvider {
                verifier_factory: |_, _| Err(ErrorKind::InvalidAlgorithm.into()),
                ..crypto::PROVIDER.clone()
            },
        ]
    };
    leaves_nothing(|which| {
        for provider in providers() {
            let secret = || secret(which);
            let auth_token = secret().try_into().unwrap();
            AccountCredentials::with_provider(ACCOUNT, auth_token, &provider).unwrap_err();
            let secret = secret().try_into().unwrap();
            ApiKeyCredentials::with_provider(ACCOUNT, API_KEY, secret, &provider).unwrap_err();
        }
    });
}

#[test]
fn nothing_stays_of_a_secret_in_the_wrong_place() {
    leaves_nothing(|which| {
        let secret = Zeroizing::new(secret(which));
        secret.parse::<Region>().unwrap_err();
        Region::try_from(secret.as_str()).unwrap_err();
        secret.parse::<ApiKeySid>().unwrap_err();
    });
}

#[test]
fn nothing_stays_on_the_stack_of_another_thread() {
    leaves_nothing(|which| {
        let (account, api_key) = (account(which), api_key(which));
        thread::scope(|scope| {
            let thread = scope.spawn(move || {
                use_account(&account);
                use_api_key(&api_key);
            });
            thread.join().unwrap();
        });
    });
}

#[test]
fn nothing_stays_of_a_secret_alone() {
    leaves_nothing(|which| {
        let text = Zeroizing::new(secret(which));
        let json = Zeroizing::new({
            let mut json = String::with_capacity(text.len() + 2);
            json.push('"');
            json.push_str(&text);
            json.push('"');
            json
        });
        let _: (AuthToken, ApiSecret) = (text.parse().unwrap(), text.as_str().try_into().unwrap());
        let _: AuthToken = serde_json::from_str(&json).unwrap();
        let debug = format!("{:?}", text.parse::<ApiSecret>().unwrap());
        assert_eq!(debug, "ApiSecret([redacted])");
    });
}

#[test]
fn nothing_stays_of_a_secret_that_is_refused() {
    let refused = |which| {
        let mut text = Zeroizing::new(secret(which));
        text.push('\n');
        text
    };
    leaves_nothing(|which| {
        let error = refused(which).parse::<AuthToken>().unwrap_err();
        assert!(error.to_string().ends_with("of this auth token is white space"), "{error}");
    });
    leaves_nothing(|which| {
        let error = ApiSecret::try_from(mem::take(&mut *refused(which))).unwrap_err();
        assert!(error.to_string().ends_with("of this API secret is white space"), "{error}");
    });
    // As a SID.
    leaves_nothing(|which| assert!(refused(which).parse::<AccountSid>().is_err()));
}
