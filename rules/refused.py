"""The one error for what people say or do and the assistant cannot take."""


class Refused(Exception):  # noqa: N818 - a refusal is an answer to a person, not a fault
    """What a person said cannot be taken; it always becomes a sentence that says what to do.

    `reason` is a kebab-case code such as "too-long"; `details` are what its sentence needs.
    """

    def __init__(self, reason: str, **details: str | int) -> None:
        super().__init__(reason)
        self.reason = reason
        self.details = details
