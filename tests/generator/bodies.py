"""Who meets: councils and bodies by type, and the business that each type has."""

from __future__ import annotations

BODIES = {
    "cabinet": ("Cabinet", "Executive", "Policy and Resources Committee"),
    "scrutiny": ("Overview and Scrutiny Committee", "Place Scrutiny Panel", "Children and Families Select Committee"),
    "planning": ("Planning Committee", "Development Control Committee", "Strategic Planning Committee"),
    "licensing": ("Licensing Committee", "Licensing Sub-Committee", "General Licensing Committee"),
    "council": ("Council", "Full Council"),
    "parish": (),
    "authority": ("Combined Authority Board", "Investment Board", "Transport Committee"),
    "health": ("Health and Wellbeing Board",),
}
"""Bodies by type. A parish council meets under its own name."""

COUNCILS = {
    "parish": ("{} Parish Council", "{} Town Council", "{} Community Council"),
    "authority": ("{} Combined Authority", "{} Mayoral Combined Authority"),
    "": (
        "{} Borough Council",
        "{} District Council",
        "{}shire County Council",
        "{} City Council",
        "London Borough of {}",
        "{} Metropolitan Borough Council",
    ),
}

MATTERS_OF = {
    "cabinet": (
        "report",
        "budget",
        "performance",
        "plan_or_strategy",
        "procurement",
        "scrutiny_report",
        "scrutiny_response",
        "appointments",
        "inspection",
    ),
    "scrutiny": (
        "report",
        "performance",
        "budget",
        "plan_or_strategy",
        "inspection",
        "work_programme",
        "tracker",
        "annual_report",
        "call_in",
    ),
    "planning": ("planning", "planning", "planning", "schedule", "performance"),
    "licensing": ("licensing", "licensing", "traffic_order", "report"),
    "council": ("budget", "report", "motion", "motion", "appointments", "annual_report"),
    "parish": ("report", "budget", "planning"),
    "authority": ("report", "budget", "plan_or_strategy", "procurement", "work_programme"),
    "health": ("annual_report", "plan_or_strategy", "report", "work_programme", "inspection"),
}
"""What each type of body deals with: keys of `content.MATTERS`, or motion, planning, schedule (of applications), call_in."""

GROUPS = {
    "planning": ("Planning Applications", "planning_application"),
    "licensing": ("Licensing Applications", "licensing"),
    "": ("Reports for Decision", "report"),
}
"""Business that holds other business, and its kind."""

PARISH = (
    ("To receive apologies for absence", "procedural"),
    ("To receive declarations of interest", "procedural"),
    ("Public participation", "public_participation"),
    ("To approve the minutes of the last meeting", "minutes"),
    ("Clerk's report", "report"),
    ("Accounts for payment", "budget"),
    ("To set the precept for 2032/33", "budget"),
    ("Planning applications", "planning_application"),
    ("Correspondence", "report"),
    ("Date of next meeting", "procedural"),
)
