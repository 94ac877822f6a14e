"""Who wrote an article, as its byline says it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from converter.press.marks import LETTER

_SIGN = r"\s*[：:／/丨|｜，,]?\s*"
_LABEL = re.compile(
    rf"(?:作者|撰文|撰稿|文\s*[/／丨|｜：:]|[记記]者|[采採][写寫訪]|通[讯訊][员員]){_SIGN}(?P<names>[^：:／/丨|。]{{2,40}})"
)
_STRICT = re.compile(r"(?:作者|撰文|撰稿|[采採][写寫]|[记記]者)\s*[：:／/丨|｜]\s*(?P<names>[^：:／/丨|。]{2,40})")
_OFFICE = re.compile(
    rf"[□■◎●]|(?<!{LETTER})(?:(?:{LETTER}|\s){{0,9}}?{LETTER})??(?:特[约約派]|[见見][习習]|[实實][习習]|首席|[全融]媒[体體]|高[级級])*[记記]者(?:之?家)?"
    rf"|(?:本[报報]|特[约約])?通[讯訊][员員]|[实實][习習]生|作者|撰文|撰稿|[采採][写寫訪]|(?<!{LETTER})文\s*[/／丨|]?\s*(?:图|圖|[摄攝]影?)?(?=[：:／/\s])|[摄攝]影?[报報][道導]"
)
_LONE = re.compile(rf"(?<!{LETTER})({LETTER})[ \u3000]+({LETTER})(?!{LETTER})")
_NAME = re.compile(
    rf"{LETTER}{{2,4}}|{LETTER}{{1,8}}(?:[·•]{LETTER}{{1,8}})+|[A-Z][A-Za-z.'-]+(?: [A-Z][A-Za-z.'-]+){{0,3}}"
)
_NOT = re.compile(
    "编辑|編輯|[发發]自|报道|報導|报导|来源|來源|[时時]间|[时時]間|日期|发布|發布|发表|浏览|字[体号]|未知|佚名|整理|[电電讯訊摄攝报報社网網台臺刊]$|新[闻聞]"
)
_SIGNED = re.compile(rf"{LETTER}{{0,6}}[记記]者[：:\s]+{LETTER}{{2,4}}(?:[\s、]+{LETTER}{{2,4}}){{0,3}}")
_BETWEEN = re.compile(r"[\s、，,／/&＆；;|｜（）()]+")


def names_in(byline: str) -> str:
    """The names of a byline (``□本报记者 江 帆 通讯员 水清``) with 、 between them, or nothing where it has no name."""
    text = _LONE.sub(r"\1\2", _OFFICE.sub("\n", byline))
    text = re.sub(r"(?<=[A-Za-z]) (?=[A-Z])", "\0", text)
    names = (word.replace("\0", " ") for word in _BETWEEN.split(text.replace("：", " ").replace(":", " ")))
    return "、".join(dict.fromkeys(name for name in names if _NAME.fullmatch(name) and not _NOT.search(name)))


def signed(line: str) -> str:
    """The names in the last line of an article where it is nothing but a reporter's name, or nothing."""
    return names_in(line) if _SIGNED.fullmatch(line.strip("（）() ")) else ""


def author_in(info: Iterable[str], strict: bool = False) -> str:
    """The names after the first word for an author in the lines of a head; ``strict`` asks for a sign after it."""
    for line in info:
        for found in (_STRICT if strict else _LABEL).finditer(line):
            if names := names_in(
                re.split(
                    r"来源|來源|发布|發布|[时時][间間]|日期|[责責]?任?[编編][辑輯]|[責责][编編]|\d{4}|[《（(]", found[0]
                )[0]
            ):
                return names
    return ""
