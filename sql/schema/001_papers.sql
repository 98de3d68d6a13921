-- Where papers come from, the papers, the entries that could not be read, and what was run.
-- Ids are hashes of content (16 hexadecimal digits), so that two machines agree and loading twice changes nothing.

CREATE TABLE sources (
    source_id VARCHAR PRIMARY KEY,       -- hash of the file's bytes
    path VARCHAR NOT NULL,               -- as the user gave it when it was first read
    bytes BIGINT,
    entries INTEGER NOT NULL,            -- papers + rejected entries in it
    rejected INTEGER NOT NULL,
    product VARCHAR NOT NULL,            -- version of leaderboard that read it
    run_id INTEGER NOT NULL              -- the run that read it
);

CREATE TABLE papers (
    paper_id VARCHAR NOT NULL,           -- hash of the title, folded
    title VARCHAR NOT NULL,
    abstract VARCHAR NOT NULL,           -- exactly as in the source; claims point into it
    external_id VARCHAR,
    year INTEGER,
    date VARCHAR,                        -- ISO text: 2024, 2024-03 or 2024-03-14
    venue VARCHAR,
    url VARCHAR,
    authors VARCHAR,
    extractor VARCHAR,                   -- which extractor and registry its claims are from; null: not extracted yet
    run_id INTEGER NOT NULL              -- the run that first brought it
);

-- One row for each entry of each source: a paper that two files list has one row in papers and two here.
CREATE TABLE paper_sources (
    paper_id VARCHAR NOT NULL,
    source_id VARCHAR NOT NULL,
    line INTEGER,
    entry INTEGER
);

CREATE TABLE rejected (
    source_id VARCHAR,
    path VARCHAR NOT NULL,
    line INTEGER,
    entry INTEGER,
    paper_id VARCHAR,                    -- set where the paper was read but its abstract could not be worked on
    code VARCHAR NOT NULL,               -- stable, for grouping
    reason VARCHAR NOT NULL,
    excerpt VARCHAR NOT NULL,
    run_id INTEGER NOT NULL
);

CREATE TABLE runs (
    run_id INTEGER PRIMARY KEY,
    started_at TIMESTAMP NOT NULL,       -- UTC
    seconds DOUBLE NOT NULL,
    paths VARCHAR[] NOT NULL,
    entries INTEGER NOT NULL,            -- read in this run
    new_papers INTEGER NOT NULL,
    extracted INTEGER NOT NULL,          -- papers whose abstract was worked on in this run
    claims INTEGER NOT NULL,             -- claims found in those
    rejected INTEGER NOT NULL,
    extractor VARCHAR NOT NULL,
    product VARCHAR NOT NULL             -- version of leaderboard
);
