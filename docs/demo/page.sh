#!/usr/bin/env bash
# Puts the demo page together in docs/demo/site, from the npm package that bindings-wasm/build.sh has made.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

shopt -s nullglob
packages=(../../bindings-wasm/dist/equipoise-*.tgz)
if ((${#packages[@]} != 1)); then
    echo 'page.sh: there is no package: run bindings-wasm/build.sh' >&2
    exit 1
fi
if ! cmp --silent package-lock.json node_modules/.installed-lock; then
    echo 'Installing npm packages'
    npm ci --ignore-scripts --loglevel=error
    cp package-lock.json node_modules/.installed-lock
fi
# The package as it is published.
rm -rf node_modules/equipoise
mkdir node_modules/equipoise
tar -xzf "${packages[0]}" -C node_modules/equipoise --strip-components=1
node site.mjs
