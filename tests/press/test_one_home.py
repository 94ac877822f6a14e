"""Dates, pages, numbers and Han characters are known in ``converter/press/`` alone.

Every string of every other module is held against them. It is read as a pattern, the values of an f-string put in, a
stand-in for what comes from ``press``; strings that are no patterns, docstrings and comments are left aside. A copy is
known so:

- a pattern of dates finds year and month of a date of the probes, but neither in letters nor between other marks, and
  no row of digits and marks that is none;
- a pattern of pages finds number and 版 of a page of the probes, but not where letters or another word stand for them;
- a class of Han characters has a range with U+5000 to U+9000 in it, or is "a letter that is not Latin"; so is an order
  (``<=``) with a character of those blocks;
- a list of Han digits has 三 to 八 in a row.
"""

import ast
import importlib
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

Found = tuple[str, str]
"""What a string is a copy of, and the string."""

STAND_IN = "\ue000"

DATES = [
    # a date, what of it has to be found, the same in letters, the same between other marks
    ("1987年3月29日", "1987年3", "甲乙丙丁年戊月己庚日", "1987甲3乙29丙"),
    ("1987-03-29", "1987-03", "abcd-ef-gh", "1987x03x29"),
    ("1987/3/29", "1987/3", "abcd/e/fg", "1987x3x29"),
    ("1987.03.29", "1987.03", "abcd.ef.gh", "1987x03x29"),
    ("29/03/1987", "03/1987", "ab/cd/efgh", "29x03x1987"),
    ("19870329", "19870329", "abcdefgh", "98765432198765"),
    ("一九八七年三月二十九日", "一九八七年三", "甲乙丙丁年戊月己庚辛日", "一九八七甲三乙二十九丙"),
    ("民國76年3月29日", "76年3", "民國甲乙年戊月己庚日", "民國76甲3乙29丙"),
    ("民國七十六年三月二十九日", "七十六年三", "民國甲乙丙年戊月己庚日", "民國七十六甲三乙二十九丙"),
    ("Mar 29, 1987", "Mar 29, 1987", "Xyz ab, cdef", "Mar xx, 1987"),
]
LOOSE = ("/1-9.8/7-0.3/2-9", "1.9.8.7.0.3.2.9", "1/9/8/7/0/3/2/9")
"""What sets of digits and marks find from end to end, as they find dates; no pattern of dates does."""

PAGES = [
    ("第87版", "87版", "第甲乙版", "第87回"),
    ("第七版", "七版", "第甲版", "第七回"),
    ("A87版", "87版", "A甲乙版", "A87回"),
    ("87版", "87版", "甲乙版", "87回"),
]


def strings(source: str, module: object) -> Iterator[str]:
    """The strings of a module's source without its docstrings; f-strings with the values that they have there."""
    tree = ast.parse(source)
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    inner = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    of_press = {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("converter.press")
        for alias in node.names
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told | inner:
            yield node.value
        elif isinstance(node, ast.JoinedStr):
            yield "".join(value_of(part, module, of_press) for part in node.values)


def value_of(part: ast.expr, module: object, of_press: set[str]) -> str:
    """What a piece of an f-string is; a stand-in where it is of ``press``, or made when the program runs."""
    if isinstance(part, ast.Constant):
        return str(part.value)
    inside = part.value if isinstance(part, ast.FormattedValue) else part
    if not isinstance(inside, ast.Name) or inside.id in of_press:
        return STAND_IN
    value = getattr(module, inside.id, STAND_IN)
    text = value.pattern if isinstance(value, re.Pattern) else str(value)
    for known in sorted((getattr(module, name, None) for name in of_press), key=lambda known: -len(str(known))):
        if isinstance(known, str):
            text = text.replace(known, STAND_IN)
    return text


def finds(pattern: re.Pattern[str], text: str, part: str) -> bool:
    """Whether the pattern finds something in ``text`` that holds ``part``."""
    return any(part in found[0] for found in pattern.finditer(text))


def knows(pattern: re.Pattern[str], probes: list[tuple[str, str, str, str]]) -> bool:
    """Whether the pattern finds one of the probes for its digits and its marks."""
    if any(len(found[0]) >= len(row) - 2 for row in LOOSE for found in pattern.finditer(row)):
        return False
    return any(
        finds(pattern, text, part)
        and not finds(pattern, letters, letters[:2])
        and not finds(pattern, marks, marks[-3:])
        for text, part, letters, marks in probes
    )


def ranges(parsed: Any) -> Iterator[tuple[int, int]]:
    """The ranges of characters in a pattern, by Python's own parser; (0, 0) for a letter that is not Latin."""
    for operation, argument in parsed:
        name = str(operation)
        if name == "RANGE":
            yield argument
        elif name == "IN":
            yield from ranges(argument)
            said = {str(value) for kind, value in argument if str(kind) == "CATEGORY"}
            if str(argument[0][0]) == "NEGATE" and {"CATEGORY_NOT_WORD", "CATEGORY_DIGIT"} <= said:
                yield (0, 0)
        elif isinstance(argument, (list, tuple)) or hasattr(argument, "data"):
            yield from ranges(parts(argument))


def parts(argument: Any) -> Iterator[Any]:
    """The operations inside an operation's argument, however deep."""
    if hasattr(argument, "data"):
        yield from argument.data
    elif isinstance(argument, (list, tuple)):
        for inner in argument:
            if isinstance(inner, (list, tuple)) or hasattr(inner, "data"):
                yield from parts(inner)


def copies(source: str, module: object) -> Iterator[Found]:
    """What of the knowledge of ``press`` a module's source has once more."""
    for text in strings(source, module):
        if re.search("三四五六七八", text):
            yield "Han digits", text
        try:
            pattern = re.compile(text)
            parsed = re._parser.parse(text)  # type: ignore[attr-defined]
        except (re.error, OverflowError, RecursionError):
            continue
        if any(low <= 0x5000 and high >= 0x9000 or (low, high) == (0, 0) for low, high in ranges(parsed)):
            yield "Han", text
        if knows(pattern, DATES):
            yield "dates", text
        if knows(pattern, PAGES):
            yield "pages", text
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Compare) and any(
            isinstance(order, (ast.Lt, ast.LtE, ast.Gt, ast.GtE)) for order in node.ops
        ):
            sides = [side.value for side in (node.left, *node.comparators) if isinstance(side, ast.Constant)]
            if any(isinstance(side, str) and len(side) == 1 and "\u3400" <= side <= "\u9fff" for side in sides):
                yield "Han", ast.unparse(node)


def modules(root: Path) -> Iterator[tuple[Path, ModuleType]]:
    """The modules outside ``press``."""
    for path in sorted((root / "converter").rglob("*.py")):
        parts = path.relative_to(root).with_suffix("").parts
        if parts[1] != "press" and parts[-1] != "__main__":
            yield path, importlib.import_module(".".join(part for part in parts if part != "__init__"))


def test_one_home(root: Path) -> None:
    """No module outside ``press`` has a pattern of dates or pages, a class of Han or a list of Han digits."""
    found = [
        (str(path.relative_to(root)), *copy)
        for path, module in modules(root)
        for copy in copies(path.read_text("utf-8"), module)
    ]

    assert found == []


@pytest.mark.parametrize(
    ("planted", "expected"),
    [
        (r'_DAY = re.compile(r"(\d{4})年(\d\d?)月(\d\d?)日")', ["dates"]),
        (r'_DAY = re.compile(r"(?P<y>(?:19|20)\d\d)[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})")', ["dates"]),
        (r'when = re.search(r"\d{4}\s*[年/.-]\s*\d{1,2}", text)', ["dates"]),
        (r'_ROC = r"民[国國]\s*(1?\d\d)[-/年](\d{1,2})[-/月](\d{1,2})"', ["dates"]),
        (r'_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)")', ["dates"]),
        (r'_IN_NAME = rf"{_YEAR}-(\d\d)-(\d\d)"', ["dates"]),
        (r'_PAGE = re.compile(r"第?\s*([A-Z]?\d{1,3})\s*版")', ["pages"]),
        (r'_PAGE = rf"第[{HAN_NUMBER}七]{{1,3}}版"', ["pages"]),
        ('_HAN = "[\\u4e00-\\u9fff]"', ["Han"]),
        ('_HAN = "[一-龥]{2,4}"', ["Han"]),
        (r'_NAME = rf"({_HAN}|[\u3400-\u9fff·])+"', ["Han"]),
        (r'_HAN = r"[^\W\d_A-Za-z]"', ["Han"]),
        ('same = "\\u4e00" <= char <= "\\u9fff"', ["Han"]),
        ('_DIGITS = "〇一二三四五六七八九"', ["Han digits"]),
        (r'_NUMBERED = re.compile(r"[一二三四五六七八九十]{1,3}、")', ["Han digits"]),
        (r'_ANY = re.compile(r".*\d.*")', []),
        (r'_YEAR = re.compile(r"\d{4}")', []),
        (r'_CLOCK = re.compile(r"\d{1,2}[:：]\d\d")', []),
        (r'_NO_KICKER = re.compile(r"第.{1,4}[版期]")', []),
        (r'_NAME = rf"[{HAN}·]{{2,8}}"', []),
        ('"""Dates are 1987年3月29日, pages 第87版."""', []),
        ('example = "banmian convert --date 2021-01-05"', []),
        ('above = char > "\\u2e80"', []),
    ],
)
def test_a_copy_is_found(planted: str, expected: list[str]) -> None:
    """A pattern that is planted is known for what it is, and a harmless one for none."""
    imports = "from converter.press.marks import HAN\nfrom converter.press.numbers import HAN_NUMBER\n"
    module = SimpleNamespace(_YEAR=r"(?<!\d)(\d{4})", _HAN="x", HAN="[一-龥]")

    assert [kind for kind, _ in copies(imports + planted, module)] == expected
