"""`thinkcoop module check` and `thinkcoop module schema`: for those who write modules."""

from __future__ import annotations

import argparse
import json
import sys

from thinkcoop.app.modules import check_module, load_module, render_report
from thinkcoop.app.ports import StoreTrouble
from thinkcoop.app.read_aloud import steps_without_voice
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
    voice = _voice(shelf, folder.name)
    if options.json:
        told = {**report.as_json(), "steps_without_voice": voice}
        print(json.dumps(told, ensure_ascii=False, indent=2, default=str))
    else:
        print("\n".join(render_report(report)))
        for code, count in voice.items():
            print(f"voice {code}: steps without one {count} (thinkcoop module narrate)")
    return 1 if report.count("mistake") else 0


def _voice(shelf: ModulesOnDisk, name: str) -> dict[str, int]:
    """How many steps nobody reads aloud, by language; nothing while the files have mistakes."""
    from thinkcoop.config.narrate_command import work_on  # noqa: PLC0415 - loads the pages' words

    module = load_module(shelf, name, today=SystemClock().today()).module
    if module is None:
        return {}
    works = [work_on(shelf.folder / name, module, each.code) for each in module.languages]
    try:
        return {work.language: steps_without_voice(module, work.standings()) for work in works}
    except StoreTrouble as trouble:
        print(trouble.plain, file=sys.stderr)
        return {}


def schema(options: argparse.Namespace) -> int:
    """Print the JSON Schemas of module files, one object for each kind of file."""
    print(json.dumps(schemas(KIND_TABLE), ensure_ascii=False, indent=2))
    return 0
