"""A source file as the rules see it, and what a rule says of it."""

from __future__ import annotations

import ast
import io
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path


@dataclass(frozen=True, order=True)
class Finding:
    """One line that breaks a rule: where, what is wrong, and how to mend it."""

    path: Path
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


@dataclass(frozen=True)
class Source:
    """The text of one Python file, parsed when first asked."""

    path: Path
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text, filename=str(self.path))

    @cached_property
    def full_names(self) -> dict[str, str]:
        """What each imported name stands for: `dt` -> `datetime.datetime`."""
        names: dict[str, str] = {}
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                for alias in node.names:
                    names[alias.asname or alias.name.split(".")[0]] = (
                        alias.name if alias.asname else alias.name.split(".")[0]
                    )
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                for alias in node.names:
                    names[alias.asname or alias.name] = f"{node.module}.{alias.name}"
        return names

    def full_name(self, node: ast.expr) -> str | None:
        """The dotted name an expression reaches, through imports; None when it is not a name."""
        match node:
            case ast.Name(id=name):
                return self.full_names.get(name, name)
            case ast.Attribute(value=value, attr=attr):
                owner = self.full_name(value)
                return owner and f"{owner}.{attr}"
            case _:
                return None

    def comments(self) -> Iterator[tuple[int, str]]:
        """Every comment with its line; text that only looks like one inside a string is none."""
        for token in tokenize.generate_tokens(io.StringIO(self.text).readline):
            if token.type == tokenize.COMMENT:
                yield token.start[0], token.string

    def finding(self, line: int, message: str) -> Finding:
        return Finding(self.path, line, message)
