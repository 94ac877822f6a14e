"""Neighbouring blocks that explicit mark-up sets apart → lists, tables, quotes, verse, code and notes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from converter.model import Article, Block, Form, Mark, Role, Run
from converter.press.patterns import later
from converter.writers.markup.blocks import Markup, escape, plain
from converter.writers.markup.notes import KEY, NOTE
from converter.writers.markup.room import length_of

FAMILIES = {
    Form.ITEM: "list",
    Form.NUMBERED: "list",
    Form.HEAD_ROW: "table",
    Form.ROW: "table",
    Form.QUOTE: "quote",
    Form.VERSE: "verse",
    Form.CODE: "code",
    Form.NOTE: "note",
    Form.BREAK: "break",
}
"""What neighbours of these forms make together."""

PICTURE = "picture"

WIDE = 8
"""Columns, less one, of a table that goes on no phone."""


_SPAN = later(r"([1-9]\d{0,2})x([1-9]\d{0,3})")


def families(parts: Sequence[Block | Article]) -> list[str | None]:
    """What each part makes together with its neighbours of the same name; None for one that stands for itself.

    Only a paragraph has a form that counts: what was read as a subhead or signature is one. Captions and credits make
    pictures. A paragraph without a form but with a depth goes on an item of the list above it.
    """
    found: list[str | None] = []
    for part in parts:
        family = None
        if isinstance(part, Block) and part.role in (Role.CAPTION, Role.CREDIT):
            family = PICTURE
        elif isinstance(part, Block) and part.role is Role.PARAGRAPH:
            family = FAMILIES[part.form] if part.form else None
            if part.form is None and part.depth and found and found[-1] == "list":
                family = "list"
        found.append(family)
    return found


def shaped(family: str, blocks: Sequence[Block], markup: Markup) -> Iterator[str]:
    """The mark-up of neighbouring blocks of one family, cut where it may be where it is long."""
    room, lots = markup.room, [[block for block in blocks if _shows(block)]]
    if not room.holds(sum(map(length_of, blocks))):
        parts = [part for block in lots[0] for part in room.divided(block, lambda part: markup.inline(part.runs))]
        outer = [family != "list" or (part.form is not None and part.depth <= 1) for part in parts]
        cut = room.lots(
            list(zip(parts, outer, strict=True)), lambda part: _shape(family, [part[0]], markup), lambda part: part[1]
        )
        lots = [[part for part, _ in lot] for lot in cut]
    numbered = 0
    for lot in filter(None, lots):
        yield _shape(family, lot, markup, numbered + 1)
        numbered += sum(block.form is Form.NUMBERED and block.depth <= 1 for block in lot)


def _shape(family: str, blocks: Sequence[Block], markup: Markup, start: int = 1) -> str:
    if family == "list":
        return _list(blocks, markup, start)
    if family == PICTURE:
        return "".join(markup.figures(blocks))
    return _SHAPES[family](blocks, markup)


def _shows(block: Block) -> bool:
    return block.form is Form.BREAK or bool(plain(block.text)) or any(run.image for run in block.runs)


def _list(blocks: Sequence[Block], markup: Markup, start: int) -> str:
    """Items in lists in lists, as deep as they say, but none without an item above it; numbers go on from ``start``."""
    pieces: list[str] = []
    open_lists: list[str] = []
    for block in blocks:
        text = markup.inline(block.runs)
        if block.form is None and open_lists:
            while len(open_lists) > block.depth:
                pieces.append(f"</li>\n</{open_lists.pop()}>\n")
            pieces.append(f"<p>{text}</p>\n")
            continue
        tag = "ol" if block.form is Form.NUMBERED else "ul"
        depth = min(max(block.depth, 1), len(open_lists) + 1)
        while len(open_lists) > depth or (len(open_lists) == depth and open_lists[-1] != tag):
            pieces.append(f"</li>\n</{open_lists.pop()}>\n")
        if len(open_lists) == depth:
            pieces.append("</li>\n")
        else:
            first = f' start="{start}"' if tag == "ol" and not open_lists and start > 1 else ""
            pieces.append(f"\n<{tag}{first}>\n" if open_lists else f"<{tag}{first}>\n")
            open_lists.append(tag)
        pieces.append(f"<li>{text}")
    return "".join(pieces) + "".join(f"</li>\n</{tag}>\n" for tag in reversed(open_lists))


def _table(blocks: Sequence[Block], markup: Markup) -> str:
    """Rows in a table; one that has headings after one that has none begins another."""
    told = any(run.mark is Mark.SPAN for block in blocks for run in block.runs)
    pieces: list[str] = []
    for form, rows in groupby(blocks, key=lambda block: block.form):
        heads = form is Form.HEAD_ROW
        if heads and pieces:
            pieces.append("</table>\n<table>\n")
        part = "thead" if heads else "tbody"
        lot = list(rows)
        made = (_row(block, heads, markup, len(lot) - n if told else 0) for n, block in enumerate(lot))
        pieces.append(f"<{part}>\n{''.join(made)}</{part}>\n")
    wide = " wide" * (max(block.text.count("\t") for block in blocks) >= WIDE)
    start = (
        f'<div class="table{wide}" role="group" aria-label="{markup.labels["table"]}" tabindex="0">'  # it may scroll
    )
    return f"{start}\n<table>\n{''.join(pieces)}</table>\n</div>\n"


def _row(block: Block, heads: bool, markup: Markup, below: int) -> str:
    """A row, ``below`` rows of its part with it where the table's cells tell over how many places they reach.

    Where none does, a heading reaches over the empty cells after it, which are what is left of it.
    """
    cells = list(_cells(block.runs))
    texts = [markup.inline(cell) for cell in cells]
    if below:
        tag, scope = ("th", ' scope="col"') if heads else ("td", "")
        reaches = (_reach(cell, below) for cell in cells)
        made = "".join(
            f"<{tag}{reach}{scope if text else ''}>{text}</{tag}>" for reach, text in zip(reaches, texts, strict=True)
        )
        return f"<tr>{made}</tr>\n"
    if not heads:
        return f"<tr>{''.join(f'<td>{text}</td>' for text in texts)}</tr>\n"
    made_heads = []
    for place, text in enumerate(texts):
        if not text:
            made_heads += ["<td></td>"] * (not any(texts[:place]))
            continue
        span = next((n for n, after in enumerate(texts[place + 1 :], 1) if after), len(texts) - place)
        reach = f' colspan="{span}" scope="colgroup"' if span > 1 else ' scope="col"'
        made_heads.append(f"<th{reach}>{text}</th>")
    return f"<tr>{''.join(made_heads)}</tr>\n"


def _reach(cell: Sequence[Run], below: int) -> str:
    """The attributes of a cell that reaches over several places, over no more rows than there are ``below``."""
    said = next((run.name or "" for run in cell if run.mark is Mark.SPAN), "")
    found = _SPAN.fullmatch(said)
    across, down = (int(found[1]), min(int(found[2]), below)) if found else (1, 1)
    return f' colspan="{across}"' * (across > 1) + f' rowspan="{down}"' * (down > 1)


def _cells(runs: Sequence[Run]) -> Iterator[list[Run]]:
    """The runs of each cell of a row; a tab stands between two cells."""
    cell: list[Run] = []
    for run in runs:
        first, *others = run.text.split("\t") if not run.image else [run.text]
        cell.append(replace(run, text=first))
        for text in others:
            yield cell
            cell = [replace(run, text=text)]
    yield cell


def _quote(blocks: Sequence[Block], markup: Markup) -> str:
    return f"<blockquote>\n{''.join(map(markup.block, blocks))}</blockquote>\n"


def _verse(blocks: Sequence[Block], markup: Markup) -> str:
    """Lines of verse; a stanza is a division."""
    stanzas = ("".join(map(markup.block, lines)) for _, lines in groupby(blocks, key=lambda block: block.depth))
    return "".join(f'<div class="verse">\n{stanza}</div>\n' for stanza in stanzas)


def _code(blocks: Sequence[Block], markup: Markup) -> str:
    """Lines as they are, indented as they were."""
    lines = (" " * block.depth + "".join(markup.piece(run, run.text) for run in block.runs) for block in blocks)
    return "<pre><code>{}</code></pre>\n".format("\n".join(lines))


def _notes(blocks: Sequence[Block], markup: Markup) -> str:
    """Each note on its own, its number before it; ``link_notes``, which knows what leads to it, opens its element."""
    pieces = []
    for block in blocks:
        number = next(iter(block.runs), Run(""))
        own = number.mark is Mark.NOTE and not number.image
        label = escape(plain(number.text)) if own else ""
        label += f"{KEY}{escape(number.name)}" if own and number.name else ""
        pieces.append(f"{NOTE[0]}{label}{NOTE[1]}{markup.inline(block.runs[own:])}</p></aside>\n")
    return "".join(pieces)


def _breaks(blocks: Sequence[Block], markup: Markup) -> str:
    """Breaks between scenes: the sign that the text has, or a rule where it has none."""
    signs = (markup.inline(block.runs) for block in blocks)
    return "".join(f'<p class="break">{sign}</p>\n' if sign else f'<hr class="break"{markup.end}\n' for sign in signs)


_SHAPES: dict[str, Callable[[Sequence[Block], Markup], str]] = {
    "table": _table,
    "quote": _quote,
    "verse": _verse,
    "code": _code,
    "note": _notes,
    "break": _breaks,
}
