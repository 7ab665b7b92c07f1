"""Module files: text in, a checked and immutable module out, or diagnostics.

`read` turns YAML into plain values that remember their lines, `check` finds every mistake,
`model` is what the rest of the house sees. This room knows no session and no step kind by name:
the kinds are handed in.
"""
