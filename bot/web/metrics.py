"""Numbers for Prometheus; no label ever holds a chat, a person or a car."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram


class Metrics:
    """The counters of one process."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.handling = Histogram(
            "smartbot_update_seconds",
            "Time from taking an update to its answer",
            buckets=(0.01, 0.05, 0.1, 0.5, 1, 2, 5, 10, 30),
            registry=self.registry,
        )
        self.ticks = Counter(
            "smartbot_ticks",
            "Runs of the periodic jobs",
            ["job", "outcome"],
            registry=self.registry,
        )
        self.last_poll = Gauge(
            "smartbot_last_poll_timestamp_seconds",
            "When cars were last looked after, Unix time",
            registry=self.registry,
        )

        self.overdue = Gauge(
            "smartbot_overdue_alerts",
            "Alerts that should have been told an hour ago; anything but 0 is a fault",
            registry=self.registry,
        )

    def tick(self, job: str, is_well: bool) -> None:
        """Count one run of a periodic job."""
        self.ticks.labels(job, "ok" if is_well else "failed").inc()
