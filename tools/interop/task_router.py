"""The Python side of `run.sh` for TaskRouter capability tokens: mints with twilio-python, and decodes tokens of this library."""

import json
import sys
import time

import jwt
from twilio.jwt.taskrouter.capabilities import (
    TaskQueueCapabilityToken,
    WorkerCapabilityToken,
    WorkspaceCapabilityToken,
)


def lines():
    for line in sys.stdin.buffer.read().split(b"\n"):
        if line:
            yield json.loads(line)


def minted(given):
    account, secret, workspace = given["account_sid"], given["auth_token"], given["workspace_sid"]
    # The words are those of twilio-python.
    options = {name: True for name in given["rights"]}
    options["ttl"] = given["ttl"]
    if given["kind"] == "worker":
        token = WorkerCapabilityToken(account, secret, workspace, given["channel"], **options)
    elif given["kind"] == "task_queue":
        token = TaskQueueCapabilityToken(account, secret, workspace, given["channel"], **options)
    else:
        token = WorkspaceCapabilityToken(account, secret, workspace, **options)
    for policy in given["policies"]:
        token._make_policy(
            token.workspace_url + policy["path"],
            policy["method"],
            policy["allow"],
            query_filter=policy["query"],
            post_filter=policy["post"],
        )
    return token


def policies(claims):
    return sorted(json.dumps(policy, sort_keys=True) for policy in claims["policies"])


def decode(given):
    token, key = given["token"], given["auth_token"]
    claims = jwt.decode(token, key, algorithms=["HS256"], issuer=given["account_sid"], options={"require": ["exp", "iss"]})
    assert jwt.get_unverified_header(token) == {"typ": "JWT", "alg": "HS256"}
    theirs = minted(given)
    expected = theirs.payload
    # twilio-python writes a policy twice if it is added twice; this library does not.
    assert policies(claims) == sorted(set(policies(expected))), claims
    assert abs(claims.pop("exp") - time.time() - given["ttl"]) < 60
    assert claims.pop("iss") == given["account_sid"]
    for name in set(claims) | {"account_sid", "workspace_sid", "channel", "friendly_name", "version"}:
        assert name == "policies" or claims[name] == expected[name], name


if sys.argv[1] == "mint":
    for given in lines():
        text = minted(given).to_jwt()
        print(json.dumps({**given, "token": text.decode() if isinstance(text, bytes) else text}))
else:
    count = 0
    for given in lines():
        decode(given)
        count += 1
    print(f"python: {count} TaskRouter tokens of this library decoded, all mean what was asked for")
