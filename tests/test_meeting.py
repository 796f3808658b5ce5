"""Who meets, when and where, as summonses, notices and minutes put it."""

from __future__ import annotations

import pytest
from builders import document

from agendapack.layout import FrontSheet
from agendapack.stages.front import front


def read(text: str) -> FrontSheet:
    return front(document(text))


AGENDA = "\nAGENDA\n1.  Apologies for absence\n2.  Minutes of the last meeting\n"

VENUES = {
    "a proper name keeps its article": (
        "A meeting will be held at The Crown House, Addle on Monday 5 May 2031 at 7pm.",
        "The Crown House, Addle",
    ),
    "a common article is none of it": (
        "Agenda for the Parish Council Meeting to be held on Monday 5 May 2031 at 7pm in\nthe Methodist Hall",
        "Methodist Hall",
    ),
    "behind a colon": (
        "You are summoned to the meeting on Monday 5 May 2031 at 7.30pm, to be held with care at:\n\nAddle Village Hall\n\n"
        "for the purpose of transacting the business below.",
        "Addle Village Hall",
    ),
    "up to the sentence that follows": (
        "Monday 5 May 2031 at 7.00pm, Addle Church Room, Little Addle\nAll Members of the Council are hereby summoned to attend.",
        "Addle Church Room, Little Addle",
    ),
    "up to the heading that follows": (
        "Monday, 5 May 2031\n10.00 am\nCouncil Chamber, Civic Offices, Addle\n**NOTICE OF HEARING**",
        "Council Chamber, Civic Offices, Addle",
    ),
    "above the date": (
        "**Minutes of the Planning Committee**\n**Civic Offices, Addle**\n**Monday 5 May 2031, 10.00 am**\nPresent: Cllr Marsh",
        "Civic Offices, Addle",
    ),
    "behind the word venue without a colon": ("Monday 5 May 2031 at 7pm\nVenue Church House", "Church House"),
    "up to the line that says whom to ask": (
        "Monday 5 May 2031 at 7pm\nAddle Church Room, Little Addle\nIf you have any queries please contact the Clerk",
        "Addle Church Room, Little Addle",
    ),
    "without the time before it": ("Monday 5 May 2031\n7.30pm in the Village Hall", "Village Hall"),
    "without the time behind it": (
        "The meeting will be held on Monday 5 May 2031\nin Addle School at 7.30 pm",
        "Addle School",
    ),
    "without the time behind a comma": (
        "Minutes of the meeting held on 9th May 2031 at the Reading Room, 7.15pm",
        "Reading Room",
    ),
    "up to the heading of the contacts": (
        "Meeting to be held on 26 July 2031 at 2.00 pm at Cowdrey Hall, Addle\nContact Details:\nA Member, Member Services",
        "Cowdrey Hall, Addle",
    ),
    "up to the paragraph that follows": (
        "Councillors are summoned to the meeting to be held on Monday 5 May 2031 at 7pm in Methodist Chapel\n\n"
        "The press and the public are cordially invited to attend it.",
        "Methodist Chapel",
    ),
    "in capitals, up to the date behind it": (
        "MINUTES OF ADDLE PARISH COUNCIL MEETING HELD AT THE CHURCH HALL MONDAY 5th MAY 2031\nPresent: Cllr Marsh",
        "CHURCH HALL",
    ),
    "in capitals, up to the word before the date on the next line": (
        "MINUTES OF ADDLE PARISH COUNCIL MEETING HELD AT THE VILLAGE HALL ON\nMONDAY 5th MAY 2031\nPresent: Cllr Marsh",
        "VILLAGE HALL",
    ),
    "before the date on its line": (
        "DRAFT Minutes from the Cemetery Committee Meeting\nAddle Village Hall Monday 5th May 2031 at 6pm\nPresent: Cllr Fox",
        "Addle Village Hall",
    ),
    "nowhere in a line that only leads to the time": (
        "Addle and Salt Community Council held their meeting by video at\n7.30pm on the 5th May 2031.\nPRESENT\nCllr Marsh",
        None,
    ),
    "where the half of the day wraps": (
        "A meeting of the above Joint Committee will be held on Monday 5 May 2031 at 2.30\nPM in the Fleet Room, Addle House.",
        "Fleet Room, Addle House",
    ),
}


@pytest.mark.parametrize("case", VENUES)
def test_where(case: str) -> None:
    text, expected = VENUES[case]
    assert read(f"Addle Parish Council\n{text}\n{AGENDA}").venue == expected


BODIES = {
    "in the name of every report to it": ("Marsh City Council\nCabinet report\n5 May 2031", "Cabinet"),
    "before another field on its line": (
        "Vale Council\nMeeting: Corporate Services Committee Date: 5 March 2031\nTitle: Customers",
        "Corporate Services Committee",
    ),
    "for which a paper is, in brackets": (
        "Allotments: water butts\n(for the Leisure Committee, 9 April 2031)",
        "Leisure Committee",
    ),
    "beside a label that names kinds of body": (
        "Marsh Combined Authority\nCommittee or Board        Skills and Employment Board\nDate of Meeting           5 May 2031",
        "Skills and Employment Board",
    ),
    "made to a body, beside the council": (
        "Marsh County Council          Report to Cabinet\n                              5 May 2031",
        "Cabinet",
    ),
    "a council's own name shortened is none": (
        "South Hertfordshire Borough Council\nSouth Herts Council\nExecutive\nMonday 5 May 2031",
        "Executive",
    ),
    "a committee above the councils that it joins": (
        "EAST ADDLE JOINT WASTE COMMITTEE\n(comprising Wendle Vale Council, Addle District Council and Marsh Borough Council)\n"
        "A meeting of the above Joint Committee will be held on Monday 5 May 2031",
        "East Addle Joint Waste Committee",
    ),
    "the next meeting of a council": (
        "MILL ADDLE PARISH COUNCIL\nNext Parish Council Meeting: 10th February 2031\n7.30pm in the Village Hall",
        "Mill Addle Parish Council",
    ),
    "a heading that goes on with what the paper is": (
        "ADDLE PARISH COUNCIL – NOTICE OF MEETING\nMonday 5 May 2031",
        "Addle Parish Council",
    ),
    "whose kind stands in a line of its own beside the time": (
        "Wendle County Council\nOverview and Scrutiny       Monday 5 May 2031\nCommittee                   5.00 pm",
        "Overview and Scrutiny Committee",
    ),
    "in Welsh and English": (
        "Cyngor Sir Wendle County Council\nPwyllgor Cynllunio / Planning Committee\nMonday 5 May 2031",
        "Planning Committee",
    ),
    "a member of the cabinet with the name before the office": (
        "Wendle County Council\nDecision maker: Cllr Ann Other, Cabinet Member for Housing\nDate: Monday 5 May 2031",
        "Cabinet Member for Housing",
    ),
    "under the head of a column, above the first section": (
        "Marsh Borough Council\nTimetable\nMeeting                    Date\nCommunities and Housing    5 May 2031\n"
        "Committee\n1.        INTRODUCTION",
        "Communities and Housing Committee",
    ),
    "of minutes that say where it was held, and not that it met": (
        "HARBOUR DISTRICT COUNCIL\nMinutes of the Licensing Committee held in the Council Chamber, Civic Centre\n"
        "on Monday 5 May 2031 at 6.30 pm",
        "Licensing Committee",
    ),
    "of a list of its decisions": ("Marsh District Council\nCABINET DECISIONS – 14 JULY 2031", "Cabinet"),
    "a board of an authority keeps its name": (
        "Wendle Combined Authority Board\nMonday 5 May 2031",
        "Wendle Combined Authority Board",
    ),
}


@pytest.mark.parametrize("case", BODIES)
def test_who(case: str) -> None:
    text, expected = BODIES[case]
    assert read(f"{text}\n{AGENDA}").body == expected


def test_a_report_goes_to_the_body_of_its_first_field_and_not_to_its_author() -> None:
    text = """
ADDLE COUNCIL
REPORT TO: HOUSING COMMITTEE ON 14 FEBRUARY 2031
SUBJECT:   RENTS
BY:        DEPUTE CHIEF EXECUTIVE (ECONOMY AND FINANCE)
"""
    assert read(text).body == "Housing Committee"


def test_the_meetings_day_and_not_the_letters_where_the_line_breaks_before_held() -> None:
    text = """
ADDLE TOWN COUNCIL
6th December, 2031
YOU ARE HEREBY SUMMONED to attend the Extraordinary Meeting of the Town Council to be
held on Sunday, 14th December, 2031 at 7.00pm at the Old Fire Station, Addle.
"""
    found = read(text + AGENDA)
    assert (found.meeting_date, found.meeting_time, found.venue) == ("2031-12-14", "19:00", "Old Fire Station, Addle")


def test_the_time_of_the_next_meeting_is_not_this_ones() -> None:
    text = """
Minutes of the parish council meeting held on October 30th 2031
The Chairman declared the meeting closed at 8.15 pm.
The next meeting will be on Friday January 30th at 7.00 pm.
1.  Apologies for absence
2.  Minutes of the last meeting
3.  Planning
"""
    assert read(text).meeting_time is None


def test_the_first_row_of_a_table_tells_neither_the_body_nor_the_day() -> None:
    text = """
ACTION LOG
Ref      Date          Action                  Owner         Due           Status
34       12/11/2031    Circulate the register  Orla Finch    31/12/2031    Done
FP/12    12/11/2031    Highways                Cabinet       15/12/2031    Open
"""
    found = read(text)
    assert (found.body, found.meeting_date) == (None, None)


@pytest.mark.parametrize("between", ["to", "until", "–"])
def test_nobody_meets_for_a_period(between: str) -> None:
    assert read(f"Marsh County Council\nForward plan\n1 April 2031 {between} 31 July 2031").meeting_date is None


@pytest.mark.parametrize(
    ("council", "body"), [("Marsh City Council", None), ("Mill Addle Parish Council", "Mill Addle Parish Council")]
)
def test_the_letterhead_of_a_lone_report_is_its_body_only_where_the_council_is_small(council: str, body: str | None) -> None:
    text = f"""
{council}
Subject:            Seafront Shelters
Date of Meeting:    22 January 2031
Report of:          Director of Place
"""
    found = read(text)
    assert (found.pack_kind, found.body) == ("report", body)


def test_a_day_whose_time_ends_the_line_above_is_the_meeting_s_and_the_day_at_the_head_the_letter_s() -> None:
    read_ = read(
        "                                          Monday, 28 April 2031\nTO: THE BOARD MEMBERS\n"
        "I HEREBY SUMMON YOU TO A MEETING OF THE EXECUTIVE BOARD\nWHICH WILL BE HELD IN THE CHAMBER, ADDLE AT 10.00 AM\n"
        "ON MONDAY, 5TH MAY, 2031 FOR THE BUSINESS BELOW." + AGENDA
    )
    assert (read_.meeting_date, read_.meeting_time) == ("2031-05-05", "10:00")


def test_a_place_behind_the_words_that_it_is_a_hybrid_meeting() -> None:
    printed = "Audit Panel\nMonday 5 May 2031 at 5.00 pm\nas a Hybrid meeting: Council Chamber, Town Hall, Addle" + AGENDA
    assert read(printed).venue == "Council Chamber, Town Hall, Addle"


def test_the_hour_before_a_chamber_is_no_council() -> None:
    text = """
**MINUTES OF A MEETING OF THE CABINET HELD ON TUESDAY, 9 DECEMBER 2031 AT 10.00 AM IN THE COUNCIL**
**CHAMBER, CIVIC CENTRE, ADDLE**

Present: Councillor A Rook (Leader)

**45/31    APOLOGIES**
"""
    found = read(text)
    assert (found.council, found.body, found.meeting_time) == (None, "Cabinet", "10:00")


@pytest.mark.parametrize("heading", ["Decision Notice – Cabinet", "Decision List: Cabinet", "Cabinet – Decision Notice"])
def test_a_decision_notice_names_its_body_before_or_behind_the_words(heading: str) -> None:
    assert read(f"**Addle Borough Council**\n**{heading}**\nDate of meeting: 9 December 2031\n").body == "Cabinet"


@pytest.mark.parametrize(
    ("said", "minutes"),
    [
        ("Council AGREED the allocation of seats.\n\n2.  Exclusion\nResolved – That the public be excluded.", True),
        ("To agree the allocation of seats.\n\n2.  Exclusion\nTo resolve that the public be excluded.", False),
    ],
)
def test_the_word_minutes_heads_minutes_where_resolutions_are_printed(said: str, minutes: bool) -> None:
    text = f"**County of Addle**\n**COUNCIL**\n11 December 2031\nMinutes\n\n1.  Political balance\n{said}"
    assert (read(text).pack_kind == "minutes") is minutes


def test_the_way_to_a_hybrid_meeting_does_not_cost_it_its_time() -> None:
    printed = "Audit Panel\nMonday 5 May 2031 at 10.30 am in person and by video link" + AGENDA
    assert read(printed).meeting_time == "10:30"


def test_a_notice_of_decisions_is_of_the_day_on_which_the_meeting_was_held() -> None:
    text = """
Executive – Decision Notice
Meeting held on Tuesday 9 December 2031
Published on 11 December 2031. The call-in period ends at 5.00 pm on Thursday 18 December 2031.
1.  Local Plan
Decision: That the draft plan be approved.
"""
    found = read(text)
    assert (found.pack_kind, found.meeting_date) == ("decisions", "2031-12-09")


def test_of_two_dates_in_fields_the_meeting_s_has_the_time_beneath_it() -> None:
    printed = "Date:  Wednesday, 28 April 2031\nCARE BOARD\nDate:  Monday 5 May 2031\nTime:  10.00 am\nPlace:  Guildhall, Addle"
    assert read(printed + AGENDA).meeting_date == "2031-05-05"


def test_the_day_beneath_whoever_signed_a_paper_is_not_the_meeting_s() -> None:
    printed = "REPORT TO ROADS COMMITTEE - 4 DECEMBER 2031\nROADS\nReport prepared by Petra Marsh\nDate: 12 November 2031"
    assert read(printed).meeting_date == "2031-12-04"


def test_the_day_of_the_cabinet_names_the_cabinet() -> None:
    found = read("Cabinet Date     17 December 2031\nTitle            Farmland\nKey Decision     Yes")
    assert (found.body, found.meeting_date) == ("Cabinet", "2031-12-17")


def test_the_day_on_which_others_discussed_a_decision_is_not_its_own() -> None:
    told = "The decision was discussed on 20 November 2031 and endorsed."
    assert read(f"ADDLE COUNCIL - RECORD OF DECISION\nDecision taken by: Leader\n{told}").meeting_date is None


def test_a_call_in_names_the_body_that_hears_it_and_not_the_one_that_decided() -> None:
    printed = "SCRUTINY COMMITTEE – CALL-IN\nRequest for call-in\nDecision maker and date:     Cabinet, 18 November 2031"
    found = read(printed)
    assert (found.body, found.meeting_date) == ("Scrutiny Committee", None)


def test_the_days_of_a_work_programme_are_not_the_meeting_s() -> None:
    table = """
Meeting date        Item                 Purpose       Lead
14 January 2032     Winter pressures     To review     Director"""
    found = read(f"Work Programme 2031/32\nAdults Scrutiny Panel{table}")
    assert (found.body, found.meeting_date) == ("Adults Scrutiny Panel", None)


@pytest.mark.parametrize(
    ("heading", "body"),
    [
        ("ACTION TRACKER – AUDIT COMMITTEE", "Audit Committee"),
        ("Roads: a response\nDate of Cabinet meeting: 9 May 2031", "Cabinet"),
    ],
)
def test_what_a_paper_is_and_the_label_of_its_day_are_no_part_of_the_body_s_name(heading: str, body: str) -> None:
    assert read(heading).body == body


def test_the_place_beneath_the_day_may_be_a_paragraph_of_its_own() -> None:
    printed = "ROADS PANEL\nThursday 5 May 2031 at 4.00 pm\n\nCOUNCIL CHAMBER - THE GUILDHALL, ADDLE" + AGENDA
    assert read(printed).venue == "COUNCIL CHAMBER - THE GUILDHALL, ADDLE"
