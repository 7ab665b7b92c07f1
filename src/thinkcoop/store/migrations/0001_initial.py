from typing import ClassVar

from django.db import migrations, models
from django.db.migrations.operations.base import Operation

from thinkcoop.store.tidy import CreateTidyModel


class Migration(migrations.Migration):
    initial = True

    dependencies: ClassVar[list[tuple[str, str]]] = []

    operations: ClassVar[list[Operation]] = [
        migrations.CreateModel(
            name="SessionLog",
            fields=[
                ("number", models.BigAutoField(primary_key=True, serialize=False)),
                ("session", models.CharField(max_length=40, unique=True)),
                ("length", models.PositiveIntegerField()),
                ("head", models.CharField(max_length=64)),
                ("wall_ms", models.BigIntegerField()),
            ],
            options={"db_table": "session_log"},
        ),
        CreateTidyModel(
            name="LoggedEvent",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "session",
                        "seq",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("session", models.CharField(max_length=40)),
                ("seq", models.PositiveIntegerField()),
                ("body", models.TextField()),
                ("seal", models.CharField(max_length=64)),
            ],
            options={"db_table": "logged_event"},
        ),
        CreateTidyModel(
            name="BallotPaper",
            fields=[
                ("key", models.BinaryField(max_length=16, primary_key=True, serialize=False)),
                ("session", models.CharField(max_length=40)),
                ("step", models.CharField(max_length=200)),
                ("option", models.PositiveIntegerField()),
            ],
            options={"db_table": "ballot_paper"},
        ),
        CreateTidyModel(
            name="SeatCardRow",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "session",
                        "seat",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("session", models.CharField(max_length=40)),
                ("seat", models.PositiveIntegerField()),
                ("code", models.CharField(max_length=40)),
                ("name", models.TextField()),
                ("hand", models.PositiveIntegerField()),
            ],
            options={"db_table": "seat_card"},
        ),
    ]
