from typing import ClassVar

from django.db import migrations, models
from django.db.migrations.operations.base import Operation

from thinkcoop.store.tidy import CreateTidyModel


class Migration(migrations.Migration):
    dependencies: ClassVar[list[tuple[str, str]]] = [("store", "0002_recordings")]

    operations: ClassVar[list[Operation]] = [
        CreateTidyModel(
            name="PrivateMark",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "session",
                        "seat",
                        "step",
                        "item",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("session", models.CharField(max_length=40)),
                ("seat", models.PositiveIntegerField()),
                ("step", models.CharField(max_length=200)),
                ("item", models.PositiveIntegerField()),
                ("value", models.TextField()),
            ],
            options={"db_table": "private_mark"},
        ),
    ]
