"""Which Chinese a text is written in, told by characters that only one of the two scripts has."""

from __future__ import annotations

# The commonest pairs of one simplified and one traditional character where neither belongs to both scripts: 后, 里, 台,
# 干, 云, 余 and the like are left out, they prove nothing.
_SIMPLIFIED = frozenset(
    "国会发时个对业来为经进这开动学实现与区过关们当员长务产说体机记强议设问将报电无应两济间书党农选总题资创没见点义"
    "从种统联处结万论传医权战调场组团协续认还专计历举华数办视运习环门复让际决质导领证观风变军声样项断达参规护师马称"
    "网气约价带况确责难头东药构据属广争听极觉陈优态划维识监标队转检单积请则读兴条势张职乐级术讯响红费图继话亲满刘"
    "给伟闻备较该车类几稳园连装养审贸显织艺线银负边绝众验须节评讨县获紧离险执围卫届严础爱罗妈妇岁师诉谢谁钱铁阳阴页飞"
)
_TRADITIONAL = frozenset(
    "國會發時個對業來為爲經進這開動學實現與區過關們當員長務產說説體機記強議設問將報電無應兩濟間書黨農選總題資創沒見點義"
    "從種統聯處結萬論傳醫權戰調場組團協續認還專計歷舉華數辦視運習環門復讓際決質導領證觀風變軍聲樣項斷達參規護師馬稱"
    "網氣約價帶況確責難頭東藥構據屬廣爭聽極覺陳優態劃維識監標隊轉檢單積請則讀興條勢張職樂級術訊響紅費圖繼話親滿劉"
    "給偉聞備較該車類幾穩園連裝養審貿顯織藝線銀負邊絕眾衆驗須節評討縣獲緊離險執圍衛屆嚴礎愛羅媽婦歲訴謝誰錢鐵陽陰頁飛"
)

# What only the press of one place writes: forms of characters (裡/裏, 線/綫), Cantonese, names of local things.
_TAIWAN = tuple("裡 臺 台北 台灣 台中 台南 高雄 新北 北市 縣市 中央社 新台幣 立委 民進黨 捷運 計程車 網路".split())
_HONG_KONG = tuple("裏 綫 衞 嘅 咗 喺 啲 佢 哋 冇 嗰 唔 香港 本港 港府 港元 特首 立法會 港鐵 巴士 九龍 新界".split())


def language_of(text: str) -> str:
    """The BCP 47 tag of Chinese ``text``: zh-Hans, zh-Hant, or zh-Hant-TW and zh-Hant-HK on plain evidence.

    Counts different characters, not places, so that one name quoted many times in the other script doesn't decide.
    A tie, and text that is no Chinese, is zh-Hans.
    """
    seen = set(text)
    if len(seen & _TRADITIONAL) <= len(seen & _SIMPLIFIED):
        return "zh-Hans"
    taiwan = sum(word in text for word in _TAIWAN)
    hong_kong = sum(word in text for word in _HONG_KONG)
    if taiwan >= 2 and taiwan > 2 * hong_kong:
        return "zh-Hant-TW"
    if hong_kong >= 2 and hong_kong > 2 * taiwan:
        return "zh-Hant-HK"
    return "zh-Hant"


def is_plain(text: str) -> bool:
    """Whether any character of the commonest pairs is in ``text``, so that ``language_of`` did not have to guess."""
    return not (_SIMPLIFIED | _TRADITIONAL).isdisjoint(text)
