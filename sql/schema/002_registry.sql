-- The registry as it was when the claims were made; replaced whenever an ingest uses another one.

CREATE TABLE benchmarks (
    benchmark_id VARCHAR PRIMARY KEY,    -- the canonical name
    task VARCHAR,
    area VARCHAR
);

CREATE TABLE metrics (
    metric_id VARCHAR PRIMARY KEY,       -- the canonical name
    direction VARCHAR NOT NULL CHECK (direction IN ('higher', 'lower')),
    unit VARCHAR,
    low DOUBLE,
    high DOUBLE,
    family VARCHAR,
    kind VARCHAR
);

CREATE TABLE aliases (
    alias VARCHAR NOT NULL,
    kind VARCHAR NOT NULL CHECK (kind IN ('benchmark', 'metric')),
    name VARCHAR NOT NULL                -- the canonical name it stands for
);
