"""The database: schema, read-only connections, loads and named queries.

Readers use :func:`leaderboard.store.reading.connect` and :mod:`leaderboard.store.queries`; :func:`leaderboard.store.loading.ingest` writes.
"""
