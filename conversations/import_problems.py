"""What is wrong with a table: the first of it in a bubble, all of it in a file."""

from conversations.importing_words import column_label, say_problem, say_why
from conversations.situation import Translate
from rules.importing.columns import Kind
from rules.importing.preview import Preview
from rules.importing.problems import Problem
from rules.numbers import say_number

FIRST = 10


def say_problems(found: Preview, _: Translate) -> str:
    """Return the first ten problems that hinder an import, and how many more there are."""
    stopping = [problem for problem in found.problems if problem.stops]
    lines = [f"• {say_problem(problem, found.kind, _)}" for problem in stopping[:FIRST]]
    if len(stopping) > FIRST:
        left = say_number(len(stopping) - FIRST)
        lines.append(_("… and {count} more.").format(count=left))
    return "\n".join(lines)


def problem_head(_: Translate) -> tuple[str, ...]:
    """Return the headings of the file of problems."""
    return (_("Row"), _("What is wrong"), _("Column"), _("It says"))


def problem_row(problem: Problem, kind: Kind, _: Translate) -> tuple[str | int | None, ...]:
    """Return a problem as a row of that file; one of the whole table has no row."""
    label = problem.heading or (column_label(kind, problem.column, _) if problem.column else "")
    return (problem.row or None, say_why(problem, kind, _), label, problem.value)
