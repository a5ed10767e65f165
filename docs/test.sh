#!/usr/bin/env bash
# Builds the documentation and runs every example of it: the pages, the generated reference and the notebooks.
# Needs Rust, Python 3.11 with venv and Node.js 20; the first run downloads the tools named in requirements.txt.
#
#   docs/test.sh            test; the built pages are in docs/_build/html
#   docs/test.sh --write    first put what the examples print into the pages
#
# The packages are those that bindings-python/test.sh and bindings-wasm/build.sh have built; what is missing is built.
# EQUIPOISE_WHEEL and EQUIPOISE_PACKAGE name others.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(dirname "$here")
cd "$here"

say() { printf '\n== %s\n' "$*"; }
stop() { printf 'docs/test.sh: %s\n' "$*" >&2; exit 1; }

python=${PYTHON:-python3}
"$python" -c 'import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
  || stop 'Python 3.11 or newer with venv is needed (Debian: apt install python3 python3-venv)'
command -v node >/dev/null || stop 'Node.js 20 or newer is needed (https://nodejs.org)'
command -v cargo >/dev/null || stop 'Rust is needed (https://rustup.rs)'

# The tools: kept from run to run, made anew when their list or Python changes.
tools=$here/.venv
wanted="$("$python" -c 'import sys; print(sys.version, sys.base_prefix)') $(cksum <requirements.txt)"
if [[ "$(cat "$tools/made-from" 2>/dev/null)" != "$wanted" ]]; then
  say 'Installing the tools (first run only, about a minute)'
  rm -rf "$tools"
  "$python" -m venv "$tools"
  "$tools/bin/pip" install --quiet --disable-pip-version-check --no-deps -r requirements.txt
  "$tools/bin/pip" check --quiet --disable-pip-version-check
  printf '%s\n' "$wanted" >"$tools/made-from"
fi

one() { # one FILE...: the only file that is meant
  [[ $# -eq 1 && -f $1 ]] || stop "one file is wanted, not: $*"
  printf '%s\n' "$1"
}
if [[ -z ${EQUIPOISE_WHEEL-} ]]; then
  compgen -G "$root/bindings-python/dist/*.whl" >/dev/null || "$root/bindings-python/test.sh"
  EQUIPOISE_WHEEL=$(one "$root"/bindings-python/dist/*.whl)
fi
if [[ -z ${EQUIPOISE_PACKAGE-} ]]; then
  compgen -G "$root/bindings-wasm/dist/*.tgz" >/dev/null || "$root/bindings-wasm/build.sh"
  EQUIPOISE_PACKAGE=$(one "$root"/bindings-wasm/dist/*.tgz)
fi
"$tools/bin/pip" --disable-pip-version-check install --quiet --no-index --no-deps --force-reinstall "$EQUIPOISE_WHEEL"

say 'Running the examples of the pages'
"$tools/bin/python" tools/snippets.py --wheel "$EQUIPOISE_WHEEL" --package "$EQUIPOISE_PACKAGE" "$@"

say 'Running the notebooks'
"$tools/bin/python" tools/notebooks.py

say 'Building the pages'
"$tools/bin/sphinx-build" --fail-on-warning --keep-going --quiet --fresh-env --doctree-dir _build/doctrees -b html . _build/html
"$tools/bin/python" tools/built.py
