#!/usr/bin/env bash
# Builds the demo page and tests it in Chromium. Needs Rust (rustup), Node.js 20 or later and Chromium.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

if [[ -z ${CHROMIUM-} ]]; then
    for name in chromium chromium-browser google-chrome; do
        CHROMIUM=$(command -v "$name") && break
    done
fi
if [[ ! -x ${CHROMIUM-} ]]; then
    echo 'test.sh: Chromium is missing: sudo apt-get install chromium, or set CHROMIUM to where it is' >&2
    exit 1
fi
export CHROMIUM

./build.sh
node --test "$@" tests/*.test.mjs
