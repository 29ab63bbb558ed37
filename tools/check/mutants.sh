#!/bin/sh
# Shows which changes to rules and core no test notices: changes the code in one place at a time, runs the tests, and
# lists the changes with which they pass. Takes about an hour on two cores.
#
#     cargo install --locked cargo-mutants
#     tools/check/mutants.sh [options of cargo mutants]
#     tools/check/mutants.sh --file capability-rules/src/secret.rs     # one file, in a minute
#
# Core is run twice: what its unit tests do not notice, the tests of the facade have to.
#
# Leave CARGO_TARGET_DIR alone: each change is built in a directory of its own.
set -eu
cd "$(dirname "$0")/../.."
unset CARGO_TARGET_DIR
export CARGO_PROFILE_DEV_DEBUG=0 CARGO_PROFILE_TEST_DEBUG=0
out=target/mutants

mutants() {
    package=$1
    shift
    mkdir -p "$out/$package"
    # It fails where something was missed.
    nice cargo mutants -p "twilio-capability-$package" -o "$out/$package" -j2 --timeout 100 "$@" || [ $? -le 3 ]
    cd "$out/$package/mutants.out"
    wc -l caught.txt timeout.txt unviable.txt missed.txt
    cat missed.txt
    # Where the clock steps back, cargo can take a changed file for one that it has built.
    grep -rL "Compiling twilio-capability-$package\|could not compile" log | sed 's/^/not built anew, so not tested: /'
    cd - >/dev/null
}

mutants rules "$@" -- --lib
mutants core "$@" -- --lib
# Without the tests that run a compiler, or look for a word in the documentation.
mutants core "$@" --iterate --baseline=skip --test-package twilio-capability-core --test-package twilio-capability -- \
    --lib --test integration --test fuzz_smoke -- --skip facade::errors_page --skip facade::readme
