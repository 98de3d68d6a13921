"""The dashboard: pages that arrange what the named queries answer."""
