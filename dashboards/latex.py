"""Tables as LaTeX, in the style of the booktabs package."""

from __future__ import annotations

import re

import polars as pl

from dashboards import text

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "±": r"$\pm$",
    "≤": r"$\leq$",
    "≥": r"$\geq$",
    "≈": r"$\approx$",
    "×": r"$\times$",
    "−": r"$-$",
}
_ANY = re.compile("|".join(map(re.escape, _SPECIAL)))


def table(frame: pl.DataFrame, caption: str = "") -> str:
    r"""The table as LaTeX, numbers right-aligned, special characters escaped.

    >>> print(table(pl.DataFrame({"Method": ["A_1"], "Value": [97.3]}), "95% of it"))
    % needs \usepackage{booktabs}
    \begin{table}
      \caption{95\% of it}
      \begin{tabular}{lr}
        \toprule
        Method & Value \\
        \midrule
        A\_1 & 97.3 \\
        \bottomrule
      \end{tabular}
    \end{table}
    <BLANKLINE>
    """
    sides = "".join("r" if kind.is_numeric() else "l" for kind in frame.dtypes)
    lines = [
        " & ".join(map(escaped, cells)) + r" \\" for cells in ([*frame.columns], *([_cell(v) for v in row] for row in frame.iter_rows()))
    ]
    body = [r"\toprule", lines[0], r"\midrule", *lines[1:], r"\bottomrule"]
    head = [rf"  \caption{{{escaped(caption)}}}"] if caption else []
    return "\n".join(
        [
            r"% needs \usepackage{booktabs}",
            r"\begin{table}",
            *head,
            rf"  \begin{{tabular}}{{{sides}}}",
            *(f"    {line}" for line in body),
            r"  \end{tabular}",
            r"\end{table}",
            "",
        ]
    )


def escaped(words: str) -> str:
    r"""Text escaped for LaTeX; line breaks become spaces.

    >>> print(escaped("50% of A_B & {x}"))
    50\% of A\_B \& \{x\}
    """
    return _ANY.sub(lambda found: _SPECIAL[found[0]], re.sub(r"\s+", " ", words))


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return text.number(value).replace(",", "")
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)
