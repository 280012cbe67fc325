"""What a chart takes: periods in order, each with its four counts."""

from dataclasses import dataclass

QUADS = (
    "verbal cooperation",
    "material cooperation",
    "verbal conflict",
    "material conflict",
)


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time and how many records of each quad fall into it.

    `label` is said in full ("March 2020"), `tick` stands at the axis ("Mar"); `major`
    ticks are kept first where room is short. `href` leads to the period's evidence,
    None where there is none. `open_ended` marks a last period that isn't over.
    """

    label: str
    tick: str
    counts: tuple[int, int, int, int]
    href: str | None = None
    major: bool = False
    open_ended: bool = False

    @property
    def cooperation(self) -> int:
        """Records of both kinds of cooperation."""
        return self.counts[0] + self.counts[1]

    @property
    def conflict(self) -> int:
        """Records of both kinds of conflict."""
        return self.counts[2] + self.counts[3]

    def described(self) -> str:
        """Say the counts in words, for readers who cannot see the drawing.

        >>> Period("2020", "2020", (2, 0, 1, 0)).described()
        '2020: 2 verbal cooperation, 1 verbal conflict'
        """
        parts = [
            f"{count} {quad}"
            for count, quad in zip(self.counts, QUADS, strict=True)
            if count
        ]
        return f"{self.label}: {', '.join(parts) or 'no records'}"
