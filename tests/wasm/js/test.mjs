import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import test from "node:test";

import module from "./module.mjs";
import worker from "./worker.mjs";

const env = {
  TWILIO_ACCOUNT_SID: "AC11111111111111111111111111111111",
  TWILIO_AUTH_TOKEN: "not_a_real_auth_token",
  TWILIO_API_KEY: "SK11111111111111111111111111111111",
  TWILIO_API_SECRET: "not_a_real_api_secret",
};

// Another query gives another copy of the module, and so another instance with a memory of its own.
let copies = 0;
async function instance(variables = env) {
  const { initSync, Twilio } = await import(`./twilio.js?${(copies += 1)}`);
  initSync({ module });
  return new Twilio(variables);
}

function claims(token, secret) {
  const [header, payload, signature] = token.split(".");
  const expected = createHmac("sha256", secret).update(`${header}.${payload}`).digest("base64url");
  assert.equal(signature, expected);
  return JSON.parse(Buffer.from(payload, "base64url"));
}

// The five minutes of each token, counted from `Date.now()` before and after it was minted.
function assertExpires(exp, before, after) {
  assert.ok(exp >= Math.floor(before / 1000) + 300, `${exp} is too early for ${before}`);
  assert.ok(exp <= Math.floor(after / 1000) + 300, `${exp} is too late for ${after}`);
}

const kinds = [
  { name: "capability token", variable: "TWILIO_AUTH_TOKEN", mint: "capability_token" },
  { name: "access token", variable: "TWILIO_API_SECRET", mint: "access_token" },
];

for (const { name, variable, mint } of kinds) {
  const verify = `verify_${mint}`;

  test(`${name}: minted by the clock of JavaScript, and verified`, async () => {
    const twilio = await instance();
    const before = Date.now();
    const token = twilio[mint]("alice");
    const after = Date.now();
    const { exp } = claims(token, env[variable]);
    assertExpires(exp, before, after);
    assert.equal(twilio[verify](token), exp);

    const [header, payload] = token.split(".");
    const forged = `${header}.${payload}.${"A".repeat(43)}`;
    assert.throws(() => twilio[verify](forged), /signature/);
  });

  test(`${name}: expires by the clock of JavaScript`, async (t) => {
    const twilio = await instance();
    const token = twilio[mint]("alice");
    const now = Date.now();
    t.mock.method(Date, "now", () => now + 3_600_000);
    assert.throws(() => twilio[verify](token), /expired/);
    assertExpires(twilio[verify](twilio[mint]("alice")), Date.now(), Date.now());
  });

  test(`${name}: an error is an exception that does not show the secret`, async () => {
    const twilio = await instance();
    assert.throws(() => twilio[mint](""), /is empty/);
    await assert.rejects(instance({ ...env, [variable]: " hunter2" }), ({ message }) => {
      assert.equal(message, `the environment variable ${variable} is not valid`);
      return true;
    });
  });
}

test("a clock before 1970 and one that is no number read as 1970", async (t) => {
  const twilio = await instance();
  for (const now of [-5000, NaN]) {
    const mocked = t.mock.method(Date, "now", () => now);
    assert.equal(claims(twilio.capability_token("alice"), env.TWILIO_AUTH_TOKEN).exp, 300);
    mocked.mock.restore();
  }
});

function jti(token) {
  const { jti } = claims(token, env.TWILIO_API_SECRET);
  assert.match(jti, /^SK1{32}-\d+-[0-9a-f]{32}$/);
  return jti.split("-")[2];
}

test("token IDs differ within an instance and between instances", async () => {
  const ids = new Set();
  for (let copy = 0; copy < 10; copy += 1) {
    const twilio = await instance();
    for (let token = 0; token < 100; token += 1) {
      ids.add(jti(twilio.access_token("alice")));
    }
  }
  assert.equal(ids.size, 1000);
});

test("token IDs differ between instances in a host without Web Crypto", async (t) => {
  const crypto = Object.getOwnPropertyDescriptor(globalThis, "crypto");
  Object.defineProperty(globalThis, "crypto", { value: undefined, configurable: true });
  t.after(() => Object.defineProperty(globalThis, "crypto", crypto));
  const random = t.mock.method(Math, "random");
  const ids = [await instance(), await instance()].map((twilio) => jti(twilio.access_token("alice")));
  assert.notEqual(ids[0], ids[1]);
  assert.equal(random.mock.callCount(), 8);
});

test("a handler as in Cloudflare Workers answers with a token", async () => {
  const before = Date.now();
  const response = await worker.fetch(new Request("https://example.com/token?identity=alice"), env);
  assert.equal(response.status, 200);
  const { identity, token } = await response.json();
  assert.equal(identity, "alice");
  const { exp, grants } = claims(token, env.TWILIO_API_SECRET);
  assert.equal(grants.identity, "alice");
  assert.deepEqual(grants.voice, { incoming: { allow: true } });
  assertExpires(exp, before, Date.now());

  const refused = await worker.fetch(new Request("https://example.com/token"), env);
  assert.equal(refused.status, 400);
  assert.match((await refused.json()).error, /is empty/);
});
