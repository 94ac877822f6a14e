"""What pandoc, VuePress, Obsidian and others add to Markdown: made CommonMark, or told where it stays as it stands.

Blocks and spans of code are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from converter import left_out
from converter.left_out import amount
from converter.readers.files import is_picture

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
ATTRIBUTE = r"(?:[#.][\w:.-]+|[\w-]+=(?:\"[^\"]*\"|'[^']*'|[^\s{}\"']+))"
"""What pandoc has between braces: a name, a class, a key with its value. Braces that hold anything else are text."""
_BRACES = rf"\{{[ \t]*{ATTRIBUTE}(?:[ \t]+{ATTRIBUTE})*[ \t]*\}}"
_CONTAINER = re.compile(
    rf"\s*:{{3,}}[ \t]*(?:[A-Za-z][A-Za-z0-9_-]*)?[ \t]*(?P<braces>{_BRACES})?(?P<title>[^\n:]*):*[ \t]*"
)
_ATTRIBUTES = re.compile(rf"(?<=[)\]`]){_BRACES}")
_ATTRIBUTES_AT_END = re.compile(rf"[ \t]*{_BRACES}[ \t]*$")
_FRAME = re.compile(
    r"^(?P<margin>[ ]*)(?:!!!|\?{3}\+?)(?:[ \t]+[A-Za-z][\w-]*)+(?:[ \t]+\"(?P<title>[^\"\n]*)\")?[ \t]*$"
    r"(?=\n(?:[ \t]*\n)*(?P=margin)    )",
    re.MULTILINE,
)
"""A box of MkDocs': what is in it stands four columns further in."""
_BOXED = re.compile(r"\[(.*)\]")
_SPAN = re.compile(rf"(?<![\]!])\[([^\[\]\n]+)\]{_BRACES}")
_TITLE = re.compile(r"""\btitle=(?:"([^"]*)"|'([^']*)'|([^\s{}"']+))""")
_CALLOUT = re.compile(r"(?P<quote>[ \t]*+(?:>[ \t]?)++)\[!\w+(?:\|[^\]\n]*)?\][+-]?[ \t]*(?P<title>.*)")
"""What a quotation that is a note or a warning begins with, for GitHub and Obsidian."""
_DELIMITER = re.compile(r"\|[ \t]*:?-+:?[ \t]*")
"""What stands below the head of a table of one column, whose rows may look as the lines of a poem do."""
_LINE_BLOCK = re.compile(r"^\|(?:[ \t]+([^|\n]*))?$")
"""A line of pandoc's that stays one, as of a poem; no row of a table, which has more than one stroke."""
_EMBED = re.compile(r"!\[\[(?P<file>[^\[\]|\n]+)(?:\|(?P<words>[^\[\]\n]*))?\]\]")
_SIZE = re.compile(r"\d+(?:x\d+)?")
_WIKI = re.compile(r"(?<!\[)\[\[(?!_?toc_?\]\])(?:([^\[\]|\n]+)\|)?([^\[\]|\n]+)\]\](?!\])", re.IGNORECASE)
_DEFINED = re.compile(r" {0,3}\[(?P<note>\^)?(?P<label>[^\[\]^\n]+)\]:[ \t]*(?P<rest>.*)")
_REFERENCE = re.compile(
    r"^ {0,3}\[(?P<label>[^\[\]^\n]+)\]:[ \t]*(?:\n[ \t]*)?(?:<|[^\s]*[./:#\\]).*(?:\n[ \t]+[\"'(].*[\"')][ \t]*$)?",
    re.MULTILINE,
)
_LABEL = re.compile(r"\[([^\[\]]+)\]")
_REFERRED = re.compile(r"\[\^([^\[\]\n]+)\](?!:)")
_ADDRESS = re.compile(r"<|[^\s]*[./:#\\]")
_FORMULA_LINES = re.compile(r"^[ \t]*\$\$[ \t]*\n[^$]*\n[ \t]*\$\$[ \t]*$", re.MULTILINE)
_SIGNS = re.compile(r"[\\*_`~\[\]{}<>!#|=+-]")
_INSIDE = r"(?:[^\n\\^_=]|\\[A-Za-z]){0,200}?(?:[\^_=]|\\[A-Za-z])(?:[^\n\\]|\\[A-Za-z]){0,200}?"
_TEX = re.compile(
    r"\$(?=[^\s$])[^$\n]*?[\\^_=][^$\n]*\$|\\(?:ref|eqref|cite|label)\{[^{}\n]*\}"
    rf"|\\\({_INSIDE}\\\)|\\\[{_INSIDE}\\\]"
)
_SCRIPTS = (
    # pandoc's lowered and raised text where it is surely that, a range (3~5, 6~8) being none; and its element
    (re.compile(r"(?<=[A-Za-z)\]])~(\d{1,3}|[a-z]{1,5}(?=~(?![A-Za-z0-9])))~(?!~)"), "sub"),
    (re.compile(r"(?<=[A-Za-z0-9)\]])\^([+−-]?\d{1,3}[+−-]?|[a-z]{1,5}(?=\^(?![A-Za-z0-9])))\^(?!\^)"), "sup"),
)


def as_common(text: str) -> tuple[str, tuple[str, ...]]:
    """The text as CommonMark, and what is to be told of it. Nothing that it says is lost.

    Boxes (``:::tip``) are their text with their titles, wiki links their words, attributes (``{width=50%}``) nothing;
    a note that no mark leads to, and a word in brackets before a colon, are text. Formulas stay as TeX.
    """
    text = "\n".join(_unframed(text.split("\n"))) if _FRAME.search(text) else text
    parts = list(_parts(_FORMULA_LINES.sub(lambda found: _as_text(found[0]), text)))
    if not any(_DELIMITER.fullmatch(line) for line, is_code in parts if not is_code):
        parts = [(line if is_code else _LINE_BLOCK.sub(r"\1  ", line), is_code) for line, is_code in parts]
    prose = "\n".join(_CODE.sub("", line) for line, is_code in parts if not is_code)
    notes = {label.casefold() for label in _REFERRED.findall(prose)}
    seen: set[str] = set()
    lines = [line if is_code else _line(line, notes, seen) for line, is_code in parts]
    formulas = len(_FORMULA_LINES.findall(text)) + len(_TEX.findall(prose))
    told = [f"{formulas} formula(s) and commands of TeX stay as they are written"] if formulas else []
    left = {
        "pages that wiki links lead to under other words": sum(
            amount(target) for target, _ in _WIKI.findall(_EMBED.sub(_embedded, prose))
        ),
        "references that nothing uses": sum(map(amount, _unused(prose))),
    }
    return "\n".join(lines), (*told, *left_out.told(left))


def _unused(prose: str) -> Iterator[str]:
    """The definitions of links (``[label]: address "title"``) that no link refers to, and those after the first."""
    named = {_normal(label) for label in _LABEL.findall(_REFERENCE.sub("", prose))}
    for found in _REFERENCE.finditer(prose):
        if (label := _normal(found["label"])) not in named:
            yield found[0]
        named.discard(label)


def _normal(label: str) -> str:
    """A label as labels are compared (CommonMark 0.31.2, 4.7)."""
    return " ".join(label.casefold().split())


def _parts(text: str) -> Iterator[tuple[str, bool]]:
    """The lines, and whether each is of a block of code between fences."""
    fence = ""
    for line in text.split("\n"):
        found = _FENCE.match(line)
        if fence:
            yield line, True
            if found and found[1].startswith(fence) and not line.strip(" \t`~"):
                fence = ""
        else:
            fence = found[1] if found else ""
            yield line, bool(fence)


def _unframed(lines: list[str]) -> Iterator[str]:
    """The lines, those in boxes of MkDocs' as far out as others, with the titles of the boxes."""
    margins: list[int] = []
    fence = ""
    for number, line in enumerate(lines):
        margin = len(line) - len(line.lstrip(" "))
        while line.strip() and margins and margin < margins[-1] + 4:
            margins.pop()
        inside = line[4 * len(margins) :]
        found = _FENCE.match(inside)
        if fence or found:
            fence = "" if found and fence and found[1].startswith(fence) else fence or (found[1] if found else "")
        elif box := _FRAME.match("\n".join(lines[number : number + 3])):
            margins.append(margin)
            inside = f"\n**{box['title']}**\n" if box["title"] else ""
        yield inside


def _line(line: str, notes: set[str], seen: set[str]) -> str:
    """A line that is no code."""
    if box := _CONTAINER.fullmatch(line):
        named = _TITLE.search(box["braces"] or "")
        title = _ATTRIBUTES_AT_END.sub("", box["title"]).strip()
        title = _BOXED.sub(r"\1", title) or (next(filter(None, named.groups()), "") if named else "")
        return f"\n**{title}**\n" if title else ""
    if callout := _CALLOUT.fullmatch(line):
        title = callout["title"].strip()
        return f"{callout['quote']}**{title}**\n{callout['quote']}" if title else callout["quote"]
    if (defined := _DEFINED.match(line)) and not _is_used(defined, notes, seen):
        at = line.index("[")
        line = f"{line[:at]}\\{line[at:]}"
    return _outside_code(line, _prose)


def _prose(text: str) -> str:
    """Text that is no code, its formulas left as they are."""
    pieces, end = [], 0
    for formula in _TEX.finditer(text):
        pieces += [_inline(text[end : formula.start()]), _as_text(formula[0])]
        end = formula.end()
    return "".join((*pieces, _inline(text[end:])))


def _as_text(formula: str) -> str:
    """A formula of which Markdown changes nothing."""
    return _SIGNS.sub(r"\\\g<0>", formula)


def _is_used(defined: re.Match[str], notes: set[str], seen: set[str]) -> bool:
    """Whether Markdown takes the line for a definition that is shown elsewhere: a note's first, or a link's address."""
    if not defined["note"]:
        return _ADDRESS.match(defined["rest"]) is not None or not defined["rest"]
    label = defined["label"].casefold()
    is_first = label in notes and label not in seen
    seen.add(label)
    return is_first


def _inline(text: str) -> str:
    """Text that is no code, without what only a program reads."""
    text = _SPAN.sub(r"\1", text)
    for written, element in _SCRIPTS:
        text = written.sub(rf"<{element}>\1</{element}>", text)
    return _ATTRIBUTES.sub("", _WIKI.sub(r"\2", _EMBED.sub(_embedded, text)))


def _embedded(found: re.Match[str]) -> str:
    """What a wiki puts in: a picture with its words, which may be its size; of a page no more than a link to it."""
    file, words = found["file"].strip(), (found["words"] or "").strip()
    if not is_picture(file):
        return found[0][1:]
    return f"![{'' if _SIZE.fullmatch(words) else words}]({file.replace(' ', '%20')})"


def _outside_code(line: str, change: Callable[[str], str]) -> str:
    """The line changed but for its spans of code."""
    pieces, end = [], 0
    for code in _CODE.finditer(line):
        pieces += [change(line[end : code.start()]), code[0]]
        end = code.end()
    return "".join((*pieces, change(line[end:])))
