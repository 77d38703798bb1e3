"""Files in and out: kept on our disk, made, read and handed over after the commit."""
