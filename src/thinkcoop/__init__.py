"""Think.Coop: a one-day orientation on doing business together, run for a room with no trainer."""

__version__ = "0.1.0"
