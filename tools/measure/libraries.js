// Shows how long the token of the README takes with Twilio's Node library, and with its jsonwebtoken and a prepared key.
// `libraries.sh` runs it. Takes a few seconds.
const crypto = require("crypto");
const twilio = require("twilio");
const jsonwebtoken = require(require.resolve("jsonwebtoken", { paths: [require.resolve("twilio")] }));
const { version } = require("twilio/package.json");
const { ClientCapability } = twilio.jwt;

const accountSid = "AC0123456789abcdef0123456789abcdef";
const applicationSid = "AP0123456789abcdef0123456789abcdef";
const authToken = "0123456789abcdef0123456789abcdef";

function capability() {
  const capability = new ClientCapability({ accountSid, authToken, ttl: 300 });
  capability.addScope(new ClientCapability.IncomingClientScope("john"));
  capability.addScope(
    new ClientCapability.OutgoingClientScope({ applicationSid, clientName: "john", params: { user_id: "user_42" } }),
  );
  return capability;
}

const key = crypto.createSecretKey(Buffer.from(authToken));
const { scope } = jsonwebtoken.decode(capability().toJwt());

function time(what, count, once) {
  for (let n = 0; n < count / 10; n++) once();
  const start = process.hrtime.bigint();
  for (let n = 0; n < count; n++) once();
  console.log(`${what}: ${Number((process.hrtime.bigint() - start) / BigInt(count))} ns`);
}

time(`twilio-node ${version}`, 5000, () => capability().toJwt());
// Twilio's library passes the auth token as a string. Node's jsonwebtoken then first tries to read it as a PEM key, which
// takes long to fail. With a KeyObject it does not try.
time("its jsonwebtoken alone, string key", 5000, () =>
  jsonwebtoken.sign({ scope, iss: accountSid, exp: Math.floor(Date.now() / 1000) + 300 }, authToken, {
    algorithm: "HS256",
    noTimestamp: true,
  }),
);
time("its jsonwebtoken alone, KeyObject", 20000, () =>
  jsonwebtoken.sign({ scope, iss: accountSid, exp: Math.floor(Date.now() / 1000) + 300 }, key, {
    algorithm: "HS256",
    noTimestamp: true,
  }),
);
