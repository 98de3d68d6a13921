"""What a physical unit measures where the text names no metric ("5 ms" is a latency)."""

from __future__ import annotations

#: The distance to a better system: a share of it that was closed is a ratio.
GAP = "performance gap"


#: What a unit measures where the text names nothing else.
PHYSICAL_COST = {
    "h": "training time",
    "day": "training time",
    "min": "time",
    "s": "runtime",
    "ms": "latency",
    "us": "latency",
    "fps": "speed",
    "Hz": "speed",
    "FLOPs": "FLOPs",
    "FLOP/s": "throughput",
    "tokens/s": "throughput",
    "QPS": "throughput",
    "params": "parameters",
    "tokens": "training tokens",
    "GB": "memory",
    "MB": "model size",
    "KB": "model size",
    "TB": "memory",
    "W": "power",
    "mW": "power",
    "kW": "power",
    "J": "energy",
    "mJ": "energy",
    "kWh": "energy",
    "USD": "price",
    "GPU years": "compute",
    "epochs": "epochs",
}
