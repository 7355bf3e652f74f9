"""What ``progress=`` may be: None, True, or a callable."""

from __future__ import annotations

import sys
from typing import Callable, Optional, TextIO

from galena._values import ProgressLike

Callback = Optional[Callable[[float, str], object]]


class _Bar:
    """One line that is drawn over itself, on the error stream, so that output stays clean."""

    WIDTH = 24

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._shown = ""

    def __call__(self, fraction: float, phase: str) -> None:
        share = min(max(fraction, 0.0), 1.0)
        filled = int(share * self.WIDTH)
        line = f"[{'#' * filled}{'.' * (self.WIDTH - filled)}] {share:4.0%} {phase}"
        if line == self._shown:
            return
        padding = " " * (len(self._shown) - len(line))
        self._shown = line
        self._stream.write("\r" + line + padding + ("\n" if share >= 1.0 else ""))
        self._stream.flush()


def callback_for(progress: ProgressLike) -> Callback:
    """The callable that the compiled part calls, or None."""
    if progress is None or progress is False:
        return None
    if progress is True:
        return _Bar(sys.stderr)
    if callable(progress):
        return progress
    raise TypeError(
        f"progress must be None, True or a callable(fraction, phase), not {type(progress).__name__}"
    )
