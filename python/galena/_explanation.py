"""Explanations: why two records are one, how a cluster holds together."""

from __future__ import annotations

from typing import Any, Callable

from galena import _galena, _html
from galena._plot import waterfall
from galena._table import Table, of_native
from galena._values import Id


class Explanation:
    """Why two records are, or are not, taken for one, bit by bit.

    The weights of the fields, ``changed``, ``related``, ``ruled``, ``partners`` and the prior add up to
    ``weight``; the probability is 1 / (1 + 2 ** -weight).

    >>> print(found.explain(3, 17))
    >>> found.explain(3, 17).levels.to_pandas()
    """

    __slots__ = ("_native",)

    def __init__(self, native: _galena.Explanation) -> None:
        self._native = native

    @property
    def probability(self) -> float:
        """That both are one, 0 to 1."""
        return self._native.probability

    @property
    def weight(self) -> float:
        """The sum of all evidence, in bits."""
        return self._native.weight

    @property
    def prior(self) -> float:
        """log2 of the odds before any evidence."""
        return self._native.prior

    @property
    def relation(self) -> str:
        """What else explains most of what agrees (``household``, ...); empty when nothing does."""
        return self._native.relation

    @property
    def related(self) -> float:
        """The bits that the relation takes off, at most 0."""
        return self._native.related

    @property
    def change(self) -> str:
        """What may have changed so that records of one differ (a move, ...); empty when nothing."""
        return self._native.change

    @property
    def changed(self) -> float:
        """The bits given back for it."""
        return self._native.changed

    @property
    def rule(self) -> str:
        """Of a model with rules: the rule that holds, or what the nearest one wants."""
        return self._native.rule

    @property
    def ruled(self) -> float:
        """The bits that the rules add or take, so that they decide."""
        return self._native.ruled

    @property
    def partners(self) -> float:
        """Where records have one partner each: the bits that the other pairs of the two take off, or
        give when there is none."""
        return self._native.partners

    @property
    def rival(self) -> str:
        """The strongest other pair of one of them (``L1 and R7``), if it takes bits; else empty."""
        return self._native.rival

    @property
    def candidate(self) -> bool:
        """False when the pair was only compared for this explanation."""
        return self._native.candidate

    @property
    def keys(self) -> Table:
        """Table: key, left, right, shared, records, compared, note: the blocking keys of both.

        What became of shared keys (``records`` that have it, ``compared``, ``note``) is told where no
        key brought the pair up; of an index always, as its keys are now. Empty for records alone.
        """
        rows = self._native.keys
        columns = ("key", "left", "right", "shared", "records", "compared", "note")
        cells = [(key, left, right, shared, records, compared, note)
                 for key, left, right, shared, records, _, compared, note in rows]
        return Table({name: [row[i] for row in cells] for i, name in enumerate(columns)})

    @property
    def together(self) -> bool | None:
        """Whether both are in one cluster, or linked; None for records alone."""
        outcome = self._native.outcome
        return None if outcome is None else bool(outcome[0])

    @property
    def would_join(self) -> bool | None:
        """Whether they are together, or would be if they were compared; None for records alone."""
        outcome = self._native.outcome
        return None if outcome is None else bool(outcome[1])

    @property
    def obstacle(self) -> str:
        """Why they are not together; empty when they are, and for records alone.

        too_weak, not_compared, declared_apart, one_per_source, cluster_size, average (of all pairs
        between their clusters), moved, order, one_to_one.
        """
        outcome = self._native.outcome
        return "" if outcome is None else str(outcome[2])

    @property
    def outcome(self) -> str:
        """What became of the pair, a sentence; empty for records alone."""
        outcome = self._native.outcome
        return "" if outcome is None else str(outcome[3])

    @property
    def levels(self) -> Table:
        """Table: field, left, right, level, base, frequency, weight."""
        return of_native(self._native.to_table())

    def to_json(self) -> str:
        """The explanation as JSON."""
        return self._native.to_json()

    def plot(self, ax: Any = None) -> Any:
        """The evidence as a waterfall chart. Needs matplotlib; returns its axes."""
        levels = self.levels
        steps = list(zip(levels["field"], levels["weight"]))
        return waterfall(steps, f"{self.weight:.1f} bits, probability {self.probability:.4f}", ax)

    def __str__(self) -> str:
        return self._native.to_text().rstrip("\n")

    def __repr__(self) -> str:
        return f"<galena.Explanation: probability {self.probability:.4f}, {self.weight:.2f} bits>"

    def _repr_html_(self) -> str:
        levels = self.levels
        names = ("field", "left", "right", "level", "weight")
        rows = [[row[name] for name in names] for row in levels]
        caption = f"probability {self.probability:.4f}, weight {self.weight:.2f} bits"
        return _html.table(names, rows, len(rows), caption)


class ClusterExplanation:
    """How a cluster came about and holds together."""

    __slots__ = ("cluster", "size", "members", "joins", "links", "moves", "weakest", "average",
                 "least_alike", "least", "_text", "_json")

    def __init__(self, native: tuple[Any, ...], id_of: type) -> None:
        (cluster, self.size, members, joins, links, moves, self.weakest, self.average, least,
         self._text, self._json) = native
        #: the id of the cluster
        self.cluster: Id = id_of(cluster)
        #: the ids of its members, at most 200 of them; ``size`` counts all
        self.members: list[Id] = [id_of(member) for member in members]
        #: Table left, right, weight, probability, average, left_members, right_members: the pairs
        #: because of which two groups became one, in the order of joining
        self.joins = _table(joins, {"left": id_of, "right": id_of, "weight": float,
                                    "probability": float, "average": float, "left_members": int,
                                    "right_members": int})
        #: Table member, partner, weight, probability, average: each member's strongest link, and the
        #: mean weight of its pairs with all others
        self.links = _table(links, {"member": id_of, "partner": id_of, "weight": float,
                                    "probability": float, "average": float})
        #: Table member, other, arrived, gain: records that came from the cluster of another one, or
        #: left for it (other is None: to be alone), because they fit there better
        self.moves = _table(moves, {"member": id_of,
                                    "other": lambda text: id_of(text) if text else None,
                                    "arrived": bool, "gain": float})
        #: the two members that are least alike, None for a member alone, and the weight of their pair
        self.least_alike = (id_of(least[0]), id_of(least[1])) if least[0] else None
        self.least: float = least[2]

    def to_json(self) -> str:
        """The explanation as JSON."""
        return str(self._json)

    def __str__(self) -> str:
        return str(self._text).rstrip("\n")

    def __repr__(self) -> str:
        return f"<galena.ClusterExplanation {self.cluster}: {self.size} members>"

    def _repr_html_(self) -> str:
        return self.joins._repr_html_() + self.links._repr_html_()


def _table(rows: list[tuple[Any, ...]], columns: dict[str, Callable[[Any], Any]]) -> Table:
    return Table({name: [read(row[i]) for row in rows]
                  for i, (name, read) in enumerate(columns.items())})
