"""The exceptions of galena: one class per status, the same statuses as in C and C++."""

from __future__ import annotations

from typing import NamedTuple, Sequence


class Problem(NamedTuple):
    """One thing that is wrong, where, and what to do about it."""

    code: str  #: the status, such as ``"INVALID_ARGUMENT"``
    detail: str  #: a closed identifier to translate by, such as ``"unknown_field"``
    subject: str  #: a field, a row, or a JSON pointer
    message: str
    hint: str = ""  #: what to do; may be empty

    def __str__(self) -> str:
        where = f"{self.subject}: " if self.subject and self.subject not in self.message else ""
        advice = f" ({self.hint})" if self.hint else ""
        return f"{where}{self.message}{advice}"


class Error(Exception):
    """Base of all exceptions of galena. A call that fails reports every problem, not the first.

    >>> try:
    ...     galena.RuleSet.from_json({"entries": 3})
    ... except galena.Error as error:
    ...     for problem in error.problems:
    ...         print(problem.subject, problem.message)
    """

    #: the status of this class; each subclass has its own
    status = "INTERNAL"

    def __init__(self, problems: str | Sequence[Problem] = "", subject: str = "") -> None:
        if isinstance(problems, str):
            problems = [Problem(self.status, "", subject, problems)]
        #: every problem that was found, in order
        self.problems: list[Problem] = list(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))

    @property
    def code(self) -> str:
        """The status of the first problem, such as ``"INVALID_ARGUMENT"``."""
        return self.problems[0].code if self.problems else self.status

    @property
    def detail(self) -> str:
        """The closed identifier of the first problem, such as ``"unknown_field"``."""
        return self.problems[0].detail if self.problems else ""

    @property
    def subject(self) -> str:
        """The field, row or JSON pointer of the first problem."""
        return self.problems[0].subject if self.problems else ""

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)

    def __reduce__(self) -> tuple[type[Error], tuple[list[Problem]]]:
        return type(self), (self.problems,)


class InvalidArgument(Error, ValueError):
    """A value, a definition or an argument that cannot be used."""

    status = "INVALID_ARGUMENT"


class NotFound(Error, KeyError):
    """Something is named that does not exist."""

    status = "NOT_FOUND"


class AlreadyExists(Error):
    """Something is created that is there already."""

    status = "ALREADY_EXISTS"


class Conflict(Error):
    """The version given is not the stored one: read again and repeat."""

    status = "CONFLICT"


class IllegalTransition(Error):
    """The event leads nowhere from the present status."""

    status = "ILLEGAL_TRANSITION"


class DeniedByRule(Error):
    """A rule forbids it: a role is missing, a guard does not hold."""

    status = "DENIED_BY_RULE"


class LimitExceeded(Error):
    """Larger than galena, or a definition, allows."""

    status = "LIMIT_EXCEEDED"


class BadEncoding(Error, ValueError):
    """Text that is not valid Unicode."""

    status = "BAD_ENCODING"


class Parse(Error, ValueError):
    """Text that does not follow its grammar (JSON, CSV, logic of criteria)."""

    status = "PARSE"


class Unsupported(Error):
    """Valid, but nothing that this version of galena can do."""

    status = "UNSUPPORTED"


class Busy(Error):
    """Somebody else is at work on it: try again."""

    status = "BUSY"


class Io(Error, OSError):
    """A file cannot be read or written."""

    status = "IO"


class Corrupt(Error):
    """Stored data that is damaged or does not fit together."""

    status = "CORRUPT"


class OutcomeUnknown(Error):
    """Whether the change was stored cannot be told: ask with the same key."""

    status = "OUTCOME_UNKNOWN"


class Cancelled(Error):
    """The caller stopped the work."""

    status = "CANCELLED"


class NoMemory(Error, MemoryError):
    """Not enough memory."""

    status = "NO_MEMORY"


class Internal(Error):
    """A defect of galena itself: please report it."""

    status = "INTERNAL"


#: the same classes under the names that many libraries give them
ParseError = Parse
IoError = Io

_CLASSES: dict[str, type[Error]] = {
    each.status: each
    for each in (
        InvalidArgument,
        NotFound,
        AlreadyExists,
        Conflict,
        IllegalTransition,
        DeniedByRule,
        LimitExceeded,
        BadEncoding,
        Parse,
        Unsupported,
        Busy,
        Io,
        Corrupt,
        OutcomeUnknown,
        Cancelled,
        NoMemory,
        Internal,
    )
}


def from_problems(problems: Sequence[tuple[str, str, str, str, str]]) -> Error:
    """The exception for problems of the compiled part; its class goes by the first of them."""
    listed = [Problem(*problem) for problem in problems]
    return _CLASSES.get(listed[0].code if listed else "INTERNAL", Internal)(listed)
