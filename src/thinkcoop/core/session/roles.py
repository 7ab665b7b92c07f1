"""Who does what at a table: every activity new, and nobody twice before all had it once.

Five roles, handed round (`docs/methods/roles.md`). A person who would rather not read aloud never
gets *reader*; everyone can hold every other role. With fewer people than roles the last roles in
`ROLES` are left out: nobody has two at a time. Four of the roles tap something; whoever takes part
with a card or on paper, at a table without a device, can only be *reporter*.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from thinkcoop.core.session.asking import awaited_at, here_at, is_awaited, is_here
from thinkcoop.core.session.state import BY_HAND, NOBODY, ROLES, Role, Seat, State, Table
from thinkcoop.core.words import SeatNo

Cost = tuple[int, int]


def can_hold(state: State, seat: Seat, role: str) -> bool:
    """Whether a person may get this role at all."""
    if role != "reporter" and not _can_tap(state, seat):
        return False
    return seat.reads if role == "reader" else True


def _can_tap(state: State, seat: Seat) -> bool:
    """Whether there is a phone of one's own or a device on the table, also one that is away now."""
    if seat.channel not in BY_HAND:
        return True
    return seat.table in state.tables and state.tables[seat.table].device


def give_roles(state: State, table: Table) -> tuple[tuple[Role, SeatNo], ...]:
    """Return the roles of a table for the next activity, in the order of `ROLES`.

    Among all ways to hand the roles to different people it takes the one with the fewest repeats
    of a role, then the most even number of roles; the order of seats settles what is left.
    """
    people = awaited_at(state, table) or here_at(state, table)
    seats = [state.seats[number] for number in people]
    wanted = _wanted(state, seats)
    return tuple(zip(wanted, _cheapest(state, wanted, seats), strict=True))


def _wanted(state: State, seats: Sequence[Seat]) -> list[Role]:
    """The roles that can all be held at once, by different people, in order of need."""
    wanted: list[Role] = []
    tapping = sum(_can_tap(state, seat) for seat in seats)
    for role in ROLES:
        taps = sum(each != "reporter" for each in wanted)
        able = any(can_hold(state, seat, role) for seat in seats)
        if able and len(wanted) < len(seats) and (role == "reporter" or taps < tapping):
            wanted.append(role)
    return wanted


def _cheapest(state: State, roles: Sequence[Role], seats: Sequence[Seat]) -> tuple[SeatNo, ...]:
    """The cheapest way to hand every role to a different person, found seat by seat.

    `best[mask]` is the cheapest way to hand out just the roles in `mask` to the seats so far; so
    the work grows with the number of seats, not with the number of ways.
    """
    costs = [_costs(state, role, seats) for role in roles]
    best: dict[int, tuple[Cost, tuple[SeatNo, ...]]] = {0: ((0, 0), (NOBODY,) * len(roles))}
    for place, seat in enumerate(seats):
        for mask, ((ahead, held), chosen) in list(best.items()):
            for index, of_role in enumerate(costs):
                cost = of_role[place]
                if mask & 1 << index or cost is None:
                    continue
                total = (ahead + cost[0], held + cost[1])
                found = best.get(mask | 1 << index)
                if found is None or total < found[0]:
                    mine = (*chosen[:index], seat.number, *chosen[index + 1 :])
                    best[mask | 1 << index] = (total, mine)
    return best[(1 << len(roles)) - 1][1]


def _costs(state: State, role: Role, seats: Sequence[Seat]) -> list[Cost | None]:
    """For each seat how far ahead of the others it is in this role, and how many roles it held."""
    fewest = min(seat.roles.get(role, 0) for seat in seats if can_hold(state, seat, role))
    return [
        (seat.roles.get(role, 0) - fewest, sum(seat.roles.values()) ** 2)
        if can_hold(state, seat, role)
        else None
        for seat in seats
    ]


def pass_on(state: State, table: Table) -> tuple[tuple[str, SeatNo], ...] | None:
    """Return new roles when a holder is gone, else None. The others keep theirs."""
    kept = [(role, number) for role, number in table.roles if is_here(state, state.seats[number])]
    if len(kept) == len(table.roles):
        return None
    holders = {number for _, number in kept}
    free = [state.seats[number] for number in here_at(state, table) if number not in holders]
    for role, number in table.roles:
        if is_here(state, state.seats[number]):
            continue
        able = [seat for seat in free if can_hold(state, seat, role)]
        if able:
            heir = min(able, key=lambda seat: _claim(state, role, seat))
            free.remove(heir)
            kept.append((role, heir.number))
    return tuple(sorted(kept, key=lambda pair: ROLES.index(_as_role(pair[0]))))


def _claim(state: State, role: str, seat: Seat) -> tuple[bool, int, int, SeatNo]:
    """Who is next for a role, smallest first: awake, seldom in this role, seldom in any."""
    asleep = not is_awaited(state, seat)
    return asleep, seat.roles.get(role, 0), sum(seat.roles.values()), seat.number


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
        if other in given or not can_hold(state, person, role):
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
        can_hold(state, state.seats[other], role) and not state.seats[other].roles.get(role, 0)
        for other in awaited_at(state, table)
    )
