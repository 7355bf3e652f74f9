"""The text table of a run, and how galena compares with Splink."""

from __future__ import annotations

from typing import Any, Iterable, Sequence

Result = dict[str, Any]

HEAD = ("set", "rows", "tool", "setting", "pairs scored", "seconds", "cpu s", "peak MB", "P", "R",
        "F1", "B3 F1", "best F1", "at", "B3 F1")


def _row(result: Result) -> list[str]:
    cost, quality = result["cost"], result["quality"]
    default, best = quality["default"], quality["best"]
    at = "-" if best["threshold"] is None else f"{best['threshold']:.4g}"
    return [result["set"], f"{result['rows']:,}", result["tool"], result["setting"],
            f"{result['pairs_scored']:,}", f"{cost['seconds']:.2f}",
            f"{cost['processor_seconds']:.2f}", f"{cost['peak_bytes'] / 1e6:,.0f}",
            f"{default['precision']:.3f}", f"{default['recall']:.3f}", f"{default['f1']:.4f}",
            _bcubed(default), f"{best['f1']:.4f}", at, _bcubed(best)]


def _bcubed(score: dict[str, Any]) -> str:
    return f"{score['bcubed']['f1']:.4f}" if "bcubed" in score else "-"


def table(results: Iterable[Result]) -> str:
    """One line a result: its cost, how good it is at the default and at the best threshold."""
    rows = [list(HEAD), *(_row(result) for result in results if "quality" in result)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
    left = {0, 2, 3}
    return "\n".join("  ".join(cell.ljust(width) if column in left else cell.rjust(width)
                               for column, (cell, width) in enumerate(zip(row, widths))).rstrip()
                     for row in rows)


def phases(result: Result) -> str:
    """"prepare 0.21, train 3.40, ..." in seconds; of galena also what it reports itself."""
    own = result["notes"].get("seconds")
    told = own if own else result["cost"]["phases"]
    return ", ".join(f"{name} {seconds:.2f}" for name, seconds in told.items())


def ratios(results: Sequence[Result]) -> list[str]:
    """galena : Splink in time, processor time and memory, for every set and setting of Splink."""
    lines = []
    done = [result for result in results if "quality" in result]
    ours = {each["set"]: each for each in done
            if each["tool"] == "galena" and each["setting"] == "kinds"}
    for other in done:
        mine = ours.get(other["set"])
        if other["tool"] != "splink" or mine is None:
            continue
        a, b = mine["cost"], other["cost"]
        lines.append(
            f"{other['set']}: galena : splink {other['setting']} = "
            f"1 : {b['seconds'] / a['seconds']:.1f} in seconds, "
            f"1 : {b['processor_seconds'] / a['processor_seconds']:.1f} in processor seconds, "
            f"1 : {b['peak_bytes'] / a['peak_bytes']:.1f} in memory; "
            f"F1 {mine['quality']['default']['f1']:.4f} : {other['quality']['default']['f1']:.4f} "
            f"(best threshold {other['quality']['best']['f1']:.4f})")
    return lines


def text(results: Sequence[Result]) -> str:
    """Everything a reader wants to see; the JSON has the rest."""
    parts = [table(results), "", "Seconds by phase"]
    parts += [f"  {each['set']} {each['tool']} {each['setting']}: {phases(each)}"
              for each in results if "quality" in each]
    models = {f"  {each['set']} {each['setting']}: {each['notes']['model']}"
              for each in results if "quality" in each and "model" in each["notes"]}
    parts += ["", "Models of galena (SHA-256 of their JSON)", *sorted(models)]
    parts += ["", "Ratios", *(f"  {line}" for line in ratios(results))]
    skipped = [each for each in results if "skipped" in each]
    parts += ["", "Not run", *(f"  {each['set']} {each['tool']} {each['setting']}: "
                               f"{each['skipped']}" for each in skipped)]
    return "\n".join(parts) + "\n"
