import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { after, before, test } from "node:test";
import { account, apiKey, start, state } from "./harness.js";
import { postWebhook } from "./twilio.js";

const KINDS = ["access", "capability"];
let app;
before(async () => { app = await start(); });
after(async () => {
  await app.stop();
  // Whatever the SDK asked for was answered by the server or by the stand-in.
  for (const host of app.hosts) assert.match(host, /^127\.0\.0\.1$|\.twilio\.com$/);
  assert.deepEqual(app.pageErrors, []);
});

async function registered(user, options) {
  const page = await app.signedIn(user, options);
  await state(page, "registration", "registered");
  return page;
}

async function call(page, to = "") {
  await page.locator("#to").fill(to);
  await page.getByRole("button", { name: "Call", exact: true }).click();
}

/** Lets `change` change the tokens that the page fetches. */
const changeTokens = (change) => (page) => page.route("**/token?*", async (route) => {
  const response = await route.fetch();
  const answer = await response.json();
  await route.fulfill({ response, json: { ...answer, token: await change(answer.token) } });
});

for (const kind of KINDS) {
  test(`a page registers with a token of kind ${kind}`, async () => {
    const page = await registered("john", { kind });
    assert.equal(await page.locator("#identity").textContent(), "john");
    assert.match(await page.locator("#until").textContent(), /^valid until .+, (59|60) min left$/);
    assert.equal(app.twilio.registered("john").length, 1);
    await page.context().close();
  });

  test(`a page calls with a token of kind ${kind}, and the parameters reach the server with their types`, async () => {
    const page = await registered("john", { kind });
    await call(page);
    await state(page, "call", "open");
    const { status, type, body } = app.twilio.webhooks.at(-1);
    assert.equal(status, 200);
    assert.equal(type, "text/xml");
    assert.match(body, /<Say>Hello john\. You are user 42, on the plan gold\.<\/Say>/);
    await page.getByRole("button", { name: "Hang up" }).click();
    await state(page, "call", "none");
    await page.context().close();
  });

  test(`with a token of kind ${kind}, a page cannot pass for another user`, async () => {
    const page = await registered("jane", { kind });
    const earlier = app.twilio.webhooks.length;
    // The call of a page that was changed in the browser's console.
    await page.evaluate(() => window.voiceApp.device.connect({ params: { user_id: "42", plan: "gold" } }));
    while (app.twilio.webhooks.length === earlier) await page.waitForTimeout(20);
    const { form, status, body } = app.twilio.webhooks.at(-1);
    assert.equal(form.user_id, "42");
    assert.equal(status, 403);
    assert.doesNotMatch(body, /Say/);
    await page.context().close();
  });

  test(`with a token of kind ${kind} that was changed, the page says what is wrong`, async () => {
    const prepare = changeTokens((token) => token.slice(0, -3) + (token.endsWith("AAA") ? "BBB" : "AAA"));
    const page = await app.signedIn("john", { kind, prepare });
    await page.getByText("Twilio does not accept the signature of the token (31202)").waitFor();
    assert.equal(app.twilio.registered("john").length, 0);
    await page.context().close();
  });

  test(`with a token of kind ${kind} from another key, the page says what is wrong`, async () => {
    const prepare = changeTokens((token) => {
      const message = token.split(".").slice(0, 2).join(".");
      return `${message}.${createHmac("sha256", "another_key").update(message).digest("base64url")}`;
    });
    const page = await app.signedIn("john", { kind, prepare });
    await page.getByText("Twilio does not accept the signature of the token (31202)").waitFor();
    assert.match(await page.locator("#error-help").textContent(), /wrong secret/);
    await page.context().close();
  });

  test(`with a token of kind ${kind} that has expired, the page says so`, async () => {
    const prepare = changeTokens((token) => {
      const [header, claims] = token.split(".");
      const expired = { ...JSON.parse(Buffer.from(claims, "base64url")), exp: Math.floor(Date.now() / 1000) - 1 };
      const message = `${header}.${Buffer.from(JSON.stringify(expired)).toString("base64url")}`;
      const key = kind === "access" ? apiKey.secret : account.authToken;
      return `${message}.${createHmac("sha256", key).update(message).digest("base64url")}`;
    });
    const page = await app.signedIn("john", { kind, prepare });
    await page.getByText("The token has expired (20104)").waitFor();
    await page.context().close();
  });
}

test("a user with any name can register", async () => {
  const page = await registered("zoë.müller@example.com");
  assert.equal(await page.locator("#identity").textContent(), "zo_C3_AB_2Em_C3_BCller_40example_2Ecom");
  await page.context().close();
});

test("the server answers TwiML that calls the client or the number that was dialled", async () => {
  const page = await registered("john");
  for (const [to, twiml] of [
    ["jane", /<Dial><Client><Identity>jane<\/Identity><Parameter name="plan" value="gold"\/><\/Client><\/Dial>/],
    ["+15550100", /<Dial callerId="\+15550199"><Number>\+15550100<\/Number><\/Dial>/],
    ["<Hangup/>", /<Say>&lt;Hangup\/&gt; is neither a client name nor a phone number\.<\/Say>/],
  ]) {
    await call(page, to);
    await state(page, "call", "open");
    assert.match(app.twilio.webhooks.at(-1).body, twiml);
    await page.getByRole("button", { name: "Hang up" }).click();
    await state(page, "call", "none");
  }
  await page.context().close();
});

test("a page takes a call and shows its custom parameters", async () => {
  const page = await registered("jane");
  assert.equal(await app.twilio.ring("jane", "john", { order: "7", note: "a & b" }), 1);
  await state(page, "call", "ringing");
  assert.equal(await page.locator("#ringing p").textContent(), "john is calling. order: 7, note: a & b");
  await page.getByRole("button", { name: "Accept" }).click();
  await state(page, "call", "open");
  assert.equal(await page.locator("#call").textContent(), "in a call with john");
  await page.context().close();
});

test("a call rings in two tabs, and stops in the second when the first takes it", async () => {
  const context = await app.newContext();
  const first = await registered("jane", { context });
  const second = await context.newPage();
  await second.goto(app.url);
  await state(second, "registration", "registered");
  assert.equal(await app.twilio.ring("jane", "john", {}), 2);
  await state(first, "call", "ringing");
  await state(second, "call", "ringing");
  await first.getByRole("button", { name: "Accept" }).click();
  await state(first, "call", "open");
  await state(second, "call", "none");
  await context.close();
});

test("without a session there is no token", async () => {
  const response = await fetch(`${app.url}/token`);
  assert.equal(response.status, 401);
  assert.doesNotMatch(await response.text(), /eyJ/);
});

test("whoever does not know the key in the link cannot sign in", async () => {
  for (const key of ["", "00000000-0000-0000-0000-000000000000", undefined]) {
    const body = new URLSearchParams({ user: "john", ...(key === undefined ? {} : { key }) });
    const response = await fetch(`${app.url}/session`, { method: "POST", body });
    assert.ok(response.status === 403 || response.status === 422, `${response.status}`);
    assert.equal(response.headers.get("set-cookie"), null);
  }
  const page = await (await app.newContext()).newPage();
  await page.goto(app.url);
  await page.getByRole("button", { name: "john", exact: true }).click();
  await page.getByText("open the link that the server printed").waitFor();
  assert.equal(await page.locator("#phone").isVisible(), false);
  await page.context().close();
});

test("a token is not cached, and the cookie cannot be read by scripts", async () => {
  const key = new URL(app.link()).hash.slice(1);
  const signIn = await fetch(`${app.url}/session`, { method: "POST", body: new URLSearchParams({ user: "john", key }) });
  const cookie = signIn.headers.get("set-cookie");
  assert.match(cookie, /HttpOnly/);
  assert.match(cookie, /SameSite=Strict/);
  const response = await fetch(`${app.url}/token`, { headers: { cookie: cookie.split(";")[0] } });
  assert.equal(response.headers.get("cache-control"), "no-store");
  const answer = await response.json();
  assert.deepEqual(Object.keys(answer).sort(), ["expires_at", "identity", "token"]);
  // The signature of the parameters has to be valid for the webhook of a call in the last second.
  const { exp, grants } = JSON.parse(Buffer.from(answer.token.split(".")[1], "base64url"));
  const [until] = grants.voice.outgoing.params.params_signature.split(".");
  assert.ok(until - exp >= 59, `the parameters end at ${until}, the token at ${exp}`);
});

test("a forged webhook is refused", async () => {
  const form = { CallSid: `CA${"0".repeat(32)}`, AccountSid: account.sid, From: "client:john", To: "", user_id: "42" };
  for (const [key, signature] of [["another_auth_token"], [account.authToken, "bm90IGEgc2lnbmF0dXJl"]]) {
    const answer = await postWebhook(`${app.url}/voice`, key, form, signature);
    assert.equal(answer.status, 403);
    assert.doesNotMatch(answer.body, /Response|auth_token/);
  }
  const unsigned = await fetch(`${app.url}/voice`, { method: "POST", body: new URLSearchParams(form) });
  assert.equal(unsigned.status, 403);
});

test("after a restart of the server, the page asks the user to sign in again", async () => {
  const page = await registered("john");
  await app.stopServer();
  await page.getByLabel("capability token").check();
  await page.getByText("The server cannot be reached").waitFor();
  await app.startServer();
  await page.getByLabel("access token").check();
  await page.getByText("You are no longer signed in").waitFor();
  await page.getByRole("button", { name: "john", exact: true }).click();
  await page.getByText("open the link that the server printed").waitFor();
  await page.goto(app.link());
  await page.getByRole("button", { name: "john", exact: true }).click();
  await state(page, "registration", "registered");
  await call(page);
  await state(page, "call", "open");
  await page.context().close();
});

test("the page fetches a new token before its token expires", async () => {
  // The SDK reports `tokenWillExpire` ten seconds before the end.
  const short = await start({ TOKEN_TTL: "13s" });
  try {
    const page = await short.signedIn("john");
    await state(page, "registration", "registered");
    const first = short.twilio.registered("john")[0].token.expires;
    // The stand-in drops a client whose token expires.
    const [client] = short.twilio.registered("john");
    while (client.token?.expires === first) await page.waitForTimeout(50);
    assert.ok(client.token?.expires > first, "the token expired before the next one came");
    assert.equal(await page.locator("#error").isVisible(), false);
    await state(page, "registration", "registered");
  } finally {
    await short.stop();
  }
});
