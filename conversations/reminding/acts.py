"""What can be asked for about reminders, and answered to one."""

from conversations.reminding import answering, by_channel, my_reminders, sent, still_owed

ACTS = {
    **answering.ACTS,
    **my_reminders.ACTS,
    **by_channel.ACTS,
    **sent.ACTS,
    **still_owed.ACTS,
}
