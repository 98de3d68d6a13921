"""Running the extraction over many papers: batches of papers in, tables of claims out, in this process or on all cores."""
