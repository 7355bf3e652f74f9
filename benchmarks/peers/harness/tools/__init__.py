"""The tools that are measured. Each module has ``run(job) -> Answer``."""
