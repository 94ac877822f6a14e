"""Who is named in a line that names people, and what each of them did."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from converter.press.names import surnames
from converter.press.people import LONGEST, Person, has_author, people_in, signer_of
from converter.press.posts import is_house, known_words, words_of

REPORTERS = (
    """
记者 柏青禾 江一帆 综合报道             柏青禾 aut, 江一帆 aut
记者 柏青禾 江一帆 综合整理             柏青禾 aut, 江一帆 aut
记者 柏青禾 江一帆 综合本报讯           柏青禾 aut, 江一帆 aut
记者 柏青禾 江一帆 综合外电             柏青禾 aut, 江一帆 aut
记者 柏青禾 江一帆 综合新华社报道       柏青禾 aut, 江一帆 aut
记者 柏青禾 江一帆 综合 报道            柏青禾 aut, 江一帆 aut
记者 柏青禾 江一帆 综合                 柏青禾 aut, 江一帆 aut
记者 柏青禾 江一帆/综合报道             柏青禾 aut, 江一帆 aut
记者 柏青禾 江一帆 联合报道             柏青禾 aut, 江一帆 aut
记者 柏青禾 江一帆 采写                 柏青禾 aut, 江一帆 aut
记者 柏青禾 江一帆 编辑整理             柏青禾 aut, 江一帆 aut
记者 柏青禾 江一帆 摄影报道             柏青禾 aut pht, 江一帆 aut pht
记者 柏青禾 江一帆 供图                 柏青禾 aut, 江一帆 aut
记者 柏青禾 江一帆 发自青屿             柏青禾 aut, 江一帆 aut
记者 柏青禾 江一帆 青屿报道             柏青禾 aut, 江一帆 aut
记者 柏青禾 江一帆 青屿电               柏青禾 aut, 江一帆 aut
记者柏青禾江一帆报道                    柏青禾 aut, 江一帆 aut
记者柏青禾青屿报道                      柏青禾 aut
□本报记者 于江 见习记者 范小河          于江 aut, 范小河 aut
□本报记者于江本报通讯员范小河           于江 aut, 范小河 aut
记者柏青禾、通讯员江一帆报道            柏青禾 aut, 江一帆 aut
本报记者 江帆 通讯员 陆闻笛             江帆 aut, 陆闻笛 aut
（本报记者 柏青禾 通讯员 江一帆）       柏青禾 aut, 江一帆 aut
本报讯（记者柏青禾 通讯员江一帆）       柏青禾 aut, 江一帆 aut
本报驻海湾记者柏青禾                    柏青禾 aut
本报驻海湾首席记者 柏青禾               柏青禾 aut
海湾日报·掌上海湾记者 柏青禾            柏青禾 aut
海湾新闻记者 柏青禾                     柏青禾 aut
特约撰稿人 柏青禾                       柏青禾 aut
实习生 柏青禾                           柏青禾 aut
记者扎西多吉 江帆                       扎西多吉 aut, 江帆 aut
记者李冠军报道                          李冠军 aut
记者柏青禾等报道                        柏青禾 aut
柏青禾和江一帆                          柏青禾 aut, 江一帆 aut
记者柏青禾攝                            柏青禾 pht
海湾社记者柏青禾 江一帆 摄              柏青禾 pht, 江一帆 pht
摄影记者 柏青禾                         柏青禾 pht
海湾市市长 柏青禾                       柏青禾 aut
●記者柏青禾／台北報導                   柏青禾 aut
●記者江帆／青嶼報導                     江帆 aut
●記者江帆／江州報導                     江帆 aut
〔記者柏青禾、江一帆／綜合報導〕        柏青禾 aut, 江一帆 aut
【海灣晚報╱記者柏青禾╱即時報導】      柏青禾 aut
記者 柏青禾 報導／攝影                  柏青禾 aut pht
記者柏青禾攝影／台北報導                柏青禾 pht aut
攝影記者柏青禾／台北報導                柏青禾 pht
記者柏青禾、攝影江一帆／台北報導        柏青禾 aut, 江一帆 pht
柏青禾/台北報導                         柏青禾 aut
國際中心／柏青禾綜合報導                柏青禾 aut
編譯柏青禾／綜合外電                    柏青禾 aut trl
海灣社記者柏青禾台北3日電               柏青禾 aut
""",
    """a reporter's line: what was done after the names is nobody's name""",
)

WORK = (
    """
撰文：柏青禾 摄影：江一帆               柏青禾 aut, 江一帆 pht
撰文 柏青禾 摄影 江一帆                 柏青禾 aut, 江一帆 pht
柏青禾 撰文 江一帆 摄影                 柏青禾 aut, 江一帆 pht
柏青禾/文 江一帆/图                     柏青禾 aut, 江一帆 pht
柏青禾 文 江　帆 图                     柏青禾 aut, 江帆 pht
柏青禾（文） 江一帆（图）               柏青禾 aut, 江一帆 pht
文/柏青禾 图/江一帆                     柏青禾 aut, 江一帆 pht
文｜柏青禾 图｜江一帆                   柏青禾 aut, 江一帆 pht
文·柏青禾 图·江一帆                     柏青禾 aut, 江一帆 pht
文：柏青禾　圖：江一帆                  柏青禾 aut, 江一帆 pht
文字/柏青禾 摄影/江一帆 视频/孟遥       柏青禾 aut, 江一帆 pht, 孟遥 nothing
记者柏青禾 摄影江一帆                   柏青禾 aut, 江一帆 pht
采写：本报记者 柏青禾 实习生 江一帆 摄影：本报记者 孟遥  柏青禾 aut, 江一帆 aut, 孟遥 pht
文/本报记者 柏青禾 图/江一帆            柏青禾 aut, 江一帆 pht
记者 柏青禾 通讯员 江　帆 文/图         柏青禾 aut pht, 江帆 aut pht
文/图 本报记者 柏青禾 实习生 江一帆     柏青禾 aut pht, 江一帆 aut pht
图文/柏青禾                             柏青禾 aut pht
文图：柏青禾                            柏青禾 aut pht
图、文：柏青禾                          柏青禾 pht aut
采写/摄影：柏青禾                       柏青禾 aut pht
柏青禾 文并摄                           柏青禾 aut pht
文并图 柏青禾                           柏青禾 aut pht
文静/文 江一帆/图                       文静 aut, 江一帆 pht
文　静 文                               文静 aut
欧阳　帆 文                             欧阳帆 aut
柏青禾 整理                             柏青禾 aut
口述：柏青禾 整理：江一帆               柏青禾 aut, 江一帆 aut
编译/柏青禾                             柏青禾 aut trl
译者：柏青禾                            柏青禾 trl
柏青禾譯                                柏青禾 trl
[英]约翰·里德曼 著 柏青禾 译            约翰·里德曼 aut, 柏青禾 trl
［英］约翰·里德曼著　江帆译             约翰·里德曼 aut, 江帆 trl
〔日〕海野青禾 著 柏青禾、江帆 譯       海野青禾 aut, 柏青禾 trl, 江帆 trl
【法】江帆著 柏青译                     江帆 aut, 柏青 trl
（清）柏青禾 撰                         柏青禾 aut
Text by Quinn Reed, photos by Bo Lane   Quinn Reed aut, Bo Lane pht
Translated by Quinn Reed                Quinn Reed trl
文/欧 阳 青 禾 图/江 一 帆              欧阳青禾 aut, 江一帆 pht
文：約翰‧里德曼　譯：柏青禾             約翰‧里德曼 aut, 柏青禾 trl
攝影：Quinn Reed                        Quinn Reed pht
（圖／記者柏青禾攝）                    柏青禾 pht
（均为柏  禾摄）                        柏禾 pht
海湾社发（柏青禾摄）                    柏青禾 pht
摄：柏青禾/海湾传媒                     柏青禾 pht
圖/柏青提供                             柏青 nothing
本版责编：柏  禾 美编：江一帆           柏禾 edt, 江一帆 nothing
责　编：柏  禾 摄　影：江一帆           柏禾 edt, 江一帆 pht
本版编辑 柏青禾 版式设计 江一帆         柏青禾 edt, 江一帆 nothing
編輯 柏青禾／核稿 江一帆                柏青禾 edt, 江一帆 nothing
责任编辑 柏青禾 电话 12345              柏青禾 edt
2024-05-16 来源：潮声网 作者：江帆 水清 责任编辑：白帆  江帆 aut, 水清 aut, 白帆 edt
""",
    """a line that says what each did, before his name or behind it""",
)

NAMES = (
    """
柏青禾                                  柏青禾 aut
柏青禾　江　帆                          柏青禾 aut, 江帆 aut
欧 阳 青 禾                             欧阳青禾 aut
欧 阳 青 禾　司 马 帆                   欧阳青禾 aut, 司马帆 aut
江　一　帆                              江一帆 aut
柏　禾　江　帆                          柏禾 aut, 江帆 aut
张译　江帆译                            张译 aut, 江帆译 aut
By Quinn Reed and Bo Lane               Quinn Reed aut, Bo Lane aut
BY QUINN REED, BO LANE AND LEE MAY      Quinn Reed aut, Bo Lane aut, Lee May aut
By Quinn Reed in Haiwan                 Quinn Reed aut
By Quinn Reed, Haiwan Daily             Quinn Reed aut
Quinn Reed and Bo Lane                  Quinn Reed aut, Bo Lane aut
□柏青禾、江一帆                         柏青禾 aut, 江一帆 aut
柏青禾・江一帆                          柏青禾 aut, 江一帆 aut
罗尔夫·里德曼                           罗尔夫·里德曼 aut
阿依古丽·白帆 柏青禾                    阿依古丽·白帆 aut, 柏青禾 aut
三郎                                    三郎 aut
柏青禾（海湾大学教授）                  柏青禾 aut
柏青禾（《海湾诗刊》编辑）              柏青禾 aut
柏青禾（海湾视觉）                      柏青禾 aut
青屿 柏青禾                             柏青禾 aut
柏青禾 海湾日报                         柏青禾 aut
金名海湾2024.5.16 柏青禾/高雄報導       柏青禾 aut
""",
    """names alone, with notes and places beside them""",
)

NOBODY = (
    """
本报评论员                              本报评论员
海湾社评论员                            海湾社评论员
本报评论员文章                          本报评论员
综合报道组                              综合报道组
新闻中心                                新闻中心
大陆新闻中心／综合报道                  大陆新闻中心
编辑部                                  编辑部
——编  者                                编者
本文曾於《海灣報》刊登                  本文曾於《海灣報》刊登
海湾日报编辑部                          海湾日报编辑部
南湾市文化馆调研组                      南湾市文化馆调研组
作者：南湾市文化馆                      南湾市文化馆
（海湾晚报综合报道）                    海湾晚报
與孩子同行之道                          與孩子同行之道
综合报道
來源：海灣日報
微信扫一扫：分享
By Haiwan Daily                         Haiwan Daily
By Staff Reporter                       Staff Reporter
""",
    """a house, a department, a pen name unlike a name, or nobody""",
)


def rows(table: tuple[str, str]) -> list[tuple[str, str]]:
    """The lines of a table with what is expected, which stands behind two blanks or more."""
    cut = (line.rstrip().rpartition("  ") for line in table[0].strip().splitlines())
    return [(line.strip(), said.strip()) if line else (said, "") for line, _, said in cut]


def told(line: str) -> str:
    """The people of a line as the tables write them."""
    return ", ".join(f"{person.name} {' '.join(person.roles) or 'nothing'}" for person in people_in(line))


@pytest.mark.parametrize(("line", "expected"), [row for table in (REPORTERS, WORK, NAMES) for row in rows(table)])
def test_people_of_a_line(line: str, expected: str) -> None:
    """Everyone is named once with what he did, and nothing else is a name."""
    assert expected == told(line)


@pytest.mark.parametrize(("line", "expected"), rows(NOBODY))
def test_lines_that_name_nobody(line: str, expected: str) -> None:
    """A house or a department is no person; it may be what signs."""
    assert ((), expected) == (people_in(line), signer_of(line))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("（方圓　文　江帆　攝）", True),
        ("江帆 文/摄", True),
        ("江帆　攝", False),
        ("摄影：江帆", False),
        ("本报资料图", False),
        ("", False),
    ],
)
def test_who_wrote_the_text(line: str, expected: bool) -> None:
    """A line may name who took the picture alone."""
    assert has_author(line) is expected


def test_a_person_stands_in_the_line() -> None:
    """Where a name stands as it is written, blanks and all, and the word that says what he is."""
    assert people_in("本报记者 柳　溪 摄") == (Person("柳溪", ("pht",), "记者", 5, 8),)


def test_a_long_line_is_read_in_part() -> None:
    """What is longer than any line that names people takes no longer."""
    assert len(people_in("柏青禾 " * LONGEST)) == LONGEST // 4


GIVEN = "青禾帆遥笛岚砚棠澜"
ENDS = ("", " 报道", " 综合报道", "／综合报道", " 綜合報導", " 联合报道", " 采写", " 青屿报道", "／青嶼報導")
SIGNS = "：:／/｜|丨"
MAKERS = ("reporter", "contributor", "author", "photographer")
LABELS = (
    "writing",
    "text",
    "words",
    "words-and-pictures",
    "camera",
    "picture",
    "translator",
    "compiler",
    "editor",
    "hand",
)


def names() -> st.SearchStrategy[str]:
    """Invented names that begin with a surname and are no other word."""
    made = st.builds(str.__add__, st.sampled_from(sorted(surnames("surname"))), st.text(GIVEN, min_size=1, max_size=2))
    return made.filter(lambda name: name[0] not in known_words() and name not in known_words() and not is_house(name))


def written(name: str, spaced: bool) -> str:
    """The name with a blank in it where it has two characters and may have one."""
    return "　".join(name) if spaced and len(name) == 2 else name


def post_groups() -> st.SearchStrategy[tuple[str, str, list[str], str, bool]]:
    """A post, what stands between it and its names, the names, what is between them, and whether short ones are
    spaced.
    """
    return st.tuples(
        st.sampled_from(words_of(*MAKERS)),
        st.sampled_from(("", " ", "　", "：")),
        st.lists(names(), min_size=1, max_size=3),
        st.sampled_from((" ", "、", "　　")),
        st.booleans(),
    )


@given(
    st.sampled_from(("", "本报", "海湾晚报", "□本报")),
    st.lists(post_groups(), min_size=1, max_size=3),
    st.sampled_from((" ", "　", "、")),
    st.sampled_from(ENDS),
    st.booleans(),
)
@example(
    "本报",
    [("记者", "", ["于江"], " ", True), ("通讯员", " ", ["江一帆", "柏青禾"], "、", False)],
    " ",
    "／综合报道",
    True,
)
def test_a_byline_of_posts(
    house: str,
    groups: list[tuple[str, str, list[str], str, bool]],
    between: str,
    end: str,
    bracketed: bool,
) -> None:
    """A byline made of houses, posts, names and what was done gives back exactly these names with their roles."""
    parts = (
        post + (gap if gap or not spaced else " ") + mark.join(written(name, spaced) for name in some)
        for post, gap, some, mark, spaced in groups
    )
    line = house + between.join(parts) + end
    expected = [(name, known_words()[post].roles) for post, _, some, _, _ in groups for name in some]
    if end == " 采写":
        expected = [(name, ("aut",)) for name, _ in expected]

    assert expected == [(one.name, one.roles) for one in people_in(f"（{line}）" if bracketed else line)]


@given(
    st.lists(
        st.tuples(st.sampled_from(words_of(*LABELS)), st.lists(names(), min_size=1, max_size=2)), min_size=1, max_size=3
    ),
    st.sampled_from(SIGNS),
    st.sampled_from((" ", "　")),
    st.booleans(),
)
@example([("文", ["柏青禾"]), ("图", ["江一帆"])], "/", " ", False)
def test_a_byline_of_work(groups: list[tuple[str, list[str]]], sign: str, gap: str, behind: bool) -> None:
    """What is said of work with a mark beside it, before the names or behind them, is said of these names."""
    sign = sign if sign not in "：:" or not behind else "/"
    parts = ((word, "、".join(some)) for word, some in groups)
    line = gap.join(f"{some}{sign}{word}" if behind else f"{word}{sign}{some}" for word, some in parts)
    expected = [(name, known_words()[word].roles) for word, some in groups for name in some]

    assert expected == [(one.name, one.roles) for one in people_in(line)]


@given(st.text(st.sampled_from("记者文图摄江帆青 　、/／：（）综合报道编译本·0A。柏禾"), max_size=40))
def test_any_text_is_read(text: str) -> None:
    """Whatever the text, what is named stands in it, in its order, and nothing fails."""
    found = people_in(text)

    assert [one.name for one in found] == ["".join(text[one.start : one.end].split()) for one in found]
    assert all(above.end <= below.start for above, below in zip(found, found[1:], strict=False))
    assert isinstance(signer_of(text), str)
