#!/bin/sh
# Shows that this library and Twilio's libraries for Python and Node.js read each other's tokens. Their tokens are verified
# here, and tokens of this library are decoded there. The same is done with webhooks. Takes a minute with 50 random inputs, mostly for installing the
# libraries.
#
#     tools/interop/run.sh [count] [seed]
#
# The libraries are installed at pinned versions in a temporary folder. If Python, Node.js or their package index is
# missing, the script says so and does the rest.
set -eu

count=${1:-500}
seed=${2:-$(date +%s)}
here=$(cd "$(dirname "$0")" && pwd)
temp=$(mktemp -d)
trap 'rm -rf "$temp"' EXIT

echo "$count random inputs, seed $seed"
cargo build --quiet --manifest-path "$here/Cargo.toml"
target=$(cargo metadata --format-version 1 --no-deps --manifest-path "$here/Cargo.toml" |
    sed 's/.*"target_directory":"\([^"]*\)".*/\1/')
interop="$target/debug/twilio-capability-interop"

"$interop" generate "$count" "$seed" > "$temp/inputs"
"$interop" mint < "$temp/inputs" > "$temp/ours"
"$interop" generate-access "$count" "$seed" > "$temp/access-inputs"
"$interop" mint-access < "$temp/access-inputs" > "$temp/access-ours"
"$interop" generate-task-router "$count" "$seed" > "$temp/task-router-inputs"
"$interop" mint-task-router < "$temp/task-router-inputs" > "$temp/task-router-ours"
"$interop" generate-webhooks "$count" "$seed" > "$temp/webhooks"
"$interop" check-webhooks rust < "$temp/webhooks"

if ! command -v python3 > /dev/null; then
    echo "python: skipped, python3 is not installed"
elif ! { python3 -m venv "$temp/venv" && "$temp/venv/bin/pip" install --quiet --disable-pip-version-check \
    -r "$here/requirements.txt"; } > "$temp/pip.log" 2>&1; then
    echo "python: skipped, the libraries cannot be installed:"
    tail -n 2 "$temp/pip.log"
else
    "$temp/venv/bin/python" "$here/interop.py" decode < "$temp/ours"
    "$temp/venv/bin/python" "$here/interop.py" mint < "$temp/inputs" > "$temp/python"
    "$interop" check python < "$temp/python"
    "$temp/venv/bin/python" "$here/access.py" decode < "$temp/access-ours"
    "$temp/venv/bin/python" "$here/access.py" mint < "$temp/access-inputs" > "$temp/access-python"
    "$interop" check-access python < "$temp/access-python"
    "$temp/venv/bin/python" "$here/task_router.py" decode < "$temp/task-router-ours"
    "$temp/venv/bin/python" "$here/task_router.py" mint < "$temp/task-router-inputs" > "$temp/task-router-python"
    "$interop" check-task-router python < "$temp/task-router-python"
    "$temp/venv/bin/python" "$here/webhook.py" verify < "$temp/webhooks"
    "$temp/venv/bin/python" "$here/webhook.py" sign < "$temp/webhooks" > "$temp/webhooks-python"
    "$interop" check-webhooks python < "$temp/webhooks-python"
fi

if ! command -v node > /dev/null || ! command -v npm > /dev/null; then
    echo "node: skipped, node or npm is not installed"
elif ! (mkdir "$temp/node" && cp "$here/package.json" "$temp/node" && cd "$temp/node" &&
    npm install --ignore-scripts --no-audit --no-fund --silent) > "$temp/npm.log" 2>&1; then
    echo "node: skipped, the libraries cannot be installed:"
    tail -n 2 "$temp/npm.log"
else
    node "$here/interop.js" decode "$temp/node" < "$temp/ours"
    node "$here/interop.js" mint "$temp/node" < "$temp/inputs" > "$temp/tokens"
    "$interop" check node < "$temp/tokens"
    node "$here/access.js" decode "$temp/node" < "$temp/access-ours"
    node "$here/access.js" mint "$temp/node" < "$temp/access-inputs" > "$temp/access-node"
    "$interop" check-access node < "$temp/access-node"
    node "$here/webhook.js" verify "$temp/node" < "$temp/webhooks"
    node "$here/webhook.js" sign "$temp/node" < "$temp/webhooks" > "$temp/webhooks-node"
    "$interop" check-webhooks node < "$temp/webhooks-node"
fi
