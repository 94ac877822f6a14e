"""Font files: their family, and the part of one that a book needs."""

from __future__ import annotations

import io
import os
from binascii import b2a_base64
from functools import partial
from itertools import filterfalse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from converter.errors import MissingExtra, UnreadableInput
from converter.installed import to_install
from converter.press.patterns import later
from converter.records import NamedTuple
from converter.writers.markup.labels import region_of
from converter.writers.markup.styles import sheet

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

RESTRICTED, NO_SUBSETS = 0x0002, 0x0100
"""Bits of OS/2's ``fsType`` (OpenType 1.9) that forbid to embed a font, or a part of one."""

COPYRIGHT, LICENCE, LICENCE_ADDRESS = 0, 13, 14
"""Numbers of names in a font (OpenType 1.9, name)."""

LICENCE_FILES = ("OFL.txt", "LICENSE.txt", "LICENSE", "LICENCE.txt", "COPYING")


LAST_OF_KAI = later('("Noto Serif CJK (?:SC|TC|HK)"), serif;')
"""The end of the stacks that ``newspaper.css`` has for what is not the story's own text."""

ASCII = "".join(map(chr, range(32, 127)))
"""What an embedded font has in any case: a reading system adds numbers of its own."""


class Font(NamedTuple):
    """A font for a book or page; ``licence`` goes with it, ``warnings`` name the characters that it does not have."""

    name: str
    media_type: str
    data: bytes
    licence: str
    warnings: tuple[str, ...]

    def dress(self, css: str, address: str) -> str:
        """``css`` with the font at ``address`` as the text's first; a Kai face of the reader's stays before it."""
        face = f'@font-face {{ font-family: "Embedded"; src: url("{address}"); }}\n'
        css = LAST_OF_KAI.sub(r'\1, "Embedded", serif;', css)
        return f'{css}{face}:root:root {{ font-family: "Embedded", serif; }}\n'

    @property
    def held(self) -> str:
        """An address that holds the font."""
        return f"data:{self.media_type};base64,{b2a_base64(self.data, newline=False).decode()}"


def opened(path: str | os.PathLike[str], language: str) -> TTFont:
    """The font; of a collection the one for the language's region. Raises ``UnreadableInput``, ``MissingExtra``."""
    try:
        from fontTools.ttLib import TTCollection, TTFont, TTLibError
    except ImportError as error:
        raise MissingExtra(f"a font needs the package fonttools: {to_install('fonttools')}") from error
    try:
        with open(path, "rb") as file:
            count = len(TTCollection(path, lazy=True).fonts) if file.read(4) == b"ttcf" else 1
        as_it_is = {"lazy": True, "recalcTimestamp": False, "recalcBBoxes": False}
        fonts = [TTFont(path, fontNumber=number, **as_it_is) for number in range(count)]
        of_region = [font for font in fonts if _name_of(font).endswith(f" {region_of(language)}")]
        return (of_region or fonts)[0]
    except OSError as error:
        raise UnreadableInput(f"no font at {path} ({error.strerror}): name an .otf, .ttf or .ttc file") from error
    except (TTLibError, KeyError) as error:
        raise UnreadableInput(f"{path} is no font that can be read: name an .otf, .ttf or .ttc file") from error


def family_of(path: str | os.PathLike[str], language: str, text: str) -> tuple[str, tuple[str, ...]]:
    """The name of the font's family, and a warning of the characters of ``text`` that it does not have."""
    font = opened(path, language)
    return _name_of(font), _gaps(path, font, text)


def embedded(path: str | os.PathLike[str], language: str, text: str) -> Font:
    """What of the font ``text`` and numbers need, with all its features: the forms for vertical lines are one of them.

    Raises ``UnreadableInput`` where the font's makers forbid that.
    """
    font = opened(path, language)
    permission = font["OS/2"].fsType if "OS/2" in font else 0
    if permission & (RESTRICTED | NO_SUBSETS):
        raise UnreadableInput(f"{path} may not be embedded, its makers say (fsType {permission}): choose another font")
    gaps = _gaps(path, font, text + ASCII)
    from fontTools.subset import Options, Subsetter

    keep_all: dict[str, Any] = {"layout_features": ["*"], "name_IDs": ["*"], "name_languages": ["*"]}
    options = Options(notdef_outline=True, recalc_timestamp=False, **keep_all)
    options.drop_tables += filterfalse(partial(_can_be_cut, options), font.keys())
    subsetter = Subsetter(options)
    subsetter.populate(text=text + ASCII)
    subsetter.subset(font)
    output = io.BytesIO()
    font.flavor = None  # WOFF comes as what is packed in it
    font.save(output, reorderTables=True)
    kind = "otf" if "CFF " in font or "CFF2" in font else "ttf"
    return Font(f"font.{kind}", f"font/{kind}", output.getvalue(), _licence(Path(path), font), gaps)


def _can_be_cut(options: Any, tag: str) -> bool:
    """Whether fontTools knows how to make a table smaller, or that it may stay; it would print a line on any other."""
    from fontTools.ttLib import getTableClass

    return tag.strip() in options.no_subset_tables or hasattr(getTableClass(tag), "subset_glyphs")


def _name_of(font: TTFont) -> str:
    """The name of its family."""
    return str(font["name"].getBestFamilyName() or "")


def _licence(path: Path, font: TTFont) -> str:
    """What the font says of its makers and of its licence, and the licence's file beside it."""
    said = [str(font["name"].getDebugName(number) or "") for number in (COPYRIGHT, LICENCE, LICENCE_ADDRESS)]
    beside = [(path.parent / name) for name in LICENCE_FILES]
    text = next((file.read_text("utf-8", "replace") for file in beside if file.is_file()), "")
    if not text and "Open Font License" in "".join(said):
        text = sheet("OFL-1.1.txt")
    return "\n\n".join(filter(None, (_name_of(font), *said, text.strip()))) + "\n"


def _gaps(path: str | os.PathLike[str], font: TTFont, text: str) -> tuple[str, ...]:
    """A warning of the characters of ``text`` that the font has no glyph for; none where it has all."""
    glyphs = font.getBestCmap() or {}
    missing = sorted({char for char in text if char.isprintable() and not char.isspace() and ord(char) not in glyphs})
    shown = "".join(missing[:20]) + ("…" if len(missing) > 20 else "")
    plural = "a character" if len(missing) == 1 else f"{len(missing)} characters"
    return (f"{path} has no glyph for {plural}: {shown}",) if missing else ()
