"""The language of a statute where the file declares none: by script, then by its commonest small words."""

from __future__ import annotations

import re
from collections import Counter

from ctip_law.profiles import profiles

#: Scripts by the Unicode range of a sample letter; for a script with several languages the words below decide.
_SCRIPTS: tuple[tuple[str, str], ...] = (
    ("th", r"[\u0e01-\u0e2e]"),
    ("lo", r"[\u0e81-\u0eae]"),
    ("km", r"[\u1780-\u17b3]"),
    ("my", r"[\u1000-\u102a]"),
    ("bn", r"[\u0985-\u09b9]"),
    ("deva", r"[\u0905-\u0939]"),
    ("ta", r"[\u0b85-\u0bb9]"),
    ("si", r"[\u0d85-\u0dc6]"),
    ("te", r"[\u0c05-\u0c39]"),
    ("ml", r"[\u0d05-\u0d39]"),
    ("kn", r"[\u0c85-\u0cb9]"),
    ("gu", r"[\u0a85-\u0ab9]"),
    ("pa", r"[\u0a05-\u0a39]"),
    ("el", r"[\u0370-\u03ff\u1f00-\u1fff]"),
    ("cyrl", r"[\u0400-\u04ff]"),
    ("arab", r"[\u0620-\u064a\u066e-\u06d3]"),
    ("he", r"[\u05d0-\u05ea]"),
    ("ka", r"[\u10d0-\u10ff]"),
    ("hy", r"[\u0531-\u0587]"),
    ("am", r"[\u1200-\u137f]"),
    ("ko", r"[\uac00-\ud7a3]"),
    ("kana", r"[\u3041-\u30fa]"),
    ("han", r"[\u4e00-\u9fff]"),
    ("dv", r"[\u0780-\u07b1]"),
    ("bo", r"[\u0f40-\u0f6c]"),
    ("latn", r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]"),
)
_SCRIPT_PATTERNS = tuple((name, re.compile(pattern)) for name, pattern in _SCRIPTS)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
#: Characters of the text looked at, from three places.
_SAMPLE = 12_000
#: A language of the same script is not the text's where another one's small words are so many times as many.
FEW = 8


def language_of(text: str, otherwise: str = "und") -> str:
    """The BCP 47 language of `text`, `otherwise` where it is not clear."""
    return _decide(_sample(text)) or otherwise


#: Languages that are written in more than one script.
_SEVERAL_SCRIPTS = frozenset({"az", "bs", "kk", "ks", "ku", "mn", "ms", "pa", "sd", "sr", "tg", "tk", "ug", "uz"})


def contradicted(declared: str, text: str) -> str:
    """The language of `text` where it cannot be the one that the file declares; "" if it may be.

    A site's template says lang="en" on every page, a ministry's file "zh" over its English translations. Another script
    decides, or hardly one small word of the declared language: whether it is Danish or Norwegian the file knows better.
    """
    base = declared.partition("-")[0].lower()
    if not base or base in _SEVERAL_SCRIPTS or "-latn" in declared.lower():
        return ""
    sample = _sample(text)
    found = _decide(sample)
    if not found or found.partition("-")[0] == base:
        return ""
    if _script_of(found) != _script_of(declared):
        return found
    scores = _scores(sample)
    # Vietnamese is known by its letters, so it has no count to compare with
    enough = scores[found] if found in scores else len(_WORD.findall(sample)) // 2
    return found if base in scores and enough > FEW * (scores[base] + 1) else ""


def _script_of(language: str) -> str:
    """A name for the script that a language is written in; "latn" for all that are not listed."""
    base = language.partition("-")[0].lower()
    if base in ("ja", "zh", "yue"):
        return "han"
    for script, languages in _BY_SIGNS.items():
        if any(base == name.partition("-")[0] for name, _ in languages):
            return script
    return base if any(base == name for name, _ in _SCRIPTS) else "latn"


def _sample(text: str) -> str:
    size = len(text)
    if size <= 3 * _SAMPLE:
        return text
    return " ".join(text[at : at + _SAMPLE] for at in (size // 20, size // 2, size * 4 // 5))


def _decide(sample: str) -> str:
    patterns = _SCRIPT_PATTERNS[-1:] if sample.isascii() else _SCRIPT_PATTERNS
    counts = Counter({name: len(pattern.findall(sample)) for name, pattern in patterns})
    # a Japanese statute has more Han than kana, so kana decides from a tenth on
    if counts["kana"] * 10 > counts["han"] > 0 and counts["kana"] > 20:
        return "ja"
    script = max(counts, key=lambda name: (counts[name], name))
    if counts[script] < 20:
        return ""
    if script in _BY_SIGNS:
        return _by_signs(sample, script)
    return _by_words(sample) if script == "latn" else script


#: Within one script: letters or words of one language only, in order of trial; the last entry is the default.
_BY_SIGNS: dict[str, tuple[tuple[str, str], ...]] = {
    "cyrl": (
        ("uk", r"[їєґ]"), ("mk", r"[ѓќѕ]"), ("sr", r"[ђћџљњ]"), ("be", r"ў"), ("kk", r"[қңүұһ]"), ("mn", r"[өү]"),
        ("ky", r"[ңөү]"), ("tg", r"[ҷӣӯҳ]"), ("ru", r"[ыэ]"), ("bg", r"[ъщ]"), ("ru", r""),
    ),
    "arab": (("ur", r"[ٹڈڑےہ]"), ("ps", r"[ټډړښڼۍې]"), ("fa", r"[پچژگک]"), ("ar", r"")),
    "deva": (("ne", r"(?:गर्न|हुने|छ।|ऐन|नेपाल)"), ("mr", r"(?:आहे|किंवा|ळ)"), ("hi", r"")),
    "han": (("zh-Hant", r"[條與於條國應為]"), ("zh-Hans", r"")),
}  # fmt: skip


def _by_signs(sample: str, script: str) -> str:
    for language, pattern in _BY_SIGNS[script]:
        if not pattern or len(re.findall(pattern, sample)) * 400 > len(sample):
            return language
    return ""


def _by_words(sample: str) -> str:
    total = len(_WORD.findall(sample))
    if not total:
        return ""
    if sum(map(sample.lower().count, "ạảấầậếềệịọốộớợụứừựđươ")) * 25 > len(sample):
        return "vi"
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
