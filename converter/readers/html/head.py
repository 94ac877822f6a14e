"""The head of an article on its page: kicker, headline, deck, byline, and the line that says when and whence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import takewhile

from lxml.html import HtmlElement

from converter.model import Opens, Role, Run
from converter.readers.html.about import DATE, About
from converter.readers.html.draft import Draft
from converter.readers.html.lines import Walker
from converter.readers.html.tree import HEADINGS, Amounts, ancestors, length, named, words

LONGEST_TITLE = 120
LONGEST_INFO = 160

FOLIO = re.compile(r"第?\s*([A-Z]?\d{1,3})\s*版")
_PAGE = re.compile(r"第?\s*([A-Z]?\d{1,3})\s*版\s*[：:]\s*([\u4e00-\u9fff·/&]{2,10})")
SOURCE = re.compile(
    r"(?:稿件来源|稿源|信息来源|文章来源|新闻来源|新聞來源|资料来源|來源|来源|出处|出處|转自|轉自)\s*[：:]\s*[《]?([^\s》|丨，,。：:（）()\[\]]{2,24})"
)
_NAMES = r"([\u4e00-\u9fff·]{2,5}(?:[\s、，,]+[\u4e00-\u9fff·]{2,4}(?=[\s、，,／/]|$)){0,4})"
AUTHOR = re.compile(r"(?:作者|撰文|撰稿|文\s*[/／丨|｜：:]|記者|记者|采写|採訪)\s*[：:／/丨|｜]?\s*" + _NAMES)
LABELLED_AUTHOR = re.compile(r"(?:作者|撰文|撰稿|采写|記者|记者)\s*[：:／/丨|｜]\s*" + _NAMES)
_TIME = re.compile(DATE.pattern + r"[日\s]*(?:星期.|周.)?\s*T?(?:\d{1,2}[:：]\d\d(?:[:：]\d\d)?)?")
_INFO = re.compile(
    r"(?:发布|發布|發佈|发表|發表|更新|时间|時間|日期|来源|來源|作者|记者|記者|编辑|編輯|责编|責編|撰文|撰稿|出处|稿源|供稿|审核|審核|发布机构|文号)"
)
_BYLINE = re.compile(r"^(?:本[报報刊网網]|特[约約]|见习|見習|[\u4e00-\u9fff]{2,8}(?:记者|記者))|记者|記者|作者|通讯员|通訊員|^文[/／丨|：:]|撰文")
_BUTTON = re.compile(
    r"(?:分享(?:到|至|给.*)?|转发|轉發|举报|檢舉|打印(?:本[页文稿])?|列印|收藏|评论.{0,6}|評論.{0,6}|留言.{0,6}|跟贴.*|参与.{0,4}|字[号體体號]?[：:]?.{0,8}|[大中小]{1,3}|A[+＋-]?|"
    r"[TA]{1,2}|关注|關注|微信|微博|朋友圈|Q[Q空间]+|新浪微博|腾讯微博|纠错|我要.{2,6}|复制链接|複製連結|手机.{2,6}|扫.{0,8}|点击.{0,8}|浏览.{0,12}|阅读.{0,10}|瀏覽.{0,12}|人气.*|次数.*|"
    r"\d+\s*(?:人|条|次)?(?:参与|评论|阅读|跟贴|浏览|留言).*|首页|关闭.{0,4}|返回.{0,4}|语音.{0,4}|听新闻|Facebook|LINE|Twitter|X|Email|Line|Copy.*|【.{1,6}】|\[.{1,6}\]|[|｜/·：:丨、\s-]+)"
)
_COUNT = re.compile(r"\d{1,8}[万w+]*")
_ISSUE = re.compile(r"《[^》]{2,20}》\s*[（(][^（）()]{4,40}版\s*[）)]")
_SOURCE_NAME = re.compile(r"(?<![a-z])(?:source|copyfrom|laiyuan|nickname|media-?name|js_name)(?![a-z])")
_NOISE = re.compile(
    r"[\[【（(]?\s*字\s*[号體体號][：:]?\s*[\[【（(]?[\s大中小默认AT+-]{1,16}[\]】）)]?|(?:浏览|瀏覽|点击|點擊|阅读|閱讀|访问)(?:次[数數]|量|数|數)?\s*[：:]?\s*\d*\s*次?(?=\s|$)"
    r"|分享(?:到|至)?\s*[：:].*$|[【\[](?:打印|关闭|收藏|打印本页|关闭窗口|列印)[】\]]"
)
_KICKER = re.compile(r"yinti|yin-?biaoti|kicker|eyebrow|pre-?title|shoulder|jianti|overline|introtitle")
_DECK = re.compile(r"futi|fu-?biaoti|sub-?_?(?:title|head|headline)|deck|fubiao|vicetitle|title-?2|second-?title")
_LEAD = re.compile(r"summary|abstract|excerpt|lead(?![a-z])|intro(?![a-z])|daodu|zhaiyao|desc(?:ription)?(?![a-z])|standfirst|dek(?![a-z])")
_TITLE = re.compile(r"(?<![a-z])(?:(?:article|news|post|entry|main|content|arti|doc|detail|show)[-_]?)?(?:title|headline|biaoti|tit|subject)(?![a-z])")
_CRUMBS = re.compile(r"^(?:首页|首頁|当前位置|目前位置|您的位置|您现在|所在位置|位置)|首页\s*[>＞»/-]")
_SITE = re.compile(r"logo|channel|site-?title|brand|navbar|breadcrumb|crumb|header-top|top-?bar")


def squeezed(text: str) -> str:
    """The text without white space and punctuation, to be compared."""
    return re.sub(r"[\W_]+", "", text)


def headline_of(root: HtmlElement, content: HtmlElement, known: About, amounts: Amounts) -> HtmlElement | None:
    """The element that is the article's headline; None where the page shows none."""
    title = squeezed(known.title)
    order = {element: number for number, element in enumerate(root.iter())}
    end = order[content]
    inside = set(content.iter())
    body = [
        e
        for e in root.iter(*HEADINGS)
        if 0 < amounts.of(e) <= LONGEST_TITLE and not _of_site(e) and not _CRUMBS.search(words(e))
    ]
    for tags in (("h1",), HEADINGS):
        same = [e for e in body if e.tag in tags and title and _alike(squeezed(words(e)), title)]
        if same:
            return min(same, key=lambda e: (len(title) - min(len(squeezed(words(e))), len(title)), abs(order[e] - end)))
    shown = [
        e
        for e in root.iter()
        if e.tag not in ("title", "meta", "a", "option") and order[e] <= end + 40 and amounts.of(e) <= LONGEST_TITLE
    ]
    same = [e for e in shown if title and len(title) > 5 and squeezed(words(e)) == title and not _of_site(e)]
    if same:
        return max(same, key=lambda e: order[e])
    first = [e for e in body if e.tag == "h1" and (order[e] < end or e in inside)]
    if first:
        return max((e for e in first if order[e] < end), key=lambda e: order[e], default=first[0])
    above = [e for e in body if order[e] < end and _near(e, content)]
    if above:
        return max(above, key=lambda e: order[e])
    called = [
        e
        for e in root.iter("div", "p", "span", "td", "strong", "b", "font")
        if order[e] < end and 4 <= amounts.of(e) <= 60 and _TITLE.search(named(e)) and _near(e, content) and not _of_site(e)
    ]
    return max(called, key=lambda e: order[e], default=None)


def _alike(text: str, title: str) -> bool:
    """Whether a heading's text is the title, or one is cut off from the other; both squeezed."""
    shorter, longer = sorted((text, title), key=len)
    return len(shorter) >= 4 and (shorter in longer) and len(shorter) >= 0.5 * len(longer)


def _of_site(element: HtmlElement) -> bool:
    return any(_SITE.search(named(e)) or e.tag == "nav" for e in takewhile(lambda e: e.tag != "body", ancestors(element)))


def _near(element: HtmlElement, content: HtmlElement) -> bool:
    """Whether the element and the content lie in one box at most four levels up."""
    boxes = [above for above, _ in zip(content.iterancestors(), range(4), strict=False) if above.tag not in ("body", "html")]
    return any(above in boxes for above in element.iterancestors())


def between(headline: HtmlElement, content: HtmlElement) -> Iterator[HtmlElement]:
    """What stands after the headline and before the content, each thing whole, in order."""
    path = list(ancestors(content))
    below = headline
    while below is not None and below not in path:
        parent = below.getparent()
        stop = next((e for e in path if e.getparent() is parent), None)
        for sibling in below.itersiblings():
            if sibling is stop:
                break
            yield sibling
        if stop is not None:
            for step in reversed(path[: path.index(stop)]):
                yield from reversed(list(step.itersiblings(preceding=True)))
            return
        below = parent


def page_of(info: str, root: HtmlElement) -> tuple[str, str]:
    """The number and name of the newspaper's page (版) that the article is on; a lone one of the whole document counts."""
    numbered = FOLIO.search(info)
    named_pages = {found[1]: found[2] for text in root.itertext() if (found := _PAGE.fullmatch(text.strip()))}
    if numbered:
        number = numbered[1]
        return number, next((name for key, name in named_pages.items() if key.lstrip("0") == number.lstrip("0")), "")
    return next(iter(named_pages.items())) if len(named_pages) == 1 else ("", "")


def kicker_of(headline: HtmlElement) -> HtmlElement | None:
    """The heading or the line right above the headline that leads to it."""
    for above in headline.itersiblings(preceding=True):
        if not length(above):
            continue
        fits = (above.tag in HEADINGS and above.tag != "h1") or _KICKER.search(named(above))
        return above if fits and length(above) <= LONGEST_TITLE else None
    return None


def head_lines(walker: Walker, parts: Iterable[HtmlElement], title: str, subhead_tags: set[str]) -> list[Draft]:
    """The lines of what stands between headline and content that belong to the article; buttons are left out."""
    found: list[Draft] = []
    said = {squeezed(title)}
    for part in parts:
        set_apart(part)
        for draft in (piece for line in Walker(walker.pictures).read(part) for piece in apart(line)):
            if draft.role is Role.CAPTION:
                if part.tag == "figure" or next(part.iter("figure"), None) is not None:
                    found.append(draft)
                continue
            element = draft.element if draft.element is not None else part
            names = " ".join(named(e) for e in ancestors(element, part))
            text = info_of(draft)
            role = text and role_of(text, draft, names, subhead_tags)
            if role and squeezed(text) not in said:
                said.add(squeezed(text))
                found.append(Draft(runs_of(draft, text, role), role, opens=Opens.BLOCK, element=draft.element))
    return found


def set_apart(part: HtmlElement) -> None:
    """Put a blank between the pieces of an article's head, which the style sheet keeps apart."""
    for inline in part.iter("span", "time", "a", "em", "i", "b", "label"):
        inline.text, inline.tail = f" {inline.text or ''}", f" {inline.tail or ''}"


def bare_source(draft: Draft) -> str:
    """The name that stands beside the date without a word of what it is, or is called a source by its element."""
    rest = re.sub(r"https?://\S+", "", _TIME.sub("", draft.text)).strip(" |｜·/《》")
    is_source = draft.role is Role.SOURCE_NOTE and re.fullmatch(r"[\u4e00-\u9fff\w·]{2,16}", rest)
    return rest if is_source and not _INFO.search(rest) and not _BUTTON.fullmatch(rest) else ""


def role_of(text: str, draft: Draft, names: str, subhead_tags: set[str]) -> Role | None:
    """What a line under the headline is; None where it is none of the article's."""
    if FOLIO.search(text) and len(text) <= 60 and (DATE.search(text) or "报" in text or "報" in text):
        return Role.FOLIO
    if len(text) <= LONGEST_INFO and (DATE.search(text) or SOURCE.search(text)):
        return Role.SOURCE_NOTE
    if len(text) <= 80 and (_BYLINE.search(text) or re.search("author|byline|writer|zuozhe", names)):
        return Role.BYLINE
    if draft.level and len(text) <= LONGEST_TITLE and f"h{draft.level}" not in subhead_tags:
        return Role.BYLINE if draft.level == 4 and len(text) <= 40 and "。" not in text else Role.DECK
    if _DECK.search(names) and len(text) <= LONGEST_TITLE:
        return Role.DECK
    if _LEAD.search(names) and len(text) > 12:
        return Role.LEAD
    if re.search("source|origin|laiyuan|copyfrom|media", names) and 2 <= len(text) <= 20:
        return Role.SOURCE_NOTE
    if _INFO.search(text) and len(text) <= 60:
        return Role.SOURCE_NOTE
    if len(text) > 40 and text[-1] in "。！？…”」":
        return Role.LEAD
    return None


def info_of(draft: Draft) -> str:
    """The text of a line without the buttons and counters in it."""
    text = _NOISE.sub(" ", "".join(run.text for run in draft.runs if not run.image))
    dated = DATE.search(text) is not None and "版" not in text
    kept = [word for word in text.split() if not (_BUTTON.fullmatch(word) or dated and _COUNT.fullmatch(word))]
    text = re.sub("：[ \u3000]+", "：", " ".join(kept)).strip("|｜丨/· ")
    return "" if _BUTTON.fullmatch(text) else text


def runs_of(draft: Draft, text: str, role: Role) -> list[Run]:
    """The runs of a line of the head, of which ``text`` is left; where and when it is from has no marks."""
    return draft.runs if text == draft.text and role not in (Role.SOURCE_NOTE, Role.FOLIO) else [Run(text)]


def apart(draft: Draft) -> list[Draft]:
    """The line, cut where the paper, date and page that it is from follow the byline."""
    found = _ISSUE.search(draft.text)
    if not found or not draft.text[: found.start()].strip():
        return [draft]
    pieces = (draft.text[: found.start()].strip(), draft.text[found.start() :].strip())
    return [replace(draft, runs=[Run(piece)]) for piece in pieces]


def source_named(root: HtmlElement, content: HtmlElement, amounts: Amounts) -> str:
    """What an element above the content is called the source of the article by its class or id."""
    for element in root.iter():
        if element is content:
            break
        text = words(element) if amounts.of(element) <= 30 and _SOURCE_NAME.search(named(element)) else ""
        text = re.sub(r"^(?:来源|來源)\s*[：:]\s*", "", text)
        if 2 <= len(text) <= 20 and not DATE.search(text) and not _BUTTON.fullmatch(text):
            return text
    return ""
