#!/bin/sh
# Shows which changes to rules and core no test notices. It changes the code in one place at a time, runs the tests, and
# lists the changes with which the tests still pass. Takes about four hours on two cores.
#
#     cargo install --locked cargo-mutants
#     tools/check/mutants.sh [options of cargo mutants]
#     tools/check/mutants.sh --file capability-rules/src/region.rs     # one file, in a minute
#
# Core is run twice. The changes that its unit tests do not notice are tested again with the integration tests of core and the
# facade.
#
# It ignores CARGO_TARGET_DIR, because each change is built in a separate directory.
set -eu
cd "$(dirname "$0")/../.."
unset CARGO_TARGET_DIR
export CARGO_PROFILE_DEV_DEBUG=0 CARGO_PROFILE_TEST_DEBUG=0
out=target/mutants

mutants() {
    package=$1
    shift
    mkdir -p "$out/$package"
    # cargo-mutants fails if the tests missed a mutant.
    nice cargo mutants -p "twilio-capability-$package" -o "$out/$package" -j2 --timeout 100 "$@" || [ $? -le 3 ]
    cd "$out/$package/mutants.out"
    wc -l caught.txt timeout.txt unviable.txt missed.txt
    cat missed.txt
    # If the clock of the machine is set back, cargo may not notice that a file has changed.
    grep -rL "Compiling twilio-capability-$package\|could not compile" log | sed 's/^/not built again, so not tested: /'
    cd - >/dev/null
}

# `-C` also keeps the other tests from being built.
mutants rules "$@" -C=--lib
mutants core --features webhook,http "$@" -C=--lib
# Without the tests that run a compiler or only check the documentation.
mutants core "$@" --iterate --baseline=skip --test-package twilio-capability-core --test-package twilio-capability \
    -C=--test=integration -- -- --skip facade::errors_page --skip facade::readme
