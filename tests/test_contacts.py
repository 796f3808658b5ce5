"""Contacts: what councils print of the persons to be asked, and of those who checked or signed a paper."""

from __future__ import annotations

import pytest
from builders import lines, section

from agendapack.layout import Section
from agendapack.records import Contact
from agendapack.stages.contacts import contacts

Expected = tuple[str, str | None, str | None, str | None, str | None]


def found(text: str, *, where: str = "paper", kind: str = "") -> list[Expected]:
    """The contacts of a block of text as (kind, name, role, e-mail, telephone)."""
    return [(c.kind, c.name, c.role, c.email, c.phone) for c in contacts(section(text, where=where, kind=kind))]


def officer(name: str | None, role: str | None = None, email: str | None = None, phone: str | None = None) -> Expected:
    return ("contact_officer", name, role, email, phone)


def checked(name: str, role: str | None = None, email: str | None = None, phone: str | None = None) -> Expected:
    return ("checked_by", name, role, email, phone)


def committee(name: str | None, role: str | None = None, email: str | None = None, phone: str | None = None) -> Expected:
    return ("committee_contact", name, role, email, phone)


def signatory(name: str, role: str | None = None) -> Expected:
    return ("signatory", name, role, None, None)


BODY = "The report sets out the position of the authority over the year and what is proposed for the next one."

ONE_LABEL = {
    "in a numbered paragraph beneath a numbered heading": (
        """
        **14. Report author(s) and contact**

        14.1 Petra Marsh, Strategic Lead for Culture, 01234 567890, petra.marsh@anytown.gov.uk
        """,
        [officer("Petra Marsh", "Strategic Lead for Culture", "petra.marsh@anytown.gov.uk", "01234 567890")],
    ),
    "the town of the exchange before the number": (
        "Contact Officer: Petra Marsh, telephone number: Anytown (01234) 567890",
        [officer("Petra Marsh", None, None, "(01234) 567890")],
    ),
    "the town of the exchange in a sentence that says whom to ask": (
        "For further information please contact Petra Marsh on telephone number Anytown (01234) 567890 and she will help.",
        [officer("Petra Marsh", None, None, "(01234) 567890")],
    ),
    "an office with a comma before the name": (
        "Accountable officer: Executive Director, Finance and Assets (Section 151 Officer) – Petra Marsh",
        [officer("Petra Marsh", "Executive Director, Finance and Assets (Section 151 Officer)")],
    ),
    "beneath a heading in capitals, the number beside the name": (
        """
        **FOR FURTHER INFORMATION ON THIS REPORT, CONTACT:**

        Petra Marsh               TELEPHONE: 01234 567890
        Housing Manager           E-MAIL: petra.marsh@anytown.gov.uk
        """,
        [officer("Petra Marsh", "Housing Manager", "petra.marsh@anytown.gov.uk", "01234 567890")],
    ),
    "whose label asks for the role, the numbers in a field of their own": (
        """
        Author and role                  Petra Marsh, Project Director
        Contact email and telephone      petra.marsh@anytown.gov.uk 01234 567890
        """,
        [officer("Petra Marsh", "Project Director", "petra.marsh@anytown.gov.uk", "01234 567890")],
    ),
    "of the committee's staff": (
        "Democratic Services: Petra Marsh (01234 567890).",
        [officer("Petra Marsh", None, None, "01234 567890")],
    ),
    "beneath a label in a row of labels without colons": (
        """
        Report author                   Executive member
        Petra Marsh, Head of Learning   Councillor Noel Fenn
        petra.marsh@anytown.gov.uk
        """,
        [officer("Petra Marsh", "Head of Learning", "petra.marsh@anytown.gov.uk")],
    ),
    "an extension in a cell of its own": (
        """
        Lead officer    Petra Marsh, Estates Manager
        E-mail          petra.marsh@anytown.gov.uk
        Extension       5540
        """,
        [officer("Petra Marsh", "Estates Manager", "petra.marsh@anytown.gov.uk", "5540")],
    ),
    "under a question": (
        """
        Who can I contact about this report?
        Name: Petra Marsh
        Title: Highways Manager
        Phone: 01234 567890
        """,
        [officer("Petra Marsh", "Highways Manager", None, "01234 567890")],
    ),
    "a field that names no contact in the column beside": (
        """
        Originating Officer:
        Petra Marsh               Ward affected:
        Licensing Officer         Castle Green
        """,
        [officer("Petra Marsh", "Licensing Officer")],
    ),
    "the officer's field of an application, in the right-hand column": (
        """
        APPLICATION NO: 31/0042     OFFICER: Miss Petra Marsh
        REGISTERED: 4 June 2031     EXPIRES: 5 July 2031
        """,
        [officer("Petra Marsh")],
    ),
    "an originator": (
        """
        Originator: Petra Marsh
        Tel: 01234 567890
        """,
        [officer("Petra Marsh", None, None, "01234 567890")],
    ),
    "what follows the address is no job title": (
        """
        Contact: Petra Marsh
        E-Mail: petra.marsh@anytown.gov.uk with any apologies
        """,
        [officer("Petra Marsh", None, "petra.marsh@anytown.gov.uk")],
    ),
    "name and title on the label's line": (
        "Contact Officer: Petra Marsh, Head of Housing",
        [officer("Petra Marsh", "Head of Housing")],
    ),
    "everything on one line": (
        "Contact: Petra Marsh, Head of Housing, 01234 567890, petra.marsh@anytown.gov.uk",
        [officer("Petra Marsh", "Head of Housing", "petra.marsh@anytown.gov.uk", "01234 567890")],
    ),
    "a line for each part": (
        """
        Contact Officer: Dr Petra Marsh
        Scrutiny Officer (Health)
        petra.marsh@anytown.gov.uk
        Tel: 07700 900123
        """,
        [officer("Petra Marsh", "Scrutiny Officer (Health)", "petra.marsh@anytown.gov.uk", "07700 900123")],
    ),
    "label on a line of its own": (
        """
        Contact Officer
        Petra Marsh
        Deputy Director of Education
        Petra.Marsh@anytown.gov.uk
        """,
        [officer("Petra Marsh", "Deputy Director of Education", "petra.marsh@anytown.gov.uk")],
    ),
    "telephone broken over two lines": (
        """
        Contact Officer: Petra Marsh, Strategic Partnerships Manager, 01234
        567890
        """,
        [officer("Petra Marsh", "Strategic Partnerships Manager", None, "01234 567890")],
    ),
    "a full stop between name and title": (
        "Contact Officer: Petra Marsh. Business Manager - OSCB",
        [officer("Petra Marsh", "Business Manager - OSCB")],
    ),
    "nothing between name and title": (
        "Contact Officer: Petra Marsh Head of SEND 07700 900123",
        [officer("Petra Marsh", "Head of SEND", None, "07700 900123")],
    ),
    "title in brackets": (
        """
        Report Author
        Petra Marsh (Head of Finance Systems, Planning and Returns)
        03000 123456, petra.marsh@anyshire.gov.uk
        """,
        [officer("Petra Marsh", "Head of Finance Systems, Planning and Returns", "petra.marsh@anyshire.gov.uk", "03000 123456")],
    ),
    "dashes of all kinds": (
        "Lead Officer – Petra Marsh – Principal Planner – petra.marsh@anytown.gov.uk – 01234 567890",
        [officer("Petra Marsh", "Principal Planner", "petra.marsh@anytown.gov.uk", "01234 567890")],
    ),
    "extension only": (
        "Author: Petra Marsh, Licensing Manager Ext. 4567",
        [officer("Petra Marsh", "Licensing Manager", None, "Ext. 4567")],
    ),
    "number with extension": (
        "Contact Officer: Petra Marsh, Licensing Manager, Tel: 01234 567890 ext 4567",
        [officer("Petra Marsh", "Licensing Manager", None, "01234 567890 ext 4567")],
    ),
    "bracketed dialling code": (
        "Contact for further information: Petra Marsh, (01632) 960123, Corporate Policy Officer",
        [officer("Petra Marsh", "Corporate Policy Officer", None, "(01632) 960123")],
    ),
    "number with the country code": (
        "Report author: Petra Marsh, Head of Place, +44 (0)20 7946 0123",
        [officer("Petra Marsh", "Head of Place", None, "+44 (0)20 7946 0123")],
    ),
    "fields in a row": (
        "Contact Officer:   Name: Petra Marsh   Tel: 01273 290123",
        [officer("Petra Marsh", None, None, "01273 290123")],
    ),
    "fields in a column": (
        """
        Contact Officers:
        Name:       Petra Marsh
        Position:   Head of City Policy
        Telephone:  0161 496 0123
        E-mail:     p.marsh@anycity.gov.uk
        """,
        [officer("Petra Marsh", "Head of City Policy", "p.marsh@anycity.gov.uk", "0161 496 0123")],
    ),
    "job title in a field of its own": (
        "Officer presenting the report: Petra Marsh Job title: Head of City Transport",
        [officer("Petra Marsh", "Head of City Transport")],
    ),
    "author, then contact details of the author": (
        """
        Report Author:     Petra Marsh-Hill
        Contact Details:   Petra.Marsh-Hill@anyregion-ca.gov.uk
        """,
        [officer("Petra Marsh-Hill", None, "petra.marsh-hill@anyregion-ca.gov.uk")],
    ),
    "phone and e-mail in short": (
        """
        Report Contact: Petra Marsh
        T: 0115 496 0123
        E: petra.marsh@anyshire.gov.uk
        """,
        [officer("Petra Marsh", None, "petra.marsh@anyshire.gov.uk", "0115 496 0123")],
    ),
    "address lines between": (
        """
        Report Contact:
        Petra Marsh
        Service Manager
        Fire House, 12 High Street, Anytown AN1 2CD
        Telephone: 03451 55 55 55 Ext. 444444
        Email: petra.marsh@anyshire.gov.uk
        """,
        [officer("Petra Marsh", "Service Manager", "petra.marsh@anyshire.gov.uk", "03451 55 55 55 Ext. 444444")],
    ),
    "title between a label in capitals and the number": (
        """
        AUTHOR:
        Petra Marsh, Chief Officer Resources
        CONTACT DETAILS:
        Tel: 01633 960123
        E-mail: petramarsh@anyshire.gov.uk
        """,
        [officer("Petra Marsh", "Chief Officer Resources", "petramarsh@anyshire.gov.uk", "01633 960123")],
    ),
    "a sentence": (
        """
        This report was written by Petra Marsh, who can be contacted on 01522 960123 or
        petra.marsh@anyshire.gov.uk.
        """,
        [officer("Petra Marsh", None, "petra.marsh@anyshire.gov.uk", "01522 960123")],
    ),
    "a sentence on enquiries": (
        """
        For any enquiries about this report please contact:
        Petra Marsh
        Team Manager
        T: 0115 496 0123
        E: petra.marsh@anyshire.gov.uk
        """,
        [officer("Petra Marsh", "Team Manager", "petra.marsh@anyshire.gov.uk", "0115 496 0123")],
    ),
    "queries in a sentence that wraps": (
        """
        If you have any queries about this Report or wish to inspect any of the Background
        Papers please contact: Petra Marsh, Head of Property, pmarsh@anycity.gov.uk
        """,
        [officer("Petra Marsh", "Head of Property", "pmarsh@anycity.gov.uk")],
    ),
    "the label behind a number": (
        """
        12.   Contact details
              Petra Marsh
              Chief Analyst
              Telephone: 03000 123456
              Petra.Marsh@anyshire.gov.uk
        """,
        [officer("Petra Marsh", "Chief Analyst", "petra.marsh@anyshire.gov.uk", "03000 123456")],
    ),
    "author with members and consultees after": (
        """
        Author:      Petra Marsh, Private Sector Housing Manager, marshp@anyborough.gov.uk
        Consultees:  Cllr Joan Fell, Cabinet Member for Housing
                     David Beck, Chief Housing Officer, (Email: beckd@anyborough.gov.uk)
        """,
        [officer("Petra Marsh", "Private Sector Housing Manager", "marshp@anyborough.gov.uk")],
    ),
    "cabinet member beside the officer": (
        """
        Cabinet Member:       Councillor Joan Fell
        Responsible Officer:  Petra Marsh, Director of Place
        """,
        [officer("Petra Marsh", "Director of Place")],
    ),
    "no colon": (
        "Report Author    Petra Marsh, Programme Officer",
        [officer("Petra Marsh", "Programme Officer")],
    ),
    "an officer in brackets after the title": (
        "Originating Officer(s) and Title(s)   Petra Marsh, Head of Audit (Interim)",
        [officer("Petra Marsh", "Head of Audit (Interim)")],
    ),
    "names in capitals": (
        """
        Contact Officer: PETRA MARSH
        Tel. No. 01273 480123
        Email: petra.marsh@anyshire.gov.uk
        """,
        [officer("PETRA MARSH", None, "petra.marsh@anyshire.gov.uk", "01273 480123")],
    ),
    "fields without colons": (
        """
        CONTACT OFFICER
        Name         Petra Marsh
        Title        Head of Planning
        Tel          01234 567890
        Email        petra.marsh@anytown.gov.uk
        """,
        [officer("Petra Marsh", "Head of Planning", "petra.marsh@anytown.gov.uk", "01234 567890")],
    ),
    "a number in brackets": ("Contact Officer: Petra Marsh (01234 567890)", [officer("Petra Marsh", None, None, "01234 567890")]),
    "a team that made the paper": (
        """
        Produced by: Anyshire Analytics
        E-mail: performance@anyshire.gov.uk
        Phone: 03000 123456
        """,
        [officer("Anyshire Analytics", None, "performance@anyshire.gov.uk", "03000 123456")],
    ),
}


@pytest.mark.parametrize("case", ONE_LABEL)
def test_a_label_leads_to_one_contact(case: str) -> None:
    text, expected = ONE_LABEL[case]
    assert found(text) == expected


ONE_LABEL |= {
    "the owner of the report": (
        """
        Report owner:     Petra Marsh
        Designation:      Head of Housing
        Tel:              01234 567890
        """,
        [officer("Petra Marsh", "Head of Housing", None, "01234 567890")],
    ),
    "a designation beneath its word": (
        """
        Contact Officer
        Petra Marsh
        Designation
        Head of Housing
        """,
        [officer("Petra Marsh", "Head of Housing")],
    ),
    "an initial without its stop": (
        """
        Contact Officer: A Everard, Head of Housing
        Tel: 01234 567890
        """,
        [officer("A Everard", "Head of Housing", None, "01234 567890")],
    ),
    "an initial without its stop in a cell": (
        """
        Report author    A Everard
        Telephone        01234 567890
        """,
        [officer("A Everard", None, None, "01234 567890")],
    ),
    "a title that wraps in a cell, as other words in its column do": (
        f"""
        {BODY}
        Wards affected         All wards of the borough that lie
                               north of the river
        Report author          Petra Marsh, Head of Revenues
                               Benefits Administration
        Key decision           No
        """,
        [officer("Petra Marsh", "Head of Revenues Benefits Administration")],
    ),
    "a unit beneath a short title in such a cell": (
        f"""
        {BODY}
        Wards affected         All wards of the borough that lie
                               north of the river
        Report author          Petra Marsh
                               Head of Housing
                               Homes Directorate
        """,
        [officer("Petra Marsh", "Head of Housing")],
    ),
}

SEVERAL = {
    "an office, then title and name in fields": (
        """
        CONTACT DETAILS
        Executive Director     Title    Executive Director - Place
                               Name:    Petra Marsh                   Tel:    01234 567890
                               E-mail   petra.marsh@anytown.gov.uk
        Author:                Title    Project Manager
                               Name:    Noel Fenn                     Tel:    01234 567891
        """,
        [
            officer("Petra Marsh", "Executive Director - Place", "petra.marsh@anytown.gov.uk", "01234 567890"),
            officer("Noel Fenn", "Project Manager", None, "01234 567891"),
        ],
    ),
    "a councillor whose report it is, an officer to be asked": (
        """
        Report author: Councillor Noel Fenn, Cabinet Member for Health
        Enquiries to: Petra Marsh, Head of Housing, petra.marsh@anytown.gov.uk
        """,
        [officer("Petra Marsh", "Head of Housing", "petra.marsh@anytown.gov.uk")],
    ),
    "a table headed with the label, a head and a title in two lines": (
        """
        Contact        Job title          Telephone       Email
        officer
        Petra Marsh    Principal Policy   01234 567890    petra.marsh@anytown.gov.uk
                       Officer
        """,
        [officer("Petra Marsh", "Principal Policy Officer", "petra.marsh@anytown.gov.uk", "01234 567890")],
    ),
    "two columns of stacked cards": (
        """
        Report Author:                            Relevant Director:
        Petra Marsh                               Noel Fenn
        Assistant Director Education – West Downs  Director of Education
        Telephone number                          Telephone number
        03000 123456                              03000 123457
        Email address                             Email address
        petra.marsh@anyshire.gov.uk               Noel.Fenn@anyshire.gov.uk
        """,
        [
            officer("Petra Marsh", "Assistant Director Education – West Downs", "petra.marsh@anyshire.gov.uk", "03000 123456"),
            officer("Noel Fenn", "Director of Education", "noel.fenn@anyshire.gov.uk", "03000 123457"),
        ],
    ),
    "author beside the chief officer responsible": (
        """
        Contact Details
        Author:                 Chief Officer Responsible for the report:
        Petra Marsh             Noel Fenn
        Transport Planner       Corporate Director of Economy and Place
        Tel No. 01904 551234
        """,
        [
            officer("Petra Marsh", "Transport Planner", None, "01904 551234"),
            officer("Noel Fenn", "Corporate Director of Economy and Place"),
        ],
    ),
    "a row for each person, title first": (
        """
        Contact Details
        Interim Corporate Director Finance    Noel Fenn     03000 123 456   noel.fenn@anyshire.gov.uk
        Head of Finance Operations            Petra Head    03000 123 457   petra.head@anyshire.gov.uk
        """,
        [
            officer("Noel Fenn", "Interim Corporate Director Finance", "noel.fenn@anyshire.gov.uk", "03000 123 456"),
            officer("Petra Head", "Head of Finance Operations", "petra.head@anyshire.gov.uk", "03000 123 457"),
        ],
    ),
    "a table with a head": (
        """
        Author(s)
        Name            Designation               Contact Details
        Petra Marsh     Service Manager           01738 475000
                                                  petra.marsh@anycounty.gov.uk
        """,
        [officer("Petra Marsh", "Service Manager", "petra.marsh@anycounty.gov.uk", "01738 475000")],
    ),
    "an audit trail and a column of the background documents": (
        """
        Background Documents            Held At                  Contact
        Area Action Plan                160 Harbour Street       Petra Marsh,
                                                                 020 7946 0123
        APPENDICES
        No      Title
        AUDIT TRAIL
        Lead Officer     Noel Fenn, Head of Regeneration South
        Report Author    Petra Marsh, Programme Officer
        Version          Final
        """,
        [
            officer("Petra Marsh", "Programme Officer", None, "020 7946 0123"),
            officer("Noel Fenn", "Head of Regeneration South"),
        ],
    ),
    "contact officers in the plural": (
        """
        Contact Officers:
        Petra Marsh, Director of Transformation
        Noel Fenn, Head of Corporate Finance & Deputy Section 151 Officer
        """,
        [
            officer("Petra Marsh", "Director of Transformation"),
            officer("Noel Fenn", "Head of Corporate Finance & Deputy Section 151 Officer"),
        ],
    ),
    "author and director with fields": (
        """
        CONTACT DETAILS
        AUTHOR:     Name:    Petra Marsh    Tel:   023 8091 0123
                    E-mail:  petra.marsh@anycity.gov.uk
        Director    Name:    Noel Fenn      Tel:   023 8091 0124
                    E-mail:  noel.fenn@anycity.gov.uk
        """,
        [
            officer("Petra Marsh", None, "petra.marsh@anycity.gov.uk", "023 8091 0123"),
            officer("Noel Fenn", None, "noel.fenn@anycity.gov.uk", "023 8091 0124"),
        ],
    ),
    "officer and member side by side": (
        """
        Officer contact:                       Member contacts:
        Name:   Petra Marsh                    Names:  Councillors Fell and Beck
        Post:   Executive Director             Post:   Chair/Vice-Chair
        Email:  petra.marsh@anyshire.gov.uk    Email:  joan.fell@anyshire.gov.uk
        Tel:    01223 715660                   Tel:    01223 706398
        """,
        [officer("Petra Marsh", "Executive Director", "petra.marsh@anyshire.gov.uk", "01223 715660")],
    ),
    "director above the author": (
        """
        Accountable Director: Petra Marsh, Director of Public Health
        Author:   Noel Fenn
                  Consultant in Public Health
                  noel.fenn@anytown.gov.uk
        """,
        [
            officer("Petra Marsh", "Director of Public Health"),
            officer("Noel Fenn", "Consultant in Public Health", "noel.fenn@anytown.gov.uk"),
        ],
    ),
    "director heads in one column": (
        """
        Report Author                           Corporate Director
        Petra Marsh, Head of Highways           Noel Fenn, Corporate Director
        01305 221234                            of Place
        petra.marsh@anyshire.gov.uk             noel.fenn@anyshire.gov.uk
        """,
        [
            officer("Petra Marsh", "Head of Highways", "petra.marsh@anyshire.gov.uk", "01305 221234"),
            officer("Noel Fenn", "Corporate Director of Place", "noel.fenn@anyshire.gov.uk"),
        ],
    ),
    "a card that goes on over the sheet": (
        """
        Contact details
        Petra Marsh
        Chief Analyst
        Telephone: 03000 123456
        === 2
        Noel Fenn
        Director of Strategy
        Telephone: 03000 123457
        """,
        [
            officer("Petra Marsh", "Chief Analyst", None, "03000 123456"),
            officer("Noel Fenn", "Director of Strategy", None, "03000 123457"),
        ],
    ),
}

SEVERAL |= {
    "a table of contacts whose first column only labels them": (
        """
                               Name                 Contact Information
        Report Author          Petra Marsh          petramarsh@anyshire.gov.uk, Tel: 01926 412123
        Assistant Director     Noel Fenn            noelfenn@anyshire.gov.uk
        Lead Member            Portfolio Holder for Environment   joanfell@anyshire.gov.uk
        """,
        [
            officer("Petra Marsh", None, "petramarsh@anyshire.gov.uk", "01926 412123"),
            officer("Noel Fenn", None, "noelfenn@anyshire.gov.uk"),
        ],
    ),
    "title and number in one column": (
        """
        Author(s)
        Name            Designation and Contact Number
        Petra Marsh     Chief Planning Officer   01835 825123
        """,
        [officer("Petra Marsh", "Chief Planning Officer", None, "01835 825123")],
    ),
    "officers to contact, one after the other": (
        """
        Officer(s) to Contact
        Petra Marsh, Director of Environment and Transport
        Tel: 0116 496 0123
        Noel Fenn, Assistant Director
        Tel: 0116 496 0124
        """,
        [
            officer("Petra Marsh", "Director of Environment and Transport", None, "0116 496 0123"),
            officer("Noel Fenn", "Assistant Director", None, "0116 496 0124"),
        ],
    ),
    "two authors in a line": ("Report Author(s): Petra Marsh and Noel Fenn", [officer("Petra Marsh"), officer("Noel Fenn")]),
    "lead officer, lead member and contact officer": (
        """
        Lead officer: Petra Marsh, Director of Environment
        Lead member: Councillor Joan Fell, Cabinet Member for Transport
        Contact officer: Noel Fenn, Future Streets Manager, 020 7946 0123
        """,
        [
            officer("Petra Marsh", "Director of Environment"),
            officer("Noel Fenn", "Future Streets Manager", None, "020 7946 0123"),
        ],
    ),
    "Welsh labels": (
        """
        Awdur: Petra Marsh, Pennaeth Cyllid
        Swyddog Cyswllt: Noel Fenn, Rheolwr
        """,
        [officer("Petra Marsh", "Pennaeth Cyllid"), officer("Noel Fenn", "Rheolwr")],
    ),
    "the report writer, by fields": (
        """
        10.0   Access to Information
        The background papers can be inspected by contacting the report writer:
        Name: Petra Marsh
        Designation: Commissioning Manager
        Tel No: 01632 960 147
        """,
        [officer("Petra Marsh", "Commissioning Manager", None, "01632 960 147")],
    ),
    "a label in the right column that wraps": (
        """
        **Contact Details**
        **Author:**                   **Chief Officer Responsible for the**
                                      **report:**
        Petra Marsh                   Noel Fenn
        Traffic Project Officer       Assistant Director for Transport,
        Tel No. 01632 960 147         Highways and Environment
        """,
        [
            officer("Petra Marsh", "Traffic Project Officer", None, "01632 960 147"),
            officer("Noel Fenn", "Assistant Director for Transport, Highways and Environment"),
        ],
    ),
    "two in the cell beside one label": (
        """
        Reporting Officer:     Noel Fenn, Strategic Director of City and Neighbourhood Services
        Contact Officer:       Petra Marsh, Services Manager
                               Avery Dunmore, Services Manager
        Is it restricted?      No, it may be read by anybody
        """,
        [
            officer("Noel Fenn", "Strategic Director of City and Neighbourhood Services"),
            officer("Petra Marsh", "Services Manager"),
            officer("Avery Dunmore", "Services Manager"),
        ],
    ),
    "a card in a cell, with an office that sounds like a name": (
        """
        Report Author          Petra Marsh
                               Libraries Transformation Manager
                               petra.marsh@addle.gov.uk
                               Tel: 01632 960 147
        Comments of the        Noel Fenn
        Director of Finance    Service Accountant
        """,
        [officer("Petra Marsh", "Libraries Transformation Manager", "petra.marsh@addle.gov.uk", "01632 960 147")],
    ),
    "office and name that wrap beside a double label": (
        """
        Lead Head of Service                Head of Parks: Noel Fenn
        Lead Officer and Report Author      Parks and Leisure Manager: Petra
                                            Marsh
        Classification                      Public
        """,
        [officer("Petra Marsh", "Parks and Leisure Manager")],
    ),
    "names that wrap in a narrow column": (
        """
        CONTACT OFFICERS
        Name              Title              Telephone
        Petra             Head of Property   01632 960 147
        Marsh-Dunmore     and Estates
        Noel              Surveyor           01632 960 148
        Fenn
        """,
        [
            officer("Petra Marsh-Dunmore", "Head of Property and Estates", None, "01632 960 147"),
            officer("Noel Fenn", "Surveyor", None, "01632 960 148"),
        ],
    ),
    "an extension before the whole number": (
        """
        Contact for Further Information
        If you would like to inspect the background papers or want further information, please contact:-
        Noel Fenn, Finance Manager
        Ext: 2601 (Tel: 01698 452601)
        """,
        [officer("Noel Fenn", "Finance Manager", None, "01698 452601")],
    ),
}


ABREAST = {
    "four rows each": (
        """
        Contact details
        Petra Marsh                         Noel Fenn
        Head of Housing                     Senior Planner
        01234 567890                        01234 567891
        petra.marsh@anytown.gov.uk          noel.fenn@anytown.gov.uk
        """,
        [
            officer("Petra Marsh", "Head of Housing", "petra.marsh@anytown.gov.uk", "01234 567890"),
            officer("Noel Fenn", "Senior Planner", "noel.fenn@anytown.gov.uk", "01234 567891"),
        ],
    ),
    "beside a label for one": (
        """
        Contact Officer:    Petra Marsh                         Noel Fenn
                            Head of Housing                     Senior Planner
                            Tel: 01234 567890                   Tel: 01234 567891
        """,
        [
            officer("Petra Marsh", "Head of Housing", None, "01234 567890"),
            officer("Noel Fenn", "Senior Planner", None, "01234 567891"),
        ],
    ),
    "centred beneath the names": (
        """
        For further information please contact:
            Petra Marsh                           Noel Fenn
          Head of Housing                      Senior Planner
           01234 567890                         01234 567891
       petra.marsh@anytown.gov.uk         noel.fenn@anytown.gov.uk
        """,
        [
            officer("Petra Marsh", "Head of Housing", "petra.marsh@anytown.gov.uk", "01234 567890"),
            officer("Noel Fenn", "Senior Planner", "noel.fenn@anytown.gov.uk", "01234 567891"),
        ],
    ),
    "three, the second of fewer rows": (
        """
        Contact Officers:
        Petra Marsh              Noel Fenn             Edith Oduya
        Head of Housing          Senior Planner        Director of Place
        01234 567890                                   01234 567892
        petra.marsh@any.gov.uk                         edith.oduya@any.gov.uk
        """,
        [
            officer("Petra Marsh", "Head of Housing", "petra.marsh@any.gov.uk", "01234 567890"),
            officer("Noel Fenn", "Senior Planner"),
            officer("Edith Oduya", "Director of Place", "edith.oduya@any.gov.uk", "01234 567892"),
        ],
    ),
    "three with long titles": (
        """
        Contact Officers:
        Petra Marsh                           Noel Fenn                                 Edith Oduya
        Assistant Director of Housing Needs   Head of Planning and Building Control     Director of Place and City Growth
        01234 567890                          01234 567891                              01234 567892
        """,
        [
            officer("Petra Marsh", "Assistant Director of Housing Needs", None, "01234 567890"),
            officer("Noel Fenn", "Head of Planning and Building Control", None, "01234 567891"),
            officer("Edith Oduya", "Director of Place and City Growth", None, "01234 567892"),
        ],
    ),
    "a title that wraps in one of them": (
        """
        Contact details
        Petra Marsh                         Noel Fenn
        Head of Housing and                 Senior Planner
        Neighbourhood Services              01234 567891
        01234 567890                        noel.fenn@anytown.gov.uk
        """,
        [
            officer("Petra Marsh", "Head of Housing and Neighbourhood Services", None, "01234 567890"),
            officer("Noel Fenn", "Senior Planner", "noel.fenn@anytown.gov.uk", "01234 567891"),
        ],
    ),
    "the second begins lower": (
        """
        Contact details
        Petra Marsh
        Head of Housing                     Noel Fenn
        01234 567890                        Senior Planner
        """,
        [officer("Petra Marsh", "Head of Housing", None, "01234 567890"), officer("Noel Fenn", "Senior Planner")],
    ),
    "titles above the names": (
        """
        Contact details
        Head of Housing                     Senior Planner
        Petra Marsh                         Noel Fenn
        01234 567890                        01234 567891
        """,
        [
            officer("Petra Marsh", "Head of Housing", None, "01234 567890"),
            officer("Noel Fenn", "Senior Planner", None, "01234 567891"),
        ],
    ),
    "fields with labels in cells of their own": (
        """
        Contact details
        Name:     Petra Marsh         Name:     Noel Fenn
        Title:    Head of Housing     Title:    Senior Planner
        Tel:      01234 567890        Tel:      01234 567891
        """,
        [
            officer("Petra Marsh", "Head of Housing", None, "01234 567890"),
            officer("Noel Fenn", "Senior Planner", None, "01234 567891"),
        ],
    ),
    "two above two": (
        """
        Contact details
        Petra Marsh                         Noel Fenn
        Head of Housing                     Senior Planner
        01234 567890
        Edith Oduya                         Avery Dunmore
        Director of Place                   Solicitor
                                            01234 567893
        """,
        [
            officer("Petra Marsh", "Head of Housing", None, "01234 567890"),
            officer("Noel Fenn", "Senior Planner"),
            officer("Edith Oduya", "Director of Place"),
            officer("Avery Dunmore", "Solicitor", None, "01234 567893"),
        ],
    ),
    "a tab that a long cell pushed on": (
        """
        Contact details
        Petra Marsh              Noel Fenn
        Head of Housing and Neighbourhood        Senior Planner
        01234 567890             01234 567891
        """,
        [
            officer("Petra Marsh", "Head of Housing and Neighbourhood", None, "01234 567890"),
            officer("Noel Fenn", "Senior Planner", None, "01234 567891"),
        ],
    ),
    "a number and an office's address beneath names in one row are nobody's": (
        """
        Contact Officers:   Petra Marsh, Noel Fenn and Edith Oduya
                            01234 567890
                            housing@anytown.gov.uk
        """,
        [officer("Petra Marsh"), officer("Noel Fenn"), officer("Edith Oduya")],
    ),
    "a title beneath two names in one row is nobody's": (
        f"""
        {BODY}
        Contact Officers:   Petra Marsh and Noel Fenn
                            Planning Officer
        """,
        [officer("Petra Marsh"), officer("Noel Fenn")],
    ),
    "two numbers of one of them": (
        """
        Contact details
        Petra Marsh                         Noel Fenn
        Head of Housing                     Senior Planner
        01234 567890    07700 900123
        """,
        [officer("Petra Marsh", "Head of Housing", None, "01234 567890"), officer("Noel Fenn", "Senior Planner")],
    ),
    "a number beneath both is nobody's": (
        """
        Contact details
        Petra Marsh                         Noel Fenn
        Head of Housing                     Senior Planner
        Telephone 01234 567890, the switchboard of the council
        """,
        [officer("Petra Marsh", "Head of Housing"), officer("Noel Fenn", "Senior Planner")],
    ),
    "a third across the sheet beneath them": (
        """
        Contact details
        Petra Marsh                         Noel Fenn
        Head of Housing                     Senior Planner
        Edith Oduya, Director of Place and Regeneration Services
        01234 567890
        """,
        [
            officer("Petra Marsh", "Head of Housing"),
            officer("Noel Fenn", "Senior Planner"),
            officer("Edith Oduya", "Director of Place and Regeneration Services", None, "01234 567890"),
        ],
    ),
}


@pytest.mark.parametrize("case", ABREAST)
def test_cards_side_by_side_without_labels_keep_their_own_fields(case: str) -> None:
    text, expected = ABREAST[case]
    assert found(text) == expected


@pytest.mark.parametrize("case", SEVERAL)
def test_columns_rows_and_lists_keep_persons_apart(case: str) -> None:
    text, expected = SEVERAL[case]
    assert [one for one in found(text) if one in expected] == expected
    assert len([one for one in found(text) if "member" not in case]) <= len(expected)


CHECKED = {
    "in brackets at the end of the comments of an office": (
        """
        **6 Financial Implications**
        6.1 The cost is within the budget of the year. (Petra Marsh, Senior Accountant)

        **7 Legal Services Comments**
        7.1 The council has a duty to provide the service. (Noel Fenn, Interim Director of
        Legal Services)

        **8 Risk**
        8.1 The bridge (Mill Lane) may close.
        """,
        [checked("Petra Marsh", "Senior Accountant"), checked("Noel Fenn", "Interim Director of Legal Services")],
    ),
    "on whose behalf, by a label that wraps": (
        """
        Comments for and on behalf of the      Petra Marsh
        Group Director of Finance and          Head of Finance
        Resources prepared by                  Tel: 01234 567890
        """,
        [checked("Petra Marsh", "Head of Finance", None, "01234 567890")],
    ),
    "beneath what the cell beside the label asks for": (
        """
        Legal sign off          Officer consulted and date
                                Petra Marsh (Lead Lawyer)
        Background papers       None
        """,
        [checked("Petra Marsh", "Lead Lawyer")],
    ),
    "behind the trade alone": (
        """
        I have consulted the relevant departments                Finance: Petra Marsh
                                                                 Legal: Noel Fenn
                                                                 Equalities: None
        """,
        [checked("Petra Marsh", "Finance"), checked("Noel Fenn", "Legal")],
    ),
    "who supplied the implications, who approved the submission, on whose behalf": (
        """
        LEGAL IMPLICATIONS Supplied by: Petra Marsh, Solicitor

        Executive member who approved submission: Noel Fenn

        14.2   Comments for and on behalf of the Director of Law: Edith Oduya
        """,
        [checked("Petra Marsh", "Solicitor"), checked("Noel Fenn"), checked("Edith Oduya")],
    ),
    "in the cell beside the comments of each office": (
        """
        Finance comments       Petra Marsh     4 May 2031
        LEGAL COMMENTS         NOEL FENN, Solicitor
        HR comments            None required
        Property comments      The lease ends in May
        """,
        [checked("Petra Marsh", "Finance"), checked("NOEL FENN", "Solicitor")],
    ),
    "in cells beside their offices, under one label": (
        """
        **Cleared by:**
        Finance               Petra Marsh
        Legal                 Noel Fenn
        """,
        [checked("Petra Marsh", "Finance"), checked("Noel Fenn", "Legal")],
    ),
    "beneath a label that stands alone": (
        """
        Cleared by

        A Everard
        Head of Finance

        Background papers
        """,
        [checked("A Everard", "Head of Finance")],
    ),
    "beneath it, each with his office in brackets": (
        """
        Cleared by
        Petra Marsh (Finance)
        Noel Fenn (Legal)
        """,
        [checked("Petra Marsh", "Finance"), checked("Noel Fenn", "Legal")],
    ),
    "each behind the trade, under one heading": (
        """
        **Checked by**
        Finance: Petra Marsh, Accountant
        Legal: Noel Fenn, Senior Solicitor
        """,
        [checked("Petra Marsh", "Accountant"), checked("Noel Fenn", "Senior Solicitor")],
    ),
    "reviewers in a table without a head": (
        """
        Report reviewers used for appraising this report:
        Please note that this section is to be completed

        Governance         Petra Marsh                    Date 10/03/2031
        Finance            Noel Fenn                      Date 11/03/2031
        Approved by        Edith Oduya, Director of       Date 12/03/2031
                           Finance
        """,
        [checked("Petra Marsh"), checked("Noel Fenn"), checked("Edith Oduya", "Director of Finance")],
    ),
    "chief and statutory officers who signed": (
        """
        Statutory Officer: Petra Marsh
        Signed on behalf of the Monitoring Officer
        Date: 3 June 2031
        Chief Officer: Noel Fenn
        Signed off by the Corporate Director
        Date: 3 June 2031
        """,
        [checked("Petra Marsh"), checked("Noel Fenn")],
    ),
    "several in the rows of the cell beside one label": (
        """
        Cleared by:         Petra Marsh
                            Noel Fenn
                            Edith Oduya
        """,
        [checked("Petra Marsh"), checked("Noel Fenn"), checked("Edith Oduya")],
    ),
    "each behind the office, in the rows of the cell beside one label": (
        """
        Cleared by:         Finance: Petra Marsh
                            Legal: N. Fenn
        """,
        [checked("Petra Marsh", "Finance"), checked("N. Fenn", "Legal")],
    ),
    "each with a title that fills the row": (
        """
        Report cleared by:  Petra Marsh, Head of Finance
                            Noel Fenn, Solicitor
        """,
        [checked("Petra Marsh", "Head of Finance"), checked("Noel Fenn", "Solicitor")],
    ),
    "a label that wraps over the rows of its cell": (
        """
        Finance             Petra Marsh
        comments            Head of Finance
        cleared by:
        """,
        [checked("Petra Marsh", "Head of Finance")],
    ),
    "the comments of each office, and nobody but a person": (
        """
        Finance comments: Petra Marsh
        Legal comments: Noel Fenn, Solicitor
        HR comments: None
        Property comments: The lease has ended
        """,
        [checked("Petra Marsh", "Finance"), checked("Noel Fenn", "Solicitor")],
    ),
    "whom the author consulted, with the day": (
        """
        Finance Officer Consulted: Petra Marsh          Date: 06/01/31
        Lawyer Consulted: Noel Fenn          Date: 07/01/31
        """,
        [checked("Petra Marsh", "Finance Officer"), checked("Noel Fenn", "Lawyer")],
    ),
    "label with a colon": (
        "Comments checked by: Petra Marsh, Finance Business Partner, petra.marsh@anyshire.gov.uk (Finance)",
        [checked("Petra Marsh", "Finance Business Partner", "petra.marsh@anyshire.gov.uk")],
    ),
    "name beneath": (
        """
        Comments checked by:
        Petra Marsh
        Head of Law and Legal Business Partner
        Petra.Marsh@anyshire.gov.uk
        """,
        [checked("Petra Marsh", "Head of Law and Legal Business Partner", "petra.marsh@anyshire.gov.uk")],
    ),
    "date between title and address": (
        "Comments checked by: Petra Marsh. Head of Law, 9.9.24, petra.marsh@anyshire.gov.uk",
        [checked("Petra Marsh", "Head of Law", "petra.marsh@anyshire.gov.uk")],
    ),
    "no colon": (
        "Checked by Petra Marsh Director of Law and Governance",
        [checked("Petra Marsh", "Director of Law and Governance")],
    ),
    "several approvers": (
        """
        Approved by (Note: approval must be completed within the app)
        Petra Marsh - AH EK & Noel Fenn - CY LDC
        """,
        [checked("Petra Marsh", "AH EK"), checked("Noel Fenn", "CY LDC")],
    ),
    "the adviser's office": (
        "Finance Business Partner: Petra Marsh, Finance Manager – Growth 14 August 2024.",
        [checked("Petra Marsh", "Finance Manager – Growth")],
    ),
    "the office is the title": ("Legal Officer: Petra Marsh", [checked("Petra Marsh", "Legal Officer")]),
    "under the advice": (
        """
        2. Legal Advice:
        The Harbours Act lets the authority set dues for any part of its waters.
        Petra Marsh, Team Manager Legal Services 23 August 2024.
        """,
        [checked("Petra Marsh", "Team Manager Legal Services")],
    ),
    "implications completed": (
        "Legal implications completed by: Petra Marsh, Chief Solicitor, 020 8753 0123",
        [checked("Petra Marsh", "Chief Solicitor", None, "020 8753 0123")],
    ),
    "implications verified without a colon": (
        "Implications verified by Petra Marsh, Head of Finance",
        [checked("Petra Marsh", "Head of Finance")],
    ),
    "authorised": ("Report authorised by: Petra Marsh, Strategic Director", [checked("Petra Marsh", "Strategic Director")]),
    "a table of statutory officers": (
        """
        Approvals obtained on behalf of Statutory Officers:-
                                        Named Officer    Date
        Chief Executive                 Petra Marsh      01/02/24
        Strategic Director of Finance   Noel Fenn        02/02/24
        """,
        [checked("Petra Marsh", "Chief Executive"), checked("Noel Fenn", "Strategic Director of Finance")],
    ),
    "a sign-off table": (
        """
        This report has been approved by the following people:
        Role       Name          Date of sign-off
        Legal      Petra Marsh   1 May 2024
        Finance    Noel Fenn     2 May 2024
        """,
        [checked("Petra Marsh", "Legal"), checked("Noel Fenn", "Finance")],
    ),
    "author of the implications": (
        """
        Financial implications author: Petra Marsh
        Tel: 020 7946 0123
        """,
        [checked("Petra Marsh", None, None, "020 7946 0123")],
    ),
    "a statutory officer": (
        """
        Statutory Officer:  Petra Marsh
        Signed by the Chief Financial Officer
        """,
        [checked("Petra Marsh")],
    ),
    "a team names nobody": ("Financial implications reviewed by: the Finance Team", []),
    "an office names nobody": ("Director Sign-Off: yes", []),
}


@pytest.mark.parametrize("case", CHECKED)
def test_whoever_checked_a_paper_is_told_apart(case: str) -> None:
    text, expected = CHECKED[case]
    assert found(f"{BODY}\n{text.strip(chr(10))}\n") == expected or found(text) == expected


SIGNED = {
    "a signature above the enquiries": (
        f"""
        {BODY}

        Petra Marsh
        Corporate Director, Place

        For any enquiries about this report please contact:
        Noel Fenn, Team Leader Tel: 01234 567890
        """,
        [signatory("Petra Marsh", "Corporate Director, Place"), officer("Noel Fenn", "Team Leader", None, "01234 567890")],
    ),
    "a signature above the electoral divisions": (
        f"""
        {BODY}

        Petra Marsh
        Director of Adult Social Care

        Electoral Divisions: All
        Cabinet Member for Adult Social Care: Councillor Noel Fenn
        """,
        [signatory("Petra Marsh", "Director of Adult Social Care")],
    ),
    "name and title at the end": (
        f"""
        {BODY}
        {BODY}
        Petra Marsh
        Director of Law and Governance
        Annex: None
        Background papers: None
        """,
        [signatory("Petra Marsh", "Director of Law and Governance")],
    ),
    "name in capitals": (
        f"""
        {BODY}
        PETRA MARSH
        Chief Executive
        """,
        [signatory("PETRA MARSH", "Chief Executive")],
    ),
    "one line with a date": (
        f"""
        {BODY}
        Petra Marsh Interim Corporate Director for Children's Services September 2031
        Annex: Letter
        """,
        [signatory("Petra Marsh", "Interim Corporate Director for Children's Services")],
    ),
    "a telephone makes it a contact": (
        f"""
        {BODY}
        Petra Marsh
        Head of Planning
        01234 567890
        """,
        [officer("Petra Marsh", "Head of Planning", None, "01234 567890")],
    ),
    "beneath those who verified the paper, each on a line of his own": (
        f"""
        {BODY}
        Legal implications verified by: Joan Fenn, Principal Solicitor

        Petra Marsh
        Head of Planning
        01234 567890
        """,
        [checked("Joan Fenn", "Principal Solicitor"), officer("Petra Marsh", "Head of Planning", None, "01234 567890")],
    ),
    "a letter": (
        f"""
        {BODY}
        Yours sincerely

        Petra Marsh
        His Majesty's Inspector
        """,
        [signatory("Petra Marsh", "His Majesty's Inspector")],
    ),
}


@pytest.mark.parametrize("case", SIGNED)
def test_who_signs_is_a_signatory_unless_he_can_be_reached(case: str) -> None:
    text, expected = SIGNED[case]
    head = "\n".join("        A heading and more of the report" for _ in range(15))
    assert found(head + text) == expected


FRONT = {
    "one with a title or another with a number": (
        """
        For further details about this agenda please contact: Petra Marsh, Head of Law, or Noel Fenn, tel: 01234 567890
        """,
        [committee("Petra Marsh", "Head of Law"), committee("Noel Fenn", None, None, "01234 567890")],
    ),
    "two persons and their addresses, joined with or": (
        """
        Contact
        Petra Marsh or Noel Fenn
        petra.marsh@anytown.gov.uk or
        noel.fenn@anytown.gov.uk
        """,
        [committee("Petra Marsh", None, "petra.marsh@anytown.gov.uk"), committee("Noel Fenn", None, "noel.fenn@anytown.gov.uk")],
    ),
    "a field for a reference before the one for whom to ask": (
        """
        Your ref :       Date :                23 December 2030
        Our ref :        Please ask for :      Petra Marsh 01234 567890
        """,
        [committee("Petra Marsh", None, None, "01234 567890")],
    ),
    "the officer's contact details, her address given again for copies": (
        """
        Democratic Services Officer Contact Details
        Name: Petra Marsh
        Direct Dial 01234 567890
        E Mail Address petra.marsh@anytown.gov.uk

        For copies of this agenda please email petra.marsh@anytown.gov.uk
        """,
        [committee("Petra Marsh", None, "petra.marsh@anytown.gov.uk", "01234 567890")],
    ),
    "whoever signs the summons above the agenda": (
        """
        You are hereby summoned to attend a meeting of the Council.

        Petra Marsh
        Chief Executive

        A G E N D A
        """,
        [signatory("Petra Marsh", "Chief Executive")],
    ),
    "who compiled the agenda": (
        """
        Agenda compiled by:
        Petra Marsh
        Governance Services
        01234 567890
        """,
        [committee("Petra Marsh", None, None, "01234 567890")],
    ),
    "a request to direct enquiries to somebody of a team": (
        """
        Please direct any enquiries on this Agenda to Petra Marsh of Democratic Services, County Hall, direct
        line 01234 567890 or email petra.marsh@anytown.gov.uk
        """,
        [committee("Petra Marsh", None, "petra.marsh@anytown.gov.uk", "01234 567890")],
    ),
    "a telephone behind a dash, a signature beneath": (
        """
        Petra Marsh, Committees Manager
        Tel – 01234 567890
        Email: petra.marsh@anytown.gov.uk

        Noel Fenn
        Head of Legal Services
        Civic Centre, High Road
        """,
        [
            committee("Petra Marsh", "Committees Manager", "petra.marsh@anytown.gov.uk", "01234 567890"),
            signatory("Noel Fenn", "Head of Legal Services"),
        ],
    ),
    "ask for, in a column of its own": (
        """
        Thursday, 6th February, 2031, at 10.00 am   Ask for:     Petra Marsh
        Council Chamber, Sessions House             Telephone:   03000 123456
        County Hall, Anytown                        Email:
                                                                 petra.marsh@any
                                                                 .gov.uk
        """,
        [committee("Petra Marsh", None, "petra.marsh@any.gov.uk", "03000 123456")],
    ),
    "the number above the name": (
        """
                                         Direct Dial/Ext:  03000123456
                                         e-mail:           Petra.marsh@anyshire.gov.uk
                                         Ask for:          Petra Marsh
                                         Date:             29 January 2025
        Dear Member
        """,
        [committee("Petra Marsh", None, "petra.marsh@anyshire.gov.uk", "03000123456")],
    ),
    "contact with team": (
        """
        Contact: Petra Marsh, Senior Democratic Services Officer
        Tel: 01234 567890
        Email: petra.marsh@anytown.gov.uk
        """,
        [committee("Petra Marsh", "Senior Democratic Services Officer", "petra.marsh@anytown.gov.uk", "01234 567890")],
    ),
    "please ask for": (
        """
        Please ask for    Petra Marsh
        Direct Line       01246 345123
        Email             committee.services@anytown.gov.uk
        """,
        [committee("Petra Marsh", None, "committee.services@anytown.gov.uk", "01246 345123")],
    ),
    "the committee's officers and chairman": (
        """
        For more about this Panel please contact:
        Chairman - Councillor Joan Fell
        E.Mail: joan.fell@anyshire.gov.uk
        Policy & Performance Officer - Petra Marsh, Policy Officer, 07700 900123
        Email: petra.marsh@anyshire.gov.uk
        Committee Officer - Noel Fenn, Tel 07700 900124
        noel.fenn@anyshire.gov.uk
        Ann Beck
        Chief Executive December 2019
        """,
        [
            committee("Joan Fell", "Chairman", "joan.fell@anyshire.gov.uk"),
            committee("Petra Marsh", "Policy Officer", "petra.marsh@anyshire.gov.uk", "07700 900123"),
            committee("Noel Fenn", "Committee Officer", "noel.fenn@anyshire.gov.uk", "07700 900124"),
            signatory("Ann Beck", "Chief Executive"),
        ],
    ),
    "a parish clerk above the agenda": (
        """
        Clerk : Petra Marsh           Telephone : 01768 361234
        E-mail : clerk@anyparishcouncil.com

        ANYTON PARISH COUNCIL
        """,
        [committee("Petra Marsh", "Clerk", "clerk@anyparishcouncil.com", "01768 361234")],
    ),
    "a clerk with her address": (
        """
        Clerk to the Council: Mrs P. Marsh
        4 Rectory Lane, Anyton, AN1 2CD
        Tel: 01234 567890 / 07700 900123
        clerk@anyton-pc.gov.uk
        """,
        [committee("P. Marsh", "Clerk to the Council", "clerk@anyton-pc.gov.uk", "01234 567890")],
    ),
    "a clerk's signature below the agenda": (
        """
        AGENDA
                                  Petra Marsh-Hill (Clerk)
                                  Email: anytonclerk@example.co.uk
        """,
        [committee("Petra Marsh-Hill", "Clerk", "anytonclerk@example.co.uk")],
    ),
    "signature with telephone": (
        """
        EXEMPT ITEMS
        Petra Marsh
        General Counsel
        03000 123456
        Wednesday, 22 January 2025
        """,
        [committee("Petra Marsh", "General Counsel", None, "03000 123456")],
    ),
    "signature of a covering letter": (
        """
        Dear Member
        I am now able to enclose the following report.
        Yours sincerely

        Petra Marsh
        General Counsel
        """,
        [signatory("Petra Marsh", "General Counsel")],
    ),
    "further information in a sentence": (
        """
        For further information on this agenda please contact Petra Marsh, Democratic Services Officer on 01302
        123456 or email petra.marsh@anytown.gov.uk
        """,
        [committee("Petra Marsh", "Democratic Services Officer", "petra.marsh@anytown.gov.uk", "01302 123456")],
    ),
    "contact for further enquiries": (
        """
        Contact for further enquiries:
        Petra Marsh, Democratic Services,
        1st Floor, Town Hall, 160 Harbour Road, London, E1 1BJ
        Tel: 020 7946 0123
        E-mail: petra.marsh@anyhamlets.gov.uk
        """,
        [committee("Petra Marsh", "Democratic Services", "petra.marsh@anyhamlets.gov.uk", "020 7946 0123")],
    ),
    "a name above the number": (
        """
        Petra Marsh
        Direct Dial: 01234 567890
        Email: petra.marsh@anytown.gov.uk
        """,
        [committee("Petra Marsh", None, "petra.marsh@anytown.gov.uk", "01234 567890")],
    ),
    "a summons signed with a telephone": (
        """
        Yours faithfully
        P. J. Marsh
        Town Clerk and RFO
        Tel 01234 567890
        """,
        [committee("P. J. Marsh", "Town Clerk and RFO", None, "01234 567890")],
    ),
    "a summons signed with an address": (
        """
        Signed:  P Marsh
        Clerk to Anyton Town Council
        Town Hall, Anyton AN1 2CD
        1 May 2024
        """,
        [signatory("P Marsh", "Clerk to Anyton Town Council")],
    ),
    "the word signature with an initial A": (
        """
        The press and public are welcome to attend.
        Signature: A. Marsh, Clerk to the Council
        The meeting will be recorded.
        """,
        [signatory("A. Marsh", "Clerk to the Council")],
    ),
    "a team where nobody is named": (
        """
        For further details please contact Democratic Services on 01234 567890 or e-mail
        democracy@anytown.gov.uk
        """,
        [committee("Democratic Services", None, "democracy@anytown.gov.uk", "01234 567890")],
    ),
    "title in a cell of its own": (
        """
        Contact:      Petra Marsh     Democratic Services Officer
        Telephone:    01234 567890
        Minicom:      01234 567899
        """,
        [committee("Petra Marsh", "Democratic Services Officer", None, "01234 567890")],
    ),
    "in the right half of the sheet": (
        """
        Date:    1 May 2024                         Officer: Petra Marsh
        Time:    10.00 am                           Telephone: 01234 567890
        Place:   Council Chamber                    Email: petra.marsh@anytown.gov.uk
        """,
        [committee("Petra Marsh", None, "petra.marsh@anytown.gov.uk", "01234 567890")],
    ),
    "enquiries to": (
        "Enquiries to: Petra Marsh, Committee Manager   Telephone: 01234 567890   Email: pmarsh@anytown.gov.uk",
        [committee("Petra Marsh", "Committee Manager", "pmarsh@anytown.gov.uk", "01234 567890")],
    ),
    "an officer labelled by his office": (
        """
        Democratic Services Officer: Petra Marsh
        Direct Dial: (01702) 123456
        Email: committeesection@anytown.gov.uk
        """,
        [committee("Petra Marsh", "Democratic Services Officer", "committeesection@anytown.gov.uk", "(01702) 123456")],
    ),
}


@pytest.mark.parametrize("case", FRONT)
def test_front_sheets_name_the_committees_contacts(case: str) -> None:
    text, expected = FRONT[case]
    assert found(text, where="front") == expected


def test_a_short_report_is_signed_beneath_its_text_and_not_at_its_head() -> None:
    name = "A. Marsh\nClerk to the Council\n"
    assert found(f"Repairs to the pavilion\nThe roof leaks and must be mended this year.\n{name}") == [
        signatory("A. Marsh", "Clerk to the Council")
    ]
    assert found(f"Repairs to the pavilion\n{name}Background papers: None\nThe roof leaks and must be mended.") == []


def test_a_name_and_title_over_a_heading_sign_only_below_the_list_of_business() -> None:
    text = """
Petra Marsh
Director of Law
**NOTES FOR THE PUBLIC**
Any person may record the meeting.
"""
    assert found(text, where="front") == []
    assert found(text, where="front", kind="below") == [signatory("Petra Marsh", "Director of Law")]


def test_a_title_that_fills_its_line_does_not_go_on_in_a_heading() -> None:
    text = """
Officer presenting the report: Petra Marsh   Job title: Corporate Director for Public Health

**Officer Recommendation**

Approval subject to the conditions listed below.
"""
    assert found(text) == [officer("Petra Marsh", "Corporate Director for Public Health")]


def test_a_sentence_above_a_table_of_contacts_does_not_say_what_they_did() -> None:
    text = """
Legal implications verified by: Noel Fenn, Principal Solicitor
Approval subject to the conditions listed below.
Contact officer     Job title              Telephone        Email
Petra Marsh         Service Manager        01632 960468     petra.marsh@anytown.gov.uk
"""
    assert found(text)[-1] == officer("Petra Marsh", "Service Manager", "petra.marsh@anytown.gov.uk", "01632 960468")


def test_an_address_that_ends_a_sentence_does_not_go_on_in_the_heading_beneath() -> None:
    text = """
For further information please contact Petra Marsh, Committee Officer, on 01302 123456 or at
petra.marsh@anytown.gov.uk.
**GETTING HERE**
"""
    assert found(text, where="front") == [
        committee("Petra Marsh", "Committee Officer", "petra.marsh@anytown.gov.uk", "01302 123456")
    ]


NOBODY = {
    "the last of those consulted": (
        "paper",
        "report",
        f"""
        {BODY}

        Consultees:      Cllr Ann Beck, Leader
                         Petra Marsh, Corporate Director
                         Noel Fenn, Head of Financial Services

        Background papers: None
        """,
    ),
    "a line of prose that begins with a name and a title": (
        "paper",
        "report",
        f"""
        {BODY}
        {BODY}
        Petra Marsh, Licensing Team Leader, told Members in March that the position had improved.
        """,
    ),
    "members of the committee": (
        "front",
        "",
        "Membership\nChairman Councillor Joan Fell OBE\nCouncillors: Ann Beck, Noel Fenn, Petra Marsh",
    ),
    "rights to speak": (
        "front",
        "",
        "Members of the public who wish to speak should contact the Scrutiny Officer at scrutiny@anyshire.gov.uk.",
    ),
    "the building": ("front", "", "A hearing loop is available. For parking please contact Reception on 01234 567890."),
    "those present": ("minutes", "minutes", "Present: Petra Marsh, Director of Place\nContact Officer: Petra Marsh, Head of Law"),
    "persons in running text": (
        "paper",
        "",
        f"{BODY}\nPetra Marsh, Head of Housing, told the panel that contact with tenants had improved.\n{BODY}",
    ),
    "an action plan in an annex": ("paper", "annex", "Responsible Officer   Petra Marsh\nLead Officer: Noel Fenn, Head of Waste"),
    "a head of a table": (
        "paper",
        "",
        "Priority   Director   Portfolio Holder   Status YTD\nHomes   Petra Marsh   Joan Fell   Green",
    ),
    "a member of the public": ("paper", "annex", "Name: Petra Marsh\nEmail: petra.marsh@example.com\nI object to the proposal."),
    "consultees": ("paper", "", "Consultees: Petra Marsh, Head of Law; Noel Fenn, Head of Finance"),
    "a list of consulted officers": (
        "paper",
        "",
        "Name of consultee   Post held   Date sent\nPetra Marsh   Head of Law   01/02/24\nNoel Fenn   Head of Finance   01/02/24",
    ),
    "approval by a body": ("paper", "", "The plan was approved by Cabinet in May.\nApproved by the Health and Wellbeing Board"),
    "a director in a table of measures": (
        "paper",
        "",
        "Customer services\nCorporate Director    Petra Marsh\nLatest 97%    Target 90%",
    ),
    "another body's formats": (
        "paper",
        "",
        "If you want a copy in Braille, please telephone 0300 123 0123, or email enquiries@example.gov.uk.",
    ),
    "the last of those who were present, alone on a line": (
        "front",
        "",
        "IN ATTENDANCE: Ms P Marsh (Monitoring Officer) and\nMr N Fenn (Clerk to the Council)",
    ),
    "nobody in post": ("paper", "", "Contact Officer: Vacant\nLead Officer: N/A"),
    "members under the agenda": ("front", "", "Cllr Joan Fell (Chairman)\nCllr Ann Beck\nAgenda issued 1 May 2024"),
    "public services": ("paper", "", "Residents should contact Petra Marsh on 01234 567890 to apply for a bin."),
}


@pytest.mark.parametrize("case", NOBODY)
def test_names_and_addresses_elsewhere_are_no_contacts(case: str) -> None:
    where, kind, text = NOBODY[case]
    assert found(text, where=where, kind=kind) == []


def test_a_business_on_the_agenda_names_its_contact() -> None:
    text = """
    8.   Inspection of the service (Pages 30 - 40)
    Cabinet Member: Improvement
    Contact: Petra Marsh, Interim Director for Children's Services
    Petra.marsh@anyshire.gov.uk
    Report by Interim Director of Children's Services.
    """
    expected = [officer("Petra Marsh", "Interim Director for Children's Services", "petra.marsh@anyshire.gov.uk")]
    assert found(text, where="agenda") == expected


def test_the_line_for_the_chairman_s_signature_is_no_office_of_whom_to_ask() -> None:
    text = "-----------\nChairman\nContact Officer: Petra Marsh\npetra.marsh@addle.gov.uk"
    assert found(text, where="front") == [committee("Petra Marsh", None, "petra.marsh@addle.gov.uk")]


def test_a_register_of_decisions_repeats_its_label_and_gives_no_contacts() -> None:
    names = ["Marsh", "Fenn", "Beck", "Fell", "Dale", "Ford", "Combe", "Heath", "Moor", "Wold"]
    text = "\n".join(f"Decision on matter {n}\nContact Officer: Petra {name}, Manager" for n, name in enumerate(names))
    assert found(text) == []


PLAN = """
    COMMITTEE WORK PROGRAMME
    Meeting         Business                 Lead officer
    8 May 2031      Options for the baths    Petra Marsh
    10 July 2031    Tree strategy            Joan Fenn
"""


@pytest.mark.parametrize("kind", ["work_programme", "tracker"])
def test_the_rows_of_a_work_programme_name_nobody_to_be_asked(kind: str) -> None:
    assert found(PLAN, kind=kind) == []


def test_nor_do_the_blocks_of_one() -> None:
    block = "    **{}**\n    Decision by: Cabinet\n    Lead officer: {}\n\n"
    blocks = block.format("Baths", "Head of Leisure") + block.format("Car Park Charges", "Head of Parking")
    assert found(f"    FORWARD PLAN\n{blocks}{block.format('Trees', 'Head of Parks')}", kind="work_programme") == []


@pytest.mark.parametrize(
    "contact",
    [
        "For further information on this report please contact Joan Fell, Policy Officer, on 01234 567890.",
        "Contact Officer: Joan Fell, Policy Officer, 01234 567890",
        "Joan Fell\n    Policy Officer\n    01234 567890",
    ],
)
def test_a_work_programme_has_a_contact_of_its_own_all_the_same(contact: str) -> None:
    assert found(f"{PLAN}    {contact}", kind="work_programme") == [officer("Joan Fell", "Policy Officer", None, "01234 567890")]


def test_a_heading_in_capitals_does_not_go_on_with_a_title_that_fills_its_line() -> None:
    text = """
    Legal implications verified by: Petra Marsh, Principal Solicitor and Deputy Monitoring Officer
    AUDIT TRAIL
    """
    assert found(text) == [checked("Petra Marsh", "Principal Solicitor and Deputy Monitoring Officer")]


def test_two_mentions_of_a_person_make_one_record() -> None:
    text = """
    Report author: Petra Marsh, Head of Housing
    Contact Officer: Petra Marsh
    Tel: 01234 567890
    """
    assert found(text) == [officer("Petra Marsh", "Head of Housing", None, "01234 567890")]


BROKEN = [
    ("petra.marsh@\nanytown.gov.uk", "petra.marsh@anytown.gov.uk"),
    ("petra.marsh@anytown\n.gov.uk", "petra.marsh@anytown.gov.uk"),
    ("petra.marsh@anytown.\ngov.uk", "petra.marsh@anytown.gov.uk"),
    ("petra.marsh@any-\ntown.gov.uk", "petra.marsh@any-town.gov.uk"),
    ("petra.marsh\n@anytown.gov.uk", "petra.marsh@anytown.gov.uk"),
    ("petra.\nmarsh@anytown.gov.uk", "petra.marsh@anytown.gov.uk"),
    ("Petra.Marsh @ anytown.gov.uk", "petra.marsh@anytown.gov.uk"),
    ("mailto:petra.marsh@anytown.gov.uk", "petra.marsh@anytown.gov.uk"),
    ("petra.marsh@anytown.gov.uk.", "petra.marsh@anytown.gov.uk"),
]


@pytest.mark.parametrize(("printed", "address"), BROKEN)
def test_a_broken_address_is_joined_and_a_printed_hyphen_kept(printed: str, address: str) -> None:
    (contact,) = contacts(section(f"Contact Officer: Petra Marsh, Manager\nEmail: {printed}"))
    assert contact.email == address


def test_the_evidence_holds_the_lines_that_were_read_and_no_others() -> None:
    text = f"{BODY}\nContact Officer: Petra Marsh\nHead of Housing\npetra.marsh@anytown.gov.uk\nAnnex: None"
    (contact,) = contacts(Section("paper", "", lines(text, sheet=7)))
    assert isinstance(contact, Contact)
    (shown,) = contact.evidence
    assert shown.sheet == 7
    assert shown.rule == "contacts.contact-officer"
    assert shown.text.endswith("Petra Marsh Head of Housing petra.marsh@anytown.gov.uk")
    assert contact.id == ""


def test_a_sentence_may_name_two_to_be_asked() -> None:
    text = "If you have any queries please contact Petra Marsh on (01632) 960126 or\nNoel Fenn on (01632) 960135."
    found = contacts(section(text, where="front"))
    assert [(each.name, each.phone) for each in found] == [("Petra Marsh", "(01632) 960126"), ("Noel Fenn", "(01632) 960135")]


def test_a_job_title_goes_on_behind_a_comma_at_the_end_of_its_line() -> None:
    text = f"{BODY}\nContact Officer:     Petra Marsh – Director of Economy,\n                     Environment and Roads"
    (found,) = contacts(section(text))
    assert (found.name, found.role) == ("Petra Marsh", "Director of Economy, Environment and Roads")


def test_the_sign_of_a_telephone_makes_a_local_number_of_the_figures_behind_it() -> None:
    (found,) = contacts(section(f"{BODY}\nContact Point: Petra Marsh, Project Manager, ☎ 823727"))
    assert (found.role, found.phone) == ("Project Manager", "823727")


def test_who_signs_above_a_date_signs_beneath_numbered_paragraphs_too() -> None:
    text = "1.   To decide who should speak for the Authority this year.\n\n**Petra Marsh**\n**Chief Executive**\n\n7 June 2031"
    (found,) = contacts(section(text))
    assert (found.name, found.kind) == ("Petra Marsh", "signatory")


def test_an_office_that_checked_a_paper_may_wrap_beside_its_person() -> None:
    text = "**Legal Officer:**        Petra Marsh\n\n**Access to Services**    Noel Fenn\n**Officer:**"
    found = contacts(section(text))
    assert [(each.name, each.role, each.kind) for each in found] == [
        ("Petra Marsh", "Legal Officer", "checked_by"),
        ("Noel Fenn", "Access to Services Officer", "checked_by"),
    ]


LABELS_OF_ONE_PERSON = ("Person to Contact:", "Author / Job Title:", "Report Author/ Contact details:")


@pytest.mark.parametrize("label", LABELS_OF_ONE_PERSON)
def test_labels_that_say_person_or_author_in_another_way(label: str) -> None:
    (found,) = contacts(section(f"{BODY}\n{label}   Petra Marsh, Head of Sport"))
    assert (found.name, found.role, found.kind) == ("Petra Marsh", "Head of Sport", "contact_officer")


def test_a_trade_before_the_word_manager_is_no_name() -> None:
    text = """
Contact Officer:        Petra Marsh
                        Open Spaces Manager
Telephone Number:       (01632) 960202
"""
    (found,) = contacts(section(BODY + text))
    assert (found.name, found.role, found.phone) == ("Petra Marsh", "Open Spaces Manager", "(01632) 960202")


def test_another_field_s_label_beside_a_person_is_not_his_office() -> None:
    text = f"{BODY}\nReport Contact: Petra Marsh      Overview Area:\nPhone: (01632) 960343"
    (found,) = contacts(section(text))
    assert (found.name, found.role, found.phone) == ("Petra Marsh", None, "(01632) 960343")


def test_a_number_of_six_figures_behind_the_word_telephone_is_a_local_one() -> None:
    (found,) = contacts(section(f"{BODY}\nContact Officer: Petra Marsh, Tree Officer\nTel: 396829"))
    assert found.phone == "396829"


@pytest.mark.parametrize("label", ["ENQUIRIES REGARDING THIS AGENDA:", "Lead Officer:"])
def test_a_front_sheet_says_who_answers_for_the_agenda(label: str) -> None:
    (found,) = contacts(section(f"{label} Petra Marsh, Democratic Services Officer", where="front"))
    assert (found.name, found.role) == ("Petra Marsh", "Democratic Services Officer")


@pytest.mark.parametrize("between", [" / ", " and "])
def test_one_number_behind_two_names_is_theirs_together(between: str) -> None:
    assert found(f"{BODY}\nContact Officers: Petra Marsh{between}Noel Fenn, 01234 567890, parks@anytown.gov.uk") == [
        officer("Petra Marsh", None, "parks@anytown.gov.uk", "01234 567890"),
        officer("Noel Fenn", None, "parks@anytown.gov.uk", "01234 567890"),
    ]


def test_as_many_numbers_as_names_are_each_one_s_own() -> None:
    assert found(f"{BODY}\nContact Officers: Petra Marsh / Noel Fenn, 01234 567890 / 01234 567891") == [
        officer("Petra Marsh", None, None, "01234 567890"),
        officer("Noel Fenn", None, None, "01234 567891"),
    ]


@pytest.mark.parametrize("local", ["noel.fenn", "noel"])
def test_an_address_with_one_s_name_in_it_is_not_shared(local: str) -> None:
    first, second = found(f"{BODY}\nContact Officers: Petra Marsh / Noel Fenn, {local}@anytown.gov.uk")
    assert (first, second) == (officer("Petra Marsh"), officer("Noel Fenn", None, f"{local}@anytown.gov.uk"))


def test_of_three_numbers_behind_two_names_nobody_can_tell_whose_they_are() -> None:
    numbers = "01234 567890 / 01234 567891 / 01234 567892"
    assert found(f"{BODY}\nContact Officers: Petra Marsh / Noel Fenn, {numbers}") == [
        officer("Petra Marsh"),
        officer("Noel Fenn"),
    ]


def test_a_job_title_with_a_colon_in_it_is_no_label() -> None:
    text = """
Reporting Officer         Petra Marsh
(Including Job Title):    Assistant Director: Leisure and Sport
Contact Officer           Noel Fenn
(Including Job Title):    Head of Leisure
"""
    assert found(BODY + text) == [
        officer("Petra Marsh", "Assistant Director: Leisure and Sport"),
        officer("Noel Fenn", "Head of Leisure"),
    ]


@pytest.mark.parametrize("head", ["Ext", "Telephone", "Tel No / Extension"])
def test_the_head_of_a_column_makes_a_number_of_a_bare_extension(head: str) -> None:
    text = f"""
Contact details
Name             Designation            {head}
Petra Marsh      Complaints Officer     2262
Noel Fenn        Policy Officer         4471
"""
    assert found(BODY + text) == [
        officer("Petra Marsh", "Complaints Officer", None, "2262"),
        officer("Noel Fenn", "Policy Officer", None, "4471"),
    ]


def test_bare_figures_in_another_column_are_no_extension() -> None:
    text = """
Contact details
Name             Designation            Room    E-mail
Petra Marsh      Complaints Officer     2262    petra.marsh@anytown.gov.uk
"""
    assert found(BODY + text) == [officer("Petra Marsh", "Complaints Officer", "petra.marsh@anytown.gov.uk")]


SIGNED_FOR = {
    "the head in one line": "                              This report has been cleared by      Date",
    "the head in two": """
                              This report has been cleared         Date
                              by""",
}


@pytest.mark.parametrize("head", SIGNED_FOR)
def test_whoever_cleared_a_report_stands_beside_an_office_or_beside_what_nobody_had_to_sign_for(head: str) -> None:
    text = f"""
**Report Sign Off**
{SIGNED_FOR[head].strip(chr(10))}
Governance / Legal            Petra Marsh                          24/11/31
Equality Impact Assessment    Not applicable
(if required)
Service Director              Noel Fenn                            27/11/31
"""
    assert [(kind, name) for kind, name, *_ in found(f"{BODY}\n{text}")] == [
        ("checked_by", "Petra Marsh"),
        ("checked_by", "Noel Fenn"),
    ]


def test_a_title_wraps_where_another_column_begins_in_the_form() -> None:
    text = """
Enquiries to: Petra Marsh, Head of Housing
Growth petra.marsh@anytown.gov.uk
Date: 4 June 2031                             For: Decision
"""
    assert found(f"{text}\n{BODY}") == [officer("Petra Marsh", "Head of Housing Growth", "petra.marsh@anytown.gov.uk")]


def test_the_depot_beneath_a_title_is_no_second_person() -> None:
    text = """
Report Contact:
Petra Marsh
Lead Consultant
Harbour Depot, Anytown
Telephone: 01234 567890
"""
    assert found(f"{BODY}\n{text}") == [officer("Petra Marsh", "Lead Consultant", None, "01234 567890")]


def test_whoever_was_consulted_does_not_sign() -> None:
    text = """
Report Author: Petra Marsh, Disposals Manager, 01234 567890

Consulted:
Noel Fenn – Leader of the Council
Hal Bright – Chief Financial Officer

Annexes:
Annex 1 – Site plan
"""
    assert found(f"{BODY}\n{text}") == [officer("Petra Marsh", "Disposals Manager", None, "01234 567890")]


def test_a_consultee_beneath_another_signs_nothing_however_far_he_is_indented() -> None:
    text = """
Consultees:    Councillor Hal Bright, Cabinet Member for Housing
      Noel Fenn, Head of Housing
Background Papers: None
"""
    assert found(f"{BODY}\n{text}") == []


def test_a_colleague_s_comments_are_checked_by_whoever_dates_them() -> None:
    text = f"""
**Finance colleague comments**
{BODY}
Petra Marsh, Business Partner, 14 November 2031

**Legal colleague comments**
{BODY}
Noel Fenn, Solicitor, 18 November 2031
"""
    assert found(f"{BODY}\n{text}") == [checked("Petra Marsh", "Business Partner"), checked("Noel Fenn", "Solicitor")]


@pytest.mark.parametrize(
    "label", ["Accountable Executive Team Director", "Assistant Director or Head of Service", "Director Contact Details"]
)
def test_the_director_answerable_for_a_paper_has_many_labels(label: str) -> None:
    text = f"{label}: Petra Marsh, Director of Place, petra.marsh@anytown.gov.uk"
    assert found(f"{text}\n{BODY}") == [officer("Petra Marsh", "Director of Place", "petra.marsh@anytown.gov.uk")]


def test_the_telephone_and_the_address_beside_an_author_are_his() -> None:
    text = """
Report Author:                      Contact Details:
Petra Marsh, Head of Parking        Tel: 01234 567890
                                    E-mail: petra.marsh@anytown.gov.uk
"""
    expected = officer("Petra Marsh", "Head of Parking", "petra.marsh@anytown.gov.uk", "01234 567890")
    assert found(f"{text}\n{BODY}") == [expected]


def test_of_two_authors_the_address_beside_them_is_that_of_whom_it_names() -> None:
    text = """
Author(s)      Petra Marsh (Fraud      Contact      noel.fenn@anytown
               Manager)                             .gov.uk
               Noel Fenn (Auditor)
"""
    assert found(f"{text}\n{BODY}") == [
        officer("Petra Marsh", "Fraud Manager"),
        officer("Noel Fenn", "Auditor", "noel.fenn@anytown.gov.uk"),
    ]


def test_an_address_beside_an_author_that_names_another_is_not_his() -> None:
    text = """
Report Author:                      Contact Details:
Petra Marsh, Head of Parking        noel.fenn@anytown.gov.uk
"""
    assert officer("Petra Marsh", "Head of Parking") in found(f"{text}\n{BODY}")


def test_who_has_a_number_of_his_own_takes_none_from_beside_him() -> None:
    text = """
Report Author:                                  Contact Details:
Petra Marsh, Head of Parking, 01234 567890      duty@anytown.gov.uk
"""
    assert (("contact_officer", "Petra Marsh", "Head of Parking", None, "01234 567890")) in found(f"{text}\n{BODY}")


@pytest.mark.parametrize("mark", ["", "• "])
def test_whoever_verified_for_an_office_stands_behind_it_with_his_title(mark: str) -> None:
    text = f"""
**Implications verified by:**
{mark}Finance – Petra Marsh, Finance Manager
{mark}Legal – Noel Fenn, Head of Law
"""
    assert found(f"{BODY}\n{text}") == [checked("Petra Marsh", "Finance Manager"), checked("Noel Fenn", "Head of Law")]


def test_a_ward_beside_a_name_is_no_second_person() -> None:
    text = "Contacts\nPetra Marsh        Castle Ward        01234 567890"
    assert found(f"{BODY}\n{text}") == [officer("Petra Marsh", None, None, "01234 567890")]


def test_a_person_may_be_called_ward() -> None:
    text = "Contacts\nPetra Marsh         John Ward\n01234 567890        01234 567891"
    assert [name for _, name, *_ in found(f"{BODY}\n{text}")] == ["Petra Marsh", "John Ward"]


ABREAST_AT_THE_END = {
    "an officer and a member": (
        """
Petra Marsh              Councillor Noel Fenn
Executive Director       Portfolio Holder
        """,
        [signatory("Petra Marsh", "Executive Director"), signatory("Noel Fenn", "Portfolio Holder")],
    ),
    "each with a date beneath": (
        """
Petra Marsh              Noel Fenn
Executive Director       Head of Finance
4 December 2023          4 December 2023
        """,
        [signatory("Petra Marsh", "Executive Director"), signatory("Noel Fenn", "Head of Finance")],
    ),
    "a title that wraps in its column": (
        """
PETRA MARSH              COUNCILLOR NOEL FENN
Director of Housing      Cabinet Member for Housing,
                         Planning and Transport
        """,
        [
            signatory("PETRA MARSH", "Director of Housing"),
            signatory("NOEL FENN", "Cabinet Member for Housing, Planning and Transport"),
        ],
    ),
}


@pytest.mark.parametrize("case", ABREAST_AT_THE_END)
def test_two_may_sign_side_by_side(case: str) -> None:
    text, expected = ABREAST_AT_THE_END[case]
    assert found(f"{BODY}\n{text.strip()}") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Petra Marsh              Noel Fenn\nExecutive Director       Head of Finance\nBoth have been in post for a year.",
        "Petra Marsh              Noel Fenn\nCastle Ward              Mill Ward",
        "Petra Marsh              Noel Fenn",
    ],
    ids=["over more text", "members and their wards", "names alone"],
)
def test_names_side_by_side_that_sign_nothing(text: str) -> None:
    assert found(f"{BODY}\n{text}") == []


def test_an_officer_and_a_member_may_sign_beneath_each_other() -> None:
    text = """
Petra Marsh
Executive Director

Councillor Noel Fenn
Transport Portfolio Holder

Background Documents:
None
"""
    head = "\n".join(BODY for _ in range(15))
    assert found(f"{head}{text}") == [
        signatory("Petra Marsh", "Executive Director"),
        signatory("Noel Fenn", "Transport Portfolio Holder"),
    ]


def test_a_list_of_officers_is_not_signed_by_them() -> None:
    text = "\nPetra Marsh\nExecutive Director\nNoel Fenn\nHead of Finance\nAnn Foley\nHead of Housing\n\nThey meet each month."
    assert found("\n".join(BODY for _ in range(15)) + text) == []


@pytest.mark.parametrize("below", ["=== 2\n4. BACKGROUND INFORMATION", "**4. Background information**"])
def test_whom_the_head_names_may_sign_in_a_paper_s_midst(below: str) -> None:
    head = "Contact Officer: Petra Marsh (Tel: 01234 567890)\n"
    (_, signed) = found(f"{head}{BODY}\n\nPetra Marsh\nChief Officer\n{below}\n{BODY}")
    assert signed == signatory("Petra Marsh", "Chief Officer")


def test_a_stranger_to_a_paper_s_head_does_not_sign_in_its_midst() -> None:
    assert (
        found(f"Report by the Chief Officer\n{BODY}\n\nPetra Marsh\nChief Officer\n**4. Background information**\n{BODY}") == []
    )


def test_a_label_in_two_languages_leads_to_all_beside_it() -> None:
    assert found(f"{BODY}\nSwyddogion Cyswllt / Contact Officers: Petra Marsh / Noel Fenn, 01234 567890") == [
        officer("Petra Marsh", None, None, "01234 567890"),
        officer("Noel Fenn", None, None, "01234 567890"),
    ]


@pytest.mark.parametrize("heading", ["For further information contact:", "**For further information please contact:**"])
def test_a_councillor_s_card_beside_an_officer_s_does_not_hide_it(heading: str) -> None:
    text = """
Councillor Noel Fenn           Petra Marsh
Portfolio Holder for Housing   Head of Housing
01234 567890                   01234 567891
noel.fenn@anytown.gov.uk       petra.marsh@anytown.gov.uk
"""
    expected = officer("Petra Marsh", "Head of Housing", "petra.marsh@anytown.gov.uk", "01234 567891")
    assert found(f"{BODY}\n{heading}{text}") == [expected]


def test_cards_side_by_side_that_give_an_address_are_not_signed() -> None:
    text = """
Petra Marsh                    Noel Fenn
Head of Housing                Head of Finance
                               noel.fenn@anytown.gov.uk
"""
    assert all(kind != "signatory" for kind, *_ in found(BODY + text))


def test_two_may_sign_side_by_side_beneath_a_contact_who_is_named_beside_his_label() -> None:
    text = """
Contact Point: Ann Foley, Project Manager, 01234 567890
Petra Marsh              Councillor Noel Fenn
Director of Housing      Cabinet Member for Housing
"""
    assert found(BODY + text) == [
        officer("Ann Foley", "Project Manager", None, "01234 567890"),
        signatory("Petra Marsh", "Director of Housing"),
        signatory("Noel Fenn", "Cabinet Member for Housing"),
    ]


# ---- advisers in brackets, names in one cell, signatures in forms --------------------------------------------------------


ADVISERS = {
    "over two lines, with what leads up to the name and a telephone": (
        "The costs are met from budgets. (Advice provided by Rosamund Appleyard,\nFinance Manager, telephone 01632 960444)",
        checked("Rosamund Appleyard", "Finance Manager", None, "01632 960444"),
    ),
    "in square brackets, with brackets in the title and a date": (
        "The costs are met from existing budgets. [Ann Featherstonehaugh, Principal Solicitor\n(Property), 4 June 2031]",
        checked("Ann Featherstonehaugh", "Principal Solicitor (Property)"),
    ),
}


@pytest.mark.parametrize("case", ADVISERS)
def test_an_adviser_in_brackets_may_wrap(case: str) -> None:
    text, expected = ADVISERS[case]
    assert found(f"Financial implications\n{text}") == [expected]


def test_brackets_around_other_words_name_no_adviser() -> None:
    assert (
        found("Financial implications\nThe costs are met from existing budgets. (See the report of\nthe Director, May 2031)")
        == []
    )


@pytest.mark.parametrize("names", ["Celia Prout and Hugh Amble", "Celia Prout / Hugh Amble"])
def test_two_names_in_one_cell_of_a_sign_off_are_two_persons(names: str) -> None:
    text = f"{BODY}\nSign-off       Name                             Date\nFinance        {names:<32} 1 March 2031"
    assert found(text) == [checked("Celia Prout", "Finance"), checked("Hugh Amble", "Finance")]


def test_a_label_beneath_a_table_of_sign_offs_is_no_row_of_it() -> None:
    text = f"""{BODY}
Officer              Name            Date cleared
Monitoring Officer   Rufus Doe       1 March 2031
Chief Executive      Dinah Orme      2 March 2031

Author:
Wystan Gale, Estates Surveyor, ext. 4471"""
    assert found(text) == [
        checked("Rufus Doe", "Monitoring Officer"),
        checked("Dinah Orme", "Chief Executive"),
        officer("Wystan Gale", "Estates Surveyor", None, "ext. 4471"),
    ]


def test_a_rank_before_a_name_is_the_job_title() -> None:
    assert found("Presented by: Assistant Chief Fire Officer Gwen Ottley") == [
        officer("Gwen Ottley", "Assistant Chief Fire Officer")
    ]


def test_a_member_may_sign_a_letter_by_the_office_alone() -> None:
    assert found(f"{BODY}\nYours sincerely\nHester Moy\nCabinet Member for Adults") == [
        signatory("Hester Moy", "Cabinet Member for Adults")
    ]


def test_a_form_s_field_for_the_signature_names_who_signed() -> None:
    text = f"{BODY}\nSigned                Piers Halloran\n                      Director of Highways"
    assert found(text) == [signatory("Piers Halloran", "Director of Highways")]


def test_whoever_signed_off_in_a_column_headed_so_is_one_for_each_office() -> None:
    text = f"""{BODY}
Consultee           Signed off by      Date
Legal Services      Marguerite Foy     20/05/31
Finance             Abel Danso         21/05/31
Contact Officer: Joss Ferriday, Parking Services Manager, 01632 960190"""
    assert found(text) == [
        checked("Marguerite Foy", "Legal Services"),
        checked("Abel Danso", "Finance"),
        officer("Joss Ferriday", "Parking Services Manager", None, "01632 960190"),
    ]


def test_a_commander_s_rank_is_the_job_title() -> None:
    assert found("Author: Station Commander Kit Dunmore") == [officer("Kit Dunmore", "Station Commander")]


def test_the_day_of_publication_is_no_part_of_a_title() -> None:
    text = "Author: Hal Winstone, Ranger Services Manager. Date of publication: 24 September 2031."
    assert found(text) == [officer("Hal Winstone", "Ranger Services Manager")]


def test_cleared_by_an_office_leads_to_the_person_beside_it() -> None:
    text = (
        f"{BODY}\nCleared by Finance     Nigel Okafor (Finance Manager)\nCleared by Legal       Sunniva Blake (Principal Lawyer)"
    )
    assert found(text) == [checked("Nigel Okafor", "Finance Manager"), checked("Sunniva Blake", "Principal Lawyer")]


def test_of_two_to_be_asked_each_may_have_a_number_in_brackets() -> None:
    assert found("Contact: Celia Prout (01632 960101) or Hugh Amble (01632 960102)") == [
        officer("Celia Prout", None, None, "01632 960101"),
        officer("Hugh Amble", None, None, "01632 960102"),
    ]


def test_an_address_beneath_a_job_title_is_no_part_of_it_and_no_person() -> None:
    text = """Report Contact
Mhairi Duff
Service Manager (Housing Access)
Shore House, North Street, Glenrock
Telephone: 01632 960555
Email: mhairi.duff@anytown.gov.uk"""
    reached = ("mhairi.duff@anytown.gov.uk", "01632 960555")
    assert found(text) == [officer("Mhairi Duff", "Service Manager (Housing Access)", *reached)]


@pytest.mark.parametrize("label", ["Prepared by: ", "Written by: "])
def test_whoever_wrote_a_paper_needs_no_telephone_where_a_job_title_is_given(label: str) -> None:
    assert found(f"{label}Demelza Rule, Harbours Manager") == [officer("Demelza Rule", "Harbours Manager")]
    assert found(f"{label}Demelza Rule") == []


def test_an_office_with_its_holder_is_not_the_title_of_the_name_above() -> None:
    text = "Cleared by:\nMonitoring Officer – Loveday Tonkin\nDirector – Jory Penrose"
    assert checked("Loveday Tonkin", "Director – Jory Penrose") not in found(text)
    assert checked("Loveday Tonkin", "Monitoring Officer") in found(text)


def test_an_initial_is_no_label_of_a_telephone_and_a_medal_no_surname() -> None:
    assert found(f"{BODY}\n\nT. P. ROWNTREE QFSM\nChief Fire Officer") == [signatory("T. P. ROWNTREE", "Chief Fire Officer")]


def test_a_label_in_english_and_welsh_names_nobody() -> None:
    text = """Report Author / Awdur yr Adroddiad     Owain Prys, Principal Officer
Contact Details / Manylion Cyswllt     01632 960156"""
    assert found(text) == [officer("Owain Prys", "Principal Officer", None, "01632 960156")]


def test_persons_behind_bullets_beneath_a_label_are_each_one() -> None:
    text = """Contact Officers
• Ewa Nowak, Housing Options Manager – ewa.nowak@anytown.gov.uk
• Len Garside, Director of Housing – len.garside@anytown.gov.uk"""
    assert found(text) == [
        officer("Ewa Nowak", "Housing Options Manager", "ewa.nowak@anytown.gov.uk"),
        officer("Len Garside", "Director of Housing", "len.garside@anytown.gov.uk"),
    ]


def test_three_cards_abreast_may_each_have_a_label_above_them() -> None:
    text = """Report author             Head of service            Finance contact
Bron Ashby                Kerensa Pole               Dev Malhotra
Lighting Engineer         Head of Highways           Finance Partner
01632 960611              01632 960612               01632 960613"""
    assert found(text) == [
        officer("Bron Ashby", "Lighting Engineer", None, "01632 960611"),
        officer("Kerensa Pole", "Head of Highways", None, "01632 960612"),
        officer("Dev Malhotra", "Finance Partner", None, "01632 960613"),
    ]


def test_a_year_that_begins_a_row_of_a_letter_is_no_house_number() -> None:
    text = """Ask for: Cerys Coldwell
Email: cerys.coldwell@anytown.gov.uk
Dear Member
I am now able to enclose, for consideration at the Wednesday, 12 March
2031 meeting of the Executive, the following reports that were
unavailable when the agenda was printed."""
    assert found(text, where="front") == [committee("Cerys Coldwell", None, "cerys.coldwell@anytown.gov.uk")]


UNLABELLED = {
    "questions to be put to somebody": (
        "Any questions on this agenda should be put to the Clerk, Mrs Petra Marsh, by telephone (01234 567890).",
        [officer("Petra Marsh", "Clerk", None, "01234 567890")],
    ),
    "somebody to speak to, or somebody else": (
        "If you have any queries on this report please speak to Petra Marsh, Planner (01234 567890), or Noel Fenn, Surveyor "
        "(01234 567891).",
        [officer("Petra Marsh", "Planner", None, "01234 567890"), officer("Noel Fenn", "Surveyor", None, "01234 567891")],
    ),
    "two names, their team and what is theirs together": (
        "Contact officers\nPetra Marsh and Noel Fenn, Elections Team, 01234 567890",
        [officer("Petra Marsh", None, None, "01234 567890"), officer("Noel Fenn", None, None, "01234 567890")],
    ),
    "two persons with titles, the second behind a comma": (
        "Contact: Petra Marsh, Roads Manager, and Noel Fenn, Fleet Engineer",
        [officer("Petra Marsh", "Roads Manager"), officer("Noel Fenn", "Fleet Engineer")],
    ),
    "who submitted a report": (
        "Submitted by: Petra Marsh, Waste Manager",
        [officer("Petra Marsh", "Waste Manager")],
    ),
    "a column of officers": (
        "Further information\nOfficer          Job title         Telephone\nPetra Marsh      Head of Audit     01234 567890",
        [officer("Petra Marsh", "Head of Audit", None, "01234 567890")],
    ),
    "a director in a field of the form": (
        "Report title     Housing Plan\nLead Directors   Petra Marsh (Resources); Noel Fenn (Homes)",
        [officer("Petra Marsh", "Resources"), officer("Noel Fenn", "Homes")],
    ),
    "an office beside a name in Welsh and in English": (
        "Swyddog Arweiniol / Lead Officer:   Pennaeth Trafnidiaeth, Petra Marsh\n"
        "                                    Head of Transport, Petra Marsh",
        [officer("Petra Marsh", "Head of Transport")],
    ),
}


@pytest.mark.parametrize("case", UNLABELLED)
def test_a_contact_goes_by_many_words(case: str) -> None:
    text, expected = UNLABELLED[case]
    assert found(f"{BODY}\n\n{text}") == expected


@pytest.mark.parametrize("submitted", ["Submitted by: Petra Marsh", "Submitted by: Petra Marsh, Mill Lane"])
def test_whoever_submits_a_question_without_a_job_title_is_no_contact(submitted: str) -> None:
    assert found(f"{BODY}\n\n{submitted}") == []


def test_who_stands_right_beneath_the_summons_signs_it() -> None:
    notice = "Notice is hereby given that a meeting of the Committee will be held on Thursday at 10.00 am."
    name = "Petra Marsh\nHead of Legal Services\n"
    assert found(f"{notice}\n\n{name}\n**BUSINESS**", where="front") == [signatory("Petra Marsh", "Head of Legal Services")]
    assert found(f"The Committee meets in public.\n\n{name}\n**BUSINESS**", where="front") == []


def test_a_table_of_contacts_on_a_front_sheet_is_read_beneath_its_heading_alone() -> None:
    table = "Name             Role              Phone\nPetra Marsh      Panel Officer     01234 567890"
    assert found(f"Host authority contacts\n{table}", where="front") == [
        committee("Petra Marsh", "Panel Officer", None, "01234 567890")
    ]
    assert found(f"Members of the Panel\n{table}", where="front") == []


def test_a_heading_beneath_a_person_is_no_part_of_the_office() -> None:
    assert found("Approved by: Petra Marsh (Head of Place)\n\n**Background**") == [checked("Petra Marsh", "Head of Place")]


def test_what_to_ask_about_stands_before_each_name() -> None:
    text = "Contacts: Events: Petra Marsh (01234 567890). Finance: Noel Fenn (01234 567891)."
    assert found(f"{BODY}\n\n{text}") == [
        officer("Petra Marsh", None, None, "01234 567890"),
        officer("Noel Fenn", None, None, "01234 567891"),
    ]


def test_whom_to_ring_to_know_more() -> None:
    text = "Those wanting to know more can ring Petra Marsh (Fostering Manager) on 01234 567890."
    assert found(f"{BODY}\n\n{text}") == [officer("Petra Marsh", "Fostering Manager", None, "01234 567890")]
    assert found(f"{BODY}\n\nResidents with questions about a bill should contact Petra Marsh on 01234 567890.") == []


def test_two_names_and_their_team_in_brackets() -> None:
    text = "Author(s)     Petra Marsh and Noel Fenn (Road Safety)"
    assert found(f"Report title  Zones\n{text}\n{BODY}") == [officer("Petra Marsh"), officer("Noel Fenn")]


def test_a_row_with_another_label_and_somebody_with_an_office_is_another_field() -> None:
    text = """Lead officer    Petra Marsh, Events Manager    petra.marsh@anytown.gov.uk
Finance         Noel Fenn, Accountant          noel.fenn@anytown.gov.uk"""
    assert found(f"{text}\n\n{BODY}") == [officer("Petra Marsh", "Events Manager", "petra.marsh@anytown.gov.uk")]


def test_a_row_with_somebody_and_a_telephone_may_still_be_the_field_s() -> None:
    text = """REPORTING OFFICER:   MONITORING OFFICER
ENQUIRIES TO:        PETRA MARSH (01234 567890)"""
    assert [name for _, name, *_ in found(f"{text}\n\n{BODY}")] == ["PETRA MARSH"]


def test_another_person_behind_a_label_that_nobody_knows_ends_the_card_before() -> None:
    text = "Accountable officer: Petra Marsh, Chief Executive\nScheme designer: Noel Fenn, Engineer, noel.fenn@anyshire.gov.uk"
    (found,) = contacts(section(f"{BODY}\n{text}"))
    assert (found.name, found.email) == ("Petra Marsh", None)


def test_advisers_told_one_behind_the_other_sign_nothing() -> None:
    told = "The budget has kept pace.\n\nFinancial: Joan Fell, Principal Accountant. Legal: Petra Marsh, Senior Solicitor"
    assert found(told) == []


def test_the_rest_of_a_broken_address_stands_in_the_column_in_which_it_begins() -> None:
    table = """
                        Name               Contact Information
    Report Author       Joan Fell          joan.fell@marsh.gov.u
                                           k
    """
    assert found(table) == [officer("Joan Fell", None, "joan.fell@marsh.gov.uk")]


REACHED = officer("Joan Fell", "Head of Parks", "joan.fell@marsh.gov.uk", "01234 567890")

IN_FIELDS = {
    "a label that asks for the name": """
        Name of Contact Officer: Joan Fell
        Post Title: Head of Parks
        Telephone No. 01234 567890
        Email Address: joan.fell@marsh.gov.uk""",
    "a heading with the number of its section": """
        **9. Contact officer**

        Joan Fell, Head of Parks
        joan.fell@marsh.gov.uk
        01234 567890

        **10. Background Papers**""",
    "a field of the form at the head that says only officer": """
        **Officer**              Joan Fell, Head of Parks
                                 01234 567890
                                 joan.fell@marsh.gov.uk
        **Purpose of Report**    To ask for money.""",
    "whom to ask to see the papers": """
        Location/Contact for        Joan Fell, Head of Parks, joan.fell@marsh.gov.uk, 01234 567890
        inspection of Background
        Documents""",
}


@pytest.mark.parametrize("case", IN_FIELDS)
def test_officers_are_named_in_fields_of_many_names(case: str) -> None:
    assert found(IN_FIELDS[case]) == [REACHED]


def test_the_director_responsible_stands_under_his_own_number_behind_the_contact_officer() -> None:
    text = """
**9. Contact officer**

Joan Fell, Head of Parks, joan.fell@marsh.gov.uk

**10. Service Director responsible**

Noel Fenn, Service Director"""
    assert [(kind, name) for kind, name, *_ in found(text)] == [
        ("contact_officer", "Joan Fell"),
        ("contact_officer", "Noel Fenn"),
    ]


def test_the_exchange_before_a_number_with_its_extension_is_no_job_title() -> None:
    told = "Any person wishing to exercise the right of inspection in relation to this Agenda\nshould contact "
    told += "Joan Fell, on Marsham 816166 Ext 4240 or jfell@marsh.gov.uk"
    assert found(told) == [officer("Joan Fell", None, "jfell@marsh.gov.uk", "816166 Ext 4240")]


def test_an_officer_who_heads_a_column_of_actions_is_no_contact() -> None:
    text = """
Action                        Officer
Mend the gate                 Joan Fell, Head of Parks
Paint the fence               Noel Fenn, Surveyor"""
    assert found(f"{BODY}\n{text}") == []


def test_a_signature_stands_above_whoever_prepared_the_report() -> None:
    text = "**Joan Fell**\n**Director of Roads**\n\nReport prepared by Noel Fenn, Head of Bridges\nDate: 12 May 2031"
    assert found(f"{BODY}\n\n{text}") == [signatory("Joan Fell", "Director of Roads"), officer("Noel Fenn", "Head of Bridges")]


def test_the_next_label_in_capitals_is_no_job_title() -> None:
    text = """
CONTACT PERSON:          Rob Gough   TELEPHONE NUMBER: 0113 496 0000
DECLARED OFFICER         None
INTEREST:"""
    assert found(text) == [officer("Rob Gough", None, None, "0113 496 0000")]


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("Telephone enquiries to", None),
        ("Democratic Services:", None),
        ("This agenda has been prepared by", None),
        ("When calling please ask for:", None),
        ("Clerk to the Authority:", "Clerk to the Authority"),
        ("Secretary to the Joint Committee:", "Secretary to the Joint Committee"),
        ("Meeting Administrator:", "Meeting Administrator"),
    ],
)
def test_front_sheets_say_in_many_words_whom_to_ask(label: str, role: str | None) -> None:
    text = f"{label} Joan Fell, Tel: 01234 567890\nEmail: joan.fell@marsh.gov.uk"
    assert found(text, where="front") == [committee("Joan Fell", role, "joan.fell@marsh.gov.uk", "01234 567890")]
