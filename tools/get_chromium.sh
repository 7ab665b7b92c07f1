#!/usr/bin/env bash
# Sees that browser tests and screen pictures have a Chromium, and that Playwright, which drives it,
# can start: installs what they lack where we may.
#
# Never fails. Without them the browser tests skip, and the last line of the run says so.
set -uo pipefail
cd "$(dirname "$0")/.."

has_chromium() {
  local name
  for name in "${CHROMIUM-}" chromium chromium-browser google-chrome; do
    [ -n "$name" ] && command -v "$name" >/dev/null && return 0
  done
  return 1
}
# A bare Debian lacks a library of Playwright's own node. Systems that we do not know have theirs.
starts() { .venv/bin/python -m playwright --version >/dev/null 2>&1; }

lacking=()
has_chromium || lacking+=(chromium)
starts || lacking+=(libatomic1)
[ ${#lacking[@]} = 0 ] && exit 0

if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
  echo "Browser tests will skip: this machine lacks ${lacking[*]}."
  exit 0
fi
echo "Installing ${lacking[*]} with apt-get, for the browser tests."
apt-get update -qq &&
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${lacking[@]}" \
    >/dev/null ||
  echo "That failed: browser tests will skip."
exit 0
