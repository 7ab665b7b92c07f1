"""Cookies that nobody else can write."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from thinkcoop.core.words import SeatNo, SessionId, TableNo
from thinkcoop.web.cookies import Holder, Signer, cookie, set_cookie

SIGNER = Signer(b"k" * 32)
HOLDERS = st.builds(
    Holder,
    session=st.from_regex(r"[0-9A-Z]{4,6}", fullmatch=True).map(SessionId),
    seat=st.integers(0, 500).map(SeatNo),
    table=st.integers(0, 80).map(TableNo),
    hand=st.integers(0, 9),
)


@given(holder=HOLDERS)
def test_what_we_wrote_we_read_again(holder: Holder) -> None:
    assert SIGNER.holder(SIGNER.place(holder)) == holder


@given(holder=HOLDERS, place=st.integers(0, 60), letter=st.characters())
def test_one_changed_letter_and_it_is_nobodys(holder: Holder, place: int, letter: str) -> None:
    value = SIGNER.place(holder)
    place %= len(value)
    changed = value[:place] + letter + value[place + 1 :]
    assert changed == value or SIGNER.holder(changed) is None


@given(value=st.text(max_size=80))
def test_any_text_is_nobodys_cookie_and_never_a_crash(value: str) -> None:
    assert SIGNER.holder(value) is None
    assert not SIGNER.opens_desk(value, "123456", 0)


def test_another_machine_reads_nothing_of_ours() -> None:
    holder = Holder(session=SessionId("ABCD3"), seat=SeatNo(1))
    assert Signer(b"o" * 32).holder(SIGNER.place(holder)) is None


def test_a_places_cookie_does_not_open_the_desk_and_the_desks_ends_in_time() -> None:
    value = SIGNER.desk("123456", 1000)
    assert SIGNER.opens_desk(value, "123456", 999)
    assert not SIGNER.opens_desk(value, "123456", 1000)
    assert not SIGNER.opens_desk(value, "654321", 999)
    assert not SIGNER.opens_desk(value.replace("1000", "9999"), "123456", 999)


def test_a_cookie_is_found_among_others() -> None:
    assert cookie("a=1; place=x.y; b=2", "place") == "x.y"
    assert cookie("xplace=1;place2=3", "place") == ""
    assert cookie("", "place") == ""


def test_a_cookie_is_never_for_scripts_and_only_for_its_session() -> None:
    header = set_cookie("place", "v", path="/s/ABCD3/", max_age_s=9, secure=True, strict=False)
    assert header == "place=v; Path=/s/ABCD3/; Max-Age=9; HttpOnly; SameSite=Lax; Secure"
