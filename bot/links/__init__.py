"""Links to made files, for channels that carry no files."""
