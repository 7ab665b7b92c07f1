#!/usr/bin/env bash
# Installs a built wheel as an operator would, beside nothing else, and sees that it is whole:
# it starts, and it brings the modules that we ship.
#
#     tools/try_wheel.sh dist/thinkcoop-0.1.0-py3-none-any.whl
set -euo pipefail
wheel=$(realpath "$1")
cd "$(dirname "$0")/.."
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT

.venv/bin/python -m venv "$room/venv"
pip() { "$room/venv/bin/python" -m pip --disable-pip-version-check --quiet "$@"; }
pip install --require-hashes --requirement requirements/base.txt
pip install --no-deps "$wheel"
pip check

cd "$room"
venv/bin/python - <<'EOF'
from pathlib import Path

import thinkcoop

modules = Path(thinkcoop.__file__).parent / "_modules"
assert (modules / "LICENSE").is_file(), f"{modules} is not in the wheel"
web = Path(thinkcoop.__file__).parent / "web"
built = ("built/icons.json", "built/khmer.woff2", "built/LICENCES.txt", "languages/km.mo")
for name in built:
    assert (web / name).is_file(), f"{name} is not in the wheel"
assert (modules / "thinkcoop" / "languages" / "km.mo").is_file(), "a translation was not built"
whole = sum(path.stat().st_size for path in Path(thinkcoop.__file__).parents[1].rglob("*.*"))
print(f"installed: {whole / 1e6:.0f} MB, with pip")
EOF
venv/bin/thinkcoop --help >/dev/null
echo "$(basename "$wheel") installs, starts and brings its modules."
