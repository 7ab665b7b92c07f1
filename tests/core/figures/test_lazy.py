from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import thinkcoop.core.figures as package

LARGE = {"numpy", "pandas", "scipy", "statsmodels"}
LOADS = """
import importlib, pkgutil, sys
import thinkcoop.core.figures as package
for found in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
    importlib.import_module(found.name)
print(*sorted(sys.modules))
"""


def test_a_base_install_can_load_all_figures_without_the_libraries_of_the_extra() -> None:
    done = subprocess.run([sys.executable, "-c", LOADS], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert loaded & LARGE == set()
    names = {path.stem for path in Path(package.__path__[0]).glob("*.py")} - {"__init__"}
    assert {f"thinkcoop.core.figures.{name}" for name in names} - loaded == set()
