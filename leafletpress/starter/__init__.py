"""Starting a clinic's own project."""

from leafletpress.starter.project import start_project

__all__ = ["start_project"]
