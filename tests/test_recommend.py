"""Recommendations, in the words and layouts of councils of every kind."""

from __future__ import annotations

import pytest
from builders import line, section
from msgspec.structs import replace

from agendapack.records import Recommendation
from agendapack.rules import Book, Layer, book, load, using
from agendapack.stages.recommend import recommend
from agendapack.stages.recommend_labels import may_have_label, split
from agendapack.stages.recommend_rows import Rows, rows_of


def told(records: tuple[Recommendation, ...], depth: int = 0) -> str:
    """The records as indented lines "label | addressee | text"; an asterisk marks the scrutiny strand."""
    out = []
    for record in records:
        star = "*" if record.strand == "scrutiny" else ""
        out.append(f"{'  ' * depth}{star}{record.label or '-'} | {record.addressee or '-'} | {record.text}")
        out += filter(None, [told(record.children, depth + 1)])
    return "\n".join(out)


def block(text: str) -> str:
    """A block of text without its common margin."""
    rows = text.strip("\n").splitlines()
    margin = min((len(row) - len(row.lstrip()) for row in rows if row.strip()), default=0)
    return "\n".join(row[margin:] for row in rows).rstrip()


def paper(text: str, kind: str = "report", where: str = "paper", title: str = "", body: str | None = "Cabinet") -> str:
    return told(recommend(section(block(text), where=where, kind=kind, title=title, body=body)))


LISTS = {
    "in a form that asks for key decisions": (
        """
        **Recommendations / key decisions required:**

        That Cabinet approves the strategy.

        **Reasons:**
        """,
        "- | Cabinet | approves the strategy.",
    ),
    "whose figures have no mark, beneath a stem": (
        """
        **Recommendations**
        Cabinet is recommended to:
        1 approve the procurement of a library system for
        the six branches; and
        2 delegate award to the Corporate Director.

        **Background**
        """,
        """
        1 | Cabinet | approve the procurement of a library system for the six branches; and
        2 | Cabinet | delegate award to the Corporate Director.
        """,
    ),
    "whose figures have no mark, right beneath the heading": (
        """
        **Recommendation(s):**
        1 To approve the procurement of a library system.
        2 To delegate award to the Corporate Director.

        **1. Reasons for recommendations**
        1.1 The service has grown by a tenth.
        """,
        """
        1 | - | To approve the procurement of a library system.
        2 | - | To delegate award to the Corporate Director.
        """,
    ),
    "before the numbered sections of the paper, which are no limbs": (
        """
        **Recommendation**
        That Cabinet approves the plan.

        1 Introduction
        The plan was drawn up in May and has been consulted on since by the service.

        2 Background
        The service has grown.
        """,
        "- | Cabinet | approves the plan.",
    ),
    "with figures at the start of its lines": (
        """
        **Recommendations**
        Cabinet is asked to approve the plan in full and to thank the
        1 volunteer who came, and the
        2 trusts.
        """,
        "- | Cabinet | approve the plan in full and to thank the 1 volunteer who came, and the 2 trusts.",
    ),
    "under both words that templates have for it": (
        """
        **3. Recommendation(s) / Proposed Decision**

        1. That the draft byelaws be approved for consultation.
        2. That the Director be given delegated authority to make minor changes.
        """,
        """
        1 | - | That the draft byelaws be approved for consultation.
        2 | - | That the Director be given delegated authority to make minor changes.
        """,
    ),
    "drafted in the subjunctive beside a heading over two rows": (
        """
        Purpose of Report:      To monitor performance.
        Officer                 It be RESOLVED: That the Committee consider these
        Recommendation(s):      findings and recommend any actions to Cabinet.

        **Introduction**
        """,
        "- | Committee | consider these findings and recommend any actions to Cabinet.",
    ),
    "to whoever decides alone": (
        """
        **Officer's recommendation**

        I recommend that you approve the making of the order as advertised.

        **Background**
        """,
        "- | - | approve the making of the order as advertised.",
    ),
    "of a member whose portfolio has a verb's name, the verb before the list": (
        """
        **RECOMMENDATIONS:**

        That the Lead Member for Finance and Support Services approves:

        1. the award of the contract; and
        2. the completion of the deed.
        """,
        """
        1 | Lead Member for Finance and Support Services | the award of the contract; and
        2 | Lead Member for Finance and Support Services | the completion of the deed.
        """,
    ),
    "behind a heading that says to whom": (
        """
        **RECOMMENDATIONS FOR EXECUTIVE: That;**

        (A)   The tariffs at Appendix A be agreed; and

        (B)   The tariffs come into force in April.
        """,
        """
        A | - | The tariffs at Appendix A be agreed; and
        B | - | The tariffs come into force in April.
        """,
    ),
    "in the cell beside a heading that wraps, its numbers the cell's first words": (
        """
        Cabinet Member:        Councillor Petra Marsh
        Ward(s):               Castle, Priory
        Purpose of report:     To seek approval of the repair of the roof of the centre.
        Officer                (1) To approve the repair of the roof.
        recommendation(s):     (2) To delegate the award to the Head of Assets.
        Contact Officer:       Petra Marsh
        """,
        """
        1 | - | To approve the repair of the roof.
        2 | - | To delegate the award to the Head of Assets.
        """,
    ),
    "under a heading in plain English": (
        """
        **What the Panel is asked to do**
        The Panel is asked to support the proposal that signs be put up.
        **What we found**
        """,
        "- | Panel | support the proposal that signs be put up.",
    ),
    "proposed to a body by name": (
        """
        **Proposals**
        It is proposed that the Committee:
        1.   Notes the number of apprentices; and
        2.   Supports the campaign in schools.
        **Background**
        """,
        """
        1 | Committee | Notes the number of apprentices; and
        2 | Committee | Supports the campaign in schools.
        """,
    ),
    "recommended that a body be asked": (
        """
        **1) Recommendation**
        It is recommended that the Cabinet be asked to:
        (a)   approve the budgets in Appendix I; and
        (b)   give the Director delegated powers.
        **2) Background**
        """,
        """
        a | Cabinet | approve the budgets in Appendix I; and
        b | Cabinet | give the Director delegated powers.
        """,
    ),
    "under the heading of proposals": (
        """
        **Proposal(s)**
        That Cabinet:
        1)   Approves the revised strategy;
        2)   Delegates authority to the Director.
        **Reason for Proposal(s)**
        """,
        """
        1 | Cabinet | Approves the revised strategy;
        2 | Cabinet | Delegates authority to the Director.
        """,
    ),
    "a reason beneath each limb": (
        """
        **Recommendations**
        2.   The Executive Member is asked to:
             1)   Approve the proposals for each place in Annex A.
             Reason: To resolve minor issues.
             2)   Agree that residents be told.
             Reason: To keep residents informed.
        **Background**
        """,
        """
        1 | Executive Member | Approve the proposals for each place in Annex A.
        2 | Executive Member | Agree that residents be told.
        """,
    ),
    "a member who is told what to do": (
        """
        **2.0**   **Recommendation**
        2.1   That the proposal be not pursued.
        2.2   That the Portfolio Holder for Environment consider ways to improve the service.
        **3.0**   **Reasons**
        """,
        """
        2.1 | - | That the proposal be not pursued.
        2.2 | - | That the Portfolio Holder for Environment consider ways to improve the service.
        """,
    ),
    "a member who decides": (
        """
        **Recommendation**
        That the Portfolio Holder for Environment approves the scheme.
        """,
        """
        - | Portfolio Holder for Environment | approves the scheme.
        """,
    ),
    "a report that makes recommendations to this committee": (
        """
        **Purpose of Report**
        Decision
        **This report makes the following recommendations to this Committee:**
        1.   That the plan be adopted.
        2.   That the Head of Parks be authorised to carry it out.
        **Timetable**
        """,
        """
        1 | Committee | That the plan be adopted.
        2 | Committee | That the Head of Parks be authorised to carry it out.
        """,
    ),
    "a stem that is no heading, limbs in the indicative": (
        """
        **RECOMMENDATION/S**
        It is  **recommended**  that:
        1)   The Vale Council (Main Street) (Prohibition of Waiting) Order 2031 is made as advertised and
             the objectors told.
        **Petra Marsh**
        """,
        """
        1 | - | The Vale Council (Main Street) (Prohibition of Waiting) Order 2031 is made as advertised and the objectors told.
        """,
    ),
    "a row of fields between heading and stem": (
        """
        **RECOMMENDATIONS**
        **FROM:**  Executive Director of Place          **Deadline date:**  N/A
        It is recommended that Cabinet:

        1. Approves the draft plan;
        2. Authorises the Executive Director to make minor changes.
        """,
        """
        1 | Cabinet | Approves the draft plan;
        2 | Cabinet | Authorises the Executive Director to make minor changes.
        """,
    ),
    "what a body is to be asked, still to be confirmed by another": (
        """
        **1) Recommendation**
        That the Cabinet be asked to:
        (a)   approve the procurement; and
        (b)   delegate the award to the Director.
        **2) Introduction**
        The contract ends in May.
        """,
        """
        a | Cabinet | approve the procurement; and
        b | Cabinet | delegate the award to the Director.
        """,
    ),
    "a sentence that only mentions the body": (
        """
        **Recommendation:**  that consideration be given to the advice to the County Council in respect of
        the proposals set out hereunder.

        The proposals have been referred to the Cabinet.
        """,
        """
        - | - | that consideration be given to the advice to the County Council in respect of the proposals set out hereunder.
        """,
    ),
    "numbered paragraphs, the first with the body and its verb": (
        """
        **2.**   **RECOMMENDATION**
        2.1   That the Committee resolve to GRANT planning permission and that the head of service be authorised
              to impose conditions.
        2.2   That delegated authority be given to make minor changes.

        **3.**   **Site**
        3.1   The site is a yard.
        """,
        """
        2.1 | Committee | GRANT planning permission and that the head of service be authorised to impose conditions.
        2.2 | Committee | That delegated authority be given to make minor changes.
        """,
    ),
    "a stem under a heading, letters": (
        """
        **RECOMMENDATION**

        1.   The Cabinet is RECOMMENDED to

             a)   Agree the draft plan as set out in the first annex to this
                  report, and

             b)   Note the results of the consultation.

        **Executive Summary**

        2.   The plan has been in preparation since the spring.
        """,
        """
        a | Cabinet | Agree the draft plan as set out in the first annex to this report, and
        b | Cabinet | Note the results of the consultation.
        """,
    ),
    "a heading over two rows of a narrow column, the stem beside its first": (
        """
        Purpose of report      To seek a decision on the matters set out below.

        Officer                Members are recommended to
        Recommendation         a) agree the scale of charges from April;
                               b) endorse the draft vision.

        Background             Charges were last reviewed three years ago.
        """,
        """
        a | Members | agree the scale of charges from April;
        b | Members | endorse the draft vision.
        """,
    ),
    "a heading in a narrow column that runs on below its text": (
        """
        Officer                It is recommended that the position at the year end be noted.
        Recommendation

        **Background**
        The position has been reported each quarter.
        """,
        """
        - | - | the position at the year end be noted.
        """,
    ),
    "a numbered heading that says whose recommendation it is": (
        """
        **1.**   **Officer Recommendation**

        That authority be delegated to the Head of Estates to finalise the terms of the lease.

        **2.**   **Proposals**
        2.1   The lease runs for ten years.
        """,
        """
        - | - | That authority be delegated to the Head of Estates to finalise the terms of the lease.
        """,
    ),
    "a box with a heading and a colon (district)": (
        """
        **RECOMMENDATIONS:**

        **That the Committee:**
        (1)   notes the report; and
        (2)   recommends to Council that the fees be frozen for a further
              year.

        **1. BACKGROUND**
        1.1   The fees were last reviewed three years ago.
        """,
        """
        1 | Committee | notes the report; and
        2 | Committee | recommends to Council that the fees be frozen for a further year.
        """,
    ),
    "numbered section and paragraphs (London borough)": (
        """
        **1.**   **EXECUTIVE SUMMARY**
        1.1   This report sets out the case for a new library.

        **2.**   **RECOMMENDATIONS**
        2.1   Cabinet is asked to:
              (a)   approve the business case; and
              (b)   delegate authority to the Corporate Director to enter
                    into the contract.
        2.2   Cabinet is further asked to note the risks in section 6.

        **3.**   **REASONS FOR THE DECISION**
        3.1   The present building is beyond repair.
        """,
        """
        a | Cabinet | approve the business case; and
        b | Cabinet | delegate authority to the Corporate Director to enter into the contract.
        - | Cabinet | note the risks in section 6.
        """,
    ),
    "each paragraph of the section is a recommendation": (
        """
        **2. RECOMMENDATIONS**
        2.1   That the award of the contract to the preferred bidder be
              approved.
        2.2   That authority be delegated to the Head of Procurement to make
              minor changes:
              2.2.1   within the budget; and
              2.2.2   before the end of the year.
        **3. BACKGROUND**
        3.1   The present contract ends in March.
        """,
        """
        2.1 | - | That the award of the contract to the preferred bidder be approved.
        2.2 | - | That authority be delegated to the Head of Procurement to make minor changes:
          2.2.1 | - | within the budget; and
          2.2.2 | - | before the end of the year.
        """,
    ),
    "the body named in the recommendation is the addressee": (
        """
        RECOMMENDATION

        1.   That the Cabinet Member for Highways and Transport approves the making of
             the order as advertised.

        BACKGROUND INFORMATION

        2.   The order was advertised in May.
        """,
        """
        1 | Cabinet Member for Highways and Transport | approves the making of the order as advertised.
        """,
    ),
    "one sentence after the stem, no limbs": (
        """
        **Recommendation(s):**

        The Audit and Governance Committee is asked to consider and approve the
        statement of accounts.

        **1. Introduction**
        """,
        """
        - | Audit and Governance Committee | consider and approve the statement of accounts.
        """,
    ),
    "the stem on the line of its heading (county)": (
        """
        Recommendation(s): Cabinet is asked to NOTE the Quarter 2 report and the action
        taken where targets were missed.

        **1. Introduction**
        1.1   The report is published every quarter.
        """,
        """
        - | Cabinet | NOTE the Quarter 2 report and the action taken where targets were missed.
        """,
    ),
    "Scottish: it is recommended that the Committee": (
        """
        1    RECOMMENDATIONS

        1.1  It is recommended that the Committee:-

             (i)    note the content of the report;
             (ii)   approve the revised charges; and
             (iii)  remit the matter to the Director for action.

        2    BACKGROUND

        2.1  Charges were last approved in 2029.
        """,
        """
        i | Committee | note the content of the report;
        ii | Committee | approve the revised charges; and
        iii | Committee | remit the matter to the Director for action.
        """,
    ),
    "it is recommended that, with nobody named": (
        """
        **Recommendations**
        It is recommended that:
        •   the report be received; and
        •   the Chair write to the Minister.

        **Introduction**
        """,
        """
        - | - | the report be received; and
        - | - | the Chair write to the Minister.
        """,
    ),
    "two columns: the heading left, the list right (combined authority)": (
        """
        Report title:          Bus reform: next steps
        Recommendation(s):     That the Mayor and Cabinet:
                               1.   Note the progress made; and
                               2.   Approve the release of the funding for the
                                    second stage.
        Reason:                To keep to the timetable set by the
                               Government.
        """,
        """
        1 | Mayor and Cabinet | Note the progress made; and
        2 | Mayor and Cabinet | Approve the release of the funding for the second stage.
        """,
    ),
    "planning: the recommendation on the line of its heading": (
        """
        **RECOMMENDATION: GRANT planning permission subject to the following conditions:**

        1.   The development hereby permitted shall be begun within three years.
        2.   No works shall start until details of materials are approved.

        **1. THE SITE**
        """,
        """
        - | - | GRANT planning permission subject to the following conditions:
        """,
    ),
    "planning: That permission be granted": (
        """
        **Recommendation**

        That planning permission be GRANTED subject to the conditions at the end of this
        report.

        **Site description**
        The site lies to the north of the mill.
        """,
        """
        - | - | That planning permission be GRANTED subject to the conditions at the end of this report.
        """,
    ),
    "parish: recommended, a dash and capitals": (
        """
        RECOMMENDED – That the Clerk be authorised to obtain three quotations.

        Financial implications: none.
        """,
        """
        - | - | the Clerk be authorised to obtain three quotations.
        """,
    ),
    "paragraphs in a table's cell, with no space between them": (
        """
        RECOMMENDATION      That the Cabinet adopts the action plan for the whole of the northern and western parishes;
                            That the Cabinet notes the progress that has been made in the parishes to date; and
                            That the Cabinet endorses the direction.
        """,
        """
        - | Cabinet | adopts the action plan for the whole of the northern and western parishes;
        - | Cabinet | notes the progress that has been made in the parishes to date; and
        - | Cabinet | endorses the direction.
        """,
    ),
    "paragraphs that end in a semicolon and a conjunction": (
        """
        **RECOMMENDATION**

        RECOMMENDED:

        That the direction be endorsed; and

        That the report be noted.
        """,
        """
        - | - | That the direction be endorsed; and
        - | - | That the report be noted.
        """,
    ),
    "licensing: Members are requested to": (
        """
        **4.0**   **RECOMMENDATION**
        4.1   Members are requested to determine the application having regard
              to the representations received.

        **5.0**   **LEGAL CONSIDERATIONS**
        5.1   The Act requires a hearing.
        """,
        """
        - | Members | determine the application having regard to the representations received.
        """,
    ),
    "decision required": (
        """
        **Decision required:**

        The Authority is requested to:

        A.   Approve the revenue budget.
        B.   Note the reserves forecast.

        **Introduction and background**
        """,
        """
        A | Authority | Approve the revenue budget.
        B | Authority | Note the reserves forecast.
        """,
    ),
    "R1, R2": (
        """
        **Recommendations**

        R1   That the policy be adopted.
        R2   That the policy be reviewed in two years.

        **Background**
        """,
        """
        R1 | - | That the policy be adopted.
        R2 | - | That the policy be reviewed in two years.
        """,
    ),
    "plain paragraphs": (
        """
        **Recommendations**

        That the Council approves the new scheme of allowances for the coming year, as
        the panel advised.

        That the Monitoring Officer be asked to publish it.

        **Reasons for recommendations**

        The law requires a scheme.
        """,
        """
        - | Council | approves the new scheme of allowances for the coming year, as the panel advised.
        - | - | That the Monitoring Officer be asked to publish it.
        """,
    ),
    "Welsh and English headings": (
        """
        **ARGYMHELLION / RECOMMENDATIONS**

        1.   That Cabinet approves the school reorganisation proposals.
        2.   That Cabinet notes the timetable.

        **CEFNDIR / BACKGROUND**

        3.   The proposals were published in June.
        """,
        """
        1 | Cabinet | approves the school reorganisation proposals.
        2 | Cabinet | notes the timetable.
        """,
    ),
    "resolved to recommend to Council": (
        """
        **RECOMMENDATIONS**

        The Committee RESOLVES to recommend to Council that:

        1)   the pay policy statement be approved; and
        2)   it be published.

        **DETAILS**
        """,
        """
        1 | Committee | the pay policy statement be approved; and
        2 | Committee | it be published.
        """,
    ),
    "deeper limbs": (
        """
        **RECOMMENDATIONS**
        The Executive is recommended to:
        1.   approve the disposal of:
             (a)   the depot;
             (b)   the former school, subject to
                   (i)    consent; and
                   (ii)   valuation;
        2.   note the report.
        **INTRODUCTION**
        """,
        """
        1 | Executive | approve the disposal of:
          a | Executive | the depot;
          b | Executive | the former school, subject to
            i | Executive | consent; and
            ii | Executive | valuation;
        2 | Executive | note the report.
        """,
    ),
    "letters past h are still letters": (
        """
        **RECOMMENDATIONS**
        Council is asked to agree:
        (g)   the seventh point;
        (h)   the eighth point;
        (i)   the ninth point; and
        (j)   the tenth point.
        **BACKGROUND**
        """,
        """
        g | Council | the seventh point;
        h | Council | the eighth point;
        i | Council | the ninth point; and
        j | Council | the tenth point.
        """,
    ),
    "a limb over a page break": (
        """
        **Recommendations**

        Cabinet is asked to:

        a)   note the forecast overspend on services of the year and
        === 2
             the action being taken to bring it into balance;
        b)   agree the virements.

        **1. Introduction**
        """,
        """
        a | Cabinet | note the forecast overspend on services of the year and the action being taken to bring it into balance;
        b | Cabinet | agree the virements.
        """,
    ),
    "labels lost in scanning": (
        """
        **RECOMMENDATIONS**
        The Committee makes the following recommendations:
        1.   To ensure that the timetable is published.
        . To ensure that staff are trained.
        . To report back within six months.
        4.   To write to the Minister.
        **LEGAL IMPLICATIONS**
        """,
        """
        1 | - | To ensure that the timetable is published.
        - | - | To ensure that staff are trained.
        - | - | To report back within six months.
        4 | - | To write to the Minister.
        """,
    ),
    "the list runs at the end, before the contacts": (
        """
        **7.**   **Recommendation(s)**

        Cabinet is asked to:

        a)   NOTE the position

        b)   AGREE the changes to the programme

        **8.**   **Contact details**

        Report author: A Person
        """,
        """
        a | Cabinet | NOTE the position
        b | Cabinet | AGREE the changes to the programme
        """,
    ),
    "the stem printed twice": (
        """
        **RECOMMENDATION**

        1.   The Cabinet is RECOMMENDED to

             Cabinet are asked to note the contents of the report.

        **Background**
        """,
        """
        - | Cabinet | note the contents of the report.
        """,
    ),
    "a table's further column is left out": (
        """
        **Recommendations**
        3.1   Note the forecast overspend             Please see section 4
        3.2   Agree the changes to the programme      Please see section 5

        **Revenue**
        """,
        """
        3.1 | - | Note the forecast overspend
        3.2 | - | Agree the changes to the programme
        """,
    ),
    "a form that proposes a decision": (
        """
        **COUNTY COUNCIL – PROPOSED RECORD OF DECISION**
        **DECISION TO BE TAKEN BY:**
        **Decision:**
        As Cabinet Member for Highways, I propose to:
        a)   AGREE the programme; and
        b)   DELEGATE authority to the Director to deliver it.
        **Reason(s) for decision:**
        The programme keeps the roads safe.
        """,
        """
        a | Cabinet Member for Highways | AGREE the programme; and
        b | Cabinet Member for Highways | DELEGATE authority to the Director to deliver it.
        """,
    ),
    "a request to decide in capitals inside an annex": (
        """
        Annex 2b
        **CABINET IS RECOMMENDED TO APPROVE THE VIREMENTS AS DETAILED BELOW:**
        Directorate     Month     Amount
        Children     May     120
        """,
        """
        - | CABINET | APPROVE THE VIREMENTS AS DETAILED BELOW:
        """,
    ),
    "headings neither bold nor in capitals": (
        """
        Recommendations

        The Board is asked to:

        1.   Note the update.
        2.   Comment on the draft strategy.

        Background

        3.   The strategy was last revised four years ago.
        """,
        """
        1 | Board | Note the update.
        2 | Board | Comment on the draft strategy.
        """,
    ),
    "headings in capitals": (
        """
        RECOMMENDATIONS

        That Members note the report.

        BACKGROUND
        """,
        """
        - | Members | note the report.
        """,
    ),
    "numbers that count on from the report": (
        """
        **Conclusion**
        22.   The scheme offers good value.

        **Recommendations**
        23.   That the scheme be approved.
        24.   That the Director be authorised to implement it.

        **Appendices**
        Appendix A: plan
        """,
        """
        23 | - | That the scheme be approved.
        24 | - | That the Director be authorised to implement it.
        """,
    ),
    "a second stem in the same paragraph": (
        """
        **Recommendation**
        The Panel is asked to note the report. Members are also invited to comment on the
        format of future reports.
        **Background**
        """,
        """
        - | Panel | note the report.
        - | Members | comment on the format of future reports.
        """,
    ),
    "Birmingham way: a numbered stem with dotted limbs": (
        """
        **2**   **Recommendations**

        2.1   That Cabinet:

              2.1.1   Approves the strategy.
              2.1.2   Authorises the Director to publish it.

        2.2   That Council:

              2.2.1   Notes the strategy.

        **3**   **Background**
        3.1   The last strategy expired.
        """,
        """
        2.1.1 | Cabinet | Approves the strategy.
        2.1.2 | Cabinet | Authorises the Director to publish it.
        2.2.1 | Council | Notes the strategy.
        """,
    ),
    "numbered bodies with letters": (
        """
        **Recommendations**

        1.   That the Executive:
             (a)   agrees the budget; and
             (b)   thanks the panel.
        2.   That Full Council:
             (a)   sets the tax.

        **Purpose of report**
        """,
        """
        a | Executive | agrees the budget; and
        b | Executive | thanks the panel.
        a | Full Council | sets the tax.
        """,
    ),
    "a reason before the stem": (
        """
        **Recommendations**
        For the reasons set out in this report, the Policy Committee is asked to:
        i)    approve the grant;
        ii)   note the conditions.
        **Why is it needed?**
        """,
        """
        i | Policy Committee | approve the grant;
        ii | Policy Committee | note the conditions.
        """,
    ),
    "the report asks": (
        """
        **RECOMMENDATIONS**
        This report asks Cabinet to:
        •   approve the plan;
        •   note the costs.
        **BACKGROUND**
        """,
        """
        - | Cabinet | approve the plan;
        - | Cabinet | note the costs.
        """,
    ),
    "recommended, a colon, limbs that begin with That": (
        """
        RECOMMENDED:

        [1]   That the minutes of the panel be received.
        [2]   That the fees be agreed.

        INTRODUCTION
        """,
        """
        1 | - | That the minutes of the panel be received.
        2 | - | That the fees be agreed.
        """,
    ),
    "Welsh throughout": (
        """
        **ARGYMHELLION**
        Gofynnir i’r Cabinet:
        1.   gymeradwyo’r cynllun; a
        2.   nodi’r gost.
        **CEFNDIR**
        """,
        """
        1 | Cabinet | gymeradwyo’r cynllun; a
        2 | Cabinet | nodi’r gost.
        """,
    ),
    "planning: the decision as a noun": (
        """
        Application No:   31/0042/FUL
        RECOMMENDATION: Approval subject to conditions and a legal agreement
        1. Site description
        The site is a field.
        """,
        """
        - | - | Approval subject to conditions and a legal agreement
        """,
    ),
    "planning: two lettered decisions": (
        """
        **RECOMMENDATION**

        A.   That planning permission be GRANTED subject to the conditions below; and

        B.   That authority be delegated to the Head of Planning to complete the agreement.

        **Site and surroundings**
        """,
        """
        A | - | That planning permission be GRANTED subject to the conditions below; and
        B | - | That authority be delegated to the Head of Planning to complete the agreement.
        """,
    ),
    "Edinburgh way: everything dotted": (
        """
        **1.**   **Recommendations**
        1.1   It is recommended that Committee:
              1.1.1   notes the findings; and
              1.1.2   agrees to receive a further report in six months.
        **2.**   **Executive summary**
        2.1   The findings are encouraging.
        """,
        """
        1.1.1 | Committee | notes the findings; and
        1.1.2 | Committee | agrees to receive a further report in six months.
        """,
    ),
    "two sections for two bodies": (
        """
        **RECOMMENDATIONS TO CABINET**
        That Cabinet approves the scheme.
        **RECOMMENDATIONS TO COUNCIL**
        That Council approves the funding.
        **REASONS FOR RECOMMENDATIONS**
        The scheme pays for itself.
        """,
        """
        - | Cabinet | approves the scheme.
        - | Council | approves the funding.
        """,
    ),
    "limbs that begin with to": (
        """
        **Recommendation(s)**
        The Cabinet Committee is recommended:
        (a)   To note the contents of the report; and
        (b)   To comment on the draft.
        **Introduction**
        """,
        """
        a | Cabinet Committee | To note the contents of the report; and
        b | Cabinet Committee | To comment on the draft.
        """,
    ),
    "a table of numbers and recommendations": (
        """
        No.     Recommendation
        1       That the Cabinet approves the plan and the money that
                it needs.
        2       That the plan be published.

        **Background**
        """,
        """
        1 | Cabinet | approves the plan and the money that it needs.
        2 | - | That the plan be published.
        """,
    ),
    "nothing left of the stem but That": (
        """
        **Recommendations:**

        That

        1.   the draft strategy be approved; and
        2.   the Director be authorised to make minor changes.

        **Information**
        """,
        """
        1 | - | the draft strategy be approved; and
        2 | - | the Director be authorised to make minor changes.
        """,
    ),
    "a list all in bold": (
        """
        **RECOMMENDATION**
        **That the Committee:**
        **(a)**   **notes the report;**
        **(b)**   **agrees the work programme.**

        **Introduction**
        1.   The programme is reviewed at every meeting.
        """,
        """
        a | Committee | notes the report;
        b | Committee | agrees the work programme.
        """,
    ),
    "two stems for two bodies, the second with bullets": (
        """
        **Recommendations:**
        The Overview Committee is recommended to note the position and make any observations.

        The Executive is recommended to:

        •   Note the emerging picture;
        •   Approve the changes.

        **Detailed report**
        """,
        """
        - | Overview Committee | note the position and make any observations.
        - | Executive | Note the emerging picture;
        - | Executive | Approve the changes.
        """,
    ),
    "a list that runs on in one paragraph": (
        """
        **Recommendation**
        The Cabinet is RECOMMENDED to (a) approve the plan; (b) note the cost, which is set out
        in paragraph (c) of the annex; and (c) thank the staff.
        **Background**
        """,
        """
        a | Cabinet | approve the plan;
        b | Cabinet | note the cost, which is set out in paragraph (c) of the annex; and
        c | Cabinet | thank the staff.
        """,
    ),
    "the heading half way down beside the list": (
        """
                              The Committee is asked to:
        Recommendations:      1.   Note the report;
                              2.   Agree the plan.
        Contact:              A Person
        """,
        """
        1 | Committee | Note the report;
        2 | Committee | Agree the plan.
        """,
    ),
    "Welsh limbs without a stem": (
        """
        **Argymhelliad**
        1.   Cymeradwyo’r cynllun.
        2.   Nodi’r gost.
        **Cefndir**
        """,
        """
        1 | - | Cymeradwyo’r cynllun.
        2 | - | Nodi’r gost.
        """,
    ),
    "a sentence that ends in a list of its parts": (
        """
        **Recommendations**
        1.   Cabinet is asked to approve the programme, which includes:
             •   new buses; and
             •   new stops.
        2.   Cabinet is asked to delegate authority to the Director.
        **Background**
        """,
        """
        - | Cabinet | approve the programme, which includes:
          - | Cabinet | new buses; and
          - | Cabinet | new stops.
        - | Cabinet | delegate authority to the Director.
        """,
    ),
    "planning: a bare word in bold": (
        """
        **Application Reference:** 31/0001
        **OFFICER RECOMMENDATION: REFUSE**
        **Reason for report**
        Called in by a councillor.
        """,
        """
        - | - | REFUSE
        """,
    ),
    "recommended that the body resolves": (
        """
        **RECOMMENDATION**
        It is recommended that the Committee RESOLVES to:
        1.   adopt the policy;
        2.   review it each year.
        **MAIN REPORT**
        """,
        """
        1 | Committee | adopt the policy;
        2 | Committee | review it each year.
        """,
    ),
    "joint committees and offices as addressees": (
        """
        **RECOMMENDATION**
        The Leader of the Council is recommended to sign the agreement.
        **BACKGROUND**
        """,
        """
        - | Leader of the Council | sign the agreement.
        """,
    ),
    "a limb with a second paragraph": (
        """
        **RECOMMENDATIONS**
        The Council is asked to:

        1.    approve the sale of the site.

              The price is in the exempt annex.

        2.    note the receipt.

        **BACKGROUND**
        """,
        """
        1 | Council | approve the sale of the site. The price is in the exempt annex.
        2 | Council | note the receipt.
        """,
    ),
    "a line that starts with a reference": (
        """
        **RECOMMENDATIONS**
        The Council is asked to:
        (a)   approve the scheme subject to the matters in paragraph
              (c) below being settled by the end of the year; and
        (b)   note the cost.
        **BACKGROUND**
        """,
        """
        a | Council | approve the scheme subject to the matters in paragraph (c) below being settled by the end of the year; and
        b | Council | note the cost.
        """,
    ),
    "the list goes on on a sheet of another margin": (
        """
        **Recommendations**

        The Board is asked to:

        1.   Note the first matter.
        === 2
          2.   Note the second matter.
          3.   Note the third matter.

        **Background**
        """,
        """
        1 | Board | Note the first matter.
        2 | Board | Note the second matter.
        3 | Board | Note the third matter.
        """,
    ),
    "the list ends at an unmarked paragraph": (
        """
        **Recommendations:**

        Cabinet is asked to:

        a)   consider any amendments.

        b)   endorse the draft budget for decision by
             Council.

        Members are reminded that section 106 of the Act applies to any meeting
        that considers the budget.
        """,
        """
        a | Cabinet | consider any amendments.
        b | Cabinet | endorse the draft budget for decision by Council.
        """,
    ),
    "an office that begins a line of a limb is no signature": (
        """
        **Recommendations**
        The Board is asked to:
        a)   delegate authority to the Executive
             Director of Planning to sign the lease;
        b)   note the report.
        Director of Planning
        """,
        """
        a | Board | delegate authority to the Executive Director of Planning to sign the lease;
        b | Board | note the report.
        """,
    ),
    "a number that the line before refers to is no label": (
        """
        **Recommendations**
        The Board is asked to:
        1.   approve the proposals set out in paragraph
             2. and
        2.   approve the terms in section
             3.2.
        3.   note the report.
        """,
        """
        1 | Board | approve the proposals set out in paragraph 2. and
        2 | Board | approve the terms in section 3.2.
        3 | Board | note the report.
        """,
    ),
    "limbs of a limb at the same place in a narrow column": (
        """
        Recommendations        That the Board:
                               (a) agrees the timetable;
                               (b) notes the report;
                               (c) delegates authority to the Head of Finance to:
                               (i) enter into the contract;
                               (ii) agree the final terms; and
                               (d) approves the final version.

        **Background**
        """,
        """
        a | Board | agrees the timetable;
        b | Board | notes the report;
        c | Board | delegates authority to the Head of Finance to:
          i | Board | enter into the contract;
          ii | Board | agree the final terms; and
        d | Board | approves the final version.
        """,
    ),
    "who verified the paper stands right beneath the recommendation": (
        """
        **Recommendation**

        That the Board approve the proposals.

        Financial implications verified by: Joan Fenn, Senior Accountant

        Legal implications verified by: Petra Marsh, Principal Solicitor
        """,
        """
        - | Board | approve the proposals.
        """,
    ),
    "the heading of the row above is another one's": (
        """
        Purpose of report      To seek a decision on the matters set out below.

        RECOMMENDATIONS        Cabinet is recommended to agree the charges.

        **Background**
        """,
        """
        - | Cabinet | agree the charges.
        """,
    ),
    "a paragraph's number in the first limb": (
        """
        **RECOMMENDATIONS**
        It is recommended that:
        1)   the proposals set out in paragraph 3.2 be approved;
        2)   the replies be noted.
        **Background**
        """,
        """
        1 | - | the proposals set out in paragraph 3.2 be approved;
        2 | - | the replies be noted.
        """,
    ),
    "signature after the list": (
        """
        **Recommendation**
        It is recommended that the Council:
        1.   approve the accounts
        2.   approve the annual return
        Town Clerk
        3 May 2031
        """,
        """
        1 | Council | approve the accounts
        2 | Council | approve the annual return
        """,
    ),
    "the verb in the stem": (
        """
        **Recommendation**
        The Committee is RECOMMENDED to consider and comment on the:
        a)   draft plan
        b)   draft budget
        **Background**
        """,
        """
        a | Committee | draft plan
        b | Committee | draft budget
        """,
    ),
}


@pytest.mark.parametrize(("text", "expected"), LISTS.values(), ids=LISTS.keys())
def test_list(text: str, expected: str) -> None:
    assert paper(text) == block(expected)


NOTHING = {
    "narrative of an earlier recommendation": """
        **Background**
        1.   The Committee recommended in 2021 that the service be kept in house.
        2.   It was recommended that a further report be made, and the Cabinet was asked to
             note it.
        """,
    "a body paragraph that begins like an impersonal stem": """
        **Survey**
        1.   It is recommended that works still be carried out to the roof before the winter.
        """,
    "a request to somebody who decides nothing": """
        Members of the public are asked to register before the meeting.
        Partners are invited to comment on the draft.
        Schools are asked to submit a statement of their policy.
        """,
    "standing advice on interests": """
        **Declarations of interest**
        Members are asked to have regard to these parts of the code.
        Members are asked to declare any interests at this point.
        """,
    "a consultant's recommendations in an annex": """
        **4. Recommendations**
        1.   The provider should develop a workforce plan.
        2.   Improve the signposting of services.
        **5. Conclusion**
        """,
    "a tracker": """
        **Recommendations**
        Meeting     Recommendation                 Responsible     Status
        3 May       That the fees be reviewed      Head of Fees    Done
        """,
    "an action plan of the auditor": """
        **Summary of audit recommendations**
        Recommendation       Priority     Management response
        1. Reconcile the account monthly     High     Agreed
        """,
    "a table of contents": """
        **Contents**
        1.   Introduction .................. 3
        2.   Recommendations ............... 4
        3.   Background .................... 5
        """,
    "reasons for the recommendation": """
        **Reasons for recommendations**
        To comply with the Act and to keep the budget in balance.
        """,
    "voting arrangements": """
        **Voting arrangements**
        Recommendation 1: None required.
        """,
    "a request in the middle of a paragraph": """
        **Background**
        1.   The position is set out in the annex and has improved since the last report was
             made. Members of the committee are asked to note the figures in this report.
        """,
    "a record of a decision already taken": """
        **RECORD OF DECISION**
        **Decision:**
        Cabinet agrees to:
        a)   approve the scheme.
        """,
    "a section of that name with narrative only": """
        **Recommendations**
        The panel met four times and heard from twelve witnesses.

        **Next steps**
        1.   Review the evidence again in the autumn.
        """,
    "an aside to the reader in a body paragraph": """
        **Forecast**
        3.   The Committee is asked to note that the figures exclude schools.

        4.   The Committee is asked to consider whether the format is helpful.
        """,
    "an auditor's findings": """
        **3.2 Purchase cards**
        Cards were shared by two members of staff.

        **Recommendation**
        Ensure that each card is held by one person.

        **Management response**
        Agreed.
        """,
    "what a scrutiny body said, in somebody else's report": """
        **Consultation**
        12.  The Scrutiny Committee considered the report in May and made the following
             recommendations:
             (a)  that fares be cut; and
             (b)  that the plan be published.
        13.  These have been accepted.
        """,
    "a motion": """
        **Motion by a councillor**
        This Council notes that the river is polluted.
        This Council resolves to:
        1.   write to the Minister.
        """,
    "minutes bound in without their heading": """
        4.   RESOLVED that Cabinet note the report.
        """,
    "a letter from another body": """
        Dear Colleague
        The Council is invited to comment on the draft by the end of June.
        """,
    "a recommended thing": """
        **Recommended levels of reserves**
        Recommended best practice is to hold five per cent.
        """,
    "standing requests in an agenda": """
        1.   Welcome
             Members are asked to note that this meeting will be webcast.

             It is recommended that members of the public arrive early.
        """,
    "a purpose line in an agenda": """
        7.   Annual report
             To note the report and its conclusions.
        """,
}


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING.keys())
def test_text_about_recommendations_yields_none(text: str) -> None:
    assert paper(text, kind="annex" if "provider" in text else "report") == ""
    if "Annual report" in text or "Welcome" in text or "Declarations" in text:
        assert paper(text, where="agenda", kind="procedural" if "Declarations" in text else "report") == ""


@pytest.mark.parametrize(
    ("where", "kind"), [("minutes", "minutes"), ("paper", "minutes"), ("paper", "response_pro_forma"), ("front", "")]
)
def test_sections_that_only_repeat_or_record_yield_none(where: str, kind: str) -> None:
    text = """
        **RECOMMENDATION**
        The Cabinet is RECOMMENDED to note the report.
        """
    assert paper(text, kind=kind, where=where) == ""


AGENDA = {
    "one body recommends what another resolves": (
        """
        7.   Land strategy
             Wards affected: All
             Recommendations: Cabinet recommends that Council resolves to:
             1.   approve the strategy; and
             2.   delegate small changes to the Head of Estates.
        """,
        """
        1 | Council | approve the strategy; and
        2 | Council | delegate small changes to the Head of Estates.
        """,
    ),
    "a decision by its name, set close beneath a longer line": (
        """
        7.   15 STATION ROAD (PAGES 2 - 2)
             Proposal: Demolition of the building and erection of twelve flats
             Recommendation: GRANT
        """,
        """
        - | - | GRANT
        """,
    ),
    "a stem with limbs under the business": (
        """
        8.   Inspection of services
             Cabinet Member: Children
             Report by the Director.
             **The Committee is RECOMMENDED to**
                  a)   Note the inspector's report;
                  b)   Note the plan
        """,
        """
        a | Committee | Note the inspector's report;
        b | Committee | Note the plan
        """,
    ),
    "one sentence": (
        """
        6.   Youth plan
             10.30
             The Director has been invited to present the plan.

             The Committee is asked to hear the report, put any questions, and to AGREE
             any recommendations to Cabinet.
        """,
        """
        - | Committee | hear the report, put any questions, and to AGREE any recommendations to Cabinet.
        """,
    ),
    "approving minutes on a recommendation": (
        """
        3.   Minutes
             The Committee is recommended to APPROVE the minutes of 3 May.
        """,
        """
        - | Committee | APPROVE the minutes of 3 May.
        """,
    ),
    "a heading under the business (district)": (
        """
        9.   COUNCIL TAX BASE
             To consider the report of the Chief Finance Officer.
             **Recommendation:**
             That the Committee approves the tax base.
        """,
        """
        - | Committee | approves the tax base.
        """,
    ),
    "recommended, impersonally, under the business": (
        """
        14.   Cemetery fees

              It is recommended that the fees be frozen for another year.
        """,
        """
        - | - | the fees be frozen for another year.
        """,
    ),
    "close beneath a contact line that fills the column": (
        """
        6.   Community grants
             Contact: Avery Dunmore, Principal Policy Officer, Tel: 01632 960041
             The Board is asked to consider the report.
        """,
        """
        - | Board | consider the report.
        """,
    ),
    "a purpose is no recommendation, though it says what is to be resolved": (
        """
        **7.   EXCLUSION OF THE PUBLIC**
        To resolve that the public be excluded for item 8.
        """,
        "",
    ),
    "a title that says what is to be resolved": (
        """
        **4.   TO RESOLVE THAT STANDING ORDER 14 BE SUSPENDED**
        """,
        "",
    ),
    "bullets that name the matters to be taken": (
        """
        3.   Correspondence
             Members are asked to consider the following:
             •   Letter from the allotment society
             •   E-mail from a resident about dog bins
        """,
        "",
    ),
    "bullets that say what is to be decided": (
        """
        4.   Budget
             Members are asked to
             •   approve the budget
             •   set the precept at £41,000
        """,
        """
        - | Members | approve the budget
        - | Members | set the precept at £41,000
        """,
    ),
    "what members are advised of": (
        """
        3.   Membership
             Members are also advised that a By-Election will be held on 2 December.
        """,
        "",
    ),
    "a notice to members beneath the last business": (
        """
        9.   Skate park

             Members are requested to note that the car park closes at 10 pm.
        """,
        "",
    ),
    "members invited (parish)": (
        """
        12.   Playground
              Members are invited to approve a grant of £500 to the club.
        """,
        """
        - | Members | approve a grant of £500 to the club.
        """,
    ),
}


@pytest.mark.parametrize(("text", "expected"), AGENDA.values(), ids=AGENDA.keys())
@pytest.mark.parametrize("kind", ["report", "minutes"])
def test_in_the_agenda(text: str, expected: str, kind: str) -> None:
    assert paper(text, where="agenda", kind=kind) == block(expected)


SCRUTINY = {
    "formal first, then the committee's own": (
        """
        REPORT OF THE PLACE SCRUTINY COMMITTEE
        **RECOMMENDATION**
        1.   The Cabinet is RECOMMENDED to agree to respond to the recommendations in this report.
        **SUMMARY**
        2.   The Committee met in May.
        **RECOMMENDATIONS**
        3.   The discussion above gives the context of what follows.
        Recommendation 1: For the strategy to name the officer who is responsible for
        each of its actions.
        Recommendation 2: That the Council publishes its progress.
        **LEGAL IMPLICATIONS**
        """,
        """
        - | Cabinet | agree to respond to the recommendations in this report.
        *1 | - | For the strategy to name the officer who is responsible for each of its actions.
        *2 | Council | publishes its progress.
        """,
    ),
    "announced with the name of the body that is to act": (
        """
        **Report of the Bus Services Review Panel**
        **FINDINGS**
        The Panel makes the following recommendations to the Executive:
        1.   That the fares be published.
        2.   That the shelters be repaired.
        **NEXT STEPS**
        """,
        """
        *1 | Executive | That the fares be published.
        *2 | Executive | That the shelters be repaired.
        """,
    ),
    "announced with what it is about": (
        """
        **Report of the Bus Services Review Panel**
        **FINDINGS**
        The Panel makes the following recommendations to improve the network:
        1.   That the fares be published.
        2.   That the shelters be repaired.
        **NEXT STEPS**
        """,
        """
        *1 | - | That the fares be published.
        *2 | - | That the shelters be repaired.
        """,
    ),
    "announced by a sentence": (
        """
        **Report of the Health Scrutiny Committee**
        **CONCLUSIONS**
        14.   In light of the discussion the Committee makes the following recommendation:
        To publish waiting times every month by hospital and specialty.
        **FURTHER CONSIDERATIONS**
        """,
        """
        *- | - | To publish waiting times every month by hospital and specialty.
        """,
    ),
    "two lists under their own headings": (
        """
        **Report of the Joint Scrutiny Committee**
        **RECOMMENDATION**
        The Cabinet is asked to respond to this report.
        **RECOMMENDATIONS**
        Joint recommendations:
        1.   To appoint a lead officer.
        2.   To publish a plan.
        Health recommendations:
        1.   To train staff.
        **LEGAL IMPLICATIONS**
        """,
        """
        - | Cabinet | respond to this report.
        *1 | - | To appoint a lead officer.
        *2 | - | To publish a plan.
        *1 | - | To train staff.
        """,
    ),
    "each under a heading of its own, with its reasons between": (
        """
        **Scrutiny Review of Parking**
        **Findings**
        12.   The panel found that signs were missing.

        **Recommendation 1**

        That the Council replaces the missing signs within a year.

        13.   The panel also heard that machines fail in the cold, and it saw the records of
              the last three winters.

        **Recommendation 2**

        For the service to publish how often machines fail.

        **Conclusion**
        """,
        """
        *1 | - | That the Council replaces the missing signs within a year.
        *2 | - | For the service to publish how often machines fail.
        """,
    ),
    "task and finish group, to Cabinet": (
        """
        **Flooding Task and Finish Group**
        **Final report**
        **Recommendations**
        The Task Group recommends that Cabinet:
        1.   adopts a drainage policy;
        2.   funds two wardens.
        **Foreword**
        """,
        """
        *1 | Cabinet | adopts a drainage policy;
        *2 | Cabinet | funds two wardens.
        """,
    ),
}


@pytest.mark.parametrize(("text", "expected"), SCRUTINY.values(), ids=SCRUTINY.keys())
def test_scrutiny_strand(text: str, expected: str) -> None:
    assert paper(text, kind="scrutiny_report") == block(expected)


def test_answer_to_scrutiny_repeats_but_may_itself_recommend() -> None:
    text = """
        **Recommendation**
        The Cabinet is RECOMMENDED to approve the response below.
        **Response**
        Recommendation 1: That the fares be lowered.

        Accepted in part.
        """
    assert paper(text, kind="scrutiny_response") == "- | Cabinet | approve the response below."


def test_group_is_the_heading_of_one_list_among_several() -> None:
    records = recommend(section(block(SCRUTINY["two lists under their own headings"][0]), kind="scrutiny_report"))
    assert [record.group for record in records] == [
        None,
        "Joint recommendations",
        "Joint recommendations",
        "Health recommendations",
    ]


def test_group_is_dropped_where_there_is_only_one() -> None:
    text = """
        **Recommendations**
        **Contract:**
        1.   That the contract be awarded.
        **Background**
        """
    assert [record.group for record in recommend(section(block(text)))] == [None]


ACTIONS = [
    ("NOTE the report.", "note"),
    ("Notes the outturn.", "note"),
    ("To endorse the plan.", "endorse"),
    ("Delegate authority to the Director.", "delegate"),
    ("Authorises the Director.", "authorise"),
    ("That the report be noted.", "note"),
    ("That permission be REFUSED.", "refuse"),
    ("That the fees be adopted.", "adopt"),
    ("Ratifies the appointment.", "ratify"),
    ("Discusses the draft.", "discuss"),
    ("Formally agree the protocol.", "agree"),
    ("Stage one to be funded from reserves.", None),
]


@pytest.mark.parametrize(("text", "action"), ACTIONS)
def test_action_is_the_verb(text: str, action: str | None) -> None:
    records = recommend(section(f"**RECOMMENDATIONS**\nThe Cabinet is asked to:\n1.   {text}\n**Background**"))
    assert [record.action for record in records] == [action]


def test_action_of_the_stem_governs_limbs_without_a_verb() -> None:
    records = recommend(
        section("**Recommendation**\nCabinet is asked to agree:\na)   the plan\nb)   note the risks\n**Background**")
    )
    assert [record.action for record in records] == ["agree", "note"]


def test_evidence_holds_the_words_sheet_by_sheet() -> None:
    text = """
        **RECOMMENDATION**

        1.   The Cabinet is RECOMMENDED to note the annual report of the board and to consider
             the key messages that the board has
        === 2
             set out in its report.

        **Background**
        """
    (record,) = recommend(section(block(text)))
    assert [(piece.sheet, piece.rule) for piece in record.evidence] == [(1, "recommend.stem"), (2, "recommend.stem")]
    assert " ".join(piece.text for piece in record.evidence) == record.text
    assert record.evidence[0].bbox is not None and record.evidence[0].bbox[0] > 72


def test_same_section_gives_same_records() -> None:
    text = block(LISTS["deeper limbs"][0])
    assert recommend(section(text)) == recommend(section(text))


def test_every_rule_is_used_by_a_meaning_that_the_stage_asks_for() -> None:
    asked = {
        *(
            "heading",
            "heading-begins",
            "inline",
            "decision",
            "stem",
            "impersonal",
            "that",
            "proposal",
            "lead",
            "body",
            "office",
            "decide",
            "act",
        ),
        *(
            "bare",
            "that_asked",
            "motion",
            "amends",
            "whole",
            "housekeeping",
            "aside",
            "closing",
            "note",
            "section",
            "end",
            "table",
            "pending",
            "taken",
            "scrutiny",
            "called_in",
            "member",
            "resolves",
            "abbreviation",
        ),
    }
    assert {row.means for row in load("recommend").rows} == asked


def test_a_conjunction_that_wraps_to_a_line_of_its_own_belongs_to_its_limb() -> None:
    found = recommend(
        section("""
RECOMMENDATIONS

1.   That the Board notes, as its reasons:

     a)   that the ferry runs at a loss in winter;
          and

     b)   that the grant ends in March.

BACKGROUND
""")
    )
    assert [(limb.label, limb.text) for limb in found[0].children] == [
        ("a", "that the ferry runs at a loss in winter; and"),
        ("b", "that the grant ends in March."),
    ]


def test_a_deeper_limb_is_addressed_to_whom_the_limb_above_it_names() -> None:
    found = recommend(
        section("""
RECOMMENDATION

1.   That the Port Board agrees to:

     a)   buy a crane;

     b)   sell the tug.
""")
    )
    assert [limb.addressee for limb in (*found, *found[0].children)] == ["Port Board"] * 3


def test_a_public_health_committee_is_a_body_and_the_public_is_none() -> None:
    found = recommend(section("RECOMMENDATION\n\nThe Public Health Committee is recommended to:\n\n1.   note the report."))
    assert [limb.addressee for limb in found] == ["Public Health Committee"]


MOTIONS = {
    "what it notes stands before what it resolves": (
        """
        **12a**   **Clean rivers (proposed by Cllr Marsh, seconded by Cllr Fenn)**
        This Council notes that:
        1.   the river is polluted; and
        2.   the wells are dry.

        **This Council therefore resolves to:**
        1.   ask the Leader to write to the Minister;
        2.   publish the tests each month.
        """,
        """
        1 | Council | ask the Leader to write to the Minister;
        2 | Council | publish the tests each month.
        """,
    ),
    "one sentence in quotation marks": (
        """
        (b)   To be proposed by Councillor Marsh:
              “That this Council supports lower speed limits in villages and asks the police to
              enforce them.”
        """,
        """
        - | Council | supports lower speed limits in villages and asks the police to enforce them.
        """,
    ),
    "a call with bullets, the movers beneath": (
        """
        Council calls on the Government to:
        •   fund the buses;
        •   reopen the halts.

        Proposed by: Councillor Marsh
        """,
        """
        - | Council | fund the buses;
        - | Council | reopen the halts.
        """,
    ),
}


@pytest.mark.parametrize("where", ["agenda", "paper"])
@pytest.mark.parametrize("case", MOTIONS)
def test_a_motion_says_what_the_body_is_to_resolve(case: str, where: str) -> None:
    text, expected = MOTIONS[case]
    assert paper(text, kind="motion", where=where, body="Council") == block(expected)


def test_a_report_on_a_decision_that_was_called_in_recommends_to_the_meeting() -> None:
    text = """
**Recommendations**

RECOMMENDED:

a)   That the grounds of the call-in be considered; and
b)   That the decision be noted.
"""
    found = recommend(section(text, kind="scrutiny_report", title="Call-in of the decision on car parks"))
    assert [(each.label, each.strand) for each in found] == [("a", "formal"), ("b", "formal")]


def test_a_verb_alone_over_its_limbs_recommends_nothing_by_itself() -> None:
    text = """
**3**   **RECOMMENDATIONS**

      **To AGREE:**

3.1   That the budgets be met from the fund.

      **To NOTE:**

3.2   That final budgets will be reported in March.
"""
    found = recommend(section(text))
    assert [(each.label, each.text, each.children) for each in found] == [
        ("3.1", "That the budgets be met from the fund.", ()),
        ("3.2", "That final budgets will be reported in March.", ()),
    ]


def test_an_option_in_brackets_at_the_start_of_a_line_is_no_limb() -> None:
    text = """
**RECOMMENDATIONS**

5.   That the expression of interest be submitted to the department before the end of (option
     (a)).
"""
    (found,) = recommend(section(text))
    assert (found.label, found.children) == ("5", ())


def test_a_recommendation_beside_its_label_ends_with_the_row_of_the_form() -> None:
    text = """
Recommendations     Grant permission, subject to conditions as follows

Conditions          1. Three years
                    2. Plans as approved
"""
    (found,) = recommend(section(text, kind="planning_application"))
    assert found.text == "Grant permission, subject to conditions as follows"


NARRATIVE = """
1.   Introduction
The bridge was closed in the spring. The works took longer than the
contractor had said, since the piers had moved.
a)   the northern pier by an inch
"""


@pytest.mark.parametrize("before", ["", NARRATIVE, NARRATIVE * 20], ids=["at the top", "below a paragraph", "sheets below"])
def test_a_list_is_found_wherever_it_stands_in_the_narrative(before: str) -> None:
    text = "The Cabinet is asked to:\n\na)   note the report\nb)   agree the fees\n\nThe river rose after the rain."
    assert paper(before + "\n" + text + "\n" + NARRATIVE * 3) == "a | Cabinet | note the report\nb | Cabinet | agree the fees"


OWN = {
    "a stem": ("stem", "^(?:the )?(?P<who>.{3,60}) is implored to", "The Cabinet is implored to agree the fees."),
    "a stem over two rows": ("stem", "^(?:the )?(?P<who>.{3,60}) is implored to", "The Cabinet is\nimplored to agree the fees."),
    "a heading": ("heading", "^(?P<whose>)advice of officers$", "Advice of officers\nAgree the fees."),
    "a heading beside its text, over two rows": (
        "heading",
        "^(?P<whose>)advice of officers$",
        "Advice of      Agree the fees\nofficers       for the year.\nNotes          The river rose.",
    ),
    "an inline heading": ("inline", "^advice[:] ", "Advice: that the fees be agreed."),
}


@pytest.mark.parametrize(("means", "pattern", "text"), OWN.values(), ids=OWN)
def test_the_words_of_a_rule_of_ones_own_open_a_list_in_the_midst_of_the_narrative(means: str, pattern: str, text: str) -> None:
    row = replace(book().rows["recommend.stem"], id="recommend.own", means=means, source=pattern)
    whole = NARRATIVE * 3 + "\n" + text + "\n\n" + NARRATIVE
    assert paper(whole) == ""
    with using(Book((*book().layers, Layer("own", (row,))))):
        assert paper(whole) != ""


def test_rows_are_the_same_whether_one_is_asked_for_or_all_of_them() -> None:
    lines = section(NARRATIVE * 3).lines
    every = rows_of(lines)
    assert [Rows(lines)[n] for n in range(len(lines))] == list(every)
    assert Rows(lines)[3:6] == list(every[3:6])


@pytest.mark.parametrize(
    "text",
    [
        "a) x",
        "(iv) x",
        "xiv. x",
        "aa) x",
        "R3 x",
        "2.1 x",
        "2.1",
        "• x",
        "o x",
        "Recommendation 3: x",
        "rec. 3 x",
        ") X",
        "i   x",
    ],
)
def test_a_line_with_a_label_is_one_that_may_have_one(text: str) -> None:
    assert split(line(text)) is not None
    assert may_have_label(text)


@pytest.mark.parametrize("text", ["The report", "Notes", "Minutes of", "above them"])
def test_most_lines_begin_with_a_word_and_are_not_looked_at_for_a_label(text: str) -> None:
    assert not may_have_label(text)
    assert split(line(text)) is None


def test_a_clause_before_the_body_is_no_part_of_its_name() -> None:
    text = """
**RECOMMENDATIONS**

For the reasons set out in the report, the Executive Mayor in Cabinet, is recommended:

2.1   to approve the hours set out in Appendix A;
"""
    (found,) = recommend(section(text))
    assert found.addressee == "Executive Mayor in Cabinet"


def test_a_form_may_ask_for_the_recommendation_with_its_reason() -> None:
    text = "**A –Recommendation/s and reason/s**\n\n•   To note the progress made.\n•   To approve the carry forward."
    assert [each.text for each in recommend(section(text))] == ["To note the progress made.", "To approve the carry forward."]


MOVED = {
    "an amendment in one sentence": (
        """
        **Vale Group Amendment**

        Moved by Councillor Marsh, seconded by Councillor Oakshott:

        That the rise in the charge for garden waste be deleted, at a cost of £180,000.
        """,
        "- | - | That the rise in the charge for garden waste be deleted, at a cost of £180,000.",
    ),
    "an amendment that lists its changes, none of them drafted as a decision": (
        """
        **Vale Group Amendment**

        That the recommendations of the Cabinet be amended as follows:

        1.   In recommendation (a), delete "£214.6m" and insert "£214.9m"; and

        2.   Renumber the others accordingly.
        """,
        """
        1 | - | In recommendation (a), delete "£214.6m" and insert "£214.9m"; and
        2 | - | Renumber the others accordingly.
        """,
    ),
    "a motion that notes and then tasks": (
        """
        That this Council notes the state of the coast path and tasks officers to report on the cost of its repair.
        """,
        "- | Council | notes the state of the coast path and tasks officers to report on the cost of its repair.",
    ),
    "a motion set close beneath what it notes": (
        """
        Council notes that one home in six is cold, and that the grant for insulating them will end in the spring of next year.
        Council resolves to:
        (i)   write to the Government; and
        (ii)  insulate its own homes.
        """,
        """
        i | Council | write to the Government; and
        ii | Council | insulate its own homes.
        """,
    ),
}


@pytest.mark.parametrize(("text", "expected"), MOVED.values(), ids=MOVED)
def test_motions_and_amendments(text: str, expected: str) -> None:
    kind = "budget_amendment" if "amended" in text or "deleted" in text else "motion"
    assert paper(text, kind=kind, body="Council") == block(expected)


def test_what_an_amendment_says_opens_nothing_in_another_paper() -> None:
    assert paper("That the rise in the charge for garden waste be deleted, at a cost of £180,000, was one option.") == ""


def test_a_heading_with_a_gap_before_its_plural() -> None:
    text = """
    **Recommendation (s) to the decision maker (s)**

    To authorise the Head of Planning to REFUSE planning permission
    """
    assert paper(text) == "- | - | To authorise the Head of Planning to REFUSE planning permission"


def test_a_recommendation_of_scrutiny_without_its_that() -> None:
    text = """
    **Final Report of the Flooding Task and Finish Group**

    **Recommendation 2**
    Investigation reports be published within nine months of the event.
    """
    assert paper(text, kind="scrutiny_report") == "*2 | - | Investigation reports be published within nine months of the event."


LONE = {
    "It is recommended that the Committee note the report.": ("note the report.", "Committee"),
    "It is recommended that the Board approves the annual report and refers it to Council.": (
        "approves the annual report and refers it to Council.",
        "Board",
    ),
    "It is recommended that the report be noted.": ("the report be noted.", None),
    "I recommend that the Council approves the plan.": ("approves the plan.", "Council"),
}
PROSE = "The service has been reviewed over the past year and its cost is met from the budget."


@pytest.mark.parametrize("sentence", LONE)
def test_a_report_may_recommend_in_one_sentence_of_its_own_and_in_no_other_way(sentence: str) -> None:
    (found,) = recommend(section(f"{PROSE}\n\n{sentence}\n\n{PROSE}", title="Annual report", kind="report"))
    assert (found.text, found.addressee) == LONE[sentence]


@pytest.mark.parametrize("sentence", LONE)
def test_such_a_sentence_is_none_in_an_annex_nor_within_a_paragraph(sentence: str) -> None:
    assert recommend(section(f"{PROSE}\n\n{sentence}\n\n{PROSE}", kind="annex")) == ()
    assert recommend(section(f"{PROSE}\n\n{sentence} {PROSE}\n\n{PROSE}", kind="report")) == ()


TELLING = (
    "It is recommended that residents keep their gates shut.",
    "It is recommended that management reviews the controls over cash.",
    "Members are asked to contact the author before the meeting.",
)


@pytest.mark.parametrize("sentence", TELLING)
def test_a_sentence_that_advises_others_asks_nobody_for_a_decision(sentence: str) -> None:
    assert recommend(section(f"{PROSE}\n\n{sentence}\n\n{PROSE}", kind="report")) == ()


def test_beside_a_list_of_recommendations_a_lone_sentence_is_none() -> None:
    text = (
        f"RECOMMENDATION\n\n1. That the plan be approved.\n\nBackground\n\nIt is recommended that the report be noted.\n\n{PROSE}"
    )
    assert [each.text for each in recommend(section(text, kind="report"))] == ["That the plan be approved."]


def test_what_stands_beneath_a_field_that_had_room_is_no_part_of_it() -> None:
    text = f"""
Case Officer:        Petra Marsh
Recommendation:      Approve, subject to conditions
{PROSE}
"""
    (found,) = recommend(section(text, kind="planning_application"))
    assert found.text == "Approve, subject to conditions"


def test_a_sentence_goes_on_in_a_column_that_is_narrower_than_the_sheet() -> None:
    text = """
Minutes                                                           For decision
Members are asked to agree the minutes of the Fire
Authority meeting held on 8 October, and that they are
signed by the Chair.
"""
    (found,) = recommend(section(text, where="agenda", title="Minutes"))
    assert (
        found.text == "agree the minutes of the Fire Authority meeting held on 8 October, and that they are signed by the Chair."
    )


def test_what_a_review_of_a_former_year_recommended_is_no_recommendation() -> None:
    assert recommend(section("**Recommendations from the 2029 review**\n• Note the use of brine\n• Support the parishes")) == ()


def test_what_a_body_recommends_further_on_in_its_sentence_opens_no_list() -> None:
    text = "**Recommendation**\nThat the Board endorses the plan and recommends to Council that it be adopted."
    (found,) = recommend(section(text))
    assert (found.text, found.addressee) == ("endorses the plan and recommends to Council that it be adopted.", "Board")


def test_the_heading_of_recommendations_may_be_a_question() -> None:
    found = recommend(section("**2. What are the Recommendations?**\n2.1 That Cabinet approves the plan.\n\n**3. Details**"))
    assert [each.text for each in found] == ["approves the plan."]


def test_what_is_asked_of_a_body_may_be_as_bold_as_the_heading_above_it() -> None:
    stem = "**2.1 That the Commission agrees:**"
    text = f"**2 RECOMMENDATION**\n\n{stem}\n\n• To meet in May\n• That the plan be adopted\n\n**3 REASONS**"
    (found,) = recommend(section(text))
    assert (found.label, found.addressee) == ("2.1", "Commission")
    assert [each.text for each in found.children] == ["To meet in May", "That the plan be adopted"]


def test_a_stem_that_speaks_of_a_recommendation_is_no_heading() -> None:
    (found,) = recommend(section("**Recommendation**\n\nMembers are asked to agree the recommendation to grant permission."))
    assert (found.text, found.addressee) == ("agree the recommendation to grant permission.", "Members")


def test_the_label_above_recommendation_in_a_form_is_no_part_of_that_heading() -> None:
    text = """
Location          12 High Street, Oakley
Recommendation    Approve subject to conditions

The site lies on the edge of the village."""
    assert [each.text for each in recommend(section(text))] == ["Approve subject to conditions"]
