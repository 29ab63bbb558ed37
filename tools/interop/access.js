// The Node side of `run.sh` for access tokens: mints with twilio-node, and decodes tokens of this library.

const assert = require("node:assert");
const fs = require("node:fs");
const { createRequire } = require("node:module");

const load = createRequire(process.argv[3] + "/");
const jsonwebtoken = load("jsonwebtoken");

const lines = () =>
  fs.readFileSync(0, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line));

function mint(given) {
  const { AccessToken } = load("twilio").jwt;
  const { VoiceGrant, VideoGrant, ChatGrant, SyncGrant, TaskRouterGrant } = AccessToken;
  const token = new AccessToken(given.account_sid, given.key_sid, given.secret, {
    identity: given.identity,
    ttl: given.ttl,
    region: given.region ?? undefined,
  });
  const { voice, video, chat, sync, task_router } = given;
  token.addGrant(
    new VoiceGrant({
      incomingAllow: voice.incoming,
      outgoingApplicationSid: voice.app_sid,
      outgoingApplicationParams: voice.params,
      pushCredentialSid: voice.push_credential_sid,
      endpointId: voice.endpoint_id,
    }),
  );
  token.addGrant(new VideoGrant({ room: video.room }));
  token.addGrant(
    new ChatGrant({
      serviceSid: chat.service_sid,
      deploymentRoleSid: chat.role_sid,
      endpointId: chat.endpoint_id,
    }),
  );
  token.addGrant(new SyncGrant({ serviceSid: sync.service_sid, endpointId: sync.endpoint_id }));
  token.addGrant(
    new TaskRouterGrant({
      workspaceSid: task_router.workspace_sid,
      workerSid: task_router.worker_sid,
      role: task_router.role,
    }),
  );
  return token.toJwt();
}

function decode(given) {
  const { header, payload } = jsonwebtoken.verify(given.token, given.secret, {
    algorithms: ["HS256"],
    issuer: given.key_sid,
    subject: given.account_sid,
    complete: true,
  });
  const region = given.region === null ? {} : { twr: given.region };
  assert.deepStrictEqual(header, { typ: "JWT", alg: "HS256", cty: "twilio-fpa;v=1", ...region });
  const { voice, video, chat, sync, task_router } = given;
  const params = Object.keys(voice.params).length === 0 ? {} : { params: voice.params };
  assert.deepStrictEqual(payload.grants, {
    identity: given.identity,
    voice: {
      ...(voice.incoming ? { incoming: { allow: true } } : {}),
      outgoing: { application_sid: voice.app_sid, ...params },
      push_credential_sid: voice.push_credential_sid,
      endpoint_id: voice.endpoint_id,
    },
    video,
    chat: {
      service_sid: chat.service_sid,
      endpoint_id: chat.endpoint_id,
      deployment_role_sid: chat.role_sid,
    },
    data_sync: sync,
    task_router,
  });
}

if (process.argv[2] === "mint") {
  for (const given of lines()) {
    console.log(JSON.stringify({ ...given, token: mint(given) }));
  }
} else {
  const all = lines();
  all.forEach(decode);
  console.log(`node: ${all.length} access tokens of this library decoded, all mean what was asked for`);
}
