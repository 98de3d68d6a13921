-- One row for each reported number. Offsets count characters of papers.abstract from 0, so that
-- substring(abstract, start_offset + 1, end_offset - start_offset) = quote.

CREATE TABLE claims (
    claim_id VARCHAR NOT NULL,           -- hash of paper, origin, place, kind and value
    paper_id VARCHAR NOT NULL,
    start_offset INTEGER NOT NULL,
    end_offset INTEGER NOT NULL,
    quote VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,               -- score, gain, ratio or cost
    value DOUBLE NOT NULL,
    value_high DOUBLE,
    unit VARCHAR,
    change VARCHAR,                      -- up or down
    bound VARCHAR NOT NULL,              -- exact, up_to, at_least or about
    uncertainty DOUBLE,
    metric VARCHAR,                      -- as the text has it
    split VARCHAR,
    method VARCHAR,
    role VARCHAR NOT NULL,               -- proposed or baseline
    baseline VARCHAR,
    settings VARCHAR[] NOT NULL,
    origin VARCHAR NOT NULL,             -- prose; later also table, import, person
    rule VARCHAR NOT NULL,
    metric_id VARCHAR,                   -- metrics.metric_id, null where the registry has none
    canonical_value DOUBLE,
    canonical_high DOUBLE,
    canonical_unit VARCHAR,
    flags VARCHAR[] NOT NULL,            -- out-of-range, wrong-dimension, unregistered-metric, ...
    extractor VARCHAR NOT NULL,
    run_id INTEGER NOT NULL
);

CREATE TABLE claim_benchmarks (
    claim_id VARCHAR NOT NULL,
    position INTEGER NOT NULL,           -- from 0, in the order of the text
    name VARCHAR NOT NULL,               -- as the text has it
    benchmark_id VARCHAR,                -- benchmarks.benchmark_id, null where nobody has registered it
    benchmark VARCHAR                    -- what it is listed under; filled when a load is finished
);
