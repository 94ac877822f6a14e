"""Books, laws and plays of many layouts, made for the tests: which lines are titles of one tier is known."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count, cycle
from textwrap import wrap

from converter.press.numbers import counted

SENTENCES = (
    "渡口的钟敲了六下，雾还没有散。",
    "她把信折好，放回衣襟里，半天没有说话。",
    "船靠了岸，船上下来三个人，谁也没有带伞。",
    "“你要找的人早就搬走了。”卖豆腐的老人说。",
    "“搬到哪里去了？”",
    "“谁知道呢。”",
    "掌柜拿了三个木盆，接屋檐漏下来的水，叮叮咚咚响到天亮，一屋子的人都没有睡好。",
    "那一年的水比往年来得早，镇上的人把米搬上了屋顶，把鸡放进了阁楼，只有磨坊的驴还拴在院子里。",
    "没有人相信他。",
    "他笑了。",
    "灯是铜的，灯罩上刻着一个字，已经看不清了。",
    "第二天一早，她又去了码头。",
    "账本上写得清清楚楚：欠，柳湾，姓葛的，半斤。",
    "难道真的没有人看见？他想了很久，也没有想明白。",
)
TITLES = ("渡口来信", "雨夜", "灯", "柳湾的磨坊", "谁在敲门？", "归途", "半斤盐", "守钟人", "水上", "旧账")
COUPLETS = (
    ("柏先生夜访石桥渡", "小荻姑娘独守灯船"),
    ("守钟人三敲铜钟", "卖盐客半夜过河"),
    ("断崖下篮空人去", "码头上雨歇灯明"),
)
HEADS = ("总则", "摊位", "渡口管理", "罚则", "附则")
DUTIES = (
    "为了规范集市秩序，保护买卖双方的权益，制定本条例。",
    "在临水镇范围内开办集市、设置摊位，适用本条例。",
    "摊位不得私自转让。",
    "发布广告、图片或者提供下载、收藏服务的，应当向镇市场办登记。",
    "违反本条例规定的，处五十元以上二百元以下罚款；情节严重的，取消其一年内的摊位资格。",
    "发现火情应当立即报告。",
)


@dataclass(frozen=True)
class Layout:
    """How a document is set: ``number`` writes one, ``gap`` stands between it and its title, ``blank`` lines between
    paragraphs, ``above`` a title; ``width`` is that of a hard-wrapped column, or 0."""

    number: Callable[[int], str] = counted
    gap: str = "　"
    blank: int = 1
    above: int = 1
    indent: str = ""
    width: int = 0


FULL = str.maketrans("0123456789", "０１２３４５６７８９")
LAYOUTS = {
    "blank-lines": Layout(),
    "bare-lines": Layout(blank=0, above=0),
    "bare-lines-indented": Layout(blank=0, above=0, indent="　　"),
    "gap-above-titles": Layout(blank=0, above=1),
    "gap-above-titles-indented": Layout(blank=0, above=1, indent="　　"),
    "wide-gap-above-titles": Layout(blank=0, above=3, indent="　　"),
    "blank-lines-indented": Layout(indent="　　"),
    "half-blanks-indented": Layout(indent="    ", blank=0, above=2),
    "digits": Layout(number=str, gap=" "),
    "digits-bare": Layout(number=str, gap=" ", blank=0, above=0, indent="　　"),
    "full-width-digits": Layout(number=lambda n: str(n).translate(FULL), gap="　"),
    "spaced-number": Layout(number=lambda n: f" {counted(n)} ", gap="　　"),
    "colon": Layout(gap="："),
    "stop-mark": Layout(gap="、", blank=0, above=1, indent="　　"),
    "no-gap": Layout(gap=""),
    "no-gap-bare": Layout(gap="", blank=0, above=0, indent="　　"),
    "two-blanks": Layout(gap="  ", blank=2, above=3),
    "hard-wrapped": Layout(blank=0, above=1, indent="　　", width=30),
    "hard-wrapped-blank-lines": Layout(width=36),
    "half-blank-gap": Layout(gap=" ", blank=0, above=1, indent="　　"),
}


@dataclass
class Made:
    """A document's text as it grows, and the titles of each tier."""

    layout: Layout
    lines: list[str] = field(default_factory=list)
    tiers: dict[str, list[str]] = field(default_factory=dict)

    def title(self, unit: str, number: int, name: str) -> None:
        """The title of a division."""
        text = f"第{self.layout.number(number)}{unit}{self.layout.gap}{name}".rstrip("　 ：、")
        self.tiers.setdefault(unit, []).append(text)
        self.lines += [*[""] * self.layout.above, text, *[""] * min(self.layout.blank, 1)]

    def text(self, *paragraphs: str) -> None:
        """Paragraphs under it."""
        for paragraph in paragraphs:
            wrapped = wrap(paragraph, self.layout.width) if self.layout.width else [paragraph]
            self.lines += [self.layout.indent + wrapped[0], *wrapped[1:], *[""] * self.layout.blank]


def paragraphs() -> Iterator[str]:
    """Paragraphs without end, some short, some long."""
    pool = cycle(SENTENCES)
    for size in cycle((1, 3, 1, 1, 2, 4, 1)):
        yield "".join(next(pool) for _ in range(size))


def novel(layout: Layout, chapters: int = 12) -> Made:
    """Title, author, chapters."""
    made, text = Made(layout, ["石桥渡的灯", "", "岑小舟", ""]), paragraphs()
    for number, name in zip(range(1, chapters + 1), cycle(TITLES), strict=False):
        made.title("章", number, name)
        made.text(*[next(text) for _ in range(4 + number % 3)])
    return made


def classic(layout: Layout) -> Made:
    """Chapters with couplets, from the first line on."""
    made, text = Made(layout), paragraphs()
    for number, couplet in zip(range(1, 10), cycle(COUPLETS), strict=False):
        made.title("回", number, "　".join(couplet))
        made.text(f"话说{next(text)}", *[next(text) for _ in range(5)], "欲知后事如何，且听下回分解。")
    return made


def volumes(layout: Layout) -> Made:
    """Two volumes, each with its own chapters."""
    made, text, names = Made(layout, ["石桥渡", ""]), paragraphs(), cycle(TITLES)
    for volume in (1, 2):
        made.title("卷", volume, next(names))
        for number in range(1, 5):
            made.title("章", number, next(names))
            made.text(*[next(text) for _ in range(4)])
    return made


def history(layout: Layout) -> Made:
    """Three tiers: 编, 章, 节."""
    made, text, names = Made(layout, ["沿海市镇史稿", ""]), paragraphs(), cycle(TITLES)
    for part in (1, 2):
        made.title("编", part, next(names))
        for chapter in (1, 2):
            made.title("章", chapter, next(names))
            for section in (1, 2):
                made.title("节", section, next(names))
                made.text(next(text), next(text))
    return made


def law(layout: Layout, listed: bool = True) -> Made:
    """A law with its list of contents, chapters, articles and what they count up."""
    made = Made(layout, ["临水镇集市管理条例", "", "（2019年3月12日临水镇第六届居民代表大会第三次会议通过）", ""])
    if listed:
        made.lines += ["目　录", ""]
        for number, name in enumerate(HEADS, 1):
            made.title("章", number, name)
        made.tiers.clear()
    article, duties = count(1), cycle(DUTIES)
    for number, name in enumerate(HEADS, 1):
        made.title("章", number, name)
        for _ in range(3):
            made.text(f"第{counted(next(article))}条　{next(duties)}")
        made.text(
            f"第{counted(next(article))}条　有下列情形之一的，应当登记：", "（一）新设摊位的；", "（二）转让摊位的。"
        )
    return made


KINDS: dict[str, Callable[[Layout], Made]] = {
    "novel": novel,
    "classic": classic,
    "volumes": volumes,
    "history": history,
    "law": law,
}


def text_of(made: Made) -> str:
    """The document's text."""
    return "\n".join(made.lines) + "\n"


def mixed(roles: Sequence[tuple[str, str, int]], tiers: dict[str, list[str]]) -> list[str]:
    """The tiers whose titles are no blocks of their own, or have several roles or depths; ``roles`` are those of each
    block with its text and depth, in reading order."""
    found = []
    for unit, titles in tiers.items():
        said = {(role, depth) for role, text, depth in roles if text in titles and role != "column_note"}
        alone = sum(text in titles and role in ("headline", "subhead") for role, text, _ in roles)
        if len(said) != 1 or alone != len(titles):
            found.append(unit)
    return found
