"""Characters whose form their neighbours tell."""

import re
from unittest.mock import patch

import pytest

from converter import convert_script
from converter.script.engine import converter
from converter.script.neighbours import SIGNS, decided, forms, rules

SENTENCES = [
    # invented sentences, a kind after the other; what is to come out for Taiwan
    ("晾了三天，衣服还是没干。", "晾了三天，衣服還是沒乾。"),
    ("孩子掉进水里，回家换了条干裤子。", "孩子掉進水裡，回家換了條乾褲子。"),
    ("她递来一双干袜子和一块干布。", "她遞來一雙乾襪子和一塊乾布。"),
    ("铺上干褥子再睡。", "鋪上乾褥子再睡。"),
    ("他从前没干裤子生意。", "他從前沒幹褲子生意。"),
    ("她的嘴唇又干又裂。", "她的嘴唇又乾又裂。"),
    ("洗完用毛巾擦干。", "洗完用毛巾擦乾。"),
    ("水泥干后才能走人。", "水泥乾後才能走人。"),
    ("洗衣机甩干了床单。", "洗衣機甩乾了床單。"),
    ("老家寄来一包地瓜干。", "老家寄來一包地瓜乾。"),
    ("加入催干剂可以缩短时间。", "加入催乾劑可以縮短時間。"),
    ("蜡炬成灰泪始干。", "蠟炬成灰淚始乾。"),
    ("头发吹干再出门。", "頭髮吹乾再出門。"),
    ("这口井早就干了。", "這口井早就乾了。"),
    ("墨迹未干。", "墨跡未乾。"),
    ("油漆干得很慢。", "油漆乾得很慢。"),
    ("柴火不够干，点不着。", "柴火不夠乾，點不著。"),
    ("他把杯里的酒喝干了。", "他把杯裡的酒喝乾了。"),
    ("空气太干，鼻子难受。", "空氣太乾，鼻子難受。"),
    ("地还没干，别踩。", "地還沒乾，別踩。"),
    ("江面上来了三艘干散货船。", "江面上來了三艘乾散貨船。"),
    ("船厂新修了干船坞。", "船廠新修了乾船塢。"),
    ("这活我干不了。", "這活我幹不了。"),
    ("大家干得很起劲。", "大家幹得很起勁。"),
    ("他干了一辈子木匠。", "他幹了一輩子木匠。"),
    ("你想干什么？", "你想幹什麼？"),
    ("这是谁干的坏事？", "這是誰幹的壞事？"),
    ("埋头苦干", "埋頭苦幹"),
    ("他们干起活来不要命。", "他們幹起活來不要命。"),
    ("这事与你何干？", "這事與你何干？"),
    ("树干上长满苔藓。", "樹幹上長滿苔蘚。"),
    ("烘干机坏了。", "烘乾機壞了。"),
    ("血迹已经干了。", "血跡已經乾了。"),
    ("把毛巾拧干。", "把毛巾擰乾。"),
    ("湿衣服晾在外面干得快。", "濕衣服晾在外面乾得快。"),
    ("水干了，鱼也死了。", "水乾了，魚也死了。"),
    ("嗓子干得冒烟。", "嗓子乾得冒煙。"),
    ("葡萄干很甜。", "葡萄乾很甜。"),
    ("银行卡里没有钱了。", "銀行卡裡沒有錢了。"),
    ("海里的鱼越来越少。", "海裡的魚越來越少。"),
    ("船离岸二十海里。", "船離岸二十海里。"),
    ("翻山走了八十里路。", "翻山走了八十里路。"),
    ("五十里外有座庙。", "五十里外有座廟。"),
    ("碗里还有饭。", "碗裡還有飯。"),
    ("他把信藏在鞋里。", "他把信藏在鞋裡。"),
    ("心里很难过。", "心裡很難過。"),
    ("手机里存了三百张照片。", "手機裡存了三百張照片。"),
    ("村里来了个说书的。", "村裡來了個說書的。"),
    ("家里养只鹦鹉。", "家裡養隻鸚鵡。"),
    ("他养只穿山甲。", "他養隻穿山甲。"),
    ("这首只想送给你。", "這首只想送給你。"),
    ("这只想逃跑的兔子被抓住了。", "這隻想逃跑的兔子被抓住了。"),
    ("这只是开始。", "這只是開始。"),
    ("那只能算运气好。", "那只能算運氣好。"),
    ("院子里跑着几只小鸡。", "院子裡跑著幾隻小雞。"),
    ("他只看了一眼。", "他只看了一眼。"),
    ("有只蚊子在飞。", "有隻蚊子在飛。"),
    ("两只手都冻红了。", "兩隻手都凍紅了。"),
    ("这本书只有一百页。", "這本書只有一百頁。"),
    ("只见一只黑猫跳上屋顶。", "只見一隻黑貓跳上屋頂。"),
    ("上千只候鸟飞来过冬。", "上千隻候鳥飛來過冬。"),
    ("她一只耳朵聋了。", "她一隻耳朵聾了。"),
    ("头发稀疏发黄。", "頭髮稀疏發黃。"),
    ("皮肤发干。", "皮膚發乾。"),
    ("脸色苍白发青。", "臉色蒼白發青。"),
    ("她剪短发了。", "她剪短髮了。"),
    ("公司给员工发奖金。", "公司給員工發獎金。"),
    ("他染了一头金发。", "他染了一頭金髮。"),
    ("气得浑身发抖。", "氣得渾身發抖。"),
    ("理发师发现发卡不见了。", "理髮師發現髮卡不見了。"),
    ("白发苍苍", "白髮蒼蒼"),
    ("管理时松时紧。", "管理時鬆時緊。"),
    ("土质松软。", "土質鬆軟。"),
    ("山上种满松树。", "山上種滿松樹。"),
    ("鞋带松了。", "鞋帶鬆了。"),
    ("他松了一口气。", "他鬆了一口氣。"),
    ("政策一松，价格就涨。", "政策一鬆，價格就漲。"),
    ("用熨斗烫衣服。", "用熨斗燙衣服。"),
    ("漏斗堵住了。", "漏斗堵住了。"),
    ("借了三斗米。", "借了三斗米。"),
    ("两只公鸡斗了半天。", "兩隻公雞鬥了半天。"),
    ("他爱斗嘴。", "他愛鬥嘴。"),
    ("北斗七星", "北斗七星"),
    ("乙丑年生人", "乙丑年生人"),
    ("他在戏里演丑角。", "他在戲裡演丑角。"),
    ("长得不丑。", "長得不醜。"),
    ("纤夫拉着纤绳。", "縴夫拉著縴繩。"),
    ("身材纤细", "身材纖細"),
    ("这里不准吸烟。", "這裡不准吸菸。"),
    ("不准孩子们玩火。", "不准孩子們玩火。"),
    ("说不准明天就来。", "說不準明天就來。"),
    ("表走得不准。", "表走得不準。"),
    ("只准大人进去。", "只准大人進去。"),
    ("天气预报很准。", "天氣預報很準。"),
    ("他办了免签手续。", "他辦了免簽手續。"),
    ("求了一支上上签。", "求了一支上上籤。"),
    ("合同还没签。", "合同還沒簽。"),
    ("影后领奖时哭了。", "影后領獎時哭了。"),
    ("看完电影后大家散了。", "看完電影後大家散了。"),
    ("他每周去三次。", "他每週去三次。"),
    ("学校周围都是田。", "學校周圍都是田。"),
    ("两周后出结果。", "兩週後出結果。"),
    ("周先生周日不来。", "周先生週日不來。"),
    ("古人云：学无止境。", "古人云：學無止境。"),
    ("天上一片云。", "天上一片雲。"),
    ("俗语云，远亲不如近邻。", "俗語云，遠親不如近鄰。"),
    ("农历和阳历", "農曆和陽曆"),
    ("他的经历很特别。", "他的經歷很特別。"),
    ("挂历掉了。", "掛曆掉了。"),
    ("学校的校历公布了。", "學校的校曆公布了。"),
    ("煮面给客人吃。", "煮麵給客人吃。"),
    ("桌面上放着一碗面。", "桌面上放著一碗麵。"),
    ("路面湿滑。", "路面濕滑。"),
    ("对面的面馆关了。", "對面的麵館關了。"),
    ("表面包了一层金。", "表面包了一層金。"),
    ("湖面漂着落叶。", "湖面漂著落葉。"),
    ("地面干净。", "地面乾淨。"),
    ("万里长城万里长", "萬里長城萬里長"),
    ("游戏机里的卡带", "遊戲機裡的卡帶"),
    ("个旧人家都会做。", "個舊人家都會做。"),
    ("茶几下面", "茶几下面"),
    ("几家店关了。", "幾家店關了。"),
    ("几天后他回到渡口。", "幾天後他回到渡口。"),
    ("中国标准许可", "中國標準許可"),
    ("奋斗方向", "奮鬥方向"),
    ("撸起袖子加油干", "擼起袖子加油幹"),
    ("累进税制为渡口定", "累進稅制為渡口定"),
    ("尽管新规难", "儘管新規難"),
    ("一周内到港", "一週內到港"),
    ("相对于总体", "相對於總體"),
    ("比他矮几寸。", "比他矮幾寸。"),
    ("他在海里潜水。", "他在海裡潛水。"),
    ("这家工厂生产制造机器。", "這家工廠生產製造機器。"),
    ("复制品和复杂的答复", "複製品和複雜的答覆"),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_sentences(text: str, expected: str) -> None:
    """Words and neighbours tell the form, inside OpenCC's phrases too where a rule says so."""
    assert convert_script(text, "zh-Hant-TW") == expected


WORDINGS = [
    ("他接了这么多任务", "他接了這麼多任務"),
    ("这个系统支持多任务处理", "這個系統支援多工處理"),
    ("铁网卡住了船头", "鐵網卡住了船頭"),
    ("电脑换了网卡", "電腦換了網絡卡"),
    ("像被丘比特射中", "像被丘比特射中"),
    ("他接口道：“好。”", "他接口道：「好。」"),
    ("部分区市", "部分區市"),
]


@pytest.mark.parametrize(("text", "expected"), WORDINGS)
def test_no_wording_lies_across_words(text: str, expected: str) -> None:
    """What ``s2twp`` exchanges is a word, and no part of a name."""
    assert convert_script(text, "s2twp", quotes="corner") == expected


def test_a_rule_has_a_sign_of_its_own_and_a_form_of_its_character() -> None:
    """Signs are no character of any text; a form is one that OpenCC gives back as the rule's character."""
    simplified = converter(("t2s",))
    found = [(char, rule) for char, some in rules().items() for rule in some]
    assert len({rule.sign for _, rule in found}) == len(found) == len(forms())
    assert all(rule.sign >= SIGNS for _, rule in found)
    assert [(char, rule.form) for char, rule in found if char not in (rule.form, simplified(rule.form))] == []


def test_a_pattern_is_compiled_when_a_text_needs_it() -> None:
    """To know the rules and their forms takes none of their patterns, which take longer than all else at a start."""
    rules.cache_clear()
    with patch.object(re, "compile", side_effect=AssertionError("compiled at once")):
        found = [pattern for some in rules().values() for rule in some for pattern in (rule.before, rule.after)]
    assert all(re.compile(pattern.pattern) for pattern in found if pattern)


def test_how_strong_a_rule_is() -> None:
    """One that is over phrases needs to know of none; one of words alone wants its character alone."""
    assert [at for at, _ in decided("头发吹干了", lambda _: "phrase")] == [3]
    assert [at for at, _ in decided("一块姜片", lambda _: "alone")] == [2]
    assert [at for at, _ in decided("一块姜片", lambda _: "word")] == []
    assert [at for at, _ in decided("发干柴", lambda _: "word")] == [1]
    assert [at for at, _ in decided("发干柴", lambda _: "phrase")] == []
