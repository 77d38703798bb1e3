"""Who may do what: every command and every request is declared here, once, or it is not done."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from rules import (
    adoption_commands,
    adoption_requests,
    announcement_commands,
    announcement_requests,
    code_commands,
    code_requests,
    commands,
    confirmation,
    deadline_commands,
    deadline_requests,
    desk_requests,
    duty_commands,
    entry_requests,
    file_commands,
    import_commands,
    meeting_commands,
    meeting_requests,
    member_commands,
    member_requests,
    office_commands,
    office_requests,
    paper_commands,
    paper_requests,
    reminding_commands,
    reminding_requests,
    requests,
    rights,
    schedule_commands,
    schedule_requests,
    spending,
    status_requests,
    table_requests,
    unit_commands,
    unit_requests,
    why_requests,
)
from rules.roles import Held, holds

# anyone   also before consent
# self     about themselves and what they typed; nothing of any unit is read or changed by it
# place    belongs to the unit it is about, if only as they say themselves; or is an officer over it
# reader   sees into the unit it is about: belongs to it, or is an officer of one above; or typed it
# author   typed what it is about, or is an officer over its unit
# officer  holds at least that role over the unit it is about: in it or in one above (and so on)
Need: TypeAlias = Literal[
    "anyone", "self", "place", "reader", "author", "officer", "office", "admin"
]
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
    office_commands.AcceptEntry: "office",
    office_commands.ReturnEntry: "office",
    office_commands.MendEntry: "office",
    office_commands.AskForCorrection: "author",
    office_commands.GrantCorrection: "office",
    office_commands.RefuseCorrection: "office",
    office_commands.NoteCall: "office",
    office_commands.TakeSummary: "office",
    office_commands.WantSummaryPaper: "office",
    office_commands.WantForm: "reader",
    office_commands.OpenDesk: "office",
    office_commands.LockDesk: "self",
    office_commands.SettleHelp: "office",
    paper_commands.ReceivePaper: "office",
    paper_commands.StrikePaper: "office",
    paper_commands.SendForm: "place",
    paper_commands.TypeInEntry: "office",
    adoption_commands.OpenLaunched: "office",
    adoption_commands.ReadLaunch: "self",
    adoption_commands.KeepPlan: "officer",
    adoption_commands.MarkTarget: "office",
    reminding_commands.SaySent: "place",
    reminding_commands.SettleSent: "office",
    reminding_commands.GiveReason: "place",
    reminding_commands.Snooze: "self",
    reminding_commands.Mute: "self",
    reminding_commands.Unmute: "self",
    reminding_commands.ChooseHour: "self",
    reminding_commands.ChooseChannel: "self",
    reminding_commands.RemindEarly: "self",
    reminding_commands.Nudge: "office",
    announcement_commands.Announce: "office",
    announcement_commands.StopAnnouncement: "office",
    announcement_commands.CorrectAnnouncement: "office",
    announcement_commands.RemindUnread: "office",
    announcement_commands.ReadAnnouncement: "self",
    announcement_commands.LeaveAnnouncement: "self",
    deadline_commands.ChangeDeadlines: "office",
    deadline_commands.LeaveDeadlines: "self",
    deadline_commands.AskExtension: "officer",
    deadline_commands.SayDay: "office",
    deadline_commands.UnsayDay: "office",
    schedule_commands.AgreeSchedule: "officer",
    schedule_commands.WantNotice: "officer",
    meeting_commands.MakeMeeting: "officer",
    meeting_commands.MakeSeries: "officer",
    meeting_commands.EndSeries: "officer",
    meeting_commands.MoveMeeting: "officer",
    meeting_commands.CancelMeeting: "officer",
    meeting_commands.ReplyToMeeting: "reader",
    meeting_commands.NoteReplies: "officer",
    meeting_commands.WantMeetingFile: "reader",
    meeting_commands.LeaveMeeting: "reader",
    duty_commands.SayDuty: "officer",
    duty_commands.WantNotebookPage: "officer",
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
    confirmation.ConfirmationOf: "reader",
    member_requests.MembersOf: "reader",
    member_requests.MemberOf: "reader",
    member_requests.WhoAsks: "self",
    member_requests.AskedUnitOf: "office",
    member_requests.ExpectsSomebody: "self",
    requests.Found: "self",
    requests.FoundAgain: "self",
    import_commands.ImportPlan: "office",
    code_requests.CodesFor: "office",
    code_requests.CodesMade: "office",
    office_requests.SummaryOf: "officer",
    office_requests.CallList: "office",
    office_requests.WaitingFor: "office",
    office_requests.GapsOf: "office",
    office_requests.SimilarBelow: "office",
    table_requests.NotesBelow: "office",
    table_requests.RegisterBelow: "office",
    table_requests.RoundsBelow: "officer",
    paper_requests.FormOf: "office",
    paper_requests.TwinsOf: "office",
    entry_requests.AtOfficeOf: "reader",
    entry_requests.HistoryOfEntry: "reader",
    desk_requests.PhotosOf: "reader",
    status_requests.FormsOf: "reader",
    desk_requests.PapersOf: "office",
    desk_requests.CallsOf: "office",
    adoption_requests.PlansOf: "reader",
    adoption_requests.AdoptionOf: "office",
    adoption_requests.ReachOf: "office",
    adoption_requests.MarkedTargets: "office",
    adoption_requests.RatingsOf: "officer",
    reminding_requests.MyReminders: "self",
    reminding_requests.StillOwed: "self",
    reminding_requests.NudgeOf: "office",
    spending.SpendingOf: "office",
    announcement_requests.AudienceOf: "office",
    announcement_requests.UnitsNamed: "office",
    announcement_requests.AnnouncementsOf: "office",
    announcement_requests.AnnouncementOf: "office",
    announcement_requests.TextToForward: "self",
    deadline_requests.EffectOf: "office",
    deadline_requests.DeadlineHistoryOf: "reader",
    deadline_requests.SaidDaysOf: "office",
    schedule_requests.ScheduleOf: "officer",
    why_requests.WhyToMe: "self",
    why_requests.WhyTo: "officer",
    why_requests.MissedIn: "self",
    meeting_requests.MeetingOf: "reader",
    meeting_requests.MyMeetings: "self",
    meeting_requests.MeetingsBelow: "officer",
    meeting_requests.PlanningOf: "officer",
    duty_commands.ResidenceOf: "officer",
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
