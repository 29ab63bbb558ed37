#!/usr/bin/env bash
# Packages the crates, unpacks them, and runs the tests, the doc tests and the UI tests of what was unpacked. A test that needs a
# file outside the package fails here, and so does a crate that is built only beside the others.
#
#     tools/check/packages.sh
#
# Takes three to five minutes on two cores.
set -euo pipefail
cd "$(dirname "$0")/../.."

lock=$PWD/Cargo.lock
unpacked=$(mktemp -d)
trap 'rm -rf "$unpacked"' EXIT
# Target folders of their own: cargo keeps what it built of an older package of the same name and version.
cargo package --workspace --locked --allow-dirty --quiet --target-dir "$unpacked/packaged"
mkdir "$unpacked/workspace"
cd "$unpacked/workspace"
# The folders of the repository, because the messages of the compiler that the UI tests expect name them.
folder() {
    case $1 in
        twilio-capability) echo . ;;
        *) echo "${1#twilio-}" ;;
    esac
}
crates=(twilio-capability twilio-capability-core twilio-capability-macros twilio-capability-rules)
for crate in "${crates[@]}"; do
    mkdir -p "$(folder "$crate")"
    tar -xzf "$unpacked/packaged/package/$crate"-[0-9]*.crate -C "$(folder "$crate")" --strip-components 1
done
{
    echo '[workspace]'
    echo 'members = ["capability-core", "capability-macros", "capability-rules"]'
    echo '[patch.crates-io]'
    for crate in "${crates[@]:1}"; do
        echo "$crate = { path = \"$(folder "$crate")\" }"
    done
} >> Cargo.toml
# The versions of the workspace. The packages of the tests are not part of it.
cp "$lock" Cargo.lock
CARGO_TARGET_DIR=$unpacked/target cargo test --workspace "$@"
