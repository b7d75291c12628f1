"""SDMX-CSV 2.0 of the comparable values, with its data structure, by pysdmx.

Here belongs the mapping of indicator_by_year to SDMX: concepts, code lists made from the dictionary, the data
set. An SDMX code may not have a dot: ``mediation.cases`` is the code ``mediation-cases``.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipelines.warehouse import ddl
from pipelines.warehouse.exports.source import ExportError, Source
from pipelines.warehouse.layout import write_atomically
from pipelines.warehouse.models import Column, models

if TYPE_CHECKING:
    from pysdmx.model import Concept, DataStructureDefinition

AGENCY = "FAZHI"
STRUCTURE = "FAZHI_INDICATORS"
TABLE = "indicator_by_year"
_VERSION = "1.0"
_CONCEPTS = "CS_FAZHI"
# SDMX component, its role, the column it comes from.
COMPONENTS = (
    ("REF_AREA", "dimension", "region_code"),
    ("REPORTING_BODY", "dimension", "body"),
    ("INDICATOR", "dimension", "indicator"),
    ("TIME_PERIOD", "dimension", "period"),
    ("OBS_VALUE", "measure", "value"),
    ("UNIT_MEASURE", "attribute", "unit"),
    ("COMPARATOR", "attribute", "comparator"),
    ("CONFLICT", "attribute", "conflict"),
    ("SOURCE_REPORT", "attribute", "report_id"),
)
_COLUMNS = ", ".join(f"{column} AS {component}" for component, _, column in COMPONENTS)


def write(source: Source, folder: Path) -> tuple[Path, ...]:
    """Write the data as SDMX-CSV and their structure as SDMX-JSON.

    Raises:
        ExportError: another table than indicator_by_year was asked for.
    """
    if source.chosen is not None and [table.name for table in source.chosen] != [TABLE]:
        raise ExportError(f"SDMX 只导出 / SDMX holds only {TABLE}")
    structure = data_structure(source)
    data, described = folder / f"{TABLE}.csv", folder / "structure.json"
    write_atomically(data, partial(_write_data, source, structure))
    write_atomically(described, partial(_write_structure, structure))
    return data, described


def sdmx_code(indicator: str) -> str:
    """Return the SDMX code of an indicator."""
    return indicator.replace(".", "-")


def data_structure(source: Source) -> DataStructureDefinition:
    """Return the data structure: its concepts and code lists are those of the dictionary."""
    from pysdmx.model import Component, Components, DataStructureDefinition, Role
    from pysdmx.model.dataflow import Group

    described = {column.name: column for column in models()[TABLE].columns}
    lists = _code_lists(source)
    parts = [
        Component(
            id=name,
            required=role != "attribute",
            role={"dimension": Role.DIMENSION, "measure": Role.MEASURE, "attribute": Role.ATTRIBUTE}[role],
            concept=_concept(name, described[column]),
            local_dtype=_data_type(described[column]),
            local_codes=lists.get(name),
            attachment_level="O" if role == "attribute" else None,
        )
        for name, role, column in COMPONENTS
    ]
    return DataStructureDefinition(
        id=STRUCTURE,
        agency=AGENCY,
        version=_VERSION,
        name="法治政府建设指标 Rule-of-law government indicators",
        components=Components(parts),
        # All years of an indicator: what SDMX programs draw as one line.
        groups=(Group("SERIES", dimensions=("REF_AREA", "REPORTING_BODY", "INDICATOR")),),
    )


def _concept(name: str, column: Column) -> Concept:
    from pysdmx.model import Concept

    urn = f"urn:sdmx:org.sdmx.infomodel.conceptscheme.Concept={AGENCY}:{_CONCEPTS}({_VERSION}).{name}"
    return Concept(id=name, urn=urn, name=column.label, description=f"{column.zh} | {column.en}")


def _data_type(column: Column) -> Any:
    from pysdmx.model import DataType

    if column.name == "period":
        return DataType.YEAR
    return {"DOUBLE": DataType.DOUBLE, "BOOLEAN": DataType.BOOLEAN}.get(column.type, DataType.STRING)


def _code_lists(source: Source) -> dict[str, Any]:
    from pysdmx.model import Code, Codelist

    indicators = source.con.execute(
        "SELECT indicator, name_zh, name_en, definition_zh FROM main.indicator ORDER BY position"
    ).fetchall()
    areas = source.con.execute(
        f"SELECT DISTINCT region_code, region_name FROM main.{TABLE} ORDER BY 1"
    ).fetchall()
    return {
        "INDICATOR": Codelist(
            id="CL_INDICATOR",
            agency=AGENCY,
            name="指标 Indicators",
            items=[
                Code(id=sdmx_code(code), name=f"{zh} {en}", description=definition)
                for code, zh, en, definition in indicators
            ],
        ),
        "REF_AREA": Codelist(
            id="CL_AREA",
            agency=AGENCY,
            name="地区 Regions",
            items=[Code(id=code, name=name) for code, name in areas],
        ),
    }


def _write_data(source: Source, structure: DataStructureDefinition, target: Path) -> None:
    from pysdmx.io import write_sdmx
    from pysdmx.io.format import Format
    from pysdmx.io.pd import PandasDataset

    frame = source.con.sql(ddl.read(models()[TABLE], _COLUMNS)).df()
    frame["INDICATOR"] = frame["INDICATOR"].str.replace(".", "-", regex=False)
    dataset = PandasDataset(structure=structure.to_schema(), data=frame)
    write_sdmx([dataset], Format.DATA_SDMX_CSV_2_0_0, output_path=str(target))


def _write_structure(structure: DataStructureDefinition, target: Path) -> None:
    from pysdmx.io import write_sdmx
    from pysdmx.io.format import Format
    from pysdmx.model import Concept, ConceptScheme

    concepts = ConceptScheme(
        id=_CONCEPTS,
        agency=AGENCY,
        version=_VERSION,
        name="概念 Concepts",
        items=[part.concept for part in structure.components if isinstance(part.concept, Concept)],
    )
    lists = [part.local_codes for part in structure.components if part.local_codes is not None]
    write_sdmx([concepts, *lists, structure], Format.STRUCTURE_SDMX_JSON_2_0_0, output_path=str(target))
