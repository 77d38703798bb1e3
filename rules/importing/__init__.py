"""Units, contacts and entries of a table: what it says, row by row, and what it would change."""

from rules.importing.columns import Columns, Kind
from rules.importing.guess import guess
from rules.importing.preview import Change, Preview
from rules.importing.problems import Problem
from rules.importing.read import read_rows

__all__ = ["Change", "Columns", "Kind", "Preview", "Problem", "guess", "read_rows"]
