"""A rehearsal's figures for people at a terminal."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table

from thinkcoop.core.session.state import ROLES
from thinkcoop.core.words import Millis
from thinkcoop.rehearsal.channels import ByChannel, NotAsked
from thinkcoop.rehearsal.people import DOORS_OPEN_MS
from thinkcoop.rehearsal.report import Report
from thinkcoop.rehearsal.wishes import START_MINUTE

MOST_EXAMPLES = 6


def show(report: Report, console: Console) -> None:
    """Print activities, people, and whether all went well."""
    console.print(_activities(report))
    console.print(_people(report))
    console.print(_figures(report))


def _activities(report: Report) -> Table:
    title = f"{report.module}, {report.edition}: {report.people} people, seed {report.seed}"
    table = Table("activity", title=title, title_justify="left")
    for name in ("planned min", "used min", "aim met"):
        table.add_column(name, justify="right")
    for use in report.summary.activities:
        met = "" if use.met is None else f"{use.met / 10:.0f} %"
        used = "fell away" if use.skipped else f"{use.used_min:.1f}"
        table.add_row(str(use.id), f"{use.planned_min:.1f}", used, met)
    return table


def _people(report: Report) -> Table:
    """How many people had how many turns and roles: a line for everyone would fill the window."""
    table = Table("each person", title="Fairness", title_justify="left")
    for name in ("least", "middle", "most"):
        table.add_column(name, justify="right")
    turns = sorted(report.summary.turns.values()) or [0]
    table.add_row("turns to speak", *_spread(turns))
    for role in ROLES:
        held = sorted(roles.get(role, 0) for roles in report.summary.roles.values()) or [0]
        table.add_row(role, *_spread(held))
    return table


def _spread(ordered: list[int]) -> tuple[str, str, str]:
    return str(ordered[0]), str(ordered[len(ordered) // 2]), str(ordered[-1])


def _figures(report: Report) -> Table:
    summary = report.summary
    refused = ", ".join(f"{why} {count}" for why, count in sorted(report.refusals.items()))
    rows = {
        "steps done": f"{summary.steps_done} of {summary.steps_total}",
        "answers given": f"{report.answers_given}, sent again {report.resent}",
        "answers refused": f"{report.answers_refused}" + (f" ({refused})" if refused else ""),
        "answers lost": str(report.answers_lost),
        "ballots": str(summary.ballots),
        "ways in": "; ".join(_way_in(each) for each in report.channels),
        **{f"{each.channel}: not asked": _not_asked(each) for each in report.not_asked},
        "languages": ", ".join(f"{code} {many}" for code, many in report.languages.items()),
        **_misread(report),
        "turns, Gini": f"{summary.turns_gini:.4f}",
        "roles too early": str(summary.roles_repeated_early),
        "ended": _ended(report),
        "log": f"{report.events} events, head {report.log_head}",
    }
    table = Table(show_header=False, title="The day", title_justify="left")
    table.add_column()
    table.add_column(overflow="fold")
    for name, value in rows.items():
        table.add_row(name, value)
    return table


def _way_in(each: ByChannel) -> str:
    return f"{each.channel} {each.people}, answers {each.answers}, ballots {each.ballots}"


def _not_asked(each: NotAsked) -> str:
    nowhere = f" ({', '.join(each.nowhere)})" if each.nowhere else ""
    return f"answered in another way {len(each.otherwise)}, nowhere {len(each.nowhere)}{nowhere}"


def _misread(report: Report) -> dict[str, str]:
    found = report.misread
    if found is None:
        return {}
    said = "; ".join((*found.left, *found.new, *found.unfilled, *found.digits)[:MOST_EXAMPLES])
    counts = (
        f"texts {found.texts}, not translated {len(found.left)}, new {len(found.new)}, "
        f"with a gap {len(found.unfilled)}, other digits {len(found.digits)}"
    )
    return {"screens read": f"{counts} {said}".strip()}


def _ended(report: Report) -> str:
    summary = report.summary
    if summary.ended_at is None:
        return "NOT AT ALL"
    verdict = "on time" if summary.ended_on_time else "TOO LATE"
    if report.meetings > 1:
        return f"{verdict}, after {report.meetings} meetings"
    return f"{verdict}, at {_clock(summary.ended_at)}; it had until {_clock(report.ends_at)}"


def _clock(moment: Millis) -> str:
    minute = START_MINUTE + (moment - DOORS_OPEN_MS) // 60_000
    return f"{minute // 60:02d}:{minute % 60:02d}"
