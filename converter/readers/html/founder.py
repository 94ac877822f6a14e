"""Pages of digital newspapers made with Founder's system, as most papers of the mainland use it.

Such a page tells everything in a comment (``<!--enpproperty <title>…</title> … /enpproperty-->``), and calls the parts
of its article ``founder-title``, ``founder-introtitle`` (引题), ``founder-subtitle`` (副题), ``founder-author``,
``founder-content``.
"""

from __future__ import annotations

import re
from html import unescape

from converter.press.pages import label
from converter.readers.html.about import About
from converter.readers.html.dates import iso

_TOLD = re.compile(r"<!--\s*enpproperty\b(.{0,20000}?)/enpproperty\s*-->", re.DOTALL)
_VALUE = re.compile(r"<(\w+)>(.*?)</\1>", re.DOTALL)
_TAGS = re.compile(r"<[^>]+>")


def told_by_founder(text: str, known: About) -> None:
    """Add to what is ``known`` what the comment in a page's ``text`` tells; it is the paper's own catalogue entry."""
    found = _TOLD.search(text)
    if not found:
        return
    said = {key: " ".join(unescape(_TAGS.sub(" ", value)).split()) for key, value in _VALUE.findall(found[1])}
    said = {key: value for key, value in said.items() if value and value != "null"}
    known.titles.insert(0, said.get("title", ""))
    known.title = said.get("title") or known.title
    known.kicker, known.deck = said.get("introtitle", ""), said.get("subtitle", "")
    known.date = iso(said.get("date", "")) or known.date
    known.paper = said.get("sourcename") or known.paper
    if node := label(said.get("nodename", ""), "list"):
        known.page, known.page_name = node.number, node.name
