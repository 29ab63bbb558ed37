#!/bin/sh
# Shows how long one token takes with Twilio's Python and Node libraries and with this one, one after the other in the
# same run. Takes ten seconds for each round, after some minutes for building the benches.
#
#     tools/measure/libraries.sh [rounds]
#
# Installs the libraries from PyPI and npm into a folder below the target folder.
set -eu
cd "$(dirname "$0")/../.."
root=$PWD
target=${CARGO_TARGET_DIR:-$root/benches/target}
work=$target/libraries
mkdir -p "$work"

[ -d "$work/python" ] || { python3 -m venv "$work/python" && "$work/python/bin/pip" install -q twilio; }
[ -d "$work/node_modules/twilio" ] || npm install --silent --no-fund --no-audit --prefix "$work" twilio
cargo build -q --profile bench --manifest-path benches/Cargo.toml --bin repeat

for round in $(seq "${1:-3}"); do
    echo "round $round"
    "$work/python/bin/python" tools/measure/libraries.py
    NODE_PATH=$work/node_modules node tools/measure/libraries.js
    "$target/release/repeat" --time macro_sign 1000000
done
