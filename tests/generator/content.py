"""Invented content: councils, places, persons, papers and their prose. Nothing here is taken from a real pack.

Telephone numbers come from the ranges that Ofcom keeps for drama; the domains belong to nobody here.
"""

from __future__ import annotations

from dataclasses import dataclass


def _listed(words: str) -> tuple[str, ...]:
    return tuple(" ".join(word.split()) for word in words.split(","))


PLACES = _listed(
    """Ashmarsh, Brindleford, Calderwick, Dunmere, Elmscar, Fennaby, Garsthorpe, Hollowdale, Isbourne, Kettlesham, Larkhaven,
    Marlcombe, Netherfold, Orrisby, Penhallow, Quarnley, Ravensea, Stoneleat, Thornaby Vale, Ulverstoke"""
)
STREETS = _listed("""Mill Lane, Station Road, High Street, Quay Street, Chapel Row, Tanner's Yard, Long Acre, Priory Close""")
FIRST = _listed(
    """Agnes, Bilal, Cerys, Dominic, Esther, Farida, Gareth, Hannah, Imran, Joanna, Kwame, Lorna, Marcus, Nadia, Owen, Priya,
    Rosalind, Samir, Tegan, Una, Victor, Wendy, Yusuf, Zoe"""
)
LAST = _listed(
    """Appleyard, Bannerjee, Coldwell, Dunmore, Eastlake, Farnworth, Gill, Hargreave, Iqbal, Jessop, Kirkbride, Lathom,
    McAllister, Nwosu, O'Brien, Pemberton, Quigley, Rowntree, Shah, Tillotson, Upton-Reid, Vance, Whitaker, Yardley"""
)
SERVICES = _listed(
    """Place, Housing, Finance, Adult Social Care, Public Health, Planning, Highways, Leisure, Children's Services"""
)
DIRECTORS = (
    "Director of {}",
    "Executive Director of {}",
    "Head of {}",
    "Assistant Director ({})",
    "Corporate Director for {}",
    "Interim Director of {}",
)
OFFICERS = (
    "Principal Policy Officer",
    "Finance Business Partner",
    "Senior Planning Officer",
    "Service Manager",
    "Programme Manager",
    "Strategic Commissioning Manager",
    "Performance and Insight Lead",
    "Estates Surveyor",
    "Licensing Team Leader",
)
COMMITTEE_OFFICERS = (
    "Democratic Services Officer",
    "Committee Officer",
    "Governance Officer",
    "Senior Democratic Services Officer",
)
SIGNATORIES = ("Chief Executive", "Monitoring Officer", "Director of Law and Governance", "Head of Democratic Services")
ROOMS = ("Council Chamber", "Committee Room 2", "The Guildhall", "Rooms 1 and 2")
BUILDINGS = ("Civic Centre", "Town Hall", "County Hall", "Shire Hall")
WARDS = ("Castle", "St Mary's", "Northgate", "Riverside and Vale", "Abbey", "Hillside")
MONTHS = _listed("""January, February, March, April, May, June, July, August, September, October, November, December""")


@dataclass(frozen=True)
class Person:
    """An officer, with what may be printed of him."""

    name: str
    role: str
    email: str
    phone: str


@dataclass(frozen=True)
class Matter:
    """What a paper is about: the title of its item and the kind that a reader would give it."""

    title: str
    kind: str


MATTERS = {
    "report": (
        "Library Opening Hours",
        "Bus Station Toilets",
        "Cemetery Extension at Priors Field",
        "Rough Sleeping Update",
        "Devolution Next Steps",
        "Constitution Review",
        "Community Grants Round 2",
        "Street Naming in New Developments",
        "Electric Vehicle Charging Points",
    ),
    "budget": (
        "Revenue Budget 2031/32",
        "Capital Programme Monitoring: Quarter 2",
        "Treasury Management Strategy Statement 2031/32",
        "Medium Term Financial Strategy 2031-35",
        "Fees and Charges 2031/32",
        "Budget Monitoring Report - Month 7",
    ),
    "performance": ("Corporate Performance Report Quarter 3", "Strategic Risk Register", "Performance Indicators 2030/31"),
    "plan_or_strategy": (
        "Housing and Homelessness Strategy 2031-36",
        "Local Plan: Draft for Consultation",
        "Play Area Strategy",
        "Tree Management Policy",
        "Climate Action Plan",
        "Equality, Diversity and Inclusion Strategy",
    ),
    "procurement": (
        "Award of Contract for Grounds Maintenance",
        "Procurement of a Waste Collection Service",
        "Disposal of Land at Quarry Hill",
        "Lease of the Former Drill Hall",
    ),
    "annual_report": (
        "Safeguarding Adults Board Annual Report 2030/31",
        "Annual Report of the Audit Committee",
        "Annual Public Health Report 2031",
    ),
    "scrutiny_report": ("Scrutiny Review of Damp and Mould", "Final Report of the Bus Services Task and Finish Group"),
    "scrutiny_response": ("Executive Response to the Scrutiny Review of Allotments",),
    "work_programme": ("Work Programme", "Forward Plan", "Committee Work Programme 2031/32"),
    "tracker": ("Action Tracker", "Recommendations Tracker"),
    "appointments": ("Appointments to Outside Bodies", "Appointment of Co-opted Members"),
    "licensing": ("Application for a Premises Licence: The Lantern, Quay Street", "Review of Hackney Carriage Fares"),
    "traffic_order": ("Proposed Traffic Regulation Order: Chapel Row", "20mph Speed Limit, Long Acre"),
    "inspection": ("Ofsted Inspection of Children's Services", "CQC Assessment of Adult Social Care"),
}
OPENING = (
    ("Apologies for Absence", "Apologies", "Apologies for Absence and Substitutions", "Membership and Apologies"),
    ("Declarations of Interest", "Declarations of Interests", "Disclosures of Interest", "Members' Interests"),
)
MINUTES = ("Minutes", "Minutes of the Previous Meeting", "Minutes of the Last Meeting", "Minutes of the meeting held on {}")
PUBLIC = ("Public Question Time", "Petitions", "Questions from Members of the Public", "Deputations", "Public Participation")
CHAIR = ("Chair's Announcements", "Mayor's Announcements", "Announcements")
CLOSING = ("Urgent Business", "Any Other Urgent Business", "Date of Next Meeting")
EXCLUSION = ("Exclusion of the Press and Public", "Exclusion of Press and Public", "Exclusion of the Public")
PURPOSES = {
    "Apolog": ("To receive any apologies for absence.", "To note any apologies and the names of substitutes."),
    "Declar": (
        "To receive any declarations of interest from Members.",
        "Members are reminded to declare any interest in the business below.",
    ),
    "Disclo": ("To receive any disclosures of interest.",),
    "Minute": ("To approve as a correct record and sign the minutes.", "To confirm the minutes of the last meeting."),
    "": ("To consider the attached report.", "To receive the report.", "This report sets out the position to date."),
}

SENTENCES = (
    "The service supports about {n} households a year and demand has risen by {p} per cent since 2028.",
    "A survey of residents in {place} was carried out in the spring and {n} replies were received.",
    "The Council has a statutory duty to keep these arrangements under review.",
    "Officers have worked with partners in {place} to bring the programme back on course.",
    "{name}, {role}, told Members in March that the position had improved.",
    "The earlier recommendations of the working group were accepted in full and most have been carried out.",
    "The Committee was asked to comment on an early draft and its comments have been taken into account.",
    "A further £{n},000 has been set aside in the reserve for this purpose.",
    "The figures in the table have been rounded and may not add up to the totals shown.",
    "The next stage is to prepare a business case, which will be brought back in the autumn.",
    "Councillor {last} chaired the group, which met on four occasions and heard from {name} of the {place} Partnership.",
    "Costs have been contained, although the price of energy and of materials remains volatile.",
    "Doing nothing was considered and rejected, because the lease ends on 31 March 2032.",
    "The approach is in line with the corporate plan and with the strategy that was adopted in 2029.",
    "The inspector made {p} recommendations, and progress against each was reported in January.",
    "Usage fell sharply during the works at {street} and has since recovered to {p} per cent of its former level.",
)
SECTIONS = (
    "Background",
    "Introduction",
    "Proposals",
    "Consultation",
    "Options Considered",
    "Financial Implications",
    "Legal Implications",
    "Equality Implications",
    "Risk Management",
    "Conclusion",
    "Climate and Environmental Implications",
)
VERBS = (
    (
        "note",
        "notes",
        "noted",
        (
            "the contents of the report",
            "progress to date",
            "the position set out in section 4",
            "the consultation responses at {annex}",
        ),
    ),
    (
        "approve",
        "approves",
        "approved",
        ("the proposals set out in paragraph 3.2", "a budget of £{n},000 for the first phase", "the final version at {annex}"),
    ),
    (
        "endorse",
        "endorses",
        "endorsed",
        ("the direction of travel", "the draft vision and objectives", "the priorities for {place}"),
    ),
    (
        "agree",
        "agrees",
        "agreed",
        ("the timetable for implementation", "the revised terms of reference", "the scale of charges from 1 April 2032"),
    ),
    ("adopt", "adopts", "adopted", ("the updated policy with effect from 1 May 2032", "the action plan for {place}")),
)
URGED = (
    "the Council should publish its progress on repairs every three months.",
    "officers should work with landlords in the private sector to improve reporting.",
    "a register of vulnerable tenants be kept and reviewed each year.",
    "the budget for inspections be increased by two posts from 2032/33.",
    "residents be told within ten days what has been decided.",
    "the Cabinet Member report back to the Committee in six months.",
)
DELEGATIONS = (
    "to the {role}, in consultation with the {member}, to make minor amendments before publication",
    "to the {role} to enter into all necessary agreements",
    "to the {role} to finalise the terms, subject to the advice of the Monitoring Officer",
)
CABINET_MEMBERS = (
    "Cabinet Member for Finance",
    "Portfolio Holder for Housing",
    "Chair of the Committee",
    "Leader of the Council",
)
PORTFOLIOS = ("Finance and Resources", "Housing", "Highways and Transport", "Children and Young People")
CALLED_IN = ("Call-in of Executive Decision: Car Park Charges", "Call-in: Closure of the Tip at Long Acre")
CALL_IN_VERBS = (
    (
        "consider",
        "considers",
        "considered",
        ("the grounds of the call-in", "the decision of the Executive and the reasons for it"),
    ),
    ("determine", "determines", "determined", ("the course of action in respect of the decision",)),
)
DUTIES = (
    "enter into the contract and all related documents;",
    "agree the final terms of the lease; and",
    "report back on progress in twelve months.",
)
MINUTES_OF = (
    "MINUTES of a meeting of the {body} held on {when}",
    "Minutes of the Meeting of the {body} held on {when}",
    "Minutes of the {body} meeting held on {when}",
)
RESOLVED = (
    "RESOLVED: That the report be noted.",
    "RESOLVED – That the minutes be approved as a correct record.",
    "Resolved that the recommendations be approved.",
)
ANSWERS = (
    ("accepted", "Accepted"),
    ("accepted", "Agreed"),
    ("partially_accepted", "Partially accepted"),
    ("rejected", "Rejected"),
    ("rejected", "Not accepted"),
)
URGING = ("The Group makes the following recommendations to the {}:", "The Committee recommends to the {} that:")
ANNEXES = ("Breakdown of Costs by Ward", "Delivery Timetable", "Summary of Replies", "Key Indicators")
PROPOSALS = (
    "Erection of a single storey rear extension",
    "Change of use from shop to dwelling and replacement of the shop front",
    "Erection of 24 dwellings with access, parking and open space",
)
PROGRAMMED = ("To receive an update", "Pre-decision scrutiny", "Annual review", "To comment on the draft")
