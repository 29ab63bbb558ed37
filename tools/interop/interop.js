// The Node side of `run.sh` for client capability tokens.
//
// `mint` makes a token with twilio-node for each input. `decode` reads tokens of this library and compares their meaning.

const assert = require("node:assert");
const fs = require("node:fs");
const { createRequire } = require("node:module");

// The libraries are installed in a separate folder.
const load = createRequire(process.argv[3] + "/");
const jsonwebtoken = load("jsonwebtoken");

const lines = () =>
  fs.readFileSync(0, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line));

// Object.fromEntries defines the names, so `__proto__` is an ordinary name.
const object = (pairs) => Object.fromEntries(pairs);

function mint(given) {
  const { ClientCapability } = load("twilio").jwt;
  const token = new ClientCapability({
    accountSid: given.account_sid,
    authToken: given.auth_token,
    ttl: given.ttl,
  });
  if (given.incoming !== null) {
    token.addScope(new ClientCapability.IncomingClientScope(given.incoming));
  }
  if (given.outgoing !== null) {
    const { app_sid: applicationSid, client_name, params } = given.outgoing;
    const clientName = client_name === null ? undefined : client_name;
    token.addScope(new ClientCapability.OutgoingClientScope({ applicationSid, clientName, params: object(params) }));
  }
  if (given.events !== null) {
    token.addScope(new ClientCapability.EventStreamScope(object(given.events)));
  }
  return token.toJwt();
}

const pairs = (form) => [...new URLSearchParams(form)];
const sorted = (list) => list.map((pair) => JSON.stringify(pair)).sort();

function decode(given) {
  const decoded = jsonwebtoken.verify(given.token, given.auth_token, {
    algorithms: ["HS256"],
    issuer: given.account_sid,
    complete: true,
  });
  assert.deepStrictEqual(decoded.header, { typ: "JWT", alg: "HS256" });
  const found = new Map();
  for (const uri of decoded.payload.scope.split(" ")) {
    const [service, query] = [uri.slice(0, uri.indexOf("?")), uri.slice(uri.indexOf("?") + 1)];
    const values = new Map(pairs(query));
    assert(!found.has(service) && values.size === pairs(query).length, uri);
    found.set(service, values);
  }
  const { incoming, outgoing, events } = given;
  let expected = 0;
  const take = (service) => {
    expected += 1;
    assert(found.has(service), service);
    return found.get(service);
  };
  if (incoming !== null) {
    assert.deepStrictEqual([...take("scope:client:incoming")], [["clientName", incoming]]);
  }
  if (outgoing !== null) {
    const scope = take("scope:client:outgoing");
    // A missing name is that of the incoming scope.
    const name = outgoing.client_name ?? incoming ?? undefined;
    assert.strictEqual(scope.get("appSid"), outgoing.app_sid);
    assert.strictEqual(scope.get("clientName"), name);
    assert.deepStrictEqual(sorted(pairs(scope.get("appParams") ?? "")), sorted(outgoing.params));
    for (const key of scope.keys()) assert(["appSid", "clientName", "appParams"].includes(key), key);
  }
  if (events !== null) {
    const scope = take("scope:stream:subscribe");
    assert.strictEqual(scope.get("path"), "/2010-04-01/Events");
    assert.deepStrictEqual(sorted(pairs(scope.get("params") ?? "")), sorted(events));
    for (const key of scope.keys()) assert(["path", "params"].includes(key), key);
  }
  assert.strictEqual(found.size, expected);
}

if (process.argv[2] === "mint") {
  for (const given of lines()) {
    console.log(JSON.stringify({ ...given, token: mint(given) }));
  }
} else {
  const all = lines();
  all.forEach(decode);
  console.log(`node: ${all.length} tokens of this library decoded by jsonwebtoken, all mean what was asked for`);
}
