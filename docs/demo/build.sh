#!/usr/bin/env bash
# Builds the npm package and puts the demo page together in docs/demo/site. Needs Rust (rustup) and Node.js 20 or later.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

../../bindings-wasm/build.sh
./page.sh
