"""What the checks find in one pair of texts."""

from pathlib import Path

from leafletpress.checks import check_translation
from leafletpress.language import parse_language
from leafletpress.problems import Location, Problem, Severity

PLACE = Location(Path("locales/xx/LC_MESSAGES/some.po"), 7)


def problems(tag: str, source: str, translation: str, **options: object) -> list[Problem]:
    language = parse_language(tag)
    return list(check_translation(source, translation, language, PLACE, **options))  # type: ignore[arg-type]


def is_error(tag: str, source: str, translation: str, **options: object) -> bool:
    """Tell whether a check finds an error; the first one is enough."""
    language = parse_language(tag)
    found = check_translation(source, translation, language, PLACE, **options)  # type: ignore[arg-type]
    return any(problem.severity is Severity.ERROR for problem in found)


def ids(found: list[Problem], severity: Severity) -> list[str]:
    """The ids of the checks that found something of that weight, sorted."""
    these = (problem for problem in found if problem.severity is severity)
    return sorted({problem.id for problem in these})


def errors(tag: str, source: str, translation: str, **options: object) -> list[str]:
    return ids(problems(tag, source, translation, **options), Severity.ERROR)


def warnings(tag: str, source: str, translation: str, **options: object) -> list[str]:
    return ids(problems(tag, source, translation, **options), Severity.WARNING)
