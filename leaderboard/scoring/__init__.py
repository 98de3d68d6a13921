"""How right the extraction is: precision, recall and F1 against labelled claims, level by level and field by field."""

from leaderboard.scoring.report import Disagreement, Report, score_file, score_papers

__all__ = ["Disagreement", "Report", "score_file", "score_papers"]
