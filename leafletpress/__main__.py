"""The program where pip has installed it: ``leafletpress``, or ``python -m leafletpress``."""

from __future__ import annotations

import sys


def run() -> None:
    """Run the program; exits with one line where a package is missing that it needs."""
    try:
        from leafletpress.cli import main

        main()
    except ModuleNotFoundError as error:
        package = str(error.name).partition(".")[0]
        if package == __package__:
            raise
        sys.exit(
            f"leafletpress: the package '{package}' is missing: install the program with all that "
            "it needs: pip install leaflet-press"
        )
    except KeyboardInterrupt:  # while the program is still being imported
        sys.exit("Aborted!")


if __name__ == "__main__":
    run()
