"""A run that goes on where nobody has answered yet, to tell how many questions there will be."""

from typing import Any

from dialog.ask import Ask, More
from dialog.errors import Unanswered
from dialog.questions import Question


class Ahead(Ask):
    """An Ask whose missing answers and facts are their first examples; `supposed` when one was."""

    supposed = False

    def fact(self, request: Any) -> Any:
        """Return the data, or its first example."""
        return self._facts[request] if request in self._facts else request.examples[0]

    def _answer(self, question: Question, more: More) -> str:
        try:
            return super()._answer(question, more)
        except Unanswered as at:
            self.supposed = self.supposed or question.kind != "review"
            return at.question.read(at.question.examples[0])
