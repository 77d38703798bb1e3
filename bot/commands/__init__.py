"""What each command of the command line does; imported when it is run, so that a start is fast."""
