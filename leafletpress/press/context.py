"""What every job needs beside its edition: the project, the clinic, and the cache."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from leafletpress.clinic import Clinic
from leafletpress.project import Project


@dataclass(frozen=True, slots=True)
class Context:
    """What every job needs beside its edition. `cache_folder` keeps the faces that were cut."""

    project: Project
    clinic: Clinic
    cache_folder: Path
