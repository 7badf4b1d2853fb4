"""What the project's own leaflets cost in each format, in one translation."""

from leafletpress.clinic import read_clinic
from leafletpress.edition import project_languages
from leafletpress.format import format_names, read_format
from leafletpress.press import Context
from leafletpress.press.job import DEFAULT_FORMAT
from leafletpress.project import Project
from tests.bench.costs import CostRow, plan_jobs, print_costs
from tests.support.printing import CACHE, faces_problems


def print_formats(project: Project) -> None:
    """Tell what every leaflet costs in each format, beside A4."""
    language = next(each for each in project_languages(project)[0] if not each.is_source)
    assert not faces_problems(language.tag)
    bench = Context(project, read_clinic(project.clinic), CACHE)
    names = sorted(format_names(project), key=lambda name: name != DEFAULT_FORMAT)
    rows = []
    for name in names:
        layout = {name: read_format(project, name)}
        rows.append(CostRow(name, plan_jobs(project, language, layout), bench))
    print_costs(f"Every leaflet in {language.english_name}", rows)
