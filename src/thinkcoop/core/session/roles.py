"""Who does what at a table: every activity new, and nobody twice before all had it once.

Five roles, handed round (`docs/methods/roles.md`). A person who would rather not read aloud never
gets *reader*; everyone can hold every other role. With fewer people than roles the last roles in
`ROLES` are left out: nobody has two at a time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from thinkcoop.core.session.asking import awaited_at, here_at, is_here
from thinkcoop.core.session.state import ROLES, Role, Seat, State, Table
from thinkcoop.core.words import SeatNo

Cost = tuple[int, int]


def can_hold(seat: Seat, role: str) -> bool:
    """Whether a person may get this role at all."""
    return seat.reads if role == "reader" else True


def give_roles(state: State, table: Table) -> tuple[tuple[Role, SeatNo], ...]:
    """Return the roles of a table for the next activity, in the order of `ROLES`.

    Among all ways to hand the roles to different people it takes the one with the fewest repeats
    of a role, then the most even number of roles; the order of seats settles what is left.
    """
    people = awaited_at(state, table) or here_at(state, table)
    seats = [state.seats[number] for number in people]
    wanted = [role for role in ROLES if any(can_hold(seat, role) for seat in seats)]
    wanted = wanted[: len(seats)]
    best = _search(wanted, seats, (), (0, 0), None)
    if best is None:
        return ()
    chosen = dict(zip(sorted(wanted, key=lambda r: _holders(r, seats)), best[1], strict=True))
    return tuple((role, chosen[role]) for role in wanted)


def _holders(role: str, seats: Sequence[Seat]) -> int:
    return sum(can_hold(seat, role) for seat in seats)


def _cost(seat: Seat, role: str, seats: Sequence[Seat]) -> Cost:
    """(How far ahead of the others in this role, how many roles held), smaller is better."""
    fewest = min(other.roles.get(role, 0) for other in seats if can_hold(other, role))
    return seat.roles.get(role, 0) - fewest, sum(seat.roles.values()) ** 2


def _search(
    roles: Sequence[Role],
    seats: Sequence[Seat],
    taken: tuple[SeatNo, ...],
    cost: Cost,
    best: tuple[Cost, tuple[SeatNo, ...]] | None,
) -> tuple[Cost, tuple[SeatNo, ...]] | None:
    """Try the roles with the fewest possible holders first; give up branches that cannot win."""
    if best is not None and cost >= best[0]:
        return best
    order = sorted(roles, key=lambda role: _holders(role, seats))
    if len(taken) == len(order):
        return cost, taken
    role = order[len(taken)]
    options = sorted(
        (_cost(seat, role, seats), place, seat.number)
        for place, seat in enumerate(seats)
        if seat.number not in taken and can_hold(seat, role)
    )
    for (ahead, held), _, number in options:
        best = _search(roles, seats, (*taken, number), (cost[0] + ahead, cost[1] + held), best)
    return best


def pass_on(state: State, table: Table) -> tuple[tuple[str, SeatNo], ...] | None:
    """Return new roles when a holder is gone, else None. The others keep theirs."""
    kept = [(role, number) for role, number in table.roles if is_here(state, state.seats[number])]
    if len(kept) == len(table.roles):
        return None
    free = [
        state.seats[number]
        for number in awaited_at(state, table)
        if number not in {holder for _, holder in kept}
    ]
    for role, number in table.roles:
        if is_here(state, state.seats[number]):
            continue
        able = [seat for seat in free if can_hold(seat, role)]
        if able:
            heir = min(able, key=lambda s: (s.roles.get(role, 0), sum(s.roles.values()), s.number))
            free.remove(heir)
            kept.append((role, heir.number))
    return tuple(sorted(kept, key=lambda pair: ROLES.index(_as_role(pair[0]))))


def _as_role(name: str) -> Role:
    return next(role for role in ROLES if role == name)


def repeats_early(state: State, table: Table, given: Mapping[SeatNo, str], number: SeatNo) -> bool:
    """Whether `number` gets a role too early, measured when the roles `given` are handed out.

    Too early is a second role of any kind, or the same role again, while somebody at the table
    who could have that role and goes without one this time never had any role, or never had it.
    """
    role, seat = given[number], state.seats[number]
    for other in awaited_at(state, table):
        person = state.seats[other]
        if other in given or not can_hold(person, role):
            continue
        if seat.roles and not person.roles:
            return True
        if seat.roles.get(role, 0) and not person.roles.get(role, 0):
            return True
    return False


def has_it_again(state: State, table: Table, role: str, number: SeatNo) -> bool:
    """The stricter view: the same role again while anyone here who can hold it never had it.

    With five people, five roles and few readers this cannot always be avoided; it is reported.
    """
    if not state.seats[number].roles.get(role, 0):
        return False
    return any(
        can_hold(state.seats[other], role) and not state.seats[other].roles.get(role, 0)
        for other in awaited_at(state, table)
    )
