"""Who may do what, written down a second time by hand: from this everything is tested.

Whoever declares another need has to come here too, and say it again where it can be read.
"""

from collections.abc import Iterator, Mapping

COMMANDS = {
    "anyone": """GiveConsent RefuseConsent ChooseLanguage SeeMyData CopyMyData WithdrawConsent
                 EraseMe""",
    "self": """Introduce UseCode MakeReturnCode AskForHelp KeepPhone BecomeContact CorrectMyData
               LeaveCodes""",
    "place": "RegisterEntry",
    "reader": "AttachPhotos LeaveAsIs LeaveUnitAsIs LeaveMembership",
    "author": "CorrectEntry WithdrawEntry DropTable",
    "officer": """ConfirmEntry ConfirmMembership RefuseMembership ChangeRole EndMembership
                  ReplaceMember""",
    "office": """RenameUnit RetypeUnit MoveUnit MergeUnits SplitUnit EndUnit AddUnit PutInCharge
                 CountMembers ExemptUnit LiftExemption IdentifyUnit AdmitUnit MakeTemplate
                 ReadTable ListProblems ImportTable MakeCodes RevokeCodes""",
}
REQUESTS = {
    "anyone": "CodeMeaning HumanFor",
    "self": """UnitsLike MyEntries EntryMadeBy UnitsOfMine WhoAsks ExpectsSomebody Found FoundAgain
               TakenUp""",
    "place": "StandingOf",
    "reader": """EntriesOf EntryOf CardOf HistoryOf UncoveredBelow ConfirmationOf MembersOf
                 MemberOf""",
    "officer": "UnitsBelow",
    "office": "StaffOver AskedUnitOf ImportPlan CodesFor CodesMade",
}
ACTS = {
    "anyone": """main help english vietnamese data data-copy data-withdraw data-withdraw-yes
                 data-erase data-erase-yes data-keep""",
    "self": """data-correct not-ours register new open drop drop-yes mine again link unit deadlines
               find find-more person-card show photos correct withdraw members member contact-me
               organisation find-unit""",
    "officer": """confirm member-confirm member-refuse member-role member-replace member-end
                  units-below""",
    "office": """unit-identify unit-admit unit-changes rename retype move merge split end add-unit
                 in-charge headcount exempt import template import-units import-contacts
                 import-entries import-drop codes""",
}
ROUTES = {
    "anyone": ("GET /", "GET /vao/{code}", "GET /page/{version}/{name}", "GET /health"),
    "self": (
        *("GET /chat/bubbles", "GET /chat/events", "GET /tep/{key}"),
        *("POST /chat/say", "POST /chat/photo", "POST /chat/table"),
    ),
    "telegram": ("POST /telegram/{bot}",),
}
# What names something of somebody's and still needs no role over it, and why.
OPEN = {
    "HumanFor": "whom to call is told to everybody",
    "Introduce": "of the unit named one only asks to be",
    "BecomeContact": "the phone number decides it",
    "CorrectMyData": "the place has to be one's own",
}


def by_name(written: Mapping[str, str]) -> dict[str, str]:
    """Return the need of each name in a list above."""
    return dict(_pairs(written))


def _pairs(written: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for need, names in written.items():
        yield from ((name, need) for name in names.split())


NEEDS = by_name(COMMANDS) | by_name(REQUESTS)
