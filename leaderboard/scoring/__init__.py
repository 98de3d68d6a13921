"""Accuracy of the extraction: precision, recall and F1 against labelled claims at each level, and accuracy of each field."""

from leaderboard.scoring.compare import Changes, compare
from leaderboard.scoring.gold import GoldError, LabelledPaper, read_gold
from leaderboard.scoring.outcomes import Outcome
from leaderboard.scoring.report import Report, score_file, score_papers

__all__ = ["Changes", "GoldError", "LabelledPaper", "Outcome", "Report", "compare", "read_gold", "score_file", "score_papers"]
