from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from datetime import date

import pytest

from tests.app.memory_modules import ModulesInMemory
from tests.core.module.tea import BUYING, PICTURES, PRICE, TEA, TODAY, changed, made_wrong
from thinkcoop.app.modules import check_module, load_module, render_report
from thinkcoop.app.readability import HOW_TO_ADD, grades, spoken_of_decision, spoken_of_step
from thinkcoop.core.kinds import Ask, Say
from thinkcoop.core.module.diagnostics import CODES

NO_KHMER = "the language km is named in module.yaml and has no catalogue"


def folder(files: Mapping[str, str]) -> ModulesInMemory:
    in_bytes = {path: text.encode("utf-8", "surrogateescape") for path, text in files.items()}
    return ModulesInMemory({"tea": in_bytes}, PICTURES)


def test_a_module_is_read_by_its_name() -> None:
    module = load_module(folder(TEA), "tea", today=TODAY).module
    assert module is not None
    assert (module.id, module.version, len(module.activities)) == ("tea", "1.0.0", 4)


def test_a_name_that_is_none_has_no_module() -> None:
    result = load_module(folder(TEA), "coffee", today=TODAY)
    assert result.module is None
    assert [each.code for each in result.diagnostics] == ["M013"]


def test_bytes_that_are_not_utf_8_are_told_with_their_line() -> None:
    files = {**folder(TEA).texts("tea"), PRICE: "title: a\naim: é".encode("latin-1")}
    found = load_module(ModulesInMemory({"tea": files}, PICTURES), "tea", today=TODAY).diagnostics
    assert [(each.code, each.file, each.line, each.column) for each in found] == [
        ("M001", PRICE, 2, 6)
    ]


def test_a_report_counts_what_there_is() -> None:
    report = check_module(folder(TEA), "tea", today=TODAY)
    assert render_report(report) == [
        "tea 1.0.0: mistakes 0, advice 0",
        "activities 3, steps 25, with a picture 25, instructions without `again` 0",
        "edition short: 20 minutes of 20",
        "edition two-days: 9 + 10 minutes of 19",
        "edition game: 24 minutes of 24",
        (
            "edition short: 2 of 6 questions can be answered with a card; "
            "not these, more than one thing: t1-8, matters, t2-3, t2-6"
        ),
        (
            "edition two-days: 2 of 6 questions can be answered with a card; "
            "not these, more than one thing: t1-8, matters, t2-3, t2-6"
        ),
        (
            "edition game: 19 of 23 questions can be answered with a card; not these, "
            "an amount: own-way.beans; more than four: own-way.choice, first-vote, second-vote"
        ),
        "language km (draft): texts 0, missing 0, out of date 0, not reviewed 0",
        f"languages/km.po:1:1 T008 advice: {NO_KHMER}",
        "  mend: `thinkcoop module strings PATH --lang km` makes it.",
    ]


def test_each_diagnostic_is_a_line_that_editors_can_jump_to() -> None:
    files = changed(PRICE, "    picture: do-pair\n", "")
    files[BUYING] = files[BUYING].replace("    again: Put each picture where it belongs.\n", "")
    files["module.yaml"] = files["module.yaml"].replace("funder: nobody\n", "")
    assert render_report(check_module(folder(files), "tea", today=TODAY)) == [
        "module.yaml:2:1 M101 mistake: `funder` is missing",
        "  mend: Add `funder:` with words.",
        f"{BUYING}:23:5 M506 advice: this step has no `again`",
        "  mend: Add `again:` with the same thing in other, simpler words.",
        "tea: mistakes 1, advice 1",
        "activities 3, steps 25, with a picture 24, instructions without `again` 1",
    ]


def test_a_report_is_plain_values_for_other_programs() -> None:
    report = check_module(folder(changed(PRICE, "- pair:", "- pear:")), "tea", today=TODAY)
    read = json.loads(json.dumps(report.as_json()))
    assert (read["module"], read["mistakes"], read["advice"], read["steps"]) == ("tea", 1, 0, 24)
    assert read["diagnostics"] == [
        {
            "code": "M110",
            "severity": "mistake",
            "file": PRICE,
            "line": 37,
            "column": 5,
            "what": "no kind of step is named here",
            "hint": "Did you mean `pair`?",
        }
    ]


def test_edition_minutes_are_there_even_when_an_activity_is_broken() -> None:
    files = changed(PRICE, "aim: Each person has said what their tea costs them most.\n", "")
    report = check_module(folder(files), "tea", today=TODAY)
    assert [(each.id, each.meetings) for each in report.editions] == [
        ("short", (11.0,)),
        ("two-days", (0.0, 10.0)),
        ("game", (24.0,)),
    ]


def test_hard_words_are_advice() -> None:
    report = check_module(folder(made_wrong(CODES["M508"].example)), "tea", today=date(2026, 12, 1))
    assert [(each.code, each.file, each.line) for each in report.diagnostics] == [
        ("M508", PRICE, 37)
    ]
    assert report.note == ""


def test_the_grade_is_that_of_all_that_is_read_aloud() -> None:
    simple = Say(id="a", text="We buy sugar. It costs a lot", again="We buy sugar in a big bag.")
    hard = Ask(
        id="b",
        text="Which organisational arrangement is preferable?",
        because="Collective procurement considerably reduces expenditure.",
    )
    brief = Say(id="c", text="Congratulations everybody.")
    texts = [spoken_of_step(each) for each in (simple, hard, brief)]
    assert texts == [
        "We buy sugar. It costs a lot. We buy sugar in a big bag.",
        (
            "Which organisational arrangement is preferable? "
            "Collective procurement considerably reduces expenditure."
        ),
        "Congratulations everybody.",
    ]
    found = grades(texts)
    assert found is not None
    assert [grade > 6 for grade in found] == [False, True, False]


HARD = "Communicate your purchasing arrangements to another participant immediately."


@pytest.mark.parametrize(
    ("right", "above"),
    [
        ("Lina buys alone. It is quick. It costs a lot.", 0),
        ("Only one of five needed it. The others soon left.", 0),
        ("Each has one vote.", 9),  # the question begins there, and is heard with its reason
    ],
)
def test_hard_words_of_the_decision_are_advice_where_they_stand(right: str, above: int) -> None:
    files = changed("decision.yaml", right, HARD)
    line = files["decision.yaml"].split(HARD)[0].count("\n") + 1
    found = check_module(folder(files), "tea", today=TODAY).diagnostics
    assert [(each.file, each.line) for each in found if each.code == "M508"] == [
        ("decision.yaml", line - above)
    ]


def test_what_only_the_organiser_reads_of_a_decision_may_be_hard() -> None:
    module = load_module(folder(TEA), "tea", today=TODAY).module
    assert module is not None
    decision = module.decision
    assert decision is not None
    told = " ".join(text for _, text in spoken_of_decision(decision))
    assert (decision.question.text in told, decision.ladder[0].monday in told) == (True, True)
    assert [text for text in (decision.uncertain, decision.sources[0].says) if text in told] == []


def test_without_the_library_a_report_says_how_to_add_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "readsight", None)
    report = check_module(folder(made_wrong(CODES["M508"].example)), "tea", today=TODAY)
    assert report.diagnostics == ()
    assert render_report(report)[-1] == HOW_TO_ADD


KM = """
msgid ""
msgstr "Language: km\\n"

#: t1/title
msgid "The price of sugar"
msgstr "តម្លៃស្ករ"
"""


def test_translations_are_counted_beside_the_module() -> None:
    said = ModulesInMemory(folder(TEA).folders, PICTURES, {"km": KM.encode()})
    report = check_module(said, "tea", today=TODAY)
    [km] = report.translations
    assert (km.language, km.state, km.stale, km.unreviewed) == ("km", "draft", 0, km.texts)
    assert (km.missing, report.count("mistake")) == (km.texts - 1, 0)


def test_a_text_changed_by_one_word_is_told_as_out_of_date() -> None:
    files = changed(PRICE, "title: The price of sugar", "title: The cost of sugar")
    said = ModulesInMemory(folder(files).folders, PICTURES, {"km": KM.encode()})
    [km] = check_module(said, "tea", today=TODAY).translations
    stale = [(each.line, each.what) for each in km.diagnostics if each.code == "T003"]
    told = "the English changed: The price of sugar became The cost of sugar"
    assert (km.stale, stale) == (1, [(5, told)])


def test_a_catalogue_that_cannot_be_read_is_a_mistake_with_its_line() -> None:
    broken = b'msgid "a"\nmsgstr oops\n'
    said = ModulesInMemory(folder(TEA).folders, PICTURES, {"km": broken})
    report = check_module(said, "tea", today=TODAY)
    [km] = report.translations
    assert [(each.code, each.file, each.line) for each in km.diagnostics] == [
        ("T001", "languages/km.po", 2)
    ]
    assert (report.count("mistake"), km.whole) == (1, False)


def test_a_language_that_module_yaml_does_not_name_is_told() -> None:
    said = ModulesInMemory(folder(TEA).folders, PICTURES, {"fr": b""})
    report = check_module(said, "tea", today=TODAY)
    assert [each.language for each in report.translations] == ["km", "fr"]
    assert [each.code for each in report.translations[0].diagnostics] == ["T008"]
    assert "T007" in [each.code for each in report.translations[1].diagnostics]
