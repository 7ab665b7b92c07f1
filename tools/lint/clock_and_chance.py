"""No clock and no chance in the core.

Everything rests on folding the same log to the same state: reconnecting phones, snapshots, sync,
and a report that anyone with the log can print again. One hidden reading of a clock breaks it, and
no test notices, because in a test both readings come in the same millisecond.

The incident: the textbook of this very architecture lets an order be dropped by popping from a
`set`. Which one depends on the interpreter's hash seed, so that two machines with the same log
disagree. For the same reason `hash()` of a string and `id()` of anything are refused here.

Times and seeds come in with the command, and are recorded with it.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tools.lint.source import Finding, Source

MODULES = {
    "os": "the core knows no machine: let the caller pass the value in",
    "random": "draw from the seed that came with the command",
    "secrets": "what must not be guessed is made outside and comes with the command",
    "time": "the time comes with the command",
    "uuid": "names are made where the thing is made, and come with the command",
}
CALLS = {
    "datetime.date.today": MODULES["time"],
    "datetime.datetime.now": MODULES["time"],
    "datetime.datetime.today": MODULES["time"],
    "datetime.datetime.utcnow": MODULES["time"],
    "hash": "it differs from run to run: use hashlib, or compare the things themselves",
    "id": "it differs from run to run: compare with `is`, or give the thing a name",
}
SEEDED = "numpy.random.default_rng"
ORDER_FREE = {"all", "any", "frozenset", "len", "max", "min", "set", "sorted", "sum"}
"""What gives the same for every order of what it is given. (`sum`: of whole numbers.)"""


def check(source: Source) -> Iterator[Finding]:
    """Yield each use of a clock, of chance, or of the order in which a set happens to lie."""
    free = set(_walked_in_any_order(source.tree))
    for node in ast.walk(source.tree):
        match node:
            case ast.Import(names=names):
                for alias in names:
                    yield from _imported(source, node.lineno, alias.name)
            case ast.ImportFrom(module=str(module), level=0):
                yield from _imported(source, node.lineno, module)
            case ast.Call():
                yield from _called(source, node)
            case ast.For() | ast.ListComp() | ast.DictComp() | ast.GeneratorExp():
                if node not in free:
                    yield from _iterated(source, node)
            case _:
                pass


def _imported(source: Source, line: int, module: str) -> Iterator[Finding]:
    """Refuse the modules that are nothing but clock, chance or machine."""
    top = module.partition(".")[0]
    if top in MODULES:
        yield source.finding(line, f"`{top}` in the core: {MODULES[top]}")


def _called(source: Source, call: ast.Call) -> Iterator[Finding]:
    """Refuse single calls of modules that are otherwise welcome, and a set poured into a list."""
    name = source.full_name(call.func)
    if name in CALLS:
        yield source.finding(call.lineno, f"`{name}()` in the core: {CALLS[name]}")
    elif name and name.startswith("numpy.random.") and (name != SEEDED or not call.args):
        yield source.finding(call.lineno, f"`{name}()` in the core: {SEEDED}(seed) only")
    elif name in {"enumerate", "iter", "list", "next", "tuple", "zip"}:
        for argument in call.args:
            yield from _if_a_set(source, argument)
    elif isinstance(call.func, ast.Attribute) and call.func.attr in {"join", "pop"}:
        for argument in [*call.args, call.func.value]:
            yield from _if_a_set(source, argument)


def _iterated(
    source: Source, node: ast.For | ast.ListComp | ast.DictComp | ast.GeneratorExp
) -> Iterator[Finding]:
    """Refuse a loop that takes a set in the order in which it happens to lie."""
    walked = [node.iter] if isinstance(node, ast.For) else [one.iter for one in node.generators]
    for one in walked:
        yield from _if_a_set(source, one)


def _if_a_set(source: Source, node: ast.expr) -> Iterator[Finding]:
    """Refuse an expression that is plainly a set where its order would count."""
    made = isinstance(node, ast.Call) and source.full_name(node.func) in {"set", "frozenset"}
    if made or isinstance(node, ast.Set | ast.SetComp):
        message = "a set has no order that two machines share: walk through sorted(…) of it"
        yield source.finding(node.lineno, message)


def _walked_in_any_order(tree: ast.Module) -> Iterator[ast.AST]:
    """Yield the comprehensions whose order cannot be seen from outside."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id=name), args=arguments) if name in ORDER_FREE:
                yield from arguments
            case _:
                pass
