"""The least Django settings from which the type checker learns what our models look like.

No server ever runs with them. The checker must not depend on an operator's environment, so these
name only the apps, and only those whose room exists.
"""

from importlib.util import find_spec

SECRET_KEY = "for the type checker"
USE_TZ = True
INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    *(app for app in ("thinkcoop.store", "thinkcoop.web") if find_spec(app)),
]
