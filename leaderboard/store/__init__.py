"""The database: its schema, reading it, loading papers into it, the named queries.

Readers use :func:`leaderboard.store.reading.connect` and :mod:`leaderboard.store.queries`; :func:`leaderboard.store.loading.ingest` writes.
"""
