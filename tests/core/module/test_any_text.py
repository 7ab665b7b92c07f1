"""Whatever stands in the files, the reader answers and does not fall over."""

from __future__ import annotations

import json

from hypothesis import example, given
from hypothesis import strategies as st

from tests.core.module.tea import BUYING, PRICE, TEA, read
from thinkcoop.core.module.yaml_text import read_yaml

LINES = [(file, number) for file in TEA for number in range(len(TEA[file].split("\n")))]
CHARACTERS = st.text(
    st.characters(exclude_categories=()) | st.sampled_from("-:{}[]#&*!|>'\"%@\t \n"), max_size=12
)
KEYS = sorted(
    {line.strip(" -").split(":")[0] for text in TEA.values() for line in text.split("\n")}
)
SCALARS = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=9)
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner),
    max_leaves=6,
)


def reads(files: dict[str, str]) -> None:
    """It has a module exactly when nothing is a mistake, and every line it names exists."""
    result = read(files)
    mistakes = [each for each in result.diagnostics if each.severity == "mistake"]
    assert (result.module is None) == bool(mistakes)
    for each in result.diagnostics:
        assert 1 <= each.line <= files.get(each.file, "").count("\n") + 2


@given(where=st.lists(st.sampled_from(LINES), min_size=1, max_size=4), how=st.data())
def test_lines_lost_doubled_moved_or_overwritten(
    where: list[tuple[str, int]], how: st.DataObject
) -> None:
    texts = {file: text.split("\n") for file, text in TEA.items()}
    for file, number in where:
        lines = texts[file]
        at = min(number, len(lines) - 1)
        match how.draw(st.sampled_from(("lose", "double", "move", "overwrite", "shift"))):
            case "lose" if len(lines) > 1:
                del lines[at]
            case "double":
                lines.insert(at, lines[at])
            case "move":
                lines.insert(how.draw(st.integers(0, len(lines))), lines[at])
            case "overwrite":
                lines[at] = how.draw(CHARACTERS)
            case _:
                lines[at] = " " * how.draw(st.integers(1, 4)) + lines[at]
    reads({file: "\n".join(lines) for file, lines in texts.items()})


@given(at=st.floats(0, 1), put=CHARACTERS, lost=st.integers(0, 20), file=st.sampled_from(list(TEA)))
def test_characters_in_the_middle(at: float, put: str, lost: int, file: str) -> None:
    text = TEA[file]
    here = round(at * len(text))
    reads({**TEA, file: text[:here] + put + text[here + lost :]})


@given(noise=st.binary(max_size=60), file=st.sampled_from([*TEA, "activities/new.yaml"]))
@example(noise=b"\xff\xfe\x00", file=PRICE)
@example(noise=b"\xef\xbb\xbf", file=PRICE)
def test_bytes_at_random(noise: bytes, file: str) -> None:
    reads({**TEA, file: noise.decode("utf-8", "surrogateescape")})


@given(value=VALUES, file=st.sampled_from(list(TEA)), key=st.sampled_from(KEYS))
def test_any_value_under_any_key(value: object, file: str, key: str) -> None:
    sheet, _ = read_yaml(file, TEA[file])
    assert sheet is not None
    assert isinstance(sheet.value, dict)
    reads({**TEA, file: json.dumps({**sheet.value, key: value}, default=str)})


@given(value=VALUES, kind=st.sampled_from(KEYS), key=st.sampled_from(KEYS))
def test_any_step(value: object, kind: str, key: str) -> None:
    sheet, _ = read_yaml(BUYING, TEA[BUYING])
    assert sheet is not None
    assert isinstance(sheet.value, dict)
    steps = sheet.value["steps"]
    assert isinstance(steps, list)
    more = [*steps, {kind: value, key: value}]
    reads({**TEA, BUYING: json.dumps({**sheet.value, "steps": more})})


@given(st.sampled_from("[{-?"), st.integers(1, 90_000))
@example("[", 90_000)
def test_brackets_without_end(bracket: str, times: int) -> None:
    reads({**TEA, PRICE: f"{bracket} " * times})
    reads({**TEA, PRICE: bracket * times})
