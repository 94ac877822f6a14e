"""How the head and the foot of an article are worded, as patterns; the words themselves are in ``head.tsv``."""

from __future__ import annotations

import re
from functools import cache

from converter.press.lexicon import any_of, lists
from converter.press.marks import LETTER
from converter.press.posts import words_of


def words(kind: str, place: str) -> tuple[str, ...]:
    """The words of ``head.tsv`` by which a ``kind`` of line is known where they stand at ``place``."""
    return lists(__package__, "head")[kind, place]


def one_of(kind: str, place: str) -> str:
    """A pattern of one of these words."""
    return any_of(words(kind, place))


@cache
def source() -> re.Pattern[str]:
    """来源：海湾日报; the name is the group. 图片来源 is not the article's."""
    name = rf"((?:(?!{one_of('source', 'no name')})[^\s》|丨，,。：:（）()\[\]【】]){{2,24}})"
    of_it = f"(?<!{one_of('source', 'of a part')})"  # words of two characters
    return re.compile(rf"{of_it}{one_of('source', 'before a name')}(?:\s*[：:]\s*|\s+)《?{name}")


@cache
def medium() -> re.Pattern[str]:
    """What a name has that is a paper's, a site's or a station's."""
    return re.compile(f"{one_of('medium', 'ends')}$|{one_of('medium', 'has')}")


@cache
def paper() -> re.Pattern[str]:
    """A line that is nothing but such a name."""
    return re.compile(f"{LETTER}{{1,9}}{one_of('paper', 'ends')}")


@cache
def information() -> re.Pattern[str]:
    """A line that says when, whence or by whom the article is."""
    return re.compile(one_of("information", "has"))


@cache
def dated() -> re.Pattern[str]:
    """A word for the day of publication, with what follows it."""
    return re.compile(rf"{one_of('information', 'before a day')}\s*[：:]?\s*.{{8,24}}")


@cache
def credit() -> re.Pattern[str]:
    """A line that begins by saying whose a picture is."""
    return re.compile(one_of("credit", "starts"))


@cache
def editor() -> re.Pattern[str]:
    """A line that names the editor."""
    return re.compile(rf"[（(【\[\s]*{one_of('editor', 'starts')}\s*[：:]")


@cache
def foot() -> re.Pattern[str]:
    """A line below an article that says who edited it and whence it is; 作者最新文章 heads a list."""
    return re.compile(rf"[（(【\[\s]*(?!作者最新){one_of('foot', 'starts')}[^。]{{0,60}}$")


@cache
def crumbs() -> re.Pattern[str]:
    """The path to a page through its site."""
    return re.compile(rf"^{one_of('crumb', 'starts')}|{one_of('crumb', 'before a mark')}\s*[>＞»/-]")


@cache
def next_page() -> re.Pattern[str]:
    """What a link to the rest of an article says."""
    return re.compile(rf"[\[【]?{one_of('next page', 'is')}[\]】>＞»\s]*")


@cache
def label() -> re.Pattern[str]:
    """What a site puts before a headline."""
    return re.compile(rf"{one_of('label', 'starts')}\s*")


@cache
def tool() -> re.Pattern[str]:
    """A button in brackets inside a paragraph."""
    return re.compile(rf"[【\[]{one_of('tool', 'in brackets')}[】\]]\s*")


@cache
def beside_a_paper() -> re.Pattern[str]:
    """A paper with a name beside it: 海湾晚报／记者, 江帆／海湾晚报; the groups are the paper."""
    name = rf"{LETTER}{{2,10}}{one_of('paper', 'in a name')}"
    return re.compile(
        rf"(?:^|\s)(?:({name})\s*[／/]\s*{any_of(words_of('reporter'))}|{LETTER}{{2,4}}\s*[/／]\s*({name})(?=\s|$))"
    )


@cache
def byline() -> re.Pattern[str]:
    """A line that says who wrote the article."""
    return re.compile(
        rf"^[□■◎●\s]*{one_of('byline', 'starts')}|{any_of(words_of('reporter', 'author', 'writing'))}"
        rf"|^文[/／丨|：:]|{one_of('byline', 'has')}"
        rf"|^{LETTER}{{2,4}}\s*[/／]\s*{LETTER}{{2,10}}{one_of('paper', 'in a name')}$"
    )


@cache
def no_byline() -> re.Pattern[str]:
    """A sentence, or a line that ends by saying who took a picture."""
    return re.compile(rf"[。！？]|{one_of('picture', 'ends')}[）)]?$")


@cache
def shows() -> re.Pattern[str]:
    """What a line has that says what a picture between headline and text shows."""
    return re.compile(f"[。！]$|{one_of('picture', 'has')}|^[▲△▼◆]")


@cache
def published() -> re.Pattern[str]:
    """The label of the day of publication."""
    return re.compile(one_of("information", "is a label"))


@cache
def before_a_source() -> re.Pattern[str]:
    """The label before the name of a source."""
    return re.compile(rf"^{one_of('source', 'label')}\s*[：:]\s*")


@cache
def button() -> re.Pattern[str]:
    """A word, or a few, that is a button or a counter and nothing else."""
    rows = [(place, some) for (kind, place), some in lists(__package__, "head").items() if kind == "button"]
    said = [f"{any_of(some)}.{{0,{place}}}" for place, some in rows if place.isdecimal()]
    counted = rf"\d+\s*{one_of('counter', 'unit')}?{one_of('button', 'after a number')}.*"
    sizes = rf"{one_of('size', 'label')}{one_of('size', 'set')}?[：:]?.{{0,8}}|[大中小]{{1,3}}|A[+＋-]?|[TA]{{1,2}}"
    zoom = rf"{one_of('size', 'change')}大?小?[+-]?"
    return re.compile(
        "|".join((*said, counted, sizes, zoom, act().pattern, r"Q[Q空间]+|【.{1,6}】|\[.{1,6}\]|[|｜/·∙：:丨、\s-]+"))
    )


@cache
def act() -> re.Pattern[str]:
    """What a button asks a reader to do, who stands near the date: 下载客户端, APP内打开, 独家抢先看."""
    does, what = one_of("act", "does"), one_of("act", "to what")
    return re.compile(rf"{one_of('act', 'alone')}|.{{0,3}}{does}.{{0,4}}{what}.{{0,2}}|{what}内?.{{0,1}}{does}.{{0,2}}")


@cache
def sent_from() -> re.Pattern[str]:
    """Where somebody was who sent an article, as sites say it beside the date: 来自江西, IP属地：江西."""
    return re.compile(rf"{one_of('from', 'before a place')}\s*[：:]?\s*{LETTER}{{1,10}}")


@cache
def place() -> re.Pattern[str]:
    """The same without a word for it: 江西南昌."""
    some = any_of((*words_of("place"), *words("from", "country"), *words("from", "after a place"), "·"))
    return re.compile(rf"{sent_from().pattern}|{some}+")


@cache
def author_is() -> re.Pattern[str]:
    """A note of who wrote the article without a sign: （作者江帆系……）, （作者为江帆）; the groups are the name."""
    author, is_one = any_of(words_of("author")), one_of("author", "is")
    name = f"({LETTER}{{2,4}}?)"
    return re.compile(rf"[（(]\s*{author}(?:{name}\s*{is_one}|\s*{is_one}{name}\s*[，,；;。）)]|\s+{name}\s*[，,；;])")


@cache
def noise() -> re.Pattern[str]:
    """Buttons and counters within a line of an article's head."""
    sizes = rf"(?:[\s大中小超AT+-]|{one_of('size', 'usual')}){{1,16}}"
    size = rf"[\[【（(]?\s*字\s*{one_of('size', 'of')}[：:]?\s*[\[【（(]?{sizes}[\]】）)]?"
    counted = f"(?<!{LETTER}){one_of('counter', 'before a number')}{one_of('counter', 'after')}?"
    counter = rf"{counted}\s*[：:]?\s*\d*\s*次?(?=\s|$)"
    share = rf"{one_of('share', 'before a sign')}\s*[：:].*$"
    return re.compile(rf"{size}|{counter}|{share}|[【\[]{one_of('tool', 'of a line')}[】\]]")
