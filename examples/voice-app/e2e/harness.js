// Starts the server, the stand-in for Twilio and Chromium.

import { spawn } from "node:child_process";
import { once } from "node:events";
import net from "node:net";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { startPeer } from "./peer.js";
import { startTwilio } from "./twilio.js";

export const account = { sid: "AC00000000000000000000000000000000", authToken: "not_a_real_auth_token" };
export const apiKey = { sid: "SK00000000000000000000000000000000", secret: "not_a_real_api_secret" };

const folder = fileURLToPath(new URL("..", import.meta.url));
const program = process.env.VOICE_APP ?? `${folder}/target/debug/voice-app`;

export async function freePort() {
  const server = net.createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  return port;
}

/** The variables of a server at this port, with the account of the tests. */
export const variablesFor = (port) => ({
  ADDRESS: `127.0.0.1:${port}`,
  PUBLIC_URL: `http://127.0.0.1:${port}`,
  TWILIO_ACCOUNT_SID: account.sid,
  TWILIO_AUTH_TOKEN: account.authToken,
  TWILIO_API_KEY: apiKey.sid,
  TWILIO_API_SECRET: apiKey.secret,
  TWILIO_TWIML_APP_SID: "AP11111111111111111111111111111111",
  CALLER_ID: "+15550199",
});

/** A server with these variables and no others. */
export async function startServer(variables) {
  const child = spawn(program, { stdio: ["ignore", "pipe", "pipe"], env: { PATH: process.env.PATH, ...variables } });
  const closed = once(child, "close");
  let log = "";
  child.stderr.on("data", (data) => (log += data));
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith("http://")) {
      return { link: line, log: () => log, stop: async () => { child.kill(); await closed; } };
    }
  }
  await closed;
  throw new Error(`the server did not start: ${log}`);
}

/** Everything that a test needs. `variables` are for the server. */
export async function start(variables = {}) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const peer = {};
  const twilio = await startTwilio({ account, apiKey, peer, voiceUrl: `${url}/voice` });
  let server = await startServer({ ...variablesFor(port), ...variables });
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-background-networking",
      "--use-fake-device-for-media-stream",
      "--use-fake-ui-for-media-stream",
      "--autoplay-policy=no-user-gesture-required",
      "--disable-features=WebRtcHideLocalIpsWithMdns",
      "--allow-loopback-in-peer-connection",
      "--ignore-certificate-errors",
      // Twilio's hosts are the stand-in. There are no other hosts, so nothing leaves this machine.
      `--host-resolver-rules=MAP *.twilio.com 127.0.0.1:${twilio.port}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
    ],
  });
  const hosts = new Set();
  const pageErrors = [];
  const newContext = async (options) => {
    const context = await browser.newContext({ ignoreHTTPSErrors: true, permissions: ["microphone"], ...options });
    context.on("request", (request) => hosts.add(new URL(request.url()).hostname));
    return context;
  };
  Object.assign(peer, await startPeer(await newContext(), url));
  return {
    url,
    /** The address of the page with the key for signing in. A server that was started again has another key. */
    link: () => server.link,
    twilio,
    hosts,
    pageErrors,
    newContext,
    log: () => server.log(),
    stopServer: () => server.stop(),
    startServer: async () => { server = await startServer({ ...variablesFor(port), ...variables }); },
    /** A page of a user who has signed in and is registered. */
    async signedIn(user, { kind, context, prepare } = {}) {
      const page = await (context ?? await newContext()).newPage();
      page.on("pageerror", (error) => pageErrors.push(error));
      await prepare?.(page);
      await page.goto(server.link);
      await page.getByRole("button", { name: user, exact: true }).click();
      if (kind === "capability") await page.getByLabel("capability token").check();
      return page;
    },
    async stop() {
      await browser.close();
      await twilio.stop();
      await server.stop();
    },
  };
}

/** Waits until the element with this id has `data-state="…"`. */
export async function state(page, id, value) {
  await page.locator(`#${id}[data-state="${value}"]`).waitFor({ timeout: 15000 });
}
