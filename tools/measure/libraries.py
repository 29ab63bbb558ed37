"""Shows how long the token of the README takes with Twilio's Python library.

`libraries.sh` runs it. Takes a few seconds."""

import time

import twilio
from twilio.jwt.client import ClientCapabilityToken

ACCOUNT = "AC0123456789abcdef0123456789abcdef"
APPLICATION = "AP0123456789abcdef0123456789abcdef"
AUTH_TOKEN = "0123456789abcdef0123456789abcdef"


def token():
    capability = ClientCapabilityToken(ACCOUNT, AUTH_TOKEN, ttl=300)
    capability.allow_client_incoming("john")
    capability.allow_client_outgoing(APPLICATION, clientName="john", user_id="user_42")
    return capability.to_jwt()


COUNT = 20000
for _ in range(1000):
    token()
start = time.perf_counter_ns()
for _ in range(COUNT):
    token()
each = (time.perf_counter_ns() - start) / COUNT
print(f"twilio-python {twilio.__version__}: {each:.0f} ns")
