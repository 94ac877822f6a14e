"""The lines of an article's head and foot: what each is, and what it tells of when, whence and by whom the article is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from lxml.html import HtmlElement

from converter.model import Opens, Role, Run
from converter.press.dates import has_date, without_dates
from converter.press.marks import LETTER, SENTENCE_ENDS
from converter.press.pages import label, page_in, page_key
from converter.readers.html.about import About
from converter.readers.html.authors import names_in
from converter.readers.html.draft import Draft
from converter.readers.html.headline import KICKER, LONGEST_INFO, LONGEST_TITLE
from converter.readers.html.lines import Walker
from converter.readers.html.tree import Amounts, ancestors, named, squeezed, words

SOURCE = re.compile(
    r"(?:稿件来源|稿源|信息来源|文章来源|新闻来源|新聞來源|资料来源|來源|来源|出处|出處|转自|轉自)(?:\s*[：:]\s*|\s+)[《]?"
    r"((?:(?!作者|编辑|編輯|记者|記者|发布|發布|时间|時間|浏览|字体|字號|字号|分享|责编)[^\s》|丨，,。：:（）()\[\]【】]){2,24})"
)
_PAPER_BESIDE = re.compile(
    rf"(?:^|\s)(?:({LETTER}{{2,10}}[报報社網网])\s*[／/]\s*(?:記者|记者)|{LETTER}{{2,4}}\s*[/／]\s*({LETTER}{{2,10}}[报報网網社])(?=\s|$))"
)
_PAPER = re.compile(
    rf"{LETTER}{{1,9}}(?:[报報社]|[网網](?:站)?|新[闻聞]|[周週月]刊|[观觀]察|[发發][布佈]|在[线線]|[电電][视視][台臺])"
)
_MEDIUM = re.compile(r"[报報网網社台臺]$|新[闻聞]|[刊志誌号]$|[观觀]察|[发發][布佈]|在[线線]|[频頻]道|客[户戶]端")
_NOBODY = ("网络", "網路", "互联网", "综合", "网络综合", "本站", "本站原创", "未知", "原创", "转载")
_LONGEST_FOLIO = 60
"""Characters of a line that tells paper, date and page."""

_CLOCK = re.compile(r"\d{1,2}[:：]\d\d")
_INFO = re.compile(
    r"(?:发布|發布|發佈|发表|發表|更新|时间|時間|日期|来源|來源|作者|记者|記者|编辑|編輯|责编|責編|撰文|撰稿|出处|稿源|供稿|审核|審核|发布机构|文号|出版)"
)
_BYLINE = re.compile(
    rf"^[□■◎●\s]*(?:本[报報刊网網]|特[约約]|见习|見習|{LETTER}{{2,8}}(?:记者|記者))|记者|記者|作者|通讯员|通訊員|^文[/／丨|：:]|撰文|文[/／]图|文[/／]圖|^{LETTER}{{2,4}}\s*[/／]\s*{LETTER}{{2,10}}[报報网網社]$"
)
_SHOWS = re.compile("[。！]$|[摄攝]|[图圖]|^[▲△▼◆]")
"""Words of a picture that stands between headline and text."""

_CREDIT = re.compile("[图圖][片像]?(?:提供者?|[来來]?源)")
_NO_BYLINE = re.compile(r"[。！？]|[摄攝][）)]?$")
_WRITER = re.compile(r"(?<![a-z])(?:author|byline|writer|zuozhe)|userlink")
_BUTTON = re.compile(
    r"(?:分享(?:到|至|给.*)?|转发|轉發|举报|檢舉|打印(?:本[页文稿])?|列印|收藏|评论.{0,6}|評論.{0,6}|留言.{0,6}|跟贴.*|参与.{0,4}|字[号體体號級]?(?:設定|设置)?[：:]?.{0,8}|[大中小]{1,3}|A[+＋-]?|"
    r"[TA]{1,2}|关注.{0,8}|關注.{0,8}|图集|微信|微博|朋友圈|Q[Q空间]+|新浪微博|腾讯微博|纠错|我要.{2,6}|复制链接|複製連結|手机.{2,6}|扫.{0,8}|点击.{0,8}|點閱.{0,8}|浏览.{0,12}|阅读.{0,10}|瀏覽.{0,12}|人气.*|次数.*|"
    r"\d+\s*(?:人|条|次)?(?:参与|评论|阅读|跟贴|浏览|留言|[赞贊]同|[赞讚]).*|点赞|[赞讚]|首页|关闭.{0,4}|返回.{0,4}|[大小]字[体體]|[放缩]大?小?[+-]?|上一?[篇版期]|下一?[篇版期]|只看.{2,4}|[倒正]序.{2}|楼主|存新[聞闻]|存文章|全文复制|原创|语音.{0,4}|[听聽](?:新[闻聞]|全文)|Facebook|LINE|Twitter|X|Email|Line|Copy.*|【.{1,6}】|\[.{1,6}\]|[|｜/·∙：:丨、\s-]+)"
)
_COUNT = re.compile(r"\d{1,8}[万w+]*")
_ISSUE = re.compile(r"《[^》]{2,20}》\s*[（(][^（）()]{4,40}版\s*[）)]")
_SOURCE_NAME = re.compile(r"(?<![a-z])(?:source|copyfrom|laiyuan|nickname|media-?name|js_name)(?![a-z])")
_NOISE = re.compile(
    rf"[\[【（(]?\s*字\s*[号體体號][：:]?\s*[\[【（(]?[\s大中小默认超AT+-]{{1,16}}[\]】）)]?|(?<!{LETTER})(?:浏览|瀏覽|点击|點擊|阅读|閱讀|访问)(?:次[数數]|量|数|數)?\s*[：:]?\s*\d*\s*次?(?=\s|$)"
    r"|分享(?:到|至)?\s*[：:].*$|[【\[](?:打印|关闭|收藏|打印本页|关闭窗口|列印)[】\]]"
)
_DASHED = re.compile(r"(?:——|──|—)[^—─]{4,}[^—─。]$")
_DECK = re.compile(r"futi|fu-?biaoti|sub-?_?(?:title|head|headline)|deck|fubiao|vicetitle|title-?2|second-?title")
LEAD = re.compile(
    r"summary|abstract|excerpt|lead(?![a-z])|intro(?![a-z])|daodu|zhaiyao|desc(?:ription)?(?![a-z])|standfirst|dek(?![a-z])|chapo(?![a-z])"
)


def head_lines(
    walker: Walker, parts: Iterable[HtmlElement], title: str, subhead_tags: set[str], known: About
) -> list[Draft]:
    """The lines of what stands between headline and content that belong to the article; buttons are left out."""
    found: list[Draft] = []
    said = {squeezed(title)}
    for part in parts:
        set_apart(part)
        shown = next(part.iter("img"), None) is not None
        for draft in (piece for line in Walker(walker.pictures).read(part) for piece in apart(line)):
            if draft.role is Role.CAPTION:
                if any("figure" in e.tag or e.tag == "table" for e in (part, *part.iter())) or not draft.is_picture:
                    found.append(draft)
                continue
            element = draft.element if draft.element is not None else part
            text = info_of(draft)
            role = text and role_of(text, draft, _names(element, part), subhead_tags, known)
            if (
                text
                and role in (None, Role.BYLINE, Role.LEAD)
                and shown
                and _SHOWS.search(text)
                and len(text) <= LONGEST_TITLE
            ):
                role = Role.CAPTION
            if role and squeezed(text) not in said:
                said.add(squeezed(text))
                found.append(Draft(runs_of(draft, text, role), role, opens=Opens.BLOCK, element=draft.element))
    return found


def lines_above(walker: Walker, parts: Iterable[HtmlElement], known: About) -> list[Draft]:
    """The lines above the headline that tell for certain of paper, date, source or author."""
    found: dict[str, Draft] = {}
    for part in parts:
        set_apart(part)
        for draft in Walker(walker.pictures).read(part):
            text = info_of(draft)
            role = role_of(text, draft, _names(part, part), set(), known) if text else None
            told = SOURCE.search(text) or has_date(text) and (_CLOCK.search(text) or "出版" in text or "发布" in text)
            told = told or role is Role.FOLIO or role is Role.BYLINE and len(text) <= 40
            if (
                role in (Role.FOLIO, Role.SOURCE_NOTE, Role.BYLINE)
                and told
                and not any(page_in(said) for said, _ in draft.links)
            ):
                found.setdefault(squeezed(text), Draft(runs_of(draft, text, role), role))
    return list(found.values())[::-1]


def set_apart(part: HtmlElement) -> None:
    """Put a blank between the pieces of an article's head, which the style sheet keeps apart."""
    for inline in part.iter("span", "time", "a", "em", "i", "b", "label"):
        inline.text, inline.tail = f" {inline.text or ''}", f" {inline.tail or ''}"


def _names(element: HtmlElement, part: HtmlElement) -> str:
    """What the elements around a line are called, up to ``part``."""
    return " ".join(f"{e.tag} {named(e)}" for e in ancestors(element, part))


def bare_source(drafts: Iterable[Draft]) -> str:
    """The name that stands beside the date without a word of what it is, or is called a source by its element."""
    lines = [draft.text for draft in drafts if draft.role is Role.SOURCE_NOTE and not _INFO.search(draft.text)]
    names = [_bare_names(line) for line in lines]
    media = (name for line in names for name in line if _MEDIUM.search(name))
    return next(media, "") or next((line[0] for line in names if len(line) == 1 and len(line[0]) > 3), "")


def _bare_names(line: str) -> list[str]:
    """What may be names in a line with a date."""
    rest = re.sub(r"https?://\S+", "", without_dates(line)).replace("《", " ").replace("》", " ")
    words_ = re.split(r"[\s|｜·∙/]+", rest)
    return [word for word in words_ if re.fullmatch(r"[\w·]{2,16}", word) and not _BUTTON.fullmatch(word)]


def role_of(text: str, draft: Draft, names: str, subhead_tags: set[str], known: About) -> Role | None:
    """What a line under the headline is; None where it is none of the article's."""
    if _CREDIT.match(text) and len(text) <= 40:
        return Role.CAPTION
    if known.deck and squeezed(text) == squeezed(known.deck) or _DASHED.match(text) and len(text) <= LONGEST_TITLE:
        return Role.DECK
    if known.kicker and squeezed(text) == squeezed(known.kicker) or KICKER.search(names) and len(text) <= LONGEST_TITLE:
        return Role.KICKER
    if (
        len(text) <= _LONGEST_FOLIO
        and page_in(text)
        and not SOURCE.search(text)
        and (has_date(text) or "报" in text or "報" in text or label(text))
    ):
        return Role.FOLIO
    if len(text) <= LONGEST_INFO and (
        has_date(text) or SOURCE.search(text) or re.match("[发發][布佈][时時][间間]", text)
    ):
        return Role.SOURCE_NOTE
    if len(text) <= 80 and not _NO_BYLINE.search(text) and (_BYLINE.search(text) or _WRITER.search(names)):
        return Role.BYLINE
    if draft.level and len(text) <= LONGEST_TITLE and f"h{draft.level}" not in subhead_tags:
        return Role.BYLINE if draft.level == 4 and len(text) <= 40 and "。" not in text else Role.DECK
    if _DECK.search(names) and len(text) <= LONGEST_TITLE:
        return Role.DECK
    if LEAD.search(names) and len(text) > 12:
        return Role.LEAD
    if re.search("source|origin|laiyuan|copyfrom|media(?!-body)|from(?![a-z])", names) and 2 <= len(text) <= 20:
        return Role.SOURCE_NOTE
    if _INFO.search(text) and len(text) <= 60 and "。" not in text or _PAPER.fullmatch(text):
        return Role.SOURCE_NOTE
    if len(text) > 40 and text[-1] in SENTENCE_ENDS:
        return Role.LEAD
    return None


def info_of(draft: Draft) -> str:
    """The text of a line without the buttons and counters in it."""
    text = _NOISE.sub(" ", "".join(run.text for run in draft.runs if not run.image))
    counts = (
        [word for word in without_dates(text).split() if _COUNT.fullmatch(word)]
        if has_date(text) and "版" not in text
        else []
    )
    kept = [word for word in text.split() if not _BUTTON.fullmatch(word) and word not in counts]
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


def page_of(info: str, root: HtmlElement) -> tuple[str, str]:
    """The number and name of the newspaper's page (版) that the article is on; a lone one of the whole document counts.

    That is one by itself (第05版：要闻), else one beside a date.
    """
    told = page_in(info)
    lines = [text for text in root.itertext() if "版" in text]
    dated = (page_in(line) for line in lines if len(line) <= _LONGEST_FOLIO and has_date(line))
    pages = {page.number: page.name for page in filter(None, map(label, lines))}
    pages = pages or {page.number: page.name for page in filter(None, dated)}
    if told:
        names = (name for number, name in pages.items() if page_key(number) == page_key(told.number))
        return told.number, told.name or next(names, "")
    return next(iter(pages.items())) if len(pages) == 1 else ("", "")


def source_in(text: str) -> str:
    """The source that a text names (来源：…, 聯合報／記者…), or nothing."""
    found = SOURCE.search(text) or _PAPER_BESIDE.search(text)
    name = next(filter(None, found.groups()), "").strip() if found else ""
    return "" if name in _NOBODY else name


def author_named(root: HtmlElement, content: HtmlElement, amounts: Amounts) -> str:
    """The names in the first element that is called the author by its class or id, up to the end of the head."""
    for element in root.iter():
        if element is content:
            break
        if 2 <= amounts.of(element) <= 20 and _WRITER.search(named(element)) and (names := names_in(words(element))):
            return names
    return ""


def source_named(root: HtmlElement, content: HtmlElement, amounts: Amounts) -> str:
    """What an element above the content is called the source of the article by its class or id."""
    for element in root.iter():
        if element is content:
            break
        names = named(element) if amounts.of(element) <= 30 else ""
        text = re.sub(r"^(?:来源|來源)\s*[：:]\s*", "", words(element)) if names else ""
        if not (_SOURCE_NAME.search(names) or _WRITER.search(names) and _MEDIUM.search(text)):
            continue
        if 2 <= len(text) <= 20 and not _INFO.search(text) and not has_date(text) and not _BUTTON.fullmatch(text):
            return text
    return ""
