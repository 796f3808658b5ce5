"""The records as a contract: their names, what they refuse, what their JSON looks like."""

from __future__ import annotations

import json
from typing import Any, get_args

import pytest
from pydantic import ValidationError
from sample_records import PACK

from agendapack import records
from agendapack.records import AgendaPack, Contact, Evidence, Item, Kind, Recommendation, Record, Report, ReportKind, Source

SOURCE = Source(file="pack.pdf", sha256="0" * 64, sheets=1)

CONTRACT = {
    "AgendaPack": "schema_version generator source rules status council nation body meeting_date meeting_time venue"
    " pack_kind items contacts deadlines findings evidence",
    "Source": "file sha256 sheets title producer engine ocred supplements",
    "Item": "id number title kind to_follow exempt printed_pages pdf_pages start_time portfolio forward_plan_ref report_by"
    " recommendations contacts moved_by reports supplied placed_by decisions kind_evidence evidence",
    "Report": "id title kind pdf_pages printed_pages report_by recommendations contacts responses pro_forma actions planned"
    " unresolved deadlines amends moved_by decisions kind_evidence file evidence",
    "Supplied": "file pdf_pages printed_pages",
    "Recommendation": "id label text addressee strand group action children evidence",
    "Decision": "id label text outcome decided_by owner proposer seconder children evidence",
    "Contact": "id name role email phone kind evidence",
    "Response": "id recommendation answers status status_text action update state owner due due_date meeting_date item"
    " reviewed evidence",
    "Action": "id text status status_text update owner due due_date meeting_date item reviewed evidence",
    "ProForma": "issue lead_member requested due_date answered evidence",
    "Planned": "id topic description date meeting_date decision_maker reference lead evidence",
    "Deadline": "id what who text statute nation period date computed evidence",
    "Amount": "text value unit change what source year",
    "Amendment": "id target section paragraph recommendation before after amounts evidence",
    "Mover": "motion proposer seconder evidence",
    "Finding": "code level message hint sheet file",
    "Evidence": "sheet printed_page bbox text rule file",
}


@pytest.mark.parametrize("name", CONTRACT)
def test_fields_and_their_order(name: str) -> None:
    """Programs read these names: renaming or removing one changes SCHEMA_VERSION."""
    assert list(getattr(records, name).model_fields) == CONTRACT[name].split()


def test_every_record_is_in_the_contract() -> None:
    defined = {name for name, each in vars(records).items() if isinstance(each, type) and issubclass(each, Record)}
    assert defined - {"Record"} == set(CONTRACT)


def test_every_record_says_what_it_is() -> None:
    assert [name for name in CONTRACT if not (getattr(records, name).__doc__ or "").strip()] == []


def test_a_paper_is_of_an_item_s_kind_or_of_two_more() -> None:
    kind, more = get_args(ReportKind)
    assert get_args(kind) == get_args(Kind)
    assert get_args(more) == ("annex", "response_pro_forma")


@pytest.mark.parametrize(
    ("record", "fields"),
    [
        (Item, {"number": "1", "title": "Parks", "kind": "parks"}),
        (Item, {"number": "1", "title": "Parks", "kind": "report", "colour": "green"}),
        (Report, {"title": "Parks", "kind": "report"}),
        (Evidence, {"sheet": 0, "text": "words"}),
        (Contact, {"name": "Ann Marsh", "kind": "friend"}),
        (AgendaPack, {"source": SOURCE, "status": "finished"}),
    ],
)
def test_what_a_record_refuses(record: type[Record], fields: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        record(**fields)


def test_records_do_not_change() -> None:
    with pytest.raises(ValidationError):
        Item(number="1", title="Parks", kind="report").title = "Roads"


def test_a_pack_survives_json() -> None:
    whole = PACK
    assert AgendaPack.model_validate_json(whole.model_dump_json()) == whole


def test_limbs_survive_json_however_deep() -> None:
    limb = Recommendation(label=None, text="Agree")
    for label in ("i", "a", "1"):
        limb = Recommendation(label=label, text="Agree", children=(limb,))
    assert Recommendation.model_validate_json(limb.model_dump_json()) == limb


def test_a_schema_can_be_published() -> None:
    schema = AgendaPack.model_json_schema()
    assert json.loads(json.dumps(schema)) == schema
    assert set(schema["$defs"]) == set(CONTRACT) - {"AgendaPack"}
    assert schema["$defs"]["Item"]["required"] == ["number", "title", "kind"]
