#!/bin/sh
# Shows how many instructions one token costs. Takes a few seconds, after some minutes for building the benches.
#
#     tools/measure/instructions.sh
#     COUNT=10 tools/measure/instructions.sh parameters:10:1000 parameters:100:1000
#
# Valgrind counts them. The figure is the difference of two runs, so that the start of the program does not count. Valgrind
# does not support SHA instructions, so SHA-256 runs in software and the bare HMAC costs much more than usual. What a
# variant adds to the HMAC is exact. jsonwebtoken uses an older release of sha2 with a different software SHA-256, so do not
# compare its figures with ours.
set -eu
cd "$(dirname "$0")/../.."
cargo build -q --profile bench --manifest-path benches/Cargo.toml --bin repeat
repeat="${CARGO_TARGET_DIR:-benches/target}/release/repeat"

count() {
    valgrind --tool=callgrind --callgrind-out-file=/dev/null "$repeat" "$1" "$2" 2>&1 |
        sed -n 's/.*Collected : //p'
}

runs=${COUNT:-1000}
hmac=0
printf '%-18s %12s %12s\n' variant instructions 'not HMAC'
access='access_hmac access_mint_into access_mint_for access_sign access_build_sign'
for variant in ${*:-hmac mint_into mint sign macro macro_sign verify reused format $access access_verify}; do
    once=$(count "$variant" "$runs")
    twice=$(count "$variant" $((3 * runs)))
    each=$(((twice - once) / (2 * runs)))
    case $variant in hmac | access_hmac) hmac=$each ;; esac
    printf '%-18s %12d %12d\n' "$variant" "$each" "$((each - hmac))"
done
