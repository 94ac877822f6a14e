"""Regions that sell something are furniture; boxes that tell something are not."""

from dataclasses import replace

import pytest

from converter.model import Box, Line, Opens, Role
from converter.pipeline import detect
from converter.structure.markup.adverts import with_adverts
from tests.structure.markup.setting import line, source

Region = list[tuple[str, float]]

SHOP: Region = [
    ("锦泰家居广场", 26),
    ("十周年店庆　全场五折", 18),
    ("沙发　床垫　餐桌", 13),
    ("咨询电话：0000-55512345", 9),
]
SCHOOL: Region = [
    ("启航围棋班", 20),
    ("暑期招生　免费试听", 14),
    ("每期十二课时，学费960元", 10),
    ("报名：13500001111", 9),
]
FLATS: Region = [("海景雅苑", 28), ("即買即住", 15), ("呎價由1.2萬起", 12), ("查詢熱線 0000 0101", 16)]
CLINIC: Region = [("惠仁牙科", 24), ("鑲牙補牙　無痛拔牙", 13), ("中山路九號　電話一八五", 9)]
MARKED: Region = [("· 廣告 ·", 7), ("老窖坊", 26), ("六十年陳釀，一滴入魂。", 13)]
HOW: Region = [
    ("怎样领取补贴", 16),
    ("第一步：到门店选购家电", 10),
    ("第二步：扫码登记，填写地址", 10),
    ("最高可领2000元", 9),
]
JOBS: Region = [
    ("周末两场招聘会", 14),
    ("本周六上午，市人才中心举办招聘会。", 10),
    ("周日下午两点另有一场，免费入场。", 10),
    ("报名电话：0000-55567890", 9),
]
TRIP: Region = [
    ("游船夜航", 22),
    ("每位八十", 14),
    ("热线　5550 0101", 10),
    ("票价80元", 9),
]


def framed(region: Region, frames: tuple[int, ...] = (1,), page: int = 1) -> list[Line]:
    """The lines of a region on a page."""
    return [line(text, size=size, frames=frames, page=page) for text, size in region]


def roles(lines: list[Line]) -> list[Role | None]:
    """What is told of lines."""
    return [one.role for one in with_adverts(source(*lines).lines)]


@pytest.mark.parametrize(
    ("region", "advert"),
    [
        (SHOP, True),
        (CLINIC, True),
        (SHOP[:3], False),  # nobody to call
        ([(text, min(size, 13)) for text, size in SHOP], False),  # two sizes
        (SCHOOL, True),
        (
            [*SCHOOL, ("开课在即，名额不多。欲报从速。两人同报，各减一成。", 10), ("学员作品将在文化馆展出。", 10)],
            False,
        ),
        (FLATS, True),
        (MARKED, True),
        (MARKED[1:], False),
        (HOW, False),
        (JOBS, False),
        (TRIP, True),
        (TRIP[:3], True),  # no word of sellers and no price, but whom to call, and no sentence
        ([*TRIP[:3], ("船上有茶。", 10)], False),
        ([TRIP[0], *TRIP[2:3], ("东岸码头", 10)], False),  # two sizes
        ([("瑞丰茶庄", 22), ("春茶上市　买二赠一", 15), ("老城巷7号", 9)], True),
        ([("瑞豐茶莊", 22), ("春茶上市", 15), ("老城街十二號地下", 9)], True),
        ([("老城街的茶莊", 22), ("三代人守一爐火", 15), ("本报记者　闻笛", 9)], False),
        ([("渡口日报", 40), ("二〇二一年一月六日　星期三", 10), ("新闻热线　0000-5550101", 8)], False),  # a masthead
        ([("新闻热线", 12), ("读者可拨打0000-55500000报料", 9.5)], False),
    ],
)
def test_what_sells_and_tells_nothing(region: Region, advert: bool) -> None:
    """Somebody to call, words of sellers, many sizes, no sentences; or the word 广告 by itself."""
    assert roles(framed(region)) == [Role.FURNITURE if advert else None] * len(region)
    assert roles(framed(region, ())) == [None] * len(region)  # no region of its own


LISTS: Region = [
    ("周末去处", 16),
    ("本报整理", 11),
    ("书法展　市文化馆　免费", 10),
    ("木偶戏　滨江剧场　票价30元　预约电话5550 0101", 10),
    ("花市　东岸码头　免费", 10),
]
LET: Region = [("旺铺招租启事", 15), ("临街店面两间，面积不大，价格面议。", 9), ("请电5550 0202，找周先生。", 9)]
LOST: Region = [("遗失声明", 13), ("白沙商行不慎遗失公章一枚，声明作废。", 9)]
CALL: Region = [("征稿启事", 15), ("本版征集散文，来稿请寄滨江路一号，电话5550 0303。", 9)]


def apart(region: Region, centred: bool = True, page: int = 1) -> list[Line]:
    """The lines of a region that stands on a laid out page with no frame around it."""
    box = Box(40, 40, 140, 52)
    lines = [line(text, size=size, page=page, box=box, centred=centred) for text, size in region]
    return [replace(lines[0], gap_before=1), *lines[1:]]


@pytest.mark.parametrize(
    ("region", "centred", "advert"),
    [
        *[(region, centred, True) for region in (SHOP, SCHOOL, FLATS, TRIP, MARKED) for centred in (True, False)],
        (LISTS, False, False),
        (HOW, True, False),
        (JOBS, True, False),
        (LET, False, True),
        (LOST, False, True),
        (LOST[1:], False, False),
        (CALL, False, False),
        (
            [*LET, ("铺位所在的巷子有一百年了，早年是盐商的货栈。", 9), *[("门前的石阶磨得发亮。", 9)] * 20],
            False,
            False,
        ),
    ],
)
def test_without_a_frame(region: Region, centred: bool, advert: bool) -> None:
    """What stands apart on its page is told in the same way, but for what is set as text is; a short notice that
    somebody pays for is told by its title, and the paper's own is none."""
    story = apart([("青屿渡口换新船", 22), ("渡口的船今天清晨开了，两岸的人都来看热闹。", 10)], False)
    found = roles([*story, *apart(region, centred), *story])
    assert found == [None] * 2 + [Role.FURNITURE if advert else None] * len(region) + [None] * 2
    assert roles(apart(region, centred) + apart(region, centred, page=2)) == found[2:-2] * 2


def test_running_text_is_no_advertisement() -> None:
    """Most of it goes on from line to line, whatever it names."""
    going = [replace(one, opens=Opens.LINE, size=9.0 + n % 4) for n, one in enumerate(apart(TRIP[1:], False) * 3)]
    lines = [*apart(SHOP[:1], False), *(replace(one, gap_before=0) for one in going)]
    assert roles(lines) == [None] * len(lines)


def test_a_frame_in_a_frame() -> None:
    """A coupon is of the advertisement around it; one in a story's box is by itself; the same number is another frame
    on another page."""
    coupon: Region = [("凭此券减五元", 12)]
    assert roles([*framed(SHOP), *framed(coupon, (1, 1))]) == [Role.FURNITURE] * 5
    story: Region = [("桥头的灯昨夜亮了，两岸的人都来看。", 10), ("船到岸的时候，天已经亮了。", 10)] * 4
    assert roles([*framed(story), *framed(SHOP, (1, 1)), *framed(story, (1, 2))]) == [
        *[None] * 8,
        *[Role.FURNITURE] * 4,
        *[None] * 8,
    ]
    assert roles([*framed(SHOP), *framed(coupon, (1,), page=2)]) == [*[Role.FURNITURE] * 4, None]


def test_what_is_said_of_a_picture_stays_with_it() -> None:
    """Else another picture would lose its caption."""
    caption = replace(framed([("图片", 9)])[0], role=Role.CAPTION)
    assert roles([*framed(SHOP), caption]) == [*[Role.FURNITURE] * 4, Role.CAPTION]


def test_it_interrupts_a_page_and_loses_nothing() -> None:
    """Its lines are furniture, each a block, between the stories."""
    head = line("渡口夜灯昨日点亮", size=22, level=1)
    text = [line("渡口的灯昨夜亮了，岸边的人都来看，直到夜深才散去。", size=10, indent=2)] * 3
    page = source(head, *text, *framed(SHOP), head, *text)
    found = detect(page)
    assert [block.text for block in found.blocks() if block.role is Role.FURNITURE] == [text for text, _ in SHOP]
    assert "".join(block.text for block in found.blocks()) == "".join(line.text for line in page.lines)
    assert [article.title for article in found.articles() if article.title] == [head.text] * 2
