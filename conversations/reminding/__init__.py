"""What people are told by itself: reminders, invitations, announcements, in words."""
