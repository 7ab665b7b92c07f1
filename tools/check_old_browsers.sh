#!/usr/bin/env bash
# Sees that our style sheets and scripts ask nothing that Chrome 80, Firefox 78 and Safari 13 lack.
#
# The linters come from npm, locked in tools/old_browsers/; nothing of them is shipped. Where there is
# no npm this is left out, and a line says so.
set -euo pipefail
cd "$(dirname "$0")/.."

if ! command -v npm >/dev/null; then
  echo "Old browsers were not looked at: this machine lacks npm."
  exit 0
fi
place=.venv/old_browsers
mkdir -p "$place"
cp tools/old_browsers/*.mjs tools/old_browsers/.npmrc "$place"
if ! cmp -s tools/old_browsers/package-lock.json "$place/node_modules/.locked"; then
  cp tools/old_browsers/package*.json "$place"
  npm ci --silent --prefix "$place"
  cp tools/old_browsers/package-lock.json "$place/node_modules/.locked"
fi
assets=src/thinkcoop/web/assets
"$place/node_modules/.bin/stylelint" --config "$place/stylelint.config.mjs" "$assets/*.css"
"$place/node_modules/.bin/eslint" --config "$place/eslint.config.mjs" "$assets"
