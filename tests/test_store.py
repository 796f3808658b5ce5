"""Records on disk: written whole or not at all, the last one kept."""

from __future__ import annotations

import json
import os
import stat
import sys
from pathlib import Path

import pytest
from sample_records import EMPTY, PACK

from agendapack import store
from agendapack.errors import CannotWrite, NoPack

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="permissions and devices of POSIX")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "state" / "agendapack"
    monkeypatch.setattr(store, "folder", lambda: place)
    return place


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


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
        assert json.loads(store.last()) == PACK.model_dump(mode="json")

    @POSIX
    def test_its_folder_is_for_the_user_alone(self, home: Path) -> None:
        store.keep(PACK)
        assert stat.S_IMODE(home.stat().st_mode) == 0o700

    def test_without_one_it_is_told_that_none_was_parsed(self, home: Path) -> None:
        with pytest.raises(NoPack, match="none has been parsed yet"):
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
