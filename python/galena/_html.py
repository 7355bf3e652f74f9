"""Tables as HTML, for notebooks. Every value is escaped."""

from __future__ import annotations

import html
from typing import Any, Iterable, Sequence

MAX_ROWS = 20


def text(value: Any) -> str:
    """A value as shown: blanks as nothing, long text cut."""
    shown = "" if value is None else str(value)
    return html.escape(shown if len(shown) <= 120 else shown[:117] + "...")


def lines(value: Any) -> str:
    """Text of several lines, uncut."""
    return f"<pre>{html.escape(str(value))}</pre>"


def table(
    names: Sequence[str], rows: Iterable[Sequence[Any]], total: int, caption: str = ""
) -> str:
    """The first rows as an HTML table; ``total`` is how many there are."""
    head = "".join(f"<th>{text(name)}</th>" for name in names)
    body = []
    for row in rows:
        body.append("<tr>" + "".join(f"<td>{text(value)}</td>" for value in row) + "</tr>")
    more = f"<p>{total - len(body)} more rows</p>" if total > len(body) else ""
    above = f"<caption>{text(caption)}</caption>" if caption else ""
    return (
        f"<table>{above}<thead><tr>{head}</tr></thead>"
        f"<tbody>{''.join(body)}</tbody></table>{more}"
    )
