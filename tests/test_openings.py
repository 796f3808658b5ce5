"""How a paper opens: what its first sheet prints at the top, in the manner of many councils."""

from __future__ import annotations

import pytest
from builders import Sheet, document, line, pack
from msgspec.structs import replace

from agendapack.layout import Page
from agendapack.stages.annexes import annex_of
from agendapack.stages.openings import Opening, opening
from agendapack.stages.tidy import tidy

BODY = "\n\nThe service has been reviewed over the past year and its cost is met from the budget.\n" * 3


def sheet(text: str, **fields: object) -> Page:
    return tidy(pack(Sheet(text, **fields))).page(1)  # type: ignore[arg-type]


def opened(text: str, **fields: object) -> Opening:
    return opening(sheet(text.strip("\n") + BODY, **fields), 12.0)


# ---- title blocks ----------------------------------------------------------------------------------------------------

TITLE_BLOCKS: dict[str, tuple[str, str]] = {
    "the author before the title": (
        """
        FOR PUBLICATION
        **VALE COUNTY COUNCIL**
        **CABINET**
        **13 November 2031**
        **Report of the Executive Director - Children**

        **Early Help and Family Hubs**

        **(Cabinet Member for Children)**

        **1. Divisions affected**
        """,
        "Early Help and Family Hubs",
    ),
    "to whom over several rows of a corner, the author before the title": (
        """
                                             **Report to Transport**
                                             **and Environment**
                                             **Committee**
                                             **15 January 2031**

        **REPORT OF CORPORATE DIRECTOR, PLACE**

        **THE VALE COUNTY COUNCIL (MAIN STREET, PENNICK)**
        **(PROHIBITION OF WAITING) ORDER 2031**

        **Purpose of the report**
        """,
        "THE VALE COUNTY COUNCIL (MAIN STREET, PENNICK) (PROHIBITION OF WAITING) ORDER 2031",
    ),
    "to whom, month, title, author and divisions in one style": (
        """
        **Report to Cabinet**
        **April 2031**
        **Bus Passenger Transport Plan**
        **Report by Director of Highways**
        **Electoral division(s): All**
        """,
        "Bus Passenger Transport Plan",
    ),
    "fields in the corner above": (
        """
        Key decision: Yes
        Unrestricted
        Ref: CAB01 (31/32)
        **Report to Cabinet**
        **Bus Passenger Transport Plan**
        **Report by Director of Highways**
        """,
        "Bus Passenger Transport Plan",
    ),
    "body and date, title, author": (
        """
        **CABINET – 17 October 2031**

        **LEISURE CENTRES: NEXT STEPS**

        Report by the Director of Place

        RECOMMENDATION
        """,
        "LEISURE CENTRES: NEXT STEPS",
    ),
    "body that wraps in its column beside the date": (
        """
        Decision Session - Executive Member for      24 October 2031
        Transport

        Report of the Corporate Director of Economy and Place

        **Annual Review of Traffic Requests**
        """,
        "Annual Review of Traffic Requests",
    ),
    "time and date above": (
        """
        **Transport Committee**
        **10.00am, Thursday, 1 February 2031**
        **Winter Service Review**
        **1. Recommendations**
        """,
        "Winter Service Review",
    ),
    "kind of decision and council beneath the title": (
        """
        **Cabinet**
        **11 October 2031**
        **Bus Passenger Transport Plan**
        **Ordinary Decision**
        **Wendle County Council**
        **Report of Petra Marsh, Director of Highways**
        """,
        "Bus Passenger Transport Plan",
    ),
    "wards affected above": (
        """
        Division(s): All

        **PLACE COMMITTEE – 9 JUNE 2031**

        **HIGHWAY MAINTENANCE: REVISED POLICY**

        Report by Corporate Director for Environment
        """,
        "HIGHWAY MAINTENANCE: REVISED POLICY",
    ),
    "title over two lines": (
        """
        **CABINET – 17 October 2031**
        **SUPPORTED BUS SERVICES IN THE NORTH OF THE COUNTY:**
        **OUTCOME OF THE CONSULTATION**
        Report by the Director of Place
        """,
        "SUPPORTED BUS SERVICES IN THE NORTH OF THE COUNTY: OUTCOME OF THE CONSULTATION",
    ),
    "council and committee on lines of their own, joint authors": (
        """
        **Lyndon Borough Council**
        **Audit Committee**
        **4 June 2031**
        **Annual Governance Review**
        Joint report of the Monitoring Officer and the Head of Finance
        """,
        "Annual Governance Review",
    ),
    "author, colon and title on one line": (
        """
        **PEOPLE COMMITTEE - 9 JUNE 2031**
        **REPORT OF THE PLACE OVERVIEW & SCRUTINY COMMITTEE: School Streets**
        """,
        "School Streets",
    ),
    "a section heading closes the title": (
        """
        **CABINET – 17 October 2031**
        **Library Opening Hours**
        **1. Purpose of report**
        """,
        "Library Opening Hours",
    ),
}


@pytest.mark.parametrize("manner", TITLE_BLOCKS)
def test_title_block(manner: str) -> None:
    text, title = TITLE_BLOCKS[manner]
    found = opened(text)
    assert (found.title, found.strength) == (title, 2.0)


# ---- forms -----------------------------------------------------------------------------------------------------------

FORMS: dict[str, tuple[str, str]] = {
    "columns": (
        """
        Report to:        Cabinet
        Date:             4 June 2031
        Report title:     Leisure centres: the outcome of the
                          consultation
        Report author:    Head of Leisure
        """,
        "Leisure centres: the outcome of the consultation",
    ),
    "from, to, subject, classification": (
        """
        From:             Ann Marsh, Cabinet Member for Leisure
        To:               Cabinet - 4 June 2031
        Subject:          Leisure Centres
        Classification:   Unrestricted
        """,
        "Leisure Centres",
    ),
    "cells in rows": (
        """
        Item No.          Classification:     Date:             Meeting Name:
        9.                Open                4 June 2031       Cabinet
        Report title:     Leisure Centres
        Ward(s) or groups affected:           All
        From:             Strategic Director of Place
        """,
        "Leisure Centres",
    ),
    "letterhead above": (
        """
        **Lyndon Borough Council**
        Committee:        Executive
        Date:             4 June 2031
        Title:            Leisure Centres
        Wards affected:   All
        """,
        "Leisure Centres",
    ),
    "Welsh county": (
        """
        Report to:           Cabinet
        Date of meeting:     4 June 2031
        Lead Member:         Ann Marsh
        Report author:       Head of Leisure
        Title:               Leisure Centres
        """,
        "Leisure Centres",
    ),
    "Scottish council without colons": (
        """
        REPORT TO         Policy Committee
        DATE              4 June 2031
        REPORT ON         Leisure Centres
        REPORT BY         Head of Leisure
        REPORT NO         112-2031
        """,
        "Leisure Centres",
    ),
    "values on the same line": (
        """
        Meeting: Executive
        Date: 4 June 2031
        Title of report: Leisure Centres
        Lead officer: Head of Leisure
        """,
        "Leisure Centres",
    ),
}


@pytest.mark.parametrize("manner", FORMS)
def test_form(manner: str) -> None:
    text, title = FORMS[manner]
    found = opened(text)
    assert (found.title, found.rule, found.strength) == (title, "openings.form", 2.0)


def test_two_fields_are_no_form() -> None:
    assert opened("Date:  4 June 2031\nSummary:  The service has been reviewed").rule != "openings.form"


# ---- papers that say what they are -----------------------------------------------------------------------------------

KNOWN: dict[str, tuple[str, str, str]] = {
    "minutes with body and day in fields": (
        """
        Minutes of:  **COUNCIL**
        **Date of Meeting:**  21 May 2031
        **Present:**  The Worshipful the Mayor
        """,
        "Minutes of: COUNCIL Date of Meeting: 21 May 2031",
        "openings.minutes",
    ),
    "minutes that are headed by body and day, with those present": (
        """
        **Lyndon Borough Council**
        **PLANNING COMMITTEE**
        **THURSDAY, 8TH MAY, 2031**

        PRESENT: Councillor Petra Marsh in the Chair
        """,
        "PLANNING COMMITTEE THURSDAY, 8TH MAY, 2031",
        "openings.minutes",
    ),
    "minutes whose subject is the body and the day": (
        """
        **REPORT TO: THE MEMBERS OF THE PLANNING**
        **COMMITTEE**
        **SUBJECT: PLANNING COMMITTEE - 8TH MAY, 2031**
        **REPORT OF: COMMITTEE OFFICER**
        **PRESENT: COUNCILLOR PETRA MARSH (CHAIR)**
        """,
        "PLANNING COMMITTEE - 8TH MAY, 2031",
        "openings.minutes",
    ),
    "minutes, ModernGov": (
        """
        **Lyndon Borough Council**
        **Minutes of the meeting of the Cabinet held on Thursday, 7 November**
        **2030 at 10.00 am at the Guildhall**
        """,
        "Minutes of the meeting of the Cabinet held on Thursday, 7 November 2030",
        "openings.minutes",
    ),
    "minutes, county": (
        "MINUTES of the meeting held on Tuesday, 21 January 2031 commencing at 2.00 pm",
        "MINUTES of the meeting held on Tuesday, 21 January 2031",
        "openings.minutes",
    ),
    "minutes, old form": (
        "At a meeting of the Planning Committee held at the Guildhall on 9 January 2031",
        "At a meeting of the Planning Committee held at the Guildhall on 9 January 2031",
        "openings.minutes",
    ),
    "impact assessment": ("**Equality Impact Assessment**", "Equality Impact Assessment", "openings.impact-assessment"),
    "impact assessment of a council": (
        "Lyndon Borough Council\n**Equality and Health Impact Assessment**",
        "Equality and Health Impact Assessment",
        "openings.impact-assessment",
    ),
    "pro forma": (
        "**Scrutiny Recommendation Response Pro Forma**",
        "Scrutiny Recommendation Response Pro Forma",
        "openings.pro-forma",
    ),
    "proposed decision": (
        """
        **PROPOSED RECORD OF DECISION**
        Decision to be taken by:  Cabinet Member for Highways
        Decision No:  31/00042
        **Subject Matter / Title of Decision:**  Resurfacing Contract
        """,
        "Resurfacing Contract",
        "openings.proposed-decision",
    ),
}


@pytest.mark.parametrize("manner", KNOWN)
def test_a_paper_that_says_what_it_is(manner: str) -> None:
    text, title, rule = KNOWN[manner]
    found = opened(text)
    assert (found.title, found.rule, found.strength) == (title, rule, 2.0)


def test_a_sentence_about_minutes_opens_no_minutes() -> None:
    assert opened("The minutes of the meeting held on 9 January 2031 were agreed and signed.").rule != "openings.minutes"


# ---- annexes ---------------------------------------------------------------------------------------------------------

ANNEXES: dict[str, tuple[str, str, str]] = {
    "its letter in quotation marks": ("**Appendix 'A'**\n\n**Works to be Tendered**", "Works to be Tendered", "appendix a"),
    "label and title": ("**Appendix A – Consultation Results**", "Appendix A – Consultation Results", "appendix a"),
    "colon": ("Annex 2: Financial Model", "Annex 2: Financial Model", "annex 2"),
    "label alone, title below": ("Appendix 1\n\n**Consultation Results**", "Consultation Results", "appendix 1"),
    "label in capitals": ("APPENDIX B\n\nMAP OF THE SCHEME", "MAP OF THE SCHEME", "appendix b"),
    "Enclosure": ("Enclosure 3 - Letter from the Auditor", "Enclosure 3 - Letter from the Auditor", "enclosure 3"),
    "Schedule": ("Schedule 1 – Fees", "Schedule 1 – Fees", "schedule 1"),
    "Welsh": ("Atodiad 1 – Canlyniadau", "Atodiad 1 – Canlyniadau", "atodiad 1"),
    "Roman": ("Appendix iv - Costs", "Appendix iv - Costs", "appendix iv"),
    "exempt": ("Exempt Appendix C - Tender Scores", "Exempt Appendix C - Tender Scores", "appendix c"),
    "part of one": ("Appendix 2a: Site Plan", "Appendix 2a: Site Plan", "appendix 2a"),
}


@pytest.mark.parametrize("manner", ANNEXES)
def test_annex(manner: str) -> None:
    text, title, label = ANNEXES[manner]
    found = opened(text)
    assert (found.title, found.annex, found.strength) == (title, label, 2.0)


def test_an_annex_in_the_running_head() -> None:
    page = tidy(pack(*(Sheet("Consultation Results" + BODY, head="Appendix A") for _ in range(3)))).page(1)
    found = annex_of(page)
    assert found is not None
    assert found[0] == "appendix a"


@pytest.mark.parametrize(
    "sentence",
    [
        "Appendix A sets out the results of the consultation, which closed in May.",
        "Schedule of payments for approval",
        "Appendix 1 and Appendix 2 are attached to this report.",
        "Attachment of earnings orders are made where council tax is unpaid.",
    ],
)
def test_a_sentence_that_starts_with_an_annex_is_no_heading(sentence: str) -> None:
    assert opened(sentence).annex is None


def test_the_only_annex_of_a_report_s_list_is_not_one() -> None:
    page = document(
        """
        7.   Appendices
        Appendix 1 - Delivery Timetable
        Financial implications verified by: Joan Fenn, Senior Accountant
        """
    ).pages[0]
    assert annex_of(page) is None


def test_a_report_s_list_of_annexes_is_not_one() -> None:
    text = """
    Appendix A – Consultation Results
    Appendix B – Map
    Appendix C – Costs
    """
    assert opened(text).annex is None


# ---- plain headings --------------------------------------------------------------------------------------------------


def test_a_heading_that_is_a_field_goes_by_its_value() -> None:
    text = """
              **Report Title: Rural Strategy**
            **Date of Meeting: 13 March 2031**
    The strategy was drawn up with partners.
    """
    assert opened(text).title == "Rural Strategy"


def test_a_form_s_title_ends_where_a_section_begins() -> None:
    text = """
    To:                  Cabinet
    Date:                15 November 2031
    Report of:           Director of Communities
    Title of Report:     Award of a Contract
                         Summary and recommendations
    Purpose of report:   To tell of the tender
    """
    assert opened(text).title == "Award of a Contract"


def test_of_a_form_s_strange_fields_the_one_that_reads_as_a_title_is_it() -> None:
    text = """
    Report to        Cabinet
    Meeting on       17 July 2031
    About            Renewing Twelve Play Areas
    Written by       Petra Marsh
    Wards            Six
    """
    found = opened(text)
    assert (found.title, found.rule) == ("Renewing Twelve Play Areas", "openings.form")


def test_a_form_none_of_whose_labels_is_known_is_told_by_its_columns() -> None:
    text = """
    **Which meeting is this?**        Place Scrutiny Panel
    **When is it?**                   Tuesday 17 June 2031
    **This is about**                 Pavement parking outside schools
    **Whom can I ask?**               Una Fenn, 01632 960123
    """
    found = opened(text)
    assert (found.title, found.strength) == ("Pavement parking outside schools", 0.0)


def test_two_values_that_read_as_titles_leave_a_strange_form_without_one() -> None:
    text = """
    **First**        Pavement parking outside schools
    **Second**       New parking machines in Mill Road
    **Third**        17 June 2031
    """
    assert opened(text).rule != "openings.form"


def test_what_stands_beside_a_title_and_names_no_paper_is_no_part_of_it() -> None:
    text = (
        "Vale Joint Committee\n**Passes: reissue in 2032**      **Item no: 6**\n\nReport by:   Petra Marsh\nDate:    17 July 2031"
    )
    assert opened(text).title == "Passes: reissue in 2032"


@pytest.mark.parametrize(
    "above", ["Cabinet | 17 June 2031 | Item 10 | Open", "Vale Town Council – Environment Committee\nMonday 14 July 2031"]
)
def test_a_line_in_parts_that_all_say_for_whom_and_when_is_letterhead(above: str) -> None:
    assert opened(f"{above}\n\n**Item 7 – Weeds on pavements**").title == "Weeds on pavements"


def test_a_form_of_two_known_fields_counts_the_rows_in_their_columns() -> None:
    text = """
    **Executive Member Decision**
    Decision by          Executive Member for Climate
    Decision title       Solar Panels on Depot Roofs
    Portfolio area       Climate
    Report author        Petra Marsh, Energy Officer
    """
    assert opened(text).title == "Solar Panels on Depot Roofs"


def test_an_address_is_letterhead() -> None:
    text = "VALE PARISH COUNCIL\nThe Old Forge, Vale VA4 9ZZ\nclerk@vale.gov.uk | 01632 960222\n\n**Hedges along Mill Lane**"
    assert opened(text).title == "Hedges along Mill Lane"


def test_a_heading_beneath_a_form_that_is_set_as_the_sections_are_is_no_title() -> None:
    text = f"""
    Report to        Cabinet
    Date             17 July 2031
    Ward             Castle

    **Why this matters**
    {BODY}
    **What we ask**
    """
    assert opened(text).title == ""


def test_the_number_of_the_item_before_a_title_is_no_part_of_it() -> None:
    text = "Vale Town Council\n3 June 2031\n\n**Agenda item 9: Insurance renewal**\nReport from the Deputy Town Clerk"
    assert opened(text).title == "Insurance renewal"


def test_an_author_s_line_that_had_no_room_goes_on_beneath() -> None:
    text = """
    **EXECUTIVE**
    **3 DECEMBER 2030**
    **JOINT REPORT OF THE DIRECTOR OF FINANCE AND THE DIRECTOR OF ADULT AND CHILDREN'S**
    **SOCIAL CARE**

    **CHARGING FOR RESPITE CARE**

    The report asks whether respite care should be charged for as other care is.
    """
    assert opening(sheet(text), 12.0).title == "CHARGING FOR RESPITE CARE"


@pytest.mark.parametrize("whose", ["the Tenant Satisfaction Report", "the report on tenants' satisfaction", "Item 4"])
def test_whose_an_annex_is_is_not_its_title(whose: str) -> None:
    found = opened(f"**Appendix A to {whose}**\n\n**Full results by question**")
    assert (found.title, found.annex) == ("Full results by question", "appendix a")


def test_a_heading_in_larger_type_supports_a_new_paper() -> None:
    page = sheet("Housing Strategy 2031", size=22.0)
    found = opening(page, 11.0)
    assert (found.title, found.strength) == ("Housing Strategy 2031", 1.0)


def test_the_last_rows_of_a_table_at_the_head_of_a_sheet_open_no_paper() -> None:
    page = document(
        """
        Version          Final
        Dated            1 March 2031
        Key Decision?    No
        """
    ).pages[0]
    assert opening(page, 12.0).strength == 0.0


def test_running_text_is_no_opening() -> None:
    found = opened("and will therefore be reported to the next meeting of the Committee, which is in July.")
    assert (found.title, found.strength) == ("", 0.0)


@pytest.mark.parametrize(
    "heading", ["Executive Summary", "1. Introduction", "Background", "Contents", "Foreword", "Chair’s Foreword"]
)
def test_a_section_s_heading_is_no_title(heading: str) -> None:
    assert opened(f"**{heading}**").title == ""


def test_a_letter_is_known_by_its_subject() -> None:
    text = """
    Dear Councillor Marsh

    **Response to the consultation on bus fares**

    Thank you for your letter.
    """
    assert opened(text).title == "Response to the consultation on bus fares"


def test_an_empty_sheet_opens_nothing() -> None:
    assert opening(sheet(""), 12.0) == Opening("", (), "", 0.0)


def test_a_form_with_its_labels_above_the_values_names_the_paper() -> None:
    text = """
    **LONDON BOROUGH OF ANYWHERE          WARDS: All**

    **REPORT TITLE**
    Plan for the Canal Side (PL/2031/44)

    **REPORT OF**
    Cabinet Member for Planning

    **FOR SUBMISSION TO                   DATE**
    Cabinet                             13 December 2031

    **SUMMARY OF REPORT**
    """
    found = opened(text)
    assert (found.title, found.rule) == ("Plan for the Canal Side (PL/2031/44)", "openings.form")


def test_a_form_without_a_title_field_has_the_largest_heading_above_it_for_a_title() -> None:
    head = (
        line("Report author: Ann Marsh", top=60, size=10),
        line("Tel: 01632 960123", top=72, size=10),
        line("Ferry Subsidy 2031", top=100, size=18, bold=True),
        line("Date:          13 March 2031", top=130),
        line("Report of:     Director of Ports", top=145),
        line("Report to:     Executive Board", top=160),
    )
    assert opening(replace(sheet(""), lines=head), 12.0).title == "Ferry Subsidy 2031"


def test_a_question_above_the_heading_in_larger_type_is_no_title() -> None:
    head = (
        line("Housing Committee", top=60),
        line("5 June 2031", top=75),
        line("Is this the last meeting that will consider the matter?  Yes", top=100),
        line("Empty Homes Plan", top=130, size=18, bold=True),
        line("Wards affected", top=160),
    )
    assert opening(replace(sheet(""), lines=head), 12.0).title == "Empty Homes Plan"


def test_a_title_that_names_a_body_s_report_is_no_letterhead() -> None:
    head = (
        line("London Borough of Addle", top=60, size=14, bold=True),
        line("Annual Report of the Audit Committee", top=90, size=14, bold=True),
        line("Meeting: Council", top=120),
        line("Report of: Head of Audit", top=135),
        line("Date of meeting: 5 June 2031", top=150),
    )
    assert opening(replace(sheet(""), lines=head), 12.0).title == "Annual Report of the Audit Committee"


def test_the_head_of_a_table_is_no_form() -> None:
    text = """
    Ref    Recommendation             Lead         Progress       Status
    4      That the budget be set     Head of      The group      Open
           aside for works            Parks        has met
    From   the autumn on
    """
    assert opened(text).title != "4"


def test_a_planning_form_goes_by_its_reference_and_site() -> None:
    text = """
    Application Number     31/01999/FUL
    Site Address           Land East of Mill Lane
    Proposal               Erection of 12 dwellings
    Case Officer           Ruth Vale
    """
    assert opened(text).title == "31/01999/FUL Land East of Mill Lane"


def test_a_heading_in_two_columns_is_read_column_by_column() -> None:
    text = """
        **Land East of Mill Farm,**     **31/0042/F**
        **Pennick**

        Case Officer:     Petra Marsh
        Applicant:        Mulberry Homes
        Proposal:         Six houses
        Expiry date:      5 July 2031
    """
    assert opened(text).title == "Land East of Mill Farm, Pennick 31/0042/F"


def test_a_report_on_behalf_of_a_body_is_no_body() -> None:
    found = opened("**Report on behalf of the Vale Combined Authority**\n\n1.   The board met twice.")
    assert found.title == "Report on behalf of the Vale Combined Authority"


def test_a_title_in_larger_type_is_what_follows_the_smaller() -> None:
    page = sheet(
        """
        **Vale County Council**          **OVERVIEW COMMITTEE**
        **Tuesday 21 October 2031**      **Item for: Information**

        **Office accommodation: progress**

        **Report of the Deputy Chief Executive**
        """.strip("\n")
        + BODY
    )
    large = [replace(row, size=15.0) if "accommodation" in row.text else row for row in page.lines]
    assert opening(replace(page, lines=tuple(large)), 12.0).title == "Office accommodation: progress"


def test_a_title_in_larger_type_is_no_part_of_the_letterhead_beneath() -> None:
    text = """
        **Training Strategy**
        **Pensions Committee, 3 March 2031**
        Lead officer: Head of Pensions
    """
    page = sheet(text.strip("\n") + BODY)
    large = [replace(row, size=15.0) if "Strategy" in row.text else row for row in page.lines]
    assert opening(replace(page, lines=tuple(large)), 12.0).title == "Training Strategy"


@pytest.mark.parametrize("label", ["TITLE", "Subject of report", "Name of report"])
def test_a_form_says_on_which_day_and_whether_it_is_open(label: str) -> None:
    text = f"""
        REPORT OF                Monitoring Officer
        TO                       Overview Committee
        ON                       21 October 2031
        {label:24} Complaints 2030/31
        OPEN/EXEMPT              Open
    """
    assert opened(text).title == "Complaints 2030/31"


def test_the_number_of_a_report_beside_its_body_is_letterhead() -> None:
    text = """
        **REPORT TO EXECUTIVE**                  **REPORT NO. 31/118**
        **DATE OF MEETING: 8 March 2032**        **PUBLIC**
        **CAR PARK SEASON TICKETS**
        **REPORT OF THE HEAD OF PLACE**

        **EXECUTIVE SUMMARY**
    """
    assert opened(text).title == "CAR PARK SEASON TICKETS"


def test_a_form_s_title_may_stand_beneath_it() -> None:
    text = """
        **CABINET**                                   **AGENDA ITEM No. 5**

        Report of:                 Petra Marsh, Executive Director of Place
        Cabinet Member:            Cllr Noel Fenn, Cabinet Member for Growth
        Contact Officer(s):        Edith Oduya, Planning Manager

                    **LOCAL PLAN: DRAFT FOR CONSULTATION**

        **1. ORIGIN OF REPORT**
    """
    assert opened(text).title == "LOCAL PLAN: DRAFT FOR CONSULTATION"


def test_labels_may_stand_centred_over_their_values() -> None:
    centred = ("REPORT OF", "THE STRATEGIC DIRECTOR FOR PLACE", "TO", "THE PROCUREMENT BOARD", "ON", "16 August 2031")
    head = "Part 1 (Open to the public)           ITEM NO. 6"
    text = "\n".join((head, "", *(f"{line:^60}" for line in centred), "", "TITLE: Winter Gritting"))
    assert opened(text).title == "Winter Gritting"


def test_a_title_s_field_beneath_a_form_past_a_row_that_no_rule_knows() -> None:
    text = """
        Community Wealth Building

        **Report of: Executive Member for Finance**

        **Meeting of:**          **Date:**              **Ward(s):**
        Executive                19 October 2031        All

        Strike out as appropriate                       Non-exempt

        **SUBJECT: Financial Position**

        1. Synopsis
    """
    assert opened(text).title == "Financial Position"


def test_a_title_beneath_its_label_wraps_there() -> None:
    text = """
        **REPORT TITLE:**
        **Award of Contract for Transport of Passengers**
        **(SC/2031/41)**

        **REPORT OF:**
        **Cabinet Member for Schools**

        **FOR SUBMISSION TO:**
        **Cabinet**
    """
    assert opened(text).title == "Award of Contract for Transport of Passengers (SC/2031/41)"


def test_a_title_sheds_its_label_whatever_stands_around_it() -> None:
    text = """
        **TITLE OF REPORT: Parking Enforcement Contract**

        **Key Decision No. CHE S223**

        **CABINET MEETING DATE**       **CLASSIFICATION:**
        11 September 2031              OPEN
    """
    assert opened(text).title == "Parking Enforcement Contract"


def test_a_title_and_subject_field_beneath_the_markings_of_a_report() -> None:
    text = """
                                                      **Public**
                                                      **Key Decision - No**

        **MARSH DISTRICT COUNCIL**

        **Title/Subject Matter:**      Market Towns Programme Update
        **Meeting/Date:**              Cabinet – 19 September 2031
        **Report by:**                 Programme Manager – Petra Marsh
        **Ward(s) affected:**          All
    """
    assert opened(text).title == "Market Towns Programme Update"


def test_an_item_s_number_beside_a_title_beneath_the_author_is_no_part_of_it() -> None:
    text = """
        **CABINET – 14TH SEPTEMBER 2031**

        **Report of the Head of Finance**
        **Lead Member: Councillor Marsh**

        **Part A**

        **ITEM 6**     **CAPITAL PLAN OUTTURN**

        Purpose of Report
    """
    assert opened(text).title == "CAPITAL PLAN OUTTURN"


def test_a_label_may_wrap_above_the_row_of_its_value() -> None:
    text = """
        **Report for:**         **Cabinet – 12 September 2031**

        **Title:**              **Adoption of the Quay Strategy**

        **Report**
        **authorised by:**      **Petra Marsh, Director of Place**

        **1. Introduction**
    """
    assert opened(text).title == "Adoption of the Quay Strategy"


def test_a_marking_beneath_a_form_is_no_title() -> None:
    text = """
        **Item**

        **Review of Parks Charges**

        **To:**
        Councillor Petra Marsh, Executive Councillor for Open Spaces

        **Report by:**
        Noel Fenn, Open Spaces Manager

        **Wards affected:**
        All

        **Non Key Decision**

        1. Executive Summary
    """
    page = sheet(text)
    larger = tuple(replace(each, size=16.0) if each.text.startswith("Review") else each for each in page.lines)
    assert opening(replace(page, lines=larger), 11.0).title == "Review of Parks Charges"


def test_that_there_are_no_annexes_opens_none() -> None:
    assert opened("**Annexes: None**\n\nSources: None").annex is None


def test_the_item_s_number_beside_a_title_is_no_part_of_it() -> None:
    text = """
        **ITEM 8**        **Public Spaces Order**

        Report of the Leisure Portfolio Holder

        Recommended:
    """
    assert opened(text).title == "Public Spaces Order"


def test_whose_portfolio_it_is_in_is_no_title() -> None:
    text = """
        **Cabinet**
        **17 July 2031**

        **Report from the Corporate Director of Regeneration**

        **Lead Member – Cabinet Member for Planning and Growth**
        **(Councillor Petra Marsh)**

        **Estate Regeneration – Authority to Procure**

        1.0 Executive Summary
    """
    assert opened(text).title == "Estate Regeneration – Authority to Procure"


PLAIN_HEADS: dict[str, tuple[str, str]] = {
    "the label of the title in its own line, with the author beneath": (
        """
        **VALE POLICE AND CRIME PANEL**
        **11 July 2031**

        **Title: The Commissioner's Annual Report**

        **Report of the Commissioner**

        **1. Purpose**
        """,
        "The Commissioner's Annual Report",
    ),
    "author, body and day, then the title above the fields": (
        """
                 **Report of the Cabinet Member for Roads**

                 **Cabinet – 20 July 2031**

                 **Winter Gritting Routes**

        **Purpose:**               To agree the routes.
        **Policy Framework:**      Roads Plan
        **Consultation:**          Finance, Legal.
        **Recommendation(s):**     It is recommended that Cabinet approves the routes.
        """,
        "Winter Gritting Routes",
    ),
    "to whom and when in two fields, the author's office beneath the title": (
        """
        **TO:**      **SCHOOLS FORUM**
        **DATE:**    **14 JANUARY 2031**

              **PROPOSALS FOR THE SCHOOLS BLOCK AND ITS**
                   **ELEMENTS OF THE BUDGET**
                  **Executive Director - People**

        **1**   **PURPOSE OF REPORT**
        """,
        "PROPOSALS FOR THE SCHOOLS BLOCK AND ITS ELEMENTS OF THE BUDGET",
    ),
    "the author's office on the title's own last line is a part of it": (
        """
        **Cabinet**
        **14 January 2031**

        **Recruitment of the**
        **Chief Executive**

        **1**   **PURPOSE OF REPORT**
        """,
        "Recruitment of the Chief Executive",
    ),
    "the paper's own number above its title": (
        """
                                                            14/431
                    **VALE COUNCIL**
                    **8 October 2031**

                    **LOANS IN THE FIRST QUARTER**
                    **Report by Head of Finance**
        """,
        "LOANS IN THE FIRST QUARTER",
    ),
    "a year alone goes on with its title": (
        """
        **CABINET**
        **8 October 2031**

        **Report on the Quarter**
        **2030/31**

        **1. PURPOSE**
        """,
        "Report on the Quarter 2030/31",
    ),
    "a report to a meeting that is named beneath the author": (
        """
                              **REPORT OP02/31**

                   **A REPORT OF THE OPERATIONS MANAGER TO**
                        **ADDLE TOWN COUNCIL**
                         **PARKS COMMITTEE**
                     for the meeting to be held on
                    Wednesday 19 July 2031 at 6.00 pm
                        in the Council Chamber

                       **CHRISTMAS LIGHTS**

        **1.   Purpose of Report**
        """,
        "CHRISTMAS LIGHTS",
    ),
    "labels in bold over their values, most of them known to no rule": (
        """
        **Committee Name and Date of Committee Meeting**
        Cabinet – 14 February 2031

        **Report Title**
        Framework for the Baths

        **Is this a Key Decision and is it in the Forward Plan?**
        No, but it is in the Forward Plan

        **Director Approving Submission of the Report**
        Petra Marsh, Director of Place

        **Report Author(s)**
        Noel Fenn, Head of Sport
        """,
        "Framework for the Baths",
    ),
    "headings in bold over their text are no fields": (
        """
        **CABINET**
        17 October 2031
        **Street Trees in the Vale**
        Report of the Place Scrutiny
        Committee
        **RECOMMENDATION**
        1.   The Cabinet is RECOMMENDED to plant more of them.
        """,
        "Street Trees in the Vale",
    ),
    "a title field whose author stands in its column": (
        """
        **Committee:**     **CABINET**

        **Date:**          **9 JANUARY 2031**

        **Title:**         **MAINTENANCE OF THE ROADS**

                           **REPORT OF THE CABINET MEMBER FOR ROADS**
        """,
        "MAINTENANCE OF THE ROADS",
    ),
}


@pytest.mark.parametrize("case", PLAIN_HEADS)
def test_a_title_is_told_from_the_fields_and_names_around_it(case: str) -> None:
    text, title = PLAIN_HEADS[case]
    assert opened(text).title == title


ABOVE_TABLES = {
    "two columns in the title's style": (
        """
        **Schedule of Charges 2031**
        **Fee**                       **Amount**
        Hall                          £40
        Room                          £20
        """,
        "Schedule of Charges 2031",
    ),
    "three columns, nothing in bold": (
        """
        Housing Improvement Plan
        Response                  Wards                     Decision
        Accepted                  All                       Yes
        Rejected                  Castle                    No
        """,
        "Housing Improvement Plan",
    ),
    "a column of dates": (
        """
        Housing Scrutiny Committee

        **Housing Improvement Plan**

        Response                  Contact officer           Date
        Accepted                  Ann Marsh                 4 June 2031
        Rejected                  Ben Fell                  5 July 2031
        """,
        "Housing Improvement Plan",
    ),
    "body and date above the title": (
        """
        Addle Borough Council
        Cabinet – 4 June 2031

        **Recommendations Tracker**
        **Portfolio**                 **Lead officer**
        Housing                       Ann Marsh
        Roads                         Ben Fell
        """,
        "Recommendations Tracker",
    ),
}


@pytest.mark.parametrize("manner", ABOVE_TABLES)
def test_a_title_right_above_a_table_ends_where_the_table_begins(manner: str) -> None:
    text, title = ABOVE_TABLES[manner]
    assert opening(sheet(text.strip("\n")), 12.0).title == title


AUTHOR_FIRST: dict[str, tuple[str, str]] = {
    "the body and the day in lines of their own behind the author, a label before the title": (
        """
                              **Report by Director of Operations**
                                       **to Cabinet**
                                     **of 14 March 2031**

        **Subject:**      **Grass Cutting**

        **1.**   **Purpose**
        """,
        "Grass Cutting",
    ),
    "fields above the author, whose office wraps": (
        """
                **VALE COMBINED AUTHORITY**

        To:            The Chair and Members of the Transport Committee
        Meeting:       14 March 2031

        **Authorities Affected: All**

        **EXEMPT ITEM: No**

        **REPORT OF THE EXECUTIVE DIRECTOR AND TRANSPORT**
                        **PORTFOLIO HOLDER**

                     **BUS FARES**

        **1.**   **PURPOSE OF REPORT**
        """,
        "BUS FARES",
    ),
    "a marking with its label above the title": (
        """
                                                    DATA LABEL: PUBLIC

                         **COUNCIL EXECUTIVE**

                        **WINTER SERVICE**

                  **REPORT BY HEAD OF OPERATIONS**

        **A.**   **PURPOSE OF REPORT**
        """,
        "WINTER SERVICE",
    ),
    "a form in two columns without colons, whose labels are known only in part": (
        """
                **LONDON BOROUGH OF ADDLE**
        **Meeting / Date**         Cabinet
                                   7 September 2031
        **Report Title**           Lending and Borrowing
        **Cabinet Portfolio**      Councillor Noel Fenn, Finance
        **Report Author**          Petra Marsh, Director of Finance
        **Wards affected**         None
        """,
        "Lending and Borrowing",
    ),
    "minutes beneath the word alone": (
        """
        **Vale Council**
        Cabinet
        **Minutes**
        **MINUTES OF THE MEETING OF THE CABINET HELD ON THURSDAY 4 JANUARY 2031 IN THE HALL**
        """,
        "MINUTES OF THE MEETING OF THE CABINET HELD ON THURSDAY 4 JANUARY 2031",
    ),
}


@pytest.mark.parametrize("case", AUTHOR_FIRST)
def test_the_meeting_and_its_marks_are_no_title(case: str) -> None:
    text, title = AUTHOR_FIRST[case]
    assert opened(text).title == title


def test_labels_over_their_values_in_two_columns_are_letterhead() -> None:
    text = """
              **VALE COUNCIL**
        **Report to:**                 **Wards:**
        The Cabinet                    All
        21 March 2031

              **Bridleways Plan**

        **Report of the Director of Communities**
    """
    assert opened(text).title == "Bridleways Plan"


def test_the_letter_of_a_paper_is_no_title() -> None:
    text = """
        **Report of the Director to the meeting of the Joint Group to be held on 28 January 2031**
                                                                      **D**

        **Subject:**   **Administration**

        **Summary statement:**
    """
    assert opened(text).title == "Administration"


# ---- what stands beneath a word alone --------------------------------------------------------------------------------


def test_minutes_headed_by_the_word_alone_above_the_meeting_and_its_date() -> None:
    found = opened("**Minutes**\n**Meeting of the Planning Committee**\n**Thursday, 12 December 2030, 1.00 pm**\n")
    assert (found.rule, found.title) == (
        "openings.minutes",
        "Minutes Meeting of the Planning Committee Thursday, 12 December 2030",
    )


def test_a_schedule_of_things_beneath_an_annexs_label_is_its_title() -> None:
    found = opened("**Appendix 1**\n\n**Schedule of Public Toilets**\n")
    assert (found.annex, found.title) == ("appendix 1", "Schedule of Public Toilets")


def test_who_gave_evidence_to_a_panel_is_no_letterhead() -> None:
    found = opened("**APPENDIX**\n\n**WITNESSES WHO GAVE EVIDENCE TO THE PANEL**\n")
    assert found.title == "WITNESSES WHO GAVE EVIDENCE TO THE PANEL"


def test_a_form_of_northern_ireland_whose_title_is_its_subject() -> None:
    rows = [
        ("Report Classification", "Unclassified"),
        ("Exemption Reason", "Not Applicable"),
        ("Council/Committee", "Leisure Committee"),
        ("Responsible Director", "Director of Leisure"),
        ("File Reference", "65300"),
        ("Section 75 Compliant", "Yes"),
        ("Subject", "Review of the Baths"),
    ]
    text = "\n".join(f"{label:<28}{value}" for label, value in rows)
    assert opened(text + "\n").title == "Review of the Baths"


def test_minutes_whose_body_stands_in_a_running_head() -> None:
    page = sheet("**LEISURE COMMITTEE**\n\n**Tuesday, 1 July 2031**\n\n**Present:   Councillor Vale (Chair)**" + BODY)
    found = opening(replace(page, lines=page.lines[1:], furniture=page.lines[:1]), 12.0)
    assert (found.rule, found.title) == ("openings.minutes", "LEISURE COMMITTEE Tuesday, 1 July 2031")


@pytest.mark.parametrize("label", ["Report", "Briefing note", "Officer report"])
def test_the_word_for_paper_before_a_heading_is_no_part_of_the_title(label: str) -> None:
    text = f"**Penhallow Town Council**\n\n**{label}: Replacement of Play Equipment**\n\nThe climbing frame was put out of use."
    assert opening(pack(text).pages[0], 12.0).title == "Replacement of Play Equipment"


@pytest.mark.parametrize("label", ["     ", "Title"])
def test_a_title_in_welsh_and_beneath_it_in_english_is_both(label: str) -> None:
    text = f"""Report to     Cabinet
Date          4 May 2031
Teitl         Cynllun Teithio Llesol
{label}         Active Travel Plan
Lead officer  Head of Transport"""
    assert opening(pack(text).pages[0], 12.0).title == "Cynllun Teithio Llesol Active Travel Plan"


def test_a_sum_up_to_a_day_is_a_title_and_no_meeting() -> None:
    assert opened("CABINET – 4 June 2031\n\n**BUDGET MONITORING TO 31 MAY 2031**\n\nReport by the Treasurer").title == (
        "BUDGET MONITORING TO 31 MAY 2031"
    )


def test_a_sheet_of_several_forms_has_its_title_above_them() -> None:
    form = "Title of decision:     {}\nDecision maker:        Cabinet\nDate of decision:      {}\nKey decision:          Yes\n\n"
    forms = form.format("Street Lighting Contract", "14 January 2031") + form.format("Market Rights", "11 February 2031")
    assert opened(f"**FORWARD PLAN**\n\n{forms}").title == "FORWARD PLAN"
    assert opened("**PROPOSED DECISION**\n\n" + form.format("Street Lighting Contract", "1 May 2031")).title == (
        "Street Lighting Contract"
    )


def test_members_in_a_form_are_not_its_title() -> None:
    form = """**Call-in Request Form**
**Decision called in**       Closure of the waste site
**Members calling in**       Councillors A Prior, B Stokes and C Lune
**Reasons for call-in**      The consultation was too short."""
    assert opened(form).title == "Call-in Request Form"


def test_the_one_larger_heading_among_the_fields_beneath_an_author_is_the_title() -> None:
    head = """Report to the Cabinet
Meeting to be held on Thursday, 4 December 2031
Report of the Director of Highways

Part I

Divisions affected:
(All Divisions);

Corporate Priorities:
Clean air;

**Moss Lane: Weight Limit**
(Appendix A refers)

Contact for further information:
Joan Fell, Tel: 01234 567890

**Recommendation**
Cabinet is asked to approve the order."""
    assert opened(head).title == "Moss Lane: Weight Limit"
    assert opened(head.replace("Clean air;", "**Clean air**")).title == ""
