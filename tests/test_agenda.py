"""The listed business, in the many ways in which councils set it out. All agendas here are invented."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from builders import lines

from agendapack.matching import folded
from agendapack.stages.agenda import business
from agendapack.stages.list_starts import Setting

PLAIN = Setting()


@dataclass(frozen=True)
class Case:
    """An agenda as printed, and its items as `number|title|marks`; marks are pages `1-4`, `follow`, `exempt`, a time."""

    name: str
    text: str
    items: tuple[str, ...]
    setting: Setting = PLAIN


def shown(text: str, setting: Setting = PLAIN) -> tuple[str, ...]:
    """The items of an agenda in the form of a case."""
    out = []
    for item in business(lines(text), setting).items:
        marks = [f"{item.printed_pages[0]}-{item.printed_pages[1]}"] if item.printed_pages else []
        marks += ["follow"] * item.to_follow + ["exempt"] * item.exempt + ([item.start_time] if item.start_time else [])
        out.append("|".join([item.number or "-", item.title, *marks]))
    return tuple(out)


CASES = (
    Case(
        "a title of which the last word would head a list",
        """
1        Apologies for Absence          (19.00)
2        Urgent Items / Order of        (19.02)
         Business
3        Repairs                        (19.05)
4        Work Programme                 (20.40)
""",
        (
            "1|Apologies for Absence|19:00",
            "2|Urgent Items / Order of Business|19:02",
            "3|Repairs|19:05",
            "4|Work Programme|20:40",
        ),
    ),
    Case(
        "a narrow column of titles, and far below it a broader line at its margin",
        """
1    Apologies
2    Minutes                      3
3    Council Tax Reduction        6
     Scheme 2031/32
4    Purchase of 14 Quay Street   8
5    Date of next meeting


     Notes for all of our visitors
""",
        (
            "1|Apologies",
            "2|Minutes|3-3",
            "3|Council Tax Reduction Scheme 2031/32|6-6",
            "4|Purchase of 14 Quay Street|8-8",
            "5|Date of next meeting",
        ),
    ),
    Case(
        "a narrow cell that tells beneath its title when the next meeting is",
        """
1/31      Apologies                              None
2/31      Minutes of the last meeting held       Agreed
          Monday 3 February 2031
3/31      Finance                                Agreed
4/31      Date of next meeting                   Noted
          Monday 7 April 2031 at 7.30pm
""",
        (
            "1/31|Apologies",
            "2/31|Minutes of the last meeting held Monday 3 February 2031",
            "3/31|Finance",
            "4/31|Date of next meeting",
        ),
    ),
    Case(
        "a sentence that ends with the word agenda, in a list that begins above it",
        """
**AGENDA OF BUSINESS**

**1   Declarations of Interest**
Members declare their interests in any item on this
agenda.
**2   Minute of Previous Meeting**
**3   Winter Gritting**
**4   Appointments to Outside Bodies**
""",
        (
            "1|Declarations of Interest",
            "2|Minute of Previous Meeting",
            "3|Winter Gritting",
            "4|Appointments to Outside Bodies",
        ),
    ),
    Case(
        "a year with which a line begins",
        """
AGENDA
1     Apologies for Absence
2     Minutes of the Last Meeting
      (The minutes of the meeting held on 19 August
2031  are attached.)
3     Winter Gritting
4     Date of Next Meeting
""",
        (
            "1|Apologies for Absence",
            "2|Minutes of the Last Meeting",
            "3|Winter Gritting",
            "4|Date of Next Meeting",
        ),
    ),
    Case(
        "a resolution without a number above what it is put for",
        """
AGENDA
1   Declarations of Interest
2   Minute of Previous Meeting
3   Winter Gritting
The Committee may resolve that the press and public be excluded from the
meeting for the undernoted item of business, which discloses exempt matters.
4   Lease of the Old Mill
""",
        (
            "1|Declarations of Interest",
            "2|Minute of Previous Meeting",
            "3|Winter Gritting",
            "4|Lease of the Old Mill|exempt",
        ),
    ),
    Case(
        "a sentence that says of one item that it is exempt",
        """
AGENDA
1.   Apologies
2.   Bus Shelters
     The following item is not for publication by virtue of Paragraph 3 of Schedule 12A.
3.   Land at Green Lane
4.   Any Other Items which the Chairman Decides are Urgent
""",
        (
            "1|Apologies",
            "2|Bus Shelters",
            "3|Land at Green Lane|exempt",
            "4|Any Other Items which the Chairman Decides are Urgent",
        ),
    ),
    Case(
        "items in confidence",
        """
AGENDA
1.   Apologies
2.   Declarations of Interest
3.   Review of Street Lighting
ITEMS 4 – 5 ***IN CONFIDENCE***
4.   Supply of Bins
5.   Recycling Centre
""",
        (
            "1|Apologies",
            "2|Declarations of Interest",
            "3|Review of Street Lighting",
            "4|Supply of Bins|exempt",
            "5|Recycling Centre|exempt",
        ),
    ),
    Case(
        "page ranges in a column without a head, right of the column of authors",
        """
Item                                              Report by
1.    Minutes of the meeting held on 12 June 2031.                      (Pages 3 - 8)
2.    Question Time.
3.    Rural Buses: Final Report.                  Review Panel          (Pages 9 -
                                                                        14)
4.    Tracking of Recommendations.                Chief Executive       (Pages 15 - 16)
""",
        (
            "1|Minutes of the meeting held on 12 June 2031|3-8",
            "2|Question Time",
            "3|Rural Buses: Final Report|9-14",
            "4|Tracking of Recommendations|15-16",
        ),
    ),
    Case(
        "a table few of whose rows have page numbers",
        """
AGENDA
1.     Apologies for Absence
2.     Declarations of Interest
3.     Minutes of the Meeting Held on Monday         5 - 12
4.     Review of the Household Recycling Centre
       Programme
5.     Matters Arising
       Members may ask what became of them
6.     Work Plan
7.     Date of the Next Meeting
""",
        (
            "1|Apologies for Absence",
            "2|Declarations of Interest",
            "3|Minutes of the Meeting Held on Monday|5-12",
            "4|Review of the Household Recycling Centre Programme",
            "5|Matters Arising",
            "6|Work Plan",
            "7|Date of the Next Meeting",
        ),
    ),
    Case(
        "a table with a column for page numbers and none in it",
        """
AGENDA
       Item                                          Page
1.     Apologies for Absence
2.     Review of the Leisure and Culture Grants
       Scheme
3.     Date of the Next Meeting
""",
        ("1|Apologies for Absence", "2|Review of the Leisure and Culture Grants Scheme", "3|Date of the Next Meeting"),
    ),
    Case(
        "few page numbers beside text that runs across their column",
        """
AGENDA
1.     Apologies for Absence
       Members who cannot attend should let the clerk know of it in writing
2.     Minutes of the Meeting Held on Monday         5 - 12
3.     Review of the Household Recycling Centre
       Programme director to attend
4.     Matters Arising
5.     Date of the Next Meeting
""",
        (
            "1|Apologies for Absence",
            "2|Minutes of the Meeting Held on Monday|5-12",
            "3|Review of the Household Recycling Centre",
            "4|Matters Arising",
            "5|Date of the Next Meeting",
        ),
    ),
    Case(
        "capitals that wrap to the margin",
        """
AGENDA
1. TO RECEIVE APOLOGIES FOR ABSENCE

2. COUNTY AND DISTRICT COUNCILLORS, COMMUNITY POLICING AND LOCAL
ORGANISATIONS WITH SPECIFIC RESPONSIBILITIES

3. PLANNING
""",
        (
            "1|TO RECEIVE APOLOGIES FOR ABSENCE",
            "2|COUNTY AND DISTRICT COUNCILLORS, COMMUNITY POLICING AND LOCAL ORGANISATIONS WITH SPECIFIC RESPONSIBILITIES",
            "3|PLANNING",
        ),
    ),
    Case(
        "a title with an explanation in brackets that holds whole sentences",
        """
AGENDA
1.   Apologies
2.   Declaration of interests (Disclosure by all members present. Members may not take part
     unless a dispensation was granted. Standing Orders apply).
3.   The next meeting will be held on Wednesday 8th September 2031 at 7pm.
""",
        ("1|Apologies", "2|Declaration of interests", "3|The next meeting will be held on Wednesday 8th September 2031"),
    ),
    Case(
        "what is taken in committee",
        """
AGENDA
1.   Apologies
2.   Minutes
     IN COMMITTEE (Items 3-4 inclusive)
3.   Staffing Matters
4.   Land and Property
""",
        ("1|Apologies", "2|Minutes", "3|Staffing Matters|exempt", "4|Land and Property|exempt"),
    ),
    Case(
        "a title in another tongue under the last one, and a sentence that ends with an office",
        """
AGENDA
1.   Apologies
     Leisgeulan
2.   Minutes
     Geàrr-chunntas
3.   Recruitment of Chief Officers
     Fastadh Àrd-oifigearan
     There is circulated Report No. HC/38/31 dated 14 October 2031 by the Chief Executive.
""",
        ("1|Apologies", "2|Minutes", "3|Recruitment of Chief Officers"),
    ),
    Case(
        "a resolution that names the businesses in private, and a next meeting after them",
        """
AGENDA
1.   Apologies
2.   Exclusion of the public
     That the public be excluded during consideration of items 4 and 5.
3.   Street trading
4.   A driver's licence
5.   A hire licence
6.   Work programme
7.   Date of the next meeting
""",
        (
            "1|Apologies",
            "2|Exclusion of the public",
            "3|Street trading",
            "4|A driver's licence|exempt",
            "5|A hire licence|exempt",
            "6|Work programme",
            "7|Date of the next meeting",
        ),
    ),
    Case(
        "a next meeting in the closed part",
        """
AGENDA
1.   Apologies
2.   Minutes
PART II
3.   Lease of the depot
4.   Date of next meeting
""",
        ("1|Apologies", "2|Minutes", "3|Lease of the depot|exempt", "4|Date of next meeting"),
    ),
    Case(
        "a mark in square brackets that wraps",
        """
AGENDA
1.   Minutes of the last meeting of the Committee and matters arising from them [report
     enclosed]
2.   Hut rents
""",
        ("1|Minutes of the last meeting of the Committee and matters arising from them", "2|Hut rents"),
    ),
    Case(
        "titles that say that their paper is attached",
        """
AGENDA
1.   Minutes (copy attached)
2.   BANDSTAND REPAIRS (Report attached)
3.   Fees [to be tabled]
4.   Hut rents (to follow)
""",
        ("1|Minutes", "2|BANDSTAND REPAIRS", "3|Fees", "4|Hut rents|follow"),
    ),
    Case(
        "a star before the number that marks something else",
        """
AGENDA
* marks a key decision
1.     Apologies for Absence
* 2.   Market Rents (Pages 1 - 6)
3.     * Work Programme (Pages 7 - 8)
""",
        ("1|Apologies for Absence", "2|Market Rents|1-6", "3|Work Programme|7-8"),
    ),
    Case(
        "a title that wraps in a narrow column, its pages beside its first line",
        """
AGENDA
1     **Apologies for Absence**
2     **Declarations of Interest**
      Members are asked to declare
      any interest in any business.
3     **Transport of Pupils to**       All Wards      (Pages 1 - 6)
      **School**
      Report of the Director
4     **Market Rents**                 Castle         (Pages 7 - 9)
""",
        ("1|Apologies for Absence", "2|Declarations of Interest", "3|Transport of Pupils to School|1-6", "4|Market Rents|7-9"),
    ),
    Case(
        "number, title and page range in brackets",
        """
                         AGENDA
1.   Apologies for Absence
2.   Minutes (Pages 1 - 6)
3.   Mid-Year Review of the Waste Strategy (Pages 7 - 22)
4.   Work Programme (Pages 23 - 24)
""",
        ("1|Apologies for Absence", "2|Minutes|1-6", "3|Mid-Year Review of the Waste Strategy|7-22", "4|Work Programme|23-24"),
    ),
    Case(
        "page range wrapped in the middle of its bracket",
        """
AGENDA
1.   Apologies
2.   Review of the Arrangements for Home to School Transport in the Valleys (Pages
     11 - 40)
3.   Urgent Business
""",
        ("1|Apologies", "2|Review of the Arrangements for Home to School Transport in the Valleys|11-40", "3|Urgent Business"),
    ),
    Case(
        "page range on a line of its own",
        """
AGENDA
1.   Apologies
2.   Annual Report of the Director of Public Health
     (Pages 3 - 58)
3.   Forward Plan
     (Page 59)
""",
        ("1|Apologies", "2|Annual Report of the Director of Public Health|3-58", "3|Forward Plan|59-59"),
    ),
    Case(
        "number cell, title cell and page column",
        """
Item                                                            Page
1    APOLOGIES FOR ABSENCE
2    DECLARATIONS OF INTEREST
3    MINUTES                                                    1 - 4
     To approve the minutes of the meeting held on 4 March 2031.
4    HOUSING DELIVERY TEST ACTION PLAN                          5 - 30
     Report of the Head of Planning.
""",
        ("1|APOLOGIES FOR ABSENCE", "2|DECLARATIONS OF INTEREST", "3|MINUTES|1-4", "4|HOUSING DELIVERY TEST ACTION PLAN|5-30"),
    ),
    Case(
        "page column with first pages only",
        """
No.  Item                                                       Page
1.   Apologies for absence
2.   Minutes of the last meeting                                3
3.   Treasury management outturn                                9
4.   Risk register                                              21
""",
        (
            "1|Apologies for absence",
            "2|Minutes of the last meeting|3-3",
            "3|Treasury management outturn|9-9",
            "4|Risk register|21-21",
        ),
    ),
    Case(
        "titles in capitals that wrap, with descriptions in lower case",
        """
AGENDA
1.   APOLOGIES FOR ABSENCE
     To receive apologies for absence.
2.   APPLICATION FOR THE REVIEW OF A PREMISES LICENCE: THE ANCHOR,
     QUAY STREET (Pages 5 - 60)
     Report of the Licensing Manager.
3.   ANY OTHER BUSINESS WHICH THE CHAIR DECIDES IS URGENT
""",
        (
            "1|APOLOGIES FOR ABSENCE",
            "2|APPLICATION FOR THE REVIEW OF A PREMISES LICENCE: THE ANCHOR, QUAY STREET|5-60",
            "3|ANY OTHER BUSINESS WHICH THE CHAIR DECIDES IS URGENT",
        ),
    ),
    Case(
        "bold titles with plain descriptions beneath",
        """
**A G E N D A**
1.   **Apologies for Absence**
2.   **Members' Interests**
     Members are asked to declare any interests that they have.
3.   **Levelling Up Fund: Bus Station**
     The panel will consider the outcome of the bid.
     (Pages 9 - 12)
""",
        ("1|Apologies for Absence", "2|Members' Interests", "3|Levelling Up Fund: Bus Station|9-12"),
    ),
    Case(
        "bold title with its description running on",
        """
AGENDA
1.   **Apologies**  To receive apologies from those who cannot attend.
2.   **Minutes.**  To approve the minutes of the meeting held on 2 May 2031.
3.   **Bus shelter.**  To discuss the quotation for a new roof.
""",
        ("1|Apologies", "2|Minutes", "3|Bus shelter"),
    ),
    Case(
        "numbers with a closing bracket and lettered points",
        """
AGENDA
1)   Apologies for absence
2)   To approve the minutes of the last meeting
3)   Highways
     a) Speed indicator device
     b) Grit bins
4)   Date of next meeting
""",
        ("1|Apologies for absence", "2|To approve the minutes of the last meeting", "3|Highways", "4|Date of next meeting"),
    ),
    Case(
        "a numbered list under an item in another form",
        """
AGENDA
1.   Apologies
2.   Public Forum
     Up to 30 minutes is allowed for this item.
     1) Petitions and statements must be sent by noon.
     2) Questions must be sent three days before.
     3) Each speaker has one minute.
3.   Annual Business Report (Pages 5 - 8)
""",
        ("1|Apologies", "2|Public Forum", "3|Annual Business Report|5-8"),
    ),
    Case(
        "an indented list under an item in the same form",
        """
AGENDA
1.   Apologies
2.   Planning applications
          1.   Extension at 4 Mill Lane
          2.   Barn conversion at Hill Farm
          3.   New shop front, High Street
3.   Correspondence
4.   Payments
""",
        ("1|Apologies", "2|Planning applications", "3|Correspondence", "4|Payments"),
    ),
    Case(
        "parish points numbered beneath the item",
        """
AGENDA
1    Welcome and apologies
2    Finance
     2.1  To approve payments
     2.2  To receive the bank reconciliation
3    Playing field
     3.1  To agree the mowing contract
4    Date of the next meeting
""",
        ("1|Welcome and apologies", "2|Finance", "3|Playing field", "4|Date of the next meeting"),
    ),
    Case(
        "lettered items that have papers of their own",
        """
AGENDA
4.   Minutes (Pages 1 - 4)
5.   Planning Applications
5a   31/00123/FUL - Land North of Mill Lane (Pages 5 - 20)
5b   31/00456/OUT - The Maltings (Pages 21 - 40)
6.   Appeals Update (Pages 41 - 42)
""",
        (
            "4|Minutes|1-4",
            "5|Planning Applications",
            "5a|31/00123/FUL - Land North of Mill Lane|5-20",
            "5b|31/00456/OUT - The Maltings|21-40",
            "6|Appeals Update|41-42",
        ),
        Setting(decides=False),
    ),
    Case(
        "decimal items that have papers of their own",
        """
AGENDA
1.   DECLARATIONS OF INTEREST
2.   MINUTES OF THE PREVIOUS MEETING(S)                        5 - 12
3.   REPORTS FOR CONSIDERATION
3 .1  Fire Safety in Tall Buildings                             13 - 44
3 .2  Library Strategy                                          45 - 60
4.   ANY OTHER UNRESTRICTED BUSINESS CONSIDERED TO BE URGENT
""",
        (
            "1|DECLARATIONS OF INTEREST",
            "2|MINUTES OF THE PREVIOUS MEETING(S)|5-12",
            "3|REPORTS FOR CONSIDERATION",
            "3.1|Fire Safety in Tall Buildings|13-44",
            "3.2|Library Strategy|45-60",
            "4|ANY OTHER UNRESTRICTED BUSINESS CONSIDERED TO BE URGENT",
        ),
    ),
    Case(
        "the word item before the number",
        """
AGENDA
Item 1   Apologies for Absence
Item 2   Minutes of the Meeting of 3 March 2031
Item 3   Quarter 3 Performance   (Pages 5 - 18)
""",
        ("1|Apologies for Absence", "2|Minutes of the Meeting of 3 March 2031", "3|Quarter 3 Performance|5-18"),
    ),
    Case(
        "letter and figure",
        """
AGENDA
A1   Apologies for absence
A2   Declarations of interest
B1   Adult Social Care Charging Policy (Pages 3 - 20)
B2   Care Home Fees (Pages 21 - 30)
""",
        (
            "A1|Apologies for absence",
            "A2|Declarations of interest",
            "B1|Adult Social Care Charging Policy|3-20",
            "B2|Care Home Fees|21-30",
        ),
    ),
    Case(
        "Roman numbers",
        """
AGENDA
I.    Apologies
II.   Declarations of Interest
III.  Minutes of the Last Meeting
IV.   Allotments
""",
        ("I|Apologies", "II|Declarations of Interest", "III|Minutes of the Last Meeting", "IV|Allotments"),
    ),
    Case(
        "minute numbers that go on from year to year",
        """
AGENDA
1187. Apologies for absence
1188. Declarations of interest
1189. Minutes of 7 April
1190. Footpath 12
""",
        ("1187|Apologies for absence", "1188|Declarations of interest", "1189|Minutes of 7 April", "1190|Footpath 12"),
    ),
    Case(
        "minute numbers with the year",
        """
AGENDA
031/24   To receive apologies for absence
031/25   To receive declarations of interest
031/26   To approve the minutes of the Annual Meeting
031/27   To consider planning application 24/01233/HOU
""",
        (
            "031/24|To receive apologies for absence",
            "031/25|To receive declarations of interest",
            "031/26|To approve the minutes of the Annual Meeting",
            "031/27|To consider planning application 24/01233/HOU",
        ),
    ),
    Case(
        "an addenda list that jumps",
        """
ADDENDA
6.   Reports from Scrutiny (TO FOLLOW) (Pages 1 - 10)
8.   Fostering Inspection (Pages 11 - 14)
     Cabinet Member: Children
13.  Budget Report (Pages 15 - 16)
     Amendment to report
""",
        ("6|Reports from Scrutiny|1-10|follow", "8|Fostering Inspection|11-14", "13|Budget Report|15-16"),
    ),
    Case(
        "one item in a supplement's letter",
        """
Dear Member
I am now able to enclose the following report.
Agenda Item No
7    Transfer of the Community Equipment Service from the Children's Directorate to the
     Adults Directorate (Pages 1 - 20)

Yours sincerely
A. N. Officer
""",
        ("7|Transfer of the Community Equipment Service from the Children's Directorate to the Adults Directorate|1-20",),
    ),
    Case(
        "open and exempt parts, the exempt one empty",
        """
AGENDA
UNRESTRICTED ITEMS
(During these items the meeting is likely to be open to the public)
1.   Apologies
2.   Motion to exclude nobody at all
3.   Minutes (Pages 1 - 2)
EXEMPT ITEMS
(At the time of preparing the agenda there were no exempt items.)
""",
        ("1|Apologies", "2|Motion to exclude nobody at all", "3|Minutes|1-2"),
    ),
    Case(
        "items in a closed part",
        """
AGENDA
PART I - OPEN TO THE PUBLIC
1.   Apologies
2.   Minutes (Pages 1 - 2)
PART II - PRIVATE
3.   Disposal of the Old Depot (Pages 3 - 8)
""",
        ("1|Apologies", "2|Minutes|1-2", "3|Disposal of the Old Depot|3-8|exempt"),
    ),
    Case(
        "numbering that begins again in part B",
        """
AGENDA
PART A
1.   Apologies
2.   Minutes (Pages 1 - 2)
3.   Parking Charges (Pages 3 - 8)
PART B
1.   Settlement of a Claim (Pages 9 - 10)
2.   Staffing Matter (Pages 11 - 12)
""",
        (
            "1|Apologies",
            "2|Minutes|1-2",
            "3|Parking Charges|3-8",
            "1|Settlement of a Claim|9-10|exempt",
            "2|Staffing Matter|11-12|exempt",
        ),
    ),
    Case(
        "items after the exclusion of the public",
        """
AGENDA
1.   Apologies
2.   Minutes
3.   Exclusion of the Press and Public
     That the public be excluded from the meeting for the following items.
4.   Purchase of Land at Tarn Cross
""",
        ("1|Apologies", "2|Minutes", "3|Exclusion of the Press and Public", "4|Purchase of Land at Tarn Cross|exempt"),
    ),
    Case(
        "exclusion raised only as a possibility near the top",
        """
AGENDA
1.   Apologies for Absence
2.   Exclusion of Public and Press
     To identify items where resolutions may be moved to exclude the press and public.
3.   Declarations of Interest
4.   Skills Strategy
""",
        ("1|Apologies for Absence", "2|Exclusion of Public and Press", "3|Declarations of Interest", "4|Skills Strategy"),
    ),
    Case(
        "single items marked exempt or confidential",
        """
AGENDA
1.   Apologies
2.   Award of the Leisure Contract (EXEMPT) (Pages 3 - 8)
3.   Write-offs - Confidential
4.   Exempt Accommodation Strategy (Pages 9 - 20)
5.   Land Sale [Not for publication by virtue of paragraph 3]
""",
        (
            "1|Apologies",
            "2|Award of the Leisure Contract|3-8|exempt",
            "3|Write-offs|exempt",
            "4|Exempt Accommodation Strategy|9-20",
            "5|Land Sale|exempt",
        ),
    ),
    Case(
        "times under the titles",
        """
AGENDA
1.   Apologies
2.   Budget Proposals (To Follow)
     10.10
     Report by the Director of Finance.
3.   Fostering (Pages 7 - 13)
     1.10
4.   Work Programme
     13.40
""",
        ("1|Apologies", "2|Budget Proposals|follow|10:10", "3|Fostering|7-13|13:10", "4|Work Programme|13:40"),
        Setting(starts="10:00"),
    ),
    Case(
        "times above the items",
        """
AGENDA
10.00 am
1.   Welcome and apologies
10.05 am
2.   Minutes of the last meeting
10.15 am
3.   Better Care Fund plan
""",
        ("1|Welcome and apologies|10:00", "2|Minutes of the last meeting|10:05", "3|Better Care Fund plan|10:15"),
    ),
    Case(
        "a table with time, lead and pages",
        """
No.  Item                              Lead              Time      Pages
1    Welcome and apologies             Chair             2.00pm
2    Declarations of interest          Chair             2.05pm
3    Winter plan                       A. N. Officer     2.10pm    5 - 16
""",
        (
            "1|Welcome and apologies|14:00",
            "2|Declarations of interest|14:05",
            "3|Winter plan|5-16|14:10",
        ),
    ),
    Case(
        "parish summons whose items are sentences",
        """
AGENDA
1.   To receive apologies for absence and to approve the reasons given.
2.   To approve and sign the minutes of the Ordinary Meeting held on 5 May 2031 as a true
     record of that meeting.
3.   To consider the quotations for the repair of the churchyard wall and to decide how the
     work is to be paid for.
4.   To note the date of the next meeting.
""",
        (
            "1|To receive apologies for absence and to approve the reasons given",
            "2|To approve and sign the minutes of the Ordinary Meeting held on 5 May 2031 as a true record of that meeting",
            "3|To consider the quotations for the repair of the churchyard wall and to decide how the work is to be paid for",
            "4|To note the date of the next meeting",
        ),
    ),
    Case(
        "titles with points in a column beside them",
        """
AGENDA
1.   Apologies
2.   Finance        - Insurance
                    - Website
                    - Hall hire
3.   Policy Reviews -    Standing Orders
                         Code of Conduct
4.   Any Other Business
""",
        ("1|Apologies", "2|Finance", "3|Policy Reviews", "4|Any Other Business"),
    ),
    Case(
        "payments listed flush left under an item",
        """
AGENDA
101. Apologies
102. Accounts for payment:-
Grass cutting
Hall hire
103. Correspondence
""",
        ("101|Apologies", "102|Accounts for payment", "103|Correspondence"),
    ),
    Case(
        "no numbers, bold titles",
        """
AGENDA
**Apologies for Absence**
**Declarations of Interest**
To receive declarations of interest.
**Annual Audit Letter**  (Pages 3 - 20)
Report of the external auditor.
""",
        ("-|Apologies for Absence", "-|Declarations of Interest", "-|Annual Audit Letter|3-20"),
    ),
    Case(
        "no numbers, capital titles",
        """
AGENDA
APOLOGIES FOR ABSENCE
DECLARATIONS OF INTEREST
MINUTES OF THE PREVIOUS MEETING
To confirm the minutes.
CLERK'S REPORT
""",
        ("-|APOLOGIES FOR ABSENCE", "-|DECLARATIONS OF INTEREST", "-|MINUTES OF THE PREVIOUS MEETING", "-|CLERK'S REPORT"),
    ),
    Case(
        "Welsh and English titles on one line",
        """
RHAGLEN / AGENDA
1.   Ymddiheuriadau / Apologies
2.   Datganiadau o Fuddiant / Declarations of Interest
3.   Cofnodion y cyfarfod / Minutes of the meeting (Tudalennau / Pages 3 - 8)
""",
        ("1|Apologies", "2|Declarations of Interest", "3|Minutes of the meeting|3-8"),
    ),
    Case(
        "a Welsh list and then an English one",
        """
RHAGLEN
1.   Ymddiheuriadau
2.   Datganiadau o fuddiant
3.   Cofnodion y cyfarfod (Tudalennau 1 - 4)
=== 2
AGENDA
1.   Apologies
2.   Declarations of interest
3.   Minutes of the meeting (Pages 1 - 4)
""",
        ("1|Apologies", "2|Declarations of interest", "3|Minutes of the meeting|1-4"),
    ),
    Case(
        "an agenda over two sheets",
        """
AGENDA
1.   Apologies
2.   Minutes (Pages 1 - 6)
=== 2
     To approve the minutes.
3.   Petitions
4.   Climate Action Plan (Pages 7 - 30)
""",
        ("1|Apologies", "2|Minutes|1-6", "3|Petitions", "4|Climate Action Plan|7-30"),
    ),
    Case(
        "numbers set flush right",
        """
AGENDA
       8.   Minutes
       9.   Petitions
      10.   Local Plan Review
      11.   Urgent Business
""",
        ("8|Minutes", "9|Petitions", "10|Local Plan Review", "11|Urgent Business"),
    ),
    Case(
        "a list without punctuation or columns",
        """
AGENDA
1 Apologies for absence
2 Chairman's announcements
3 Minutes of the meeting held on 12 January 2031
4 Speed limit in Mill Lane
""",
        (
            "1|Apologies for absence",
            "2|Chairman's announcements",
            "3|Minutes of the meeting held on 12 January 2031",
            "4|Speed limit in Mill Lane",
        ),
    ),
    Case(
        "the head of the list in a sentence",
        """
You are hereby summoned to attend a meeting of Nether Addle Parish Council
for the purpose of transacting the following business:
1.   Apologies
2.   Planning
3.   Date of next meeting
""",
        ("1|Apologies", "2|Planning", "3|Date of next meeting"),
    ),
    Case(
        "no head at all, but business that every meeting has",
        """
Audit Committee
Thursday 5 June 2031
1.   Apologies for Absence
2.   Declarations of Interest
3.   Minutes (Pages 3 - 6)
4.   Counter-Fraud Plan (Pages 7 - 12)
""",
        ("1|Apologies for Absence", "2|Declarations of Interest", "3|Minutes|3-6", "4|Counter-Fraud Plan|7-12"),
    ),
    Case(
        "a division between decisions that is no item",
        """
AGENDA
1.   Apologies
2.   Minutes
KEY DECISIONS
3.   Street Lighting Contract
NON-KEY DECISIONS
4.   Museum Opening Hours
""",
        ("1|Apologies", "2|Minutes", "3|Street Lighting Contract", "4|Museum Opening Hours"),
    ),
    Case(
        "a reference before the title stays in it",
        """
AGENDA
1.   Apologies
2.   31/00108 - Revenue Monitoring (Pages 3 - 4)
3.   Review of Decision 31/00093 - Day Centres
""",
        ("1|Apologies", "2|31/00108 - Revenue Monitoring|3-4", "3|Review of Decision 31/00093 - Day Centres"),
    ),
    Case(
        "papers to follow said beneath",
        """
AGENDA
1.   Apologies
2.   Ofsted Action Plan
     Report to follow
3.   Procedure to Follow at Hearings (Pages 1 - 2)
""",
        ("1|Apologies", "2|Ofsted Action Plan|follow", "3|Procedure to Follow at Hearings|1-2"),
    ),
    Case(
        "several page ranges",
        """
AGENDA
1.   Minutes (Pages 1 - 4, 5 - 8)
2.   Budget (Pages 9 to 12)
3.   Plan [Pages: 13-20]
""",
        ("1|Minutes|1-8", "2|Budget|9-12", "3|Plan|13-20"),
    ),
    Case(
        "a county's front sheet with guidance before and after",
        """
AGENDA
1.   APOLOGIES FOR ABSENCE
     To receive any apologies for absence received.
2.   DECLARATIONS OF INTEREST
     All Members who believe they have a Disclosable Pecuniary Interest in any matter to be
     considered at the meeting must declare that interest.
3.   MINUTES OF PREVIOUS MEETING (Pages 3 - 8)
     To confirm the minutes of the previous meeting.
4.   2031/32 REVENUE BUDGET AND CAPITAL PROGRAMME (Pages 9 - 60)
     To consider a report of the Director of Operations.
ABOUT THIS AGENDA:
On request, this agenda can be provided in alternative versions (such as
large print, Braille or audio) and in alternative languages.
ABOUT THIS MEETING:
The press and public are welcome to attend the public sessions of the meeting.
""",
        (
            "1|APOLOGIES FOR ABSENCE",
            "2|DECLARATIONS OF INTEREST",
            "3|MINUTES OF PREVIOUS MEETING|3-8",
            "4|2031/32 REVENUE BUDGET AND CAPITAL PROGRAMME|9-60",
        ),
    ),
    Case(
        "a table with a column of wards between number and title",
        """
Item   Ward             Item                                      Page
No                                                                No
1                       LATE ITEMS
                        To identify items which have been admitted to the agenda.
2                       DECLARATION OF INTERESTS
3      Middle Addle     SITE OF THE OLD BAKERY, MILL LANE         5 - 12
                        To consider the report of the Chief Planning Officer.
4      Tarn Cross       LAND AT FORGE HILL                        13 - 30
""",
        (
            "1|LATE ITEMS",
            "2|DECLARATION OF INTERESTS",
            "3|SITE OF THE OLD BAKERY, MILL LANE|5-12",
            "4|LAND AT FORGE HILL|13-30",
        ),
    ),
    Case(
        "page ranges in a column to the left of the numbers",
        """
A G E N D A
          1    NOTICE OF RECORDING
               The Chair to advise that this meeting will be recorded.
          2    APOLOGIES
               To receive any apologies.
3 - 10    3    MINUTES
               To confirm the Minutes of the meeting held on 3 March 2031.
11 - 36   4    ROAD SAFETY STRATEGY
               Report of the Strategic Director.
""",
        ("1|NOTICE OF RECORDING", "2|APOLOGIES", "3|MINUTES|3-10", "4|ROAD SAFETY STRATEGY|11-36"),
    ),
    Case(
        "an open part and a closed part with nothing in it",
        """
AGENDA
PART I
Items to be considered when the meeting is open to the public
1    Apologies
2    Minutes of the Previous Meeting (Pages 7 - 16)
3    Local Plan Review (Pages 17 - 40)
PART II
Items during consideration of which it is recommended that the public should be excluded
because of the likelihood that exempt information would be disclosed
None
""",
        ("1|Apologies", "2|Minutes of the Previous Meeting|7-16", "3|Local Plan Review|17-40"),
    ),
    Case(
        "parts in public and in private",
        """
AGENDA
PART 1 (IN PUBLIC)
1.   WELCOME
2.   DECLARATIONS OF INTEREST
PART 2 (IN PRIVATE)
3.   LEASE OF THE BANDSTAND (Pages 3 - 6)
""",
        ("1|WELCOME", "2|DECLARATIONS OF INTEREST", "3|LEASE OF THE BANDSTAND|3-6|exempt"),
    ),
    Case(
        "order of business with a closed part that opens by a resolution",
        """
Item No.  Title                                                     Page No.
PART A - OPEN BUSINESS
1.   APOLOGIES
     To receive any apologies for absence.
2.   MINUTES                                                        1 - 8
     To approve the minutes of the open section of the meeting.
OTHER REPORTS
The following item is also scheduled to be considered at this meeting:
3.   POLICY AND RESOURCES REVENUE MONITORING                        9 - 20
PART B - CLOSED BUSINESS
EXCLUSION OF PRESS AND PUBLIC
The following motion should be moved, seconded and approved.
4.   MINUTES                                                        21 - 22
Date: 5 June 2031
""",
        (
            "1|APOLOGIES",
            "2|MINUTES|1-8",
            "3|POLICY AND RESOURCES REVENUE MONITORING|9-20",
            "4|MINUTES|21-22|exempt",
        ),
    ),
    Case(
        "decimal business where only some has papers",
        """
AGENDA
1.   Order of business
1.1  Including any notices of motion and any other items of business submitted as urgent.
2.   Declaration of interests
2.1  Members should declare any financial and non-financial interests they have.
3.   Minutes
3.1  Transport Committee of 5 June 2031 - submitted for approval     7 - 10
4.   Executive decisions
4.1  Low Emission Zone - Report by the Executive Director            11 - 30
4.2  Winter Gritting - Report by the Executive Director              31 - 40
""",
        (
            "1|Order of business",
            "2|Declaration of interests",
            "3|Minutes",
            "3.1|Transport Committee of 5 June 2031 - submitted for approval|7-10",
            "4|Executive decisions",
            "4.1|Low Emission Zone - Report by the Executive Director|11-30",
            "4.2|Winter Gritting - Report by the Executive Director|31-40",
        ),
    ),
    Case(
        "lettered papers under an item, as they are stamped",
        """
AGENDA
1.   Apologies for Absence
2.   Applications to be determined
     a)   DM/31/00123/FPA - Land East of Front Street (Pages 9 - 26)
          Erection of 12 dwellings.
     b)   DM/31/00456/FPA - The Old School (Pages 27 - 40)
3.   Appeal Update (Pages 41 - 42)
""",
        (
            "1|Apologies for Absence",
            "2|Applications to be determined",
            "2a|DM/31/00123/FPA - Land East of Front Street|9-26",
            "2b|DM/31/00456/FPA - The Old School|27-40",
            "3|Appeal Update|41-42",
        ),
        Setting(stamps=frozenset({"2a", "2b", "3"}), decides=False),
    ),
    Case(
        "lettered papers under an item that nothing stamps",
        """
AGENDA
1.   Apologies for Absence
2.   Applications to be determined
     a)   DM/31/00123/FPA - Land East of Front Street (Pages 9 - 26)
     b)   DM/31/00456/FPA - The Old School (Pages 27 - 40)
3.   Appeal Update (Pages 41 - 42)
""",
        ("1|Apologies for Absence", "2|Applications to be determined|9-40", "3|Appeal Update|41-42"),
    ),
    Case(
        "the page at the right of the description",
        """
AGENDA
1    To receive apologies
2    Minutes
     To confirm the minutes of the meeting held on 5 March 2031.        (Page 5)
3    Members to declare any interests
4    Public Question Time
5    Highway Asset Performance
     Report by the Director                                             (Page 12)
""",
        (
            "1|To receive apologies",
            "2|Minutes|5-5",
            "3|Members to declare any interests",
            "4|Public Question Time",
            "5|Highway Asset Performance|12-12",
        ),
    ),
    Case(
        "a narrow column of titles that wrap beside their pages",
        """
                                                          Pages
1    Membership, Apologies, Substitutions and             5 - 5
     Declarations of Interest
2    Minutes                                              6 - 11
     To approve as a correct record.
3    Joint Strategic Needs Assessment and                 12 - 30
     Health Inequalities
""",
        (
            "1|Membership, Apologies, Substitutions and Declarations of Interest|5-5",
            "2|Minutes|6-11",
            "3|Joint Strategic Needs Assessment and Health Inequalities|12-30",
        ),
    ),
    Case(
        "a table of contents with dots",
        """
CONTENTS
1. Apologies ........................................ 2
2. Minutes of the last meeting ...................... 3 - 6
3. Annual governance statement ...................... 7
""",
        ("1|Apologies|2-2", "2|Minutes of the last meeting|3-6", "3|Annual governance statement|7-7"),
    ),
    Case(
        "stars with a legend",
        """
AGENDA
1.   Apologies
2.   Grants to Community Groups (Pages 3 - 8)
3.   *Sale of Land at Forge Hill (Pages 9 - 12)
* Items marked thus are likely to be considered in private
""",
        ("1|Apologies", "2|Grants to Community Groups|3-8", "3|Sale of Land at Forge Hill|9-12|exempt"),
    ),
    Case(
        "numbered notes after the list",
        """
AGENDA
1.   Apologies
2.   Minutes (Pages 1 - 4)
3.   Tree Preservation Order 7 (Pages 5 - 8)
Notes:
1.   The meeting will be recorded.
2.   Fire exits are at the rear.
3.   Parking is free after six.
4.   The hall has step-free access.
""",
        ("1|Apologies", "2|Minutes|1-4", "3|Tree Preservation Order 7|5-8"),
    ),
    Case(
        "paragraphs of a paper on the next sheet",
        """
AGENDA
1.   Apologies
2.   Minutes
3.   Street Trees
=== 2
Street trees in the town
1.   There are four thousand street trees.
2.   Each is looked at every three years.
3.   In 2030 the council felled forty of them.
4.   It planted one hundred and ten.
5.   This was paid for by a grant.
""",
        ("1|Apologies", "2|Minutes", "3|Street Trees"),
    ),
    Case(
        "a webcasting notice with its own numbers",
        """
AGENDA
139.  Webcasting Introduction
      1.   This virtual meeting is to be webcast.
      2.   The Chairman will read the following announcement.
140.  Declarations of Interest
141.  Minutes
      To confirm the minutes of the meeting.
142.  Reports of Portfolio Holders
""",
        ("139|Webcasting Introduction", "140|Declarations of Interest", "141|Minutes", "142|Reports of Portfolio Holders"),
    ),
    Case(
        "numbers on lines of their own above the titles",
        """
AGENDA
1.
Apologies for Absence
2.
Declarations of Interest
3.
Housing Strategy (Pages 3 - 40)
""",
        ("1|Apologies for Absence", "2|Declarations of Interest", "3|Housing Strategy|3-40"),
    ),
    Case(
        "confidential business of an Irish council",
        """
AGENDA
1.   Apologies
2.   Declarations of Interest
3.   Chairperson's Business
CONFIDENTIAL BUSINESS
4.   Leisure Staffing
5.   Tender for Play Parks
""",
        (
            "1|Apologies",
            "2|Declarations of Interest",
            "3|Chairperson's Business",
            "4|Leisure Staffing|exempt",
            "5|Tender for Play Parks|exempt",
        ),
    ),
    Case(
        "times before the titles in the same cell",
        """
AGENDA
1.   10.00am - Welcome and Introductions
2.   10.10am - Minutes of the Last Meeting
3.   10.20am - Suicide Prevention Strategy
""",
        (
            "1|Welcome and Introductions|10:00",
            "2|Minutes of the Last Meeting|10:10",
            "3|Suicide Prevention Strategy|10:20",
        ),
    ),
    Case(
        "sections in capitals between numbered items",
        """
AGENDA
PROCEDURAL MATTERS
1.   Apologies for Absence
2.   Minutes (Pages 3 - 4)
ITEMS FOR DECISION
3.   Flood Plan (Pages 5 - 20)
ITEMS FOR INFORMATION
4.   Work Programme (Pages 21 - 22)
""",
        ("1|Apologies for Absence", "2|Minutes|3-4", "3|Flood Plan|5-20", "4|Work Programme|21-22"),
    ),
    Case(
        "a bold title whose last line ends in a plain page range",
        """
AGENDA
1.   **Apologies for Absence**
2.   **For Information: the Cabinet's Response to the Scrutiny Committee's Report on**
     **Swimming Pools**  (Pages 25 - 26)
""",
        (
            "1|Apologies for Absence",
            "2|For Information: the Cabinet's Response to the Scrutiny Committee's Report on Swimming Pools|25-26",
        ),
    ),
    Case(
        "a page range that wraps in its own column",
        """
AGENDA
1.   Apologies
2.   Minutes                                              (Pages 1 -
     To approve the minutes.                              6)
3.   Corporate Risk Register                              (Pages 7 -
                                                          30)
""",
        ("1|Apologies", "2|Minutes|1-6", "3|Corporate Risk Register|7-30"),
    ),
    Case(
        "numbers with a nought",
        """
AGENDA
1.0  Apologies
2.0  Declarations of interest
3.0  Parks strategy (Pages 5 - 30)
""",
        ("1.0|Apologies", "2.0|Declarations of interest", "3.0|Parks strategy|5-30"),
    ),
    Case(
        "one late item under no head",
        """
SUPPLEMENT
Cabinet
12.  Waste Contract Extension (Pages 3 - 20)
""",
        ("12|Waste Contract Extension|3-20",),
        Setting(late=True),
    ),
    Case(
        "the exclusion of the public worded with care",
        """
AGENDA
1.   Apologies
2.   Minutes
3.   Exclusion of the Press and Public
     To consider whether the public should be excluded for the following item of business.
4.   Senior Staffing
""",
        ("1|Apologies", "2|Minutes", "3|Exclusion of the Press and Public", "4|Senior Staffing|exempt"),
    ),
    Case(
        "what an item's description calls following business",
        """
AGENDA
1.   Apologies
2.   Chair's Announcements
     The order of business may be varied at the meeting.
3.   Economic Growth Plan
     Part 1 of the plan deals with skills.
     Part 2 of the plan deals with land.
4.   Date of Next Meeting
""",
        ("1|Apologies", "2|Chair's Announcements", "3|Economic Growth Plan", "4|Date of Next Meeting"),
    ),
    Case(
        "numbers with a letter for each part, one item in the closed one",
        """
AGENDA
                 PART A – OPEN TO THE PUBLIC
A1   Apologies for Absence
A2   Minutes
A3   Exclusion of the Press and Public
                 PART B – CLOSED TO THE PUBLIC
B1   Sale of Land at Priory Close
""",
        (
            "A1|Apologies for Absence",
            "A2|Minutes",
            "A3|Exclusion of the Press and Public",
            "B1|Sale of Land at Priory Close|exempt",
        ),
    ),
    Case(
        "a table with a column for who presents an item",
        """
No.   Item                                          Lead
1     Apologies
2     Application for a Premises Licence: The       Licensing
      Lantern                                       Manager
      The Committee is asked to agree its           Director of
      terms.                                        Place
3     Urgent Business
""",
        ("1|Apologies", "2|Application for a Premises Licence: The Lantern", "3|Urgent Business"),
    ),
    Case(
        "times so close to the numbers that no gap is seen",
        """
AGENDA
9.40 am  1     Apologies
9.45 am  2     Minutes
10.15 am  3    Rents
""",
        ("1|Apologies|09:40", "2|Minutes|09:45", "3|Rents|10:15"),
    ),
    Case(
        "a mark that wraps in the middle of its bracket",
        """
AGENDA
1.   APOLOGIES
2.   FORMER TANNERY, QUAY STREET, WITH ACCESS FROM THE BYPASS (TO
     FOLLOW)
3.   URGENT BUSINESS
""",
        ("1|APOLOGIES", "2|FORMER TANNERY, QUAY STREET, WITH ACCESS FROM THE BYPASS|follow", "3|URGENT BUSINESS"),
    ),
    Case(
        "a signature and a distribution list after the last item",
        """
AGENDA
1.   Apologies
2.   Minutes
3.   Any other business

A. N. Other
Proper Officer
To: All Members of the Committee
""",
        ("1|Apologies", "2|Minutes", "3|Any other business"),
    ),
    Case(
        "motions whose text is numbered",
        """
AGENDA
8.   Motions
     Motion 1 - proposed by Cllr Other
          1.   This Council notes that buses are late.
          2.   This Council believes that they need not be.
     Motion 2 - proposed by Cllr Another
          1.   This Council notes that trees are few.
9.   Questions from Members
10.  Exclusion of Public (if required)
11.  Urgent Business
""",
        ("8|Motions", "9|Questions from Members", "10|Exclusion of Public (if required)", "11|Urgent Business"),
    ),
    Case(
        "numbers that touch titles in capitals",
        """
AGENDA
1APOLOGIES To receive apologies for absence
2DECLARATIONS OF INTEREST To receive declarations of interest in items on the agenda
3MINUTES
To approve, as a correct record, the minutes of the last meeting.
4COUNCIL REPORTS
a) To receive the Clerk's Report
""",
        ("1|APOLOGIES", "2|DECLARATIONS OF INTEREST", "3|MINUTES", "4|COUNCIL REPORTS"),
    ),
    Case(
        "parish points in letters and a list of payments",
        """
1. Apologies for absence
2. Declarations of Interest and Written Requests for Dispensation
3. To approve the minutes of the previous meetings, held on 11 and 31 July 2031
4. Financial Items:
a) Payments for approval:
Addle Gardens, churchyard maintenance - £287.00
The Clerk, wages July-September 2031 - £326.61
b) Data protection registration
5. Clerk's Report
6. Close meeting and date of next meeting
Clerk to the Parish Council
Tel: 01632 960001
""",
        (
            "1|Apologies for absence",
            "2|Declarations of Interest and Written Requests for Dispensation",
            "3|To approve the minutes of the previous meetings, held on 11 and 31 July 2031",
            "4|Financial Items",
            "5|Clerk's Report",
            "6|Close meeting and date of next meeting",
        ),
    ),
    Case(
        "titles in quotation marks and with a colon inside",
        """
AGENDA
1.   Apologies
2.   "Fit for 2040": Draft Transport Plan (Pages 3 - 50)
3.   Notice of Motion: Swift Bricks
4.   Questions (if any)
""",
        (
            "1|Apologies",
            '2|"Fit for 2040": Draft Transport Plan|3-50',
            "3|Notice of Motion: Swift Bricks",
            "4|Questions (if any)",
        ),
    ),
    Case(
        "presenters and purposes in columns",
        """
Item   Subject                             Purpose          Lead
1      Welcome and apologies               -                Chair
2      Minutes of the last meeting         Approval         Chair
3      Pharmaceutical needs assessment     Decision         A. Officer
4      Any other business                  -                All
""",
        (
            "1|Welcome and apologies",
            "2|Minutes of the last meeting",
            "3|Pharmaceutical needs assessment",
            "4|Any other business",
        ),
    ),
    Case(
        "an agenda whose titles are set in one cell with their numbers",
        """
AGENDA
1. APOLOGIES FOR ABSENCE
2. MINUTES OF THE MEETING HELD ON 3 MARCH 2031 (Pages 3 - 8)
3. SOUTH ADDLE LINK ROAD: COMPULSORY PURCHASE ORDER AND SIDE ROADS ORDER - REPORT OF
THE DIRECTOR OF PLACE (Pages 9 - 90)
4. EXCLUSION OF PRESS AND PUBLIC
(if necessary)
""",
        (
            "1|APOLOGIES FOR ABSENCE",
            "2|MINUTES OF THE MEETING HELD ON 3 MARCH 2031|3-8",
            "3|SOUTH ADDLE LINK ROAD: COMPULSORY PURCHASE ORDER AND SIDE ROADS ORDER - REPORT OF THE DIRECTOR OF PLACE|9-90",
            "4|EXCLUSION OF PRESS AND PUBLIC",
        ),
    ),
    Case(
        "a running order with ranges of time in the first column",
        """
Time              Item
10.00 - 10.05     1.   Apologies
10.05 - 10.30     2.   Crime and Disorder Update
10.30 - 11.00     3.   Fly-tipping (Pages 5 - 9)
""",
        ("1|Apologies|10:00", "2|Crime and Disorder Update|10:05", "3|Fly-tipping|5-9|10:30"),
    ),
    Case(
        "Welsh and English side by side",
        """
RHAGLEN                                  AGENDA
1.   YMDDIHEURIADAU                      1.   APOLOGIES
2.   DATGANIADAU O FUDDIANT              2.   DECLARATIONS OF INTEREST
3.   COFNODION (Tudalennau 3 - 6)        3.   MINUTES (Pages 3 - 6)
""",
        ("1|APOLOGIES", "2|DECLARATIONS OF INTEREST", "3|MINUTES|3-6"),
    ),
    Case(
        "no numbers, times before the titles",
        """
AGENDA
10.00   Welcome and introductions
10.05   Apologies for absence
10.10   Minutes of the last meeting (Pages 1 - 4)
1.20    Winter plan (Pages 5 - 20)
""",
        (
            "-|Welcome and introductions|10:00",
            "-|Apologies for absence|10:05",
            "-|Minutes of the last meeting|1-4|10:10",
            "-|Winter plan|5-20|13:20",
        ),
    ),
    Case(
        "applications numbered in brackets with their pages in a column",
        """
Agenda
Part I                                                                    Page No.
1.    Apologies                                                           5 - 6
      To receive apologies for inability to attend the meeting (if any).
2.    Declarations of Interest                                            7 - 8
3.    Schedule of Planning Applications
(1)   Application No. and Parish: 31/02345/FUL, Addle                     21 - 60
      Proposal:   Two dwellings
(2)   Application No. and Parish: 31/03456/FUL, Pennick                   61 - 90
Items for Information
4.    Appeal Decisions                                                    91 - 92
""",
        (
            "1|Apologies|5-6",
            "2|Declarations of Interest|7-8",
            "3|Schedule of Planning Applications|21-90",
            "4|Appeal Decisions|91-92",
        ),
        Setting(decides=False),
    ),
    Case(
        "the recommendations of a paper printed under its item",
        """
AGENDA
1.    Apologies for Absence
2.    Sustainable Procurement Strategy (Pages 13 - 32)
      Report of Assistant Director of Finance
      Recommendations
      The meeting is recommended:
      1.1   To approve the strategy.
      1.2   To delegate authority.
3.    Urgent Business
""",
        ("1|Apologies for Absence", "2|Sustainable Procurement Strategy|13-32", "3|Urgent Business"),
    ),
    Case(
        "page ranges that stand alone at the right beneath the titles",
        """
AGENDA
Page No.
1    Welcome & Apologies
2    Minutes of the Meeting of 12 June 2031
                                                                         1 - 6
3    Dedicated Schools Grant Outturn
     A. N. Officer
                                                                         7 - 12
     To note the outturn.
4    Forward Plan                                                        13 - 14
""",
        (
            "1|Welcome & Apologies",
            "2|Minutes of the Meeting of 12 June 2031|1-6",
            "3|Dedicated Schools Grant Outturn|7-12",
            "4|Forward Plan|13-14",
        ),
    ),
    Case(
        "what is no list of business at all",
        """
1.   The council owns 42 garages in the ward and has let 30 of them.
2.   The garages were built in the 1960s.
3.   It is proposed to demolish them.
""",
        (),
    ),
    Case(
        "business that will not be taken",
        """
AGENDA
1.   Apologies
2.   Tree Policy - WITHDRAWN
3.   Car Parks (Item deferred)
4.   Review of Deferred Payments
5.   Minutes (Pages 1 - 2)
""",
        ("1|Apologies", "2|Tree Policy", "3|Car Parks", "4|Review of Deferred Payments", "5|Minutes|1-2"),
    ),
    Case(
        "what to do when the alarm sounds is numbered too",
        """
to be held on Monday for the transaction of the business set out below
EMERGENCY EVACUATION PROCEDURE
1.   Leave the building by the nearest exit.
2.   Do not use the lifts.
AGENDA
14.  Apologies
15.  Minutes
""",
        ("14|Apologies", "15|Minutes"),
    ),
    Case(
        "numbers that start again in the closed part, where only one business is listed",
        """
AGENDA
PART I
1.   Apologies
2.   Minutes
3.   Exclusion of the public
PART II - EXEMPT BUSINESS
1.   Sale of the depot
""",
        ("1|Apologies", "2|Minutes", "3|Exclusion of the public", "1|Sale of the depot|exempt"),
    ),
    Case(
        "business under another, its papers stamped with its number",
        """
AGENDA
1.   Apologies
2.   Reports for decision
2(a)   Tree Policy
2(b)   Car Parks
3.   Minutes
""",
        ("1|Apologies", "2|Reports for decision", "2(a)|Tree Policy", "2(b)|Car Parks", "3|Minutes"),
        Setting(stamps=frozenset({"2a", "2b", "3"})),
    ),
    Case(
        "business under another, its papers headed with its title",
        """
AGENDA
1.   Apologies
2.   Reports for decision
2.1   Tree Policy Review
2.2   Car Park Charges
""",
        ("1|Apologies", "2|Reports for decision", "2.1|Tree Policy Review", "2.2|Car Park Charges"),
        Setting(openings=frozenset({"treepolicyreview", "carparkcharges20312032"})),
    ),
    Case(
        "business under another that is to follow or will not be taken",
        """
AGENDA
1.   Apologies
2.   Reports for decision
2a   Tree Policy (Item deferred)
2b   Car Parks (TO FOLLOW)
3.   Minutes
""",
        ("1|Apologies", "2|Reports for decision", "2a|Tree Policy", "2b|Car Parks|follow", "3|Minutes"),
    ),
    Case(
        "notes that count on where the closed part counts anew",
        """
AGENDA
1   APOLOGIES
2   MINUTES
PART II - EXEMPT BUSINESS
The press and public are likely to be excluded from the meeting during the items below.
1   SALE OF THE DEPOT
2   PURCHASE OF LAND
NOTES FOR MEMBERS OF THE PUBLIC
1.   Any person may record the meeting.
2.   Papers may be inspected.
3.   Questions from the public are taken first.
""",
        ("1|APOLOGIES", "2|MINUTES", "1|SALE OF THE DEPOT|exempt", "2|PURCHASE OF LAND|exempt"),
    ),
    Case(
        "a title that ends in a colon where its line is full, beside a column of who leads",
        """
No.   Item                                  Lead
1     TRAFFIC ORDER AND PARKING PLACES:     Head of Roads
      CHAPEL ROW
2     ACCOUNTS FOR PAYMENT:-                The Clerk
      Hall hire
""",
        ("1|TRAFFIC ORDER AND PARKING PLACES: CHAPEL ROW", "2|ACCOUNTS FOR PAYMENT"),
    ),
    Case(
        "points under a business that have no papers are none themselves",
        """
AGENDA
1.   Apologies
2.   Finance
2.1   Hall hire
2.2   Wages of the clerk
3.   Minutes
""",
        ("1|Apologies", "2|Finance", "3|Minutes"),
    ),
    Case(
        "a supplement that lists one business under another and one that is not",
        """
SUPPLEMENTARY AGENDA
7c.   Tree Policy (Pages 3 - 4)
8.   Car Parks (Pages 5 - 6)
""",
        ("7c|Tree Policy|3-4", "8|Car Parks|5-6"),
        Setting(late=True),
    ),
    Case(
        "numbers with a stop behind the second figure",
        """
AGENDA
8.2.   Tree Policy (Pages 3 - 4)
8.3.   Car Parks (Pages 5 - 6)
""",
        ("8.2|Tree Policy|3-4", "8.3|Car Parks|5-6"),
    ),
    Case(
        "minuted business under another, set as a heading like all",
        """
**1.   Apologies**
     None.
**2.   Reports**
     There were three of them.
**2a   Tree Policy**
     The Clerk reported that two trees had been felled.
**2b   Car Parks**
     Resolved to raise the charges.
""",
        ("1|Apologies", "2|Reports", "2a|Tree Policy", "2b|Car Parks"),
        Setting(minutes=True),
    ),
    Case(
        "minuted business with a dash in its title, its text set apart beneath it",
        """
1.   BUDGET MONITORING - MONTH 7

     The Board noted the report.

2.   RESERVES: QUARTER 2

     The Board noted the report.
""",
        ("1|BUDGET MONITORING - MONTH 7", "2|RESERVES: QUARTER 2"),
        Setting(minutes=True),
    ),
    Case(
        "a list set in two columns, read down the left and then down the right",
        """
AGENDA
1   Apologies for         4   Accounts for payment
    absence
2   Minutes               5   Correspondence
3   Clerk's report        6   Date of next meeting
For further information please contact the Clerk at any time before the meeting.
NOTES
1.   Any person may record the meeting.
""",
        (
            "1|Apologies for absence",
            "2|Minutes",
            "3|Clerk's report",
            "4|Accounts for payment",
            "5|Correspondence",
            "6|Date of next meeting",
        ),
    ),
    Case(
        "Welsh and English on one line, one of them in words that do not look Welsh",
        """
RHAGLEN / AGENDA
1.   Ymddiheuriadau / Apologies
2.   Cofrestr Risg Strategol / Strategic Risk Register
3.   Adroddiad y Clerc / Clerk's Report
4.   31/00102/FUL - 3 Mill Lane
""",
        ("1|Apologies", "2|Strategic Risk Register", "3|Clerk's Report", "4|31/00102/FUL - 3 Mill Lane"),
    ),
    Case(
        "English titles beneath Welsh ones",
        """
RHAGLEN
AGENDA
1.   Ymddiheuriadau am absenoldeb
     Apologies for absence
2.   Cofrestr Risg Strategol
     Strategic Risk Register
     To consider the report.
3.   31/00102/FUL - 3 Mill Lane
     To consider the application.
4.   Dyddiad y cyfarfod nesaf
     Date of next meeting
""",
        (
            "1|Apologies for absence",
            "2|Strategic Risk Register",
            "3|31/00102/FUL - 3 Mill Lane",
            "4|Date of next meeting",
        ),
    ),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_lists_the_business(case: Case) -> None:
    assert shown(case.text, case.setting) == case.items


SECTIONED = """
AGENDA
PROCEDURAL MATTERS
1.   Apologies for Absence
     To receive apologies.
ITEMS FOR DECISION
2.   Flood Plan (Pages 5 - 20)
     The Committee is asked to agree the plan.
3.   Urgent Business
Notes for members of the public
Filming is allowed.
"""


def test_every_line_is_of_one_item_or_outside() -> None:
    printed = lines(SECTIONED)
    found = business(printed, PLAIN)
    kept = [*found.outside, *(line for item in found.items for line in item.lines)]
    assert sorted(line.box.top for line in kept) == [line.box.top for line in printed]


def test_headings_between_items_and_notes_after_them_are_outside() -> None:
    found = business(lines(SECTIONED), PLAIN)
    assert [line.text for line in found.outside] == [
        "AGENDA",
        "PROCEDURAL MATTERS",
        "ITEMS FOR DECISION",
        "Notes for members of the public",
        "Filming is allowed.",
    ]


def test_a_name_left_of_the_titles_and_set_off_ends_the_list() -> None:
    text = """
AGENDA
1.   Apologies
     To receive apologies for absence.
2.   Rents (Pages 3 - 8)
     To consider the report of the Head of Housing.

3.   Work Programme (Pages 9 - 10)
     To consider the attached report.


Avery Dunmore
Monitoring Officer
"""
    found = business(lines(text), PLAIN)
    assert [line.text for line in found.outside[1:]] == ["Avery Dunmore", "Monitoring Officer"]
    assert [line.text for line in found.items[-1].lines][-1] == "To consider the attached report."


def test_a_contact_line_beneath_the_last_item_is_its_own_where_other_items_have_one() -> None:
    text = """
AGENDA
1.   Rents
     Contact: Avery Dunmore, Policy Officer, Tel: 01632 960347
2.   Allotments
     Contact: Blair Fenn, Estates Surveyor, Tel: 01632 960253
"""
    found = business(lines(text), PLAIN)
    assert [line.text for line in found.items[-1].lines][-1].startswith("Contact: Blair Fenn")


def test_text_left_of_the_titles_stays_an_items_own_where_a_list_is_set_so() -> None:
    text = """
AGENDA
1.   Apologies
To receive apologies for absence.
2.   Rents (Pages 3 - 8)
To consider the report of the Head of Housing.
3.   Work Programme (Pages 9 - 10)

To consider the attached report.
"""
    found = business(lines(text), PLAIN)
    assert [line.text for line in found.items[-1].lines][-1] == "To consider the attached report."


def test_lines_above_a_list_in_two_languages_are_kept() -> None:
    text = """
Cyngor Sir Addle
Addle County Council
RHAGLEN                       AGENDA
1.   Ymddiheuriadau           1.   Apologies
2.   Cofnodion                2.   Minutes
"""
    found = business(lines(text), PLAIN)
    assert [line.text for line in found.outside][:2] == ["Cyngor Sir Addle", "Addle County Council"]


def test_a_signature_on_a_new_sheet_ends_a_list_whose_closed_part_opens_with_a_sentence() -> None:
    text = """
AGENDA
1.   Apologies
2.   Minutes
PART II - EXEMPT BUSINESS
The press and public are likely to be excluded from what follows.
3.   Sale of the depot
=== 2
Una Marsh
Head of Law
"""
    found = business(lines(text), PLAIN)
    assert [line.text for line in found.items[-1].lines] == ["3. Sale of the depot"]
    assert [line.text for line in found.outside][-2:] == ["Una Marsh", "Head of Law"]


def test_an_item_has_the_lines_beneath_it() -> None:
    found = business(lines(SECTIONED), PLAIN)
    assert [line.text for line in found.items[1].lines][-1] == "The Committee is asked to agree the plan."


def test_portfolio_and_forward_plan_are_read_beneath_the_title() -> None:
    text = """
AGENDA
1.   Apologies
2.   Fostering Inspection (Pages 3 - 8)
     Cabinet Member: Children & Young People's Services
     Forward Plan Ref: 2031/014
3.   24/00108 - Revenue Monitoring
     Cabinet Member: Cllr A. N. Other
"""
    first, second, third = business(lines(text), PLAIN).items
    assert (first.portfolio, first.forward_plan_ref) == ((), None)
    assert (second.portfolio, second.forward_plan_ref) == (("Children & Young People's Services",), "2031/014")
    assert (third.portfolio, third.forward_plan_ref) == ((), "24/00108")


def test_a_planning_application_number_is_no_forward_plan_reference() -> None:
    text = """
AGENDA
1.   Apologies
2.   24/01234 - Land at Mill Lane (Pages 3 - 8)
"""
    assert [item.forward_plan_ref for item in business(lines(text), Setting(decides=False)).items] == [None, None]


def test_the_exclusion_may_name_its_business() -> None:
    text = """
AGENDA
1.  Apologies
2.  Exclusion of the public during consideration of items 4 and 5
3.  Business plan
4.  Depot lease
5.  Staffing
"""
    assert shown(text)[2:] == ("3|Business plan", "4|Depot lease|exempt", "5|Staffing|exempt")


def test_the_date_of_the_next_meeting_is_no_secret_nor_what_follows_when_the_public_is_let_in() -> None:
    text = """
AGENDA
1.  Apologies
2.  To resolve to move into confidential session
3.  Staffing
4.  Re-admission of the public
5.  Newsletter
6.  Date of next meeting
"""
    assert [line.endswith("exempt") for line in shown(text)] == [False, False, True, False, False, False]
    assert shown(text.replace("4.  Re-admission of the public\n5.  Newsletter\n", ""))[-1] == "6|Date of next meeting"


def test_a_mark_that_says_where_the_paper_is_is_no_title() -> None:
    text = """
AGENDA
1.  Minutes of the last meeting (Copy attached)
2.  Mayor's engagements (To be tabled)
3.  Growth fund - report attached
4.  Deputations (None)
"""
    expected = ("1|Minutes of the last meeting", "2|Mayor's engagements", "3|Growth fund", "4|Deputations (None)")
    assert shown(text) == expected


def test_short_lines_in_small_letters_beneath_a_title_are_a_list() -> None:
    text = """
AGENDA
1.  Apologies
2.  Play areas - equipment
    monthly inspections by the council
    replacement litter bin
3.  Date of next meeting
"""
    assert shown(text)[1] == "2|Play areas - equipment"


def test_a_bold_title_ends_where_plain_words_run_on_beside_a_number_in_its_own_column() -> None:
    text = """
AGENDA
1.   **Apologies**
2.   **Date of Next Meeting**  - Monday 16th December
"""
    assert shown(text)[1] == "2|Date of Next Meeting"


def test_titles_without_numbers_and_without_a_head_are_known_by_how_the_usual_ones_are_set() -> None:
    text = """
**Agenda for the meeting on Monday 3 February 2031**
**Apologies**
To receive apologies.
**Ditch at Pound Lane**
To consider the letter.
**Date of next meeting**
3 March
**P Quill, Clerk**
"""
    assert shown(text) == ("-|Apologies", "-|Ditch at Pound Lane", "-|Date of next meeting")


def test_titles_without_numbers_begin_above_the_first_usual_one_below_the_head_of_the_paper() -> None:
    text = """
**Mill Addle Parish**
Notice of meeting on Monday 3 February 2031
**Summons**
To take the summons as read.
**Opening prayers**
To be led by the vicar.
**Apologies**
To receive apologies.
**Ditch at Pound Lane**
To consider the letter.
**Date of next meeting**
3 March
"""
    titles = ("-|Summons", "-|Opening prayers", "-|Apologies", "-|Ditch at Pound Lane", "-|Date of next meeting")
    assert shown(text) == titles


@pytest.mark.parametrize("heading", ["Fire exits", "Location of fire exits", "In the event of a fire", "Toilets", "Car parking"])
@pytest.mark.parametrize("head", ["AGENDA", "Notice of meeting on Monday 3 February 2031"])
def test_a_notice_on_the_building_above_the_first_usual_title_is_no_business(head: str, heading: str) -> None:
    text = f"""
{head}
**{heading}**
It is at the back.
**Apologies**
To receive apologies.
**Ditch at Pound Lane**
To consider the letter.
**Matters arising**
None are known.
"""
    assert shown(text) == ("-|Apologies", "-|Ditch at Pound Lane", "-|Matters arising")


def test_a_letterhead_set_as_titles_are_is_no_business() -> None:
    text = """
**Mill Addle Parish**
Swans' Hall, Addle
**Public:** 3
**Apologies**
To receive apologies.
**Ditch at Pound Lane**
To consider the letter.
**Date of next meeting**
3 March
"""
    assert shown(text) == ("-|Apologies", "-|Ditch at Pound Lane", "-|Date of next meeting")


def test_minutes_without_numbers() -> None:
    text = """
**Present:**  Cllrs Ash and Birch
**APOLOGIES**
None.
**PLAYGROUND**
The swings were mended.
**RESOLVED:**  to pay the bill.
**PLANNING APPLICATIONS**
There were none.
"""
    assert shown(text, Setting(minutes=True)) == ("-|APOLOGIES", "-|PLAYGROUND", "-|PLANNING APPLICATIONS")


def test_paragraphs_numbered_in_brackets_are_no_minutes() -> None:
    text = """
**23.   Substitutes**
(1)   The Chair welcomed a new member to the Committee.
**24.   Waste lorries**
(1)   The Head of Waste said that all the lorries had been repaired.
(2)   Members asked about missed collections in the villages.
(3)   RESOLVED that the report be noted.
"""
    assert shown(text, Setting(minutes=True)) == ("23|Substitutes", "24|Waste lorries")


def test_minutes_without_numbers_whose_paragraphs_are_numbered_in_brackets() -> None:
    text = """
**Apologies**
(1)   Councillor Fenn had sent his apologies to the Clerk.
**Minutes**
(2)   RESOLVED that the minutes be approved.
**Waste lorries**
(3)   The Head of Waste said that all the lorries had been repaired.
"""
    assert shown(text, Setting(minutes=True)) == ("-|Apologies", "-|Minutes", "-|Waste lorries")


def test_minutes_numbered_in_brackets() -> None:
    text = """
(1)   Apologies
Councillor Fenn had sent his apologies to the Clerk.
(2)   Minutes
RESOLVED that the minutes be approved.
"""
    assert shown(text, Setting(minutes=True)) == ("1|Apologies", "2|Minutes")


def test_the_forward_plan_s_number_may_stand_in_a_column_of_its_own() -> None:
    text = """
AGENDA
Item   Subject               Plan ref       Page
1      Apologies
2      School transport      KD/31/044      5 - 20
3      Highways              n/a            21 - 44
"""
    found = business(lines(text), PLAIN).items
    assert [(item.title, item.forward_plan_ref) for item in found] == [
        ("Apologies", None),
        ("School transport", "KD/31/044"),
        ("Highways", None),
    ]


def test_a_time_above_minutes_is_no_number_of_theirs() -> None:
    text = """
10.30 A.M.      4TH FEBRUARY 2031
**109   MINUTES**
The minutes were signed.
**110   URGENT BUSINESS**
There was none.
"""
    assert shown(text, Setting(minutes=True)) == ("109|MINUTES", "110|URGENT BUSINESS")


def test_minutes_whose_series_is_named_in_small_letters() -> None:
    text = """
**Cou/285/30-31   Apologies**
                  Cllr Purves was unwell.
**Cou/286/30-31   Minutes**
                  It was RESOLVED that the minutes be signed.
**Cou/287/30-31   Clerk's Report**
                  The Council noted the report.
"""
    assert shown(text, Setting(minutes=True)) == (
        "Cou/285/30-31|Apologies",
        "Cou/286/30-31|Minutes",
        "Cou/287/30-31|Clerk's Report",
    )


def test_minutes_whose_headings_are_numbered_from_nought() -> None:
    text = """
**1.0   Apologies**
1.1   Apologies were received from Cllr Fenn.
**2.0   Minutes**
2.1   The minutes were agreed as a true record of the meeting.
2.2   There was nothing else.
"""
    assert shown(text, Setting(minutes=True)) == ("1.0|Apologies", "2.0|Minutes")


def test_minutes_without_numbers_under_headings_in_the_middle() -> None:
    text = """
                    **Apologies**
Apologies were reported on behalf of Alderman Fenn and two others.
             **Declarations of Interest**
No declarations of interest were reported at this meeting at all.
              **Change of Membership**
The Council noted the changes that the parties had made.
"""
    assert shown(text, Setting(minutes=True)) == ("-|Apologies", "-|Declarations of Interest", "-|Change of Membership")


def test_a_bold_heading_that_runs_over_into_a_line_of_text() -> None:
    text = """
**85/31 Public Observations on Matters Arising and Agenda Items**
**Discussed at this Meeting:**  There were no observations.
**86/31 Finance:**  RESOLVED to approve the payments.
"""
    assert shown(text, Setting(minutes=True)) == (
        "85/31|Public Observations on Matters Arising and Agenda Items Discussed at this Meeting",
        "86/31|Finance",
    )


def test_minutes_whose_series_stands_behind_the_number() -> None:
    text = """
**20/1/HSC      Apologies**
Apologies were received.
**20/2/HSC      Minutes**
The Minutes were signed.
**20/3/HSC      Public Questions**
None
"""
    assert shown(text, Setting(minutes=True)) == ("20/1/HSC|Apologies", "20/2/HSC|Minutes", "20/3/HSC|Public Questions")


def test_minutes_may_be_numbered_by_year_month_and_place() -> None:
    text = """
**310401   Apologies for absence**
Apologies were received.
**310402   To accept the minutes**
The minutes were signed.
**310403   Matters arising**
None
"""
    assert shown(text, Setting(minutes=True)) == (
        "310401|Apologies for absence",
        "310402|To accept the minutes",
        "310403|Matters arising",
    )


def test_business_may_be_numbered_by_committee_year_and_place_between_stops() -> None:
    text = """
AM.31.44    To receive apologies for absence
AM.31.45    Public Participation (15 minutes)
AM.31.46    Toilets, Quay Road: to consider quotations for repair
"""
    assert shown(text, PLAIN) == (
        "AM.31.44|To receive apologies for absence",
        "AM.31.45|Public Participation (15 minutes)",
        "AM.31.46|Toilets, Quay Road: to consider quotations for repair",
    )


def test_few_page_numbers_beside_the_titles_still_say_where_their_column_ends() -> None:
    text = """
1.   Apologies
2.   Minutes of the last meeting     (Pages 3 - 8)
     To approve the minutes of the
     last meeting.
3.   Public questions
4.   Code of Conduct complaints:     (Pages 9 - 22)
     six-month review
     Report of the Monitoring
     Officer
5.   Any other item the Chair
     determines to be urgent
6.   Parking
7.   Date of the next meeting
"""
    items = business(lines(text), PLAIN).items
    assert items[3].title == "Code of Conduct complaints: six-month review"


def test_a_long_remark_in_brackets_behind_a_minute_s_bold_title_is_text() -> None:
    text = """
4.   **Minutes of the AGM held on 7th June 2030**  (approved and signed on 4th April 2031).
5.   **Appointment of Officers:**  DP was re-elected as Chair.
6.   **Playground (Mill Lane):**  The swings were mended.
"""
    assert shown(text, Setting(minutes=True)) == (
        "4|Minutes of the AGM held on 7th June 2030",
        "5|Appointment of Officers",
        "6|Playground (Mill Lane)",
    )


def test_points_whose_papers_open_with_their_titles_are_business_whatever_marks_stand_behind_them() -> None:
    text = """
AGENDA
17.     Minutes
18.     Reports
18(a)   Bus Station Toilets (report attached)
18(b)   Devolution Next Steps (report attached)
19.     Work Programme
"""
    setting = Setting(openings=frozenset({folded("Bus Station Toilets"), folded("Devolution Next Steps")}))
    assert shown(text, setting)[2:4] == ("18(a)|Bus Station Toilets", "18(b)|Devolution Next Steps")


def test_a_number_in_the_value_of_a_form_s_field_is_no_business() -> None:
    text = """
Decision maker:     Cabinet
Decision:           1. That the plan be approved.
                    2. That a group be set up.
Reasons:            None
"""
    assert shown(text, Setting(minutes=True)) == ()


def test_minutes_without_numbers_whose_text_runs_on_from_the_heading() -> None:
    text = """
**Apologies:**  Cllr Fenn was on holiday.
**Swings:**  The Clerk had three quotations.
**Correspondence:**  None.
"""
    assert shown(text, Setting(minutes=True)) == ("-|Apologies", "-|Swings", "-|Correspondence")


def test_the_last_minute_goes_on_to_where_the_meeting_closes() -> None:
    text = """
7.   **Matters arising**
None.
8.   **Finance report**
The Clerk reported the following cheques for issue,
101131 Clerk salary 239.47

The reconciliation was agreed by all.
The meeting closed at 9 pm.
Signed ..........................
"""
    found = business(lines(text), Setting(minutes=True))
    assert [line.text for line in found.items[-1].lines][-1] == "The reconciliation was agreed by all."


def test_a_notice_of_decisions_keeps_the_column_that_says_what_was_decided() -> None:
    text = """
Item   Topic                     Decision
1      Apologies for Absence     None received.
2      Harbour Plan              RESOLVED that it be adopted.
"""
    found = business(lines(text), Setting(minutes=True))
    assert [(each.title, each.lines[0].cells[-1].text) for each in found.items] == [
        ("Apologies for Absence", "None received."),
        ("Harbour Plan", "RESOLVED that it be adopted."),
    ]


def test_minutes_end_a_heading_where_its_text_runs_on() -> None:
    text = """
2475.  **Reports from Sub-Committees: Finance**  - The Clerk met the auditor.
2476.  **Standing Orders:**  Reviewed and
approved without change.
2477. Play area: Nothing to report.
"""
    found = business(lines(text), Setting(minutes=True))
    assert [item.title for item in found.items] == ["Reports from Sub-Committees: Finance", "Standing Orders", "Play area"]


def test_a_time_above_the_first_item_alone_is_the_meeting_s() -> None:
    text = """
Planning Committee
6.30 p.m.
1.   Apologies for absence
2.   Declarations of interest
3.   Minutes
"""
    assert shown(text) == ("1|Apologies for absence", "2|Declarations of interest", "3|Minutes")


def test_a_list_without_a_head_needs_fewer_signs_where_the_pdf_s_title_is_a_meeting_s() -> None:
    text = """
Licensing Panel
1.   Declarations of interest
2.   Rules of the hearing
3.   The Anchor, Quay Road
"""
    assert shown(text) == ()
    assert shown(text, Setting(titled=True)) == (
        "1|Declarations of interest",
        "2|Rules of the hearing",
        "3|The Anchor, Quay Road",
    )


def test_an_officer_s_signature_ends_the_list() -> None:
    found = business(
        lines(
            """
AGENDA
1.   Apologies for absence
2.   Market rents
     Report of the Director
3.   Street trees

Petra Marsh
Chief Executive
County Hall
"""
        ),
        PLAIN,
    )
    assert [line.text for line in found.items[-1].lines] == ["3. Street trees"]
    assert [line.text for line in found.outside[-3:]] == ["Petra Marsh", "Chief Executive", "County Hall"]


def test_a_heading_without_a_number_excludes_the_public_from_what_follows() -> None:
    found = business(
        lines("""
AGENDA
**1.**   **Apologies**
**2.**   **Bus shelters**
**EXCLUSION OF THE PUBLIC INCLUDING REPRESENTATIVES OF THE PRESS**
That the press and public be excluded during the consideration of the remaining item.
**3.**   **Write off of a debt**
"""),
        PLAIN,
    )
    assert [(each.number, each.exempt) for each in found.items] == [("1", False), ("2", False), ("3", True)]


def test_the_column_of_authors_says_whose_report_each_is() -> None:
    text = """
Item                                              Report by
1.    Minutes of the meeting held on 12 June 2031.                      (Pages 3 - 8)
2.    Question Time.
3.    Rural Buses: Final Report.                  Scrutiny Review       (Pages 9 -
                                                  Panel                 14)
4.    Tracking of Recommendations.                Chief Executive       (Pages 15 - 16)
"""
    items = business(lines(text), PLAIN).items
    assert [item.report_by for item in items] == [None, None, "Scrutiny Review Panel", "Chief Executive"]


def test_a_column_of_presenters_is_not_one_of_authors() -> None:
    text = """
Item                                              Lead
1.    Minutes of the meeting held on 12 June 2031.
2.    Rural Buses: Final Report.                  Mayor Vale
3.    Tracking of Recommendations.                Chief Executive
"""
    assert [item.report_by for item in business(lines(text), PLAIN).items] == [None, None, None]


ROMAN = """
AGENDA
i.     Apologies
ii.    Declarations of interest
iii.   Proposed precept for 2031/32
iv.    Panel work programme
"""


def test_business_under_roman_numbers_in_small_letters() -> None:
    found = business(lines(ROMAN), PLAIN).items
    assert [(item.number, item.title) for item in found][2:] == [
        ("iii", "Proposed precept for 2031/32"),
        ("iv", "Panel work programme"),
    ]


def test_limbs_under_roman_numbers_are_no_business() -> None:
    text = """
AGENDA
1.   Apologies
2.   Precept
     i.     Apologies for the delay
     ii.    The amount
     iii.   The survey
     iv.    The forecast
3.   Work programme
"""
    assert [item.number for item in business(lines(text), PLAIN).items] == ["1", "2", "3"]
    assert not business(lines("AGENDA\ni.   The amount\nii.   The survey\niii.   The forecast"), PLAIN).items


def test_the_pages_on_which_an_item_s_files_begin_may_stand_beneath_it() -> None:
    text = """
AGENDA
1.0   Apologies
2.0   Events Programme
      For Decision
      Events report.pdf                                           Page 4
      Appendix 1 - Calendar.pdf                                   Page 7
3.0   Opening Hours
      Opening hours report.pdf                                    Page 9
"""
    assert [item.printed_pages for item in business(lines(text), PLAIN).items] == [None, (4, 7), (9, 9)]


def test_an_item_that_is_deemed_to_be_exempt_is() -> None:
    text = "AGENDA\n1.   Apologies\n2.   Tender\n     This item is deemed to be exempt under paragraph 3.\n3.   Parks"
    assert [item.exempt for item in business(lines(text), PLAIN).items] == [False, True, False]


def test_a_number_typed_twice_where_the_next_is_missing_is_business_all_the_same() -> None:
    printed = """
AGENDA
1.   Apologies
2.   Election of Chairman
2.   Co-option of a member
4.   Minutes of the last meeting
5.   Highways
"""
    assert shown(printed) == (
        "1|Apologies",
        "2|Election of Chairman",
        "2|Co-option of a member",
        "4|Minutes of the last meeting",
        "5|Highways",
    )


def test_a_note_numbered_as_the_business_above_it_in_a_list_without_a_gap_is_none() -> None:
    printed = """
AGENDA
1.   Apologies
2.   Election of Chairman
2.   A note on how he is elected
3.   Minutes of the last meeting
"""
    assert shown(printed) == ("1|Apologies", "2|Election of Chairman", "3|Minutes of the last meeting")


def test_letters_above_the_first_number_are_business_where_they_stand_in_its_column() -> None:
    printed = """
AGENDA
**A. Webcast announcement**
**B. Apologies for absence**
**C. Declarations of interest**
**1. Air quality**
**2. Work programme**
"""
    assert [each.split("|")[0] for each in shown(printed)] == ["A", "B", "C", "1", "2"]


def test_letters_that_name_no_usual_business_are_a_list_of_something_else() -> None:
    printed = """
AGENDA
**A. Papers for decision**
**B. Papers for information**
**1. Apologies for absence**
**2. Air quality**
**3. Work programme**
"""
    assert [each.split("|")[0] for each in shown(printed)] == ["1", "2", "3"]


def test_a_last_title_without_a_number_that_is_set_as_the_others_is_business() -> None:
    printed = """
AGENDA
**1. Apologies for absence**
**2. Air quality**
**3. Work programme**
**Date of next meeting**
To note that the Panel meets next on 2 April 2031.
"""
    assert shown(printed)[-2:] == ("3|Work programme", "-|Date of next meeting")


def test_when_the_next_meeting_is_in_plain_words_beneath_a_bold_list_is_a_note() -> None:
    printed = """
AGENDA
**1. Apologies for absence**
**2. Air quality**
**3. Work programme**
Date of next meeting
"""
    assert len(shown(printed)) == 3


def test_business_that_is_numbered_anew_beneath_a_heading_of_its_own() -> None:
    printed = """
AGENDA
**1. MEMBERSHIP**
    To report any changes.
**2. DECLARATIONS OF INTEREST**
    To receive declarations.
**Applications for Determination**
**1. THE ANCHOR, QUAY ROAD**
**2. THE BELL, MILL LANE**
"""
    assert shown(printed) == (
        "1|MEMBERSHIP",
        "2|DECLARATIONS OF INTEREST",
        "1|THE ANCHOR, QUAY ROAD",
        "2|THE BELL, MILL LANE",
    )


def test_where_every_head_has_points_that_are_titles_all_of_these_are_business() -> None:
    printed = """
AGENDA
**1. Order of business**
1.1    Order of business
**2. Appointments**
2.1    Members of committees                            9 - 52
2.2    Outside organisations                            53 - 70
**3. Any other business**
3.1    Urgent business
"""
    assert [each.split("|")[0] for each in shown(printed)] == ["1", "1.1", "2", "2.1", "2.2", "3", "3.1"]


def test_a_line_set_as_business_is_and_taken_for_none_is_told() -> None:
    printed = """
AGENDA
**1. Apologies for absence**
**2. Air quality**
**9. Mill Lane**
**3. Work programme**
**4. Parks**
"""
    assert [line.text for line in business(lines(printed), PLAIN).passed] == ["9. Mill Lane"]


def test_a_plain_list_beneath_bold_business_is_its_own() -> None:
    printed = """
AGENDA
**1. Apologies for absence**
**2. Air quality**
1.   The first site
2.   The second site
**3. Work programme**
"""
    assert business(lines(printed), PLAIN).passed == ()


def test_a_list_whose_counting_was_lost_keeps_the_number_as_printed_and_its_titles() -> None:
    printed = """
AGENDA
**1. Apologies for absence**
   To receive apologies.
**1. Minutes**
   To confirm the minutes of the meeting held on 26 May 2031.
**1. Allotments**
   To consider the rents.
"""
    assert shown(printed) == ("1|Apologies for absence", "1|Minutes", "1|Allotments")


def test_what_is_to_follow_may_be_said_in_brackets_at_the_end_of_the_sentence_beneath() -> None:
    printed = """
AGENDA
1.   Apologies for absence
2.   Needs assessment
     To consider a report by the Director of Public Health on what is needed (copy
     to follow).
3.   Better care
     To consider a report of the group that is to follow up the assessment (copy enclosed).
"""
    assert shown(printed) == ("1|Apologies for absence", "2|Needs assessment|follow", "3|Better care")


@pytest.mark.parametrize("title", ["Minutes of the meeting held", "Minute of meeting held", "Cofnodion y cyfarfod"])
def test_the_day_beneath_the_title_of_minutes_is_a_part_of_it(title: str) -> None:
    printed = f"""
1/31      Apologies                              None
2/31      {title:<38} Agreed
          Monday 3 February 2031
3/31      Finance                                Agreed
"""
    assert shown(printed)[1] == f"2/31|{title} Monday 3 February 2031"


def test_the_text_of_a_minute_may_run_on_from_its_heading_behind_a_stop() -> None:
    text = """
3.1   Apologies: Apologies were recorded from Cllr Vale.
3.2   Declarations of Interest. Members were reminded that all interests must be declared.
3.3   Correspondence. A letter about boats had been received by the Clerk.
3.4   Mr. Vale's Bench. It had been mended.
"""
    assert shown(text, Setting(minutes=True)) == (
        "3.1|Apologies",
        "3.2|Declarations of Interest",
        "3.3|Correspondence",
        "3.4|Mr. Vale's Bench",
    )


def test_whose_report_it_is_in_brackets_behind_a_title_is_no_part_of_it() -> None:
    text = """
AGENDA
1.   Housing Performance (Report by Senior Manager – Housing)
     (copy enclosed – Pages 4-4)
2.   Sale of Land (Report by the Chief Officer (Property), copy enclosed)
"""
    assert [item.split("|")[1] for item in shown(text, PLAIN)] == ["Housing Performance", "Sale of Land"]
