"""A paper of three pages as a folder of files, and what it is read as."""

from converter.model import Issue
from converter.writers.outline import write_outline

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


def outline(issue: Issue) -> str:
    """The tree as text."""
    return write_outline(issue).decode()
