"""Many documents as one issue, as a user makes it."""

import zipfile
from pathlib import Path

import pytest

from converter import convert, load
from converter.errors import ConverterError, UnreadableInput
from converter.model import Issue, Metadata, Role
from converter.pipeline import Options
from converter.writers.outline import write_outline
from tests.readers.books import book
from tests.strategies import PIXEL

FIRST = """汉江晚报　2021年1月5日　星期二　第12345号　今日八版
第01版：要闻

老城新桥通车
本报记者 江帆

本报讯 连接两岸的新桥昨日正式通车。清晨六点，第一批车辆从北岸驶上桥面，司机们鸣笛庆祝。

桥的设计者说，这座桥将会让两岸的居民生活得更加方便，他们每天都在

（下转第二版）

市民热议春运
本报记者 水清

春运首日，火车站人流如织，秩序井然。志愿者在候车大厅为旅客指路。

读者热线 027-88886666
"""
SECOND = """汉江晚报　2021年1月5日　星期二
第02版：本地

公园里的梅花开了
本报记者 白帆

城西公园的梅花昨日开放，游人纷纷前来观赏。公园方面说花期将会持续半个月。

（上接第一版）河边散步，看着桥一天一天长高。

通车那天，许多老人一早就来到桥头等候。

读者热线 027-88886666
"""
TENTH = """汉江晚报　2021年1月5日　星期二
第10版：副刊

渔港迎来新船
本报记者 石岸

渔港昨日迎来三条新船，码头上锣鼓喧天，渔民们等待着开海的日子。

[图片: ship.png|港口]
▲新船停靠在码头上。本报记者 石岸 摄

读者热线 027-88886666
"""
WHOLE = """# banmian outline 1
paper	汉江晚报
date	2021-01-05
source	page1.txt
number	12345
page_count	8
language	zh-Hans

section	01	要闻

margin
folio	汉江晚报　2021年1月5日　星期二　第12345号　今日八版
folio	第01版：要闻

article
headline	老城新桥通车
byline	本报记者 江帆
paragraph	[本报讯]{dateline} 连接两岸的新桥昨日正式通车。清晨六点，第一批车辆从北岸驶上桥面，司机们鸣笛庆祝。
paragraph	桥的设计者说，这座桥将会让两岸的居民生活得更加方便，他们每天都在河边散步，看着桥一天一天长高。
jump	（下转第二版）
jump	（上接第一版）
paragraph	通车那天，许多老人一早就来到桥头等候。

article
headline	市民热议春运
byline	本报记者 水清
paragraph	春运首日，火车站人流如织，秩序井然。志愿者在候车大厅为旅客指路。

margin
furniture	读者热线 027-88886666

section	02	本地

margin
folio	汉江晚报　2021年1月5日　星期二
folio	第02版：本地

article
headline	公园里的梅花开了
byline	本报记者 白帆
paragraph	城西公园的梅花昨日开放，游人纷纷前来观赏。公园方面说花期将会持续半个月。

margin
furniture	读者热线 027-88886666

section	10	副刊

margin
folio	汉江晚报　2021年1月5日　星期二
folio	第10版：副刊

article
headline	渔港迎来新船
byline	本报记者 石岸
paragraph	渔港昨日迎来三条新船，码头上锣鼓喧天，渔民们等待着开海的日子。
caption	![港口](3/page10/ship.png)
caption	▲新船停靠在码头上。本报记者 石岸 摄

margin
furniture	读者热线 027-88886666
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three pages of a paper, a picture beside the third."""
    made = tmp_path / "issue"
    (made / "page10").mkdir(parents=True)
    for name, text in (("page1", FIRST), ("page2", SECOND), ("page10", TENTH)):
        (made / f"{name}.txt").write_text(text, encoding="utf-8")
    (made / "page10" / "ship.png").write_bytes(PIXEL)
    return made


def outline(issue: Issue) -> str:
    """The tree as text."""
    return write_outline(issue).decode()


def test_a_folder_of_pages_is_an_issue(folder: Path) -> None:
    """Pages in order, a section each; the jump joined, the repeated lines known, the picture above its caption."""
    issue = load([folder])
    assert outline(issue) == WHOLE
    assert issue.images == (("3/page10/ship.png", PIXEL),)
    assert issue.warnings == ()


@pytest.mark.parametrize(
    ("onward", "back"),
    [
        ("下转02版", "上接第1版"),
        ("下转2版·本地", "上接1版·要闻"),
        ("（下转第2版）▶", "◀（上接第1版）"),
        ("[下转02版]", "[上接01版]"),
        ("（本文下转第二版）", "（本文上接第一版）"),
        ("紧转第2版", "紧接第1版"),
        ("转第2版", "（接第1版）"),
        ("↓下轉第二版", "上接第一版"),
        ("（下转二版）", "（上接一版《老城新桥通车》）"),
    ],
)
@pytest.mark.parametrize("apart", ["\n", ""], ids=["lines of their own", "in the paragraph"])
def test_wordings_of_jumps(tmp_path: Path, onward: str, back: str, apart: str) -> None:
    """However a paper words its jumps, and wherever they stand, the story is one, and the paragraph that was cut is."""
    head, _, rest = FIRST.partition("他们每天都在")
    first = f"{head}他们每天都在{apart}{onward}\n\n{rest.partition('（下转第二版）')[2]}"
    (tmp_path / "1.txt").write_text(first, "utf-8")
    (tmp_path / "2.txt").write_text(SECOND.replace("（上接第一版）", f"{back}{apart or ' '}"), "utf-8")
    story = list(load([tmp_path]).articles())[1]
    assert [block.text for block in story.blocks() if block.role is Role.JUMP] == [onward, back]
    assert any("他们每天都在河边散步，看着桥一天一天长高。" in block.text for block in story.blocks())


def test_every_way_to_name_the_pages(folder: Path) -> None:
    """Files in any order, a pattern, and a zip give the same issue as the folder."""
    files = [folder / f"page{number}.txt" for number in (10, 2, 1)]
    packed = folder.with_suffix(".zip")
    with zipfile.ZipFile(packed, "w") as made:
        for file in sorted(folder.rglob("*.*")):
            made.write(file, file.relative_to(folder))
    assert [outline(load(named)) for named in (files, [f"{folder}/*.txt"], [packed])] == [WHOLE] * 3


def test_nothing_is_lost(folder: Path) -> None:
    """Every character is in the issue once; of the line that names a picture its words are."""
    read = "".join("".join(text.split()) for text in (FIRST, SECOND, TENTH)).replace("[图片:ship.png|港口]", "港口")
    made = "".join("".join(block.text.split()) for block in load([folder]).blocks())
    assert sorted(made) == sorted(read)


def test_order_without_page_numbers(tmp_path: Path) -> None:
    """Names that differ in a number alone are put in its order; others stay as they were named."""
    for name in ("chapter10", "chapter9", "序"):
        (tmp_path / f"{name}.txt").write_text(
            f"{name}\n\n雨下了一夜，早晨推开窗户，石板路亮得像一面镜子。\n", encoding="utf-8"
        )

    def order(*names: str) -> list[str]:
        issue = load([tmp_path / f"{name}.txt" for name in names])
        return [next(issue.sections[place].articles[0].blocks()).text for place in range(len(names))]

    assert order("chapter10", "chapter9") == ["chapter9", "chapter10"]
    assert order("序", "chapter10", "chapter9") == ["序", "chapter10", "chapter9"]


def test_pages_by_name(tmp_path: Path) -> None:
    """Where no folio line tells, the file's name does, with the folder that it is in."""
    folder = tmp_path / "汉江晚报-2021-01-05"
    folder.mkdir()
    for number in (1, 2, 11):
        text = "雨中\n\n雨下了一夜，早晨推开窗户，石板路亮得像一面镜子。\n"
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    issue = load([folder])
    assert [section.page for section in issue.sections] == ["1", "2", "11"]
    expected = Metadata(paper="汉江晚报", date="2021-01-05", source="1.txt", page_count="3")
    assert issue.metadata == expected
    assert load([folder], Options(metadata=Metadata(page="A"))).sections == issue.sections


def test_pages_of_years_and_days(tmp_path: Path) -> None:
    """Pages are put in the order of their days and numbers; a year of which no more is known comes before its days."""
    dates = ("光緒三十四年四月十七日 第三版", "光緒三十四年四月十七日 第二版", "1908-05-16 第二版", "1907-12-31 第十版")
    for number, date in enumerate(dates):
        (tmp_path / f"{number}.txt").write_text(f"海灣時報　{date}\n\n{PAGE.format(number)}", encoding="utf-8")
    issue = load(sorted(tmp_path.iterdir()))
    assert [(section.page, section.articles[-1].title) for section in issue.sections] == [
        ("10", "第3號渡船昨日下水"),
        ("2", "第1號渡船昨日下水"),
        ("3", "第0號渡船昨日下水"),
        ("2", "第2號渡船昨日下水"),
    ]


PAGE = "第{}號渡船昨日下水\n\n　　兩岸的居民一早來到渡口，老人和孩子站在最前面，船下水的時候大家鼓掌。\n"


def test_files_of_one_page_share_its_section(tmp_path: Path) -> None:
    """Two files of page 3 are one section, so that the page has one entry in the page list."""
    for name in ("rmrb-20210105-03-1", "rmrb-20210105-03-2", "rmrb-20210105-04-1"):
        page = name.split("-")[2]
        (tmp_path / f"{name}.txt").write_text(f"第{page}版\n\n{name}\n\n雨下了一夜。\n", encoding="utf-8")
    assert [section.page for section in load([tmp_path]).sections] == ["03", "04"]


def test_pictures_that_no_line_names(folder: Path) -> None:
    """Pictures of the page's own folder stand above its captions in order, the rest at the end of the page."""
    for name in ("b2.png", "b10.png"):
        (folder / "page10" / name).write_bytes(PIXEL)
    text = TENTH.replace("[图片: ship.png|港口]\n", "")
    (folder / "page10.txt").write_text(text, encoding="utf-8")
    issue = load([folder / "page10.txt"])
    roles = [(block.role, block.runs[0].image) for block in issue.blocks() if block.role is Role.CAPTION]
    assert roles[0] == (Role.CAPTION, "page10/b2.png")
    assert [image for _, image in roles if image] == ["page10/b2.png", "page10/b10.png", "page10/ship.png"]


def test_a_picture_that_no_book_shows(folder: Path) -> None:
    """A drawing of Windows is named, with what helps."""
    (folder / "page10" / "ship.png").write_bytes(b"\x01\0\0\0EMF")
    expected = "left out 1 picture(s) that are no JPEG, PNG, GIF or WebP, so save them as PNG: page10/ship.png"
    assert convert(folder / "page10.txt", folder / "page10.html").warnings == (expected,)


def test_links_of_several_books_stay_apart(tmp_path: Path) -> None:
    """The places of each book are called after its number."""
    for name in ("一", "二"):
        page = f'<h1>{name}</h1><p>見<a href="#b">下</a></p><p id="b">此</p>'
        (tmp_path / f"{name}.epub").write_bytes(book({"a.xhtml": page}))
    runs = [run for block in load([tmp_path / "一.epub", tmp_path / "二.epub"]).blocks() for run in block.runs]
    assert [run.href or run.name for run in runs if run.href or run.name] == ["#1-p1", "1-p1", "#2-p1", "2-p1"]


@pytest.mark.parametrize("name", ["gone.png", "../secret.png", "/etc/secret.png"])
def test_a_picture_that_is_not_there(folder: Path, name: str) -> None:
    """The line stays text, with a warning; a path never leads out of the folder."""
    (folder.parent / "secret.png").write_bytes(PIXEL)
    (folder / "page10.txt").write_text(TENTH.replace("ship.png|港口", name), encoding="utf-8")
    issue = load([folder / "page10.txt"])
    assert issue.warnings[0] == f"there is no picture {name} beside the text: put it there, or the line stays text"
    assert f"[图片: {name}]" in "".join(block.text for block in issue.blocks())


@pytest.mark.parametrize("text", ["", " \n"])
def test_a_bad_page_is_named(folder: Path, text: str) -> None:
    """What is wrong with one page of many is said with its name."""
    (folder / "page2.txt").write_text(text, encoding="utf-8")
    with pytest.raises(ConverterError, match=r"page2\.txt: the input is empty"):
        load([folder])


def test_one_document_is_read_alone(folder: Path) -> None:
    """What shows one document says so where many are named."""
    from converter import read

    with pytest.raises(UnreadableInput, match="holds 3 documents"):
        read(folder)


def test_a_story_s_title_is_not_the_issue_s(tmp_path: Path) -> None:
    """What the pages of an issue say of themselves is the issue's where they agree."""
    for number, title in enumerate(("山塘里的鱼", "晒场变球场"), 1):
        head = f"---\ntitle: {title}\nauthor: 苗禾\npaper: 河西日报\ndate: 2023-07-11\npage: {number}\n---\n"
        (tmp_path / f"{number}.md").write_text(
            f"{head}\n# {title}\n\n七月的早晨，青山村的山塘边站满了看鱼的人。\n", "utf-8"
        )
    data = load([tmp_path]).metadata
    assert (data.title, data.author, data.paper, data.date) == (None, "苗禾", "河西日报", "2023-07-11")
