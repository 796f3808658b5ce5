"""A saved record, read again: as the models, and only to be looked at, with the same words for what is wrong with it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, get_args

import pytest
from sample_records import EMPTY, LIMBS, PACK

from agendapack import exports, saved, store
from agendapack.errors import NewerRecord, NoPack, NotARecord
from agendapack.records import AgendaPack
from agendapack.saved import Reader

BOTH = pytest.mark.parametrize("read", [saved.load, saved.look])


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "state" / "agendapack"
    monkeypatch.setattr(store, "folder", lambda: place)
    return place


def written(**changes: Any) -> bytes:
    return json.dumps({**PACK.model_dump(mode="json"), **changes}).encode()


def whole(pack: AgendaPack) -> Any:
    """As JSON has it: what is looked at is no model, and so never equal to one."""
    return json.loads(json.dumps(pack.model_dump(mode="json")))


@BOTH
class TestReading:
    def test_a_record_comes_back_as_it_was_written(self, read: Reader) -> None:
        assert whole(read(PACK.model_dump_json().encode(), "it")) == whole(PACK)

    def test_a_byte_order_mark_in_front_does_not_matter(self, read: Reader) -> None:
        assert whole(read(b"\xef\xbb\xbf" + PACK.model_dump_json().encode(), "it")) == whole(PACK)

    def test_fields_of_a_later_release_are_left_out(self, read: Reader) -> None:
        raw = PACK.model_dump(mode="json")
        raw["mood"] = "calm"
        raw["items"][1]["reports"][0]["recommendations"][1]["children"][0]["weight"] = 3
        raw["items"][1]["evidence"][0]["colour"] = "blue"
        assert whole(read(json.dumps(raw).encode(), "it")) == whole(PACK)

    @pytest.mark.parametrize(
        "data",
        [b"", b"{", written()[:-40], b"not json", b"[" * 100, b"\xff\xfe\xff", b'{"a": 1} {"a": 2}'],
    )
    def test_what_is_not_whole_json_is_not_a_record(self, read: Reader, data: bytes) -> None:
        with pytest.raises(NotARecord, match=r"^it\.json .*broken off or damaged"):
            read(data, "it.json")

    @pytest.mark.parametrize("data", [b"{}", b"[]", b"null", b"3", b'{"schema_version": 1, "source": {}}', b'{"items": []}'])
    def test_other_json_is_not_a_record(self, read: Reader, data: bytes) -> None:
        with pytest.raises(NotARecord, match="not a record"):
            read(data, "it.json")

    def test_a_record_with_a_wrong_value_is_refused_with_its_place(self, read: Reader) -> None:
        with pytest.raises(NotARecord, match=r"source\.sheets"):
            read(written(source={"file": "a.pdf", "sha256": "", "sheets": "many"}), "it.json")

    def test_more_wrong_values_than_anybody_reads_are_counted(self, read: Reader) -> None:
        with pytest.raises(NotARecord, match=r"300,000 of its fields are not as they should be"):
            read(written(rules=[0] * 300_000), "it.json")

    def test_one_that_is_larger_than_any_is_refused_unread(self, read: Reader) -> None:
        with pytest.raises(NotARecord, match=r"it\.json is larger than 32 MB"):
            read(b"{" + b" " * 32_000_000, "it.json")

    @pytest.mark.parametrize("depth", [150, 300, 20_000])
    def test_one_whose_limbs_are_nested_deeper_than_any_is_refused(self, read: Reader, depth: int) -> None:
        limb = LIMBS[0].model_dump_json().replace('"children":[]', '"children":[%s]')
        before, after = limb.split("%s")
        raw = PACK.model_dump_json().replace('"recommendations":[]', f'"recommendations":[{before * depth}{after * depth}]', 1)
        with pytest.raises(NotARecord, match="nested deeper than any"):
            read(raw.encode(), "it.json")

    def test_one_that_is_nested_without_end_in_what_nobody_knows_is_refused(self, read: Reader) -> None:
        deep = written()[:-1] + b', "x": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"
        with pytest.raises(NotARecord, match="nested deeper than any"):
            read(deep, "it.json")

    def test_limbs_of_limbs_as_deep_as_can_be_read_can_be_shown_and_kept(self, read: Reader, home: Path) -> None:
        limb, deep = json.loads(LIMBS[0].model_dump_json()), 90
        for _ in range(deep):
            limb = {**json.loads(LIMBS[0].model_dump_json()), "children": [limb]}
        raw = PACK.model_dump(mode="json")
        raw["items"][1]["recommendations"] = [limb]
        pack = read(json.dumps(raw).encode(), "it.json")
        store.keep(saved.load(json.dumps(raw).encode(), "it.json"))
        assert whole(saved.last(read)) == whole(pack)
        for form in get_args(exports.Format):
            assert exports.write(pack, "recs", form).count(LIMBS[0].text) > deep

    @pytest.mark.parametrize("number", ["NaN", "Infinity", "1e999"])
    def test_a_number_that_is_none_is_refused(self, read: Reader, number: str) -> None:
        data = written().replace(b'"bbox": null', b'"bbox": [0, 0, 0, %s]' % number.encode())
        with pytest.raises(NotARecord, match=r"bbox"):
            read(data, "it.json")

    def test_half_a_character_is_refused(self, read: Reader) -> None:
        with pytest.raises(NotARecord, match="broken off or damaged"):
            read(written().replace(b'"body": "Cabinet"', b'"body":"\\ud800"'), "it.json")

    def test_an_unknown_field_does_not_excuse_a_wrong_value(self, read: Reader) -> None:
        with pytest.raises(NotARecord, match="status"):
            read(written(mood="calm", status="odd"), "it.json")

    @pytest.mark.parametrize("version", ["2", "10"])
    def test_a_newer_schema_version_is_told_as_such(self, read: Reader, version: str) -> None:
        with pytest.raises(NewerRecord, match=f"schema {version}"):
            read(written(schema_version=version), "it.json")

    @pytest.mark.parametrize("version", ["0", "one", "", "²"])
    def test_any_other_schema_version_is_unknown(self, read: Reader, version: str) -> None:
        with pytest.raises(NotARecord, match="does not know") as caught:
            read(written(schema_version=version), "it.json")
        assert not isinstance(caught.value, NewerRecord)


@BOTH
class TestTheLastRecord:
    def test_the_record_kept_last_comes_back(self, read: Reader, home: Path) -> None:
        store.keep(EMPTY)
        store.keep(PACK)
        assert whole(saved.last(read)) == whole(PACK)

    def test_without_one_it_is_told_that_none_was_parsed(self, read: Reader, home: Path) -> None:
        with pytest.raises(NoPack, match="none has been parsed yet"):
            saved.last(read)

    @pytest.mark.parametrize("data", [b"", b"{}", written(schema_version="2")])
    def test_one_that_can_no_longer_be_read_is_told_as_such(self, read: Reader, home: Path, data: bytes) -> None:
        home.mkdir(parents=True)
        (home / store.LAST).write_bytes(data)
        with pytest.raises(NoPack, match="can no longer be read"):
            saved.last(read)
