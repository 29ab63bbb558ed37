"""The Python side of `run.sh` for access tokens: mints with twilio-python, and decodes tokens of this library."""

import json
import sys
import time

import jwt
from twilio.jwt.access_token import AccessToken, grants


def lines():
    for line in sys.stdin.buffer.read().split(b"\n"):
        if line:
            yield json.loads(line)


def mint(given):
    token = AccessToken(
        given["account_sid"],
        given["key_sid"],
        given["secret"],
        identity=given["identity"],
        ttl=given["ttl"],
        region=given["region"],
    )
    voice, chat, sync, work = given["voice"], given["chat"], given["sync"], given["task_router"]
    token.add_grant(
        grants.VoiceGrant(
            incoming_allow=voice["incoming"],
            outgoing_application_sid=voice["app_sid"],
            outgoing_application_params=voice["params"],
            push_credential_sid=voice["push_credential_sid"],
            endpoint_id=voice["endpoint_id"],
        )
    )
    token.add_grant(grants.VideoGrant(room=given["video"]["room"]))
    token.add_grant(
        grants.ChatGrant(
            service_sid=chat["service_sid"],
            deployment_role_sid=chat["role_sid"],
            endpoint_id=chat["endpoint_id"],
        )
    )
    token.add_grant(grants.SyncGrant(service_sid=sync["service_sid"], endpoint_id=sync["endpoint_id"]))
    token.add_grant(
        grants.TaskRouterGrant(
            workspace_sid=work["workspace_sid"], worker_sid=work["worker_sid"], role=work["role"]
        )
    )
    text = token.to_jwt()
    return text.decode() if isinstance(text, bytes) else text


def expected(given):
    voice, chat = given["voice"], given["chat"]
    outgoing = {"application_sid": voice["app_sid"]}
    if voice["params"]:
        outgoing["params"] = voice["params"]
    found = {
        "identity": given["identity"],
        "voice": {
            "outgoing": outgoing,
            "push_credential_sid": voice["push_credential_sid"],
            "endpoint_id": voice["endpoint_id"],
        },
        "video": given["video"],
        "chat": {
            "service_sid": chat["service_sid"],
            "endpoint_id": chat["endpoint_id"],
            "deployment_role_sid": chat["role_sid"],
        },
        "data_sync": given["sync"],
        "task_router": given["task_router"],
    }
    if voice["incoming"]:
        found["voice"]["incoming"] = {"allow": True}
    return found


def decode(given, seen):
    token, key = given["token"], given["secret"]
    decoded = AccessToken.from_jwt(token, key)
    claims = jwt.decode(
        token, key, algorithms=["HS256"], issuer=given["key_sid"], options={"require": ["exp", "iss", "sub", "jti"]}
    )
    header = {"typ": "JWT", "alg": "HS256", "cty": "twilio-fpa;v=1"}
    if given["region"] is not None:
        header["twr"] = given["region"]
    assert jwt.get_unverified_header(token) == header
    assert decoded.issuer == claims["iss"] and decoded.valid_until == claims["exp"], vars(decoded)
    assert claims["sub"] == given["account_sid"] and set(claims) == {"jti", "iss", "sub", "exp", "grants"}
    assert abs(claims["exp"] - time.time() - given["ttl"]) < 60
    assert claims["jti"].startswith(given["key_sid"] + "-") and claims["jti"] not in seen
    seen.add(claims["jti"])
    assert claims["grants"] == expected(given), claims["grants"]


if sys.argv[1] == "mint":
    for given in lines():
        print(json.dumps({**given, "token": mint(given)}))
else:
    seen = set()
    for given in lines():
        decode(given, seen)
    print(f"python: {len(seen)} access tokens of this library decoded, all mean what was asked for")
