"""Medicines: their names in English texts, so that one is never taken for another.

The names are those that leaflets about multiple sclerosis and stem cell transplantation use:
international names, and brands of Europe and North America. Classes of new medicines are known by
the stems that the World Health Organization gives their international names ("The use of stems
in the selection of International Nonproprietary Names for pharmaceutical substances").
"""

from __future__ import annotations

import re

DISEASE_MODIFYING = (
    "alemtuzumab", "azathioprine", "cladribine", "daclizumab", "dimethyl fumarate",
    "diroximel fumarate", "evobrutinib", "fenebrutinib", "fingolimod", "frexalimab", "glatiramer",
    "immunoglobulin", "interferon", "laquinimod", "leflunomide", "methotrexate", "mitoxantrone",
    "monomethyl fumarate", "mycophenolate", "natalizumab", "ocrelizumab", "ofatumumab", "ozanimod",
    "peginterferon", "ponesimod", "remibrutinib", "rituximab", "siponimod", "teriflunomide",
    "tolebrutinib", "ublituximab",
)  # fmt: skip
"""Medicines that change the course of MS, or have been tried for it."""

TRANSPLANTATION = (
    "anti-thymocyte globulin", "antithymocyte globulin", "ATG", "ATLG", "BCNU", "BEAM", "busulfan",
    "carboplatin", "carmustine", "cyclophosphamide", "cytarabine", "etoposide", "filgrastim",
    "fludarabine", "G-CSF", "lenograstim", "melphalan", "mesna", "motixafortide", "pegfilgrastim",
    "plerixafor", "rATG", "thiotepa", "treosulfan",
)  # fmt: skip
"""Medicines that move stem cells into the blood, and those of conditioning."""

RELAPSES_AND_SYMPTOMS = (
    "amantadine", "amitriptyline", "baclofen", "botulinum", "cannabidiol", "carbamazepine",
    "clonazepam", "dantrolene", "desmopressin", "dexamethasone", "diazepam", "duloxetine",
    "fampridine", "fesoterodine", "dalfampridine", "gabapentin", "hydrocortisone",
    "methylprednisolone", "mirabegron", "modafinil", "nabiximols", "oxybutynin", "prednisolone",
    "prednisone", "pregabalin", "sildenafil", "solifenacin", "tadalafil", "tizanidine",
    "tolterodine",
)  # fmt: skip
"""Medicines for a relapse, and for symptoms of MS."""

CARE = (
    "aciclovir", "acyclovir", "ciclosporin", "ciprofloxacin", "co-trimoxazole", "estradiol",
    "fluconazole", "heparin", "ibuprofen", "letermovir", "levofloxacin", "metoclopramide",
    "omeprazole", "ondansetron", "paracetamol", "pentamidine", "posaconazole", "tacrolimus",
    "ursodeoxycholic acid", "valaciclovir",
)  # fmt: skip
"""Medicines that protect and help during and after a transplantation."""

BRANDS = (
    "Alkeran", "Arzerra", "Aubagio", "Avonex", "Bafiertam", "Betaferon", "Betaseron", "Brabio",
    "Briumvi", "Busilvex", "Copaxone", "Endoxan", "Extavia", "Fampyra", "Gilenya", "Glatopa",
    "Grafalon", "Kesimpta", "Lemtrada", "Lioresal", "MabThera", "Mavenclad", "Mayzent", "Mozobil",
    "Neupogen", "Novantrone", "Ocrevus", "Plegridy", "Ponvory", "Rebif", "Rituxan", "Sativex",
    "Tecfidera", "Tepadina", "Thymoglobulin", "Thymoglobuline", "Trecondi", "Tyruko", "Tysabri",
    "Vumerity", "Zeposia", "Zinbryta",
)  # fmt: skip

STEMS = {
    "brutinib": "inhibitors of Bruton's tyrosine kinase",
    "ciclovir": "medicines against viruses",
    "fosfamide": "alkylating agents",
    "fumarate": "fumarates",
    "grastim": "growth factors of white blood cells",
    "imod": "modulators of the immune system",
    "kinra": "antagonists of interleukin receptors",
    "leukin": "interleukins",
    "mab": "monoclonal antibodies",
    "mustine": "alkylating agents",
    "platin": "platinum compounds",
    "poside": "derivatives of podophyllotoxin",
    "rubicin": "anthracyclines",
    "sulfan": "alkylating agents",
    "tinib": "inhibitors of tyrosine kinases",
    "trexate": "antagonists of folic acid",
}
"""How names of medicines end that are newer than the lists, and what such medicines are."""

VARIANT = r"(?:[ -]?(?:alfa|alpha|beta|gamma)(?:[ -]?[0-9][a-z])?|[ -]acetate|[ -]mofetil)?"
"""What tells medicines of one name apart: interferon beta-1a is not interferon beta-1b."""

ABBREVIATIONS = frozenset(
    name for name in TRANSPLANTATION if sum(letter.isupper() for letter in name) > 1
)
"""Known only in their capitals: a beam is no BEAM."""


def find_medicines(text: str) -> list[str]:
    """Return the names of the medicines in an English text, in order and as a list writes them.

    A name is compared without capitals; a hyphen is as good as a space.
    """
    return [_plain(found[0]) for found in _PATTERN.finditer(text)]


def _plain(name: str) -> str:
    return name if name in ABBREVIATIONS else re.sub(r"[ -]+", " ", name.casefold())


def _pattern() -> re.Pattern[str]:
    names = {*DISEASE_MODIFYING, *TRANSPLANTATION, *RELAPSES_AND_SYMPTOMS, *CARE, *BRANDS}
    longest_first = sorted(names - ABBREVIATIONS, key=lambda name: (-len(name), name))
    words = "|".join(re.escape(name).replace(r"\ ", "[ -]") for name in longest_first)
    short = "|".join(re.escape(name) for name in sorted(ABBREVIATIONS))
    stems = "|".join(sorted(STEMS))
    return re.compile(
        rf"(?<![\w-])(?:(?i:(?:{words}){VARIANT}|[a-z]{{2,}}(?:{stems}))|{short})(?!\w)"
    )


_PATTERN = _pattern()
