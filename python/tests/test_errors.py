"""The exception hierarchy: one class per status, all problems kept."""

from __future__ import annotations

import pickle

import galena
import pytest

STATUSES = {
    "INVALID_ARGUMENT": galena.InvalidArgument,
    "NOT_FOUND": galena.NotFound,
    "ALREADY_EXISTS": galena.AlreadyExists,
    "CONFLICT": galena.Conflict,
    "ILLEGAL_TRANSITION": galena.IllegalTransition,
    "DENIED_BY_RULE": galena.DeniedByRule,
    "LIMIT_EXCEEDED": galena.LimitExceeded,
    "BAD_ENCODING": galena.BadEncoding,
    "PARSE": galena.Parse,
    "UNSUPPORTED": galena.Unsupported,
    "BUSY": galena.Busy,
    "IO": galena.Io,
    "CORRUPT": galena.Corrupt,
    "OUTCOME_UNKNOWN": galena.OutcomeUnknown,
    "CANCELLED": galena.Cancelled,
    "NO_MEMORY": galena.NoMemory,
    "INTERNAL": galena.Internal,
}


@pytest.mark.parametrize("status", STATUSES)
def test_every_status_has_its_class(status: str) -> None:
    from galena._errors import from_problems

    error = from_problems([(status, "detail", "/a/0", "what is wrong", "mend it")])
    assert type(error) is STATUSES[status]
    assert isinstance(error, galena.Error)
    assert (error.code, error.detail, error.subject) == (status, "detail", "/a/0")
    assert str(error) == "/a/0: what is wrong (mend it)"


def test_class_names_are_the_statuses_in_camel_case() -> None:
    for status, each in STATUSES.items():
        assert each.__name__ == "".join(word.capitalize() for word in status.split("_"))


def test_every_problem_is_kept_with_its_pointer() -> None:
    definition = {
        "entity": "lead",
        "fields": [
            {"name": "a", "type": "nonsense"},
            {"name": "b", "type": "text", "max_length": -3},
            {"type": "text"},
        ],
    }
    with pytest.raises(galena.InvalidArgument) as caught:
        galena.Schema(definition)
    pointers = [problem.subject for problem in caught.value.problems]
    assert len(pointers) == 3
    assert all(pointer.startswith(f"/fields/{i}") for i, pointer in enumerate(pointers))
    assert str(caught.value).count("\n") == 2


def test_text_that_is_no_json_is_a_parse_error() -> None:
    with pytest.raises(galena.ParseError) as caught:
        galena.Schema("{")
    assert caught.value.code == "PARSE"
    assert isinstance(caught.value, ValueError)


def test_errors_survive_pickling() -> None:
    with pytest.raises(galena.NotFound) as caught:
        galena.schemas.standard("unicorn")
    again = pickle.loads(pickle.dumps(caught.value))
    assert type(again) is galena.NotFound
    assert again.problems == caught.value.problems


def test_wrong_argument_types_are_type_errors() -> None:
    with pytest.raises(TypeError, match="schema"):
        galena.Schema(3)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="roles"):
        galena.Actor("u1", roles="rep")
    with pytest.raises(TypeError, match="progress"):
        galena.read_csv(b"a\n1\n", progress=3)  # type: ignore[arg-type]
