"""RIS, which EndNote, Zotero and libraries' catalogues read (Research Information Systems' format of 2011)."""

from __future__ import annotations

from collections.abc import Iterator

from converter.model import Issue
from converter.options import Look
from converter.writers.citations.story import Citation, citations, family_and_given


def write_ris(issue: Issue, look: Look = Look()) -> bytes:
    """A record a story, UTF-8, lines that end in CR LF as the format asks; ``look`` says nothing to it."""
    records = ("".join(f"{tag}  - {value}\r\n" for tag, value in _lines(one)) for one in citations(issue))
    return "\r\n".join(f"{record}ER  - \r\n" for record in records).encode(errors="replace")


def _lines(one: Citation) -> Iterator[tuple[str, str]]:
    """The tags and their values; the type comes first. A newspaper's page is its start page."""
    told = [
        ("TY", "NEWS" if one.paper else "GEN"),
        ("ID", one.key),
        ("TI", one.title),
        *(("AU", ", ".join(family_and_given(name) or (name,))) for name in one.authors),
        ("T2", one.paper),
        ("PY", one.date[:4]),
        ("DA", one.date.replace("-", "/")),
        ("IS", one.number),
        ("SP", one.page),
        ("SE", one.section),
        ("LA", one.language),
        ("UR", one.url),
    ]
    return ((tag, " ".join(value.split())) for tag, value in told if value)
