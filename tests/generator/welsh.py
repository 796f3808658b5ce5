"""What bilingual councils print in Welsh beside the English."""

from __future__ import annotations

COUNCILS = {
    "": (
        ("{} County Council", "Cyngor Sir {}"),
        ("{} County Borough Council", "Cyngor Bwrdeistref Sirol {}"),
        ("{} City Council", "Cyngor Dinas {}"),
    ),
    "parish": (("{} Community Council", "Cyngor Cymuned {}"), ("{} Town Council", "Cyngor Tref {}")),
}
"""English and Welsh names."""
BODIES = {
    "Cabinet": "Y Cabinet",
    "Planning Committee": "Pwyllgor Cynllunio",
    "Overview and Scrutiny Committee": "Pwyllgor Trosolwg a Chraffu",
    "Licensing Committee": "Pwyllgor Trwyddedu",
    "Council": "Y Cyngor",
}
FIELDS = {"Meeting": "Cyfarfod", "Date": "Dyddiad", "Time": "Amser", "Venue": "Lleoliad", "Place": "Lleoliad"}
DAYS = ("Dydd Llun", "Dydd Mawrth", "Dydd Mercher", "Dydd Iau", "Dydd Gwener", "Dydd Sadwrn", "Dydd Sul")
MONTHS = (
    "Ionawr",
    "Chwefror",
    "Mawrth",
    "Ebrill",
    "Mai",
    "Mehefin",
    "Gorffennaf",
    "Awst",
    "Medi",
    "Hydref",
    "Tachwedd",
    "Rhagfyr",
)
TITLES = {
    "Apologies for Absence": "Ymddiheuriadau am Absenoldeb",
    "Apologies": "Ymddiheuriadau",
    "Declarations of Interest": "Datganiadau o Fuddiant",
    "Minutes": "Cofnodion",
    "Minutes of the Previous Meeting": "Cofnodion y Cyfarfod Blaenorol",
    "Public Question Time": "Cwestiynau gan y Cyhoedd",
    "Petitions": "Deisebau",
    "Urgent Business": "Materion Brys",
    "Date of Next Meeting": "Dyddiad y Cyfarfod Nesaf",
    "Exclusion of the Press and Public": "Gwahardd y Wasg a'r Cyhoedd",
    "Library Opening Hours": "Oriau Agor y Llyfrgelloedd",
    "Bus Station Toilets": "Toiledau'r Orsaf Fysiau",
    "Constitution Review": "Adolygiad o'r Cyfansoddiad",
    "Electric Vehicle Charging Points": "Pwyntiau Gwefru Cerbydau Trydan",
    "Revenue Budget 2031/32": "Cyllideb Refeniw 2031/32",
    "Fees and Charges 2031/32": "Ffioedd a Thaliadau 2031/32",
    "Corporate Performance Report Quarter 3": "Adroddiad Perfformiad Corfforaethol Chwarter 3",
    "Strategic Risk Register": "Cofrestr Risg Strategol",
    "Housing and Homelessness Strategy 2031-36": "Strategaeth Tai a Digartrefedd 2031-36",
    "Climate Action Plan": "Cynllun Gweithredu ar yr Hinsawdd",
    "Play Area Strategy": "Strategaeth Ardaloedd Chwarae",
    "Award of Contract for Grounds Maintenance": "Dyfarnu Contract Cynnal a Chadw Tiroedd",
    "Annual Report of the Audit Committee": "Adroddiad Blynyddol y Pwyllgor Archwilio",
    "Scrutiny Review of Damp and Mould": "Adolygiad Craffu o Leithder a Llwydni",
    "Work Programme": "Rhaglen Waith",
    "Forward Plan": "Blaenraglen Waith",
    "Action Tracker": "Traciwr Gweithredu",
    "Appointments to Outside Bodies": "Penodiadau i Gyrff Allanol",
    "Review of Hackney Carriage Fares": "Adolygiad o Brisiau Cerbydau Hacni",
    "Proposed Traffic Regulation Order: Chapel Row": "Gorchymyn Rheoleiddio Traffig Arfaethedig: Chapel Row",
    "To receive apologies for absence": "Derbyn ymddiheuriadau am absenoldeb",
    "To receive declarations of interest": "Derbyn datganiadau o fuddiant",
    "Public participation": "Cyfranogiad y cyhoedd",
    "To approve the minutes of the last meeting": "Cymeradwyo cofnodion y cyfarfod diwethaf",
    "Clerk's report": "Adroddiad y Clerc",
    "Accounts for payment": "Cyfrifon i'w talu",
    "To set the precept for 2032/33": "Gosod y praesept ar gyfer 2032/33",
    "Planning applications": "Ceisiadau cynllunio",
    "Planning Applications": "Ceisiadau Cynllunio",
    "Reports for Decision": "Adroddiadau i'w Penderfynu",
    "Correspondence": "Gohebiaeth",
    "Date of next meeting": "Dyddiad y cyfarfod nesaf",
}
"""Titles of business in English and in Welsh: what a bilingual council's agenda is drawn from."""


def title(english: str) -> str:
    """A title in Welsh; what names a place or an application stays as it is."""
    return TITLES.get(english, english)
