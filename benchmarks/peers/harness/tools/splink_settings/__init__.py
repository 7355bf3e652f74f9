"""The committed settings of Splink: ``demo``, ``translated`` and ``best``, per family of tables.

    demo        the settings of Splink's own documentation for this table, or where it has none, of
                its example of the nearest kind
    translated  galena's kinds and comparison levels as Splink comparisons, made from the kinds
    best        the best we found: leaner and more accurate, as a patient user would tune it
"""

from __future__ import annotations

from harness.job import Job
from harness.tools.splink_settings import best, demo, translated
from harness.tools.splink_settings.setting import Setting

__all__ = ["Setting", "setting_for"]


def setting_for(job: Job) -> Setting:
    """The setting of a job by its name and the table's family."""
    if job.setting == "translated":
        return translated.setting(job.kinds, job.rows)
    families = {"demo": demo.FAMILIES, "best": best.FAMILIES}[job.setting]
    return families[job.family](job.is_link)
