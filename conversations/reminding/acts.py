"""What can be asked for about reminders, and answered to one."""

from conversations.reminding import answering, my_reminders, sent

ACTS = {**answering.ACTS, **my_reminders.ACTS, **sent.ACTS}
