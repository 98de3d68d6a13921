"""The input and output tables of an extraction batch, as Arrow schemas."""

from __future__ import annotations

import pyarrow as pa

PAPERS = pa.schema([("paper_id", pa.string()), ("title", pa.string()), ("abstract", pa.string())])

BENCHMARK = pa.struct([("name", pa.string()), ("benchmark_id", pa.string())])

CLAIMS = pa.schema(
    [
        ("claim_id", pa.string()),
        ("paper_id", pa.string()),
        ("start_offset", pa.int32()),
        ("end_offset", pa.int32()),
        ("quote", pa.string()),
        ("kind", pa.string()),
        ("value", pa.float64()),
        ("value_high", pa.float64()),
        ("unit", pa.string()),
        ("change", pa.string()),
        ("bound", pa.string()),
        ("uncertainty", pa.float64()),
        ("metric", pa.string()),
        ("split", pa.string()),
        ("method", pa.string()),
        ("role", pa.string()),
        ("baseline", pa.string()),
        ("settings", pa.list_(pa.string())),
        ("origin", pa.string()),
        ("rule", pa.string()),
        ("confidence", pa.float64()),
        ("metric_id", pa.string()),
        ("canonical_value", pa.float64()),
        ("canonical_high", pa.float64()),
        ("canonical_unit", pa.string()),
        ("flags", pa.list_(pa.string())),
        ("task", pa.string()),
        ("task_source", pa.string()),
        ("protocol", pa.list_(pa.string())),
        ("benchmarks", pa.list_(BENCHMARK)),
    ]
)

FAILURES = pa.schema([("paper_id", pa.string()), ("code", pa.string()), ("reason", pa.string())])
