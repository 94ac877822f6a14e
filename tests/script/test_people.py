"""Who is named in a document."""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import pytest

from converter import convert_script, detect
from converter.model import Issue
from converter.readers.text import source_of
from converter.script import convert_issue
from converter.script.engine import converter
from converter.script.people import people_in, people_of

FOUND = [
    # invented text, the names that it gives
    ("本报记者于江报道", ["于江"]),
    ("本报记者  于  江", ["于  江", "于江"]),
    ("记者于江、范小河、李后摄", ["于江", "范小河", "李后"]),
    ("临江市市长余小洲表示，", ["余小洲"]),
    ("图为岳小船在码头。", ["岳小船"]),
    ("码头夜色。 张岩摄", ["张岩"]),
    ("码头夜色。  范  里摄", ["范  里", "范里"]),
    ("码头夜色。　种　江摄影报道", ["种　江", "种江"]),
    ("“好。”郁小满说。", ["郁小满"]),
    ("全文完。（于江）", ["于江"]),
    ("居民余先生说", ["余先生"]),
    ("于小洋市长说，会上余小帆教授作了报告", ["于小洋", "余小帆"]),
    ("范小河、岳小船和郁小满都说", ["范小河", "岳小船", "郁小满"]),
    ("据于小江介绍，在范小河看来，随后岳小船则表示", ["于小江", "范小河", "岳小船"]),
    ("涂小山在信中写道", ["涂小山"]),
    ("干小江，男，1962年生；32岁的仇小江", ["仇小江", "干小江"]),
    ("左起：丑小牛、朴小星", ["丑小牛", "朴小星"]),
    ("于小江：我们天天走这座桥。", ["于小江"]),
    ("《桥上》，余小帆著，共三卷", ["余小帆"]),
    ("桥上夜色。周游摄", ["周游"]),
    ("于老板", ["于老板"]),
    ("总统罗尔夫·里德曼访问，委托罗尔夫·里德曼", ["罗尔夫", "罗尔夫·里德曼", "里德曼"]),
    ("后来说，游客说，于是说，干部表示，种植户说", []),
    ("代表于去年离开，记者从市政府获悉，书记在会上讲话", []),
    ("农民种粮，律师征求意见，主任范围", []),
    ("记者万余人，130余位代表，百余人表示", []),
    ("博士后李小江说", ["李小江"]),
    ("展区后表示，新馆正式宣布，他一行爱一行", []),
    ("死者于该水域，乘客于昨日说，于近日表示", []),
    ("于中国而言，都是一样的。于海南来说也是。", []),
    ("渡口开会，会\n后法国总理说，要修桥。", []),
    ("曾游说过镇里修桥。", []),
    ("曾游表示，要修桥。", ["曾游"]),
    ("于海南表示，要修桥。记者于洋、于江报道。", ["于洋", "于江"]),
    ("说，连委托律师都不肯", []),
    ("请居民、商户、游客代表坐下来", []),
    ("学生占比超九成，农户种粮，队员征战", []),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_people_of(text: str, expected: list[str]) -> None:
    """Posts before a name and words for speaking after it show who is a person; common words are none."""
    assert expected == list(dict.fromkeys(people_of(text)))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("记者 柏青禾 江一帆 综合报道", ["柏青禾", "江一帆"]),
        ("柏青禾/文 江　帆/图", ["柏青禾", "江帆", "江　帆"]),
        ("（本报记者于江采访整理）", ["于江"]),
        ("（原标题：渡口的早晨）", []),
        ("（本文曾於《海灣報》刊登）", []),
        ("本版责编：于　江", ["于江", "于　江"]),
    ],
)
def test_people_of_a_naming_line(line: str, expected: list[str]) -> None:
    """On a line that names people the names are those that it gives, with and without the blanks in them."""
    assert expected == list(people_of(line, naming=True))


def test_people_of_traditional_text() -> None:
    """Words are known in traditional text as well; its 於 is no surname, as 于 is a character of its own there."""
    read = converter(("t2s",))
    assert list(people_of("記者歐陽小帆報導，青溪農業處長表示，代表於小江邊說，董事長于小洋", read)) == [
        "歐陽小帆",
        "于小洋",
        "歐陽小帆",
    ]
    assert list(dict.fromkeys(people_of("記者 鍾  岳 報導", read, naming=True))) == ["鍾岳", "鍾  岳"]


WORDS_OR_NAMES = [
    # invented sentences; words of the dictionary before what people do, and names
    ("姜汤驱寒，姜汤说好喝的人不少。", "薑湯驅寒，薑湯說好喝的人不少。"),
    ("胡子说来话长，他的胡子白了。", "鬍子說來話長，他的鬍子白了。"),
    ("郁金香代表爱，郁金香开了。", "鬱金香代表愛，鬱金香開了。"),
    ("余生说长不长，只愿余生平安。", "餘生說長不長，只願餘生平安。"),
    ("后日看来有雨，后日再说。", "後日看來有雨，後日再說。"),
    ("谷子代表粮食，谷子熟了。", "穀子代表糧食，穀子熟了。"),
    ("后来人说起，后来人看来不同。", "後來人說起，後來人看來不同。"),
    ("范围说小不小。", "範圍說小不小。"),
    ("云雾看来散了。", "雲霧看來散了。"),
    ("涂料介绍得很细，涂料不贵。", "塗料介紹得很細，塗料不貴。"),
    ("种子代表希望。", "種子代表希望。"),
    ("发言人余江涛说，桥已修好。", "發言人余江濤說，橋已修好。"),
    ("记者范文远、郁小冬报道", "記者范文遠、郁小冬報道"),
    ("于老师和范经理来了。", "于老師和范經理來了。"),
    ("岳小勇从山上下来。", "岳小勇從山上下來。"),
    ("导演种海生", "導演种海生"),
    ("作家余光中的诗", "作家余光中的詩"),
    ("演员游本昌去世。", "演員游本昌去世。"),
    ("范家庄的人都姓范。", "范家莊的人都姓范。"),
    ("姜子牙钓鱼", "姜子牙釣魚"),
    ("南宫适问于孔子。", "南宮适問於孔子。"),
    ("胡适之先生", "胡適之先生"),
    ("沈从文写湘西。", "沈從文寫湘西。"),
    ("郁达夫的小说", "郁達夫的小說"),
    ("岳飞与秦桧", "岳飛與秦檜"),
    ("于谦与郭德纲说相声。", "于謙與郭德綱說相聲。"),
    ("于路看来无话，于路又走了三日。", "於路看來無話，於路又走了三日。"),
    ("基于福柯所说的", "基於福柯所說的"),
    ("部长王小江于今天到", "部長王小江於今天到"),
    ("市民于遮雨棚下等船", "市民於遮雨棚下等船"),
    ("一些党媒称，党媒说", "一些黨媒稱，黨媒說"),
    ("渡口院长盘小林评价称", "渡口院長盤小林評價稱"),
    ("以党的旗帜为旗帜、党的方向为方向", "以黨的旗幟為旗幟、黨的方向為方向"),
    ("坐在记者席后方", "坐在記者席後方"),
    ("新年的钟声响了。（钟声）", "新年的鐘聲響了。（鐘聲）"),
    ("征君介绍来意。", "徵君介紹來意。"),
    ("记者沈小云、余力从余家庄发回", "記者沈小雲、余力從余家莊發回"),
    ("记者沈小云、余下的人", "記者沈小雲、餘下的人"),
]


@pytest.mark.parametrize(("text", "expected"), WORDS_OR_NAMES)
def test_words_are_no_people(text: str, expected: str) -> None:
    """One verb makes no person of a word of the dictionary; real names keep their forms."""
    assert convert_script(text, "zh-Hant-TW") == expected


def test_what_one_place_shows_does_not_hold_for_a_whole_text() -> None:
    """A name that a verb alone shows is one if that is so in an eighth of its places, or a title shows it."""
    told = "涂小山说桥好。"
    assert list(people_of(told + "涂小山来了。" * 7)) == ["涂小山"]
    assert list(people_of(told + "涂小山来了。" * 8)) == []
    assert list(people_of("船长" + told + "涂小山来了。" * 8))[:1] == ["涂小山"]


PAGE = """江上新桥通车

范小河

江上新桥昨日通车，于江在桥头等了很久。由于江水上涨，渡船停开。

码头夜色。 张岩摄
"""


def page() -> Issue:
    """An invented page that names three people."""
    return detect(source_of(PAGE.replace("于江在", "船长于江表示，他在")))


def test_names_are_known_in_the_whole_issue() -> None:
    """A name given anywhere on the page is kept everywhere; 由于 is not cut by it."""
    issue = page()
    assert {"范小河", "张岩", "于江"} <= set(people_in(issue))
    text = "\n".join(block.text for block in convert_issue(issue, "zh-Hant-TW").blocks())
    assert "范小河" in text
    assert "張岩攝" in text
    assert "船長于江表示，他在橋頭等了很久。由於江水上漲" in text


def test_a_processs_own_converter() -> None:
    """A spawned process converts as this one does."""
    expected = convert_script("记者于江报道：“图书馆”", "zh-Hant-TW")
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        assert pool.submit(convert_script, "记者于江报道：“图书馆”", "zh-Hant-TW").result() == expected


AROUND = [
    # what stands around a name, the names; then the same with one thing changed
    ("张老师说", ["张老师"]),
    ("老师张老师说", ["张老师"]),
    ("好张老师说", []),
    ("台老师说", []),
    ("欧阳先生来了", ["欧阳先生"]),
    ("欧阳江帆老师来了", ["欧阳江帆"]),
    ("上官小帆说", ["上官小帆"]),
    ("在场的于洋、余小帆和范小河表示", ["于洋", "余小帆", "范小河"]),
    ("在场的于洋、水涨了和范小河表示", ["范小河"]),
    ("于江说，于江说", ["于江"]),
    ("记者于江 范小河", ["于江", "范小河"]),
    ("记者于江及范小河", ["于江", "范小河"]),
    ("记者于江，范小河", ["于江", "范小河"]),
    ("记者于江，水清见底", ["于江"]),
    ("记者于江。范小河", ["于江"]),
    ("主席团于江", []),
    ("没于江说", ["于江"]),
    ("于江：好", ["于江"]),
    ("他说于江：好", []),
    ("水退了。（于江）", ["于江"]),
    ("水退了（于江）。", []),
    ("水退了。于小江摄", ["于小江"]),
    ("水退了。于小江望着船", []),
    ("主任 江  帆", ["江  帆", "江帆"]),
    ("江  帆摄影", ["江  帆", "江帆"]),
    ("水  清见底", []),
    ("范小河（左）", ["范小河"]),
    ("范小河，女，三十岁", ["范小河"]),
    ("范小河、", []),
    ("阿·里德曼说", ["里德曼", "阿·里德曼"]),
    ("委托罗尔夫·里德曼", ["罗尔夫·里德曼", "罗尔夫", "里德曼"]),
    ("a·b", []),
]


@pytest.mark.parametrize(("text", "expected"), AROUND)
def test_what_stands_around_a_name(text: str, expected: list[str]) -> None:
    """One thing more or less beside it, and a name is one or is none."""
    assert sorted(expected) == sorted(set(people_of(text)))


def test_names_far_apart() -> None:
    """Each is found by what stands around it, however long the text between."""
    far = "水涨了又退，" * 20
    found = people_of(f"于小江说，{far}范小河表示，{far}岳小船则说")
    assert list(dict.fromkeys(found)) == ["于小江", "范小河", "岳小船"]
