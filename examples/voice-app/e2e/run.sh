#!/bin/sh
# Runs the voice app in Chromium with Twilio's Voice SDK, against a stand-in for Twilio on this machine. Takes two minutes, mostly
# for building.
#
#     examples/voice-app/e2e/run.sh                 # the tests
#     examples/voice-app/e2e/run.sh --screenshots   # pictures of the page, in e2e/screenshots
#
# Needs Node.js 20, openssl and Chromium, which Debian has as `chromium`. Set CHROMIUM if it is not /usr/bin/chromium.
set -eu
cd "$(dirname "$0")/.."

npm ci --ignore-scripts --no-audit --no-fund --silent
cargo build --quiet --locked
VOICE_APP=$(cargo metadata --format-version 1 --no-deps --locked |
    sed 's/.*"target_directory":"\([^"]*\)".*/\1/')/debug/voice-app
export VOICE_APP
if [ "${1:-}" = --screenshots ]; then
    node e2e/screenshots.js
else
    node --test e2e/server.test.js e2e/voice-app.test.js
fi
