"""A web page, or any HTML document → ``Source``: its main content with what the mark-up tells of it.

The site's own things (navigation, comments, other articles) are left out; the article is whole and in order.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import takewhile

from lxml.html import HtmlElement

from converter.errors import UnreadableInput
from converter.model import Metadata, Opens, Role, Run, Source
from converter.readers.encoding import WIDENED, decode
from converter.readers.html import about as html_about
from converter.readers.html import content as html_content
from converter.readers.html import head as html_head
from converter.readers.html import tree as html_tree
from converter.readers.html.about import About, about
from converter.readers.html.draft import Draft
from converter.readers.html.lines import Walker
from converter.readers.html.pictures import Pictures
from converter.readers.html.roles import pin_body, set_roles
from converter.readers.html.runs import tidy
from converter.readers.html.tree import HEADINGS, Amounts, named, words
from converter.readers.lines import Lines
from converter.readers.text import SURE, doubt_of, warnings_of

_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_LEADING = re.compile(r"\s*((?:<!--.*?-->\s*|<\?.*?\?>\s*)*)", re.DOTALL)
_SITE_LINE = re.compile(
    r"(?:分享(?:到|至|让.{2,8})?|[上下]一[篇页頁则則](?:\s*[：:].*)?|返回(?:首页|顶部|列表|目录|上页|頂部|首頁)|"
    r"[【\[]?(?:打印|关闭|关闭窗口|列印|收藏|纠错|字号|推荐|打印本页)[】\]]?(?:\s*[【\[]?(?:打印|关闭|关闭窗口|大|中|小|收藏|推荐|纠错)[】\]]?)*|"
    r"(?:微信)?扫一扫.{0,24}|关注该公众号|点击(?:加载|查看)更多|展开全文|阅读\s*[\d万+ ]+.{0,6}|我要评论|我要留言|"
    r"(?:相关|推荐|延伸|相關|推薦|延伸)(?:阅读|新闻|閱讀|新聞)|Advertisement|ADVERTISEMENT|廣告|广告|更多|\+|"
    r"[^。]{0,40}(?:下載APP|下载APP|下载客户端|点我下载|點我下載|最佳瀏覽效果|加入LINE好友)[^。]{0,20})[：:]?"
)
_CORRECT = re.compile(r"[【\[](?:纠错|打印|关闭|收藏)[】\]]\s*")


def read_html(data: bytes, encoding: str | None = None) -> Source:
    """The ``Source`` of a page. Pictures that lie beside it are named by their runs; ``pictures`` finds them.

    Raises ``UndecodableText``, and ``UnreadableInput`` where the page is empty, too deep or too large to be read.
    """
    if len(data) > html_tree.LARGEST:
        raise UnreadableInput("the page is larger than 200 MB: save the article alone, or its text as a .txt file")
    text, warnings = decoded(data, encoding)
    return read_page(text, warnings=warnings)


def read_page(text: str, parts: Mapping[str, bytes] | None = None, address: str = "", warnings: tuple[str, ...] = ()) -> Source:
    """The ``Source`` of a page's text. ``parts`` are the files that came with it by their addresses."""
    root = html_tree.parse(text)
    leading = _LEADING.match(text)
    known = about(root, leading[1] if leading else "")
    is_site = html_content.is_site(root)
    html_tree.prune(root)
    pictures = Pictures(parts, address or known.address)
    amounts = html_tree.Amounts(root)
    content = html_content.content_of(root, is_site, amounts)
    if content is root or content.tag == "body":
        drafts = document(content, known, pictures, amounts)
    else:
        drafts = article(root, content, known, pictures, amounts)
    if not drafts:
        raise UnreadableInput("no text was found in the page: save it again when it is wholly loaded, or save its text")
    if pictures.remote:
        lost = " ".join(pictures.remote)
        warnings += (f"left out {len(pictures.remote)} picture(s) that only the network has: {lost}",)
    return _source(drafts, known, pictures, warnings)


def document(body: HtmlElement, known: About, pictures: Pictures, amounts: Amounts) -> list[Draft]:
    """The lines of a page that is content from end to end: its highest headings are headlines."""
    html_content.clear(body, amounts)
    pictures.speaks = True
    drafts = Walker(pictures).read(body)
    top = min((draft.level for draft in drafts if draft.level), default=0)
    tops = [draft for draft in drafts if draft.level == top] if top else []
    if top and (len(tops) == 1 or top == 1):
        for draft in tops:
            draft.role, draft.opens, draft.level = Role.HEADLINE, Opens.ARTICLE, 0
    elif known.title and drafts and squeezed_in(known.title, drafts):
        drafts.insert(0, Draft([Run(known.title)], Role.HEADLINE, opens=Opens.ARTICLE))
    set_roles(drafts)
    if any(draft.role is Role.HEADLINE for draft in drafts):
        pin_body(drafts)
    if not known.title:
        known.title = next((draft.text for draft in drafts if draft.role is Role.HEADLINE), "")
    return drafts


def squeezed_in(title: str, drafts: list[Draft]) -> bool:
    """Whether ``title`` says something that the first lines do not."""
    said = html_head.squeezed("".join(draft.text for draft in drafts[:3]))
    return html_head.squeezed(title) not in said


def article(root: HtmlElement, content: HtmlElement, known: About, pictures: Pictures, amounts: Amounts) -> list[Draft]:
    """The lines of the article on a site's page: its head, then its content."""
    headline = html_head.headline_of(root, content, known, amounts)
    inside = headline is not None and content in headline.iterancestors()
    tags = {e.tag for e in content.iter(*HEADINGS) if e is not headline}
    walker = Walker(pictures)
    head: list[Draft] = []
    kicker = html_head.kicker_of(headline) if headline is not None else None
    title = words(headline) if headline is not None else known.title
    if headline is not None and not inside:
        head = html_head.head_lines(walker, html_head.between(headline, content), title, tags)
    html_content.clear(content, amounts)
    if inside:
        for block in content.iter("div", "p", "header"):
            if amounts.of(block) <= html_head.LONGEST_INFO and html_about.DATE.search(words(block)):
                html_head.set_apart(block)
    body = [draft for draft in walker.read(content) if not _SITE_LINE.fullmatch(draft.text)]
    for draft in body:
        if len(draft.runs) == 1:
            draft.runs = [replace(draft.runs[0], text=_CORRECT.sub("", draft.text))]
    body = _body(body, headline, kicker, title, inside, head)
    top = [draft for draft in head if draft.role is Role.FOLIO]
    if kicker is not None:
        top += [Draft(tidy([Run(words(kicker))]), Role.KICKER, opens=Opens.ARTICLE)]
    if title:
        opens = Opens.BLOCK if kicker is not None else Opens.ARTICLE
        top += [Draft(tidy([Run(title)]), Role.HEADLINE, opens=opens)]
    _learn(known, title, [*top, *head], body, root)
    known.source = known.source or html_head.source_named(root, content, amounts)
    drafts = [*top, *(draft for draft in head if draft.role is not Role.FOLIO), *body]
    set_roles(drafts)
    return drafts


def _body(
    drafts: list[Draft],
    headline: HtmlElement | None,
    kicker: HtmlElement | None,
    title: str,
    inside: bool,
    head: list[Draft],
) -> list[Draft]:
    """The content's lines without the headline, which stands at the head; what is above it in the content goes too."""
    if inside and headline is not None:
        within = set(headline.iter())
        within |= set(takewhile(lambda above: words(above) == title, headline.iterancestors()))
        place = next((n for n, draft in enumerate(drafts) if draft.element in within), -1)
        under = [piece for draft in drafts[place + 1 :] for piece in html_head.apart(draft)]
        tags = {f"h{draft.level}" for draft in under[4:] if draft.level}
        while under and len(head) < 6:
            text = html_head.info_of(under[0])
            role = html_head.role_of(text, under[0], named(under[0].element), tags) if text else None
            if under[0].is_picture or text and (role is None or role is Role.LEAD):
                break
            draft = under.pop(0)
            if text and role:
                head.append(Draft(html_head.runs_of(draft, text, role), role))
        return [draft for draft in drafts[: max(place, 0)] if _stands_above(draft, kicker, head)] + under
    squeezed = html_head.squeezed(title)
    again = next((n for n, draft in enumerate(drafts[:3]) if squeezed and html_head.squeezed(draft.text) == squeezed), None)
    drafts = drafts if again is None else drafts[:again] + drafts[again + 1 :]
    for draft in drafts[:2]:
        if draft.role is None and len(draft.text) <= 60 and html_about.DATE.match(draft.text):
            draft.role = Role.SOURCE_NOTE
    return drafts


def _stands_above(draft: Draft, kicker: HtmlElement | None, head: list[Draft]) -> bool:
    """Whether a line above the headline is the article's: a picture, its words, or a sentence; a folio line is its head."""
    if kicker is not None and draft.text == words(kicker):
        return False
    if html_head.role_of(draft.text, draft, "", set()) is Role.FOLIO:
        head.append(Draft(draft.runs, Role.FOLIO))
        return False
    return draft.role is Role.CAPTION or len(draft.text) > 20 and draft.text[-1] in "。！？”"


def _learn(known: About, title: str, head: list[Draft], body: list[Draft], root: HtmlElement) -> None:
    """Add to what is known of the page what its lines say: they are nearer to the article than the page's head."""
    notes = [*head, *(draft for draft in body[:2] if draft.role is Role.SOURCE_NOTE)]
    info = " ".join(draft.text for draft in notes if draft.role in (Role.FOLIO, Role.SOURCE_NOTE, Role.BYLINE))
    tail = " ".join(draft.text for draft in body[-4:] if len(draft.text) < 120)
    known.title = title or known.title
    known.date = html_about.iso(info) or known.date
    if not known.date:
        labelled = re.search(r"(?:发布|發布|發佈|发表|时间|時間|日期)\s*[：:]?\s*" + html_about.DATE.pattern, words(root))
        known.date = html_about.iso(labelled[0]) if labelled else html_about.iso(known.address)
    known.page, known.page_name = html_head.page_of(info, root)
    if found := html_head.SOURCE.search(info) or html_head.SOURCE.search(tail):
        known.source = found[1]
    elif not known.source:
        known.source = next(filter(None, (html_head.bare_source(draft) for draft in head)), "")
    if issue := re.search(r"《\s*([^》]{2,16}?)\s*》", " ".join(draft.text for draft in head if draft.role is Role.FOLIO)):
        known.paper = issue[1]
    if found := html_head.AUTHOR.search(info) or html_head.LABELLED_AUTHOR.search(tail):
        known.author = known.author or " ".join(found[1].split())


def _source(drafts: list[Draft], known: About, pictures: Pictures, warnings: tuple[str, ...]) -> Source:
    """The lines with their places in the text that they make together."""
    lines = Lines()
    for draft in drafts:
        seen = {"indent": draft.indent, "centred": draft.centred, "role": draft.role, "opens": draft.opens}
        lines.add(pictures.held(draft.runs), form=draft.form, depth=draft.depth, **seen)
        lines.gap = 0
    metadata = Metadata(
        title=known.title or None,
        paper=known.paper or known.source or known.site or None,
        date=known.date or None,
        page=known.page or None,
        page_name=known.page_name or None,
        author=known.author or None,
    )
    shown = {run.image for line in lines.lines for run in line.runs}
    images = [(name, data) for name, data in pictures.found.items() if name in shown]
    warnings += warnings_of("".join(draft.text for draft in drafts))
    return lines.source(metadata, images, warnings)


def decoded(data: bytes, encoding: str | None) -> tuple[str, tuple[str, ...]]:
    """The page's text, and what has to be said of its encoding: what its bytes show counts more than what it declares, which decides where they leave doubt."""
    found = decode(data, encoding)
    if encoding or found.confidence >= SURE:
        return found.text, ()
    declared = _DECLARED.search(data[:4096])
    if declared:
        name = declared[1].decode("ascii", "replace").lower()
        for known in WIDENED.get(name, (name,)):
            if known in dict(found.candidates):
                return data.decode(known), ()
    return found.text, (doubt_of(found),)
