from __future__ import annotations

import pytest

from thinkcoop.web.languages import Tongue, is_offered, language_of_page, product_languages, tongues


def page(accept: str = "", cookie: str = "") -> str:
    headers = [(b"accept-language", accept.encode()), (b"cookie", cookie.encode())]
    return language_of_page({"headers": headers})


def test_a_language_with_digits_of_its_own_is_offered_twice() -> None:
    assert tongues(["en", "km", "fr"]) == [
        Tongue("en", "English"),
        Tongue("km", "ភាសាខ្មែរ ១២៣"),
        Tongue("km-u-nu-latn", "ភាសាខ្មែរ 123"),
        Tongue("fr", "fr"),
    ]


def test_only_what_is_offered_can_be_had() -> None:
    wanted = ("km", "km-u-nu-latn", "en", "en-u-nu-latn", "", "../km", "km-KH")
    assert [is_offered(each, ["en", "km"]) for each in wanted] == [True, True, True] + [False] * 4


def test_the_program_speaks_three_languages() -> None:
    assert product_languages() == ("en", "es", "km")


@pytest.mark.parametrize(
    ("accept", "language"),
    [
        ("km", "km"),
        ("km-KH,km;q=0.9,en;q=0.8", "km"),
        ("en;q=0.1, es;q=0.7, km;q=0.4", "es"),
        ("fr-FR, es-PE;q=0.5", "es"),
        ("km;q=0, es;q=0.2", "es"),
        ("es;q=much, km;q=0.9", "es"),
        ("ES", "es"),
        ("fr, *;q=0.5", "en"),
        ("", "en"),
        (",;q=,;;=" * 50, "en"),
    ],
)
def test_without_a_choice_it_is_what_the_browser_asks_for(accept: str, language: str) -> None:
    assert page(accept) == language


def test_what_was_chosen_on_this_machine_comes_first() -> None:
    assert page("es", "language=km-u-nu-latn") == "km-u-nu-latn"
    assert page("es", "language=fr") == "es"
    assert page("es", "language=../../etc") == "es"
