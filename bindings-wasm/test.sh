#!/usr/bin/env bash
# Builds the npm package and tests it as packed, in Node.js and in Chromium. Needs Rust (rustup) and Node.js 20.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

chromium=${CHROMIUM:-/usr/bin/chromium}
if [[ ! -x $chromium ]]; then
    if [[ $(id -u) == 0 ]] && command -v apt-get >/dev/null; then
        echo 'Installing Chromium'
        apt-get update -qq
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null
    else
        echo 'test.sh: Chromium is missing: sudo apt-get install chromium, or set CHROMIUM to where it is' >&2
        exit 1
    fi
fi
export CHROMIUM=$chromium

./build.sh
node scripts/types.mjs --check
node --test "$@" tests/*.test.mjs
