"""The tables. Events are rows of sealed text; what is secret or personal lies apart from them.

On SQLite every table but the first is kept in the order of its primary key and of nothing else
(`tidy.py`): a hidden row number would tell in which order the ballot papers came.
Rules never read these tables; `database_store` does, and reports on a hub may.
"""

from __future__ import annotations

from django.db import models


class SessionLog(models.Model):
    """One log: how long it is, and the seal of its last event."""

    number = models.BigAutoField(primary_key=True)  # oldest first
    session = models.CharField(max_length=40, unique=True)
    length = models.PositiveIntegerField()
    head = models.CharField(max_length=64)
    wall_ms = models.BigIntegerField()  # of the last write

    class Meta:
        db_table = "session_log"

    def __str__(self) -> str:
        return f"{self.session} ({self.length} events)"


class LoggedEvent(models.Model):
    """One event as it was sealed. `body` is never taken apart here, and never changed."""

    pk = models.CompositePrimaryKey("session", "seq")
    session = models.CharField(max_length=40)
    seq = models.PositiveIntegerField()
    body = models.TextField()
    seal = models.CharField(max_length=64)

    class Meta:
        db_table = "logged_event"

    def __str__(self) -> str:
        return f"{self.session} {self.seq}"


class BallotPaper(models.Model):
    """A marked paper in the box: no time, no order, no seat; gone when the ballot is counted."""

    key = models.BinaryField(primary_key=True, max_length=16)  # random
    session = models.CharField(max_length=40)
    step = models.CharField(max_length=200)
    option = models.PositiveIntegerField()

    class Meta:
        db_table = "ballot_paper"

    def __str__(self) -> str:
        return f"a paper of {self.session} {self.step}"


class PrivateMark(models.Model):
    """One private answer on a seat's own sheet; gone when its session closes."""

    pk = models.CompositePrimaryKey("session", "seat", "step", "item")
    session = models.CharField(max_length=40)
    seat = models.PositiveIntegerField()
    step = models.CharField(max_length=200)
    item = models.PositiveIntegerField()
    value = models.TextField()  # whole numbers: 3,0,7

    class Meta:
        db_table = "private_mark"

    def __str__(self) -> str:
        return f"a mark on a sheet of {self.session}"


class RecordingRow(models.Model):
    """A spoken answer, as it came from the phone. Gone when the answer is replaced."""

    pk = models.CompositePrimaryKey("session", "digest")
    session = models.CharField(max_length=40)
    digest = models.CharField(max_length=64)
    kind = models.CharField(max_length=8)
    body = models.BinaryField()

    class Meta:
        db_table = "recording"

    def __str__(self) -> str:
        return f"a recording of {self.session}"


class SeatCardRow(models.Model):
    """How a seat is found again, and a name if one was given. Never leaves the device."""

    pk = models.CompositePrimaryKey("session", "seat")
    session = models.CharField(max_length=40)
    seat = models.PositiveIntegerField()
    code = models.CharField(max_length=40)
    name = models.TextField()
    hand = models.PositiveIntegerField()

    class Meta:
        db_table = "seat_card"

    def __str__(self) -> str:
        return f"seat {self.seat} of {self.session}"
