"""A site, a folder of web pages → what a shelf tells of it, as its first page says."""

from __future__ import annotations

import json
from itertools import islice
from pathlib import Path
from posixpath import basename
from urllib.parse import unquote, urlsplit

from lxml.html import HtmlElement

from converter.errors import UnreadableInput
from converter.press.dates import as_iso, is_date
from converter.readers.html.about import about
from converter.readers.html.page import decoded
from converter.readers.html.tree import parse
from converter.readers.name import metadata_in_folder
from converter.shelf.book import LEADS, kind_of_picture
from converter.shelf.publication import HTML, UNCHANGED, Copy, Cover, Publication, moment, name_based, printed, tag
from converter.writers.markup.blocks import plain

FIRST = "index.html"
"""The page that makes a folder a site."""


def read_site(folder: Path, name: str) -> Publication:
    """The site in ``folder``, which is called ``name`` from the shelf's folder. Raises ``UnreadableInput``."""
    try:
        data = (folder / FIRST).read_bytes()
    except OSError as error:
        raise UnreadableInput(f"it cannot be read ({error.strerror}): check the file and its permissions") from error
    root = parse(decoded(data, None)[0].text)
    said = about(root)
    known = metadata_in_folder(f"{folder.name}/", folder.parent.name)
    title = plain(said.titles[0]) if said.titles else ""
    date = next(filter(None, map(printed, (_date_of_issue(root), said.date, known.date))), "")
    return Publication(
        identifier=said.address if said.address.startswith("http") else name_based(name, title),
        title=title or plain(folder.name),
        copies=(Copy(f"{name}/{FIRST}", HTML),),
        paper=plain(said.paper or said.site or known.paper or ""),
        date=date,
        language=tag(root.get("lang")),
        leads=_leads(_meta(root, "@name='description'")),
        modified=moment(date) or UNCHANGED,
        cover=_cover(folder, _meta(root, "@property='og:image'")),
    )


def _meta(root: HtmlElement, which: str) -> str:
    """What a meta element says."""
    return plain(str(root.xpath(f"string(//meta[{which}]/@content)")))


def _leads(described: str) -> tuple[str, ...]:
    """The first titles of a description that lists them, as a front page of ours does, without its day."""
    titles = (title for title in map(plain, described.split("；")) if title and not is_date(title))
    return tuple(islice(titles, LEADS))


def _date_of_issue(root: HtmlElement) -> str:
    """The date of a periodical's issue, where the page holds schema.org's data on one; ISO 8601."""
    for script in root.iterfind(".//script[@type='application/ld+json']"):
        try:
            data = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        if isinstance(data, dict) and data.get("@type") == "PublicationIssue":
            return as_iso(str(data.get("datePublished"))) or ""
    return ""


def _cover(folder: Path, address: str) -> Cover | None:
    """The picture that stands for the site elsewhere (Open Graph's), where it lies in its folder."""
    name = basename(unquote(urlsplit(address).path))
    path = folder / name
    if not name or not path.is_file():
        return None
    kind = kind_of_picture(path.read_bytes())
    return Cover(path, None, *kind) if kind else None
