"""What a run costs: wall and processor seconds by phase, and the most memory it held."""

from __future__ import annotations

import contextlib
import os
import pathlib
import resource
import threading
import time
from typing import Any, Iterator


def processor_seconds() -> float:
    """User and system time of this process and of all its descendants, ended or alive."""
    own = sum(used.ru_utime + used.ru_stime for used in
              (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)))
    return own + sum(map(_living_seconds, _descendants(os.getpid())))


def _living_seconds(pid: int) -> float:
    """Of a process and of its children that have ended; 0 when it has ended itself."""
    try:
        fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return 0.0
    return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")


def _descendants(pid: int) -> list[int]:
    found = _children(pid)
    return found + [each for child in found for each in _descendants(child)]


class Clock:
    """Wall and processor seconds by phase.

    >>> clock = Clock()
    >>> with clock.phase("train"):
    ...     pass
    >>> list(clock.wall)
    ['train']
    """

    def __init__(self) -> None:
        self.wall: dict[str, float] = {}
        self.processor: dict[str, float] = {}

    @contextlib.contextmanager
    def phase(self, name: str) -> Iterator[None]:
        wall, processor = time.perf_counter(), processor_seconds()
        try:
            yield
        finally:
            self.wall[name] = self.wall.get(name, 0.0) + time.perf_counter() - wall
            self.processor[name] = (self.processor.get(name, 0.0) + processor_seconds()
                                    - processor)


def _bytes(pid: int, file: str, field: str) -> int:
    """A field of /proc/<pid>/status or smaps_rollup; 0 when the process has ended."""
    try:
        for line in pathlib.Path(f"/proc/{pid}/{file}").read_text().splitlines():
            if line.startswith(field + ":"):
                return int(line.split()[1]) * 1024
    except (FileNotFoundError, ProcessLookupError):
        pass
    return 0


def _children(pid: int) -> list[int]:
    try:
        tasks = list(pathlib.Path(f"/proc/{pid}/task").iterdir())
        return [int(child) for task in tasks for child in (task / "children").read_text().split()]
    except (FileNotFoundError, ProcessLookupError):
        return []


class PeakMemory:
    """The most resident memory while it is open: this process, and with it its descendants.

    This process: VmHWM of Linux, which misses nothing (and unlike ru_maxrss starts anew at exec).
    Descendants, if there are any, are sampled every 50 ms; then every process counts with its
    proportional share (Pss) of the pages that it has in common with others.
    """

    def __init__(self) -> None:
        self.bytes = 0
        self._sampled = 0
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._sample, daemon=True)

    def __enter__(self) -> PeakMemory:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()
        self.bytes = max(self._sampled, _bytes(os.getpid(), "status", "VmHWM"))

    def _sample(self) -> None:
        me = os.getpid()
        while not self._stop.wait(0.05):
            below = _descendants(me)
            if below:
                shares = (_bytes(pid, "smaps_rollup", "Pss") for pid in (me, *below))
                self._sampled = max(self._sampled, sum(shares))


class Meter:
    """What a tool measures itself with: ``with meter:`` around all its work, phases within.

    >>> meter = Meter()
    >>> with meter, meter.phase("score"):
    ...     pass
    >>> meter.cost()["seconds"] >= 0
    True
    """

    def __init__(self) -> None:
        self._clock = Clock()
        self._memory = PeakMemory()
        self.phase = self._clock.phase

    def __enter__(self) -> Meter:
        self._memory.__enter__()
        self._whole = (time.perf_counter(), processor_seconds())
        return self

    def __exit__(self, *raised: object) -> None:
        wall, processor = self._whole
        self._whole = (time.perf_counter() - wall, processor_seconds() - processor)
        self._memory.__exit__(*raised)

    def cost(self) -> dict[str, Any]:
        """Seconds and processor seconds, whole and by phase, and the peak of memory in bytes."""
        return {"seconds": self._whole[0], "processor_seconds": self._whole[1],
                "phases": self._clock.wall, "processor_phases": self._clock.processor,
                "peak_bytes": self._memory.bytes}
