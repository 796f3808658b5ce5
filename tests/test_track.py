"""Tracking: each recommendation once, wherever it is printed, with what became of it."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Any

import pytest
from generator.followed import draw

from agendapack.records import AgendaPack, Deadline, Evidence, Item, ProForma, Recommendation, Report, Response, Source
from agendapack.track import Tracked, track
from agendapack.tracking.sameness import FLOOR

BOATS = "That the boats on the mere be counted each spring by the wardens, and the count be published."
DUCKS = "That no ducks be fed white bread at the landing stage, and that signs say why."
LAMPS = "That lamps be set along the towpath between the lock and the mill before the winter."
GENERAL = "That the Committee receive a report on progress in six months."
TODAY = date(2031, 6, 1)


def evidence(sheet: int) -> tuple[Evidence, ...]:
    return (Evidence(sheet=sheet, printed_page=sheet - 2, text="as printed"),)


def recommendation(text: str, label: str = "1", sheet: int = 4, **fields: Any) -> Recommendation:
    return Recommendation(id=f"rec-{label}", label=label, text=text, strand="scrutiny", evidence=evidence(sheet), **fields)


def response(text: str, sheet: int = 9, **fields: Any) -> Response:
    return Response(id="response", recommendation=text, evidence=evidence(sheet), **fields)


def report(*texts: str, first: int = 3, by: str | None = "Waters Scrutiny Panel", **fields: Any) -> Report:
    """A report of scrutiny that makes these recommendations."""
    limbs = tuple(recommendation(text, str(n), first + 1) for n, text in enumerate(texts, 1))
    return Report(
        id=f"paper-{first}",
        title="The mere",
        kind="scrutiny_report",
        pdf_pages=(first, first + 3),
        report_by=by,
        recommendations=limbs,
        **fields,
    )


def form(*rows: Response, first: int = 8, **fields: Any) -> Report:
    """A form on which recommendations are answered."""
    return Report(
        id=f"paper-{first}",
        title="Response form",
        kind="response_pro_forma",
        pdf_pages=(first, first + 1),
        responses=rows,
        **fields,
    )


def pack(*reports: Report, file: str = "march.pdf", day: str = "2031-03-18", body: str = "Cabinet", **fields: Any) -> AgendaPack:
    return AgendaPack(
        source=Source(file=file, sha256=hashlib.sha256(file.encode()).hexdigest(), sheets=40),
        **({"council": "Wendlemere District Council", "body": body, "meeting_date": day} | fields),
        items=(Item(id="item-6", number="6", title="Reports of scrutiny", kind="scrutiny_report", reports=reports),),
    )


def texts(tracked: tuple[Tracked, ...]) -> list[tuple[str, int]]:
    """Each recommendation by its first words, and in how many places it is printed."""
    return [(each.text[:14], len(each.mentions)) for each in tracked]


class TestOneRecommendation:
    def test_a_row_that_gives_only_its_number_answers_it(self) -> None:
        row = response("R2", status="accepted", answers=("rec-2",))
        boats, ducks = sorted(track([pack(report(BOATS, DUCKS), form(row))], TODAY), key=lambda each: each.text)
        assert (boats.text, boats.status, ducks.text, ducks.status) == (DUCKS, "accepted", BOATS, "none")

    def test_a_paper_may_answer_what_it_prints(self) -> None:
        paper = report(BOATS, DUCKS).model_copy(update={"responses": (response(BOATS, status="rejected"),)})
        assert [(each.text, each.status) for each in track([pack(paper)], TODAY)] == [(DUCKS, "none"), (BOATS, "rejected")]

    def test_what_a_tracker_says_is_done_is_closed(self) -> None:
        row = response(BOATS, status="accepted", status_text="Accepted", state="Complete", update="Counted in May.")
        (found,) = track([pack(report(BOATS)), pack(form(row), file="may.pdf", day="2031-05-20")], TODAY)
        assert found.closed
        assert found.answer is not None
        assert (found.answer.state, found.answer.update) == ("Complete", "Counted in May.")

    def test_it_is_told_where_and_when_it_was_made_by_whom_and_to_whom(self) -> None:
        (found,) = track([pack(report(BOATS))], TODAY)
        assert (found.text, found.label, found.made_by, found.made_on) == (BOATS, "1", ("Waters Scrutiny Panel",), "2031-03-18")
        assert (found.made_at.file, found.made_at.sheet, found.made_at.printed_page) == ("march.pdf", 4, 2)
        assert (found.council, found.addressee) == ("Wendlemere District Council", "Cabinet")
        assert (found.status, found.answer, found.due, found.overdue) == ("none", None, None, False)

    @pytest.mark.parametrize(
        ("author", "body", "maker", "to"),
        [
            ("Waters Scrutiny Panel", "Cabinet", "Waters Scrutiny Panel", "Cabinet"),
            ("Head of Waters", "Waters Scrutiny Panel", "Waters Scrutiny Panel", None),
            (None, "Waters Scrutiny Panel", "Waters Scrutiny Panel", None),
            ("Ida Marsh, Head of Waters", "Cabinet", None, None),
            ("Planning Committee", "Cabinet", "Planning Committee", "Cabinet"),
        ],
    )
    def test_a_body_makes_it_and_no_officer(self, author: str | None, body: str, maker: str | None, to: str | None) -> None:
        (found,) = track([pack(report(BOATS, by=author), body=body)], TODAY)
        assert (found.made_by, found.addressee) == ((maker,) if maker else (), to)

    def test_what_the_meeting_is_asked_to_resolve_is_no_recommendation_of_scrutiny(self) -> None:
        formal = recommendation(BOATS).model_copy(update={"strand": "formal"})
        paper = report().model_copy(update={"recommendations": (formal,)})
        assert track([pack(paper)], TODAY) == ()

    def test_its_form_under_the_same_item_answers_it(self) -> None:
        blank = form(response(BOATS))
        (found,) = track([pack(report(BOATS), blank)], TODAY)
        assert found.status == "none"
        assert [mention.role for mention in found.mentions] == ["recommendation", "answer"]

    def test_a_later_pack_answers_it(self) -> None:
        row = response(BOATS, 9, status="accepted", status_text="Agreed", action="From May.", owner="Head Warden")
        (found,) = track([pack(report(BOATS)), pack(form(row), file="may.pdf", day="2031-05-20")], TODAY)
        assert found.status == "accepted"
        assert found.answer is not None
        assert (found.answer.words, found.answer.date, found.answer.action, found.answer.owner) == (
            *("Agreed", "2031-05-20", "From May.", "Head Warden"),
        )
        assert (found.answer.place.file, found.answer.place.sheet) == ("may.pdf", 9)

    def test_the_last_answer_counts_and_a_blank_form_is_none(self) -> None:
        packs = [
            pack(report(BOATS)),
            pack(form(response(BOATS)), file="july.pdf", day="2031-07-01"),
            pack(form(response(BOATS, status="rejected")), file="april.pdf", day="2031-04-01"),
            pack(form(response(BOATS, status="accepted")), file="may.pdf", day="2031-05-20"),
        ]
        (found,) = track(packs, TODAY)
        assert found.answer is not None
        assert (found.status, found.answer.place.file, len(found.mentions)) == ("accepted", "may.pdf", 4)

    def test_two_committees_that_make_it_are_both_told(self) -> None:
        both = pack(report(BOATS, first=3, by="Waters Scrutiny Panel"), report(BOATS, first=13, by="Wildlife Scrutiny Panel"))
        (found,) = track([both], TODAY)
        assert found.made_by == ("Waters Scrutiny Panel", "Wildlife Scrutiny Panel")
        assert found.made_at.sheet == 4

    def test_a_row_of_a_tracker_counts_though_nothing_else_prints_it(self) -> None:
        row = response(BOATS, meeting_date="2030-11-05", status="accepted")
        tracker = form(row).model_copy(update={"kind": "tracker"})
        (found,) = track([pack(tracker, body="Waters Scrutiny Panel")], TODAY)
        assert (found.made_on, found.made_by, found.made_at.sheet) == ("2030-11-05", ("Waters Scrutiny Panel",), 9)


class TestWhatIsDue:
    DEADLINE = Deadline(what="response", text="within two months", period="two months", computed="2031-05-18")

    def test_an_answer_that_did_not_come_in_time_is_overdue(self) -> None:
        (found,) = track([pack(report(BOATS, deadlines=(self.DEADLINE,)))], TODAY)
        assert (found.due, found.due_for, found.overdue) == ("2031-05-18", "answer", True)

    def test_where_the_period_contradicts_the_printed_day_the_computed_one_counts(self) -> None:
        wrong = self.DEADLINE.model_copy(update={"date": "2030-05-30"})
        asked = form(response(BOATS), pro_forma=ProForma(due_date="2030-05-30"), deadlines=(wrong,))
        (found,) = track([pack(report(BOATS), asked)], TODAY)
        assert (found.due, found.due_instead_of, found.overdue) == ("2031-05-18", "2030-05-30", True)

    def test_it_is_not_overdue_on_its_day(self) -> None:
        (found,) = track([pack(report(BOATS, deadlines=(self.DEADLINE,)))], date(2031, 5, 18))
        assert not found.overdue

    def test_once_it_is_answered_its_action_is_due(self) -> None:
        row = response(BOATS, status="accepted", due="End of May", due_date="2031-05-31")
        (found,) = track([pack(report(BOATS, deadlines=(self.DEADLINE,)), form(row))], TODAY)
        assert (found.due, found.due_for, found.overdue) == ("2031-05-31", "action", True)

    def test_nothing_is_due_of_what_was_refused_or_is_done(self) -> None:
        for status in ("rejected", "already_actioned"):
            row = response(BOATS, status=status, due_date="2031-05-31")
            (found,) = track([pack(report(BOATS, deadlines=(self.DEADLINE,)), form(row))], TODAY)
            assert (found.due, found.overdue) == (None, False)

    def test_the_unanswered_come_first_and_of_them_the_overdue(self) -> None:
        late = report(BOATS, first=3, deadlines=(self.DEADLINE,))
        answered = form(response(DUCKS, status="accepted"))
        open_ = report(LAMPS, first=13)
        found = track([pack(answered, open_, late)], TODAY)
        assert [each.text for each in found] == [BOATS, LAMPS, DUCKS]


class TestWhatIsTheSame:
    def test_two_recommendations_of_one_report_are_never_one(self) -> None:
        assert texts(track([pack(report(BOATS, BOATS))], TODAY)) == [(BOATS[:14], 1)] * 2

    def test_rows_find_their_recommendations_one_to_one(self) -> None:
        one, two = BOATS, BOATS.replace("spring", "autumn")
        found = track([pack(report(one, two), form(response(two), response(one)))], TODAY)
        assert [[mention.text for mention in each.mentions] for each in found] == [[one, one], [two, two]]

    def test_an_abridged_row_on_the_form_of_a_report_is_its_recommendation(self) -> None:
        (found,) = track([pack(report(BOATS), form(response("That the boats on the mere be counted each spring.")))], TODAY)
        assert found.mentions[1].part

    def test_other_councils_recommendations_stay_theirs(self) -> None:
        found = track([pack(report(BOATS)), pack(report(BOATS), file="other.pdf", council="Brackwater Borough Council")], TODAY)
        assert texts(found) == [(BOATS[:14], 1)] * 2
        assert len({each.id for each in found}) == 2

    def test_what_is_made_again_years_later_is_another(self) -> None:
        found = track([pack(report(BOATS)), pack(report(BOATS), file="again.pdf", day="2033-03-18")], TODAY)
        assert texts(found) == [(BOATS[:14], 1)] * 2

    def test_an_answer_goes_to_the_recommendation_that_it_follows(self) -> None:
        packs = [
            pack(report(BOATS)),
            pack(report(BOATS), file="again.pdf", day="2033-03-18"),
            pack(form(response(BOATS, status="accepted")), file="answer.pdf", day="2033-05-20"),
        ]
        assert [(each.made_on, each.status) for each in track(packs, TODAY)] == [
            ("2031-03-18", "none"),
            ("2033-03-18", "accepted"),
        ]

    def test_general_words_are_joined_only_where_something_else_speaks_for_it(self) -> None:
        apart = [pack(report(GENERAL)), pack(form(response(GENERAL, status="accepted")), file="may.pdf", day="2031-05-20")]
        assert texts(track(apart, TODAY)) == [(GENERAL[:14], 1)] * 2
        together = [
            pack(report(BOATS, GENERAL)),
            pack(form(response(BOATS), response(GENERAL)), file="may.pdf", day="2031-05-20"),
        ]
        assert texts(track(together, TODAY)) == [(BOATS[:14], 2), (GENERAL[:14], 2)]

    def test_a_row_that_answers_two_recommendations_answers_both(self) -> None:
        row = response(f"1. {BOATS} 2. {DUCKS}", status="accepted")
        found = track([pack(report(BOATS, DUCKS), form(row))], TODAY)
        assert [(each.text, each.status) for each in found] == [(BOATS, "accepted"), (DUCKS, "accepted")]

    def test_a_recommendation_with_limbs_is_one(self) -> None:
        limbs = (recommendation("by the wardens; and", "a"), recommendation("by the club.", "b"))
        whole = recommendation("That the boats on the mere be counted each spring and autumn:", children=limbs)
        paper = report().model_copy(update={"recommendations": (whole,)})
        row = response("That the boats on the mere be counted each spring and autumn: (a) by the wardens; and (b) by the club.")
        assert texts(track([pack(paper, form(row))], TODAY)) == [(BOATS[:14], 2)]

    def test_a_pack_given_twice_counts_once(self) -> None:
        assert texts(track([pack(report(BOATS))] * 2, TODAY)) == [(BOATS[:14], 1)]


class TestWhatIsTold:
    def test_no_mention_is_below_the_floor(self) -> None:
        for seed in range(40, 44):
            for each in track(draw(seed, 1.0).packs, TODAY):
                assert FLOOR <= each.similarity <= 1
                assert each.similarity == min(mention.similarity for mention in each.mentions)

    def test_every_place_is_that_of_its_words(self) -> None:
        drawing = draw(7)
        for each in track(drawing.packs, TODAY):
            assert each.made_at in [mention.place for mention in each.mentions]
            assert {(mention.place.file, mention.record) for mention in each.mentions} <= set(drawing.truth)

    def test_ids_stay_as_packs_are_added(self) -> None:
        before = {each.text: each.id for each in track([pack(report(BOATS, DUCKS))], TODAY)}
        later = [pack(report(BOATS, DUCKS)), pack(form(response(DUCKS, status="accepted")), file="may.pdf", day="2031-05-20")]
        assert {each.text: each.id for each in track(later, TODAY)} == before

    def test_files_of_one_name_are_told_apart(self) -> None:
        one = pack(report(BOATS))
        two = pack(report(DUCKS)).model_copy(update={"source": Source(file="march.pdf", sha256="b" * 64, sheets=9)})
        assert {each.made_at.file[:11] for each in track([one, two], TODAY)} == {"march.pdf ("}

    def test_nothing_gives_nothing(self) -> None:
        assert track([], TODAY) == ()

    def test_the_same_packs_give_the_same(self) -> None:
        packs = [pack(report(BOATS, DUCKS, LAMPS), form(response(DUCKS)))]
        assert track(packs, TODAY) == track(iter(packs), TODAY)
