"""On what it was measured: recognising benchmarks, binding them to numbers, splits, lists, earlier sentences."""
