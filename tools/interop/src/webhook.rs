//! Webhooks: requests that Twilio's libraries sign are verified here, and requests that are signed here are verified there.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use serde_json::{Value, json};
use sha1::Sha1;
use sha2::{Digest, Sha256};
use twilio_capability_core::webhook::{WebhookRequest, WebhookVerifier};

use crate::{Random, Result};

/// Requests with a form, with a query alone, and with JSON, in a line each.
pub fn generate(count: &str, seed: &str) -> Result<()> {
    let mut random = Random(seed.parse::<u64>()?.max(1));
    for _ in 0..count.parse()? {
        let base = [
            "https://example.com",
            "http://example.com:8080",
            "https://user:pass@example.com",
            "https://[2001:db8::1]",
        ];
        let mut target = format!("/{}", random.query(2));
        if random.below(2) == 0 {
            target = format!("{target}?x={}&it's={}", random.query(6), random.query(6));
        }
        let (method, form, body) = match random.below(4) {
            0 => ("GET", None, None),
            1 => {
                let body = json!({ "text": random.text() }).to_string();
                let hash: String = Sha256::digest(&body).iter().map(|byte| format!("{byte:02x}")).collect();
                let separator = if target.contains('?') { '&' } else { '?' };
                target = format!("{target}{separator}bodySHA256={hash}");
                ("POST", None, Some(body))
            }
            _ => ("POST", Some(random.form()), None),
        };
        let base = base[random.below(4) as usize];
        // Each library also accepts a signature of the URL without the port, or with the default one.
        let signed_base = match random.below(2) {
            0 => base,
            _ if base == "https://example.com" => "https://example.com:443",
            _ => base.trim_end_matches(":8080"),
        };
        let mut request = json!({
            "method": method,
            "base": base,
            "target": target,
            "form": form,
            "body": body,
            "auth_token": random.hex(32),
        });
        request["signature"] = sign(signed_base, &request)?.into();
        println!("{request}");
    }
    Ok(())
}

impl Random {
    /// A part of a path or a query, with characters that must not be decoded.
    fn query(&mut self, length: u64) -> String {
        const PARTS: [&str; 8] = ["a", "+", "%20", "%2F", "@", ":", "~", "%c3%a9"];
        (0..=self.below(length)).map(|_| PARTS[self.below(8) as usize]).collect()
    }

    /// Names and repeated values are ASCII, because JavaScript sorts by units of UTF-16.
    fn form(&mut self) -> Vec<(String, String)> {
        let mut form = Vec::new();
        for n in 0..self.below(8) {
            let name = format!("{}{n}", ["a", "B", "_", "a b", "z&="][self.below(5) as usize]);
            if self.below(4) == 0 {
                let repeated =
                    (0..3).map(|_| (name.clone(), ["2", "1", "x y", ""][self.below(4) as usize].to_owned()));
                form.extend(repeated);
            } else {
                form.push((name, self.text()));
            }
        }
        form
    }
}

/// The signature by the rule, in the fewest steps.
fn sign(base: &str, request: &Value) -> Result<String> {
    let mut form: Vec<(String, String)> = serde_json::from_value(request["form"].clone()).unwrap_or_default();
    form.sort();
    form.dedup();
    let mut hmac = Hmac::<Sha1>::new_from_slice(string(request, "auth_token")?.as_bytes())?;
    hmac.update(base.as_bytes());
    hmac.update(string(request, "target")?.as_bytes());
    for (name, value) in form {
        hmac.update(name.as_bytes());
        hmac.update(value.as_bytes());
    }
    Ok(STANDARD.encode(hmac.finalize().into_bytes()))
}

/// Verifies a request with the signature of another library.
pub fn check(signed: &Value) -> Result<()> {
    let verifier =
        WebhookVerifier::new(string(signed, "auth_token")?.parse()?, string(signed, "base")?.parse()?);
    let form: Option<Vec<(String, String)>> = serde_json::from_value(signed["form"].clone())?;
    let (content_type, body) = match &form {
        Some(form) => (
            "application/x-www-form-urlencoded",
            form_urlencoded::Serializer::new(String::new()).extend_pairs(form).finish(),
        ),
        None => ("application/json", signed["body"].as_str().unwrap_or_default().to_owned()),
    };
    let headers = [("X-Twilio-Signature", string(signed, "signature")?), ("Content-Type", content_type)];
    let request = |target| {
        WebhookRequest::new(string(signed, "method").unwrap_or_default(), target, headers, body.as_bytes())
    };
    let target = string(signed, "target")?;
    let webhook = verifier.verify(request(target)).map_err(|error| format!("{error}; {}", error.help()))?;
    if let Some(form) = &form {
        let form = form.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        if !webhook.params().iter().eq(form) {
            return Err("the parameters differ".into());
        }
    }
    match verifier.verify(request(&format!("{target}x"))) {
        Ok(_) => Err("another target is accepted".into()),
        Err(_) => Ok(()),
    }
}

fn string<'a>(value: &'a Value, name: &str) -> Result<&'a str> {
    Ok(value[name].as_str().ok_or_else(|| format!("`{name}` is missing"))?)
}
