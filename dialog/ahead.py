"""A run that goes on where nobody has answered yet, to tell how many questions there will be."""

from typing import Any

from dialog.ask import Ask
from dialog.errors import Unanswered
from dialog.questions import Question


class Ahead(Ask):
    """An Ask that goes on past the counted question `at` with first examples, if `supposed` any."""

    at: Question | None = None
    came_by: tuple[Question, ...] = ()
    supposed = False

    def stop(self, question: Question) -> None:
        """Note the first question without an answer."""
        if self.at is None:
            self.at, self.came_by = question, tuple(self.asked)

    def fact(self, request: Any) -> Any:
        """Return the data, or, past the question, its first example."""
        known = self.at is None or request in self._facts
        return super().fact(request) if known else request.examples[0]

    def _unanswered(self, question: Question) -> str:
        self.stop(question)
        if self.at is question and not question.counted:
            raise Unanswered(question)
        if self.at is question and question.key == self._state.edit:
            return question.read(question.kept)
        self.supposed = self.supposed or question.kind != "review"
        return question.read(question.examples[0])
