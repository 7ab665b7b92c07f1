"""`thinkcoop module check` and `thinkcoop module schema`: for those who write modules."""

from __future__ import annotations

import argparse
import json
import sys

from thinkcoop.app.modules import check_module, render_report
from thinkcoop.config.system import SystemClock
from thinkcoop.core.kinds.sense import KIND_TABLE
from thinkcoop.core.module.schema import schemas
from thinkcoop.store.module_files import MODULE_FILE, ModulesOnDisk


def check(options: argparse.Namespace) -> int:
    """Report every mistake at once. Returns 1 when there is one; advice alone is no mistake."""
    folder = options.path.resolve()
    if folder.name == MODULE_FILE:
        folder = folder.parent
    if not folder.is_dir():
        print(f"{options.path} is not the folder of a module.", file=sys.stderr)
        return 1
    shelf = ModulesOnDisk.within(folder.parent)
    report = check_module(shelf, folder.name, today=SystemClock().today())
    if options.json:
        print(json.dumps(report.as_json(), ensure_ascii=False, indent=2, default=str))
    else:
        print("\n".join(render_report(report)))
    return 1 if report.count("mistake") else 0


def schema(options: argparse.Namespace) -> int:
    """Print the JSON Schemas of module files, one object for each kind of file."""
    print(json.dumps(schemas(KIND_TABLE), ensure_ascii=False, indent=2))
    return 0
