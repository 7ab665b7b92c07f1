"""Simulated people who go through a session: for rehearsals, demonstrations and load.

They see only screens and send only what a form on the screen would send. All chance comes from one
seed, so the same rehearsal gives the same log, byte for byte.
"""
