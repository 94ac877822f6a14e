"""The few words that a shelf adds, in its script."""

from __future__ import annotations

from converter.writers.markup.labels import is_traditional

HANS = {
    "book": "电子书",
    "calendar": "日历",
    "catalogue": "书目",
    "count": "{}期",
    "feed": "订阅",
    "found": "找到{}条",
    "latest": "最新一期",
    "latest book": "最新电子书",
    "new": "近期",
    "next": "较新",
    "prev": "较早",
    "read": "在线阅读",
    "search": "检索",
    "search titles": "检索标题",
    "skip": "跳到正文",
    "steps": "前后",
    "undated": "日期不详",
}
HANT = HANS | {
    "book": "電子書",
    "calendar": "日曆",
    "catalogue": "書目",
    "feed": "訂閱",
    "found": "找到{}條",
    "latest book": "最新電子書",
    "next": "較新",
    "prev": "較早",
    "read": "線上閱讀",
    "search": "檢索",
    "search titles": "檢索標題",
    "steps": "前後",
    "undated": "日期不詳",
}


def labels_for(language: str) -> dict[str, str]:
    """The labels in the script that a BCP 47 tag names; simplified characters where it names none."""
    return HANT if is_traditional(language) else HANS
