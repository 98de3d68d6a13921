"""What was measured: the metric or cost of a level or of a change, its kind, unit and direction."""
