// The Node side of `run.sh` for webhooks: signs with twilio-node, and verifies the signatures of the Rust side.

const assert = require("node:assert");
const fs = require("node:fs");
const { createRequire } = require("node:module");

const twilio = createRequire(process.argv[3] + "/")("twilio");

const requests = fs.readFileSync(0, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line));

function params(form) {
  const found = {};
  for (const [name, value] of form ?? []) {
    found[name] = name in found ? [found[name], value].flat() : value;
  }
  return found;
}

let count = 0;
for (const request of requests) {
  const url = request.base + request.target;
  if (process.argv[2] === "sign") {
    const signature = twilio.getExpectedTwilioSignature(request.auth_token, url, params(request.form));
    console.log(JSON.stringify({ ...request, signature }));
    continue;
  }
  const check = (url) =>
    request.body === null
      ? twilio.validateRequest(request.auth_token, request.signature, url, params(request.form))
      : twilio.validateRequestWithBody(request.auth_token, request.signature, url, request.body);
  assert(check(url), JSON.stringify(request));
  assert(!check(`${url}x`), JSON.stringify(request));
  count += 1;
}
if (count) console.log(`node: ${count} webhooks that were signed here verified`);
