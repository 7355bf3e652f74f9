"""Lead management as a library: duplicates, routing and lifecycle of CRM records.

Data goes in as pandas, polars, pyarrow, DuckDB, a dict of columns, a list of row dicts, or the path
of a CSV file; tables come out as ``galena.Table``, which all of these read.
"""

from galena import processes, schemas
from galena._actor import Actor
from galena._criteria import Expression
from galena._csv import read_csv
from galena._decision import Change, Counter, Decision, Effect
from galena._errors import (
    AlreadyExists,
    BadEncoding,
    Busy,
    Cancelled,
    Conflict,
    Corrupt,
    DeniedByRule,
    Error,
    IllegalTransition,
    Internal,
    InvalidArgument,
    Io,
    IoError,
    LimitExceeded,
    NoMemory,
    NotFound,
    OutcomeUnknown,
    Parse,
    ParseError,
    Problem,
    Unsupported,
)
from galena._explanation import ClusterExplanation, Explanation
from galena._galena import __version__
from galena._index import Index, Match
from galena._lifecycle import Process, Status
from galena._match import Completeness, Deduplication, Linkage, Model, dedupe, link
from galena._money import Money
from galena._normalise import NormalForm, normalise
from galena._rules import EntryReading, Router, RuleDiff, RuleExplanation, RuleSet, route
from galena._schema import (
    Field,
    Finding,
    MappedColumn,
    Schema,
    SuggestedMapping,
    suggest_mapping,
)
from galena._similarity import double_metaphone, similarity
from galena._step import (
    Attempt,
    AuditEntry,
    Available,
    Instance,
    Obstacle,
    Rejection,
    Step,
)
from galena._table import Column, ConformedTable, CsvTable, Table

__all__ = [
    "Actor",
    "AlreadyExists",
    "Attempt",
    "AuditEntry",
    "Available",
    "BadEncoding",
    "Busy",
    "Cancelled",
    "Change",
    "ClusterExplanation",
    "Column",
    "Completeness",
    "Conflict",
    "ConformedTable",
    "Corrupt",
    "Counter",
    "CsvTable",
    "Decision",
    "Deduplication",
    "DeniedByRule",
    "Effect",
    "EntryReading",
    "Error",
    "Explanation",
    "Expression",
    "Field",
    "Finding",
    "IllegalTransition",
    "Index",
    "Instance",
    "Internal",
    "InvalidArgument",
    "Io",
    "IoError",
    "LimitExceeded",
    "Linkage",
    "MappedColumn",
    "Match",
    "Model",
    "Money",
    "NoMemory",
    "NormalForm",
    "NotFound",
    "Obstacle",
    "OutcomeUnknown",
    "Parse",
    "ParseError",
    "Problem",
    "Process",
    "Rejection",
    "Router",
    "RuleDiff",
    "RuleExplanation",
    "RuleSet",
    "Schema",
    "Status",
    "Step",
    "SuggestedMapping",
    "Table",
    "Unsupported",
    "__version__",
    "dedupe",
    "double_metaphone",
    "link",
    "normalise",
    "processes",
    "read_csv",
    "route",
    "schemas",
    "similarity",
    "suggest_mapping",
]

# People meet these as galena.Table and so on, wherever they are written down.
for _name in __all__:
    if isinstance(globals()[_name], type):
        globals()[_name].__module__ = "galena"
del _name
