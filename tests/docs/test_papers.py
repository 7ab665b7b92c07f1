from __future__ import annotations

import os
import re
import shlex
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.docs.papers import PACKAGE, ROOT, about_the_code, commands, markdown
from thinkcoop.config.arguments import parser
from thinkcoop.core.kinds import KINDS

LINK = re.compile(r"\[[^\]\n]*\]\(([^)\s]+)\)")
SCREENS = ROOT / "docs" / "screens"
FILE = re.compile(r"`([\w.][\w./-]+(?:\.(?:py|md|css|js|html|toml|txt|ndjson|json|sh)|/))`")
TYPED = re.compile(r"^(?:ExecStart=)?[\w./-]*\bthinkcoop \S")
MAKE = re.compile(r"^make ([a-z]+)(?: [A-Z]+=\S+)*$")
TEXTS = {".py", ".md", ".toml", ".txt", ".yaml", ".yml", ".json", ".sh", ".html", ".css", ".js"}
ROOMS = ("src", "tests", "tools", "docs", "modules", "bench", "requirements", "changelog.d", ".ci")


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("paper", markdown(), ids=named)
def test_every_link_to_a_file_leads_somewhere(paper: Path) -> None:
    links = [link.partition("#")[0] for link in LINK.findall(paper.read_text("utf-8"))]
    files = [paper.parent / link for link in links if link and "://" not in link]
    # `make screens` draws these; before its first run there are none
    there = [file for file in files if SCREENS.is_dir() or SCREENS not in file.parents]
    assert [named(file) for file in there if not file.resolve().exists()] == []


@pytest.mark.parametrize("paper", about_the_code(), ids=named)
def test_every_file_that_is_named_is_there(paper: Path) -> None:
    names = FILE.findall(paper.read_text("utf-8"))
    lost = [n for n in names if not any((top / n).exists() for top in places(paper))]
    assert lost == []


def places(paper: Path) -> tuple[Path, ...]:
    """From where a paper may name a file."""
    module = PACKAGE / "core" / "module"  # the record about it names its files shortly
    return (ROOT, PACKAGE, paper.parent, *((module,) if paper.name.startswith("0012") else ()))


@pytest.mark.parametrize("paper", markdown(), ids=named)
def test_every_command_that_is_shown_is_understood(paper: Path) -> None:
    for shown in commands(paper.read_text("utf-8")):
        if TYPED.match(shown):
            typed = re.split(r"\s[>|&]", shown)[0]
            assert understood(shlex.split(typed)[1:]), f"`{shown}` in {named(paper)}"


def understood(words: list[str]) -> bool:
    """Whether the parser takes it. In a sentence a command may stand without what it is about."""
    return any(taken(words + more) for more in ([], ["SOMETHING"]))


def taken(words: list[str]) -> bool:
    try:
        parser("0").parse_args(words)
    except SystemExit as ended:
        return ended.code == 0  # --help and --version
    return True


def test_a_command_that_is_not_there_is_noticed(capsys: pytest.CaptureFixture[str]) -> None:
    typed = ("serve --port 1", "log", "sing", "serve --loud")
    assert [understood(words.split()) for words in typed] == [True, True, False, False]


@pytest.mark.parametrize("paper", markdown(), ids=named)
def test_every_make_that_is_shown_is_in_the_makefile(paper: Path) -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for shown in commands(paper.read_text("utf-8")):
        if found := MAKE.match(shown):
            assert re.search(rf"^{found[1]}:", makefile, re.MULTILINE), (
                f"`{shown}` in {named(paper)}"
            )


def test_every_command_of_the_terminal_is_in_a_guide() -> None:
    guides = "\n".join(path.read_text("utf-8") for path in about_the_code())
    told = parser("0").format_help()
    names = re.findall(r"^    ([a-z]+) ", told, re.MULTILINE)
    assert "serve" in names
    assert [name for name in names if not re.search(rf"(thinkcoop|make) {name}\b", guides)] == []


def test_every_step_kind_has_its_row_in_the_format_of_modules() -> None:
    format_of_modules = (ROOT / "docs/formats/module.md").read_text("utf-8")
    assert [kind for kind in KINDS if f"| `{kind}` |" not in format_of_modules] == []


def every_text() -> list[Path]:
    found = [path for path in ROOT.iterdir() if path.is_file()]
    for room in ROOMS:
        found += (ROOT / room).rglob("*")
    return [path for path in found if path.suffix in TEXTS or path.name in ("Makefile", "run")]


def registries() -> set[str]:
    """Hosts from which packages come: those that everyone knows, and those of this machine."""
    known = {".".join(parts) for parts in (("pypi", "org"), ("pythonhosted", "org"))}
    ours = {urlsplit(value).hostname for name, value in os.environ.items() if "INDEX_URL" in name}
    return known | {host for host in ours if host}


def local_paths() -> re.Pattern[str]:
    """What only exists on the machine of whoever wrote it: homes, and the folder of this clone."""
    homes = [rf"/{name}/\w" for name in ("home", "Users", "root")]
    here = [re.escape(str(path)) + r"(?![\w-])" for path in (ROOT, Path.home()) if path.parts[1:]]
    return re.compile(rf"(?<![\w.~/-])(?:{'|'.join(homes + here)})")


def test_no_file_names_a_registry_or_a_path_of_one_machine() -> None:
    hosts, paths = registries(), local_paths()
    bad = []
    for path in every_text():
        text = path.read_text("utf-8", errors="replace")
        bad += [f"{named(path)}: {host}" for host in hosts if host in text]
        bad += [f"{named(path)}: {found[0]}" for found in [paths.search(text)] if found]
    assert bad == []
