import pytest
import yaml

from thinkcoop.core.module.places import Place
from thinkcoop.core.module.yaml_text import FASTEST_LOADER, read_yaml

LOADERS = pytest.mark.parametrize("loader", [FASTEST_LOADER, yaml.SafeLoader])


def value(text: str, loader: type = FASTEST_LOADER) -> object:
    sheet, found = read_yaml("a.yaml", text, loader=loader)
    assert found == []
    assert sheet is not None
    return sheet.value


def told(text: str, loader: type = FASTEST_LOADER) -> list[str]:
    _, found = read_yaml("a.yaml", text, loader=loader)
    return [f"{each.line}:{each.column} {each.code}" for each in found]


@LOADERS
@pytest.mark.parametrize(
    "plain",
    ["no", "on", "yes", "True", "1:30", "~", "null", "2026-11-23", "0x1f", "1e5", "007", "1_000"],
)
def test_plain_words_stay_words(plain: str, loader: type) -> None:
    assert value(f"a: {plain}", loader) == {"a": plain}


@LOADERS
def test_only_numbers_true_and_false_are_values(loader: type) -> None:
    text = "[0, -7, 2.5, -0.25, true, false]"
    read = value(text, loader)
    assert read == [0, -7, 2.5, -0.25, True, False]
    assert isinstance(read, list)
    assert [type(each) for each in read] == [int, int, float, float, bool, bool]


def test_what_stands_in_quotes_is_words() -> None:
    assert value("['5', \"true\", |-\n 7\n]".replace("|-\n 7\n", "'7'")) == ["5", "true", "7"]
    assert value("a: >\n  5\n  6\n") == {"a": "5 6\n"}


def test_nothing_after_a_key_is_no_words() -> None:
    assert value("a:\nb: x") == {"a": "", "b": "x"}


def test_a_very_long_number_stays_words() -> None:
    assert value("a: " + "9" * 5000) == {"a": "9" * 5000}


def test_a_mark_of_the_editor_at_the_beginning_is_no_matter() -> None:
    assert value("\ufeffa: b") == {"a": "b"}


def test_every_value_remembers_its_place() -> None:
    sheet, _ = read_yaml("a.yaml", "a: b\nc:\n  - d\n  - {e: f, g: h}\n")
    assert sheet is not None
    assert sheet.at(("c",)) == Place(2, 1)
    assert sheet.at(("c", 0)) == Place(3, 5)
    assert sheet.at(("c", 1, "g")) == Place(4, 12)


def test_what_is_not_there_is_where_it_should_have_been() -> None:
    sheet, _ = read_yaml("a.yaml", "a: b\nc:\n  - d\n")
    assert sheet is not None
    assert sheet.at(("c", 0, "missing", "more")) == Place(3, 5)
    assert sheet.at(("nothing",)) == Place(1, 1)


@LOADERS
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: b\na: c", ["2:1 M010"]),
        ("a: b\nc: &x d\ne: *x", ["2:4 M007", "3:4 M007"]),
        ("a: !!int 5", ["1:4 M008"]),
        ("%TAG ! tag:x,2000:\n---\na: b", ["1:1 M008"]),
        ("a: b\n---\nc: d", ["2:1 M006"]),
        ("a: b\n? [c]\n: d", ["2:3 M011"]),
        ("", ["1:1 M012"]),
        ("# only a remark", ["1:1 M012"]),
        ("a: b\n\tc: d\n", ["2:1 M003"]),
        ("a: b\x00", ["1:5 M004"]),
        ('a: b\nb: "c\\0d"', ["2:4 M004"]),
        ('a: "c\\td"', ["1:4 M004"]),
        ("a: b\nb: caf\udce9", ["2:7 M001"]),
        ("[" * 30 + "]" * 30, ["1:21 M009"]),
        ("a: 'b\nc: d", ["1:4 M005"]),
        ("a: b\nfoo\nc: d", ["2:1 M005"]),
        ("a: b\n\nfoo bar", ["3:1 M005"]),
        ("a: @b", ["1:4 M005"]),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(
    text: str, expected: list[str], loader: type
) -> None:
    assert told(text, loader) == expected


def test_the_second_value_of_a_double_key_is_dropped_whole() -> None:
    sheet, found = read_yaml("a.yaml", "a: {b: c}\na: {b: {d: [e]}}\nf: g\n")
    assert [each.code for each in found] == ["M010"]
    assert sheet is not None
    assert sheet.value == {"a": {"b": "c"}, "f": "g"}
    assert sheet.at(("a", "b")) == Place(1, 5)


def test_a_large_file_is_not_read() -> None:
    assert told("a: b\n" + "#" * 200_000) == ["1:1 M002"]
