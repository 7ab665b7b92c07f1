"""Waking screens: one writer, one board, the text of server-sent events. No Django here."""
