"""The weights of the second reader: for each element one linear head over the features of a piece (`match.pieces`).

`languages/<lang>/heads.npz` holds them, written by `make train` (`evaluate.train`): the features with their weight in a
vector, the heads as whole numbers from -127 to 127 with one scale a head, and as JSON what they were made for and from.
All sums are of whole numbers, so that a score is the same on every machine.
"""

from __future__ import annotations

import hashlib
import json
import math
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ctip_law.clauses.tokens import stemmer
from ctip_law.datafile import DataFile
from ctip_law.errors import ConfigError
from ctip_law.framework import load as load_framework
from ctip_law.knowledge import concepts
from ctip_law.languages import FOLDER
from ctip_law.match.pieces import CONCEPTS, Seen, word_features

if TYPE_CHECKING:
    from numpy.typing import NDArray

    #: The numbers of a piece's features, and their values.
    Row = tuple[NDArray[Any], NDArray[Any]]

FORMAT = 3  # of the file, and of the features
UNIT = 1000  # a vector's length: its values are whole numbers
_GRAM = 0.7  # what a run of letters weighs beside a word
_CONTEXT = 0.6  # what a concept of the context weighs beside one of the piece itself
_PROBE = 50  # one of so many words of the vocabulary has its stem compared

#: What a file that is no weights, or a damaged one, makes of being read.
_BROKEN = (
    AttributeError, EOFError, IndexError, KeyError, NotImplementedError, OSError, RuntimeError, TypeError, ValueError,
    zipfile.BadZipFile, zlib.error,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The features that count, in the order of their letters; `weight`: of each, rarer ones weigh more."""

    number: dict[str, int]
    weight: tuple[float, ...]

    def rows(self, seen: Iterable[Seen], known: Numbers | None = None) -> Iterator[Row]:
        """Each piece as a vector: the numbers of its features, rising, and their values.

        Words and concepts make up one half each, however many there are: two parts of length `UNIT`.
        """
        import numpy as np

        number, weight = self.number, np.asarray(self.weight)
        known = Numbers(number) if known is None else known
        arrays: dict[tuple[str, str], NDArray[Any]] = {}
        none, often = np.zeros(0, dtype=int), np.ones(1)
        for piece in seen:
            ids = np.asarray(sorted(number[name] for name in piece.concepts if name in number), dtype=int)
            for word in piece.words:
                if word not in arrays:
                    arrays[word] = np.asarray(known[word], dtype=int)
            found = np.concatenate([none, *[arrays[word] for word in piece.words]])
            words, counts = np.unique(found, return_counts=True)
            if len(found) >= len(often):
                often = np.asarray([1.0, *(1 + math.log(count) for count in range(1, len(found) + 1))])
            shown = often[counts] * weight[words]
            yield np.concatenate([ids, words]), np.concatenate([_whole(weight[ids]), _whole(shown)])


class Numbers(dict[tuple[str, str], list[int]]):
    """A word, its lower-case form and its stem, to the numbers of its features in a vocabulary."""

    def __init__(self, number: Mapping[str, int]) -> None:
        self._number = number

    def __missing__(self, word: tuple[str, str]) -> list[int]:
        number = self._number
        self[word] = found = [number[name] for name in word_features(*word) if name in number]
        return found


def kind_weight(feature: str) -> float:
    """What the kind of a feature makes it weigh."""
    return {"g": _GRAM, "C": _CONTEXT}.get(feature[0], 1.0)


def _whole(values: NDArray[Any]) -> NDArray[Any]:
    import numpy as np

    # an exact sum, and the logarithm of `math` above: numpy's differ in the last digit from one processor to another
    length = math.sqrt(math.fsum((values * values).tolist())) or 1.0
    return np.rint(UNIT * values / length).astype(int)


@dataclass(frozen=True, slots=True)
class Heads:
    """The heads of a language. `matrix`: features by elements; a score is `bias + scale * sum` and above 0 where yes
    is likelier than no. `threshold`: the score from which a piece points to an element. `version`: hash of the file.
    """

    language: str
    elements: tuple[str, ...]
    vocabulary: Vocabulary
    matrix: NDArray[Any]
    scale: NDArray[Any]
    bias: NDArray[Any]
    threshold: float
    version: str
    made_from: dict[str, Any] = field(default_factory=dict)

    def scores(self, rows: Iterable[Row]) -> NDArray[Any]:
        """Scores of pieces, one row a piece and one column an element."""
        import numpy as np

        # whole numbers far below 2**31, added in one thread: a product of floats would wake one for each processor,
        # and take ten times as long where these are busy
        sums = [
            np.einsum("i,ij->j", values.astype(np.int32), self.matrix[ids].astype(np.int32)) for ids, values in rows
        ]
        made: NDArray[Any] = np.asarray(sums).reshape(len(sums), len(self.elements))
        scores: NDArray[Any] = np.round(self.bias + self.scale * made, 3)
        return scores


def path_of(language: str) -> Path:
    """Where the weights of a language lie."""
    return FOLDER / language / "heads.npz"


@lru_cache(maxsize=8)
def heads(language: str) -> Heads | None:
    """The heads of a language; None where it has none. Raises ConfigError CT303 for weights that do not fit."""
    path = path_of(language)
    return read_heads(path, language) if path.is_file() else None


def taught(language: str) -> frozenset[str]:
    """The labelled laws that the heads of a language have learnt from: of these they know what readers said."""
    known = heads(language)
    return frozenset(known.made_from["names"]) if known is not None else frozenset()


def versions(languages: Iterable[str]) -> str:
    """The hashes of the weights of languages, as reports print them; a language without weights is left out."""
    there = [(language, heads(language)) for language in languages]
    return " ".join(f"{language}:{one.version}" for language, one in there if one is not None)


def read_heads(path: Path, language: str) -> Heads:
    """The heads of a file. Raises ConfigError CT303 where they do not fit the language or the framework."""
    import numpy as np

    raw = path.read_bytes()
    try:
        with np.load(BytesIO(raw), allow_pickle=False) as data:
            about = json.loads(bytes(data["about"]))
            names = bytes(data["names"]).decode("utf-8").split("\n")
            if wrong := _misfit(about, names, language):
                raise _unfit(path, wrong)
            weights, scale, bias = (data[name].astype(float) for name in ("weights", "scale", "bias"))
            elements = tuple(about["elements"])
            matrix = np.zeros((len(names), len(elements)), dtype=np.int8)
            matrix[np.repeat(np.arange(len(names)), data["counts"]), data["columns"]] = data["values"]
        found = Heads(
            language=language,
            elements=elements,
            vocabulary=Vocabulary({name: i for i, name in enumerate(names)}, tuple(weights.tolist())),
            matrix=matrix,
            scale=scale,
            bias=bias,
            threshold=float(about["threshold"]),
            version=hashlib.sha256(raw).hexdigest()[:12],
            made_from=about["made_from"],
        )
        if not len(names) == len(weights) or not len(elements) == len(scale) == len(bias):
            raise ValueError("its parts have different lengths")
    except _BROKEN as error:
        raise _unfit(path, f"no weights of the second reader can be read from it ({error})") from None
    return found


def write_heads(path: Path, heads: Heads) -> None:
    """Writes the weights so that the same heads make the same bytes."""
    import numpy as np

    names = list(heads.vocabulary.number)
    rows, columns = np.nonzero(heads.matrix)
    about = {
        "format": FORMAT,
        "language": heads.language,
        "framework": load_framework().version,
        "words": fingerprint(names, heads.language),
        "elements": list(heads.elements),
        "threshold": heads.threshold,
        "made_from": heads.made_from,
    }
    buffer = BytesIO()
    np.savez_compressed(
        buffer,
        about=_bytes(json.dumps(about, sort_keys=True)),
        names=_bytes("\n".join(names)),
        weights=np.asarray(heads.vocabulary.weight, dtype=np.float32),
        scale=np.asarray(heads.scale, dtype=np.float64),
        bias=np.asarray(heads.bias, dtype=np.float64),
        counts=np.bincount(rows, minlength=len(names)).astype(np.uint16),
        columns=columns.astype(np.uint16),
        values=heads.matrix[rows, columns].astype(np.int8),
    )
    path.write_bytes(buffer.getvalue())


def fingerprint(names: Iterable[str], language: str) -> str:
    """How words are stemmed, as a hash: what `tokens.toml` says of it, and what the stemmer makes of some words."""
    path = FOLDER / language / "tokens.toml"
    said = json.dumps(DataFile(path).data, sort_keys=True) if path.is_file() else ""
    stem = stemmer(language)
    probe = [name[1:] for name in names if name[0] == "w" and name[1:].isalpha()][::_PROBE]
    return hashlib.sha256(" ".join([said, *map(stem, probe)]).encode()).hexdigest()[:12]


def _misfit(about: dict[str, Any], names: Sequence[str], language: str) -> str:
    """What keeps weights from being used; "" where they fit.

    New wordings of a concept fit: its name is what was learnt. A concept or an element that is no longer there, and
    words that are stemmed otherwise, would be passed over without a word.
    """
    if about.get("format") != FORMAT:
        return f"the weights have format {about.get('format')} and not {FORMAT}"
    if about.get("language") != language:
        return f"the weights are of the language {about.get('language')}"
    lost = sorted(set(about["elements"]) - set(load_framework().elements))
    if lost:
        return f"the weights are of another framework: it has no element {lost[0]}"
    gone = sorted({name[1:] for name in names if name[0] in CONCEPTS} - set(concepts()))
    if gone:
        return f"the weights are of another lexicon: it has no concept {gone[0]}"
    if about.get("words") != fingerprint(names, language):
        return "the weights are of another lexicon: it stems words otherwise"
    return ""


def _unfit(path: Path, what: str) -> ConfigError:
    return ConfigError("CT303", what, path=str(path))


def _bytes(text: str) -> NDArray[Any]:
    import numpy as np

    return np.frombuffer(text.encode("utf-8"), dtype=np.uint8)
