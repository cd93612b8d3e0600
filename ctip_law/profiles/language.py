"""The language of a statute where the file declares none: by script, then by its commonest small words."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from ctip_law.profiles import profiles, scripts
from ctip_law.profiles.scripts import several

#: The script whose languages are told apart by their small words.
LATIN = "latn"
_LEAST = 20  # letters of a script, below which nothing is said

#: A letter before a point is an abbreviation in any language: "repealed, 2012, c. 31, s. 184".
_WORD = re.compile(r"(?![^\W\d_]\.)[^\W\d_]+(?:-[^\W\d_]+)*")
_ASCII = re.compile(r"[\x00-\x7f]+")
#: Characters of the text looked at, from three places.
_SAMPLE = 12_000
#: A language of the same script is not the text's where another one's small words are so many times as many.
FEW = 5


def language_of(text: str, otherwise: str = "und") -> str:
    """The BCP 47 language of `text`, `otherwise` where it is not clear."""
    return _decide(_sample(text)) or otherwise


def contradicted(declared: str, text: str) -> str:
    """The language of `text` where it cannot be the one that the file declares; "" if it may be.

    A site's template says lang="en" on every page, a ministry's file "zh" over its English translations. Another script
    decides, or hardly one small word of the declared language: whether it is Danish or Norwegian the file knows better.
    """
    base = declared.partition("-")[0].lower()
    if not base or base in several() or "-latn" in declared.lower():
        return ""
    sample = _sample(text)
    found = _decide(sample)
    if not found or found.partition("-")[0] == base:
        return ""
    if _script_of(found) != _script_of(declared):
        return found
    scores = _scores(sample)
    # a language known by its letters has no count to compare with
    enough = scores[found] if found in scores else len(_WORD.findall(sample)) // 2
    return found if base in scores and enough > FEW * (scores[base] + 1) else ""


def _script_of(language: str) -> str:
    """A name for the script that a language is written in; "latn" for all that are not listed."""
    base = language.partition("-")[0].lower()
    shared = (script for script in scripts() if script.has(base) and script.name != LATIN)
    return next((script.among or script.name for script in shared), LATIN)


def _sample(text: str) -> str:
    size = len(text)
    if size <= 3 * _SAMPLE:
        return text
    return " ".join(text[at : at + _SAMPLE] for at in (size // 20, size // 2, size * 4 // 5))


@lru_cache(maxsize=2)  # of one text it is asked twice
def _decide(sample: str) -> str:
    listed = scripts()
    beyond = _ASCII.sub("", sample)  # all that any script but the Latin one has
    counts = Counter({one.name: len(one.letters.findall(sample if one.name == LATIN else beyond)) for one in listed})
    for one in listed:
        if one.among and counts[one.name] * one.one_in > counts[one.among] > 0 and counts[one.name] > _LEAST:
            return one.otherwise
    script = max(listed, key=lambda one: (counts[one.name], one.name))
    if counts[script.name] < _LEAST:
        return ""
    for sign in script.signs:
        if len(sign.found.findall(sample)) * sign.one_in > len(sample):
            return sign.language
    if script.name == LATIN:
        return _by_words(sample)
    return script.otherwise or script.name


def _by_words(sample: str) -> str:
    total = len(_WORD.findall(sample))
    if not total:
        return ""
    scores = _scores(sample)
    best, second = sorted(scores, key=lambda name: (-scores[name], name))[:2]
    if scores[best] * 20 < total or scores[best] == scores[second]:
        return ""
    return best


def _scores(sample: str) -> Counter[str]:
    """How often the small words of each language come, its telling words ten times."""
    counts = Counter(word.lower() for word in _WORD.findall(sample))
    scores: Counter[str] = Counter()
    for profile in profiles():
        for language, words in profile.small_words.items():
            scores[language] += sum(counts[word] for word in words)
        for language, words in profile.telling_words.items():
            scores[language] += 10 * sum(counts[word] for word in words)
    return scores
