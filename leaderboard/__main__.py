"""``python -m leaderboard`` is the command line."""

from leaderboard.cli import main

if __name__ == "__main__":
    main()
