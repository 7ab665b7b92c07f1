"""Our own lint rules: what no linter on the shelf knows about this house.

    python -m tools.lint

One rule, one file. Each says in its docstring which incident it comes from, reads one parsed source
and yields findings; none of them imports or runs the code it judges.
"""
