"""What the convener sees in the window where the program was started."""

from __future__ import annotations

import io

import segno
from rich.console import Console
from rich.panel import Panel
from rich.text import Text


def welcome(addresses: list[str], *, pin: str, port: int, color: bool = True) -> None:
    """Print the way in: the code to scan, every address, the desk and its PIN."""
    console = Console(no_color=not color, highlight=False)
    local = f"http://localhost:{port}"
    lines = Text()
    for address in addresses:
        lines.append(f"Phones:  {address}/\n")
    if not addresses:
        lines.append("No network: phones cannot reach this machine yet.\n")
    lines.append(f"Desk:    {local}/desk/\n", style="bold")
    lines.append(f"PIN:     {pin}  (for the desk on another machine)")
    console.print(Panel(lines, title="Think.Coop", expand=False))
    if addresses:
        console.print(_qr(f"{addresses[0]}/"), end="")
    console.print("Stop with Ctrl+C.")


def _qr(address: str) -> Text:
    out = io.StringIO()
    segno.make(address, micro=False).terminal(out=out, compact=True)
    return Text.from_ansi(out.getvalue())
