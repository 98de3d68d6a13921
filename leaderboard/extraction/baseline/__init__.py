"""Against what a change is measured: comparison words, lists of competitors, shares."""
