"""EbookLib's container, with what is wrong in it put right.

EbookLib 0.20 has these defects; ``tests/writers/test_ebooklib.py`` shows each, and fails where a version mends it.

Documents are finished bytes (``EpubItem``), because of its own:
  - text before the first element is lost;
  - a text of more than ten million bytes is lost;
  - what stands deeper than 254 elements is lost;
  - a document with an XML declaration becomes empty;
  - spaces appear between Chinese characters;
  - the attributes of the body are lost;
  - the viewBox of an SVG becomes a viewbox.

``navigation.py`` makes the lists, because in its own:
  - whatever has a type and an id is called a page;
  - landmarks are shown, with an English heading;
  - empty contents are an empty list;
  - the NCX says depth 0;
  - the NCX has points that lead nowhere;
  - the NCX has points of the same id;
  - the NCX has no order of play;
  - the NCX names no language.

``epub.cover_page``, ``markup.plain`` and ``Package`` are there because:
  - the cover's page is in English;
  - a title with a control character is lost;
  - the identifier is another each time;
  - its own version is in the metadata.

``_Writer`` and ``_Archive`` override it, and it writes into memory, because:
  - the package names no language;
  - the package declares a prefix that nothing uses;
  - the time of change is local and called UTC;
  - entries bear the time of the run;
  - entries can be read by their owner alone;
  - an older file is lost when writing fails;
  - nobody is told that writing failed.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from ebooklib import epub

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
OLDEST = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip file can say."""


COMPRESSION = 3
"""zlib's level: by its highest a book is smaller by a hundredth, and takes a third longer to pack."""

_PACKED = ("mimetype", ".png", ".jpg", ".webp")
"""How files end that are put in as they are: the first has to be (OCF 3.3, 4.2.2), pictures are packed already."""


class _Archive(zipfile.ZipFile):
    """A zip file whose entries say nothing of when, where and by whom it was written."""

    def writestr(self, name: str, data: str | bytes) -> None:  # type: ignore[override]
        """Add a file. EbookLib lets the clock and the umask in: its entries are stamped with now and have mode 0600."""
        entry = zipfile.ZipInfo(name, OLDEST)
        entry.create_system = 3  # Unix, so that the mode below is read
        entry.external_attr = 0o100644 << 16
        entry.compress_type = zipfile.ZIP_STORED if name.endswith(_PACKED) else zipfile.ZIP_DEFLATED
        super().writestr(entry, data, compresslevel=COMPRESSION)


class _Writer(epub.EpubWriter):  # type: ignore[misc]
    """EbookLib's writer without its three defects that finished files do not cure."""

    def write(self) -> None:
        """Write everything. Overridden because EbookLib opens a ``ZipFile`` of its own (see ``_Archive``)."""
        with _Archive(self.file_name, "w") as self.out:
            self.out.writestr("mimetype", "application/epub+zip")
            self._write_container()
            self._write_opf()
            self._write_items()
            for name, content in self.options["beside"].items():
                self.out.writestr(f"META-INF/{name}", content)

    def _write_opf_file(self, root: Any) -> None:
        """Write the package document. EbookLib declares no language for it, and a prefix that nothing uses."""
        root.set(XML_LANG, self.book.language)
        del root.attrib["prefix"]
        if self.book.prefixes:
            root.set("prefix", " ".join(self.book.prefixes))
        super()._write_opf_file(root)


class _Item(epub.EpubItem):  # type: ignore[misc]
    """A file that may be made when it is packed."""

    def get_content(self, default: bytes = b"") -> bytes:
        """What goes into the archive."""
        made: bytes = self.content() if callable(self.content) else self.content
        return made or default


def uid_of(name: str) -> str:
    """What a file of the book is called in the package document."""
    return name.replace(".", "-")


class Package:
    """A book in the making: metadata, files, reading order."""

    def __init__(self, identifier: str, title: str, language: str, vertical: bool) -> None:
        self.beside: dict[str, bytes] = {}
        self.book = epub.EpubBook()
        self.book.metadata.clear()  # the random identifier and EbookLib's own version, which changes the bytes
        self.book.set_identifier(identifier)
        self.say("title", title, id="title")
        self.state("title-type", "main", refines="#title")
        self.book.set_language(language)
        if vertical:
            self.book.set_direction("rtl")  # of the pages: the next one lies to the left
            self.book.add_metadata("OPF", "meta", None, {"name": "primary-writing-mode", "content": "vertical-rl"})

    def say(self, name: str, value: str, **attributes: str) -> None:
        """Add a Dublin Core element."""
        self.book.add_metadata("DC", name, value, attributes)

    def state(self, property_: str, value: str, **attributes: str) -> None:
        """Add a ``meta`` element (EPUB 3.3, 5.5.6)."""
        self.book.add_metadata("OPF", property_, value, {"property": property_} | attributes)

    def add(
        self,
        name: str,
        media_type: str,
        content: bytes | Callable[[], bytes],
        properties: Iterable[str] = (),
        reads: bool = False,
    ) -> None:
        """Add a file, or what makes it when it is packed: of a book one document is in memory as a file.

        ``reads`` puts it into the reading order.
        """
        uid = "ncx" if name.endswith(".ncx") else uid_of(name)  # EbookLib's spine names its NCX so
        item = _Item(uid, name, media_type, content)
        item.properties = list(properties)
        self.book.add_item(item)
        if reads:
            self.book.spine.append(item)
        if "cover-image" in item.properties:
            self.book.add_metadata("OPF", "meta", None, {"name": "cover", "content": uid})  # as EPUB 2 names it

    def show_own_fonts(self) -> None:
        """Have Apple Books show the book in its own fonts (Apple Books Asset Guide); it keeps to its own elsewhere."""
        self.book.add_prefix("ibooks", "http://vocabulary.itunes.apple.com/rdf/ibooks/vocabulary-extensions-1.0/")
        self.state("ibooks:specified-fonts", "true")

    def accompany(self, name: str, content: bytes) -> None:
        """Add a file that is no part of the book and goes with it, in ``META-INF``."""
        self.beside[name] = content

    def write(self, modified: datetime) -> bytes:
        """The finished book. ``modified`` is UTC."""
        output = io.BytesIO()
        _Writer(output, self.book, {"mtime": modified, "beside": self.beside}).write()
        return output.getvalue()
