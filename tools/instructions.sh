#!/bin/sh
# Instructions that one token costs, counted by valgrind: the difference of two runs, so that the start of the
# program does not count. Valgrind knows no SHA instructions, so SHA-256 runs in software here and the figure of
# the bare HMAC is much larger than in life; what a variant adds to it is exact.
set -eu
cd "$(dirname "$0")/.."
cargo build -q --profile bench --manifest-path benches/Cargo.toml --bin repeat
repeat="${CARGO_TARGET_DIR:-benches/target}/release/repeat"

count() {
    valgrind --tool=callgrind --callgrind-out-file=/dev/null "$repeat" "$1" "$2" 2>&1 |
        sed -n 's/.*Collected : //p'
}

hmac=0
printf '%-12s %12s %12s\n' variant instructions 'beside HMAC'
for variant in ${*:-hmac sign macro macro_sign reused format}; do
    once=$(count "$variant" 1000)
    twice=$(count "$variant" 3000)
    each=$(((twice - once) / 2000))
    [ "$variant" = hmac ] && hmac=$each
    printf '%-12s %12d %12d\n' "$variant" "$each" "$((each - hmac))"
done
