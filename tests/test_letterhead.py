"""The clerk of a parish: reached by the letterhead, named where he signs."""

from __future__ import annotations

import pytest
from builders import section

from agendapack.stages.contacts import contacts
from agendapack.stages.letterhead import with_letterhead

SIGNED = "Petra Marsh\nClerk to the Council\n\nAGENDA"


def found(text: str) -> list[tuple[str | None, ...]]:
    front = section(text, where="front")
    return [(one.name, one.role, one.email, one.phone, one.kind) for one in with_letterhead(contacts(front), front.lines)]


CASES = {
    "the clerk's own address": (
        f"ADDLE PARISH COUNCIL\n01234 567890    clerk@addle-pc.gov.uk\n\n{SIGNED}",
        [("Petra Marsh", "Clerk to the Council", "clerk@addle-pc.gov.uk", "01234 567890", "committee_contact")],
    ),
    "the only address": (
        f"ADDLE PARISH COUNCIL\n4 Mill Lane, Addle, AD1 2CD\nTel: 01234 567890   E-mail: addle@parishes.gov.uk\n\n{SIGNED}",
        [("Petra Marsh", "Clerk to the Council", "addle@parishes.gov.uk", "01234 567890", "committee_contact")],
    ),
    "at the foot": (
        "You are summoned.\nPetra Marsh, Town Clerk,\nADDLE TOWN COUNCIL.\n\nOffice hours 10am\nTel: 01234 567890",
        [("Petra Marsh", "Town Clerk", None, "01234 567890", "committee_contact")],
    ),
    "named, with his address, and signing as well": (
        "Clerk: Mrs P Marsh, 4 Mill Lane, Addle, AD1 2CD\nTel 01234 567890   clerk@addle-pc.gov.uk\n"
        "P Marsh, Clerk    6th May 2031\nAGENDA",
        [("P Marsh", "Clerk", "clerk@addle-pc.gov.uk", "01234 567890", "committee_contact")],
    ),
    "asked for at the head, and signing with a job title": (
        "Please ask for: Noel Fenn\nDirect dial: 01234 567890\n\nNoel Fenn\nDemocratic Services Officer\n\nAGENDA",
        [("Noel Fenn", "Democratic Services Officer", None, "01234 567890", "committee_contact")],
    ),
    "under the mayor": (
        "Town Hall,\nAddle Norton, Wend AD1 2CD\nTel: 01234 567890\nEmail: townclerk@addle.gov.uk\n"
        "Mayor: Cllr Joan Fell\nTown Clerk: Petra Marsh PSLCC",
        [("Petra Marsh", "Town Clerk", "townclerk@addle.gov.uk", "01234 567890", "committee_contact")],
    ),
    "two addresses, neither the clerk's": (
        f"ADDLE PARISH COUNCIL\nhall@addle.gov.uk\npress@addle.gov.uk\n\n{SIGNED}",
        [("Petra Marsh", "Clerk to the Council", None, None, "signatory")],
    ),
    "a chief executive is no clerk": (
        "ADDLE COUNCIL\nTel: 01234 567890\n\nNoel Fenn\nChief Executive\n\nAGENDA",
        [("Noel Fenn", "Chief Executive", None, None, "signatory")],
    ),
    "the press office is not the signatory's": (
        "Noel Fenn\nChief Executive\n(National Park Officer)\n\nPress Contact: Petra Marsh, Media Officer, 01234 567890",
        [("Noel Fenn", "Chief Executive (National Park Officer)", None, None, "signatory")],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_the_clerk_is_reached_by_what_the_letterhead_says(case: str) -> None:
    text, expected = CASES[case]
    assert found(text) == expected
