"""One run of a module with one room of people, as values.

`events` happened, `fold` makes a `state` of them, `rules` answer commands, `flow` says what is due
by itself. Nothing here reads a clock: every command carries the moment at which it arrived.
"""
