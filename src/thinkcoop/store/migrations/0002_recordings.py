from typing import ClassVar

from django.db import migrations, models
from django.db.migrations.operations.base import Operation

from thinkcoop.store.tidy import CreateTidyModel


class Migration(migrations.Migration):
    dependencies: ClassVar[list[tuple[str, str]]] = [("store", "0001_initial")]

    operations: ClassVar[list[Operation]] = [
        CreateTidyModel(
            name="RecordingRow",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "session",
                        "digest",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("session", models.CharField(max_length=40)),
                ("digest", models.CharField(max_length=64)),
                ("kind", models.CharField(max_length=8)),
                ("body", models.BinaryField()),
            ],
            options={"db_table": "recording"},
        ),
    ]
