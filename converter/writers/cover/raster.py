"""A drawn cover → pixels, which every reading system shows."""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator, Sequence
from contextlib import closing

from converter.errors import MissingExtra, UnreadableInput
from converter.installed import to_install
from converter.options import Look
from converter.writers.cover.painted import painted
from converter.writers.cover.shapes import TEXT, Bar, Words, without_words
from converter.writers.markup.labels import region_of

FACES = (
    # a family, and its files; {} is the region: what a masthead is set in first, then any with Chinese
    ("Noto Serif CJK {}", "NotoSerifCJK-Black.ttc NotoSerifCJK-Bold.ttc NotoSerifCJK-Regular.ttc"),
    ("Noto Serif {}", "NotoSerif{0}-Black.otf NotoSerif{0}-Bold.otf NotoSerif{0}-Regular.otf"),
    ("Source Han Serif {}", "SourceHanSerif-Heavy.ttc SourceHanSerif-Bold.ttc SourceHanSerif-Regular.ttc"),
    ("Songti {}", "Songti.ttc"),
    ("Noto Serif CJK {}", "NotoSerifCJK-VF.ttc NotoSerifCJK-VF.otf.ttc"),
    ("Noto Sans CJK {}", "NotoSansCJK-Black.ttc NotoSansCJK-Bold.ttc NotoSansCJK-Regular.ttc"),
    ("Noto Sans CJK {}", "NotoSansCJK-VF.ttc NotoSansCJK-VF.otf.ttc"),
    ("PingFang {}", "PingFang.ttc"),
    ("SimSun", "simsun.ttc"),
    ("Microsoft YaHei", "msyh.ttc msyhbd.ttc"),
    ("Microsoft JhengHei", "msjh.ttc msjhbd.ttc"),
    ("WenQuanYi Zen Hei", "wqy-zenhei.ttc"),
    ("AR PL UMing CN", "uming.ttc"),
    ("Droid Sans Fallback", "DroidSansFallbackFull.ttf"),
)
OTHER_REGIONS = {("Source Han Serif {}", "HK"): "HC", ("Songti {}", "HK"): "TC"}
"""What families call a region, where not by its usual name."""

FOLDERS = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "~/.local/share/fonts",
    "~/.fonts",
    "/System/Library/Fonts",
    "/Library/Fonts",
    "~/Library/Fonts",
    "C:/Windows/Fonts",
)
"""Where Linux, macOS and Windows keep fonts."""

PIXELS = (960, 1280)
"""Width and height of a cover: shops and shelves want a thousand at least, and more takes time with every book."""

_MOST_FACES = 64
"""Faces of one file that are looked at."""

WITHOUT_FONT = (
    "no font with Chinese is installed, so the cover has bars where its words would be: "
    "install one (Noto Serif CJK), or name one with --font"
)


def drawn_by_us(shapes: Sequence[Bar | Words], width: float, language: str) -> tuple[bytes | None, tuple[str, ...]]:
    """Our own drawing, ``width`` units wide, as PNG of ``PIXELS``, and warnings.

    It is set in the first of ``FACES`` that the system has; where there is none, a bar stands for each line of type, as
    the miniature has it. None where that takes more than FreeType: see ``type.py``.
    """
    scale = PIXELS[0] / width
    family, files = system_face(language)
    if not files:
        return painted(without_words(shapes), scale, PIXELS), (WITHOUT_FONT,)
    from converter.writers.cover.type import Setter, Unset

    try:
        with closing(Setter(family, files)) as setter:
            return painted(shapes, scale, PIXELS, setter.set), ()
    except Unset:
        return None, ()


def rastered(svg: str, look: Look, language: str) -> tuple[bytes | None, tuple[str, ...]]:
    """The drawing as PNG, fitted into ``PIXELS``, and warnings.

    It is set in ``look.font``, else in the first of ``FACES`` that the system has. None, and a warning, where the
    renderer is not installed. Raises ``MissingExtra`` where a font is given and the renderer is missing,
    ``UnreadableInput`` for a drawing that has no size.
    """
    try:
        import resvg_py
    except ImportError as error:
        if look.font:
            advice = f"a cover can be set in a font only with the package resvg-py: {to_install('resvg-py')}"
            raise MissingExtra(advice) from error
        return None, (f"the cover stays a drawing, which some readers do not show: {to_install('resvg-py')}",)
    warnings: tuple[str, ...] = ()
    if look.font:
        from converter.writers.markup.fonts import family_of

        files = [os.fspath(look.font)]
        family, warnings = family_of(look.font, language, "".join(TEXT.findall(svg)))
    else:
        family, files = system_face(language)
    if not files and TEXT.search(svg):
        warnings = (WITHOUT_FONT,)
    try:
        png = resvg_py.svg_to_bytes(
            svg,
            width=PIXELS[0],
            height=PIXELS[1],
            dpi=96,
            skip_system_fonts=True,
            font_files=files,
            serif_family=family,
        )
    except ValueError as error:  # a user's own drawing
        raise UnreadableInput(f"the cover cannot be drawn in pixels ({error}): save it as PNG") from error
    return bytes(png), warnings


def system_face(language: str) -> tuple[str, list[str]]:
    """The family to set ``language`` in and its files, from the system's own folders; no files where it has none.

    A file that is broken is passed over: type in it would not be seen.
    """
    region = region_of(language)
    known = {name.lower(): path for folder in FOLDERS for path, name in _files(os.path.expanduser(folder))}
    for family, names in FACES:
        there = (known[name] for name in names.format(region).lower().split() if name in known)
        if found := list(filter(_is_whole, there)):
            return family.format(OTHER_REGIONS.get((family, region), region)), found
    return "", []


def _files(folder: str) -> Iterator[tuple[str, str]]:
    """The path and the name of every file below ``folder``, in an order that is the same each time."""
    for path, folders, names in os.walk(folder):
        folders.sort()
        yield from ((os.path.join(path, name), name) for name in sorted(names))


def _is_whole(font: str) -> bool:
    """Whether a font's file, of one face or several, holds all the tables that it names (OpenType 1.9, *Font File*)."""
    try:
        with open(font, "rb") as file:

            def read(at: int, what: str) -> tuple[int, ...]:
                file.seek(at)
                return struct.unpack(what, file.read(struct.calcsize(what)))

            size = os.fstat(file.fileno()).st_size
            is_several = file.read(4) == b"ttcf"
            for face in read(12, f">{min(read(8, '>I')[0], _MOST_FACES)}I") if is_several else (0,):
                tables = read(face + 12, ">" + "8xII" * read(face + 4, ">H")[0])
                if any(begin + length > size for begin, length in zip(tables[::2], tables[1::2], strict=True)):
                    return False
    except (OSError, struct.error):
        return False
    return True
