"""The Python side of `run.sh` for client capability tokens.

`mint` makes a token with twilio-python for each input. `decode` reads tokens of this library and compares their meaning."""

import json
import sys
from urllib.parse import parse_qsl

import jwt
from twilio.jwt.client import ClientCapabilityToken


def lines():
    # Not `for line in sys.stdin`, because Unicode has other line ends too, and JSON does not escape them.
    for line in sys.stdin.buffer.read().split(b"\n"):
        if line:
            yield json.loads(line)


def mint(given):
    token = ClientCapabilityToken(given["account_sid"], given["auth_token"], ttl=given["ttl"])
    if given["outgoing"] is not None:
        token.allow_client_outgoing(given["outgoing"]["app_sid"], **dict(given["outgoing"]["params"]))
    if given["incoming"] is not None:
        token.allow_client_incoming(given["incoming"])
    if given["events"] is not None:
        token.allow_event_stream(**dict(given["events"]))
    text = token.to_jwt()
    return text.decode() if isinstance(text, bytes) else text


def pairs(form):
    return parse_qsl(form, keep_blank_values=True, strict_parsing=bool(form), max_num_fields=None)


def scopes(claim):
    """The scopes of a claim, read with only the standard library."""
    found = {}
    for uri in claim.split(" "):
        service, _, query = uri.partition("?")
        values = pairs(query)
        assert service not in found and len(dict(values)) == len(values), uri
        found[service] = dict(values)
    return found


def params(given):
    return sorted((name, value) for name, value in given)


def decode(given):
    token, key = given["token"], given["auth_token"]
    decoded = ClientCapabilityToken.from_jwt(token, key)
    claims = jwt.decode(token, key, algorithms=["HS256"], issuer=given["account_sid"], options={"require": ["exp", "iss"]})
    assert jwt.get_unverified_header(token) == {"typ": "JWT", "alg": "HS256"}
    # The claims that from_jwt keeps are the same.
    assert decoded.issuer == claims["iss"] and decoded.valid_until == claims["exp"], vars(decoded)
    found = scopes(claims["scope"])
    incoming, outgoing, events = given["incoming"], given["outgoing"], given["events"]
    assert set(found) == {
        name
        for name, there in [
            ("scope:client:incoming", incoming),
            ("scope:client:outgoing", outgoing),
            ("scope:stream:subscribe", events),
        ]
        if there is not None
    }
    if incoming is not None:
        assert found["scope:client:incoming"] == {"clientName": incoming}
    if outgoing is not None:
        scope = found["scope:client:outgoing"]
        # A missing name is that of the incoming scope.
        name = outgoing["client_name"] if outgoing["client_name"] is not None else incoming
        assert scope.pop("appSid") == outgoing["app_sid"]
        assert scope.pop("clientName", None) == name
        assert params(pairs(scope.pop("appParams", ""))) == params(outgoing["params"])
        assert not scope
    if events is not None:
        scope = found["scope:stream:subscribe"]
        assert scope.pop("path") == "/2010-04-01/Events"
        assert params(pairs(scope.pop("params", ""))) == params(events)
        assert not scope


if sys.argv[1] == "mint":
    for given in lines():
        print(json.dumps({**given, "token": mint(given)}))
else:
    count = 0
    for given in lines():
        decode(given)
        count += 1
    print(f"python: {count} tokens of this library decoded by from_jwt and PyJWT, all mean what was asked for")
