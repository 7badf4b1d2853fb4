"""What a PDF carries with it: the text it was made from, and its row of the manifest."""

from __future__ import annotations

import json

from leafletpress.catalog import format_catalog
from leafletpress.pdf import Attachment
from leafletpress.press.job import Job


def attachments(job: Job) -> list[Attachment]:
    """Return the files that a job's PDF carries.

    The catalogs of a translation, or the Markdown of the source; and what the manifest says of the
    PDF before it is written, so without the number of its pages and its own digest.
    """
    edition = job.edition
    name = edition.leaflet.name
    source = Attachment(f"{name}.md", "The text of this leaflet", edition.leaflet.source.encode())
    catalogs = [
        Attachment(
            f"{catalog.path.stem}.po",
            "The translation of this leaflet",
            format_catalog(catalog).encode(),
        )
        for catalog in edition.catalogs
    ]
    row = {
        "locale": edition.language.folder,
        "leaflet": name,
        "format": job.format,
        "path": job.name,
        "state": str(edition.state),
        "version": edition.leaflet.front_matter.version,
        "digests": job.digests,
    }
    data = json.dumps(row, ensure_ascii=False, indent=1, sort_keys=True).encode()
    row_file = Attachment("manifest.json", "What this file was made from", data, "Data")
    return [*(catalogs or [source]), row_file]
