"""The picture of a page that was recognised, where it lies beside the document: what is cropped from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice
from posixpath import splitext
from typing import Any
from urllib.parse import unquote

from converter.errors import UnreadableInput
from converter.installed import to_install
from converter.readers import Near
from converter.readers.archive import climbs
from converter.readers.recognised.regions import Cropper, Lack, Scan
from converter.readers.text import clean

PACKAGES = ("numpy", "pillow>=11")
"""What has to be installed for pictures to be cropped; the extra ``ocr`` has them."""

SUFFIXES = (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".jp2", ".bmp")
"""Of pictures of pages: archives often deliver another kind than the one that was recognised."""

ODD = 0.03
"""By how much of its height a picture may be higher or lower than its page is for its width; else it is of another."""


class Pictures:
    """Gives pages their pictures, which lie ``near`` their document. One is unpacked at a time.

    Pages that name the same file have its pictures one after another, as those of a TIFF.
    """

    def __init__(self, near: Near) -> None:
        self._near = near
        self._name = ""
        self._pages: Iterator[Any] | None = None  # of the file of that name, those that are not taken yet
        self._due = 0  # pages that have named it since one was taken

    def shown(self, scan: Scan, names: Iterable[str | None]) -> Scan:
        """The page with what crops its pictures, or what it lacks for that; ``names`` are those that its picture's file
        may have, the likeliest first."""
        said = [*filter(None, names)]
        name = said[0] if said else ""
        if name != self._name:
            self._name, self._pages, self._due = name, None, 0
        self._due += 1
        if not scan.pictures or not name:
            return scan
        try:
            if self._pages is None:
                self._pages = self._opened(said)
            image = next(islice(self._pages, self._due - 1, None), None)
            self._due = 0
            return replace(scan, crop=image and _cropper(image, scan), lack=(Lack.PAGE, name))
        except ImportError:
            return replace(scan, lack=(Lack.PACKAGE, ""))
        except UnreadableInput:
            return replace(scan, lack=(Lack.PAGE, name))
        except FileNotFoundError:
            return replace(scan, lack=(Lack.FILE, name))

    def _opened(self, names: Iterable[str]) -> Iterator[Any]:
        """The pictures of the first file that is there. Raises ``FileNotFoundError`` where none is, ``ImportError``
        without Pillow."""
        from converter.readers.scan.pictures import held

        data = next(filter(None, map(self._near, dict.fromkeys(name for said in names for name in _paths(said)))), None)
        if data is None:
            raise FileNotFoundError
        return held(data)


def _cropper(image: Any, scan: Scan) -> Cropper | None:
    """What crops a page's picture; None where it is of another shape than the page."""
    from converter.readers.scan.pictures import cropped_from

    scale = scan.width / image.width
    if abs(image.height * scale / scan.height - 1) > ODD:
        return None
    return partial(cropped_from, image, scale)


def places(said: str) -> Iterator[str]:
    """Where a file lies that is said to lie somewhere: there, else in a folder called as its own there, else in the
    document's. That was written on another machine, whose folders they are, or is an address of the network."""
    path = unquote(said.strip().strip("\"'").replace("\\", "/")).removeprefix("file://").removeprefix("./")
    if not climbs(path) and "://" not in path:
        yield path
    parts = [part for part in path.split("/") if part not in ("", ".", "..")]
    yield from ("/".join(parts[-count:]) for count in (2, 1) if len(parts) >= count)


def _paths(said: str) -> Iterator[str]:
    """Where a page's picture lies, or another kind of picture of that name."""
    for name in filter(None, places(said)):
        yield name
        stem = splitext(name)[0]
        yield from (stem + suffix for lower in SUFFIXES for suffix in (lower, lower.upper()))


def sentences(lacking: Counter[tuple[Lack, str]]) -> Iterator[str]:
    """What is said of pictures that were not cropped, counted by what their pages lack and the names of their files."""
    for lack in Lack:
        if not (count := sum(number for (cause, _), number in lacking.items() if cause is lack)):
            continue
        files = listed([name for (cause, name), number in lacking.items() if cause is lack and number])
        if lack is Lack.FILE:
            yield f"left out {count} picture(s) that only the scan has: put the scan beside the document ({files})"
        elif lack is Lack.PAGE:
            yield f"left out {count} picture(s) of the scan: the picture of the page is damaged, or another's ({files})"
        elif lack is Lack.PACKAGE:
            yield f"left out {count} picture(s) of the scan, which Pillow would crop: {to_install(*PACKAGES)}"
        else:
            yield f"left out {count} picture(s) that only the scan has"


def listed(names: Sequence[str]) -> str:
    """The first names of some, as a document writes them, for a sentence."""
    shown = (clean(name)[-_LONGEST:] for name in names[:3])
    return ", ".join(shown) + (" …" if len(names) > 3 else "")


_LONGEST = 100  # characters of a path that are shown, its last ones
