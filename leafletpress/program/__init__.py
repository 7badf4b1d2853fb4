"""The program itself: where its own files lie, and how a person starts it."""

from leafletpress.program.files import check_program, program_folder
from leafletpress.program.start import (
    Start,
    command,
    default_folder,
    install_libraries,
    program_location,
    program_name,
    started_as,
)

__all__ = [
    "Start",
    "check_program",
    "command",
    "default_folder",
    "install_libraries",
    "program_folder",
    "program_location",
    "program_name",
    "started_as",
]
