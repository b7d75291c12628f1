"""The names of a list: A、B和C taken apart, without what introduces, closes or is common to them.

Here belongs cutting words into names. Which figures the names are of is pairs/by_order.py.
"""

from __future__ import annotations

import re

GOES_ON = ("、", "和", "及")  # what the next of a list begins with
SPLITS = (re.compile(r"、|和"), re.compile(r"、|和|以?及(?!时)|与"), re.compile(r"、|以及"))
INTRODUCED = re.compile(
    r"^.*(?:(?:居前|(?:排名|位居|排在|居)(?:前[一二三四五六]位?|前列))的[^，。；\d]{0,10}[为是]|(?:较多|靠前|突出|最多)的[^，。；\d]{0,2}(?:单位|部门|地区|领域|乡镇)(?:依次|分别)?[为是]|集中在|分布在|涉及(?!金额|标的|人)|涵盖|(?:被告|被申请人|案由)(?:以|为|是)|(?:案件|申请|纠纷|咨询|事项|投诉)(?:类型|种类|领域)?(?:主要)?以(?=.*为主))"
    r"|^[^，。；\d]{2,12}?主要由(?=[^，。；\d]+(?:实施|作出|办理|承办)$)"
)
_BRACKET, _SEALED = re.compile(r"\([^()]*\)"), "\N{IDEOGRAPHIC ITERATION MARK}"
_AND_SUCH = re.compile(r"等[^，。；]{0,10}$")
_CLOSED = re.compile(
    r"(?:等)?(?:[两三四五六][类项大个]{1,2})?(?:(?:行政)?(?:管理)?(?:领域|类型|部门|方面)(?:的?(?:行政)?(?:(?:争议|案件|纠纷)(?=.)|(?:复议)?申请(?=$|分别|依次)))?)?"
    r"(?:所?占?(?:比重|比例|数量)?(?:为主|居多|较[多大高]|最[多大高]|突出))?$"
    r"|(?:[两三四五六]?类)?(?:纠纷|案件|争议)?(?:分别|依次|仍然?|依然|继续)?(?:位居|居|排名?|位列|列)前[两三四五]位?$"
    r"|等[^，。；]{0,10}$|(?:实施|作出|承办)$"
)
RANKED = re.compile(r"^.*、.*(?:位居|居|排名?|位列|列)前[两三四五]位?$")


def listed(words: str) -> str:
    """案件主要集中在资源、城建、公安等领域: the names of a list without what introduces and closes it."""
    return _CLOSED.sub("", INTRODUCED.sub("", words))


def bare(item: str) -> str:
    """废止（失效）, 上访等: a name without its bracket and what else it stands for."""
    return _BRACKET.sub("", _AND_SUCH.sub("", item))


def taken_apart(split: re.Pattern[str], words: str) -> list[str]:
    """市级、县（市、区）级: the names of a list, of which one may hold a list in its bracket."""
    sealed = _BRACKET.sub(lambda held: held.group().replace("、", _SEALED), words)
    return [name for item in split.split(sealed) if (name := item.replace(_SEALED, "、"))]


def as_many(count: int, phrase: str, before: str) -> list[str] | None:
    """Return the names that the words of a run or those before it list; None if they are not ``count``."""
    for words in (listed(phrase) if INTRODUCED.match(phrase) or RANKED.match(phrase) else phrase, before):
        for split in SPLITS if words else ():
            items = taken_apart(split, words)
            if len(items) == count and "%" not in items[-1]:
                return items
    return None


def without_common_noun(items: list[str]) -> list[str]:
    """婚姻家庭纠纷、邻里纠纷: the names of parts without the noun that all of them have."""
    for noun in ("纠纷", "案件"):
        if all(item.endswith(noun) and len(item) > len(noun) + 1 for item in items):
            return [item.removesuffix(noun) for item in items]
    return items
