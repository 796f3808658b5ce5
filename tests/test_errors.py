"""Every error has a status of its own, a sentence and a next step."""

from __future__ import annotations

import pytest

from agendapack import errors
from agendapack.errors import EXIT_STATUSES, AgendaPackError, NotAPdf, NoText

CAUSES = [cause for cause in vars(errors).values() if isinstance(cause, type) and issubclass(cause, AgendaPackError)]


@pytest.mark.parametrize("cause", CAUSES)
def test_an_error_exits_with_a_status_that_is_documented(cause: type[AgendaPackError]) -> None:
    assert cause.exit_status in dict(EXIT_STATUSES)


@pytest.mark.parametrize("cause", CAUSES)
def test_an_error_says_in_a_sentence_what_is_wrong(cause: type[AgendaPackError]) -> None:
    assert cause().sentence[0].isupper()
    assert cause().sentence.endswith(".")


@pytest.mark.parametrize("cause", [cause for cause in CAUSES if cause not in (AgendaPackError, errors.NoSuchItem)])
def test_an_error_says_what_to_do_next(cause: type[AgendaPackError]) -> None:
    assert cause().next_step


def test_sentence_and_next_step_can_be_told_more_exactly() -> None:
    error = NotAPdf("pack.pdf is a web page.", "Open it in a browser.")
    assert (error.sentence, error.next_step, error.exit_status) == ("pack.pdf is a web page.", "Open it in a browser.", 3)
    assert str(error) == "pack.pdf is a web page. Open it in a browser."


def test_an_empty_next_step_is_kept_empty() -> None:
    assert NoText("No text.", "").next_step == ""


def test_the_exit_statuses_are_in_order_and_each_is_named_once() -> None:
    numbers = [number for number, _ in EXIT_STATUSES]
    assert numbers == sorted(set(numbers))
