"""Running extraction on many papers: batches of papers in, tables of claims out; in this process, on all cores or on a Ray cluster."""
