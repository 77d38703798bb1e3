"""Who may do what, written down a second time by hand: from this everything is tested.

Whoever declares another need has to come here too, and say it again where it can be read.
"""

from collections.abc import Iterator, Mapping

COMMANDS = {
    "anyone": """GiveConsent RefuseConsent ChooseLanguage SeeMyData CopyMyData WithdrawConsent
                 EraseMe""",
    "self": """Introduce UseCode MakeReturnCode AskForHelp KeepPhone BecomeContact CorrectMyData
               LeaveCodes ReadLaunch LockDesk Snooze Mute Unmute ChooseHour ChooseChannel
               RemindEarly
               ReadAnnouncement LeaveAnnouncement LeaveDeadlines""",
    "place": "RegisterEntry SendForm SaySent GiveReason",
    "reader": """AttachPhotos LeaveAsIs LeaveUnitAsIs LeaveMembership WantForm
                 ReplyToMeeting WantMeetingFile LeaveMeeting""",
    "author": "CorrectEntry WithdrawEntry DropTable AskForCorrection",
    "officer": """ConfirmEntry ConfirmMembership RefuseMembership ChangeRole EndMembership
                  ReplaceMember KeepPlan AskExtension MakeMeeting MakeSeries EndSeries MoveMeeting
                  CancelMeeting NoteReplies AgreeSchedule WantNotice SayDuty
                  WantNotebookPage""",
    "office": """RenameUnit RetypeUnit MoveUnit MergeUnits SplitUnit EndUnit AddUnit PutInCharge
                 CountMembers ExemptUnit LiftExemption IdentifyUnit AdmitUnit MakeTemplate
                 ReadTable ListProblems ImportTable MakeCodes RevokeCodes AcceptEntry ReturnEntry
                 MendEntry GrantCorrection RefuseCorrection NoteCall TakeSummary WantSummaryPaper
                 OpenDesk SettleHelp ReceivePaper StrikePaper TypeInEntry OpenLaunched
                 SettleSent Nudge
                 Announce StopAnnouncement CorrectAnnouncement RemindUnread
                 MarkTarget ChangeDeadlines SayDay UnsayDay""",
}
REQUESTS = {
    "anyone": "CodeMeaning HumanFor",
    "self": """UnitsLike MyEntries EntryMadeBy UnitsOfMine WhoAsks ExpectsSomebody
               Found FoundAgain MyReminders StillOwed WhyToMe MissedIn MyMeetings TextToForward""",
    "place": "StandingOf",
    "reader": """EntriesOf EntryOf CardOf HistoryOf ConfirmationOf MembersOf
                 FormsOf MemberOf AtOfficeOf HistoryOfEntry PlansOf PhotosOf DeadlineHistoryOf
                 MeetingOf""",
    "officer": """UnitsBelow WhyTo SummaryOf RoundsBelow RatingsOf ScheduleOf MeetingsBelow
                  PlanningOf ResidenceOf""",
    "office": """SpendingOf NotesBelow RegisterBelow StaffOver AskedUnitOf ImportPlan CodesFor
                 CodesMade CallList WaitingFor GapsOf SimilarBelow FormOf TwinsOf PapersOf CallsOf
                 NudgeOf AudienceOf UnitsNamed AnnouncementsOf AnnouncementOf
                 AdoptionOf ReachOf MarkedTargets EffectOf SaidDaysOf""",
}
ACTS = {
    "anyone": """main help english vietnamese data data-copy data-withdraw data-withdraw-yes
                 data-erase data-erase-yes data-keep""",
    "self": """form blank-form contact-list desk-lock data-correct not-ours documents why
               register new open drop
               drop-yes mine again link unit deadlines deadline-history quarter states find
               find-more person-card show
               photos correct withdraw members member contact-me organisation find-unit supplement
               rewrite register-for say-sent reason snooze mute unmute
               my-reminders still-owed remind-hour remind-channel remind-early
               entry-history launch-read adopt hand-form
               meetings meeting meeting-yes
               meeting-no meeting-forward meeting-file announce-read announce-forward""",
    "officer": """confirm member-confirm member-refuse member-role member-replace member-end
                  meetings-below meeting-new meeting-more meeting-move meeting-cancel
                  meeting-note meeting-silent
                  meeting-away meeting-series series-change series-end series-end-yes
                  residence residence-yes residence-no notebook handbook notebook-page
                  units-below why-unit why-of table missing remind-text plan ask-extension
                  schedule schedule-agree
                  schedule-remind schedule-file schedule-text""",
    "office": """missed change-deadline days-off said-day unsay-day missing-more call
                 table-picture table-files office-more desk unit-identify
                 unit-admit unit-changes rename retype move merge split end add-unit in-charge
                 headcount exempt import template import-units import-contacts import-entries
                 import-ratings import-drop codes help-done waiting accept ask-supplement mend
                 sent-here sent-received sent-missing nudge-look nudge
                 announcing announce announcements announcement announce-stop announce-right
                 announce-rest announce-again
                 grant refuse-correction launched launch launch-yes targets target target-yes
                 target-off target-no ratings paper-work gaps type-in paper-in paper-strike""",
}
ROUTES = {
    "anyone": (
        *("GET /", "GET /vao/{code}", "GET /page/{version}/{name}", "GET /health"),
        *("GET /ban/vao/{key}", "POST /ban/vao/{key}", "GET /ban/page/{version}/{name}"),
    ),
    "self": (
        *("GET /chat/bubbles", "GET /chat/events", "GET /tep/{key}"),
        *("POST /chat/say", "POST /chat/photo", "POST /chat/table"),
    ),
    "desk": (
        *("GET /ban", "GET /ban/dang-ky", "GET /ban/events", "GET /ban/{rest:.*}"),
        *("POST /ban/nhan-giay", "POST /ban/tep", "POST /ban/ra"),
        "GET /ban/dang-ky/{id}",
        "GET /ban/dang-ky/{id}/phieu",
        "POST /ban/dang-ky/{id}/tiep-nhan",
        "POST /ban/dang-ky/{id}/rut",
        "POST /ban/dang-ky/{id}/bo-ban-giay",
        "POST /ban/dang-ky/{id}/dong-y",
        "POST /ban/dang-ky/{id}/khong-dong-y",
        "POST /ban/dang-ky/{id}/ban-giay",
        "POST /ban/dang-ky/{id}/bo-sung",
        "POST /ban/dang-ky/{id}/sua",
        "GET /ban/anh/{id}",
        "GET /ban/viec-cho",
        "POST /ban/viec-cho/tiep-nhan",
        "POST /ban/viec-cho/giup-xong",
        "POST /ban/viec-cho/ban-giay",
        "GET /ban/don-vi/{id}",
        "POST /ban/don-vi/{id}/mien",
        "POST /ban/don-vi/{id}/bo-mien",
        "POST /ban/don-vi/{id}/ban-giay",
        "POST /ban/don-vi/{id}/bo-ban-giay",
        "POST /ban/don-vi/{id}/goi",
        "POST /ban/don-vi/{id}/xac-nhan",
        "POST /ban/don-vi/{id}/khong-phai",
        "POST /ban/don-vi/{id}/lam-ma",
        "POST /ban/don-vi/{id}/thu-hoi-ma",
        "GET /ban/nhap",
        "POST /ban/nhap",
        "POST /ban/nhap/da-co",
        "GET /ban/ban-giay",
        "POST /ban/ban-giay/nhan",
        "POST /ban/ban-giay/bo",
        "GET /ban/can-goi",
        "POST /ban/can-goi",
        *("GET /ban/thong-bao", "POST /ban/thong-bao/xem", "POST /ban/thong-bao/gui"),
        *("GET /ban/thong-bao/{id}", "POST /ban/thong-bao/{id}/dung"),
        *("POST /ban/thong-bao/{id}/nhac", "POST /ban/thong-bao/{id}/dinh-chinh"),
        *("GET /ban/han", "POST /ban/han/xem", "POST /ban/han/doi", "GET /ban/lich"),
        *("POST /ban/lich/xem", "POST /ban/lich/ghi", "POST /ban/lich/bo"),
    ),
    "telegram": ("POST /telegram/{bot}",),
    "zalo": ("POST /zalo/{bot}",),
    "link": (
        "GET /lay/{key}/{until}/{sign}",
        *("GET /lay/{key}/{until}/{sign}/tep", "GET /lay/{key}/{until}/{sign}/anh.{ending}"),
    ),
}
# What names something of somebody's and still needs no role over it, and why.
OPEN = {
    "HumanFor": "whom to call is told to everybody",
    "Introduce": "of the unit named one only asks to be",
    "BecomeContact": "the phone number decides it",
    "CorrectMyData": "the place has to be one's own",
    "ReadAnnouncement": "only whom it went to can say so",
    "TextToForward": "only whom it went to is told it again",
}


def by_name(written: Mapping[str, str]) -> dict[str, str]:
    """Return the need of each name in a list above."""
    return dict(_pairs(written))


def _pairs(written: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for need, names in written.items():
        yield from ((name, need) for name in names.split())


NEEDS = by_name(COMMANDS) | by_name(REQUESTS)
