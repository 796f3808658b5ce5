"""What the front sheets say of the meeting, in the many forms of notices, summonses and report headers. All invented."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from builders import document
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from agendapack.layout import Bookmark, Document
from agendapack.rules import book, using
from agendapack.stages.front import front

LIST = """
AGENDA
1.   Apologies for absence
2.   Declarations of interest
3.   Minutes of the last meeting
"""
PAPER = """
REPORT TO: Cabinet
Subject: Street trees
1.   There are 4,000 street trees in the county.
2.   Each is looked at once in three years.
"""


@dataclass(frozen=True)
class Case:
    """Sheets, and what is to be read from them: fields that are not given are not looked at."""

    name: str
    sheets: tuple[str, ...]
    expected: dict[str, str | int | None]
    title: str | None = None


CASES = (
    Case(
        "a report whose table names the body beside its label, and other labels beneath",
        (
            """
Title of Report           Library Strategy
Key Decision No           CHE S227
For Consideration By      Cabinet
Meeting Date              22 January 2031
Cabinet Member            Cllr Ann Vale, Cabinet Member for Libraries
Ward(s) Affected          All
RECOMMENDATION
""",
        ),
        {"body": "Cabinet", "meeting_date": "2031-01-22"},
    ),
    Case(
        "a report whose labels stand above their values",
        (
            """
REPORT TITLE
Parks programme
REPORT OF
Cabinet Member for Better Homes
FOR SUBMISSION TO          DATE
Cabinet                    17 January 2031
SUMMARY OF REPORT
This report asks for money for the parks.
RECOMMENDATIONS
""",
        ),
        {"body": "Cabinet"},
    ),
    Case(
        "minutes that name no council but a neighbour in what was told and resolved",
        (
            """
Minutes of the meeting of the Parish Council
held on 4 May 2031 in the Village Hall
Present: Cllr Vale, Cllr Marsh
1. Apologies for absence
None.
2. Declarations of interest
None.
3. Reports
Wendlemere Borough Council has raised its charges.
Wendlemere Borough Council
It was resolved to write to Wendlemere Borough Council about the bins.
""",
        ),
        {"pack_kind": "minutes", "council": None},
    ),
    Case(
        "minutes without numbers that name no council but a neighbour in a resolution",
        (
            """
Minutes of the meeting of the Parish Council held on 4 May 2031
Present: Cllr Vale, Cllr Marsh
It was resolved to write to Wendlemere Borough Council about the bins.
""",
        ),
        {"pack_kind": "minutes", "council": None},
    ),
    Case(
        "minutes that name their council once, at the head, and an upper tier often",
        (
            """
Minutes of the Annual Meeting of Much Addle Parish Council held on 4 May 2031
Present: Cllr Vale, Cllr Marsh
1. Apologies for absence
None.
2. Declarations of interest
None.
3. Reports
Kent County Council has raised its tax.
Kent County Council will mend the road.
""",
            "4. Bins\nKent County Council\nKent County Council empties them.\nKent County Council was thanked.",
        ),
        {"pack_kind": "minutes", "council": "Much Addle Parish Council"},
    ),
    Case(
        "the parish in which the site of an application lies",
        (
            "Development Management Committee - 7 March 2031\nAPPLICATION NO:   31/01871/FUL\nWARD:   Ashby West\n"
            "PARISH COUNCIL:   Ashby Parish Council - object\nCASE OFFICER:   Petra Marsh\nRECOMMENDATION\n",
        ),
        {"council": None, "pack_kind": "report"},
    ),
    Case(
        "a summons to the next meeting of a committee",
        (
            """
PENNICK PARISH COUNCIL
You are hereby summoned to attend the next meeting of the Cemetery Committee of Pennick Parish Council
to be held at 7pm on Wednesday 16th June 2031 at The Old Courthouse, Jay Road.
"""
            + LIST,
        ),
        {"body": "Cemetery Committee", "venue": "The Old Courthouse, Jay Road", "meeting_date": "2031-06-16"},
    ),
    Case(
        "a scrutiny group",
        ("Co-ordinating Overview and Scrutiny Group\nMonday 6 September 2031 at 6.00 pm\n" + LIST,),
        {"body": "Co-ordinating Overview and Scrutiny Group"},
    ),
    Case(
        "minutes whose members stand in a table, and whose duration stands at their end",
        (
            """
LICENSING COMMITTEE
12 May 2031
Meeting held at Council Chamber - Civic Centre, High Street
     Committee Members Present:
     Councillors Marsh and Vale
1.   Apologies
     None.
2.   Minutes
     They were agreed.
Duration of meeting: 9.30 - 10.40 am
""",
        ),
        {"pack_kind": "minutes", "meeting_time": "09:30", "venue": "Council Chamber - Civic Centre, High Street"},
    ),
    Case(
        "what is for the information of the council",
        ("Housing Committee\nThursday, 16 January 2031\nPresent: Cllr Marsh\nFOR THE INFORMATION OF THE COUNCIL",),
        {"council": None},
    ),
    Case(
        "a body whose name wraps in its column beside the date",
        (
            "Decision Session - Executive Member for      24 October 2031\nTransport\nReport of the Director of Place\n"
            "Street Review\nRecommendations",
        ),
        {"body": "Decision Session - Executive Member for Transport"},
    ),
    Case(
        "minutes that name those who attended, and tell at their end when they began",
        (
            """
CABINET
Wednesday, 21 October 2031
Attendance:
Councillors Marsh and Vale
1.   Disclosure of interests
There were none.
2.   Minutes of the last meeting
RESOLVED that the minutes be approved.
The meeting commenced at 9.30 am and concluded at 11.35 am
""",
        ),
        {"pack_kind": "minutes", "body": "Cabinet", "meeting_time": "09:30"},
    ),
    Case(
        "minutes whose summons is a minute of its own",
        (
            """
MEETING OF ADDLE CITY COUNCIL
Held in the City Hall on Monday, 3rd July, 2031 at 6.00 o'clock p.m.
Members present: the Lord Mayor (Councillor Marsh); Aldermen Vale and Fenn.
Summons
The Chief Executive submitted the summons convening the meeting.
""",
        ),
        {"pack_kind": "minutes", "meeting_time": "18:00", "council": "Addle City Council"},
    ),
    Case(
        "a council whose name runs over two lines, the second of which looks like another",
        (
            """
You are hereby summoned to attend the meeting of Causeway Coast and
Glens Borough Council on Tuesday 2nd February 2031 at 7.00 p.m.
"""
            + LIST,
        ),
        {"council": "Causeway Coast and Glens Borough Council"},
    ),
    Case(
        "letters that stand apart before a councillor name no council",
        ("Minutes of a meeting held on 17th May 2031\nPresent: Cllr Marsh\nRESOLVED – T H A T Councillor Vale be chosen",),
        {"council": None, "pack_kind": "minutes"},
    ),
    Case(
        "the county council that nobody names",
        ("Minutes of the County Council\nThursday, 19 May 2031, 10.00 am\nPresent: Cllr Marsh",),
        {"council": None},
    ),
    Case(
        "an annual parish council meeting",
        ("MINUTES\nADDLE MARSH ANNUAL PARISH COUNCIL MEETING\nheld on 18th May 2031\nPresent: Cllr Vale",),
        {"council": "Addle Marsh Parish Council"},
    ),
    Case(
        "a place that ends with its paragraph",
        (
            """
PENNICK PARISH COUNCIL
Councillors are summoned to the meeting of Pennick Parish Council
to be held on Wednesday 5 February 2031 at 7.15 pm in the Memorial Hall, High Street

Your Council needs you
"""
            + LIST,
        ),
        {"venue": "Memorial Hall, High Street", "meeting_time": "19:15"},
    ),
    Case(
        "a place that only its sentence shows to be one",
        (
            """
PENNICK PARISH COUNCIL
A meeting will be held on Wednesday 5 February 2031 at 7.15 pm in the Old Corn Exchange, Bridge Street.
"""
            + LIST,
        ),
        {"venue": "Old Corn Exchange, Bridge Street"},
    ),
    Case(
        "a lone report to a body whose name wraps beneath its label",
        (
            """
REPORT TO: THE CHAIR AND MEMBERS OF THE CORPORATE AND PERFORMANCE
SCRUTINY COMMITTEE
SUBJECT: SCHOOL TRANSPORT
REPORT OF: HEAD OF TRANSPORT
DATE: 15 January 2031
""",
        ),
        {"pack_kind": "report", "body": "Corporate and Performance Scrutiny Committee"},
    ),
    Case(
        "minutes behind the agenda that only name what met and when, then who was there",
        (
            """
Addleshire County Council
AGENDA
Committee      AUDIT COMMITTEE
Date           TUESDAY, 9 DECEMBER 2031, 2.00 PM
1   Apologies for Absence
2   Declarations of Interest
3   Minutes (Pages 3 - 3)
4   Date of next meeting
""",
            """
AUDIT COMMITTEE
23 SEPTEMBER 2031
Present: Hugh Vale (Chairperson), Councillors Marsh and Fenn
25  :  APOLOGIES FOR ABSENCE
Apologies were received from Councillor Fell.
26  :  AUDIT PROGRESS
RESOLVED - That the report be noted.
""",
        ),
        {"pack_kind": "agenda_pack", "sheets": 1, "body": "Audit Committee", "meeting_date": "2031-12-09"},
    ),
    Case(
        "an agenda whose front sheet is a form with the body as its title",
        (
            """
City of Addlestow
Committee Agenda
Title:              Cabinet
Meeting Date:       Monday 8th December, 2031
Time:               6.30 pm
Venue:              Room 18, 64 Mill Street, Addlestow
Members:            Councillors:
                    Adam Vale (Chair)
""",
            """
AGENDA
1.   WELCOME
2.   DECLARATIONS OF INTEREST
3.   HOUSING PLAN
""",
        ),
        {"pack_kind": "agenda", "body": "Cabinet", "meeting_date": "2031-12-08", "meeting_time": "18:30"},
    ),
    Case(
        "an agenda headed by its month, with a forum and the address of a virtual meeting above its list",
        (
            """
December 2031 Agenda
A virtual meeting, via Zoom, of Nether Addle Parish Council will be held on 16th December 2031
commencing at 7pm, for the purpose of resolving business as set out in this agenda.
Topic: Nether Addle Parish Council Meeting
Time: Dec 16, 2031 07:00 PM London
Join Zoom Meeting
Public Forum
The forum will proceed at 7pm, when members of the public may ask
questions or make short statements to the council.
1.   Apologies
2.   Declarations of interest
3.   Planning matters
""",
        ),
        {
            "pack_kind": "agenda",
            "body": "Nether Addle Parish Council",
            "meeting_date": "2031-12-16",
            "meeting_time": "19:00",
            "venue": None,
        },
    ),
    Case(
        "a paper whose form labels the day of the committee",
        (
            """
Case Officer:      Petra Marsh
Applicant:         Mr J Seed
Committee Date:    10 December 2031
RECOMMENDATION:    REFUSE
""",
        ),
        {"body": None, "meeting_date": "2031-12-10"},
    ),
    Case(
        "a paper that lists nothing but what it recommends",
        (
            """
Agenda Item No.
VALE COUNTY COUNCIL
CABINET: 22ND SEPTEMBER, 2031
REFERENCE FROM SCRUTINY COMMITTEE: 23RD JULY, 2031
RECOMMENDED -
(1) That Cabinet be advised that the Committee supports the proposal.
(2) That the views of the unions be heard before a decision is made.
""",
        ),
        {"sheets": 0, "pack_kind": "unknown", "body": "Cabinet", "meeting_date": "2031-09-22"},
    ),
    Case(
        "a lone report to a body whose name wraps in a corner",
        (
            """
                                             Report to Transport
                                             and Environment
                                             Committee
                                             15 January 2031
                                             Agenda Item: 5
REPORT OF CORPORATE DIRECTOR, PLACE
Ward(s): All
RECOMMENDATION
"""
            + "1.   The street has been narrowed twice.\n",
        ),
        {"pack_kind": "report", "body": "Transport and Environment Committee", "meeting_date": "2031-01-15"},
    ),
    Case(
        "day, place and contact beneath a row of heads",
        (
            """
Notice of Meeting
Cabinet
Date and Time          Place                     Contact
Tuesday, 4 June        Council Chamber, Mill     Petra Marsh
2031                   House, 11 Quay Road,      petra.marsh@anytown.gov.uk
2.00 pm                Addlestow, AD1 1ND
"""
            + LIST,
        ),
        {
            "body": "Cabinet",
            "meeting_date": "2031-06-04",
            "venue": "Council Chamber, Mill House, 11 Quay Road, Addlestow, AD1 1ND",
        },
    ),
    Case(
        "a place in the sentence that runs on beneath the day",
        (
            """
A meeting of the Executive will be held on Wednesday, 7 May 2031 in the Council Chamber,
County Offices, Addlestow AD1 1ND at 10.30 am for the transaction of business set out on
the attached Agenda.
"""
            + LIST,
        ),
        {"meeting_date": "2031-05-07", "meeting_time": "10:30", "venue": "Council Chamber, County Offices, Addlestow AD1 1ND"},
    ),
    Case(
        "a sentence beneath the day is no place by itself",
        (
            """
                          CABINET
                 Wednesday, 8 January 2031
A meeting of the Cabinet is to be held on the above date at 10.30 am in the Committee
Suite, County Hall to consider the following matters.
"""
            + LIST,
        ),
        {"body": "Cabinet", "meeting_time": "10:30", "venue": "Committee Suite, County Hall"},
    ),
    Case(
        "the time on a line of its own between the day and the place",
        (
            """
                 Notice of a meeting of
                   Planning Committee
                 Thursday, 5 June 2031
                       6.00 pm
            Council Chamber, Municipal Offices
"""
            + LIST,
        ),
        {"body": "Planning Committee", "meeting_time": "18:00", "venue": "Council Chamber, Municipal Offices"},
    ),
    Case(
        "the place beneath the hour, each a paragraph of its own",
        (
            """
                            CABINET
                 Thursday, 5 June 2031
                       10.00 a.m.

                   Conference Room 1,
                    Council Offices,
                       Wendlemere
"""
            + LIST,
        ),
        {"body": "Cabinet", "meeting_time": "10:00", "venue": "Conference Room 1, Council Offices, Wendlemere"},
    ),
    Case(
        "the place behind the time, beside a column of contacts",
        (
            """
                          PLANNING SUB COMMITTEE
Monday, 8th September 2031, 7.00 pm - Council     Contact: Petra Marsh
Chamber, Civic Centre, Addlestow AD1 1ND          Tel: 01234 567890
"""
            + LIST,
        ),
        {"venue": "Council Chamber, Civic Centre, Addlestow AD1 1ND"},
    ),
    Case(
        "a notice with fields",
        (
            """
Wendlemere Borough Council
NOTICE OF MEETING
Meeting:   Audit and Governance Committee
Date:      Thursday 5 June 2031
Time:      6.30 pm
Venue:     Council Chamber, Town Hall, Wendlemere
"""
            + LIST,
        ),
        {
            "pack_kind": "agenda",
            "sheets": 1,
            "council": "Wendlemere Borough Council",
            "body": "Audit and Governance Committee",
            "meeting_date": "2031-06-05",
            "meeting_time": "18:30",
            "venue": "Council Chamber, Town Hall, Wendlemere",
        },
    ),
    Case(
        "a parish summons",
        (
            """
NETHER ADDLE PARISH COUNCIL
To all members of the Parish Council
You are hereby summoned to attend a meeting of Nether Addle Parish Council to be held
in the Village Hall on Tuesday 6th May 2031 at 7.30pm for the transaction of the business
set out below.
1.   To receive apologies for absence
2.   To receive declarations of interest
3.   To approve the minutes of the last meeting
4.   Date of next meeting

A. N. Other
Clerk to the Council
30th April 2031
""",
        ),
        {
            "pack_kind": "agenda",
            "council": "Nether Addle Parish Council",
            "body": "Nether Addle Parish Council",
            "meeting_date": "2031-05-06",
            "meeting_time": "19:30",
            "venue": "Village Hall",
        },
    ),
    Case(
        "a summons in long lines, without the day of the week",
        (
            """
Wendlemere District Council
Dear Councillor,
You are summoned to attend a meeting of the Place Scrutiny Panel to be held in Committee Room 2, Town Hall,
Quay Street, Wendlemere on 23 July 2031 at 18:30 for the transaction of the business that is set out below.
"""
            + LIST,
        ),
        {
            "council": "Wendlemere District Council",
            "body": "Place Scrutiny Panel",
            "meeting_date": "2031-07-23",
            "meeting_time": "18:30",
        },
    ),
    Case(
        "a lone report whose form wraps the body's name in its column",
        (
            """
Wendlemere Borough Council
Item No.   Classification:   Date:             Meeting Name:
4          Open              2 January 2031    Policy and Resources
                                               Committee
Report title:                Performance Indicators
From:                        Director of Finance
RECOMMENDATION
1.   That the report be noted.
""",
        ),
        {"pack_kind": "report", "body": "Policy and Resources Committee", "meeting_date": "2031-01-02"},
    ),
    Case(
        "a summons to the above council",
        (
            """
             PENNICK TOWN COUNCIL
     You are summoned to a meeting of the above Council
           on Monday 28th April 2031 at 7.00pm
"""
            + LIST,
        ),
        {
            "council": "Pennick Town Council",
            "body": "Pennick Town Council",
            "meeting_date": "2031-04-28",
            "meeting_time": "19:00",
        },
    ),
    Case(
        "a heading in capitals, the date and place beneath",
        (
            """
                    AGENDA
                    CABINET
Thursday, 30th January, 2031, at 10.00 am     Ask for:     A. N. Officer
Council Chamber, Mill House,                  Telephone:   01632 960001
County Hall, Addlestow                        Email:       an.officer@kent.gov.uk

UNRESTRICTED ITEMS
1.   Apologies
2.   Declarations of Interest
3.   Minutes of the Meeting held on 9th January 2031 (Pages 1 - 10)
""",
        ),
        {
            "council": "Kent County Council",
            "body": "Cabinet",
            "meeting_date": "2031-01-30",
            "meeting_time": "10:00",
            "venue": "Council Chamber, Mill House, County Hall, Addlestow",
        },
    ),
    Case(
        "a publishing system's title settles what the front sheet leaves out",
        (
            """
Place Overview & Scrutiny Committee
Room 3 - County Hall, New Road, Addlestow AD1 1ND
"""
            + LIST,
        ),
        {"body": "Place Overview & Scrutiny Committee", "meeting_date": "2031-06-20", "meeting_time": "13:00"},
        "Agenda Friday 20-Jun-2031 13.00 Place Overview & Scrutiny Committee",
    ),
    Case(
        "a public pack with papers",
        (
            """
CABINET
Tuesday, 4 March 2031
"""
            + LIST,
            PAPER,
        ),
        {"pack_kind": "agenda_pack", "sheets": 1, "body": "Cabinet", "meeting_date": "2031-03-04", "meeting_time": "10:00"},
        "(Public Pack)Agenda Document for Cabinet, 04/03/2031 10:00",
    ),
    Case(
        "a supplement with a covering letter and no list",
        (
            """
Date: 27 February 2031
Dear Member
COUNTY COUNCIL - THURSDAY, 13 FEBRUARY 2031
Here are the changes to the budget that members moved on the day.
Yours sincerely
""",
            PAPER,
        ),
        {"pack_kind": "addenda", "sheets": 1, "body": "County Council", "meeting_date": "2031-02-13", "meeting_time": "09:30"},
        "(Public Pack)Budget Amendments Agenda Supplement for County Council, 13/02/2031 09:30",
    ),
    Case(
        "a supplementary agenda without a publishing system",
        (
            """
Wendlemere District Council
SUPPLEMENTARY AGENDA
Planning Committee
Wednesday 9 July 2031
9.   Late representations (Pages 3 - 6)
10.  Appeals (Pages 7 - 8)
""",
        ),
        {"pack_kind": "addenda", "council": "Wendlemere District Council", "body": "Planning Committee"},
    ),
    Case(
        "a lone report headed by a form",
        (
            """
COMMITTEE: Ports and Ferries Committee
DATE: 12 September 2031
TITLE:   Workplace Parking
Ward(s): All wards
Purpose of Report: to set out how a levy would work.
Bristol City Council would follow the example of Nottingham City Council.
The levy would be run by Bristol City Council.
""",
        ),
        {
            "pack_kind": "report",
            "sheets": 0,
            "council": "Bristol City Council",
            "body": "Ports and Ferries Committee",
            "meeting_date": "2031-09-12",
            "meeting_time": None,
        },
    ),
    Case(
        "a lone report whose fields are cells of a table",
        (
            """
Item No.   Classification:   Date:            Decision maker:
           Open              February 2031    Cabinet Member for Parks,
                                              Leisure and Culture
Report title        Tennis courts
Ward(s) or groups affected     All
From:               Head of Parks
RECOMMENDATION
1. That the Cabinet Member for Parks, Leisure and Culture approves the new charges.
""",
        ),
        {
            "pack_kind": "report",
            "council": None,
            "body": "Cabinet Member for Parks, Leisure and Culture",
            "meeting_date": None,
        },
    ),
    Case(
        "a lone report with a free header",
        (
            """
CABINET
17 October 2031
Community dentistry
Report of the Joint Health Overview and Scrutiny Committee
RECOMMENDATION
1.   The Cabinet is RECOMMENDED to agree to respond.
""",
        ),
        {"pack_kind": "report", "body": "Cabinet", "meeting_date": "2031-10-17"},
    ),
    Case(
        "a lone report to a combined authority",
        (
            """
REPORT TO:    EAST OF WENDLE MAYORAL COMBINED AUTHORITY
              COMMITTEE
DATE:         5 JUNE 2031
REPORT        BUDGET OUTTURN
TITLE:
""",
        ),
        {
            "pack_kind": "report",
            "council": "East of Wendle Mayoral Combined Authority",
            "body": "East of Wendle Mayoral Combined Authority Committee",
            "meeting_date": "2031-06-05",
        },
    ),
    Case(
        "minutes of a meeting",
        (
            """
PENNICK COMMUNITY COUNCIL
Minutes of a meeting of the above Council held on Monday 30th April 2031 at 7.00pm in
Pennick Village Hall.
Present: Chairman Cllr Other and the Clerk.
101. Police Report: No report.
102. Apologies for absence: Cllr Someone.
103. Correspondence: None.
""",
        ),
        {
            "pack_kind": "minutes",
            "council": "Pennick Community Council",
            "body": "Pennick Community Council",
            "meeting_date": "2031-04-30",
            "meeting_time": "19:00",
            "venue": "Pennick Village Hall",
        },
    ),
    Case(
        "minutes that say so at the end of a heading",
        (
            """
PENNICK PARISH COUNCIL
May 2031 extraordinary minutes
Monday 5 May 2031
Present; Cllrs Other and Someone
1. Chair's welcome
2. Apologies for absence: none
3. Allotments
""",
        ),
        {"pack_kind": "minutes", "council": "Pennick Parish Council", "meeting_date": "2031-05-05"},
    ),
    Case(
        "minutes that only name those present",
        (
            """
PENNICK PARISH COUNCIL
Monday 5 May 2031
Those attending:
Cllr Other
Cllr Someone
31/014   Apologies for absence
None.
31/015   Allotments
""",
        ),
        {"pack_kind": "minutes", "council": "Pennick Parish Council", "meeting_date": "2031-05-05"},
    ),
    Case(
        "minutes of a Scottish board",
        (
            """
At a MEETING of the PENNICK INTEGRATION JOINT BOARD held remotely on 27th May, 2031.
Present:-
A Member
I    APOLOGIES FOR ABSENCE
II   MINUTE OF PREVIOUS MEETING
""",
        ),
        {"pack_kind": "minutes", "body": "Pennick Integration Joint Board", "meeting_date": "2031-05-27"},
    ),
    Case(
        "an agenda whose business names the minutes of a meeting",
        (
            """
Pennick Parish Council
Agenda for the meeting to be held on Monday 5 May 2031 at 7pm
**Apologies**
To receive them.
**Minutes of the meeting of 7 April 2031**
To approve them.
**Planning applications**
""",
        ),
        {"pack_kind": "agenda", "council": "Pennick Parish Council", "meeting_date": "2031-05-05"},
    ),
    Case(
        "a notice of decisions",
        (
            """
Wendlemere City Council
NOTICE OF DECISIONS
Executive
Monday 3 March 2031
1.   Apologies for absence
2.   Library opening hours
     Resolved: that the new hours be approved.
3.   Parking charges
""",
        ),
        {"pack_kind": "decisions", "body": "Executive", "meeting_date": "2031-03-03"},
    ),
    Case(
        "a London borough's front sheet",
        (
            """
Licensing Sub-Committee B
Tuesday 18 November 2031 at 6.30 p.m.
Committee Room One, Town Hall, Mulberry Place, E1 4TT
Contact: A. N. Officer, Democratic Services, an.officer@towerhamlets.gov.uk
"""
            + LIST,
        ),
        {
            "council": "London Borough of Tower Hamlets",
            "body": "Licensing Sub-Committee B",
            "meeting_date": "2031-11-18",
            "meeting_time": "18:30",
            "venue": "Committee Room One, Town Hall, Mulberry Place, E1 4TT",
        },
    ),
    Case(
        "a Scottish notice",
        (
            """
                        Fife Council
Dear Sir or Madam
A meeting of the Education Committee will be held in Committee Room 2, 5th Floor, Fife House
on Tuesday, 2nd September, 2031 at 2.00 p.m.
                        BUSINESS
1.   Apologies for absence
2.   Declarations of interest - Members are asked to declare any interest.
3.   Minute of meeting of 10th June (Pages 3 - 6)
""",
        ),
        {
            "council": "Fife Council",
            "body": "Education Committee",
            "meeting_date": "2031-09-02",
            "meeting_time": "14:00",
            "venue": "Committee Room 2, 5th Floor, Fife House",
        },
    ),
    Case(
        "dates that are not the meeting's",
        (
            """
Wendlemere County Council
Health Scrutiny Committee
Monday, 14 July 2031 at 10.30 am
Members will be briefed before the meeting at 9.30am in the library.
Date of next meeting: 6 October 2031
Published on 4 July 2031
"""
            + LIST,
        ),
        {"body": "Health Scrutiny Committee", "meeting_date": "2031-07-14", "meeting_time": "10:30"},
    ),
    Case(
        "another council named in an item",
        (
            """
MUCH ADDLE PARISH COUNCIL
MEETING TO BE HELD ON MONDAY 3rd MARCH 2031 @ 7.30pm
MUCH ADDLE VILLAGE HALL
AGENDA
1.   Apologies
2.   Eden District Council - planning application at Mill Barn
3.   Westmorland and Furness Council - street naming
4.   Logo for Much Addle Parish Council
""",
        ),
        {
            "council": "Much Addle Parish Council",
            "body": "Much Addle Parish Council",
            "meeting_date": "2031-03-03",
            "meeting_time": "19:30",
            "venue": "MUCH ADDLE VILLAGE HALL",
        },
    ),
    Case(
        "a committee of a town council",
        (
            """
Pennick Town Council
Notice is hereby given of a meeting of the Planning and Highways Committee to be held on
Wednesday 4 June 2031 at 7 pm in the Guildhall, Pennick.
"""
            + LIST,
        ),
        {
            "council": "Pennick Town Council",
            "body": "Planning and Highways Committee",
            "meeting_date": "2031-06-04",
            "meeting_time": "19:00",
        },
    ),
    Case(
        "a county's notice whose fields have no colons",
        (
            """
                     NOTICE OF MEETING
Meeting            Health and Adult Social Care Select Committee
Date and Time      Tuesday, 6th February, 2031 at 10.30 am
Place              Ashwell Hall, The Castle, Addlestow
Enquiries to       members.services@hants.gov.uk
A. N. Officer
Chief Executive
FILMING AND BROADCAST NOTIFICATION
This meeting may be recorded and broadcast live on the County Council's website.
"""
            + LIST,
        ),
        {
            "council": "Hampshire County Council",
            "body": "Health and Adult Social Care Select Committee",
            "meeting_date": "2031-02-06",
            "meeting_time": "10:30",
            "venue": "Ashwell Hall, The Castle, Addlestow",
        },
    ),
    Case(
        "a heading of two lines",
        (
            """
              WENDLEMERE DISTRICT COUNCIL
              OVERVIEW AND SCRUTINY
              COMMITTEE
              Wednesday 9 July 2031 7.00 pm
              The Burgess Suite, Civic Centre
"""
            + LIST,
        ),
        {
            "council": "Wendlemere District Council",
            "body": "Overview and Scrutiny Committee",
            "meeting_date": "2031-07-09",
            "meeting_time": "19:00",
            "venue": "The Burgess Suite, Civic Centre",
        },
    ),
    Case(
        "fields on one line",
        (
            """
Agenda for a meeting of the Planning Committee
Date: Thursday 5 June 2031  Time: 7.00pm  Venue: Council Chamber, Civic Offices
"""
            + LIST,
        ),
        {
            "body": "Planning Committee",
            "meeting_date": "2031-06-05",
            "meeting_time": "19:00",
            "venue": "Council Chamber, Civic Offices",
        },
    ),
    Case(
        "the full council of a London borough",
        (
            """
LONDON BOROUGH OF HAVERING
COUNCIL MEETING
7.30pm Wednesday, 26 February 2031 at Council Chamber - Town Hall
Members of the Council of the London Borough of Havering are hereby summoned to
attend a meeting of the Council at the time and place indicated
"""
            + LIST,
        ),
        {"council": "London Borough of Havering", "body": "Council", "meeting_date": "2031-02-26", "meeting_time": "19:30"},
    ),
    Case(
        "a Welsh council in both languages",
        (
            """
CYNGOR SIR CEREDIGION COUNTY COUNCIL
Dear Sir/Madam
I write to inform you that a meeting of the Cabinet will be held at Neuadd Penmorfa, Aberaeron
on Tuesday, 10 June 2031 at 10.00 am for the transaction of the following business:
1.   Ymddiheuriadau / Apologies
2.   Materion Personol / Personal matters
3.   Cofnodion / Minutes of the meeting held on 13 May 2031 (Pages 3 - 6)
""",
        ),
        {"council": "Ceredigion County Council", "body": "Cabinet", "meeting_date": "2031-06-10", "meeting_time": "10:00"},
    ),
    Case(
        "a parish council whose notice puts the time first",
        (
            """
                        Stow-cum-Addle Parish Council
Notice of the Annual Parish Council Meeting
to be held at 7pm on Thursday 15th May 2031 in St Mary's Church Room
Members of the public and press are welcome to attend.
"""
            + LIST,
        ),
        {
            "council": "Stow-cum-Addle Parish Council",
            "body": "Stow-cum-Addle Parish Council",
            "meeting_date": "2031-05-15",
            "meeting_time": "19:00",
            "venue": "St Mary's Church Room",
        },
    ),
    Case(
        "a date without its year, which another date proves",
        (
            """
Pennick Parish Council
You are summoned to a meeting of the Parish Council on Tuesday 6 May at 7.30 pm in the
Pavilion, Pennick.
Dated 30 April 2031
"""
            + LIST,
        ),
        {"meeting_date": "2031-05-06", "meeting_time": "19:30"},
    ),
    Case(
        "reports to follow in a pack of their own",
        (
            """
Cabinet
Monday 3 March 2031
To Follow Items
5.   Corporate Plan (Pages 3 - 20)
""",
            PAPER,
        ),
        {"pack_kind": "addenda", "body": "Cabinet", "meeting_date": "2031-03-03"},
    ),
    Case(
        "a report with the committee and date in one line",
        (
            """
Report to Cabinet                                 5 June 2031
Report of:      Director of Place
Subject:        Street lighting
Recommendation
1.   That the Cabinet approves the contract.
""",
        ),
        {"pack_kind": "report", "sheets": 0, "body": "Cabinet", "meeting_date": "2031-06-05"},
    ),
    Case(
        "a report form that addresses the body",
        (
            """
From:      A. N. Member, Cabinet Member for Finance
To:        Policy and Resources Cabinet Committee - 5 June 2031
Subject:   Property strategy
Classification:   Unrestricted
Summary: This report asks for views.
""",
        ),
        {"pack_kind": "report", "body": "Policy and Resources Cabinet Committee", "meeting_date": "2031-06-05"},
    ),
    Case(
        "minutes of a publishing system",
        (
            """
Wendlemere Borough Council
Minutes of the Meeting of the Licensing Committee held in the Council Chamber on
Thursday 5 June 2031 at 7.00 pm
Present: Councillors Other and Another
1    Apologies
There were none.
2    Minutes
The minutes were agreed.
3    Urgent Business
There was none.
""",
        ),
        {"pack_kind": "minutes", "body": "Licensing Committee", "meeting_date": "2031-06-05", "meeting_time": "19:00"},
    ),
    Case(
        "a successor of the council that once owned the domain",
        (
            """
Cabinet
Tuesday 3 June 2031 at 10.00 am
Contact: an.officer@northyorks.gov.uk
"""
            + LIST,
        ),
        {"council": "North Yorkshire Council"},
    ),
    Case(
        "a cover sheet, and the list on the next one",
        (
            """
Wendlemere County Council
To: Members of the Pension Fund Committee
Date: Friday 6 June 2031
Time: 2.00 pm
Venue: Committee Room 1, County Hall
Contact: A. N. Officer, Tel: 01632 960001
Chief Executive
""",
            LIST,
            PAPER,
        ),
        {
            "pack_kind": "agenda_pack",
            "sheets": 2,
            "body": "Pension Fund Committee",
            "meeting_date": "2031-06-06",
            "meeting_time": "14:00",
            "venue": "Committee Room 1, County Hall",
        },
    ),
    Case(
        "the place under the body where no date is printed",
        (
            """
**Place Overview & Scrutiny Committee**
Room 3 - County Hall, New Road, Addlestow AD1 1ND
"""
            + LIST,
        ),
        {"venue": "Room 3 - County Hall, New Road, Addlestow AD1 1ND"},
        "Agenda Friday 20-Jun-2031 13.00 Place Overview & Scrutiny Committee",
    ),
    Case(
        "a date in the prose of a lone report",
        (
            """
Title: Tree planting
Report of the Head of Parks
On 5 June 2030 the council resolved to plant a hundred trees in each of its wards.
Recommendation: that the report be noted.
""",
        ),
        {"pack_kind": "report", "meeting_date": None, "body": None},
    ),
    Case(
        "a parish council that will meet",
        (
            """
Notice is hereby given that Mill Addle Parish Council will meet at 7.30pm on Tuesday
16 September 2031 in the Betony Room at the Village Hall.
1.   Apologies for absence
2.   Declarations of interest
3.   To approve the minutes of the previous meeting
4.   Planning

Clerk to the Parish Council
""",
        ),
        {
            "pack_kind": "agenda",
            "council": "Mill Addle Parish Council",
            "body": "Mill Addle Parish Council",
            "meeting_date": "2031-09-16",
            "meeting_time": "19:30",
            "venue": "Betony Room at the Village Hall",
        },
    ),
    Case(
        "minutes headed by the council's name",
        (
            """
MILL ADDLE PARISH COUNCIL MINUTES OF THE ANNUAL MEETING
HELD ON 13 MAY 2031 AT THE VILLAGE HALL
Present: Cllrs Other and Another
31/064 Election of Chairman: It was resolved that Cllr Other be elected.
31/065 Apologies: There were none.
31/066 Finance: The accounts were noted.
""",
        ),
        {
            "pack_kind": "minutes",
            "council": "Mill Addle Parish Council",
            "body": "Mill Addle Parish Council",
            "meeting_date": "2031-05-13",
        },
    ),
    Case(
        "minutes of the council's meeting",
        (
            """
Draft Minutes of the Mill Addle Parish Council meeting held at 7.30pm on Monday 15 th January
2031 at Jubilee Hall, Lower Street, Mill Addle
1.   Apologies
None.
2.   Minutes
Agreed.
3.   Date of next meeting
""",
        ),
        {
            "pack_kind": "minutes",
            "body": "Mill Addle Parish Council",
            "meeting_date": "2031-01-15",
            "meeting_time": "19:30",
            "venue": "Jubilee Hall, Lower Street, Mill Addle",
        },
    ),
    Case(
        "a joint committee of two councils",
        (
            """
Wendlemere and Pennick Joint Planning Committee
Friday 6 June 2031 at 2.00pm
The Guildhall, Pennick
Wendlemere District Council: an.officer@wendlemere.gov.uk
Pennick Borough Council: another.officer@pennick.gov.uk
"""
            + LIST,
        ),
        {"council": None, "body": "Wendlemere and Pennick Joint Planning Committee", "venue": "The Guildhall, Pennick"},
    ),
    Case(
        "a fire authority",
        (
            """
WENDLE AND ADDLE FIRE AND RESCUE AUTHORITY
AUDIT AND STANDARDS COMMITTEE
Monday 9 June 2031, 10:00 hours
Service Headquarters, Pennick Road
"""
            + LIST,
        ),
        {
            "council": "Wendle and Addle Fire and Rescue Authority",
            "body": "Audit and Standards Committee",
            "meeting_date": "2031-06-09",
            "meeting_time": "10:00",
        },
    ),
    Case(
        "one member's decision session",
        (
            """
City of York Council
Decision Session - Executive Member for Transport
To: Councillor A. N. Other (Executive Member)
Date: Tuesday, 10 June 2031
Time: 10.00 am
Venue: The Craven Room - Ground Floor, West Offices (G048)
"""
            + LIST,
        ),
        {
            "council": "City of York Council",
            "body": "Decision Session - Executive Member for Transport",
            "meeting_date": "2031-06-10",
            "meeting_time": "10:00",
            "venue": "The Craven Room - Ground Floor, West Offices (G048)",
        },
    ),
    Case(
        "a day of the week and month without a comma, the time in words",
        (
            """
SUMMONS
Meeting   Council
Time/Day/Date   7.00 pm on Wednesday 11 June 2031
Location   Council Chamber, Civic Centre
"""
            + LIST,
        ),
        {"body": "Council", "meeting_date": "2031-06-11", "meeting_time": "19:00", "venue": "Council Chamber, Civic Centre"},
    ),
    Case(
        "a supplementary pack and its paper",
        (
            """
SUPPLEMENTARY PACK
Cabinet
Wednesday, 9 July 2031, 2.00 pm
Please find enclosed the following item that was marked to follow on the agenda.
9.   Quarter One Performance (Pages 3 - 30)
     Report of the Chief Executive
Next meeting of the Committee:
Wednesday, 17 September 2031 in the Council Chamber, Town Hall
""",
            PAPER,
        ),
        {
            "pack_kind": "addenda",
            "sheets": 1,
            "body": "Cabinet",
            "meeting_date": "2031-07-09",
            "meeting_time": "14:00",
            "venue": None,
        },
    ),
    Case(
        "an addendum that is headed by the agenda's name",
        (
            """
ADDENDUM TO PLANNING COMMITTEE AGENDA
15 July 2031
31/00123/FUL - Land at Mill Lane
Two further letters have been received.
""",
        ),
        {"pack_kind": "addenda", "body": "Planning Committee", "meeting_date": "2031-07-15"},
    ),
    Case(
        "a decision notice of one member",
        (
            """
Decision Notice
Cabinet Member for Highways and Transport
Decisions taken on Friday 11 July 2031
1.   Traffic Regulation Order, Mill Lane
     DECISION: That the order be made.
2.   Bus Stop Clearway
""",
        ),
        {"pack_kind": "decisions", "body": "Cabinet Member for Highways and Transport", "meeting_date": "2031-07-11"},
    ),
    Case(
        "a council that is on no list, and its cabinet",
        (
            """
WENDLEMERE COUNCIL
CABINET
Monday 3 March 2031
"""
            + LIST,
        ),
        {"council": "Wendlemere Council", "body": "Cabinet"},
    ),
    Case(
        "nothing that says what it is",
        ("Some words about trees.\nAnd some more.",),
        {"pack_kind": "unknown", "sheets": 0, "council": None, "body": None, "meeting_date": None},
    ),
    Case(
        "a report's form in columns whose cells wrap",
        (
            """
Item No.    Classification:    Date:           Meeting Name:
4           Open               25 September    Overview and Scrutiny
                               2031            Committee
Report title:      Trees
Ward(s) affected:  All
From:              Head of Parks
The lease ends on 31 March 2032.
""",
        ),
        {"body": "Overview and Scrutiny Committee", "meeting_date": "2031-09-25"},
    ),
    Case(
        "a bilingual heading",
        ("Pwyllgor Cynllunio / Planning Committee\nThursday 5 June 2031\nRHAGLEN / AGENDA\n1.   Apologies\n2.   Minutes",),
        {"body": "Planning Committee"},
    ),
    Case(
        "a book with a table of contents",
        (
            "Wendle Local Plan\nContents\n1   Introduction ........ 3\n2   Housing ......... 12\n3   Employment ....... 30",
            "Housing\nMuch.",
        ),
        {"pack_kind": "unknown", "sheets": 0},
    ),
    Case(
        "a contract that tells of meetings",
        (
            """
DATED 5 June 2031
CONTENTS
1.   Term                      1
2.   Meetings and minutes      2
3.   Payment                   3
""",
            "THIS AGREEMENT is made on 5 June 2031",
        ),
        {"pack_kind": "unknown"},
    ),
    Case(
        "an invoice to a council",
        ("INVOICE No. 2093\nTo: Mill Addle Parish Council\nDate: 5 June 2031\nFence  500.00",),
        {"pack_kind": "unknown", "body": None, "meeting_date": None},
    ),
    Case("no text", ("",), {"pack_kind": "unknown", "sheets": 0}),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_reads_the_meeting(case: Case) -> None:
    with using(book("ModernGov" if case.title else None)):  # a title of this kind is given by no other system
        sheet = front(document(*case.sheets, title=case.title))
    assert {name: getattr(sheet, name) for name in case.expected} == case.expected


def test_guidance_after_the_list_is_front_matter() -> None:
    guidance = """
Declarations of Interest
What must be declared is set out in the code.
"""
    sheet = front(document(LIST, guidance, PAPER))
    assert (sheet.pack_kind, sheet.sheets, len(sheet.items)) == ("agenda_pack", 2, 3)
    assert "What must be declared is set out in the code." in [line.text for line in sheet.lines]


def test_a_paper_begins_where_a_sheet_opens_with_the_title_of_a_business() -> None:
    listed = "AGENDA\n1.   Apologies\n2.   Work Programme\n3.   Minutes"
    table = (
        "Work Programme\nMeeting        Item         Lead\n13 May         Trees        Head of\n2031                        Parks"
    )
    sheet = front(document(listed, table))
    assert (sheet.pack_kind, sheet.sheets, [item.title for item in sheet.items][1:]) == (
        "agenda_pack",
        1,
        ["Work Programme", "Minutes"],
    )


def test_a_memorandum_to_members_is_a_report_and_no_summons() -> None:
    memo = """
MARSH FIRE AUTHORITY
TO          Members of the Fire Authority
FROM        Clerk to the Authority
DATE        12 September 2030
SUBJECT     Calendar of Meetings 2031
1.   The Authority must agree its calendar by the end of the year.
2.   Members are asked to approve the calendar.
"""
    assert front(document(memo)).pack_kind == "report"


def test_numbered_sections_of_a_paper_are_no_list_of_business() -> None:
    paper = """
MARSH NATIONAL PARK AUTHORITY
10 JULY 2031
REPORT BY THE CHIEF EXECUTIVE
SUBJECT: VISITOR CENTRE
1. PURPOSE OF REPORT
1.1 To consider the business case for the centre.
2. RECOMMENDATION
2.1 Members are asked to approve it.
3. INTRODUCTION AND APOLOGIES
"""
    assert front(document(paper)).pack_kind == "report"


def test_a_paper_begins_where_a_sheet_prints_the_number_of_a_business() -> None:
    listed = "AGENDA\n1.   Apologies\n2.   Footpath 14\n3.   Minutes"
    sheet = front(document(listed, "Item 2\nStile or gate?\n1.   The stile is broken.\n2.   The gate would be dearer."))
    assert (sheet.pack_kind, sheet.sheets, len(sheet.items)) == ("agenda_pack", 1, 3)


@pytest.mark.parametrize(
    "head",
    [
        "Agenda: Wednesday 12 March 2031, 2pm, Mere House\nItem    Subject                        Report by",
        "Agenda: Wednesday 12 March 2031, 2pm, Mere House",
        "Wednesday 12 March 2031\nItem    Subject                        Report by",
        "Wednesday 12 March 2031\nItem    Business                       Presented by",
    ],
    ids=["day and table", "day alone", "table alone", "table of presenters"],
)
def test_a_list_is_one_of_business_where_its_heading_says_the_day_or_its_table_whose_the_reports_are(head: str) -> None:
    rows = """
1       Welcome                        Chair
2       Winter plan                    Head of Care
3       Carers strategy                Carers Lead
"""
    sheet = front(document(f"Mere Integration Joint Board\n{head}{rows}", PAPER))
    assert (sheet.pack_kind, sheet.sheets, [item.number for item in sheet.items]) == ("agenda_pack", 1, ["1", "2", "3"])


def test_a_list_goes_on_over_the_sheets_whatever_stands_under_a_title() -> None:
    first = "AGENDA\n1.   Apologies\n2.   Minutes"
    second = "3.   Tree Policy\n     Report by the Head of Parks\n4.   Date of next meeting"
    assert [item.number for item in front(document(first, second, PAPER)).items] == ["1", "2", "3", "4"]


def test_the_head_of_the_list_may_be_printed_again_on_the_next_sheet() -> None:
    first = "AGENDA\nNo.   Item   Pages\n1.   Apologies\n2.   Reports\n2.1   Trees   3 - 4"
    second = "No.   Item   Pages\n2.2   Car Parks   5 - 6\n     Report by the Head of Parks\n3.   Date of next meeting"
    assert [item.number for item in front(document(first, second, PAPER)).items] == ["1", "2", "2.1", "2.2", "3"]


def test_papers_begin_where_the_outline_or_a_stamp_says() -> None:
    sheets = (LIST, "Guidance\nMore of it.", "Words of a paper\nthat opens like nothing known.")
    outlined = document(*sheets, bookmarks=(Bookmark(0, "Agenda", 1), Bookmark(0, "3 Minutes", 3)))
    assert front(outlined).sheets == 2
    pages = document(*sheets).pages
    stamped = Document((*pages[:2], replace(pages[2], item_stamp="3")))
    assert front(stamped).sheets == 2


def test_papers_begin_at_the_first_printed_page_that_the_list_names() -> None:
    listed = LIST.replace("last meeting", "last meeting (Pages 1 - 2)")
    pages = document(listed, "Guidance\nMore of it.", "Words of a paper", "and more").pages
    numbered = Document((*pages[:2], replace(pages[2], printed=1), replace(pages[3], printed=2)))
    assert front(numbered).sheets == 2


def test_papers_follow_where_as_many_sheets_as_promised_do() -> None:
    listed = LIST.replace("last meeting", "last meeting (Pages 3 - 5)")
    guidance = "Mobile phones\nPlease turn them off."
    sheet = front(document(listed, guidance, "Words that open like nothing known.", "More words.", "And more."))
    assert (sheet.pack_kind, sheet.sheets) == ("agenda_pack", 2)


def test_blank_sheets_are_no_papers() -> None:
    pages = document(LIST, "This page is intentionally left blank").pages
    sheet = front(Document((pages[0], replace(pages[1], lines=(), blank=True))))
    assert sheet.pack_kind == "agenda"


def test_furniture_may_name_the_council() -> None:
    pages = document("Cabinet\nThursday 5 June 2031\n" + LIST).pages
    footer = document("Wendlemere County Council, County Hall").pages[0].lines
    assert front(Document((replace(pages[0], furniture=footer),))).council == "Wendlemere County Council"


def test_furniture_may_name_the_body() -> None:
    pages = document("Thursday 5 June 2031\n" + LIST).pages
    head = document("Scrutiny Committee").pages[0].lines
    assert front(Document((replace(pages[0], furniture=head),))).body == "Scrutiny Committee"


def test_sources_name_the_lines_that_settled_a_field() -> None:
    sheet = front(document("Wendlemere County Council\nCabinet\nThursday 5 June 2031 at 10.00 am\n" + LIST))
    found = {name: " ".join(line.text for line in lines) for name, lines, _ in sheet.sources}
    assert found["council"] == "Wendlemere County Council"
    assert found["body"] == "Cabinet"
    assert found["meeting_date"] == found["meeting_time"] == "Thursday 5 June 2031 at 10.00 am"


WORDS = (
    "AGENDA",
    "1.",
    "2.",
    "3",
    "(Pages 1 - 4)",
    "Minutes",
    "TO FOLLOW",
    "PART II",
    "Cabinet",
    "5 June 2031",
    "at 10.00 am",
    "a)",
    "Venue:",
    "  ",
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=6), max_size=12), min_size=1, max_size=3))
def test_any_words_give_a_front_sheet_whose_lines_stand_in_one_place_each(sheets: list[list[list[str]]]) -> None:
    pack = document(*("\n".join(" ".join(words) for words in sheet) for sheet in sheets))
    found = front(pack)
    places = [id(line) for line in (*found.lines, *(line for item in found.items for line in item.lines))]
    assert len(places) == len(set(places))
    assert 0 <= found.sheets <= len(pack.pages)
    assert all(item.title for item in found.items)


def test_a_row_of_heads_has_its_values_beneath() -> None:
    pack = document("""
    **REPORT TITLE**
    Plan for the Canal Side

    **FOR SUBMISSION TO                   DATE**
    Cabinet                             13 December 2031

    **SUMMARY OF REPORT**
    Signed on 1 December 2031.
    """)
    found = front(pack)
    assert (found.body, found.meeting_date) == ("Cabinet", "2031-12-13")


def test_a_decision_notice_is_of_the_body_that_its_heading_names_first() -> None:
    found = front(
        document("EAST MERE COUNCIL\nCABINET - DECISION NOTICE\nDecisions taken by the Cabinet on Wednesday 6 March 2031")
    )
    assert (found.pack_kind, found.body) == ("decisions", "Cabinet")


def test_a_form_above_the_first_number_is_a_reports_whatever_its_paragraphs_are_about() -> None:
    found = front(
        document("""
PAPER C
**Purpose: For Decision**
**Committee: CABINET**
**Date: 9 JANUARY 2031**
**Title: MAINTENANCE OF THE ROADS**
**REPORT OF THE CABINET MEMBER FOR ROADS**
SUMMARY
1.   To seek approval for the Council's expression of interest.
BACKGROUND
2.   Bids have been asked for.
3.   That the expression of interest be sent.
""")
    )
    assert (found.pack_kind, found.meeting_date) == ("report", "2031-01-09")


def test_papers_begin_where_a_form_names_a_listed_business_beside_its_label() -> None:
    pack = document(
        """
Parks Committee, 14 November 2031
AGENDA
1.   Apologies
2.   Declarations of interest
3.   Grants for Communities
""",
        """
Report on             Grants for Communities
Date of Meeting       14 November 2031
Contact Officer       Petra Marsh, Grants Manager
1.1   To seek approval of the grants.
""",
    )
    found = front(pack)
    assert (found.pack_kind, found.sheets) == ("agenda_pack", 1)


REPORTS_TO: dict[str, tuple[str, str]] = {
    "the author, then to whom": (
        """
**Vale Council**
**Report by Director of Operations**
**to Cabinet**
**of 14 March 2031**
**Subject:**      **Grass Cutting**
2.   Recommendation
2.1   It is recommended that the Cabinet
""",
        "Cabinet",
    ),
    "the chair and members": (
        """
REPORT TITLE:   Bus Fares
To:             The Chair and Members of the Transport Committee
Meeting:        14 March 2031
""",
        "Transport Committee",
    ),
    "meeting and date in one label": (
        """
Meeting / Date      Cabinet
                    7 September 2031
Report Title        Lending and Borrowing
Wards affected      None
""",
        "Cabinet",
    ),
}


@pytest.mark.parametrize("case", REPORTS_TO)
def test_a_report_names_the_body_that_it_is_made_to(case: str) -> None:
    text, expected = REPORTS_TO[case]
    assert front(document(text)).body == expected


def test_one_letter_before_the_word_names_no_council() -> None:
    found = front(document("COUNCIL EXECUTIVE\nREPORT BY HEAD OF OPERATIONS\nRECOMMENDATION\nI    Council Values    None"))
    assert found.council is None


def test_a_report_s_running_head_may_tell_the_body_and_the_day() -> None:
    paper = document("**Public Spaces Order**\n\nReport of the Leisure Portfolio Holder\n\n1. Introduction\nThe order ends.\n")
    head = document("Marsh Borough Council – Cabinet – 12 July 2031").pages[0].lines
    found = front(replace(paper, pages=(replace(paper.pages[0], furniture=head),)))
    assert (found.body, found.meeting_date) == ("Cabinet", "2031-07-12")


def test_a_running_head_of_a_day_alone_tells_none() -> None:
    paper = document("**Public Spaces Order**\n\nReport of the Leisure Portfolio Holder\n\n1. Introduction\nThe order ends.\n")
    head = document("Version 2 – 12 July 2031").pages[0].lines
    assert front(replace(paper, pages=(replace(paper.pages[0], furniture=head),))).meeting_date is None


PANEL = "HARLSHIRE POLICE AND CRIME PANEL\nAgenda for the meeting on Thursday 6 February 2031 at 10.30 am\n"


def test_the_council_that_serves_a_police_and_crime_panel_is_not_whose_it_is() -> None:
    found = front(document(f"{PANEL}Hosted by Harlshire County Council, County Hall, Harl{LIST}"))
    assert (found.council, found.body) == (None, "Harlshire Police and Crime Panel")


def test_a_council_whose_name_heads_a_panel_s_agenda_is() -> None:
    assert front(document(f"Harlshire County Council\n\n{PANEL}{LIST}")).council == "Harlshire County Council"


def test_the_numbered_limbs_of_one_decision_are_no_businesses() -> None:
    record = (
        "Executive Member Decision Notice\n\n**Decision**\nThat the Executive Member:\n1. approves the fee; and\n2. notes it.\n"
    )
    assert front(document(record)).items == ()


def test_a_notice_of_decisions_names_the_body_that_took_them() -> None:
    found = front(document("NOTICE OF DECISIONS taken by the Cabinet on Tuesday 17 June 2031\n\n1. Fees\n\nDecision: Agreed.\n"))
    assert (found.pack_kind, found.body) == ("decisions", "Cabinet")


def test_a_record_of_decision_by_a_member_of_the_cabinet_is_no_minutes() -> None:
    assert (
        front(document("Marsh Borough Council\nRecord of Decision by Cabinet Member\n\nDecision: Agreed.\n")).pack_kind
        == "decisions"
    )


def test_the_numbered_headings_of_a_record_of_one_decision_are_no_businesses() -> None:
    record = (
        "OFFICER DECISION NOTICE\n\n**1. Decision**\nTo make a grant.\n**2. Background**\nNeed rose.\n**3. Date**\n11 May 2031\n"
    )
    assert front(document(record)).items == ()


def test_the_numbered_recommendations_of_a_paper_are_no_agenda() -> None:
    paper = "Marsh Council\n\nResponse\n\nR1 Petitions should be debated\nR2 Questions should be heard\nR3 Paper should end\n"
    assert front(document(paper)).items == ()


def test_a_summary_of_decisions_behind_the_body_s_name_is_a_notice_of_them() -> None:
    found = front(
        document("Marsh Borough Council\n\nCabinet – Summary of Decisions\n\nMeeting of 9 September 2031\n\n5. Fees\n\nAgreed.\n")
    )
    assert (found.pack_kind, found.body) == ("decisions", "Cabinet")


MINUTES = "{heading}\nPresent: Councillors Ash and Vale\n12.   The forge\nRESOLVED that the roof be mended.\n"


@pytest.mark.parametrize(
    "heading", ["Minutes of the meeting held on 16 April 2031", "MINUTE of MEETING of the PARKS COMMITTEE held on 16 April"]
)
@pytest.mark.parametrize("stamp", [None, "4"])
def test_minutes_are_a_paper_though_they_alone_have_no_stamp(heading: str, stamp: str | None) -> None:
    pages = document(LIST, MINUTES.format(heading=heading), PAPER).pages
    stamped = (pages[0], pages[1], replace(pages[2], item_stamp=stamp))
    found = front(Document(pages=stamped))
    assert (found.sheets, [item.number for item in found.items]) == (1, ["1", "2", "3"])


def test_minutes_may_be_the_only_paper() -> None:
    head = "MARSH BOROUGH COUNCIL\nMINUTES OF THE EXECUTIVE\nHeld on 16 April 2031"
    found = front(document(LIST, MINUTES.format(heading=head)))
    assert (found.sheets, [item.number for item in found.items]) == (1, ["1", "2", "3"])


OTHERS_MEETINGS = {
    "the table of a plan": "**Forward Plan**\n\nSubject      Decision maker    Date of decision    Consulted    Lead\n"
    "Moorings     Executive         6 January 2031      Clubs        Head of Ports\nof the east quay     Executive",
    "the divisions of a work programme": "**Work Programme**\n\n**14 January 2031**\nMoorings\n**3 March 2031**\nFares",
    "the blocks of a plan": "**Forward Plan**\n\nTitle: Moorings\nDecision maker: Cabinet\nDate: 6 January 2031\n\n"
    "Title: Fares\nDecision maker: Cabinet\nDate: 3 March 2031",
    "a report that was made": "**Recommendations Monitor**\n\n**Review of Moorings (reported to Cabinet 17 July 2031)**",
    "an answer": "**Executive Response to the Recommendations of the Ferries Task Group**\n\nThe ferries run again.",
    "a log": "**Outstanding Actions – Harbour Working Group**\n\nNone.",
}


@pytest.mark.parametrize("what", OTHERS_MEETINGS)
def test_what_a_lone_paper_tells_of_other_meetings_is_not_its_own(what: str) -> None:
    found = front(document(OTHERS_MEETINGS[what]))
    assert (found.body, found.meeting_date) == (None, None)


def test_above_its_table_a_lone_plan_tells_its_meeting() -> None:
    head = "**HARBOUR COMMITTEE**\n**4 May 2031**\n"
    found = front(document(head + OTHERS_MEETINGS["the table of a plan"]))
    assert (found.body, found.meeting_date) == ("Harbour Committee", "2031-05-04")


def test_the_council_behind_a_dash_is_none_of_the_body_s_name() -> None:
    found = front(document("**FORWARD PLAN**\n**Cabinet – Marsh Borough Council**\n\nTitle: Moorings\nDecision maker: Cabinet"))
    assert (found.council, found.body) == ("Marsh Borough Council", "Cabinet")


def test_a_parish_that_a_lone_report_mentions_is_not_whose_it_is() -> None:
    text = "**Parking Strategy: Summary of Responses**\n\nIn the autumn Addle Parish Council resolved to object to the charges."
    assert front(document(text)).council is None
    assert front(document(text.replace("Addle Parish", "Marsh Borough"))).council == "Marsh Borough Council"
    assert front(document(f"**ADDLE PARISH COUNCIL**\n\n{text}")).council == "Addle Parish Council"


@pytest.mark.parametrize("label", ["Date completed", "Date of approval", "Date signed"])
def test_the_day_on_which_a_form_was_filled_in_is_no_meeting_s(label: str) -> None:
    form = f"**Equality Impact Assessment**\n{label}      4 October 2031\nApproved by         Joan Fell, Policy Officer"
    assert front(document(form)).meeting_date is None


def test_what_is_presented_to_a_body_is_none_of_its_name() -> None:
    assert front(document("**Winter Service**\nPresentation to the Highways Committee")).body == "Highways Committee"


def test_a_notice_of_key_decisions_tells_of_none_that_was_taken() -> None:
    found = front(
        document("**Key Decisions Notice**\n\nKD1/31    Moorings    Cabinet, 20 January 2031\nKD2/31    Fares    Cabinet")
    )
    assert (found.pack_kind != "decisions", found.items) == (True, ())


def test_the_period_of_a_notice_is_no_part_of_a_body_s_name_nor_its_heading_of_a_council_s() -> None:
    text = (
        "**Notice of Forthcoming Decisions**\n\nCombined Authority – May 2031 to July 2031\n\n1. Bus plan – Transport Committee"
    )
    found = front(document(text))
    assert (found.council, found.body) == (None, None)


@pytest.mark.parametrize(
    ("heading", "body"),
    [("CABINET MINUTES", "Cabinet"), ("PLANNING COMMITTEE MINUTES – 10 DECEMBER 2031", "Planning Committee")],
)
def test_minutes_may_be_headed_by_the_body_s_name_and_that_word(heading: str, body: str) -> None:
    found = front(
        document(f"**{heading}**\n\nPresent: Councillors Ash and Vale\n\n**12. The forge**\nRESOLVED that it be mended.")
    )
    assert (found.pack_kind, found.body) == ("minutes", body)


def test_one_field_may_be_labelled_for_the_committee_and_its_day() -> None:
    form = "**Committee Name and Date of Committee Meeting**\nCabinet – 15 December 2031\n\n**Report Title**\nAllocations"
    found = front(document(form))
    assert (found.body, found.meeting_date) == ("Cabinet", "2031-12-15")
