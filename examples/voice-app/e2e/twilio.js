// A stand-in for Twilio on loopback: the gateway that the Voice SDK talks to, and the requests to the server's `/voice`.
// It reads tokens with its own code, so that a fault of the library cannot hide.

import { execFileSync } from "node:child_process";
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import https from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import twilio from "twilio";
import { WebSocketServer } from "ws";

const sid = (prefix) => prefix + randomBytes(16).toString("hex");

/** Starts the stand-in. `peer` answers and offers media: an object with `answer(sdp)`, `offer()` and `accept(id, sdp)`. */
export async function startTwilio({ account, apiKey, voiceUrl, peer }) {
  // The SDK fetches its sounds and posts its statistics here.
  const server = https.createServer(certificate(), (request, response) => {
    const cors = { "access-control-allow-origin": "*", "access-control-allow-headers": "*" };
    if (request.url.includes(".mp3")) response.writeHead(200, { "content-type": "audio/wav", ...cors }).end(silence());
    else response.writeHead(204, cors).end();
  });
  const clients = new Set();
  const webhooks = [];
  const sockets = new WebSocketServer({ server, path: "/signal" });
  sockets.on("connection", (socket) => new Client(socket, { account, apiKey, clients, webhooks, voiceUrl, peer }));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: server.address().port,
    clients,
    webhooks,
    registered: (identity) => [...clients].filter((client) => client.registered && client.token?.identity === identity),
    /** Calls a client as `from`, with the custom parameters of a TwiML `<Parameter>`. */
    ring: (identity, from, parameters) => ring(clients, peer, account, identity, from, parameters),
    stop: () => new Promise((resolve) => {
      for (const socket of sockets.clients) socket.terminate();
      server.close(resolve);
      server.closeAllConnections();
    }),
  };
}

/** One connection of a page. */
class Client {
  constructor(socket, twilio) {
    Object.assign(this, twilio, { socket, token: null, registered: false, calls: new Map() });
    this.clients.add(this);
    socket.on("close", () => this.clients.delete(this));
    socket.on("message", (data) => {
      // The SDK sends an empty line as a sign of life.
      if (`${data}`.trim() === "") return;
      const { type, payload } = JSON.parse(data);
      const handler = this[`on_${type}`];
      if (!handler) return;
      Promise.resolve(handler.call(this, payload)).catch((error) => this.send("error", { error: { code: 31000, message: `${error}` } }));
    });
  }

  send(type, payload) {
    this.socket.send(JSON.stringify({ type, payload }));
  }

  on_listen({ token }) {
    clearTimeout(this.expiry);
    try {
      this.token = readToken(token, this);
    } catch (error) {
      this.token = null;
      this.registered = false;
      return this.send("error", { error: { code: error.code ?? 31204, message: error.message } });
    }
    const ttl = this.token.expires - Math.floor(Date.now() / 1000);
    this.expiry = setTimeout(() => this.send("error", { error: { code: 31205, message: "the token has expired" } }), ttl * 1000);
    this.socket.once("close", () => clearTimeout(this.expiry));
    this.send("connected", { region: "US_EAST_VIRGINIA", edge: "ashburn", home: "us1", token: { identity: this.token.identity, ttl } });
  }

  on_register() {
    if (!this.token) return;
    if (!this.token.incoming) return this.send("error", { error: { code: 31204, message: "the token does not allow incoming calls" } });
    this.registered = true;
    this.send("ready", {});
  }

  async on_invite({ sdp, callsid, twilio: { params } }) {
    const { outgoing, identity } = this.token ?? {};
    if (!outgoing) return this.hangUp(callsid, 31204, "the token does not allow outgoing calls");
    const call = sid("CA");
    this.calls.set(call, { page: callsid });
    // Where both give the same name, the page wins: Twilio does not say which one arrives, so this is the worse one.
    const parameters = { ...outgoing.params, ...Object.fromEntries(new URLSearchParams(params)) };
    const form = {
      AccountSid: this.account.sid,
      ApiVersion: "2010-04-01",
      ApplicationSid: outgoing.application,
      CallSid: call,
      CallStatus: "ringing",
      Caller: `client:${identity}`,
      Called: "",
      Direction: "inbound",
      From: `client:${identity}`,
      To: "",
      ...parameters,
    };
    const answer = await postWebhook(this.voiceUrl, this.account.authToken, form);
    this.webhooks.push({ form, ...answer });
    if (answer.status !== 200) return this.hangUp(callsid, 31009, `the server answered ${answer.status}`);
    this.send("ringing", { callsid: call });
    this.send("answer", { callsid: call, sdp: await this.peer.answer(sdp) });
  }

  hangUp(callsid, code, message) {
    this.send("hangup", { callsid, error: { code, message } });
  }

  async on_answer({ callsid, sdp }) {
    const call = this.calls.get(callsid);
    await this.peer.accept(call.offer, sdp);
    call.answered = true;
    // The other tabs of this user stop ringing.
    for (const client of this.clients) {
      if (client !== this && client.calls.has(callsid)) client.send("cancel", { callsid });
    }
  }

  on_hangup({ callsid }) {
    this.calls.delete(callsid);
  }

  on_reject({ callsid }) {
    this.calls.delete(callsid);
  }
}

async function ring(clients, peer, account, identity, from, parameters) {
  const callsid = sid("CA");
  const called = [...clients].filter((client) => client.registered && client.token.identity === identity);
  for (const client of called) {
    const { id, sdp } = await peer.offer();
    client.calls.set(callsid, { offer: id });
    client.send("invite", {
      callsid,
      sdp,
      parameters: {
        AccountSid: account.sid,
        CallSid: callsid,
        From: `client:${from}`,
        To: `client:${identity}`,
        Params: new URLSearchParams(parameters).toString().replaceAll("+", "%20"),
      },
    });
  }
  return called.length;
}

/** Sends a request as Twilio does, signed by Twilio's own library. */
export async function postWebhook(url, authToken, form, signature) {
  signature ??= twilio.getExpectedTwilioSignature(authToken, url, form);
  const response = await fetch(url, {
    method: "POST",
    headers: { "X-Twilio-Signature": signature },
    body: new URLSearchParams(form),
  });
  return { status: response.status, type: response.headers.get("content-type"), body: await response.text() };
}

class Refusal extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

/** What a token allows: `{ identity, expires, incoming, outgoing: { application, params } }`. Throws a `Refusal`. */
export function readToken(token, { account, apiKey }, now = Date.now() / 1000) {
  const parts = token.split(".");
  if (parts.length !== 3) throw new Refusal(31204, "the token does not have three parts");
  const [header, claims] = parts.slice(0, 2).map((part) => JSON.parse(Buffer.from(part, "base64url")));
  if (header.alg !== "HS256" || header.typ !== "JWT") throw new Refusal(31204, "the header is wrong");
  const access = header.cty === "twilio-fpa;v=1";
  if (claims.iss !== (access ? apiKey.sid : account.sid)) throw new Refusal(31204, "the issuer is unknown");
  if (access && claims.sub !== account.sid) throw new Refusal(31204, "the account is unknown");

  const expected = createHmac("sha256", access ? apiKey.secret : account.authToken).update(`${parts[0]}.${parts[1]}`).digest();
  const actual = Buffer.from(parts[2], "base64url");
  if (actual.length !== expected.length || !timingSafeEqual(actual, expected)) throw new Refusal(31202, "the signature is wrong");
  if (!Number.isInteger(claims.exp)) throw new Refusal(31204, "the token has no end");
  if (claims.exp <= now) throw new Refusal(31205, "the token has expired");
  return { expires: claims.exp, ...(access ? readGrants(claims.grants) : readScope(claims.scope)) };
}

function readGrants({ identity, voice = {} }) {
  const outgoing = voice.outgoing && { application: voice.outgoing.application_sid, params: voice.outgoing.params ?? {} };
  return { identity, incoming: voice.incoming?.allow === true, outgoing };
}

function readScope(scope) {
  const right = { identity: null, incoming: false, outgoing: null };
  for (const uri of scope.split(" ")) {
    const [name, query = ""] = uri.split("?");
    const fields = Object.fromEntries(query.split("&").map((pair) => pair.split("=").map(decodeURIComponent)));
    if (name === "scope:client:incoming") {
      right.incoming = true;
      right.identity = fields.clientName;
    } else if (name === "scope:client:outgoing") {
      const params = (fields.appParams ?? "").split("&").filter(Boolean).map((pair) => pair.split("=").map(decodeURIComponent));
      right.outgoing = { application: fields.appSid, params: Object.fromEntries(params) };
      right.identity ??= fields.clientName;
    }
  }
  return right;
}

/** A tenth of a second of silence: a WAV file with one channel of 8 bits at 8 kHz. */
function silence() {
  const samples = Buffer.alloc(800, 128);
  const header = Buffer.alloc(44);
  header.write("RIFF");
  header.writeUInt32LE(36 + samples.length, 4);
  header.write("WAVEfmt ", 8);
  for (const [offset, value] of [[16, 16], [24, 8000], [28, 8000], [40, samples.length]]) header.writeUInt32LE(value, offset);
  for (const [offset, value] of [[20, 1], [22, 1], [32, 1], [34, 8]]) header.writeUInt16LE(value, offset);
  header.write("data", 36);
  return Buffer.concat([header, samples]);
}

/** A certificate for this run. Chromium is started so that it accepts it. */
function certificate() {
  const folder = mkdtempSync(join(tmpdir(), "voice-app-"));
  const [key, cert] = ["key.pem", "cert.pem"].map((name) => join(folder, name));
  try {
    execFileSync("openssl", ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
      "-keyout", key, "-out", cert, "-days", "1", "-subj", "/CN=twilio.test"], { stdio: "ignore" });
    return { key: readFileSync(key), cert: readFileSync(cert) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
