from tests.core.module.tea import BUYING, TEA, changed, read
from thinkcoop.core.kinds import Break
from thinkcoop.core.module.build import digest_of
from thinkcoop.core.module.model import Module


def module(files: dict[str, str] | None = None) -> Module:
    built = read(files or TEA).module
    assert built is not None
    return built


def test_every_row_of_an_edition_is_an_activity() -> None:
    tea = module()
    rows = {
        edition.id: [
            [(row.activity, row.minutes) for row in meeting.rows] for meeting in edition.meetings
        ]
        for edition in tea.editions
    }
    assert rows == {
        "short": [[("t1", None), ("break-short-1", 2.0), ("t2", None)]],
        "two-days": [[("t1", None)], [("t2", 10.0)]],
        "game": [[("t3", None)]],
    }
    assert [each.id for each in tea.activities] == ["t1", "t2", "t3", "break-short-1"]


def test_a_break_becomes_a_protected_activity_of_one_step() -> None:
    rest = module().activity("break-short-1")
    assert rest.model_dump(exclude={"steps", "aim"}) == {
        "id": "break-short-1",
        "unit": 0,
        "title": "Break",
        "met": {"of": "break-short-1-1", "share": 1},
        "picture": "do-break",
        "minutes": {"plan": 2.0, "least": 2.0, "most": 2.0, "each": None},
        "optional": False,
        "protected": True,
    }
    [step] = rest.steps
    assert isinstance(step, Break)
    assert (step.id, step.text, step.picture) == ("break-short-1-1", "Drink some tea.", "do-break")
    times = (step.plan_ms(seats=6, tables=5), step.least_ms(seats=6, tables=5))
    assert times == (120_000, 120_000)


def test_the_digest_names_exactly_this_text() -> None:
    tea = module()
    assert tea.digest == digest_of(TEA)
    assert len(tea.digest) == 64
    assert module({**TEA, "plays/one.play": "1 joins"}).digest == tea.digest
    assert module(changed(BUYING, "Tell a friend", "Tell my friend")).digest != tea.digest


def test_the_digest_does_not_depend_on_the_order_of_files() -> None:
    assert digest_of(dict(reversed(list(TEA.items())))) == digest_of(TEA)


def test_the_digest_tells_apart_where_one_file_ends() -> None:
    assert digest_of({"a": "bc", "d": ""}) != digest_of({"a": "b", "cd": ""})
