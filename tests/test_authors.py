"""Authors: who a paper is by, in the words it prints."""

from __future__ import annotations

import pytest
from builders import section
from msgspec.structs import replace

from agendapack.stages.authors import report_by


def author(text: str, *, where: str = "paper", kind: str = "") -> str | None:
    found = report_by(section(text, where=where, kind=kind))
    return found[0] if found else None


BODY = "        The report sets out the position of the authority over the year and what is proposed for the next one."

LINES = {
    "on behalf of": (
        "Open Report on behalf of Petra Marsh, Executive Director - Place",
        "Petra Marsh, Executive Director - Place",
    ),
    "by an office": ("Report by the Corporate Director for Children's Services", "Corporate Director for Children's Services"),
    "in capitals": ("REPORT OF THE CHIEF EXECUTIVE", "CHIEF EXECUTIVE"),
    "behind a colon": ("Report of:  Head of Law and Governance", "Head of Law and Governance"),
    "on the title's own line": ("Ferry Fares Task Group Report by the Scrutiny Officer", "Scrutiny Officer"),
    "before the title": ("REPORT OF THE PEOPLE SCRUTINY COMMITTEE: Local Inspection", "PEOPLE SCRUTINY COMMITTEE"),
    "with no blank": ("Reportby Petra Marsh/Noel Fenn", "Petra Marsh; Noel Fenn"),
    "joint": (
        "Joint report of the Director of Place and the Director of Resources",
        "Director of Place and the Director of Resources",
    ),
    "an office and its holder": ("Report of the Director of Place – Petra Marsh", "Director of Place, Petra Marsh"),
    "the chair of a body, addressed as a member": (
        "Report of the Chair of the Scrutiny Board, Councillor Petra Marsh",
        "Chair of the Scrutiny Board, Councillor Petra Marsh",
    ),
    "a statutory officer in brackets": ("Report by the Director of Finance (S151 Officer)", "Director of Finance (S151 Officer)"),
    "a member behind his office and a colon": (
        "REPORT OF CABINET MEMBER: Cllr Petra Marsh, Cabinet Member for Climate Emergency",
        "Cllr Petra Marsh, Cabinet Member for Climate Emergency",
    ),
    "beneath the words": ("REPORT OF\n\nTHE STRATEGIC DIRECTOR FOR PLACE\n\nTO\n\nTHE BOARD", "STRATEGIC DIRECTOR FOR PLACE"),
    "beside another field without a colon": (
        "Report of    Head of Operational Finance        Author    Petra Marsh\nTitle    Revenue Outturn",
        "Head of Operational Finance",
    ),
    "over a row of cells, for all that there was no room beside it": (
        """
        Report of the Cabinet Member for Enforcement
        Open Report                                   For Decision
        Wards Affected: All                           Key Decision: Yes
        """,
        "Cabinet Member for Enforcement",
    ),
    "with another word for who wrote it": ("Report prepared by the Town Clerk", "Town Clerk"),
    "beside the day": ("Report by Waste Partnership Manager          10 October 2030", "Waste Partnership Manager"),
    "with the body and its day": (
        "Report of the Licensing Team Leader to the Regulatory Committee on 30 October 2030",
        "Licensing Team Leader",
    ),
    "an office that is to a body": ("Report of the Clerk to the Authority", "Clerk to the Authority"),
    "beside another column": ("Report of: Director of Place        For decision", "Director of Place"),
    "Welsh": ("Adroddiad gan y Prif Weithredwr", "Prif Weithredwr"),
}


@pytest.mark.parametrize("case", LINES)
def test_a_line_says_whose_report_it_is(case: str) -> None:
    printed, expected = LINES[case]
    assert author(f"CABINET\n17 October 2023\n{printed}\nRECOMMENDATION\n{BODY}") == expected


def test_a_row_of_labels_over_values_names_nobody_itself() -> None:
    text = """
    **Report of**            **Champion**
    Director of Place        Councillor Fenn
    """
    assert author(f"{text}\n{BODY}") == "Director of Place"


def test_authors_may_stand_beneath_each_other_in_the_column_right_of_the_label() -> None:
    text = """
    Report by       Petra Marsh, Treasurer
                    Noel Fenn, Pensions Manager
    Subject         Pensions
    """
    assert author(text) == "Petra Marsh, Treasurer; Noel Fenn, Pensions Manager"


def test_a_job_title_may_stand_in_a_field_of_its_own_in_the_row() -> None:
    text = """
    Report by:     Petra Marsh        Job title:     Mobility Manager
    Date:          17 July 2031
    """
    assert author(text) == "Petra Marsh, Mobility Manager"


def test_a_question_is_no_author() -> None:
    text = """
    SUBJECT                          Planning Delegations
    NAME OF THE PERSON
    WHO IS THE AUTHOR
    IS THE REPORT EXEMPT?            No
    """
    assert author(text) is None


def test_the_year_of_an_annual_report_is_no_part_of_its_author() -> None:
    assert (
        author(f"The air we breathe\nAnnual Report of the Director of Public Health 2030\n{BODY}") == "Director of Public Health"
    )


def test_a_job_title_may_stand_in_the_next_column_without_a_colon() -> None:
    text = """
    **Author**            **Role**
    Petra Marsh           Rail Manager
    """
    assert author(text) == "Petra Marsh, Rail Manager"


BENEATH = {
    "an office": ("Parking Services Manager", "Parking Services Manager"),
    "a name and its office": ("Petra Marsh, Head of Repairs", "Petra Marsh, Head of Repairs"),
    "a name behind the office that he holds": ("Head of Service: Petra Marsh, Head of Leisure", "Petra Marsh, Head of Leisure"),
    "what tells of a member's portfolio": ("Councillor Noel Fenn, Lead Member for Housing", None),
    "a name behind the word by": ("by Cllr Petra Marsh", "Cllr Petra Marsh"),
    "a name alone": ("Petra Marsh", None),
    "behind the word by": ("by the County Highways Officer", "County Highways Officer"),
    "beneath whom and when it is for": (
        "(for the Leisure Committee, 9 April 2031)\nfrom Petra Marsh, Allotments Officer",
        "Petra Marsh, Allotments Officer",
    ),
    "a subtitle": ("What tenants told us", None),
    "the matter of the paper": ("Role of the Monitoring Officer", None),
}


@pytest.mark.parametrize("case", BENEATH)
def test_the_author_may_stand_beneath_the_title_without_a_label(case: str) -> None:
    printed, expected = BENEATH[case]
    found = report_by(section(f"**Damp and Mould**\n{printed}\n**Introduction**\n{BODY}", title="Damp and Mould"))
    assert (found[0] if found else None) == expected


def test_the_line_may_wrap() -> None:
    text = f"""
        Healthy Streets
        Report of the Anyshire Joint Health Overview and Scrutiny
        Committee
        **RECOMMENDATION**
{BODY}
    """
    assert author(text) == "Anyshire Joint Health Overview and Scrutiny Committee"


FORMS = {
    "whose title has a field of its own": (
        """
        Report to:      Executive
        Author:         Petra Marsh
        Role:           Principal Accountant
        Contact:        petra.marsh@anytown.gov.uk
        """,
        "Petra Marsh, Principal Accountant",
    ),
    "a member's office beneath its label, wrapped": (
        """
        **REPORT TITLE:**
        **Award of Contract for Transport**

        **REPORT OF:**
        **Cabinet Member for Best Start for Children**
        **and Families**

        **FOR SUBMISSION TO:**
        **Cabinet**
        """,
        "Cabinet Member for Best Start for Children and Families",
    ),
    "an office with a colon in the cell beside the label": (
        """
        CABINET MEMBER:          Councillor Noel Fenn
        RESPONSIBLE OFFICER:     Corporate Director: Resources
        CONTACT OFFICERS:        Petra Marsh Ext. 2100
        """,
        "Corporate Director: Resources",
    ),
    "past a field that says from which service it comes": (
        """
        Report from Service Area:     Commissioning and Assets
        Responsible Officer:          Petra Marsh, Director of Resources
        Wards affected:               All
        """,
        "Petra Marsh, Director of Resources",
    ),
    "an officer who is lead officer and author": (
        """
        Lead Head of Service                 Noel Fenn, Head of Public Realm
        Lead Officer and Report Author       Petra Marsh, Street Scene Manager
        Classification                       Public
        """,
        "Petra Marsh, Street Scene Manager",
    ),
    "an accountable officer by office and name": (
        """
        Accountable member:     Councillor Noel Fenn
        Accountable officer:    Executive Director, Finance and Assets – Petra Marsh
        """,
        "Executive Director, Finance and Assets, Petra Marsh",
    ),
    "a programme's director beneath his name": (
        """
        Report Author:     Petra Marsh
                           Programme Director, Meridian Quay
                           petra.marsh@anytown.gov.uk
        """,
        "Petra Marsh, Programme Director, Meridian Quay",
    ),
    "in capitals, the first section's heading beneath": (
        f"""
        **REPORT TO EXECUTIVE**                      **REPORT NO. 31/118**
        **REPORT OF THE HEAD OF PLACE AND CUSTOMERS**

        **EXECUTIVE SUMMARY**
{BODY}
        """,
        "HEAD OF PLACE AND CUSTOMERS",
    ),
    "beside another field": ("Report of: Head of Communities      Status: For decision", "Head of Communities"),
    "beneath his label, another field beside it": (
        """
        Report of:                       Portfolio holder:
        Assistant Director, Operations   Councillor Petra Marsh
        """,
        "Assistant Director, Operations",
    ),
    "beside a label that wraps in its column": (
        """
        Responsible    Head of Pensions
        Officer

        Author         Petra Marsh, Analyst (01234 567890)
        """,
        "Head of Pensions",
    ),
    "with a telephone number in brackets": ("Author:   Petra Marsh, Analyst (01234 567890)", "Petra Marsh, Analyst"),
    "an office, its holder in brackets": ("Report of:   Director of Place (Petra Marsh)", "Director of Place, Petra Marsh"),
    "a member's office beneath his name": (
        """
        DECISION-MAKER:    CABINET
        SUBJECT:           SPORTS CENTRE
        REPORT OF:         COUNCILLOR MARSH
                           CABINET MEMBER FOR TRANSPORT
        CONTACT DETAILS
        """,
        "COUNCILLOR MARSH, CABINET MEMBER FOR TRANSPORT",
    ),
    "an office that fills its line, the next field beneath": (
        """
        Report of:     Executive Director of Social Care and Education
        Portfolio:     Children
        Wards:         All
        """,
        "Executive Director of Social Care and Education",
    ),
    "several persons in one field": (
        """
        From:      Petra Marsh, Cabinet Member for Integrated
                   Children's Services
                   Noel Fenn, Corporate Director, Adult Social Care
                   and Health
        To:        Cabinet – 30 January 2031
        Subject:   Transfer of a service
        """,
        "Petra Marsh, Cabinet Member for Integrated Children's Services; "
        "Noel Fenn, Corporate Director, Adult Social Care and Health",
    ),
    "title before the name": (
        """
        From:      Deputy Leader and Cabinet Member for Finance, Corporate and
                   Shared Services, Petra Marsh
                   Interim Corporate Director Finance, Noel Fenn
        To:        Cabinet, 30 January 2031
        Subject:   Budget monitoring
        """,
        "Deputy Leader and Cabinet Member for Finance, Corporate and Shared Services, Petra Marsh; "
        "Interim Corporate Director Finance, Noel Fenn",
    ),
    "by": (
        """
        By:        Petra Marsh, Scrutiny Support Officer
        To:        Cabinet - 4 March 2031
        Subject:   Reconsideration
        """,
        "Petra Marsh, Scrutiny Support Officer",
    ),
    "officer presenting": (
        """
        TITLE:     Harbour Dues
        Ward(s):   All wards
        Officer presenting the report: Petra Marsh Job title: Head of Harbours
        Committee Chair: Councillor Noel Fenn
        """,
        "Petra Marsh, Head of Harbours",
    ),
    "a label on two lines": (
        """
        REPORT         BUDGET OUTTURN
        TITLE:         2025/26
        RESPONSIBLE    DIRECTOR OF FINANCE, ESTATES AND TRADING
        OFFICER:       (S73 OFFICER)
        """,
        "DIRECTOR OF FINANCE, ESTATES AND TRADING (S73 OFFICER)",
    ),
    "an office from a form": (
        """
        Ward(s) or groups affected:   Harbour Ward
        From:                         Head of Renewal East
        RECOMMENDATION
        """,
        "Head of Renewal East",
    ),
    "value beneath the label": (
        """
        EQIA Title
        Transfer of a service
        Responsible Officer
        Petra Marsh - DCED & Noel Fenn – DCED
        Type of Activity
        """,
        "Petra Marsh, DCED; Noel Fenn, DCED",
    ),
    "proposer and seconder": (
        """
        Proposer:   Mr Noel Fenn    Seconder:   Mrs Petra Marsh, MBE
        Proposed Purpose:
        To amend the budget.
        """,
        "Mr Noel Fenn; Mrs Petra Marsh, MBE",
    ),
    "proposed in lines": (
        """
        Alternative Budget
        Proposed by Mr Noel Fenn
        Seconded by Mrs Petra Marsh
        """,
        "Mr Noel Fenn; Mrs Petra Marsh",
    ),
    "report author where nothing else is said": (
        """
        Report title:    Housing Strategy
        Report author:   Petra Marsh, Head of Housing
        Ward(s):         All
        """,
        "Petra Marsh, Head of Housing",
    ),
}


@pytest.mark.parametrize("case", FORMS)
def test_a_form_says_whose_report_it_is(case: str) -> None:
    text, expected = FORMS[case]
    assert author(f"{text}\n{BODY}") == expected


AGENDA = [
    ("5. Strategy\nReport by Director for Adults (CA15).", "Director for Adults"),
    ("5. Strategy\nTo consider the report of the Director of Place (attached).", "Director of Place"),
    ("5. Strategy\nReport of the Head of Planning setting out the options for the town.", "Head of Planning"),
    ("5. Strategy\nTo report on progress.", None),
    ("5. Reports from committees\nTo receive reports.", None),
]


@pytest.mark.parametrize(("text", "expected"), AGENDA)
def test_the_agenda_says_whose_report_is_to_come(text: str, expected: str | None) -> None:
    assert author(text, where="agenda") == expected


@pytest.mark.parametrize("note", ["To receive the report.", "This report sets out the position.", "Wards affected: All Wards"])
def test_a_note_beneath_the_author_is_not_his_however_long_his_line(note: str) -> None:
    text = f"""
    8.   Rents
         Report of the Executive Director for Housing, Highways and Growth
         {note}
    """
    assert author(text, where="agenda") == "Executive Director for Housing, Highways and Growth"


def test_a_bracket_of_a_title_may_stand_on_the_line_beneath() -> None:
    text = """
    8.   Rents
         Report of the Assistant Director
         (Planning)
    """
    assert author(text, where="agenda") == "Assistant Director (Planning)"


def test_an_author_goes_on_beneath_where_a_column_of_pages_leaves_no_room() -> None:
    text = """
    8.   Rents                                                      17 - 19
         Report by the Corporate Director for Adults and Public
         Health
    """
    assert author(text, where="agenda") == "Corporate Director for Adults and Public Health"


NONE = [
    "a report of progress was made in May",
    "The Report of the inspection was published.",
    "From 1 April 2024 the fee is £5",
    "By 2030 it will double",
]


@pytest.mark.parametrize("text", NONE)
def test_running_text_names_no_author(text: str) -> None:
    assert author(f"Title of the paper\n{text}\n{BODY}") is None


def test_minutes_have_no_author() -> None:
    assert author("MINUTES\nReport by the Director of Place", where="minutes") is None


def test_the_lines_and_the_rule_are_given() -> None:
    found = report_by(section("Title\nReport by the Head of Law\nRECOMMENDATION"))
    assert found is not None
    assert [line.text for line in found[1]] == ["Report by the Head of Law"]
    assert found[2] == "authors.report-by"


def test_in_an_agenda_set_as_a_table_the_author_wraps_where_his_column_ends() -> None:
    text = """
5   Home care                              I0345   5 - 12
    (To receive a report from the Executive
    Director of Adult Care which seeks
    approval for it and is set out below it)
    """
    assert author(text, where="agenda") == "Executive Director of Adult Care"


def test_the_body_that_a_report_is_made_to_is_not_its_author() -> None:
    assert author("A REPORT OF THE OPERATIONS MANAGER TO\nADDLE TOWN COUNCIL\n\n1. Purpose") == "OPERATIONS MANAGER"


def test_the_body_and_the_day_beneath_an_author_are_not_his() -> None:
    assert author(
        "Report by Director of Housing and Operations\nto Cabinet\nof 14 March 2031\nSubject: Grass\nRECOMMENDATION"
    ) == ("Director of Housing and Operations")


def test_a_title_set_off_beneath_an_author_is_not_his() -> None:
    assert author("Report of the Director of Finance and Legal\n\nMedium Term Plan\n\nPurpose of report") == (
        "Director of Finance and Legal"
    )


def test_the_meeting_that_a_report_is_made_to_is_not_its_authors() -> None:
    text = "Report of the Director of the Vale Fund to the meeting of Joint Group to be held on 28 January 2031\n\nSubject: Pay"
    assert author(text) == "Director of the Vale Fund"


def test_a_job_title_with_a_colon_stands_beneath_its_name() -> None:
    text = """
        Reporting Officer:      Petra Marsh
                                Assistant Director: Leisure and Sport
        Contact Officer:        Noel Fenn
"""
    assert author(text + BODY) == "Petra Marsh, Assistant Director: Leisure and Sport"


@pytest.mark.parametrize("between", ["", "\n"], ids=["closely", "beneath a blank line"])
def test_further_authors_beneath_a_bold_label_in_the_plural(between: str) -> None:
    text = f"""
        **Report Author(s)**
        Petra Marsh, Head of Sport
        01234 567890 or petra.marsh@anytown.gov.uk
{between}        Noel Fenn, Head of Programming
        noel.fenn@anytown.gov.uk

        **Ward(s) Affected**
        Borough-Wide
"""
    assert author(text + BODY) == "Petra Marsh, Head of Sport; Noel Fenn, Head of Programming"


def test_what_stands_beneath_a_label_of_one_is_no_second_author() -> None:
    text = """
        **Report Author**
        Petra Marsh, Head of Sport
        Noel Fenn, Head of Programming, was consulted
"""
    assert author(text + BODY) == "Petra Marsh, Head of Sport"


def test_a_label_in_two_languages_is_known_by_the_second() -> None:
    text = """
        Swyddog Adrodd / Reporting Officer:     Petra Marsh, Head of Leisure
        Teitl / Title:                          Play Sufficiency
"""
    assert author(text + BODY) == "Petra Marsh, Head of Leisure"


def test_the_author_may_be_named_in_a_report_s_last_section() -> None:
    text = f"""
        **SUBJECT:    School Catchments**
        **MEETING:    Cabinet**

        **1. PURPOSE**
{BODY}
        **11. AUTHOR:**
        Petra Marsh – Access Unit Manager

        **12. CONTACT DETAILS:**
"""
    assert author(text) == "Petra Marsh, Access Unit Manager"


def test_a_section_on_authors_of_books_names_none() -> None:
    assert author(f"**1. PURPOSE**\n{BODY}\n**2. AUTHOR:**\nThe festival will have many visitors\n") is None


def test_those_who_report_together_may_stand_beneath_each_other() -> None:
    text = """
        **Report of Corporate Management Team**

        **Petra Marsh, Corporate Director of Children's Services**

        **Councillor Noel Fenn, Cabinet Portfolio Holder for Schools**

        **Electoral divisions affected:**
"""
    assert author(text) == (
        "Corporate Management Team; Petra Marsh, Corporate Director of Children's Services; "
        "Councillor Noel Fenn, Cabinet Portfolio Holder for Schools"
    )


def test_a_form_s_value_ends_with_its_sheet() -> None:
    lines = (
        *section("Report Author:    Petra Marsh").lines,
        *(replace(line, sheet=2) for line in section("**EXECUTIVE SUMMARY**").lines),
    )
    found = report_by(replace(section(BODY), lines=lines))
    assert found is not None
    assert found[0] == "Petra Marsh"


@pytest.mark.parametrize(
    "value", ["The Harbour Board is RECOMMENDED to", "Approval subject to the conditions below", "2.1 That the Board notes it"]
)
def test_a_sentence_beside_a_label_that_wraps_is_nobody(value: str) -> None:
    # "Officer / Recommendation" in a narrow column.
    form = f"**Title of report:**  Moorings\n**Lead officer:**  Petra Marsh, Head of Parks\n**Officer:**  {value}\n"
    assert author(form) == "Petra Marsh, Head of Parks"


SEVERAL_OFFICES = {
    "By alone, each office before its name": (
        "By the Chief Planning Officer, Petra Marsh, and the Head of Law, Noel Fenn",
        "Chief Planning Officer, Petra Marsh; Head of Law, Noel Fenn",
    ),
    "with somebody": (
        "Lead Officer: Petra Marsh, Head of Renewal, with Noel Fenn, Markets Manager",
        "Petra Marsh, Head of Renewal; Noel Fenn, Markets Manager",
    ),
    "an office that has the look of a name": ("From: Green Spaces Manager, Petra Marsh", "Green Spaces Manager, Petra Marsh"),
    "in Welsh and beneath it in English": (
        "Adroddiad gan    Swyddog Monitro\nReport by        Monitoring Officer",
        "Monitoring Officer",
    ),
}


@pytest.mark.parametrize("case", SEVERAL_OFFICES)
def test_offices_and_their_holders_are_told_apart(case: str) -> None:
    text, expected = SEVERAL_OFFICES[case]
    assert author(f"Report to:    Cabinet\nTitle:        Market Hall\n{text}\n{BODY}") == expected


def test_by_and_a_day_or_a_place_names_nobody() -> None:
    assert author(f"Market Hall\nBy the end of May the head of the stalls\n{BODY}") is None


def test_a_field_in_a_row_of_its_own_is_no_rest_of_the_label_above_it() -> None:
    text = """Meeting          Growth Board

Report           Freight Hub: Business Case

Presented by     Petra Marsh, Director of Infrastructure"""
    assert author(f"{text}\n{BODY}") == "Petra Marsh, Director of Infrastructure"


def test_beneath_report_of_each_holder_of_an_office_on_a_line_of_his_own_reports() -> None:
    text = "Leisure Trust\n**Report of**\nLeisure Manager – Petra Marsh\nChief Executive, Anytown Leisure – Noel Fenn"
    assert author(f"{text}\n{BODY}") == "Leisure Manager, Petra Marsh; Chief Executive, Anytown Leisure, Noel Fenn"


def test_lead_beneath_a_title_is_the_label_of_an_officer_and_of_no_member() -> None:
    def beneath(line: str) -> str | None:
        found = report_by(section(f"**Tree Strategy**\n{line}\n{BODY}", title="Tree Strategy"))
        return found[0] if found else None

    assert beneath("Lead: Head of Parks, Petra Marsh") == "Head of Parks, Petra Marsh"
    assert beneath("Lead: Councillor Petra Marsh") is None


def test_the_annual_report_of_a_body_is_a_title_and_no_author() -> None:
    text = "Annual Report of the Scrutiny Board 2030/31\nReport of the Chair of the Scrutiny Board"
    assert author(f"{text}\n{BODY}") == "Chair of the Scrutiny Board"


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("DIRECTOR OF ENVIRONMENT                    6 MARCH 2031", "DIRECTOR OF ENVIRONMENT"),
        ("PARKS COMMITTEE                            6 MARCH 2031", None),
        ("CABINET MEMBER FOR PARKS                   6 MARCH 2031", None),
    ],
)
def test_a_letterhead_may_name_the_office_beside_the_day(row: str, expected: str | None) -> None:
    assert author(f"ADDLE COUNCIL\n{row}\n**WASTE ROUTES**\n{BODY}") == expected


@pytest.mark.parametrize("before", ["Cabinet's Response to the ", "Action plan following the final ", "Comments on a "])
def test_what_answers_a_report_is_not_by_its_author(before: str) -> None:
    assert author(f"**{before}Report of the Scrutiny Committee on Litter**\n{BODY}") is None


def test_the_labels_of_a_plan_s_lines_name_no_author() -> None:
    text = "**Cabinet Forward Plan**\n\n**Moorings**\nLead officer: Head of Ports\n\n**Fares**\nLead officer: Transport Manager"
    plan = section(text, title="Cabinet Forward Plan")
    assert report_by(plan) is None
    assert report_by(replace(plan, lines=plan.lines[:3])) is not None


def test_the_last_word_of_an_author_in_a_narrow_column_is_no_label() -> None:
    text = "Complaints: six-month review\nReport of the Monitoring\nOfficer"
    assert author(text, where="agenda") == "Monitoring Officer"


def test_the_title_beneath_an_author_with_his_telephone_is_his() -> None:
    form = """Report for:       Cabinet
Report Author:    Petra Marsh (Tel: 01234 567890)
                  Senior Traffic Engineer"""
    assert author(f"{form}\n{BODY}") == "Petra Marsh, Senior Traffic Engineer"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Report of the Town Clerk to the Amenities Committee, 9 May 2031", "Town Clerk"),
        ("Report of the Clerk to the Harbour Board", "Clerk to the Harbour Board"),
    ],
)
def test_to_whom_somebody_reports_is_no_part_of_his_office(line: str, expected: str) -> None:
    assert author(f"{line}\n{BODY}") == expected


def test_the_job_title_beside_a_name_goes_without_its_label() -> None:
    form = """Report for:           Cabinet
Title:                Coastal Change
Author: Joan Fell     Role: Coastal Lead
Contact:              01234 567890"""
    assert author(f"{form}\n{BODY}") == "Joan Fell, Coastal Lead"


@pytest.mark.parametrize("title", ["Parking in Addle", "Update on the Harbour", "Invest to Save"])
def test_a_title_that_says_what_it_is_about_may_stand_before_its_author_on_the_line(title: str) -> None:
    assert author(f"{title} Report by the Director of Housing\n{BODY}") == "Director of Housing"


def test_a_label_beside_the_author_s_is_not_the_author_who_stands_beneath() -> None:
    text = """
Report of                                    Wards involved
Director of Town Planning and Building       St James's
Control
Subject of Report                            12 High Street"""
    found = report_by(section(text))
    assert found is not None
    assert found[0] == "Director of Town Planning and Building Control"


@pytest.mark.parametrize(
    ("printed", "author"),
    [
        ("Road Plan (Report by Head of Roads)", "Head of Roads"),
        ("Road Plan (Report by Head of Roads (North), copy enclosed)", "Head of Roads (North)"),
    ],
)
def test_the_bracket_in_which_an_author_is_named_is_not_his(printed: str, author: str) -> None:
    found = report_by(section(f"5.   {printed}", where="agenda"))
    assert found is not None
    assert found[0] == author
