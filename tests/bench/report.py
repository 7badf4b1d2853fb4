"""How figures are shown."""


def line(what: str, figure: str) -> None:
    """Show a figure behind what it is of."""
    print(f"  {what:<46}{figure}")
