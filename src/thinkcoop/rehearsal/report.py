"""What a rehearsal has to say at the end: figures with fixed names, for people and for programs."""

from __future__ import annotations

from dataclasses import dataclass

from thinkcoop.core.session.fold import fold, start
from thinkcoop.core.session.state import Answer, State
from thinkcoop.core.session.summary import ActivityUse, Summary, summarise
from thinkcoop.core.words import AnswerId, Millis, StepId
from thinkcoop.rehearsal.channels import ByChannel, NotAsked, by_channel, not_asked
from thinkcoop.rehearsal.day import Day
from thinkcoop.rehearsal.reading import Misread
from thinkcoop.rehearsal.tally import Given


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One rehearsal in figures."""

    module: str
    edition: str
    people: int
    seed: int
    summary: Summary
    answers_given: int
    answers_refused: int
    answers_lost: int
    refusals: dict[str, int]
    resent: int
    log_head: str
    events: int
    ends_at: Millis
    meetings: int
    channels: tuple[ByChannel, ...]
    not_asked: tuple[NotAsked, ...]
    pictures: int
    """So many pictures of cards were taken."""
    languages: dict[str, int]
    """How many people had which language, the room's first."""
    misread: Misread | None
    """What was wrong with the words on the screens; None when nobody looked."""

    @property
    def went_well(self) -> bool:
        """Whether the day ended on time, nothing was lost, and the screens spoke as they should."""
        said_well = self.misread is None or self.misread.went_well
        return self.summary.ended_on_time and self.answers_lost == 0 and said_well

    def as_json(self) -> dict[str, object]:
        """The figures under their published names (`docs/formats/rehearsal.md`)."""
        return {
            "module": self.module,
            "edition": self.edition,
            "people": self.people,
            "seed": self.seed,
            "steps_total": self.summary.steps_total,
            "steps_done": self.summary.steps_done,
            "activities": [_activity(use) for use in self.summary.activities],
            "answers_given": self.answers_given,
            "answers_refused": self.answers_refused,
            "answers_lost": self.answers_lost,
            "answers_resent": self.resent,
            "refusals": dict(sorted(self.refusals.items())),
            "ballots": self.summary.ballots,
            "turns": {str(seat): turns for seat, turns in self.summary.turns.items()},
            "turns_gini": self.summary.turns_gini,
            "roles": {str(seat): roles for seat, roles in self.summary.roles.items()},
            "roles_repeated_early": self.summary.roles_repeated_early,
            "roles_had_again": self.summary.roles_had_again,
            "channels": {each.channel: _channel(each) for each in self.channels},
            "not_asked": {each.channel: _not_asked(each) for each in self.not_asked},
            "pictures": self.pictures,
            "languages": self.languages,
            "untranslated": self.misread.as_json() if self.misread is not None else None,
            "ended_on_time": self.summary.ended_on_time,
            "events": self.events,
            "log_head": self.log_head,
        }


def _activity(use: ActivityUse) -> dict[str, object]:
    return {
        "id": use.id,
        "planned_min": use.planned_min,
        "used_min": use.used_min,
        "skipped": use.skipped,
        "met": use.met,
    }


def _channel(each: ByChannel) -> dict[str, int]:
    return {"people": each.people, "answers": each.answers, "ballots": each.ballots}


def _not_asked(each: NotAsked) -> dict[str, list[str]]:
    return {"otherwise": list(each.otherwise), "nowhere": list(each.nowhere)}


def _languages(state: State) -> dict[str, int]:
    room = state.header.language if state.header is not None else ""
    spoken = [seat.language or room for seat in state.seats.values()]
    return {code: spoken.count(code) for code in dict.fromkeys((room, *sorted(spoken)))}


def report_on(day: Day, misread: Misread | None = None) -> Report:
    """Return the figures of a day that was run, all of them from what the store has kept."""
    plan, tally = day.plan, day.tally
    events = day.access.log()
    state = fold(start(day.state.program), events)
    return Report(
        module=plan.module.id,
        edition=plan.edition,
        people=plan.people,
        seed=plan.seed,
        summary=summarise(state),
        answers_given=len(tally.given),
        answers_refused=sum(tally.refused.values()),
        answers_lost=sum(not is_kept(state, a, given) for a, given in tally.given.items()),
        refusals=tally.refused,
        resent=tally.resent,
        log_head=day.access.head(),
        events=len(events),
        ends_at=state.ends_at,
        meetings=state.meeting + 1,
        channels=by_channel(state),
        not_asked=not_asked(state, camera=not plan.ways.by_hand),
        pictures=day.pictures,
        languages=_languages(state),
        misread=misread,
    )


def is_kept(state: State, answer: AnswerId, given: Given) -> bool:
    """Whether an acknowledged answer is in the session, and says what was said unless replaced.

    Of a vote or an item of a private path only that it was given can be seen here.
    """
    step = StepId(given.step)
    if state.votes.get(step, {}).get(given.seat) == answer:
        return True
    walked = state.walked.get(step, {}).get(given.seat)
    if walked is not None and answer in walked.ids:
        return True
    seat = state.seats.get(given.seat)
    own = state.answers.get(step, {}).get(given.seat)
    tables = state.table_answers.get(step, {})
    of_table = tables.get(seat.table) if seat is not None else None
    return any(_holds(found, answer, given) for found in (own, of_table))


def _holds(found: Answer | None, answer: AnswerId, given: Given) -> bool:
    if found is None or answer not in found.ids:
        return False
    replaced = found.ids[-1] != answer
    said = sorted(int(value) for value in given.value)
    return replaced or sorted(found.value) == said
