"""Carrying out the commands of a batch, in the transaction of its messages."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from bot.carry_out import (
    accepting,
    announcing,
    asked_units,
    calling,
    changes,
    codes,
    correcting,
    days_off,
    deadlines,
    desk,
    duties,
    extensions,
    forms,
    helping,
    importing,
    inviting,
    joining,
    launching,
    meetings,
    members,
    nudging,
    organisation,
    own_corrections,
    own_data,
    papers,
    phones,
    planning,
    registering,
    reminding,
    replacing,
    replying,
    saying_sent,
    scheduling,
    summaries,
    tables,
    targets,
    typing_in,
    ways_back,
)
from bot.carry_out.authorising import forbidden, turn_away
from bot.carry_out.order import Order, Told
from bot.carry_out.telling import tell_contacts
from bot.carry_out.welcoming import tell_of_newcomer
from rules import (
    adoption_commands,
    announcement_commands,
    code_commands,
    commands,
    deadline_commands,
    duty_commands,
    file_commands,
    import_commands,
    meeting_commands,
    member_commands,
    office_commands,
    paper_commands,
    reminding_commands,
    rights,
    schedule_commands,
    unit_commands,
)
from rules.results import Corrected, Result
from storage.database import Transaction

Act: TypeAlias = Callable[[Transaction, Order], Awaitable[Result]]
ALONE: Mapping[type[commands.Command], Act] = {
    commands.GiveConsent: joining.give_consent,
    commands.RefuseConsent: joining.refuse_consent,
    commands.UseCode: codes.use_code,
    commands.MakeReturnCode: ways_back.make_return_code,
    code_commands.MakeCodes: inviting.make_codes,
    code_commands.RevokeCodes: inviting.revoke_codes,
    code_commands.LeaveCodes: inviting.leave_codes,
    commands.WithdrawEntry: changes.withdraw,
    commands.ConfirmEntry: changes.confirm,
    commands.AttachPhotos: changes.attach_photos,
    commands.LeaveAsIs: changes.leave_as_is,
    office_commands.SettleHelp: helping.settle_help,
    commands.KeepPhone: phones.keep_phone,
    commands.ChooseLanguage: joining.choose_language,
    rights.SeeMyData: own_data.see,
    rights.CopyMyData: own_data.copy,
    rights.WithdrawConsent: own_data.withdraw,
    file_commands.MakeTemplate: tables.make_template,
    file_commands.ReadTable: tables.read_table,
    file_commands.ListProblems: tables.list_problems,
    file_commands.DropTable: tables.drop_table,
    import_commands.ImportTable: importing.import_table,
    unit_commands.LeaveUnitAsIs: organisation.leave_unit_as_is,
    member_commands.LeaveMembership: members.leave,
    member_commands.BecomeContact: phones.become_contact,
    office_commands.WantForm: forms.want_form,
    office_commands.OpenDesk: desk.open_desk,
    office_commands.TakeSummary: summaries.take_summary,
    office_commands.WantSummaryPaper: summaries.want_paper,
    office_commands.NoteCall: calling.note_call,
    office_commands.LockDesk: desk.lock_desk,
    adoption_commands.OpenLaunched: launching.open_launched,
    adoption_commands.ReadLaunch: launching.read_launch,
    adoption_commands.KeepPlan: planning.keep_plan,
    adoption_commands.MarkTarget: targets.mark_target,
    meeting_commands.MakeMeeting: meetings.make,
    meeting_commands.MakeSeries: meetings.make_series,
    meeting_commands.EndSeries: meetings.end_series,
    meeting_commands.MoveMeeting: meetings.move,
    meeting_commands.CancelMeeting: meetings.cancel,
    meeting_commands.LeaveMeeting: meetings.leave,
    meeting_commands.ReplyToMeeting: replying.reply,
    meeting_commands.NoteReplies: replying.note,
    meeting_commands.WantMeetingFile: replying.want_calendar_file,
    deadline_commands.ChangeDeadlines: deadlines.change_deadlines,
    deadline_commands.LeaveDeadlines: deadlines.leave_deadlines,
    deadline_commands.SayDay: days_off.say_day,
    deadline_commands.UnsayDay: days_off.unsay_day,
    reminding_commands.SaySent: saying_sent.say_sent,
    reminding_commands.Snooze: reminding.snooze,
    reminding_commands.Mute: reminding.mute,
    reminding_commands.Unmute: reminding.unmute,
    reminding_commands.ChooseHour: reminding.choose_hour,
    reminding_commands.ChooseChannel: reminding.choose_channel,
    reminding_commands.RemindEarly: reminding.remind_early,
    reminding_commands.Nudge: nudging.nudge,
    announcement_commands.Announce: announcing.announce,
    announcement_commands.StopAnnouncement: announcing.stop,
    announcement_commands.CorrectAnnouncement: announcing.correct,
    announcement_commands.RemindUnread: announcing.remind_unread,
    announcement_commands.ReadAnnouncement: announcing.read,
    announcement_commands.LeaveAnnouncement: announcing.leave,
    schedule_commands.AgreeSchedule: scheduling.agree_schedule,
    schedule_commands.WantNotice: scheduling.want_notice,
    duty_commands.SayDuty: duties.say_duty,
    duty_commands.WantNotebookPage: duties.want_page,
}
Telling: TypeAlias = Callable[[Transaction, Order, list[Told]], Awaitable[Result]]
TELLING: Mapping[type, Telling] = {
    commands.Introduce: joining.introduce,
    paper_commands.ReceivePaper: papers.receive,
    paper_commands.StrikePaper: papers.strike,
    paper_commands.SendForm: papers.send_form,
    paper_commands.TypeInEntry: typing_in.type_in,
    commands.AskForHelp: helping.ask_for_help,
    commands.CorrectEntry: changes.correct,
    office_commands.AcceptEntry: accepting.accept,
    office_commands.ReturnEntry: accepting.return_,
    office_commands.MendEntry: accepting.mend,
    office_commands.AskForCorrection: correcting.ask,
    office_commands.GrantCorrection: correcting.grant,
    office_commands.RefuseCorrection: correcting.refuse,
    rights.CorrectMyData: own_corrections.correct,
    rights.EraseMe: own_data.erase,
    member_commands.ConfirmMembership: members.confirm,
    member_commands.RefuseMembership: members.refuse,
    member_commands.ChangeRole: members.change_role,
    member_commands.EndMembership: members.end,
    member_commands.ReplaceMember: replacing.replace,
    member_commands.IdentifyUnit: asked_units.identify,
    member_commands.AdmitUnit: asked_units.admit,
    deadline_commands.AskExtension: extensions.ask_extension,
    reminding_commands.SettleSent: saying_sent.settle_sent,
    reminding_commands.GiveReason: reminding.give_reason,
    **dict.fromkeys(organisation.CHANGES, organisation.change_unit),
}


async def carry_out(tx: Transaction, orders: Sequence[Order]) -> tuple[list[Result], list[Told]]:
    """Perform each order; return what came of each, and what others are to be told."""
    told: list[Told] = []
    registrations = [o for o in orders if isinstance(o.command, commands.RegisterEntry)]
    barred = await forbidden(tx, registrations)
    allowed = [order for order, no in zip(registrations, barred, strict=True) if not no]
    made: Sequence[Result] = await registering.register(tx, allowed, told)
    registered = {id(order): result for order, result in zip(allowed, made, strict=True)}
    results = [registered.get(id(order)) or await _alone(tx, order, told) for order in orders]
    for order, result in zip(orders, results, strict=True):
        before = len(told)
        await tell_contacts(tx, order, result, told)
        _note(told, order, result, since=before)
    return results, told


def _note(told: list[Told], order: Order, result: Result, *, since: int) -> None:
    """Note whom the newest bubbles are about: who gave the order, and whoever it concerned."""
    known = (result, order.person, *order.seen)
    for n, one in list(enumerate(told))[since:]:
        told[n] = replace(one, known=known, always=(order.person.id,))


async def _alone(tx: Transaction, order: Order, told: list[Told]) -> Result:
    """Perform one order, if whoever gave it may: what was done before it counts already."""
    if (await forbidden(tx, [order]))[0]:
        return await turn_away(tx, order)
    kind, before = type(order.command), len(told)
    if kind in TELLING:
        result = await TELLING[kind](tx, order, told)
    else:
        result = await ALONE[kind](tx, order)
    await tell_of_newcomer(tx, order, result, told)
    if isinstance(result, Corrected) and result.entry.state == "sent" and not result.again:
        await registering.tell_officer(tx, order, result.entry, told, again=True)
    _note(told, order, result, since=before)
    return result
