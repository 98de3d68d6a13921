"""Which numbers are quantities (sign, unit, range, bound), and which are no results, and why."""
