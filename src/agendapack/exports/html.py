"""A page that shows what became of each recommendation: no script, nothing from elsewhere, for any screen and for paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from html import escape

from agendapack import words
from agendapack.printable import printable
from agendapack.track import Answer, Place, Tracked

STYLE = """
:root { color-scheme: light dark; --line: #8884; --late: #b3261e; --open: #8a5a00; --done: #1b6e3c; }
@media (prefers-color-scheme: dark) { :root { --late: #ff8a80; --open: #ffd180; --done: #8fd6a8; } }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.4rem; margin: 0; }
h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; border-bottom: 1px solid var(--line); }
article { border-bottom: 1px solid var(--line); padding: .75rem 0; break-inside: avoid; }
article p { margin: .25rem 0; overflow-wrap: anywhere; }
.state { font-weight: 600; } .late { color: var(--late); } .open { color: var(--open); } .done { color: var(--done); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; margin: .5rem 0 0; font-size: .9rem; }
dt { opacity: .7; } dd { margin: 0; overflow-wrap: anywhere; }
@media (max-width: 30rem) { dl { grid-template-columns: 1fr; } dt { margin-top: .25rem; } }
@media print { body { font-size: 10pt; max-width: none; padding: 0; } }
"""


def page(tracked: Sequence[Tracked], as_of: date) -> str:
    """The page. Everything that comes from a pack is text in it, never markup."""
    overdue = sum(each.overdue for each in tracked)
    open_ = [each for each in tracked if each.answer is None]
    answered = [each for each in tracked if each.answer is not None]
    counts = [words.count(len(tracked), "recommendation"), f"{len(open_)} unanswered", f"{overdue} overdue"]
    body = [
        "<h1>What became of each recommendation</h1>",
        f"<p>As of {_text(words.day(as_of.isoformat()))}: {', '.join(counts)}.</p>",
        *_section("Not answered", open_),
        *_section("Answered", answered),
    ]
    head = (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>Recommendations as of {as_of.isoformat()}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
    )
    return head + "\n".join(body) + "\n</body>\n</html>\n"


def _section(title: str, tracked: Sequence[Tracked]) -> Iterator[str]:
    if tracked:
        yield f"<h2>{title} ({len(tracked)})</h2>"
        yield from map(_article, tracked)


def _article(each: Tracked) -> str:
    label = f"<b>{_text(each.label)}</b> " if each.label else ""
    lines = [f'<article id="r-{_text(each.id)}">', f"<p>{_state(each)}</p>", f"<p>{label}{_text(each.text)}</p>", "<dl>"]
    for name, value in _facts(each):
        lines.append(f"<dt>{name}</dt><dd>{value}</dd>")
    return "\n".join([*lines, "</dl>", "</article>"])


def _state(each: Tracked) -> str:
    kind = "late" if each.overdue else "done" if each.closed or each.status == "accepted" else "open"
    said = _text(words.answer(each.status, each.answer.words if each.answer else None).capitalize())
    due = f" – {each.due_for} {'was due' if each.overdue else 'due'} {_text(words.day(each.due))}" if each.due else ""
    return f'<span class="state {kind}">{said}{due}</span>'


def _facts(each: Tracked) -> Iterator[tuple[str, str]]:
    """What is known of it, each with the place where it stands."""
    made = " · ".join(filter(None, (_text("; ".join(each.made_by)), _text(words.day(each.made_on)))))
    yield "Made", " · ".join(filter(None, (made, _place(each.made_at))))
    if each.addressee:
        yield "To", _text(each.addressee)
    if each.due_at:
        when = filter(None, (words.day(each.due), words.instead(each.due_instead_of)))
        yield "Due", " · ".join([*map(_text, when), _place(each.due_at)])
    if each.answer:
        yield "Answer", _answer(each.answer)
    if each.answer and each.answer.action:
        yield "Action", _text(each.answer.action)
    if each.answer and each.answer.owner:
        yield "By", _text(each.answer.owner)
    if each.answer and (said := words.since(each.answer.state, each.answer.update)):
        yield "Since", _text(said)
    others = [mention for mention in each.mentions if mention.place != each.made_at]
    if others:
        yield "Also", "<br>".join(f"{_place(mention.place)} ({mention.similarity:.0%} the same)" for mention in others)


def _answer(answer: Answer) -> str:
    given = (answer.words or words.kind(answer.status), words.day(answer.date))
    return " · ".join([*(_text(part) for part in given if part), _place(answer.place)])


def _place(place: Place) -> str:
    return _text(words.where(place.file, place.sheet, place.printed_page))


def _text(value: str | None) -> str:
    return escape(printable(value or ""))
