"""Named observations of each line: what the detector sees. No cue knows a role, a weight or the search.

Every cue is a short phrase that reads as a sentence after "the line": ``ends a sentence``, ``looks like a name``.
Vocabulary holds both scripts.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from importlib import resources

from converter.model import Line

_SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常"
    "乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍"
    "虞万支柯管卢莫经房裘缪干解应宗丁宣邓单杭洪包诸左石崔吉钮龚程邢裴陆荣翁荀羊惠甄曲封芮储靳汲松井段富巫乌焦巴弓牧隗山谷车侯蓬全班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙"
    "叶幸司韶郜黎薄印宿白怀蒲邰鄂索咸籍赖卓蔺屠蒙池乔阴胥苍双闻党翟谭贡劳姬申扶冉宰雍桑桂濮牛寿通边扈燕冀尚农温庄晏柴瞿阎慕连茹习艾鱼容向古易慎戈廖庾终居衡步都耿满弘匡文寇广"
    "欧利师巩聂晁勾敖融冷辛阚那简饶空曾沙鞠丰巢关相查后荆红游竺权盖益桓公仉督岳帅缑亢况有琴商牟佘伯赏墨哈谯笪年爱阳佟"
    "趙錢孫吳鄭馮陳衛蔣韓楊許呂張嚴華魏謝鄒喻竇雲蘇範魯韋馬鳳鮑賀倪湯羅畢鄔樂時齊顧黃蕭貝計談龐熊紀項閔賈婁顏鐘鍾駱萬盧莫經應鄧單諸龔陸榮儲車寧厲劉葉龍賴藺喬陰蒼雙聞黨譚貢勞"
    "莊閻連習廖歐師鞏聶簡饒關紅遊權蓋況岳帥"
)
_NAME = (
    rf"(?:(?:欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|司徒|慕容|皇甫|尉迟|公孙|令狐|长孙)[\u4e00-\u9fff]{{1,2}}"
    rf"|[{_SURNAMES}](?:[\u4e00-\u9fff]{{1,2}}|[ 　]{{1,4}}[\u4e00-\u9fff](?![\u4e00-\u9fff])))"
)
_NAMES = rf"{_NAME}(?:[ 　、,，]{{1,3}}{_NAME}){{0,7}}"
_PAPER = r"(?:本[报報刊台臺网網社]|[\u4e00-\u9fff]{2,4}[社网網报報])"
_POST = (
    r"(?:(?:驻|駐|赴|派)[\u4e00-\u9fff]{1,9})?(?:(?:见习|見習|实习|實習|特[约約派]|首席|资深|資深|高级|高級|摄影|攝影|体育|體育)*"
    r"(?:记者|記者|通讯员|通訊員|评论员|評論員|实习生|實習生|特派员|主笔|主筆|编辑|編輯|撰稿))"
)
_AGENCY = r"(?:本[报報台刊]|新[华華]社|中新社|中央社|路透社|法新社|美[联聯]社|[\u4e00-\u9fff]{2,5}社)"
_CREDIT = r"(?:摄|攝|摄影报道|攝影報導|影|供图|供圖|制图|製圖|绘|繪|图|圖|发)"
_DATE = r"(?:\d{2,4}|[一二三四五六七八九〇○零]{4})\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}\s*日?"
_NUMBER = r"[0-9０-９一二三四五六七八九十百零〇两兩廿卅]"


def _table(**patterns: str) -> re.Pattern[str]:
    """One alternation of named patterns: a line gets the first that fits."""
    return re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in patterns.items()))


_WHOLE = _table(  # what the line as a whole looks like
    is_a_page_foot=r"第\s*\d+\s*[页頁]|[-—–]\s*\d+\s*[-—–]|\d{1,4}|[Pp]age\s*\d+|\d+\s*/\s*\d+",
    is_a_bare_number=rf"{_NUMBER}{{1,3}}|[（(]{_NUMBER}{{1,3}}[）)]|{_NUMBER}{{1,3}}[.、．]",
    is_a_jump=r"[（(]?\s*(?:下转|下轉|上接|转自|轉自|转第|轉第|紧接|緊接)\s*.{0,18}[版页頁面].{0,6}[）)]?",
    is_names_in_brackets=rf"[（(]\s*(?:{_PAPER})?(?:{_POST})?[ 　]*{_NAMES}\s*[）)]",
    is_a_note_on_the_author=r"[（(](?:作者|本文|撰文|执笔|執筆|文章|整理|譯者|译者|.{1,24}(?:采访整理|採訪整理|参与采写|參與採寫|整理|供稿|翻译|对此文.*)[）)]).*",
    is_an_editors_signature=r"——\s*(?:编|編)\s*(?:者|辑|輯)",
    is_a_bracketed_dateline=rf"[（(〔【\[]\s*(?:据|據)?{_AGENCY}?.{{0,40}}(?:电|電|訊|讯)(?:[ 　]+.{{0,60}})?\s*[）)〕】\]]",
    is_a_compilers_note=r"[（(]?(?:本[栏欄版期报報刊]|版[式面]|刊[头頭]|统筹|統籌|策划|策劃|题图|題圖|制图|製圖|责编|責編|编辑|編輯|美编|美編|校对|校對|邮\s*箱|郵\s*箱|电\s*话|電\s*話"
    r"|传\s*真|地\s*址|投稿|来稿|來稿|热线|熱線|移动端|微信|邮编|网\s*址)[^。，]{0,16}[：:].*",
    is_a_source_note=r"[（(]?(?:原标题|原題|原题|原標題|来源|來源|本文来源|本文來源|文章来源|资料来源|資料來源|数据来源|稿源|责任编辑|責任編輯|摘编自|摘自|转自|原载|原載).*"
    r"|《[^》]{2,12}》[（(].{4,30}版\s*[）)]",
    is_a_date=rf"[（(]?\s*{_DATE}(?:[ 　]*\d{{1,2}}:\d\d(?::\d\d)?)?(?:[ 　]*[ap]m)?(?:[ 　]*[星週周].{{1,3}})?\s*[）)]?",
    is_a_folio_line=rf".{{0,40}}(?:第\s*{_NUMBER}{{1,4}}\s*版|\d{{1,2}}\s*版|版[ 　]*\d|[A-D]\d{{1,2}}\s*版?|[星週周]期.|刊号|刊號|报头|報頭|今日.{{1,4}}版|第\s*\d+\s*期).{{0,40}}"
    rf"|《[^》]{{2,8}}》\s*[（(]\d{{8}}[）)]|.{{2,8}}[报報]\s*{_DATE}.{{0,20}}",
    is_a_byline_with_post=rf"[□■▲●◆◎]?\s*(?:【|〔)?(?:{_PAPER})?{_POST}[ 　:：/／]*.{{2,40}}|[□■◎]\s*{_NAMES}",
    is_a_byline_with_label=r"[【〔（(]?(?:撰文|文|作者|采写|採寫|采訪|採訪|撰稿|文字|口述|整理|譯|译|編譯|编译|记者|記者|責任編輯)\s*[／/:：︰╱|｜]\s*.{2,24}[】〕）)]?"
    r"|[【〔].{0,8}[记記]者.{2,24}[】〕]",
    is_a_credit=rf"(?:.{{0,12}}[ 　]*(?:{_POST})?[ 　]*{_NAMES}[ 　]*{_CREDIT}(?:[（(].{{2,12}}[）)])?)"
    r"|(?:图片?来源|圖片?來源|图片|圖片|图|圖|摄影|攝影)\s*[：:／/].{2,24}|(?:人民视觉|新华社发|新華社發|美聯社|法新社|路透社|資料圖片|资料图片|網上圖片|影像中国)",
    looks_like_a_name=rf"{_NAME}",
    looks_like_several_names=rf"{_NAMES}",
    is_a_name_with_a_post=rf"[\u4e00-\u9fff]{{2,20}}[ 　]+{_NAME}|{_NAME}[（(].{{2,30}}[）)]|[\u4e00-\u9fff]{{2,10}}(?:作者群|编辑部|編輯部|评论员|評論員|记者|記者|课题组|课题組)",
    is_a_slot_name=r"(?:图片|圖片)(?:报道|報道|新闻|新聞|故事)|.{0,6}(?:快讯|快訊|简讯|簡訊|短讯|短訊|摘要|集锦|集錦|集萃|速览|速覽|播报|动态|動態|要闻|要聞|一览|点滴|新聞|新闻)"
    r"|核心阅读|核心閱讀|编者按|編者按|编者的话|阅读提示|亮点|征\s*集|链接|鏈接|延伸阅读|相关链接|相關新聞|提要|导读|導讀",
    is_code_or_an_address=r"[\x00-\x7f]*[{};<>@/][\x00-\x7f]*",
    is_a_site_button=r".{0,4}(?:分享|收藏|评论|點讚|点赞|转发|打印|字号|关闭窗口|返回|加入会员|訂閱|订阅|广告|廣告|投稿|更多|點擊|点击|首页|首頁|登录|登入|下载|下載|留言|讚好|追蹤|关注).{0,24}",
    is_ascii_only=r"[\x00-\x7f]+",
)

_HEAD = _table(  # how the line begins
    opens_with_a_dateline=rf"[（(〔【\[]?\s*(?:{_AGENCY}[^。，！？]{{0,24}}?(?:电|電|讯|訊)|(?:本报|本報|[记記]者)[^。，！？]{{2,24}}?(?:报道|報道|報導)[）)〕】\]]|央视网消息)"
    rf"|{_PAPER}\d{{1,2}}日(?:电|電)|[\u4e00-\u9fff-]{{2,14}}(?:讯|訊)[ 　（]|[【〔（(][^】〕）)]{{0,16}}(?:电|電|訊|讯|報導|報道|报道)[】〕）)]",
    opens_with_a_chapter_number=rf"第{_NUMBER}{{1,5}}\s*[章回节節卷篇部集讲講幕][ 　：:、.]|[卷篇]{_NUMBER}{{1,4}}(?:[ 　]|$)|第{_NUMBER}{{1,5}}[章回节節]",
    opens_with_a_han_number=rf"[一二三四五六七八九十]{{1,3}}[、.．]|[一二三四五六七八九十]是",
    opens_with_a_bracketed_number=rf"[（(]{_NUMBER}{{1,3}}[）)]|[①-⑳⑴-⑽]",
    opens_with_a_figure_number=r"\d{1,2}[.、．)）](?!\d)",
    opens_with_a_bullet=r"[●■▲◆○□·•※►★☆◎█▪*]",
    opens_with_a_dash=r"[—―─-]{1,2}",
    opens_with_a_caption_word=r"[（(]?(?:图为|圖為|圖为|上图|下图|左图|右图|上圖|下圖|左圖|右圖|图[①-⑳一二三四1-9]|圖[①-⑳一二三四1-9]|图[：:]|圖[：:]|大图|小图|前排)",
    opens_with_an_editors_note=r"(?:编者按|編者按|编者的话|编者|按|核心阅读|开栏的话|阅读提示|导读|導讀|提要|内容提要|摘要)\s*[：:]",
    opens_with_a_bracketed_tag=r"【[^】]{1,14}】|\[[^\]]{1,14}\]",
    opens_with_a_speaker=r"(?:问|答|問|[记記]者|本报[记記]者|[\u4e00-\u9fff]{2,4})[：:](?=.)",
    opens_with_a_quote=r"[“「『‘《〈]",
    opens_with_a_bracket=r"[（(〔\[【]",
    opens_with_what_cannot_begin=r"[，。、；：？！）」』”’》〉】…％,.;:?!)%]",
    opens_with_a_date=r"\d{1,4}年|\d{1,2}月\d{1,2}日|[今昨前]日|近日|日前|\d{1,2}日",
    opens_with_a_digit=r"[0-9０-９]",
    opens_with_latin=r"[A-Za-z]",
)

_TAIL = _table(  # how the line ends
    ends_in_a_credit=rf"(?:{_NAME}|[\u4e00-\u9fff]{{2,6}}[社网網记記者 　]+)[ 　]*(?:摄|攝|摄影报道|供图|供圖|图|圖|影|发)[）)]?\s*$|(?:资料|資料|網上|网上|新聞處|提供|資料照片|照片|圖片|截圖|影片|视觉|美聯社|網站|專頁)(?:圖片|图片|照片|截圖)?[）)]?$|[（(][^（）()]{{2,20}}(?:摄|攝|供图|發|发)[）)][。]?$",
    ends_a_sentence=r"[。！？!?](?:[”’」』）)]{0,3})$|[…]{1,2}[”’」』）)]{0,2}$",
    ends_in_a_comma=r"[，、；,;]$",
    ends_in_a_colon=r"[：:]$",
    ends_in_a_dash=r"[—―─-]$",
    ends_in_an_opening_mark=r"[“‘「『（(《〈【〔]$",
    ends_in_a_closing_bracket=r"[）)】〕\]]$",
    ends_in_a_closing_title_mark=r"[》〉]$",
    ends_in_a_closing_quote=r"[”’」』]$",
    ends_as_a_lead_in=r"(?:强调|強調|指出|表示|要求|回应|回應|发布|發布|公布|揭晓|出台|通知|启动|印发|《意见》|召开|時|时)$",
    ends_in_a_digit=r"[0-9０-９%％]$",
    ends_in_latin=r"[A-Za-z]$",
)

_SPACED = re.compile(r"[\u4e00-\u9fff”」][ 　]+[\u4e00-\u9fff“「]")
_LENGTHS = ((1, "1 character"), (4, "2 to 4"), (8, "5 to 8"), (12, "9 to 12"), (18, "13 to 18"), (26, "19 to 26"))
_LENGTHS += ((38, "27 to 38"), (60, "39 to 60"), (10**9, "over 60"))


def observe(lines: Sequence[Line]) -> list[list[str]]:
    """The cues of every line, in the lines' order. Linear in the text."""
    page = _Page(lines)
    return [page.cues(number) for number in range(len(lines))]


def _phrase(match: re.Match[str]) -> str:
    return (match.lastgroup or "").replace("_", " ")


class _Page:
    """What is usual on this page, measured once, and each line against it."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        gaps = Counter(line.gap_before for line in lines[1:])
        self.gap = gaps.most_common(1)[0][0] if gaps else 0
        self.gapped = sum(1 for line in lines if line.gap_before) * 5 > len(lines)
        self.width = self._width()
        long = [line for line in lines if len(line.text) > 30] or lines
        self.indented = sum(1 for line in long if line.indent >= 2) * 10 > len(long)
        short = Counter(line.text for line in lines if len(line.text) < 30)
        self.repeated = {text for text, count in short.items() if count > 1}
        self.open_marks = 0

    def _width(self) -> int:
        """The column's width in characters where the lines are hard-wrapped, else 0: many lines as long as the longest."""
        lengths = Counter(len(line.text) for line in self.lines)
        best = max(lengths, key=lambda n: (lengths[n - 1] + lengths[n] + lengths[n + 1], n), default=0)
        near = sum(lengths[n] for n in (best - 1, best, best + 1))
        longer = sum(count for length, count in lengths.items() if length > best + 3)
        return best if best >= 8 and near * 10 >= 3 * len(self.lines) and longer * 10 <= len(self.lines) else 0

    def cues(self, number: int) -> list[str]:
        """Everything that is seen of the line: its text, its place, its joint with the line above."""
        line = self.lines[number]
        cues = ["is any line", *self._text_cues(line.text), *self._place_cues(number, line)]
        if number:
            cues += self._joint_cues(self.lines[number - 1].text, line)
        return cues

    def _text_cues(self, text: str) -> list[str]:
        """What the line's own characters say."""
        count = len(text)
        whole = _WHOLE.fullmatch(text) if count <= 60 else None
        head = _HEAD.match(text)
        tail = _TAIL.search(text, max(0, count - 24))
        end = _phrase(tail) if tail else "ends in a word"
        stop = "with" if end == "ends a sentence" else "without"
        cues = [_phrase(match) for match in (whole, head) if match]
        cues += [end, f"is {self._size(count)} and {stop} a stop"]
        if not self.width:
            cues.append("has " + next(name for most, name in _LENGTHS if count <= most))
        commas = text.count("，") + text.count("；")
        cues.append("has no comma" if not commas else "has a comma" if commas == 1 else "has commas")
        if text.find("。", 0, count - 2) >= 0:
            cues.append("has a stop inside")
        elif count <= 60 and _SPACED.search(text):
            cues.append("has a gap inside")
        if count <= 60 and whole is None:
            if "：" in text[:-1]:
                cues.append("has a colon inside")
            if "“" in text or "「" in text:
                cues.append("has a quotation inside")
        return cues

    def _size(self, count: int) -> str:
        """How long the line is: against its column where that has a set width."""
        if count <= 4:
            return "tiny"
        if self.width:
            short = self.width - count
            return "as wide as its column" if short <= 1 else "nearly as wide as its column" if short <= 4 else "short in its column"
        return "short" if count <= 14 else "middling" if count <= 32 else "long"

    def _place_cues(self, number: int, line: Line) -> list[str]:
        """What the line's place on the page says."""
        cues = [self._gap_cue(line, number)]
        if self.indented:
            cues.append("is indented" if line.indent >= 2 else "is not indented")
        if line.text in self.repeated:
            cues.append("is repeated on the page")
        if number == len(self.lines) - 1:
            cues.append("is the last line")
        return cues

    def _gap_cue(self, line: Line, number: int) -> str:
        if not number:
            return "is the first line"
        if not self.gapped:
            return "follows a rare blank line" if line.gap_before else "is on a page without blank lines"
        if line.gap_before == self.gap:
            return "follows the usual gap"
        return "follows a wider gap" if line.gap_before > self.gap else "follows a narrower gap"

    def _joint_cues(self, above: str, line: Line) -> list[str]:
        """How the line hangs together with the line above."""
        cues = []
        opened, last, first = _balance(above), above[-1], line.text[0]
        self.open_marks = max(0, opened if line.gap_before else self.open_marks + opened)
        if self.open_marks:
            cues.append("begins inside open quotes or brackets")
        if _balance(line.text) < 0:
            cues.append("closes what it did not open")
        if first in bonds().get(last, ""):
            cues.append("begins with the rest of a word")
        elif last.isascii() and last.isalnum() and first.isascii() and first.isalnum():
            cues.append("goes on in latin or digits")
        if self.width and self.width - len(above) <= 1:
            cues.append("comes after a full line that " + ("ends a sentence" if last in _STOPS else "breaks off"))
        elif last not in _STOPS:
            cues.append("comes after a line that breaks off")
        return cues


_OPENING, _CLOSING = "“「『（(《", "”」』）)》"
_STOPS = "。！？”」』）)!?…"


def _balance(text: str) -> int:
    """Opening marks less closing ones."""
    return sum(map(text.count, _OPENING)) - sum(map(text.count, _CLOSING))


@cache
def bonds() -> dict[str, str]:
    """For a Han character, those that often follow it inside a word (``tools/bonds.py`` counts them)."""
    table = resources.files("converter.structure").joinpath("bonds.txt").read_text(encoding="utf-8")
    return {row[0]: row[1:] for row in table.split()}
