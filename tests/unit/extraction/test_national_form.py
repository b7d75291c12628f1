"""The national form on requests for information, set as a table or one cell a line."""

from __future__ import annotations

from tests.unit.extraction.told import Told, told


def test_the_national_form_on_requests_is_read_by_applicant_and_by_result() -> None:
    """国办公开办函〔2021〕30号: a name over all columns names none of them."""
    over = "\t".join(["申请人情况"] * 4)
    text = (
        f"收到和处理政府信息公开申请情况\n\n本列数据的勾稽关系\t\t{over}\n"
        "本列数据的勾稽关系\t\t自然人\t法人或其他组织\t法人或其他组织\t总计\n"
        "本列数据的勾稽关系\t\t自然人\t商业企业\t科研机构\t总计\n"
        "一、本年新收政府信息公开申请数量\t\t88\t9\t1\t98\n二、上年结转政府信息公开申请数量\t\t3\t0\t0\t3\n"
        "三、本年度办理结果\t（一）予以公开\t47\t5\t1\t53\n三、本年度办理结果\t（二）部分公开\t12\t2\t0\t14\n"
        "三、本年度办理结果\t（七）总计\t86\t9\t1\t96\n"
    )
    rows = told(text)
    assert {
        Told("disclosure.requests_received", 98),
        Told("disclosure.requests_received", 88, breakdown="自然人"),
        Told("disclosure.requests_carried_over", 3),
        Told("disclosure.requests_answered", 53, breakdown="予以公开"),
        Told("disclosure.requests_answered", 47, breakdown="予以公开/自然人"),
        Told("disclosure.requests_answered", 96),
    } <= rows


def test_the_national_form_is_read_where_each_of_its_cells_is_a_line() -> None:
    cells = (
        "自然人 法人或其他组织 总计 商业企业 科研机构 社会公益组织 法律服务机构 其他 "
        "一、本年新收政府信息公开申请数量 88 9 0 1 4 0 102 二、上年结转政府信息公开申请数量 3 0 0 0 0 0 3 "
        "三、本年度办理结果 （一）予以公开 47 5 0 1 2 0 55 （三）不予公开 属于三类内部事务信息 5 0 0 0 0 0 5 "
        "（七）总计 86 9 0 1 4 0 100"
    )
    rows = told("三、收到和处理政府信息公开申请情况\n" + cells.replace(" ", "\n\n") + "\n\n四、其他情况")
    assert {
        Told("disclosure.requests_received", 102),
        Told("disclosure.requests_received", 88, breakdown="自然人"),
        Told("disclosure.requests_carried_over", 3),
        Told("disclosure.requests_answered", 55, breakdown="予以公开"),
        Told("disclosure.requests_answered", 100),
    } <= rows


def test_the_national_form_with_bars_keeps_its_sections_and_items_apart() -> None:
    text = (
        "三、收到和处理政府信息公开申请情况\n\t自然人\t法人或其他组织\t总计\n"
        "一、本年新收政府信息公开申请数量\t88\t9\t97\n三、本年度办理结果\n（一）予以公开\t47\t5\t52\n"
        "（七）总计\t86\t9\t95\n四、结转下年度继续办理\t2\t0\t2"
    )
    assert {
        Told("disclosure.requests_received", 88, breakdown="自然人"),
        Told("disclosure.requests_answered", 52, breakdown="予以公开"),
        Told("disclosure.requests_answered", 5, breakdown="予以公开/法人或其他组织"),
        Told("disclosure.requests_answered", 95),
    } <= told(text)


def test_cases_under_an_item_of_the_national_form_are_parts_of_its_part() -> None:
    names = "自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计"
    text = (
        f"三、收到和处理政府信息公开申请情况\n\t\t\t{names}\n"
        "一、本年新收政府信息公开申请数量\t\t\t88\t9\t0\t1\t4\t0\t102\n"
        "三、本年度办理结果\t（一）予以公开\t\t47\t5\t0\t1\t2\t0\t55\n"
        "\t（三）不予公开\t1.属于国家秘密\t3\t1\t0\t0\t0\t0\t4\n"
        "\t\t2.属于行政查询事项\t6\t0\t0\t0\t1\t0\t7\n\t（七）总计\t\t86\t9\t0\t1\t4\t0\t100"
    )
    assert {
        Told("disclosure.requests_answered", 47, breakdown="予以公开/自然人"),
        Told("disclosure.requests_answered", 4, breakdown="不予公开/属于国家秘密"),
        Told("disclosure.requests_answered", 1, breakdown="不予公开/属于行政查询事项/法律服务机构"),
        Told("disclosure.requests_answered", 100),
    } <= told(text)


def test_the_national_form_without_one_of_its_columns_keeps_its_own_names() -> None:
    text = (
        "三、收到和处理政府信息公开申请情况\n\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t总计\n"
        "一、本年新收政府信息公开申请数量\t88\t9\t0\t1\t4\t102\n二、上年结转政府信息公开申请数量\t3\t0\t0\t0\t0\t3"
    )
    rows = told(text)
    assert Told("disclosure.requests_received", 102) in rows
    assert not {row for row in rows if row.breakdown == "其他"}


def test_the_old_form_counts_the_kinds_of_licences_and_the_acts() -> None:
    form = (
        "信息内容\t上一年项目数量\t本年增/减\t处理决定数量\n"
        "行政许可\t46\t-4\t8215\n行政处罚\t612\t27\t943\n行政强制\t16\t0\t12"
    )
    title = "示例县某局2020年政府信息公开工作年度报告"
    assert told(form, title=title) == {
        Told("service.licensing_matters", 46, period="2019"),
        Told("service.licensing_matters", -4, "change_abs", "2020"),
        Told("enforcement.licences", 8215, period="2020"),
        Told("enforcement.penalties", 943, period="2020"),
        Told("enforcement.coercions", 12, period="2020"),
    }
