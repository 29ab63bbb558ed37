#!/bin/sh
# Times one token by Twilio's Python and Node libraries and by this one, after each other in one run. Installs the
# libraries into a directory of its own below the target directory, from PyPI and npm.
set -eu
cd "$(dirname "$0")/.."
root=$PWD
target=${CARGO_TARGET_DIR:-$root/benches/target}
work=$target/libraries
mkdir -p "$work"

[ -d "$work/python" ] || { python3 -m venv "$work/python" && "$work/python/bin/pip" install -q twilio; }
[ -d "$work/node_modules/twilio" ] || npm install --silent --no-fund --no-audit --prefix "$work" twilio
cargo build -q --profile bench --manifest-path benches/Cargo.toml --bin repeat

for round in 1 2 3; do
    echo "round $round"
    "$work/python/bin/python" tools/libraries.py
    NODE_PATH=$work/node_modules node tools/libraries.js
    "$target/release/repeat" --time macro_sign 1000000
done
