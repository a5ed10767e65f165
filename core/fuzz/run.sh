#!/usr/bin/env bash
# Fuzzes every text entry point: no panic, no hang, no answer that is not sound.
#
#   core/fuzz/run.sh [SECONDS] [TARGET ...]     so long each, 20 seconds by default; every target by default
#
# Needs the nightly toolchain of Rust (rustup toolchain install nightly) and Python 3. What is found is kept in
# target/fuzz/corpus and used again by the next run; an input that fails is kept in target/fuzz/artifacts.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
root=$(cd ../.. && pwd)
folder=${CARGO_TARGET_DIR:-$root/target}/fuzz
readonly CARGO_FUZZ=0.13.2 # the version this was written with
readonly SKIPPED=77        # exit status of a step that has nothing to do

seconds=${1:-20}
[[ $seconds =~ ^[1-9][0-9]*$ ]] || { sed -n '2,7s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2; exit 2; }
targets=("${@:2}")
((${#targets[@]})) || mapfile -t targets < <(basename -s .rs -a fuzz_targets/*.rs)

if ! cargo +nightly --version >/dev/null 2>&1; then
    echo 'Not fuzzed: the nightly toolchain is missing. To add it: rustup toolchain install nightly --profile minimal'
    exit "$SKIPPED"
fi
if ! cargo fuzz --version >/dev/null 2>&1; then
    echo "Installing cargo-fuzz $CARGO_FUZZ (first run only)"
    CARGO_TARGET_DIR=$folder/tools cargo install --locked --quiet "cargo-fuzz@$CARGO_FUZZ"
fi

"${PYTHON:-python3}" seeds.py "$folder/seeds"
failed=()
for target in "${targets[@]}"; do
    printf '\n--- %s for %s s\n' "$target" "$seconds"
    mkdir -p "$folder/corpus/$target" "$folder/artifacts/$target"
    # Without a sanitizer: there is no unsafe code here, and it costs more than half of the speed.
    cargo +nightly fuzz run --sanitizer none --fuzz-dir . --target-dir "$folder/build" "$target" \
        "$folder/corpus/$target" "$folder/seeds/$target" -- \
        -max_total_time="$seconds" -max_len=65536 -timeout=20 -rss_limit_mb=3000 -verbosity=0 -print_final_stats=1 \
        -dict="$folder/seeds/words.dict" -artifact_prefix="$folder/artifacts/$target/" || failed+=("$target")
done
if ((${#failed[@]})); then
    echo "Failed: ${failed[*]}. The inputs are in $folder/artifacts" >&2
    exit 1
fi
