"""The grammar's table: every construction that reports a result, from the special to the general.

To add a rule, add a line with an example in which the number it must take stands between « and »; the test suite runs every example. What the
pattern language means is said in `grammar.py`; what words belong to a class in capitals stands in `data/registry/words.txt`.
"""

from __future__ import annotations

from leaderboard.extraction.grammar import Compiled, Rule, compile_rule

RULES: tuple[Rule, ...] = (
    # -- not results, although they look like it ----------------------------------------------------------------------------
    Rule("labels-setting", "Q OF? DET? WORD? LABEL", "none", "trained with «1%» of the labels", ("%",)),
    Rule("training-data-setting", "Q NOTABLY? DET? WORD? SETNOUN", "none", "at «75%» sparsity it still works", ("%",)),
    Rule("setting-of", "SETNOUN OF|BE|TO|LP? Q", "none", "with a masking ratio of «30%»", ("%", "plain")),
    # -- from A to B, A vs. B ------------------------------------------------------------------------------------------------
    Rule(
        "from-to:from",
        "verb|METRIC|COST|upnoun|UPADJ|DOWNADJ ... FROM DET? adj{0,2} Q METRIC? WORD? LP? NAME? RP? TO|VERSUS ONLY? QTY",
        "baseline",
        "lifts accuracy from «75.2%» to 79%",
        ("%", "decimal", "dB", "points", "resource", "measure"),
    ),
    Rule("from-to-plain:from", "METRIC .. FROM Q TO QTY", "baseline", "lifts the PSNR from «28» to 30", ("plain",)),
    Rule("from-to-plain:to", "METRIC .. FROM QTY TO Q", "level", "lifts the PSNR from 28 to «30»", ("plain",)),
    Rule(
        "from-to:to",
        "verb|METRIC|COST|upnoun|UPADJ|DOWNADJ ... FROM DET? adj{0,2} QTY METRIC? WORD? LP? NAME? RP? TO ONLY? Q",
        "level",
        "lifts accuracy from 75.2% to «79%»",
        ("%", "decimal", "dB", "points", "resource", "measure"),
    ),
    Rule(
        "from-to-bare:from",
        "FROM Q TO QTY METRIC|ON|IN|COMMA|STOP|AND|SEMI|NOTABLY|WITH|RP",
        "baseline",
        "moves the network from «75.3%» to 79.3% on ImageNet",
        ("%", "decimal", "dB"),
    ),
    Rule(
        "from-to-bare:to",
        "FROM QTY TO Q METRIC|ON|IN|COMMA|STOP|AND|SEMI|NOTABLY|WITH|RP",
        "level",
        "moves the network from 75.3% to «79.3%» on ImageNet",
        ("%", "decimal", "dB"),
    ),
    Rule("pair:from", "COMMA|AND Q TO QTY", "baseline", "from 75.2% to 79% and «79.1%» to 83%", ("%", "plain", "dB", "measure")),
    Rule("pair:to", "COMMA|AND QTY TO Q", "level", "from 75.2% to 79% and 79.1% to «83%»", ("%", "plain", "dB", "measure")),
    Rule("number-versus", "Q METRIC? WORD? VERSUS WORD{0,2} QTY", "level", "(«90.6%» vs. 89.8%)", ("%", "decimal")),
    # -- a signed number is a change -----------------------------------------------------------------------------------------
    Rule("signed", "Q", "delta", "COCO captioning («+5.3» in CIDEr)", ("signed",)),
    # -- factors: 2x faster, 3x fewer parameters -----------------------------------------------------------------------------
    Rule("times-verb", "Q DET? mod{0,4} thing|COMPRESSNOUN|SPEEDNOUN", "delta", "it «doubles» the throughput of the decoder", ("verb",)),
    Rule("times-verb-number", "Q OF? DET|OF WORD? COUNTNOUN|WORD", "delta", "a «doubling» of the number of frames", ("verb",)),
    Rule("number-comparative", "Q adj{0,2} comparative", "delta", "runs «2.4x» faster than BERT and is «74%» smaller"),
    Rule("number-thing-change", "Q mod{0,3} thing{0,2} mod{0,2} thing? upnoun", "delta", "a «15.2%» AUROC increase on CIFAR-10"),
    Rule(
        "number-above",
        "Q METRIC? WORD? ATLEAST|UPTO DET|NAME|SOTA|WORD|WE",
        "delta",
        "scores 47% AP, «4.9%» above the best detector so far",
        ("%", "points", "decimal", "dB"),
    ),
    Rule("level-over", "GET adj{0,3} Q OVER", "delta", "obtains «2.5%» over the baseline", ("%", "points")),
    Rule("number-relative", "Q RELATIVE|ABSOLUTE", "delta", "reduces WER by «12%» relative"),
    Rule(
        "change-of-number",
        "upnoun METRIC? NAME? LP? thing? RP? BE? LP? prep|BE|GET|LP? FROM? NOTABLY? DET? WORD? Q",
        "delta",
        "a gain of «7.2%» on F1",
    ),
    Rule(
        "change-in-thing-of", "upnoun on mod{0,3} thing mod{0,2} OF|BY|LP|BE|COLON DET? Q", "delta", "an improvement in accuracy of «3.4%»"
    ),
    Rule(
        "change-thing-by",
        "upnoun ... BY|OF|LP Q",
        "delta",
        "shows reductions in memory on all devices by «3.4%»",
        ("%", "points", "x", "dB"),
    ),
    Rule(
        "verb-by",
        "UPVERB|DOWNVERB|SPEEDVERB|BEAT|ACCURATEADJ|UPADJ|DOWNADJ ... BY adj{0,2} Q",
        "delta",
        "outperforms the previous best model by «2.1» mAP",
    ),
    Rule(
        "by-number",
        "BY NOTABLY|MEAN|RELATIVE|ABSOLUTE|DET|ONLY{0,2} Q",
        "delta",
        "improves A by 1.3 mAP and B by «2.1» mAP",
        ("%", "points", "x", "dB", "decimal"),
    ),
    Rule("by-of-share", "UPVERB|DOWNVERB|BEAT ... BY .. Q", "delta", "improves the state of the art by a margin «2.1%»"),
    Rule("share-left", "DOWNVERB ... TO adj{0,2} Q", "share", "reducing the parameters to «50%»", ("fraction", "x")),
    Rule("cost-share-to", "DOWNVERB mod{0,3} COST mod{0,3} TO adj{0,2} Q", "share", "cuts the parameters to «50%»", ("%",)),
    Rule(
        "verb-to",
        "UPVERB|DOWNVERB|GET ... TO adj{0,2} Q",
        "level",
        "brings the accuracy to «85%»",
        ("%", "decimal", "dB", "measure", "resource", "points"),
    ),
    Rule(
        "gain-bracket",
        "upnoun .. LP WORD{0,2} COMMA? Q",
        "delta",
        "large gains for small models (e.g., «49.8%» on CIFAR-100)",
        ("%", "points", "x", "dB"),
    ),
    Rule("beat-db", "BEAT ... Q", "delta", "outperforms the best deep model for around «1 dB» in PSNR", ("dB",)),
    Rule("verb-up-to", "BEAT|UPVERB .. Q on METRIC|BENCH|PERF|COST", "delta", "improves by up to «6.9» points on MMLU", ("%", "points")),
    Rule("save-of", "DOWNVERB adj{0,2} Q OF DET? mod{0,6} COST", "delta", "saves «75%» of the energy", ("%", "fraction")),
    Rule("share-of-cost", "Q OF DET? mod{0,6} COST", "share", "with only «28%» of the data", ("%", "fraction")),
    Rule(
        "verb-number-thing",
        "UPVERB|DOWNVERB mod{0,2} Q adj{0,4} thing",
        "delta",
        "saves about «25%» inference FLOPs",
        ("%", "x", "points", "dB", "fraction", "decimal"),
    ),
    Rule("speed-noun-number", "SPEEDNOUN ... Q", "delta", "reaches speed-ups between 2x and, at best, «4x»", ("x",)),
    Rule("beat-times", "Q COMPRESSNOUN", "delta", "with over «10x» compression", ("x",)),
    Rule("times-thing", "Q DET? mod{0,2} thing", "delta", "gives «3x» throughput", ("x",)),
    Rule("verb-times", "UPVERB|DOWNVERB|SPEEDVERB|BEAT ... Q", "delta", "reduces the number of parameters up to «280 times»", ("x",)),
    Rule("times-as", "Q WORD mod{0,2} WORD", "delta", "«twice» as fast as the teacher", ("x",)),
    # -- a comparison's number belongs to what is compared ------------------------------------------------------------------
    Rule(
        "against-number",
        "VERSUS|THAN|KEEP DET? WORD? NAME? POSS? METRIC? OF? Q",
        "baseline",
        "98% compared to «44.7%» for the teacher",
        ("%", "decimal", "dB"),
    ),
    Rule(
        "beat-possessive",
        "BEAT|OVER|KEEP DET? WORD{0,2} NAME? POSS METRIC? OF? Q",
        "baseline",
        "surpassing CLIP's «68.3%»",
        ("%", "plain", "dB"),
    ),
    # -- shares --------------------------------------------------------------------------------------------------------------
    Rule("share-of-perf", "Q OF DET? mod{0,6} PERF|METRIC", "share", "keeps «93%» of its teacher's performance", ("%", "fraction")),
    Rule("share-of-system", "GET|KEEP ONLY? Q OF DET? mod{0,3} NAME|WORD", "share", "recovers «93%» of the full model", ("%", "fraction")),
    Rule("share-number-cost", "Q NOTABLY? adj{0,2} COST", "share", "with «0.5%» trainable parameters", ("%", "fraction")),
    Rule("share-of-peak", "Q OF adj{0,2} WORD", "share", "sustains 25 petaflops («40%» of peak)", ("fraction",)),
    # -- levels: metric and number side by side ------------------------------------------------------------------------------
    Rule(
        "metric-of",
        "METRIC LP? METRIC|NAME? RP? mod{0,2} OF|BE|COLON|TO|GET|BY|LP|HAVE adj{0,2} Q",
        "level",
        "an accuracy of «78.7%» on VQAv2",
        ("%", "plain", "dB", "measure", "x", "points", "ordinal"),
    ),
    Rule("metric-number", "METRIC RP? Q", "level", "FID «3.08» on CIFAR-10", ("%", "plain", "dB")),
    Rule("number-metric", "Q LP? adj{0,4} RP? METRIC", "level", "achieves «95.9%» accuracy", ("%", "plain", "dB", "measure", "ordinal")),
    Rule("percentile", "Q", "level", "lands in the «94th» percentile on Codeforces", ("ordinal",)),
    Rule(
        "metric-is",
        "METRIC ... BE|COLON|GET|TO adj{0,2} Q",
        "level",
        "the F1 on the test set of SQuAD is «84.6»",
        ("%", "plain", "dB", "measure"),
    ),
    Rule("name-colon", "LP NAME COLON Q", "baseline", "reaches 70.8% on ImageNet (CLIP: «68.3%»)", ("%", "decimal")),
    Rule("have-number", "NAME|WORD HAVE|BE Q", "level", "ImageNet pre-training has «67.3%»", ("%",)),
    Rule("metric-bracket", "METRIC WORD{0,3} LP Q", "level", "with high accuracy («96.0%»)", ("%", "plain", "dB")),
    # -- costs ---------------------------------------------------------------------------------------------------------------
    Rule(
        "cost-of", "COST mod{0,2} OF|BE|COLON|TO|LP|IN mod{0,2} Q", "level", "at a cost of only «$20»", ("resource", "measure", "decimal")
    ),
    Rule("number-of-cost", "Q OF? mod{0,2} COST", "level", "using less than «12 GB» of memory", ("resource", "measure")),
    Rule("rate", "Q", "level", "runs at «82 FPS»", ("fps",)),
    Rule("only-measure", "Q", "level", "using only «5.7M parameters»", ("only",)),
    Rule("cost-beside-score", "Q", "level", "an accuracy of 81.9% with «24M parameters»", ("beside-score",)),
    Rule("in-time", "IN DET? Q", "level", "trained in «9 days»", ("time", "USD")),
    # -- levels: benchmark and number side by side ---------------------------------------------------------------------------
    Rule("benchmark-bracket", "BENCH .. LP Q", "level", "on iNaturalist-18 («91.3%»)", ("%", "plain")),
    Rule("number-on-benchmark", "Q LP? .. RP? on DET? mod{0,4} BENCH", "level", "«99.05%» on UCF101", ("%", "decimal")),
    Rule("number-on-name", "LP|COMMA|COLON|DASH|GET WORD? Q on DET? NAME", "level", "beats all others, «85.1%» in MAWPS", ("%", "decimal")),
    Rule("get-number", "GET ... Q", "level", "reaches «72.4%» on it", ("%", "decimal", "dB")),
    Rule("change-bracket", "upnoun ... LP ... Q", "delta", "large gains on all tasks (around «3%»)", ("%", "points", "x")),
    Rule("beat-bracket", "BEAT|UPVERB ... Q", "delta", "outperforms all others («3%»)", ("%", "points", "dB")),
    Rule("percent-points", "Q", "delta", "is «3.2 percentage points» away from it", ("points",)),
)

COMPILED: tuple[Compiled, ...] = tuple(compile_rule(rule) for rule in RULES)
