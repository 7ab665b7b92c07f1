#!/usr/bin/env bash
# Makes .venv: the locked packages, checked against their hashes, then this clone itself, editable.
#
#     tools/make_venv.sh PYTHON
#
# A bare Debian has Python without the part that makes environments. Where we may install it, we do
# and say so; elsewhere we say what is missing.
set -euo pipefail
cd "$(dirname "$0")/.."
python=${1-}

may_install() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

install() {
  echo "Installing $* with apt-get: this machine lacks it."
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

if [ -z "$python" ]; then
  may_install && apt-get update -qq && install python3 python3-venv
  python=python3
  "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || {
    echo "Think.Coop needs Python 3.11 or newer. Name it: make setup PYTHON=/path/to/python3" >&2
    exit 1
  }
fi

pip() { .venv/bin/python -m pip --disable-pip-version-check --quiet --quiet "$@"; }
install_this() {
  pip install --no-deps --no-build-isolation --editable .
  # The build also copies modules/ beside the link to src/; a stale copy must never be read.
  rm -rf .venv/lib/python*/site-packages/thinkcoop
}

# What reads answer cards in a browser comes from npm (tools/build_hook.py); without it we go on.
if ! command -v npm >/dev/null && may_install; then
  apt-get update -qq && install npm || true
fi

# `.venv/dev.txt` is the lock that filled it. The same lock needs only ourselves again; another one
# needs a new .venv, since a package that we dropped must not linger and hide that we still use it.
if cmp -s requirements/dev.txt .venv/dev.txt; then
  install_this
  exit 0
fi

rm -rf .venv
if ! said=$("$python" -m venv .venv 2>&1); then
  if ! may_install; then
    printf '%s\n' "$said" >&2
    echo "Could not make .venv. On Debian or Ubuntu: sudo apt-get install python3-venv" >&2
    exit 1
  fi
  # The interpreter's own package when there is one: python3-venv serves only the system's python3.
  own=python$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')-venv
  apt-get update -qq
  if apt-cache show "$own" >/dev/null 2>&1; then install "$own"; else install python3-venv; fi
  rm -rf .venv
  "$python" -m venv .venv
fi

echo "Filling .venv ($("$python" --version)); this takes a minute or two."
pip install --require-hashes --requirement requirements/dev.txt
cp requirements/dev.txt .venv/dev.txt
install_this
