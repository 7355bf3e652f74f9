"""progress=True draws one line; Ctrl-C stops long work in a program of its own."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import time

import pytest

PROGRAM = """
import sys, galena
rows = 600000
data = galena.Table({
    "first_name": [f"name{i % 977}" for i in range(rows)],
    "last_name": [f"family{i % 7919}" for i in range(rows)],
    "email": [f"u{i // 2}@mail.org" for i in range(rows)],
})
work = {
    "dedupe": lambda: galena.dedupe(data),
    "link": lambda: galena.link(data, data),
    "add_many": lambda: galena.Index("person").add_many(data),
}[sys.argv[1]]
print("ready", flush=True)
try:
    work()
except KeyboardInterrupt:
    print("stopped", flush=True)
    sys.exit(3)
print("finished", flush=True)
"""


@pytest.mark.parametrize("work", ["dedupe", "link", "add_many"])
def test_ctrl_c_stops_long_work(work: str) -> None:
    started = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, work], stdout=subprocess.PIPE, text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert started.stdout is not None
    assert started.stdout.readline() == "ready\n"
    time.sleep(0.3)
    started.send_signal(signal.SIGINT)
    asked = time.perf_counter()
    output, _ = started.communicate(timeout=120)
    assert output == "stopped\n"
    assert started.returncode == 3
    assert time.perf_counter() - asked < 30


def test_the_bar_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    from galena._progress import callback_for

    screen = io.StringIO()
    monkeypatch.setattr(sys, "stderr", screen)
    bar = callback_for(True)
    assert bar is not None
    bar(0.0, "encode")
    bar(0.5, "compare")
    bar(0.5, "compare")
    bar(1.0, "done")
    shown = screen.getvalue()
    assert shown.count("\r") == 3 and shown.count("\n") == 1 and shown.endswith("\n")
    assert "[############............]  50% compare" in shown


def test_none_and_false_are_silent() -> None:
    from galena._progress import callback_for

    assert callback_for(None) is None
    assert callback_for(False) is None
