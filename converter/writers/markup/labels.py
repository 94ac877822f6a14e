"""The few words that a writer adds to a document, in the document's script."""

from __future__ import annotations

from converter.model import Issue, Section

HANS = {
    "and_others": "{}等{}篇",
    "anonymous": "佚名",
    "body": "正文",
    "briefs": "简讯",
    "contents": "目录",
    "copied": "已复制",
    "copy": "复制网址",
    "cover": "封面",
    "days": "各期",
    "finished": "读完",
    "found": "找到{}篇",
    "guide": "导览",
    "home": "首页",
    "larger": "放大文字",
    "listen": "朗读",
    "listing": "本期篇目",
    "minutes": "约{}分钟",
    "map": "版面图",
    "leads": "要目",
    "next": "下一篇",
    "next_issue": "下一期",
    "office": "{}社",
    "page": "第{}版",
    "pages": "页码",
    "part": "{}（{}）",
    "people": "人名索引",
    "picture": "图片",
    "prev": "上一篇",
    "prev_issue": "上一期",
    "rest": "其余{}篇",
    "script": "简体",
    "scripts": "简繁",
    "search": "检索",
    "sections": "版面",
    "skip": "跳到正文",
    "smaller": "缩小文字",
    "stop": "停止",
    "summary": "全文为可调整版式的文字，有目录、标题和阅读顺序。",
    "table": "表格",
    "taken": "{}摄",
    "turn": "前后篇",
    "untitled": "未命名",
    "ways": "查找",
}
HANT = HANS | {
    "briefs": "簡訊",
    "contents": "目錄",
    "copied": "已複製",
    "copy": "複製網址",
    "finished": "讀完",
    "guide": "導覽",
    "home": "首頁",
    "listen": "朗讀",
    "map": "版面圖",
    "minutes": "約{}分鐘",
    "pages": "頁碼",
    "picture": "圖片",
    "rest": "其餘{}篇",
    "script": "繁體",
    "scripts": "簡繁",
    "search": "檢索",
    "smaller": "縮小文字",
    "summary": "全文為可調整版式的文字，有目錄、標題和閱讀順序。",
    "taken": "{}攝",
    "turn": "前後篇",
}
WEEKDAYS = "一二三四五六日"
TRADITIONAL = ("zh-hant", "zh-tw", "zh-hk", "zh-mo")


def labels_for(language: str) -> dict[str, str]:
    """The labels in the script that a BCP 47 tag names; simplified characters where it names none."""
    return HANT if is_traditional(language) else HANS


def is_traditional(language: str) -> bool:
    """Whether a BCP 47 tag names traditional characters."""
    return language.lower().startswith(TRADITIONAL)


def region_of(language: str) -> str:
    """Whose forms of the characters a BCP 47 tag asks for, as font makers call them: SC, TC or HK."""
    tag = language.lower()
    if tag.startswith(TRADITIONAL):
        return "HK" if tag.endswith(("-hk", "-mo")) else "TC"
    return "SC"


def section_label(section: Section, labels: dict[str, str]) -> str:
    """What a page (版) is called: ``第05版 要闻``, the half that is known, or nothing."""
    number = labels["page"].format(section.page) if section.page else None
    return " ".join(filter(None, (number, section.name)))


def spoken_date(date: str | None) -> str:
    """An ISO 8601 date as a masthead says it, ``2021年1月5日 星期二`` or ``1908年``; what is none is left."""
    from converter.press.dates import first_day

    said = date or ""
    day = first_day(said)
    if not day:
        return said
    parts = (f"{day.year}年", f"{day.month}月", f"{day.day}日 星期{WEEKDAYS[day.weekday()]}")
    return "".join(parts[: said.count("-") + 1])


def masthead(issue: Issue, labels: dict[str, str]) -> tuple[str, str]:
    """The name at the head of the issue and the line below it: paper, or title; date, page and page's name."""
    data = issue.metadata
    pages = [label for section in issue.sections if (label := section_label(section, labels))]
    known = Section((), data.page, data.page_name)
    page = pages[0] if len(pages) == 1 else "" if pages else section_label(known, labels)
    return data.paper or issue.title, "　".join(filter(None, (spoken_date(data.date), page)))
