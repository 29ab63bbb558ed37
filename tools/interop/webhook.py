"""The Python side of `run.sh` for webhooks.

`sign` replaces each signature by that of twilio-python. `verify` verifies the signatures of the Rust side."""

import json
import sys

from twilio.request_validator import RequestValidator


class Form:
    """What a web framework returns for a form: names that can occur more than once."""

    def __init__(self, pairs):
        self.pairs = pairs

    def __iter__(self):
        return iter(dict(self.pairs))

    def __len__(self):
        return len(self.pairs)

    def keys(self):
        return dict(self.pairs).keys()

    def getall(self, name):
        return [value for found, value in self.pairs if found == name]


def parts(request):
    validator = RequestValidator(request["auth_token"])
    return validator, request["base"] + request["target"], Form(request["form"] or [])


if __name__ == "__main__":
    count = 0
    # Not `for line in sys.stdin`, because Unicode has other line ends too.
    for line in filter(None, sys.stdin.buffer.read().split(b"\n")):
        request = json.loads(line)
        validator, url, form = parts(request)
        if sys.argv[1] == "sign":
            request["signature"] = validator.compute_signature(url, form)
            print(json.dumps(request))
            continue
        params = request["body"] if request["body"] is not None else form
        assert validator.validate(url, params, request["signature"]), request
        assert not validator.validate(url + "x", params, request["signature"]), request
        count += 1
    if count:
        print(f"python: {count} webhooks that were signed here verified")
