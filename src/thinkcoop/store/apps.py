"""Tells Django that the store is one of its applications, under the name `store`."""

from django.apps import AppConfig


class StoreConfig(AppConfig):
    name = "thinkcoop.store"
    label = "store"
    default_auto_field = "django.db.models.BigAutoField"
