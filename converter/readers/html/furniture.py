"""The words by which what a site puts around and into its articles is known: names of elements, titles of lists, lines."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from converter.model import Form
from converter.readers.html.draft import Draft
from converter.readers.html.tree import named

# Class names and ids. What ``_OTHERS`` calls is never the article's, whatever its size.
_OTHERS = (
    r"comments?|comment-?(?:list|area|block|box|wrap)s?|(?:comment|cmt|tie|gentie)-?(?:module|area)?|reply|replies|respond|disqus\w*|discuss\w*|"
    r"related|relates?|relate-?\w+|recommend\w*|rec-?(?:list|box)|read-?more|more-?(?:article|news|link)s?|sidebar|side-?bar|side-?hot|widgets?|"
    r"hot-?(?:news|list|topic|rank|article)s?|rank(?:ing|list)?|post-?navigation|breadcrumbs?|crumbs?|guess|outro"
)
_OWN = (
    r"nav|navbar|menu|edit-?section|share|sharing|sharebar|share-?daddy|bdshare\w*|social|ads?|adv|(?:content|inline|article)-?adv?s?|advert\w*|ad-?(?:box|wrap|slot|site|pc|text)|banner|promo\w*|"
    r"self-?promo\w*|sponsor\w*|subscribe|newsletter|qr-?code|ewm|toolbar|tool-?bar|pager|paging|pages|pagination|page-?(?:link|nav)s?|"
    r"prev-?next|next-?page|copyright|statement|disclaimer|tags?|tag-?list|tags-?links|cat-?links|keywords?|login|search|download-?app|app-?download|"
    r"likes?|zan|praise|favou?rite|print|font-?size|jubao|back-?sohu|audio|podcast-?promo|shortcut|article-?copyright"
)
OTHERS = re.compile(rf"(?<![a-z])(?:{_OTHERS})(?![a-z])")
NAMES = re.compile(rf"(?<![a-z])(?:{_OTHERS}|{_OWN})(?![a-z])")
_ROLES = ("navigation", "complementary", "search", "banner", "contentinfo")

LIST_TITLE = re.compile(
    r"[【\[▶►▼➤●■◆·—\s]*(?:相关|相關|延伸|推荐|推薦|热门|熱門|热点|熱點|精彩|更多|最新|往期|编辑推荐|編輯推薦|猜你|猜您|为您|為您|为你|為你|你可能|您可能|其他|其它|本类|本類|同类|同類|看更多|大家都在看|本[栏版站网][最热推][新门荐]|[热熱][读讀榜搜])"
    r"(?:阅读|閱讀|新闻|新聞|文章|资讯|資訊|推荐|推薦|内容|內容|报道|報導|报导|链接|連結|专题|專題|视频|影音|評論|评论|喜欢|喜歡|也喜欢|也喜歡|感兴趣|感興趣|精选|精選|回顾|回顧|消息|稿件|排行|收聽|收听|文章|广告|廣告|相关内容|相關內容)?"
    r"(?:[：:>】\]﹕▼↓—]|\s|$)"
)
"""What stands above a list of other articles."""

_WORDS = "(?:评论|評論|跟贴|跟帖|热评|熱評|留言|回复|回覆|讨论|討論)"
COMMENTS_TITLE = re.compile(
    rf"(?:网友|網友|读者|讀者|热门|熱門|最新|精彩|全部|用户|发表|發表){_WORDS}(?:区|區|列表)?\s*[（(]?\s*\d*\s*[）)]?\s*[条條]?[：:]?(?:\s*最[热早新熱])*"
    rf"|{_WORDS}(?:区|區|列表|\s*[（(]\s*\d*\s*[）)]|\s*\d+\s*[条條]?)[：:]?|\d+\s*[条條]?\s*{_WORDS}|我要{_WORDS}|(?:更多|其他|其它)\s*\d*\s*[个個]?回答|[/\s]*阅读下一篇[/\s]*"
)
"""What stands above other people's words, which are the rest of its element."""

_CLAIM = re.compile(
    r"[*※（(【]*(?:特别声明|特別聲明|免责声明|免責聲明|平台声明|版权声明|版權聲明|郑重声明|声明|聲明|风险提示|版权说明)[】]?[：:].*"
    r"(?:本[网網站平文]|平台|自媒体|转载|轉載|版权|版權|观点|觀點|侵权|侵權|建议|建議).*"
    r"|本(?:文|稿件?)(?:系|[为為]).{0,24}(?:[独獨]家|原[创創]).{0,80}(?:授[权權]|[转轉][载載]).*|Notice: The content above.*|(?:未经|未經|非經).{0,8}(?:授权|授權|许可|許可|同意).{0,8}(?:禁止|不得|请勿|請勿|严禁).{0,40}"
    r"|(?:本[网網站]).{0,30}(?:版权所有|版權所有|非經授權|未经授权).{0,60}|[©Ⓒ].{0,80}|.{0,12}版[权權]所有.{0,40}"
)
_PAGING = re.compile(
    r"(?:(?:首页|首頁|上一?[页頁]|下一?[页頁]|尾[页頁]|末[页頁]|余下全文|余下全文>*|全文阅读|阅读全文|單頁顯示|单页显示|显示全文|\d{1,2}|[.…<>＜＞«»\[\]|/]|第\s*\d+\s*[页頁]|共\s*\d+\s*[页頁])\s*)+"
)
_LINE = re.compile(
    r"(?:(?:点击)?(?:分享|共享)(?:[到至让给此本].{0,10}|文章)?|[上下]一[篇页頁则則](?:\s*[：:].*)?|返回(?:首页|[页頁]首|顶部|列表|目录|上页|頂部|首頁|搜狐.*|.{2,6}首页.*)|点击(?:进入|查看|观看).{0,30}[>＞»]+|"
    r"[【\[]?(?:打印|关闭|关闭窗口|列印|[电電][邮郵]|收藏|纠错|字号|推荐|打印本页|打印此文|发表评论|告诉好友|举报/?反?馈?|檢舉|投诉)[】\]]?(?:\s*[【\[]?(?:打印|列印|[电電][邮郵]|关闭|关闭窗口|打印此文|发表评论|告诉好友|大|中|小|收藏|推荐|纠错)[】\]]?)*|"
    r"(?:微信)?扫一扫.{0,24}|关注该公众号|点击(?:加载|查看)更多|展开全文|展開全文|(?:点击)?[“\"「]?阅读(?:原文|全文)[”\"」]?.{0,16}|阅读\s*[\d万+ ]+.{0,6}|我要评论|我要留言|发表评论|發表意見|"
    r"(?:听|收听|聽|收聽)(?:全文|新闻|新聞|文章)|语音(?:播报|朗读)|Advertisement|ADVERTISEMENT|廣告|广告|更多|\+|更多精彩内容.{0,24}|[请請](?:继续|繼續)往下[阅閱][读讀].{0,4}|"
    r"(?:标签|標籤|关键词|關鍵字|相關字詞|Tags?|TAG)\s*[：:﹕].*|不用抽.*下載APP.*|[请請]同意我[们們]的[隐隱]私.*|本帖最后由.{1,60}编辑|.{0,60}下载附件.{0,60}|(?:点击|长按|扫描|识别|戳)[上下]方.{0,24}|"
    r"[^。]{0,40}(?:下載APP|下载APP|下载客户端|点我下载|點我下載|點我訂閱|最佳瀏覽效果|(?:客户端|APP).{0,24}(?:下载地址|下载|下載)|加入LINE好友|扫描二维码|掃描QR)[^。]{0,24})[：:]?"
)

_LEADS_ON = re.compile(r"[\W_]*(?:广告|廣告|推广|推廣|更多|看更多|延伸[阅閱][读讀]|点击(?:查看|进入|阅读))")
"""Begins a line that is a link and nothing else of the article."""


def is_site_named(element: HtmlElement) -> bool:
    """Whether the element is called something of the site's."""
    names = f"{named(element)} {element.get('aria-labelledby') or ''}"
    return NAMES.search(names) is not None or element.tag == "nav" or element.get("role") in _ROLES


def holds_others(element: HtmlElement) -> bool:
    """Whether the element is called something that holds other people's words or other articles."""
    return OTHERS.search(named(element)) is not None


def is_line(draft: Draft) -> bool:
    """Whether the line is a button, a claim or a label of the site's, or a link to another article that says so."""
    text = draft.text
    if draft.form not in (None, Form.ITEM):
        return False
    return bool(
        _LINE.fullmatch(text)
        or LIST_TITLE.fullmatch(text.rstrip("▼↓👇— "))
        or _CLAIM.fullmatch(text)
        or _PAGING.fullmatch(text)
        and (draft.is_link or re.search("[页頁]|全文", text))
        or draft.is_link
        and (LIST_TITLE.match(text) or _LEADS_ON.match(text))
    )


def without_links_at_end(drafts: list[Draft]) -> list[Draft]:
    """The lines without the row of links to other articles at their end, two or more."""
    end = len(drafts)
    while end and drafts[end - 1].is_link and drafts[end - 1].level == 0 and not drafts[end - 1].is_attached:
        end -= 1
    return drafts[:end] if len(drafts) - end > 1 and end else drafts
