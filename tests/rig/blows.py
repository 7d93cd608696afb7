"""What happens to the processes, in which order; pure."""

from dataclasses import dataclass
from random import Random

from alerts.milestones import MILESTONES


@dataclass(frozen=True, slots=True)
class Blow:
    """How a round ends: at a milestone, in flight, or by a signal at a random moment."""

    kind: str  # "milestone", "in flight", "kill", "term", "stop"
    detail: str = ""  # the milestone and how often it is passed, or the path of a request

    @property
    def is_about_commands(self) -> bool:
        """Return whether it needs somebody who wants something of the car."""
        return self.detail.startswith(("update", "command", "/telematics"))

    @property
    def name(self) -> str:
        """Return the words for the table."""
        return f"{self.kind} {self.detail.partition(':')[0]}".strip()


def blows(number: int, rng: Random) -> list[Blow]:
    """Return that many ends of rounds: every milestone as often as the others, in any order."""
    found = []
    for place in range(number):
        match place % 8:
            case 0 | 1 | 2 | 3:
                name = MILESTONES[(place // 8 * 4 + place % 8) % len(MILESTONES)]
                found.append(Blow("milestone", f"{name}:{rng.choice((1, 1, 2))}"))
            case 4:
                path = "/telematics/" if place % 16 == 12 else "/sendMessage"
                found.append(Blow("in flight", path))
            case 5 | 6:
                found.append(Blow("kill"))
            case _:
                found.append(Blow("stop" if place % 24 == 23 else "term"))
    rng.shuffle(found)
    return found
