"""Shares of several figures together: 甲镇813件，乙镇492件，两地合计占全县的33.03%.

Here belongs what such a share makes of the figures before it. The share of one figure is shares.py.
"""

from __future__ import annotations

from pipelines.extraction.figures.proportions import fits_share, fits_sum
from pipelines.extraction.rules.drafts import Draft
from pipelines.extraction.sums.around_parts import TOGETHER
from pipelines.extraction.sums.restating import Restating
from pipelines.model import Measure

_FAR = 60  # figures between such a share and the whole that it is of


class JointShares(Restating):
    """Finds the shares of a document that are of several figures."""

    def settle(self) -> None:
        """Restate the parts that such a share betrays, and take it from any one of them."""
        for at in range(len(self._figures)):
            self._parts_by_joint_share(at)
            self._share_of_several(at)

    def _parts_by_joint_share(self, at: int) -> None:
        """甲镇813件，乙镇492件，两地合计占全县的33.03%: parts of what their sum is so much of."""
        share, run = self._figures[at], list[int]()
        if share.role != "share" or not TOGETHER.search(share.raw):
            return
        for part in range(at - 1, -1, -1):
            figure = self._figures[part]
            beside = figure.sentence_start == share.sentence_start and self._reasons[part] == "no_rule"
            if not beside or not self._may_have_share(part) or (run and not self._alike(run[-1], part)):
                break
            run.append(part)
        if len(run) < 2:
            return
        total = sum(self._figures[part].number.value for part in run)
        fits: dict[tuple[str, str | None], Draft] = {}
        for head in range(run[-1] - 1, max(-1, run[-1] - _FAR), -1):
            whole = self._counted(head)
            same = whole and whole.period == (self._figures[run[0]].period or whole.period)
            if whole and same and fits_sum(total, self._figures[run[0]], self._figures[head], share):
                fits.setdefault((whole.indicator, whole.breakdown), whole)
        if len(fits) == 1:  # 占受理总数的33% fits those accepted and those concluded
            self._restate(fits.popitem()[1], run)
            self._reasons[at] = "composite"

    def _share_of_several(self, at: int) -> None:
        """其中甲42场、乙65场，占全年的39.93%: what fits their sum, and none of them, is of no part."""
        share, told = self._figures[at], self._drafts[at]
        if not told or told[0].measure is not Measure.SHARE_PCT or told[0].breakdown is None or share.label:
            return
        parts = [
            part
            for part in range(max(0, at - _FAR), at)
            if self._figures[part].sentence_start == share.sentence_start
            and self._is_part(part)
            and self._drafts[part][0].indicator == told[0].indicator
        ]
        wholes = self._told.wholes_of(told[0].indicator, at, at - _FAR + 1)
        whole = next((one for one in wholes if one.period == told[0].period), None)
        if whole is None or len(parts) < 2 or not whole.value:
            return
        of = self._figures[whole.figure]
        total = sum(self._figures[part].number.value for part in parts)
        if fits_sum(total, self._figures[parts[-1]], of, share) and not fits_share(
            self._figures[parts[-1]], of, share
        ):
            self._told.state(at, [], "composite")
