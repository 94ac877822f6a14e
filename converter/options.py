"""All that a user may say, in one table: the fields of ``Options``, of its ``Script`` and its ``Look``.

A field says how the command calls and explains it: the command makes its options of ``OPTIONS``, and ``convert`` has a
keyword for each. So a new option is a field here and a keyword there.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import field, fields, replace
from typing import Any

from converter import arguments
from converter.errors import UnknownFormat, UnwritableOutput
from converter.model import Metadata
from converter.records import NamedTuple, record

STYLES = ("newspaper", "book")
"""The styles that a user may name; any other style is a file of his own."""

DEVICES = ("kindle", "kobo", "apple")
"""The reading systems that want something of their own."""

FILE = "FILE"
"""What an option's value is called that names a file."""


class Row(NamedTuple):
    """What the command says of an option: its help with an example, its flag where that is not its name.

    ``value`` is what a value is called, ``choices`` are all there are; a ``switch`` takes none.
    """

    help: str
    flag: str | None = None
    value: str | None = None
    choices: tuple[str, ...] = ()
    switch: bool = False
    name: str | None = None  # where a user calls it otherwise than the field is called


def _option(default: Any, help: str, **row: Any) -> Any:
    """A field of that default with its row."""
    return field(default=default, metadata={"row": Row(help, **row)})


def _check(part: Any) -> None:
    """Raise ``UnfitArgument`` where a field that has a row holds what nobody may say there."""
    for one in fields(part):
        row, value = one.metadata.get("row"), getattr(part, one.name)
        if row is None or value == one.default:
            continue
        name = row.name or one.name
        if one.name in _TAKEN:
            _TAKEN[one.name](name, value)
        elif row.choices:
            arguments.one_of(name, value, row.choices)
        elif row.switch:
            arguments.flag(name, value)
        else:
            (arguments.place if FILE in (row.value or "") else arguments.text)(name, value)


_TAKEN: dict[str, Callable[[str, Any], object]] = {
    "names": arguments.texts,
    "glossary": arguments.pairs,
    "report": arguments.called,
    "language": arguments.language,
    "device": lambda name, value: None,  # ``Look`` says what is known of devices
}
"""How the values of fields are checked that their rows say too little of."""


@record(frozen=True, slots=True)
class Script:
    """What a user wants of the script of a text.

    ``target`` is a language (``zh-Hant-TW``) or one of OpenCC's configurations (``s2twp``), None for no other script.
    The languages are zh-Hans, zh-Hant, zh-Hant-TW and zh-Hant-HK. ``names`` are people's names to keep, ``glossary``
    are terms and what is written for each; both in the script of the text. ``quotes`` is ``keep``, ``corner``
    (「『』」) or ``curly`` (“‘’”), None for the target's own; a style that is named is written for all straight marks
    that their context tells, over lines and single ones too. ``punctuation`` is ``keep``, or ``full`` for full-width
    marks between Han characters. ``report`` is called with the ``converter.script.report.Report`` of what was decided.
    ``both`` keeps the text as read beside it, which a site shows.
    """

    target: str | None = _option(
        None,
        "简⇄繁: zh-Hans, zh-Hant, zh-Hant-TW, zh-Hant-HK, or a way of OpenCC's, e.g. --script zh-Hant-TW.",
        name="script",
        value="TARGET",
    )
    names: tuple[str, ...] = _option(
        (), "File of people's names to keep, one a line, e.g. --names names.txt.", value=FILE
    )
    glossary: tuple[tuple[str, str], ...] = _option(
        (), "File of terms, a tab and what each becomes, e.g. --glossary terms.tsv.", value=FILE
    )
    quotes: str | None = _option(
        None,
        "Quotation marks: the text's, 「『』」 or “‘’”; else the target's own, e.g. --quotes corner.",
        choices=("keep", "corner", "curly"),
    )
    punctuation: str = _option(
        "keep",
        "Full-width , ; : ! ? ( ) and whole … — between Han characters, e.g. --punctuation full.",
        choices=("keep", "full"),
    )
    report: Callable[[Any], object] | None = _option(
        None, "List on stderr what to look at after --script, e.g. --script zh-Hant-TW --report.", switch=True
    )
    both: bool = _option(
        False,
        "A site in both scripts, e.g. convert a.txt --to site -o today --script zh-Hant-TW --both.",
        switch=True,
    )

    def __post_init__(self) -> None:
        """Raises ``UnfitArgument``."""
        _check(self)

    @property
    def changes(self) -> bool:
        """Whether there is anything to do to a text."""
        return bool(self.target or self.quotes or self.punctuation != "keep" or self.report)


@record(frozen=True, slots=True)
class Look:
    """How a document is to look and for whom it is made; every value has a default that suits any reader.

    ``style`` is one of ``STYLES``, or a CSS file whose rules come after those of the first. ``vertical`` sets the lines
    from top to bottom and from right to left. ``cover`` is the file of a picture that takes the place of the drawn
    cover; ``font`` a font file, to draw the cover's pixels with. ``embed_font`` is a font file of which the book gets
    the glyphs that it needs. ``device`` is one of ``DEVICES``. ``certified_by`` names who has evaluated the book's
    accessibility and vouches for it. ``url`` is the address that a page, or the folder of a site, will have on the web.
    """

    style: str | os.PathLike[str] = _option(
        "newspaper", f"{' or '.join(STYLES)}, or a CSS file over the first, e.g. --style book.", value="NAME|FILE"
    )
    vertical: bool = _option(False, "Lines from top to bottom, e.g. banmian convert page.txt --vertical.", switch=True)
    cover: str | os.PathLike[str] | None = _option(None, "Picture for the cover, e.g. --cover front.jpg.", value=FILE)
    font: str | os.PathLike[str] | None = _option(
        None, "Font for the drawn cover's pixels, e.g. --font NotoSerifSC.otf.", value=FILE
    )
    embed_font: str | os.PathLike[str] | None = _option(
        None, "Font that the book brings, e.g. --embed-font NotoSerifSC.otf.", value=FILE
    )
    device: str | None = _option(
        None, "Readers with wants of their own, e.g. --for kobo.", flag="--for", choices=DEVICES
    )
    certified_by: str | None = _option(
        None, "Who has checked the book's accessibility, e.g. --certified-by 编校室.", value="NAME"
    )
    url: str | None = _option(
        None,
        "Where the page or site will be on the web, e.g. --url https://example.org/today/.",
        value="ADDRESS",
    )

    def __post_init__(self) -> None:
        """Raises ``UnknownFormat`` for a device that is none of these, ``UnwritableOutput`` for a url that is none,
        ``UnfitArgument`` for all else.
        """
        _check(self)
        if self.device not in (None, *DEVICES):
            raise UnknownFormat(
                f"nothing is known of {self.device!r}: make the book for {', '.join(DEVICES)}, or for all"
            )
        if self.url and not re.fullmatch(r"https?://[^\s/?#<>\"]+(/[^\s?#<>\"]*)?", self.url):
            raise UnwritableOutput(f"{self.url!r} is no address of a page: write it as https://example.org/today/")


@record(frozen=True, slots=True)
class Options:
    """What a user may say of a conversion; every value has a default that the document settles.

    ``reader`` and ``to`` overrule the formats told by the suffixes, ``encoding`` the encoding found, ``language`` the
    language found (a tag of BCP 47), ``metadata`` what text and file name say. ``strict`` refuses a text with broken
    bytes, which else stand as U+FFFD. ``script`` is what concerns the script,
    ``look`` what concerns the writer alone.
    """

    to: str | None = _option(None, "Format written where OUT doesn't tell, e.g. --to html.")
    reader: str | None = _option(
        None, "Format read, e.g. --from outline; a wrong name lists them all.", flag="--from", value="FORMAT"
    )
    encoding: str | None = _option(None, "Encoding of the text, e.g. --encoding gb18030.", value="NAME")
    strict: bool = _option(
        False, "Refuse a text with broken bytes, e.g. banmian convert page.txt --strict.", switch=True
    )
    language: str | None = _option(None, "Language of the text as read, e.g. --language zh-Hant.", value="TAG")
    script: Script = Script()
    metadata: Metadata = Metadata()
    look: Look = Look()

    def __post_init__(self) -> None:
        """Raises ``UnfitArgument``."""
        if isinstance(self.script, str):  # a target alone, as ``convert`` takes it
            object.__setattr__(self, "script", Script(self.script))
        for name, kind in (("script", Script), ("metadata", Metadata), ("look", Look)):
            arguments.of_kind(name, getattr(self, name), kind, f"give a {kind.__name__}, or say Options.of(…)")
        _check(self)
        if self.metadata != Metadata():
            object.__setattr__(self, "metadata", _fit(self.metadata))

    @classmethod
    def of(cls, **said: Any) -> Options:
        """The options said by their names in ``OPTIONS``, as ``convert`` takes them.

        ``names`` may be any names, ``glossary`` a mapping. Raises what the parts raise, ``TypeError`` for no option.
        """
        if unknown := said.keys() - OPTIONS.keys():
            raise TypeError(f"no option is called {min(unknown)!r}")
        said["names"] = arguments.texts("names", said.get("names") or ())
        said["glossary"] = arguments.pairs("glossary", said.get("glossary") or {})
        parts: dict[type, dict[str, Any]] = {Options: {}, Script: {}, Metadata: {}, Look: {}}
        for name, value in said.items():
            parts[OPTIONS[name].holder][OPTIONS[name].field] = value
        script, metadata, look = Script(**parts[Script]), Metadata(**parts[Metadata]), Look(**parts[Look])
        return cls(**parts[Options], script=script, metadata=metadata, look=look)


def day(name: str, value: Any) -> str:
    """The date that ``value`` says, in ISO 8601. Raises ``UnfitArgument`` where it says none."""
    from converter.press.dates import as_iso

    if not (said := as_iso(str(value))):
        raise arguments.unfit(name, value, "that is no date; write it as 2021-01-05, or the year alone")
    return said


def _fit(said: Metadata) -> Metadata:
    """The metadata that a user says, their date in ISO 8601. Raises ``UnfitArgument``."""
    for name in said.__slots__:
        if (value := getattr(said, name)) is not None and name != "date":
            arguments.text(name, value)
    return replace(said, date=day("date", said.date)) if said.date else said


class Option(NamedTuple):
    """An option: the field of the holder that it is, and its row."""

    holder: type
    field: str
    default: Any
    row: Row


def _options(holder: type) -> dict[str, Option]:
    """The options that the fields of a class are, by the names that a user calls them."""
    rows = {one: one.metadata["row"] for one in fields(holder) if "row" in one.metadata}
    return {row.name or one.name: Option(holder, one.name, one.default, row) for one, row in rows.items()}


_OF_THE_ISSUE = {
    "title": Row("Title of the book, e.g. --title 春游."),
    "paper": Row("Name of the paper, e.g. --paper 汉江晚报."),
    "date": Row("Day of the issue, e.g. --date 2021-01-05.", value="DATE"),
    "page": Row("Number of the page as printed, e.g. --page 05."),
    "author": Row("Author of the whole, e.g. --author 编辑部."),
}
"""What of the metadata a user may say; a reader may find more."""

OPTIONS: dict[str, Option] = {
    **_options(Options),
    **_options(Script),
    **{name: Option(Metadata, name, None, row) for name, row in _OF_THE_ISSUE.items()},
    **_options(Look),
}
"""Every option by the name that a user calls it, in the order in which the command lists them."""
