"""Where sessions lie on disk: logs, papers, sheets and seat cards, behind the `Store` port.

Knows databases and the format of the log; knows nothing of rules, screens or the web.
"""
