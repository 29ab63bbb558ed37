import assert from "node:assert/strict";
import { test } from "node:test";
import twilio from "twilio";
import { account, freePort, startServer, variablesFor } from "./harness.js";
import { postWebhook } from "./twilio.js";

test("real values are not mixed with demo values", async () => {
  const { ADDRESS, CALLER_ID, ...needed } = variablesFor(await freePort());
  for (const missing of Object.keys(needed)) {
    const { [missing]: _, ...others } = needed;
    await assert.rejects(startServer({ ADDRESS, CALLER_ID, ...others }), new RegExp(`${missing} is not set`));
  }
  for (const [value, says] of [["", /TWILIO_AUTH_TOKEN is empty/], ["changeme", /TWILIO_AUTH_TOKEN holds a placeholder/]]) {
    await assert.rejects(startServer({ ADDRESS, ...needed, TWILIO_AUTH_TOKEN: value }), says);
  }
});

test("nobody knows the auth token of the demo", async () => {
  const port = await freePort();
  const server = await startServer({ ADDRESS: `127.0.0.1:${port}` });
  try {
    const form = { CallSid: `CA${"0".repeat(32)}`, AccountSid: account.sid, From: "client:john", To: "" };
    const signature = twilio.getExpectedTwilioSignature(account.authToken, "http://127.0.0.1:3000/voice", form);
    const answer = await postWebhook(`http://127.0.0.1:${port}/voice`, account.authToken, form, signature);
    assert.equal(answer.status, 403);
  } finally {
    await server.stop();
  }
  assert.match(server.log(), /the signature does not match the request/);
});
