"""What names look like: coined ones by their capitals and digits, and those that everybody uses."""

from __future__ import annotations

import re

_SHAPED_PART = re.compile(r"[a-z0-9][A-Z]|[A-Z]{2}|[A-Za-z]\d|\d[A-Za-z]|^[A-Z]$")
_WORD = r"[A-Za-z0-9][\w^$*\-+./]*[\w*+$]|[A-Z]"
NAME = rf"(?:{_WORD})(?:[ -](?:[A-Z0-9][\w\-+]*|v\d[\d.]*)){{0,2}}"
ACRONYM = re.compile(r"\((?:called |dubbed |named |denoted as |or |i\.e\.,? )?[\"'`]*([A-Za-z0-9][\w\-+^*$ ./]{0,24}?)[\"'`]*\)")
#: Names of languages and kinds that a sentence may begin with, but that no system has.
NO_SUBJECT = re.compile(
    r"^(?:English|Chinese|German|French|Russian|Spanish|Arabic|Hindi|Japanese|Korean|Italian|Bangla|LLMs?|LMs?|CNNs?|GNNs?|Transformers|VLMs?|MLLMs?|Experiments?|Results?)$"
)
#: Names that everybody uses: of fields, tasks, kinds of model, languages.
GENERIC = re.compile(
    r"^(?:LLMs?|LMs?|NLP|CNNs?|DNNs?|GNNs?|RNNs?|GANs?|VLMs?|MLLMs?|ViTs?|AI|ML|DL|RL|ASR|SSL|NLI|QA|VQA|NLU|NLG|MT|NMT|SLT|KD|PLMs?|VLPs?|SOTA|OOD|IoT|API|GPUs?|CPU|2D|3D|4D|RGB|RGB-D|SLAM|UAVs?|"
    r"MoE|NAS|CT|MRI|EHRs?|SGD|Transformers?|MLPs?|LVLMs?|PEFT|ICL|RLHF|FL|DA|UDA|CL|GCNs?|FCN|LSTMs?|BERT|GPT|CLIP|i\.e|e\.g|In|On|We|The|It|This|Our|For|To|As|BiLSTM|PTMs?|HPC|KGs?|IR|SR|TTS|MIM|RAG|VOS|PET|"
    r"Bayesian|Gaussian|English|Chinese|German|French|Python|Markov|Hessian|Fourier|Internet|Web|Wikipedia|G?FLOP[sS]|FPS|Russian|Spanish|Arabic|Hindi|Japanese|Korean|Italian|Europe|Transformer-based|CNN-Transformer|GPU-?hours|\d+[BM]|T5|CUDA|ADMM|PCA|AR|SISR|AUROC|AUC|WER|FID|mAP|BLEU|F1|VQA|MDPs?|POMDP|ReID|re-ID|GT|MTL|ID|SVMs?|HMM|EEG|ECG)$"
)


def has_shape(text: str) -> bool:
    """Whether a word looks like a coined name: a capital inside, two capitals, a letter with a digit (but not ``Fine-Tuning``).

    >>> has_shape("ER-SAN"), has_shape("DeepID2"), has_shape("Data-Efficient"), has_shape("ViT-B")
    (True, True, False, True)
    """
    return any(_SHAPED_PART.search(part) for word in text.split() for part in word.split("-"))


def clean_name(name: str) -> str:
    return name.strip(" .,;:'\"`*").removesuffix("'s")
