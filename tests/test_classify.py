"""What items and papers are: told by their titles, authors, openings and places."""

from __future__ import annotations

import pytest
from builders import line, lines, listed

from agendapack.layout import Line, Paper
from agendapack.stages.classify import PaperText, Settled, classify_item, classify_paper

ITEMS = {
    "procedural": [
        "Apologies for Absence",
        "APOLOGIES",
        "To receive apologies for absence and notify substitutions",
        "Declarations of Interest",
        "Declarations of Disclosable Pecuniary Interests and Dispensations",
        "Members' Interests",
        "Welcome and Introductions",
        "Chair's Announcements",
        "Mayor's Announcements and Communications",
        "Announcements from the Leader, Cabinet Members or the Head of Paid Service",
        "Election of Vice-Chairman for 2031/32",
        "Exclusion of the Press and Public",
        "Exempt Business",
        "Any Other Business",
        "Urgent Items",
        "Items requiring urgent attention",
        "Date of Next Meeting",
        "Dates of Future Meetings",
        "Items for the next agenda",
        "Roll Call",
        "Notice of Recording",
        "Declarations of Independent Site Visits",
        "Any other items the Chairman determines urgent",
        "Mayoral Communications and Announcements",
        "Membership",
        "Order of Business",
        "Sederunt and Apologies",
        "Ymddiheuriadau am absenoldeb",
    ],
    "minutes": [
        "Minutes of the Last Meeting",
        "MINUTES OF THE PREVIOUS MEETING HELD ON 6 MAY 2031",
        "Minutes (Draft)",
        "Matters Arising",
        "To confirm the minutes as a correct record",
        "Minutes of the Area Boards",
        "Cofnodion",
    ],
    "public_participation": [
        "Public Question Time",
        "Questions on Cabinet Minutes",
        "Leader's Statement and Cabinet Question Time",
        "Requests to Address the Meeting",
        "Questions from Members of the Public",
        "Petitions and Public Address",
        "Written Questions from Councillors",
        "Questions by Members under Standing Order 12",
        "Deputations",
        "Public Open Session",
        "Public Participation (15 minutes)",
        "Statements from the Public",
    ],
    "motion": ["Motions on Notice", "Notices of Motion", "Motion by Councillor Marsh: Clean Rivers"],
    "scrutiny_report": [
        "Report of the Overview and Scrutiny Committee: School Streets",
        "Matters Referred by Overview & Scrutiny",
        "Final Report of the Flooding Task and Finish Group",
        "Call-in: Car Park Charges",
        "Reports from Scrutiny Panels",
    ],
    "scrutiny_response": [
        "Response to the Scrutiny Review of Libraries",
        "Executive Response to the Task and Finish Group on Flooding",
    ],
    "annual_report": ["Annual Report of the Standards Committee", "Safeguarding Partnership Annual Report 2030/31"],
    "budget_amendment": ["Amendments to the Budget 2031/32", "Alternative Budget"],
    "budget": [
        "Revenue Budget Monitoring - Quarter 2",
        "Medium Term Financial Strategy",
        "Council Tax Base 2032/33",
        "Treasury Management Mid-Year Review",
        "Capital Programme 2031-2036",
        "Provisional Outturn 2030/31",
        "Accounts for payment",
        "Payments to be authorised",
        "Bank reconciliation",
        "To set the precept for 2032/33",
        "Annual Governance and Accountability Return",
        "Finance Report",
        "Financial Monitoring Report to 30 September",
        "Statement of Accounts 2030/31",
        "Housing Revenue Account Business Plan and Rent Setting",
    ],
    "performance": [
        "Corporate Performance Report Quarter 3",
        "Strategic Risk Register",
        "Key Performance Indicators 2031",
        "Performance Management Update",
    ],
    "inspection": [
        "Ofsted Inspection of Children's Services",
        "Outcome of the CQC inspection",
        "Estyn Inspection of Education Services",
    ],
    "plan_or_strategy": [
        "Housing Strategy 2031-2036",
        "Draft Local Plan",
        "Climate Action Plan",
        "Gambling Policy",
        "Council Plan 2031-2035",
        "Homelessness and Rough Sleeping Strategy",
        "Tree and Woodland Strategy",
    ],
    "work_programme": ["Work Programme", "Cabinet Forward Plan", "Forward Plan of Key Decisions", "Committee Work Plan 2031/32"],
    "tracker": ["Action Tracker", "Outstanding Actions", "Recommendation Monitoring", "Action Log"],
    "planning_application": [
        "31/00412/FUL - Land at Mill Lane, Addlestow",
        "Planning Applications",
        "Applications for Planning Permission",
        "DM/31/0099: The Old Forge",
        "Planning Appeals",
    ],
    "licensing": [
        "Application for a New Premises Licence: The Anchor",
        "Hackney Carriage Tariff",
        "Street Trading Consents and Licences",
    ],
    "traffic_order": [
        "Proposed 20mph Zone, Pennick",
        "Traffic Regulation Order - High Street",
        "Objections to Parking Restrictions, Mill Lane",
    ],
    "procurement": [
        "Award of Contract for Waste Vehicles",
        "Procurement of Agency Staff",
        "Disposal of Land at Low Lane",
        "Lease of the Pavilion",
    ],
    "appointments": [
        "Appointments to Outside Bodies",
        "Appointment of Co-opted Member",
        "Casual Vacancy - Pennick Ward",
        "Political Balance",
    ],
    "report": [
        "Leisure Centres: Next Steps",
        "Clerk's Report",
        "Correspondence",
        "County Councillor's Report",
        "Review of Standing Orders",
        "Devolution Update",
        "Constitution Update",
        "School Admissions Arrangements",
    ],
}


@pytest.mark.parametrize(("title", "kind"), [(title, kind) for kind, titles in ITEMS.items() for title in titles])
def test_an_item_s_title_tells_its_kind(title: str, kind: str) -> None:
    assert classify_item(listed("4", title), (), ()).kind == kind


def paper(title: str, rule: str = "openings.heading", annex: str | None = None, outline: str | None = None) -> Paper:
    return Paper(title, 2, 3, rule, title_lines=(line(title, sheet=2),), annex=annex, outline=outline)


def kind_of(
    found: Paper, position: int, *, item: str = "report", author: str | None = None, main: str = "", own: str = ""
) -> str:
    text = PaperText(own=lines(own) if own else (), main=lines(main) if main else ())
    return classify_paper(found, position, Settled(item, "r"), author, text).kind


# ---- items -----------------------------------------------------------------------------------------------------------


def test_what_settled_the_kind_is_quoted() -> None:
    settled = classify_item(listed("4", "Action Tracker"), (), ())
    assert (settled.rule, [each.text for each in settled.lines]) == ("classify.tracker", ["4. Action Tracker"])


def test_an_author_tells_where_the_title_does_not() -> None:
    settled = classify_item(listed("4", "School Streets"), (paper("School Streets"),), ("Place Overview and Scrutiny Committee",))
    assert settled.kind == "scrutiny_report"


def test_the_first_paper_tells_where_neither_does() -> None:
    assert classify_item(listed("4", "Mill Lane"), (paper("31/00412/FUL - Mill Barn"),), (None,)).kind == "planning_application"


def test_a_business_without_title_and_papers_is_unknown() -> None:
    assert classify_item(listed(None, ""), (), ()).kind == "unknown"


@pytest.mark.parametrize(
    ("title", "body", "kind"),
    [
        ("THE OLD BOAR, 14 MILL STREET, AD1 3RS", "Licensing Sub-Committee (3)", "licensing"),
        ("Land East of Mill Farm, Pennick", "Planning Committee", "planning_application"),
        ("Land East of Mill Farm, Pennick", "Cabinet", "report"),
        ("Member training", "Planning Committee", "report"),
    ],
)
def test_business_that_is_named_by_a_site_alone_is_what_its_body_decides(title: str, body: str, kind: str) -> None:
    assert classify_item(listed("5", title), (), (), body).kind == kind


def test_a_budget_item_that_comes_back_with_amendments_only() -> None:
    assert classify_item(
        listed("4", "Revenue Budget 2031/32"), (paper("Budget Amendment Form", "openings.amendment-form"),), (None,)
    ).kind == ("budget_amendment")


# ---- papers ----------------------------------------------------------------------------------------------------------


def test_the_first_paper_is_what_its_item_is() -> None:
    assert kind_of(paper("Parks Charter", "openings.title-block"), 0, item="plan_or_strategy") == "plan_or_strategy"


def test_the_first_paper_of_a_plain_item_may_be_more_particular() -> None:
    assert kind_of(paper("Housing Strategy 2031"), 0, item="report") == "plan_or_strategy"


@pytest.mark.parametrize(
    "found",
    [
        paper("Housing Strategy 2031", annex="appendix a"),
        paper("Appendix 1 – Budget", "openings.annex-heading", annex="appendix 1"),
        paper("Equality Impact Assessment", "openings.impact-assessment"),
        paper("Minutes of the Panel held on 6 May 2031", "openings.minutes", annex="annex 2"),
        paper("A map of parks"),
    ],
    ids=lambda found: found.title,
)
def test_what_is_called_an_annex_or_merely_attached_is_one(found: Paper) -> None:
    assert kind_of(found, 1) == "annex"


@pytest.mark.parametrize(
    "listing",
    [
        "Annex: Housing Strategy 2031",
        "Appendix 1 - Housing Strategy 2031",
        "**Appendices**\nHousing Strategy 2031",
        "Annexes:\nAnnex 1: Housing Strategy 2031\nAnnex 2: Map",
    ],
)
def test_a_report_s_list_makes_a_paper_its_annex(listing: str) -> None:
    main = f"The service has been reviewed.\n{listing}\nContact Officer: Ann Marsh"
    assert kind_of(paper("Housing Strategy 2031"), 1, main=main) == "annex"


def test_a_paper_that_the_report_does_not_list_keeps_its_own_kind() -> None:
    assert kind_of(paper("Housing Strategy 2031"), 1, main="Annex 1: Map of parks") == "plan_or_strategy"


@pytest.mark.parametrize(
    ("found", "kind"),
    [
        (paper("Scrutiny Response Pro Forma", "openings.pro-forma"), "response_pro_forma"),
        (paper("Annex 1 - Scrutiny Response Pro Forma", "openings.annex-heading", annex="annex 1"), "response_pro_forma"),
        (paper("", "openings.pro-forma-text"), "response_pro_forma"),
        (paper("Minutes of the Panel held on 6 May 2031", "openings.minutes"), "minutes"),
        (paper("Budget Amendment Form", "openings.amendment-form"), "budget_amendment"),
        (paper("Resurfacing Contract", "openings.proposed-decision"), "report"),
        (paper("Play Areas", "openings.form"), "report"),
        (paper("Play Areas", "openings.title-block"), "report"),
    ],
)
def test_a_form_tells_what_a_further_paper_is(found: Paper, kind: str) -> None:
    assert kind_of(found, 1) == kind


def test_a_proposed_decision_that_the_report_lists_is_an_annex() -> None:
    decision = paper("Resurfacing Contract", "openings.proposed-decision")
    assert kind_of(decision, 1, main="Appendix A – Proposed Record of Decision") == "annex"


def test_a_scrutiny_body_s_report_is_one_wherever_it_is_filed() -> None:
    assert (
        kind_of(paper("School Streets", "openings.title-block"), 2, author="Place Overview & Scrutiny Committee")
        == "scrutiny_report"
    )


def test_the_annual_report_of_a_scrutiny_body_is_an_annual_report_whoever_it_is_by() -> None:
    annual = paper("Annual Report of the Scrutiny Board", "openings.title-block")
    assert kind_of(annual, 0, author="Chair of the Place Overview & Scrutiny Committee") == "annual_report"


def test_the_kind_s_lines_are_the_paper_s_title() -> None:
    found = paper("Housing Strategy 2031")
    settled = classify_paper(found, 0, Settled("report", "r"), None, PaperText((), ()))
    assert settled.lines == found.title_lines
    assert isinstance(settled.lines[0], Line)
