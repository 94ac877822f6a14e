"""Quotation marks of one style in another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter import convert_script
from converter.script.quotes import STYLES, default_style, requote

CORNER = [
    # paragraphs, and the same with corners
    (["他说：“那是‘桥’，不是路。”"], ["他说：「那是『桥』，不是路。」"]),
    (["“外‘内“再内”’”的"], ["「外『内「再内」』」的"]),
    (["门口写着‘茶’字。"], ["门口写着「茶」字。"]),
    (["“第一段。", "“第二段‘内’。”他说。"], ["「第一段。", "「第二段『内』。」他说。"]),
    (["“第一段。", "第二段‘内’完。”他说。"], ["「第一段。", "第二段『内』完。」他说。"]),
    (["　　“第一段。", "　　“第二段。”"], ["　　「第一段。", "　　「第二段。」"]),
    (["“没有关上。", "另一段里有‘桥’。"], ["「没有关上。", "另一段里有「桥」。"]),
    (["“没有关上，后面“又开”了。"], ["「没有关上，后面「又开」了。"]),
    (["多出来的”和’。"], ["多出来的」和』。"]),
    (["凝聚「侨」心"], ["凝聚「侨」心"]),
    (["“甲「乙」丙”。"], ["「甲『乙』丙」。"]),
    (
        ["他说 don’t，Macy’s 的 students’ 会，’90s 的 rock ’n’ roll。"],
        ["他说 don’t，Macy’s 的 students’ 会，’90s 的 rock ’n’ roll。"],
    ),
    (["屏幕 5\" 宽，6' 高。"], ["屏幕 5\" 宽，6' 高。"]),
    (['他说"你好"，又说"再见"。'], ["他说「你好」，又说「再见」。"]),
    (["《The “Big” One》在“TED”上。"], ["《The “Big” One》在「TED」上。"]),
    (["He said “yes”."], ["He said “yes”."]),
    (["他读 ‘Hello’ 这个词。"], ["他读 「Hello」 这个词。"]),
    (
        ["他念道：“开头", "‘春山", "‘秋水", "‘夜雨’", "完了。”"],
        ["他念道：「开头", "『春山", "『秋水", "『夜雨』", "完了。」"],
    ),
    (["“开头", "‘春山", "‘秋水’", "“又一段‘夜雨’。”"], ["「开头", "『春山", "『秋水』", "「又一段『夜雨』。」"]),
    (["“甲，‘乙", "“‘丙", "“‘丁’戊。”"], ["「甲，『乙", "「『丙", "「『丁』戊。」"]),
    (["“甲", "", "乙‘丙’", "", "丁。”"], ["「甲", "", "乙『丙』", "", "丁。」"]),
    (["“桥上\n‘春山\n‘秋水’。”"], ["「桥上\n『春山\n『秋水』。」"]),  # lines of one block
    (["‘外“内”’的‘茶’"], ["「外『内』」的「茶」"]),
    (["『外「内」』和『春山』"], ["「外『内』」和「春山」"]),  # 『 is the outer mark here
    (["「外」和『春山』"], ["「外」和『春山』"]),  # 『 is a mark of its own
    (["‘茶’，‘水’，又有’。"], ["「茶」，「水」，又有」。"]),  # one left over is as deep as the others
    (["〝甲〞，〝乙〟"], ["「甲」，「乙」"]),
]
CURLY = [
    (["他說：「那是『橋』，不是路。」"], ["他說：“那是‘橋’，不是路。”"]),
    (["門口寫着『茶』字。"], ["門口寫着“茶”字。"]),
    (["﹁直行﹃內﹄﹂的。"], ["“直行‘內’”的。"]),
    (["凝聚「僑」心促發展"], ["凝聚「僑」心促發展"]),  # one character of a headline keeps its corners
    (["他寫了「僑」字，又擦掉了。"], ["他寫了“僑”字，又擦掉了。"]),
    (["「開頭", "『春山", "『秋水』。」"], ["“開頭", "‘春山", "‘秋水’。”"]),
    (["『外「內」』"], ["“外‘內’”"]),
    (["「外“內”」"], ["“外‘內’”"]),
    (["‘外“內”’"], ["“外‘內’”"]),
]


@pytest.mark.parametrize(("paragraphs", "expected"), CORNER)
def test_corner(paragraphs: list[str], expected: list[str]) -> None:
    """Curly quotes become corners by their depth; what is no quote of Chinese text stays."""
    assert expected == requote(paragraphs, "corner")[0]


@pytest.mark.parametrize(("paragraphs", "expected"), CURLY)
def test_curly(paragraphs: list[str], expected: list[str]) -> None:
    """Corners become curly quotes by their depth."""
    assert expected == requote(paragraphs, "curly")[0]


def test_lone_marks_are_told() -> None:
    """Marks without a partner are told by paragraph and place; a quote that the next paragraph opens anew has one."""
    assert requote(["“一。", "“二。”三”", "‘四"], "keep")[1] == [(1, 5), (2, 0)]


def test_conventions() -> None:
    """Each language has its own marks."""
    found = {language: default_style(language) for language in ("zh-Hans", "zh-Hant", "zh-Hant-TW", "zh-Hant-HK", "ja")}
    corner = dict.fromkeys(("zh-Hant", "zh-Hant-TW", "zh-Hant-HK"), "corner")
    assert found == {"zh-Hans": "curly", **corner, "ja": "keep"}


def test_target_and_wish() -> None:
    """The target's quotes are written unless others are wished for; a text that stays simplified keeps its own."""
    assert convert_script("他说“图书”。", "zh-Hant-TW") == "他說「圖書」。"
    assert convert_script("他说“图书”。", "zh-Hant-TW", quotes="keep") == "他說“圖書”。"
    assert convert_script("他說「圖書」。", "zh-Hans") == "他说“图书”。"
    assert convert_script("他说“图书”，「侨」。", "zh-Hans") == "他说“图书”，「侨」。"
    assert convert_script("他说“图书”。", "zh-Hans", quotes="corner") == "他说「图书」。"


PAIRS = {"“": "”", "‘": "’", "「": "」", "『": "』"}
TEXTS = st.lists(st.text(alphabet="“”‘’「」『』\"'a 1桥，。", max_size=12), max_size=4)


def test_vertical_lines() -> None:
    """The mainland's vertical lines have 『』 first, Taiwan's and Hong Kong's 「」; a sign of one character stays."""
    styles = {
        language: default_style(language, vertical=True)
        for language in ("zh-Hans", "zh-CN", "zh-Hant-TW", "zh-HK", "en")
    }
    assert styles == {"zh-Hans": "double", "zh-CN": "double", "zh-Hant-TW": "corner", "zh-HK": "corner", "en": "keep"}
    assert requote(["他说：“我‘盼’它。”", "凝聚「侨」心", "他说「好」。"], "double")[0] == [
        "他说：『我「盼」它。』",
        "凝聚「侨」心",
        "他说『好』。",
    ]


@given(TEXTS, st.sampled_from(STYLES))
def test_places_and_lengths_stay(paragraphs: list[str], style: str) -> None:
    """Every mark becomes one mark that opens or closes as it did, in its place; nothing else changes."""
    done, _ = requote(paragraphs, style)
    opening = {**dict.fromkeys("“‘「『", "("), **dict.fromkeys("”’」』", ")")}

    def shape(texts: list[str]) -> list[str]:
        return ["".join(opening.get(char, char) for char in text) for text in texts]

    assert [len(text) for text in done] == [len(text) for text in paragraphs]
    if '"' not in "".join(paragraphs):
        assert shape(done) == shape(paragraphs)


@given(
    st.recursive(
        st.just("桥"), lambda inner: inner.map(lambda text: f"，“{text}”。") | inner.map(lambda text: f"水‘{text}’，")
    )
)
def test_there_and_back(text: str) -> None:
    """Quotes that alternate from “ on come back as they were."""
    if "”’" not in text and "‘水‘" not in text and "“，“" not in text and not text.startswith("水"):
        (corner,), _ = requote([text], "corner")
        assert requote([corner], "curly")[0] == [text]


@given(st.text(alphabet=st.characters(max_codepoint=0x2E7F), max_size=30))
def test_text_without_han_is_left_alone(text: str) -> None:
    """What holds no Han character comes out as it went in, whatever is asked for."""
    for target in ("zh-Hant-TW", "zh-Hans", "s2twp"):
        assert convert_script(text, target, quotes="corner") == text


@pytest.mark.parametrize(
    ("language", "lying", "standing"),
    [
        ("zh", "curly", "double"),
        ("zh-SG", "curly", "double"),
        ("zh-Hans-HK", "curly", "double"),
        ("zh-TW", "corner", "corner"),
        ("ZH-tw", "corner", "corner"),
        ("zh-MO", "corner", "corner"),
        ("zh-Hant-MO", "corner", "corner"),
        ("en-HK", "keep", "keep"),
        ("ja", "keep", "keep"),
    ],
)
def test_conventions_of_any_tag(language: str, lying: str, standing: str) -> None:
    """A tag's script tells the convention, else its region, in any case of its letters; no Chinese has none."""
    assert (default_style(language), default_style(language, vertical=True)) == (lying, standing)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"好，"他说。', "「好，」他说。"),
        ('他说"好"', "他说「好」"),
        ('他说 "OK"，走了。', "他说 「OK」，走了。"),
        ('屏幕5"宽，他说"好"。', '屏幕5"宽，他说「好」。'),
        ('他说"好。', '他说"好。'),
        ('他说" 好"。', '他说" 好"。'),
        ('他说"好 "。', '他说"好 "。'),
        ('say "yes" 桥', 'say "yes" 桥'),
        ('say "桥" yes', "say 「桥」 yes"),
        ('A "yes" 和"好"桥', 'A "yes" 和「好」桥'),
        ('屏幕5"宽，6"高，他说"好"。', '屏幕5"宽，6"高，他说「好」。'),
        ('6"×4"的照片，他说"好"。', '6"×4"的照片，他说「好」。'),
        ("身高5'10\"，另一个6'2\"的", "身高5'10\"，另一个6'2\"的"),
        ('他说："路很长。\n"桥也长。"', '他说："路很长。\n「桥也长。」'),
        ('下雪了！"江上灯"亮了?', "下雪了！「江上灯」亮了?"),
        ('"从29"到32"的', '"从29"到32"的'),
        ("他说'好'。", "他说'好'。"),
        ("他说＂好＂。", "他说「好」。"),
        ('他说"「好」了', '他说"「好」了'),
    ],
)
def test_straight_quotes(text: str, expected: str) -> None:
    """By turns they open and close where each pair is a Chinese text's; inches, Latin quotes and odd ones stay."""
    assert requote([text], "corner")[0] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("他说：\"他讲'行'。\"", "他说：「他讲『行』。」"),
        ('他说："路很长。\n"桥也长。"他走了。', "他说：「路很长。\n「桥也长。」他走了。"),
        ("门口写着'茶'字。", "门口写着「茶」字。"),
        ("5'10\"的人说：'走'。", "5'10\"的人说：「走」。"),
        ("他喜欢\"rock 'n' roll\"，it's fun。", "他喜欢「rock 'n' roll」，it's fun。"),
        ('他说"「好」了', '他说"「好」了'),
        ('say "yes" 桥', 'say "yes" 桥'),
    ],
)
def test_straight_quotes_by_context(text: str, expected: str) -> None:
    """Where a style is named, single ones and those of several lines are told too; what has no partner stays."""
    assert convert_script(text, "zh-Hans", quotes="corner", language="zh-Hans") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("桥名‘don’t’好。", "桥名「don’t」好。"),
        ("他读‘the students’ union’。", "他读「the students」 union’。"),
        ("’90s的桥", "’90s的桥"),
        ("rock ’n’ roll 的桥", "rock ’n’ roll 的桥"),
        ("桥’路", "桥』路"),
        ("Deirdre O‘Brien的桥", "Deirdre O‘Brien的桥"),
        ("François’ 的桥和‘路’", "François’ 的桥和「路」"),
    ],
)
def test_apostrophes(text: str, expected: str) -> None:
    """Inside a Latin word it is one always, beside one where no quote is open; between Han characters it is a quote."""
    assert requote([text], "corner")[0] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The 「桥路」 is", "The “桥路” is"),
        ("a「b」c，桥", "a「b」c，桥"),
        ("1「b」2，桥", "1“b”2，桥"),
        ("a「b」桥", "a“b”桥"),
        ("凝聚「侨」心", "凝聚「侨」心"),
        ("凝聚「侨」心。", "凝聚“侨”心。"),
        ("凝聚「侨胞」心", "凝聚“侨胞”心"),
        ("凝聚「a」心", "凝聚“a”心"),
        ("“「侨」心”", "“‘侨’心”"),
    ],
)
def test_which_corners_become_curly(text: str, expected: str) -> None:
    """Those around Latin text amid Latin text stay, and a sign of one Han character in a headline, by itself."""
    assert requote([text], "curly")[0] == [expected]


@pytest.mark.parametrize(
    ("paragraphs", "lost"),
    [
        (["“甲‘乙"], [(0, 0), (0, 2)]),
        (["“甲‘乙", "丙", "丁”"], [(0, 2)]),
        (["“甲", "丙", "“丁”"], [(0, 0)]),
        (["“甲", "", "“丁”"], []),
        (["“甲‘乙", "“丙‘丁’”"], []),
        (["“甲‘乙”"], [(0, 2)]),
        (["“甲“乙”"], [(0, 0)]),
        (["“甲", "乙“丙”"], [(0, 0)]),
        (["“甲", "\u3000“丙”"], []),
    ],
)
def test_all_that_are_open_are_left(paragraphs: list[str], lost: list[tuple[int, int]]) -> None:
    """At the end of the story, or where a paragraph does not go on with them; an outer one that closes leaves the
    inner.
    """
    assert sorted(requote(paragraphs, "keep")[1]) == lost
