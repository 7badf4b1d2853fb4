"""The press: which jobs there are, which are already done, and who does them."""

from leafletpress.press.job import DEFAULT_FORMAT, Job, Mode, output_path, plan
from leafletpress.press.manifest import Manifest, Row, job_key, read_manifest
from leafletpress.press.work import Bench, Cost, Outcome, do_jobs

__all__ = [
    "DEFAULT_FORMAT",
    "Bench",
    "Cost",
    "Job",
    "Manifest",
    "Mode",
    "Outcome",
    "Row",
    "do_jobs",
    "job_key",
    "output_path",
    "plan",
    "read_manifest",
]
