"""The command: options, the order of work, what is said, exit codes."""

from leafletpress.cli.main import main

__all__ = ["main"]
