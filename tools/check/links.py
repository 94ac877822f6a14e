"""Whether every link of a built site leads somewhere: ``python -m tools.check.links build/docs``.

Links to files of the site and to places in its pages are followed; links to other hosts are not. Pictures, styles and
scripts that come from elsewhere are findings too: the site is read without a network. Ends with 1 where there is any.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import html

ADDRESSES = "//a/@href | //link[not(@rel='canonical')]/@href | //*/@src | //area/@href"


@cache
def _tree(page: Path) -> html.HtmlElement:
    return html.parse(str(page), html.HTMLParser(encoding="utf-8")).getroot()


@cache
def _places(page: Path) -> frozenset[str]:
    """The names that a link may lead to in a page."""
    return frozenset(map(str, _tree(page).xpath("//@id | //a/@name")))


def broken(folder: Path) -> Iterator[str]:
    """A line for each link that leads nowhere, and for each part that is loaded from elsewhere."""
    for page in sorted(folder.rglob("*.html")):
        for address in _tree(page).xpath(ADDRESSES):
            if why := _fault(folder, page, address):
                yield f"{page.relative_to(folder)}: {address}: {why}"


def _fault(folder: Path, page: Path, address: str) -> str:
    """What is wrong with a link of ``page``; nothing where it is right."""
    there = urlsplit(address)
    if there.scheme in ("data", "mailto"):
        return ""
    if there.scheme or there.netloc:
        return "" if address.getparent().tag in ("a", "area") else "is loaded from elsewhere"  # type: ignore[attr-defined]
    target = (page.parent / unquote(there.path)).resolve() if there.path else page.resolve()
    if folder.resolve() not in (target, *target.parents):
        return "leads out of the site"
    if not target.is_file():
        return "no such file"
    place = unquote(there.fragment)
    return "no such place" if place and target.suffix == ".html" and place not in _places(target) else ""


def main(folder: Path) -> None:
    """Check and print."""
    found = [*broken(folder)]
    print("\n".join([*found, f"Links of {folder}: {len(found)} findings."]))
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
