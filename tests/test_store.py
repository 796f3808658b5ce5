"""Records on disk: read, written whole or not at all, the last one kept."""

from __future__ import annotations

import json
import os
import stat
import sys
from pathlib import Path
from typing import Any, get_args

import pytest
from sample_records import EMPTY, LIMBS, PACK

from agendapack import exports, store
from agendapack.errors import CannotWrite, NewerRecord, NoPack, NotARecord

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="permissions and devices of POSIX")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "state" / "agendapack"
    monkeypatch.setattr(store, "folder", lambda: place)
    return place


def saved(**changes: Any) -> bytes:
    return json.dumps({**PACK.model_dump(mode="json"), **changes}).encode()


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


class TestLoading:
    def test_a_record_comes_back_as_it_was_written(self) -> None:
        assert store.load(PACK.model_dump_json().encode(), "it") == PACK

    def test_a_byte_order_mark_in_front_does_not_matter(self) -> None:
        assert store.load(b"\xef\xbb\xbf" + PACK.model_dump_json().encode(), "it") == PACK

    def test_fields_of_a_later_release_are_left_out(self) -> None:
        raw = PACK.model_dump(mode="json")
        raw["mood"] = "calm"
        raw["items"][1]["reports"][0]["recommendations"][1]["children"][0]["weight"] = 3
        raw["items"][1]["evidence"][0]["colour"] = "blue"
        assert store.load(json.dumps(raw).encode(), "it") == PACK

    @pytest.mark.parametrize(
        "data",
        [b"", b"{", saved()[:-40], b"not json", b"[" * 100, b"\xff\xfe\xff", b'{"a": 1} {"a": 2}'],
    )
    def test_what_is_not_whole_json_is_not_a_record(self, data: bytes) -> None:
        with pytest.raises(NotARecord, match=r"^it\.json .*broken off or damaged"):
            store.load(data, "it.json")

    @pytest.mark.parametrize("data", [b"{}", b"[]", b"null", b"3", b'{"schema_version": 1, "source": {}}', b'{"items": []}'])
    def test_other_json_is_not_a_record(self, data: bytes) -> None:
        with pytest.raises(NotARecord, match="not a record"):
            store.load(data, "it.json")

    def test_a_record_with_a_wrong_value_is_refused_with_its_place(self) -> None:
        with pytest.raises(NotARecord, match=r"source\.sheets"):
            store.load(saved(source={"file": "a.pdf", "sha256": "", "sheets": "many"}), "it.json")

    def test_more_wrong_values_than_anybody_reads_are_counted(self) -> None:
        with pytest.raises(NotARecord, match=r"300,000 of its fields are not as they should be"):
            store.load(saved(rules=[0] * 300_000), "it.json")

    def test_one_that_is_larger_than_any_is_refused_unread(self) -> None:
        with pytest.raises(NotARecord, match=r"it\.json is larger than 32 MB"):
            store.load(b"{" + b" " * 32_000_000, "it.json")

    @pytest.mark.parametrize("depth", [300, 100_000])
    def test_one_that_is_nested_deeper_than_any_is_refused(self, depth: int) -> None:
        deep = saved()[:-1] + b', "x": ' + b"[" * depth + b"]" * depth + b"}"
        with pytest.raises(NotARecord, match="nested deeper than any"):
            store.load(deep, "it.json")

    def test_limbs_of_limbs_as_deep_as_can_be_read_can_be_shown_and_kept(self, home: Path) -> None:
        limb, deep = json.loads(LIMBS[0].model_dump_json()), 90
        for _ in range(deep):
            limb = {**json.loads(LIMBS[0].model_dump_json()), "children": [limb]}
        raw = PACK.model_dump(mode="json")
        raw["items"][1]["recommendations"] = [limb]
        pack = store.load(json.dumps(raw).encode(), "it.json")
        store.keep(pack)
        assert store.last() == pack
        for form in get_args(exports.Format):
            assert exports.write(pack, "recs", form).count(LIMBS[0].text) > deep

    @pytest.mark.parametrize("number", ["NaN", "Infinity", "1e999"])
    def test_a_number_that_is_none_is_refused(self, number: str) -> None:
        data = saved().replace(b'"bbox": null', b'"bbox": [0, 0, 0, %s]' % number.encode())
        with pytest.raises(NotARecord, match=r"bbox"):
            store.load(data, "it.json")

    def test_half_a_character_is_refused(self) -> None:
        with pytest.raises(NotARecord, match="broken off or damaged"):
            store.load(saved().replace(b'"body": "Cabinet"', b'"body":"\\ud800"'), "it.json")

    def test_an_unknown_field_does_not_excuse_a_wrong_value(self) -> None:
        with pytest.raises(NotARecord, match="status"):
            store.load(saved(mood="calm", status="odd"), "it.json")

    @pytest.mark.parametrize("version", ["2", "10"])
    def test_a_newer_schema_version_is_told_as_such(self, version: str) -> None:
        with pytest.raises(NewerRecord, match=f"schema {version}"):
            store.load(saved(schema_version=version), "it.json")

    @pytest.mark.parametrize("version", ["0", "one", "", "²"])
    def test_any_other_schema_version_is_unknown(self, version: str) -> None:
        with pytest.raises(NotARecord, match="does not know") as caught:
            store.load(saved(schema_version=version), "it.json")
        assert not isinstance(caught.value, NewerRecord)


class TestWriting:
    def test_a_file_is_written_whole(self, tmp_path: Path) -> None:
        store.write_whole(tmp_path / "a.json", b"words")
        assert (tmp_path / "a.json").read_bytes() == b"words"
        assert names(tmp_path) == ["a.json"]

    def test_a_file_that_was_there_is_replaced(self, tmp_path: Path) -> None:
        (tmp_path / "a.json").write_bytes(b"much longer words than the new ones")
        store.write_whole(tmp_path / "a.json", b"words")
        assert (tmp_path / "a.json").read_bytes() == b"words"

    @pytest.mark.parametrize("step", ["fsync", "fdopen"])
    def test_when_writing_fails_the_old_file_stays_and_nothing_else_is_left(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
    ) -> None:
        def full(*_: object) -> None:
            raise OSError(28, "No space left on device")

        (tmp_path / "a.json").write_bytes(b"old")
        monkeypatch.setattr(os, step, full)
        with pytest.raises(CannotWrite, match="No space left"):
            store.write_whole(tmp_path / "a.json", b"words")
        assert (tmp_path / "a.json").read_bytes() == b"old"
        assert names(tmp_path) == ["a.json"]

    def test_when_it_is_interrupted_nothing_is_left(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def interrupt(*_: object) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr(os, "fsync", interrupt)
        with pytest.raises(KeyboardInterrupt):
            store.write_whole(tmp_path / "a.json", b"words")
        assert names(tmp_path) == []

    @POSIX
    def test_a_link_stays_a_link(self, tmp_path: Path) -> None:
        (tmp_path / "real.json").write_bytes(b"old")
        (tmp_path / "link.json").symlink_to("real.json")
        store.write_whole(tmp_path / "link.json", b"words")
        assert (tmp_path / "link.json").is_symlink()
        assert (tmp_path / "real.json").read_bytes() == b"words"

    @POSIX
    def test_permissions_are_those_of_the_file_that_was_there(self, tmp_path: Path) -> None:
        target = tmp_path / "a.json"
        target.write_bytes(b"old")
        target.chmod(0o640)
        store.write_whole(target, b"words")
        assert stat.S_IMODE(target.stat().st_mode) == 0o640

    @POSIX
    def test_a_new_file_gets_the_usual_permissions(self, tmp_path: Path) -> None:
        (tmp_path / "usual").write_bytes(b"")
        store.write_whole(tmp_path / "a.json", b"words")
        assert (tmp_path / "a.json").stat().st_mode == (tmp_path / "usual").stat().st_mode

    @POSIX
    def test_a_device_is_written_to_and_not_replaced(self) -> None:
        store.write_whole(Path("/dev/null"), b"words")
        assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)

    def test_a_folder_is_refused_before_the_work(self, tmp_path: Path) -> None:
        with pytest.raises(CannotWrite, match="is a folder"):
            store.check_target(tmp_path)

    def test_a_missing_folder_is_told_before_the_work(self, tmp_path: Path) -> None:
        with pytest.raises(CannotWrite, match="There is no folder"):
            store.check_target(tmp_path / "none" / "a.json")

    def test_a_new_name_in_a_folder_is_fine(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        store.check_target(Path("a.json"))

    def test_a_folder_that_may_not_be_written_is_told_before_the_work(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(os, "access", lambda *_: False)
        with pytest.raises(CannotWrite, match="may not be written"):
            store.check_target(tmp_path / "a.json")


class TestTheLastRecord:
    def test_the_record_kept_last_comes_back(self, home: Path) -> None:
        store.keep(EMPTY)
        store.keep(PACK)
        assert store.last() == PACK

    @POSIX
    def test_its_folder_is_for_the_user_alone(self, home: Path) -> None:
        store.keep(PACK)
        assert stat.S_IMODE(home.stat().st_mode) == 0o700

    def test_without_one_it_is_told_that_none_was_parsed(self, home: Path) -> None:
        with pytest.raises(NoPack, match="none has been parsed yet"):
            store.last()

    @pytest.mark.parametrize("data", [b"", b"{}", saved(schema_version="2")])
    def test_one_that_can_no_longer_be_read_is_told_as_such(self, home: Path, data: bytes) -> None:
        home.mkdir(parents=True)
        (home / store.LAST).write_bytes(data)
        with pytest.raises(NoPack, match="can no longer be read"):
            store.last()

    def test_a_state_folder_that_cannot_be_made_is_an_error_of_writing(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "file").write_bytes(b"")
        monkeypatch.setattr(store, "folder", lambda: tmp_path / "file" / "agendapack")
        with pytest.raises(CannotWrite):
            store.keep(PACK)

    @POSIX
    def test_it_is_kept_where_the_system_keeps_the_state_of_programs(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("HOME", str(tmp_path))
        monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
        assert store.folder().is_relative_to(tmp_path)
