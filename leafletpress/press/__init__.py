"""The press: which jobs there are, which are already done, and who does them."""

from leafletpress.press.job import DEFAULT_FORMAT, Job, Mode, fits, output_path, plan
from leafletpress.press.manifest import Key, Manifest, Row, job_key, open_manifest
from leafletpress.press.pool import Failure, Worker
from leafletpress.press.work import Bench, Cost, Outcome, do_jobs, print_edition

__all__ = [
    "DEFAULT_FORMAT",
    "Bench",
    "Cost",
    "Failure",
    "Job",
    "Key",
    "Manifest",
    "Mode",
    "Outcome",
    "Row",
    "Worker",
    "do_jobs",
    "fits",
    "job_key",
    "open_manifest",
    "output_path",
    "plan",
    "print_edition",
]
