"""BibTeX, for LaTeX: UTF-8, as Biber and every engine of today take it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from converter.model import Issue
from converter.options import Look
from converter.writers.citations.story import Citation, citations

_SIGNS = {
    **{sign: f"\\{sign}" for sign in "#$%&_"},
    "\\": "\\textbackslash{}",
    "{": "\\textbraceleft{}",
    "}": "\\textbraceright{}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
}
_ESCAPES = str.maketrans(_SIGNS)
_PAIRS = str.maketrans(_SIGNS | {"{": "\\{", "}": "\\}"})
"""The same where every brace has its other half: BibTeX counts braces, those behind a backslash too."""


def write_bibtex(issue: Issue, look: Look = Look()) -> bytes:
    """An entry a story; ``look`` says nothing to it."""
    entries = (
        f"@{'article' if one.paper else 'misc'}{{{one.key},\n"
        + "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(one))
        + "}\n"
        for one in citations(issue)
    )
    return "\n".join(entries).encode(errors="replace")


def _fields(one: Citation) -> Iterator[tuple[str, str]]:
    """The fields and their values. Braces keep a name in one piece: BibTeX would turn a Chinese one around."""
    told = {
        "author": " and ".join(f"{{{_escaped(name)}}}" for name in one.authors),
        "title": f"{{{_escaped(one.title)}}}",
        "journal": _escaped(one.paper),
        "entrysubtype": "newspaper" if one.paper else "",
        "date": one.date,
        "year": one.date[:4],
        "number": _escaped(one.number),
        "pages": _escaped(one.page),
        "url": _address(one.url),
        "langid": "chinese" if one.language.lower().startswith("zh") else "",
    }
    return ((name, value) for name, value in told.items() if value)


def _address(url: str) -> str:
    """The address with what no field may hold as a URL has it; the packages take the other signs as they are."""
    return url.translate({ord(sign): f"%{ord(sign):02X}" for sign in "{}\\ "})


def _escaped(text: str) -> str:
    depths = list(accumulate((char == "{") - (char == "}") for char in text))
    is_paired = min(depths, default=0) >= 0 and depths[-1:] in ([], [0])
    return " ".join(text.split()).translate(_PAIRS if is_paired else _ESCAPES)
