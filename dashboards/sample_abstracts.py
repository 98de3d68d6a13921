"""Short abstracts of invented papers, as examples for the Try it page."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sample:
    """An invented paper: what it demonstrates, its title and its abstract."""

    shows: str
    title: str
    abstract: str


SAMPLES = (
    Sample(
        "scores, a gain, a cost",
        "FoldNet: Convolutions that Fold",
        "FoldNet folds feature maps instead of pooling them. With 25M parameters it reaches 84.2% top-1 accuracy on "
        "ImageNet, 1.3 points more than ResNet-50, and trains 2.1x faster on 8 GPUs. On COCO it obtains 47.5 AP.",
    ),
    Sample(
        "lower is better",
        "Whisperer: Speech Recognition from Little Data",
        "With ten hours of labelled speech, Whisperer lowers the word error rate on LibriSpeech test-clean from 4.8% to 3.1%, and to 6.9% "
        "on test-other. Decoding runs in 40 ms per sentence.",
    ),
    Sample(
        "own and cited results",
        "TableTalk: Asking Tables in Plain Words",
        "TableTalk answers questions about tables of up to 2,000 rows. On WikiTableQuestions it has an accuracy of 63.4%, while TaPas has "
        "48.8%; human readers reach 85%. It needs a third of the memory.",
    ),
    Sample(
        "numbers that are not results",
        "A Collection of Street Scenes",
        "We present 5,000 images of 27 cities, taken between 2016 and 2019 at a resolution of 1920x1080, with labels for 19 classes. "
        "A model with 7B parameters describes each of them in 3 sentences.",
    ),
)
