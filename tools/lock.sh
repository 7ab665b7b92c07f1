#!/usr/bin/env bash
# Works out requirements/base.txt (to run) and requirements/dev.txt (everything) from pyproject.toml:
# exact versions with the hashes of every wheel, good for Python 3.11 and newer on every system.
#
#     tools/lock.sh [--upgrade]
#
# The files name no address: a machine asks whatever registry it is set up with, and the hashes
# refuse anything else than what was locked. So this machine's own settings are left out, too.
set -euo pipefail
cd "$(dirname "$0")/.."
for name in "${!UV_@}" "${!PIP_@}"; do unset "$name"; done

lock() { # lock FILE OPTION...
  local file=$1
  shift
  .venv/bin/uv --no-config --quiet pip compile pyproject.toml --output-file "$file" "$@" \
    --universal --python-version 3.11 --fork-strategy fewest --generate-hashes \
    --no-annotate --no-header --no-emit-index-url --no-emit-find-links
  sed -i '1i # Written by `make lock`, from pyproject.toml.' "$file"
  if grep -n '://' "$file"; then
    echo "$file names an address; it must not." >&2
    exit 1
  fi
}

touch requirements/base.txt requirements/dev.txt
sed -i '/^# Written by/d' requirements/base.txt requirements/dev.txt
lock requirements/base.txt "$@"
lock requirements/dev.txt --all-extras --constraint requirements/base.txt "$@"
