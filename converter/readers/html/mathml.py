"""Formulas of MathML (MathML Core and 3.0) as text on one line, raised and lowered parts marked as such."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from converter.readers.html.tree import BLOCKS

Part = tuple[str, str]
"""A text of a formula, and ``sup``, ``sub`` or nothing."""

_DEEPEST = 100
"""Elements within one another that are set apart; what lies deeper is its text alone."""

_UNSEEN = re.compile("[\u2061-\u2064\u200b]")
"""Operators that nobody sees: function application, times, separator, plus."""

_SCRIPTS = {
    "msup": ("sup",), "mover": ("sup",), "msub": ("sub",), "munder": ("sub",),
    "msubsup": ("sub", "sup"), "munderover": ("sub", "sup"),
}  # fmt: skip
"""How the parts after an element's first are raised."""

_BETWEEN = {"mfrac": "/", "mtable": "; ", "mtr": " ", "mlabeledtr": " "}
"""What stands between the parts of an element."""

_CHOICES = ("semantics", "maction")
"""Elements of which one child is shown, the first."""

TOLD_OF = ("annotation", "annotation-xml", "mphantom")
"""Elements of a formula that it does not show."""

_TWIN = re.compile("math", re.IGNORECASE)


def set_formulas(root: HtmlElement) -> None:
    """Put the text of each formula where it stands; one that is set apart is a line, but for one in a sentence, which
    it would cut in pieces. What shows it again goes.
    """
    for math in [element for element in root.iter() if _name(element) == "math"]:
        parts = list(_joined(_parts(math))) or [(math.get("alttext") or "", "")]
        _without_twins(math)
        for child in list(math):
            math.remove(child)
        math.text = None
        _write(math, parts)
        math.tag = "div" if math.get("display") == "block" and not _is_in_a_sentence(math) else "span"


def _is_in_a_sentence(math: HtmlElement) -> bool:
    """Whether words stand right before a formula, and right after it, in what it lies in: one at the end is no part."""
    before = math.getprevious()
    said = math.getparent().text if before is None else before.tail
    if not (said or "").strip() and before is not None and before.tag not in BLOCKS and before.tag != "br":
        said = "".join(before.itertext())
    return bool((said or "").strip() and (math.tail or "").strip())


def _name(element: HtmlElement) -> str:
    """The element's name without a prefix."""
    return element.tag.rpartition(":")[2].rpartition("}")[2] if isinstance(element.tag, str) else ""


def _parts(element: HtmlElement, raised: str = "", depth: int = 0) -> Iterator[Part]:
    """The texts of a formula."""
    if not len(element) or depth > _DEEPEST:
        yield _UNSEEN.sub("", " ".join("".join(element.itertext()).split())), raised
        return
    name = _name(element)
    children = [child for child in element if _name(child) not in TOLD_OF]
    yield from _shaped(element, name, children[: 1 if name in _CHOICES else None], raised, depth)


def _shaped(element: HtmlElement, name: str, children: list[HtmlElement], raised: str, depth: int) -> Iterator[Part]:
    """The texts of the element's children as it sets them."""
    if name in _SCRIPTS:
        yield from _scripts(children, _SCRIPTS[name], raised, depth)
    elif name == "mmultiscripts":
        yield from _multiscripts(children, raised, depth)
    elif name in ("msqrt", "mroot"):
        yield from _root(name, children, raised, depth)
    elif name == "mfenced":
        yield from _fenced(element, children, raised, depth)
    else:
        for place, child in enumerate(children):
            yield (_BETWEEN.get(name, "") if place else "", raised)
            yield from _whole(child, raised, depth) if name == "mfrac" else _parts(child, raised, depth + 1)


def _whole(element: HtmlElement, raised: str, depth: int) -> list[Part]:
    """The texts of a part, in brackets where it is more than one sign."""
    parts = list(_parts(element, raised, depth + 1))
    return [("(", raised), *parts, (")", raised)] if len("".join(text for text, _ in parts)) > 1 else parts


def _scripts(children: list[HtmlElement], kinds: tuple[str, ...], raised: str, depth: int) -> Iterator[Part]:
    """A base and its scripts; those of a script are told by ^ and _, as nothing is raised twice."""
    yield from _parts(children[0], raised, depth + 1)
    for child, kind in zip(children[1:], kinds, strict=False):
        if raised:
            yield "^" if kind == "sup" else "_", raised
            yield from _whole(child, raised, depth)
        else:
            yield from _parts(child, kind, depth + 1)


def _multiscripts(children: list[HtmlElement], raised: str, depth: int) -> Iterator[Part]:
    """A base with scripts before and behind it, a pair of a lower and an upper one each."""
    names = [_name(child) for child in children]
    cut = names.index("mprescripts") if "mprescripts" in names else len(children)
    before, behind = children[cut + 1 :], children[1:cut]
    for place, child in enumerate(before):
        yield from _parts(child, raised or ("sub", "sup")[place % 2], depth + 1)
    yield from _parts(children[0], raised, depth + 1)
    for place, child in enumerate(behind):
        yield from _parts(child, raised or ("sub", "sup")[place % 2], depth + 1)


def _root(name: str, children: list[HtmlElement], raised: str, depth: int) -> Iterator[Part]:
    """A root: of all that a square root holds, else of the first part, the second its degree."""
    inside, degree = (children, []) if name == "msqrt" else (children[:1], children[1:])
    yield "√", raised
    for child in degree:
        yield from _parts(child, raised or "sup", depth + 1)
    parts = [part for child in inside for part in _parts(child, raised, depth + 1)]
    several = len("".join(text for text, _ in parts)) > 1
    yield from [("(", raised), *parts, (")", raised)] if several else parts


def _fenced(element: HtmlElement, children: list[HtmlElement], raised: str, depth: int) -> Iterator[Part]:
    """Parts in brackets, with a separator between two; of several separators each has its place, the last the rest."""
    signs = "".join((element.get("separators") or ",").split())
    yield element.get("open") or "(", raised
    for place, child in enumerate(children):
        if place and signs:
            yield signs[min(place, len(signs)) - 1], raised
        yield from _parts(child, raised, depth + 1)
    yield element.get("close") or ")", raised


def _joined(parts: Iterator[Part]) -> Iterator[Part]:
    """The parts without empty ones, those that are raised alike as one."""
    last: Part | None = None
    for text, raised in parts:
        if text and last and last[1] == raised:
            last = (last[0] + text, raised)
        elif text:
            yield from [last] if last else []
            last = (text, raised)
    yield from [last] if last else []


def _write(element: HtmlElement, parts: list[Part]) -> None:
    """Put the parts into an empty element."""
    for text, raised in parts:
        if raised:
            child = element.makeelement(raised)
            child.text = text
            element.append(child)
        elif len(element):
            element[-1].tail = (element[-1].tail or "") + text
        else:
            element.text = (element.text or "") + text


def _without_twins(math: HtmlElement) -> None:
    """Take out what shows the same beside a formula that is there for reading aloud (KaTeX, MathJax, MediaWiki)."""
    top = math
    while _is_alone(top) and (above := top.getparent()) is not None and above.tag not in BLOCKS:
        top = above
        top.attrib.pop("style", None)
    for beside in list(top.itersiblings()) + list(top.itersiblings(preceding=True)):
        is_picture = beside.tag == "img" and _TWIN.search(beside.get("class") or "")
        if (beside.get("aria-hidden") == "true" and top is not math) or is_picture:
            beside.drop_tree()


def _is_alone(element: HtmlElement) -> bool:
    """Whether the element is all that the one around it holds."""
    above = element.getparent()
    if above is None or len(above) != 1:
        return False
    return not f"{above.text or ''}{element.tail or ''}".strip()
