"""The press: which jobs there are, which are already done, and who does them."""

from leafletpress.press.context import Context
from leafletpress.press.job import DEFAULT_FORMAT, Job, Mode, fits, output_path, plan
from leafletpress.press.manifest import Manifest, ManifestRow, PdfKey, job_key, open_manifest
from leafletpress.press.pool import Failure, Worker
from leafletpress.press.preflight import make_shown_page
from leafletpress.press.run import Cost, Outcome, do_jobs, print_edition

__all__ = [
    "DEFAULT_FORMAT",
    "Context",
    "Cost",
    "Failure",
    "Job",
    "Manifest",
    "ManifestRow",
    "Mode",
    "Outcome",
    "PdfKey",
    "Worker",
    "do_jobs",
    "fits",
    "job_key",
    "make_shown_page",
    "open_manifest",
    "output_path",
    "plan",
    "print_edition",
]
