"""Pictures. They need matplotlib, which is an extra: ``pip install galena-crm[plot]``."""

from __future__ import annotations

import importlib
from typing import Any, Sequence


def pyplot() -> Any:
    """matplotlib.pyplot, or an ImportError that says how to get it."""
    try:
        return importlib.import_module("matplotlib.pyplot")
    except ImportError as error:
        raise ImportError(
            "plot() needs matplotlib, which is not installed: pip install galena-crm[plot]"
        ) from error


def waterfall(steps: Sequence[tuple[str, float]], title: str, ax: Any = None) -> Any:
    """Bars that start where the one before ended: what each step adds to the sum or takes off."""
    axes = pyplot().subplots()[1] if ax is None else ax
    total = 0.0
    for place, (_, weight) in enumerate(steps):
        colour = "tab:green" if weight >= 0 else "tab:red"
        axes.barh(place, weight, left=total, color=colour)
        total += weight
    axes.barh(len(steps), total, color="tab:blue")
    axes.set_yticks(range(len(steps) + 1))
    axes.set_yticklabels([name for name, _ in steps] + ["total"])
    axes.invert_yaxis()
    axes.axvline(0, color="black", linewidth=0.8)
    axes.set_xlabel("bits")
    axes.set_title(title)
    return axes
