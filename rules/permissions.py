"""Who may do what: every command and every request is declared here, once, or it is not done."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from rules import (
    code_commands,
    code_requests,
    commands,
    confirmation,
    file_commands,
    import_commands,
    member_commands,
    member_requests,
    requests,
    rights,
    unit_commands,
    unit_requests,
)
from rules.person import Person
from rules.roles import Held, holds, strongest

# anyone   also before consent
# self     about themselves and what they typed; nothing of any unit is read or changed by it
# place    belongs to the unit it is about, if only as they say themselves; or is an officer over it
# reader   sees into the unit it is about: belongs to it, or is an officer of one above; or typed it
# author   typed what it is about, or is an officer over its unit
# officer  holds at least that role over the unit it is about: in it or in one above (and so on)
Need: TypeAlias = Literal[
    "anyone", "self", "place", "reader", "author", "officer", "office", "admin"
]
Way: TypeAlias = Literal["anyone", "self", "officer", "office", "admin"]
FREE: Collection[Need] = ("anyone", "self")
ROLES: Collection[Need] = ("officer", "office", "admin")

COMMANDS: Mapping[type, Need] = {
    commands.GiveConsent: "anyone",
    commands.RefuseConsent: "anyone",
    commands.Introduce: "self",
    commands.UseCode: "self",
    commands.MakeReturnCode: "self",
    commands.AskForHelp: "self",
    commands.KeepPhone: "self",
    commands.ChooseLanguage: "anyone",
    commands.RegisterEntry: "place",
    commands.CorrectEntry: "author",
    commands.WithdrawEntry: "author",
    commands.ConfirmEntry: "officer",
    commands.AttachPhotos: "reader",
    commands.LeaveAsIs: "reader",
    unit_commands.RenameUnit: "office",
    unit_commands.RetypeUnit: "office",
    unit_commands.MoveUnit: "office",
    unit_commands.MergeUnits: "office",
    unit_commands.SplitUnit: "office",
    unit_commands.EndUnit: "office",
    unit_commands.AddUnit: "office",
    unit_commands.PutInCharge: "office",
    unit_commands.CountMembers: "office",
    unit_commands.ExemptUnit: "office",
    unit_commands.LiftExemption: "office",
    unit_commands.LeaveUnitAsIs: "reader",
    member_commands.ConfirmMembership: "officer",
    member_commands.RefuseMembership: "officer",
    member_commands.ChangeRole: "officer",
    member_commands.EndMembership: "officer",
    member_commands.ReplaceMember: "officer",
    member_commands.LeaveMembership: "reader",
    member_commands.IdentifyUnit: "office",
    member_commands.AdmitUnit: "office",
    member_commands.BecomeContact: "self",
    rights.SeeMyData: "anyone",
    rights.CorrectMyData: "self",
    rights.CopyMyData: "anyone",
    rights.WithdrawConsent: "anyone",
    rights.EraseMe: "anyone",
    file_commands.MakeTemplate: "office",
    file_commands.ReadTable: "office",
    file_commands.ListProblems: "office",
    file_commands.DropTable: "author",
    import_commands.ImportTable: "office",
    code_commands.MakeCodes: "office",
    code_commands.RevokeCodes: "office",
    code_commands.LeaveCodes: "self",
}
REQUESTS: Mapping[type, Need] = {
    requests.CodeMeaning: "anyone",
    requests.UnitsLike: "self",
    requests.EntriesOf: "reader",
    requests.MyEntries: "self",
    requests.EntryOf: "reader",
    requests.EntryMadeBy: "self",
    requests.StandingOf: "place",
    requests.HumanFor: "anyone",
    unit_requests.CardOf: "reader",
    unit_requests.HistoryOf: "reader",
    unit_requests.UnitsBelow: "officer",
    unit_requests.UnitsOfMine: "self",
    unit_requests.StaffOver: "office",
    unit_requests.UncoveredBelow: "reader",
    confirmation.ConfirmationOf: "reader",
    member_requests.MembersOf: "reader",
    member_requests.MemberOf: "reader",
    member_requests.WhoAsks: "self",
    member_requests.AskedUnitOf: "office",
    member_requests.ExpectsSomebody: "self",
    requests.Found: "self",
    requests.FoundAgain: "self",
    requests.TakenUp: "self",
    import_commands.ImportPlan: "office",
    code_requests.CodesFor: "office",
    code_requests.CodesMade: "office",
}
# What can be asked for in the chat: "anyone" also before consent, "self" after it, a role by who
# holds it anywhere. That shows them the way; whether what they go to is theirs is asked again of
# every request and command on it.
ACTS: Mapping[str, Way] = {
    "main": "anyone",
    "help": "anyone",
    "english": "anyone",
    "vietnamese": "anyone",
    "data": "anyone",
    "data-copy": "anyone",
    "data-withdraw": "anyone",
    "data-withdraw-yes": "anyone",
    "data-erase": "anyone",
    "data-erase-yes": "anyone",
    "data-keep": "anyone",
    "data-correct": "self",
    "not-ours": "self",
    "register": "self",
    "new": "self",
    "open": "self",
    "drop": "self",
    "drop-yes": "self",
    "mine": "self",
    "again": "self",
    "link": "self",
    "unit": "self",
    "deadlines": "self",
    "find": "self",
    "find-more": "self",
    "person-card": "self",
    "show": "self",
    "photos": "self",
    "correct": "self",
    "withdraw": "self",
    "confirm": "officer",
    "members": "self",
    "member": "self",
    "member-confirm": "officer",
    "member-refuse": "officer",
    "member-role": "officer",
    "member-replace": "officer",
    "member-end": "officer",
    "contact-me": "self",
    "unit-identify": "office",
    "unit-admit": "office",
    "organisation": "self",
    "find-unit": "self",
    "units-below": "officer",
    "unit-changes": "office",
    "rename": "office",
    "retype": "office",
    "move": "office",
    "merge": "office",
    "split": "office",
    "end": "office",
    "add-unit": "office",
    "in-charge": "office",
    "headcount": "office",
    "exempt": "office",
    "import": "office",
    "template": "office",
    "import-units": "office",
    "import-contacts": "office",
    "import-entries": "office",
    "import-drop": "office",
    "codes": "office",
}
# What the server answers over HTTP. "self": nobody without a session, and only of their own chat;
# what they send is looked at as if it was said anywhere else. "telegram": Telegram alone, by the
# secret it was told.
ROUTES: Mapping[str, Literal["anyone", "self", "telegram"]] = {
    "GET /": "anyone",
    "GET /vao/{code}": "anyone",
    "GET /page/{version}/{name}": "anyone",
    "GET /health": "anyone",
    "GET /chat/bubbles": "self",
    "GET /chat/events": "self",
    "POST /chat/say": "self",
    "POST /chat/photo": "self",
    "POST /chat/table": "self",
    "GET /tep/{key}": "self",
    "POST /telegram/{bot}": "telegram",
}


@dataclass(frozen=True, slots=True)
class Footing:
    """How somebody stands to what they ask for or act upon.

    role   held over its unit, "" for none
    place  whether they have a place in that unit, if only one they asked for
    typed  whether it is theirs: typed by them while they have a place there, or they themselves
    """

    role: Held = ""
    place: bool = False
    typed: bool = False


def may_act(name: str, person: Person, *, agreed: bool = True) -> bool:
    """Return whether an act of the chat is for somebody with these roles, and consent or none."""
    need = ACTS[name]
    held = strongest(hat.role for hat in person.memberships if hat.confirmed)
    return (agreed or need == "anyone") and permits(need, Footing(held))


def permits(need: Need, footing: Footing) -> bool:
    """Return whether who stands so may do what needs that."""
    match need:
        case "anyone" | "self":
            return True
        case "place":
            return footing.place or holds(footing.role, "officer")
        case "reader":
            return footing.typed or holds(footing.role, "member")
        case "author":
            return footing.typed or holds(footing.role, "officer")
    return holds(footing.role, need)
