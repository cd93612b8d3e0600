"""The language of a statute where the file declares none: by script, then by its commonest small words."""

from __future__ import annotations

import re
from collections import Counter

#: Small words that are frequent in statutes and tell a language from its neighbours.
WORDS: dict[str, frozenset[str]] = {
    "en": frozenset("the of and to in or shall any a by is for be this person under which such with not".split()),
    "es": frozenset("el la de los las y que en del se por con una para al su lo como sin será".split()),
    "fr": frozenset("le la les des et du de en un une est par pour dans qui au aux sur ou peines".split()),
    "pt": frozenset("o a os as e de do da dos das em no na que ou por com para ao não se será".split()),
    "it": frozenset("il la di e del della dei delle che in un una per con al nel è sono gli alla".split()),
    "ca": frozenset("el la els les i de dels del que en per amb una un a les és o al aquesta".split()),
    "ro": frozenset("și de în la cu se din pe sau care este prin pentru nu al a unei unui ori".split()),
    "id": frozenset("yang dan atau dengan dalam untuk ini oleh pidana tindak pada dari sebagaimana setiap dimaksud orang karena adalah bahwa negara".split()),
    "ms": frozenset("yang dan atau dengan dalam untuk ini oleh hendaklah mana-mana seseorang bagi suatu itu tidak boleh daripada jika di bawah subseksyen".split()),
    "de": frozenset("der die das und oder des dem den in von zu mit ist wird nicht eine einer für auf nach".split()),
    "nl": frozenset("de het een van en in of op is voor met die dat te wordt aan door niet bij als".split()),
    "sv": frozenset("och eller den det att i som för av en till med på är inte skall ska om har vid".split()),
    "da": frozenset("og eller den det at i som for af en til med på er ikke skal om har ved den".split()),
    "nb": frozenset("og eller den det å i som for av en til med på er ikke skal om har ved den".split()),
    "fi": frozenset("ja tai on ei se että joka sen jos mukaan siitä myös laki ovat momentissa".split()),
    "et": frozenset("ja või on ei kui selle käesoleva seaduse eest mis ning paragrahvi lõikes".split()),
    "tr": frozenset("ve veya bir bu ile için olan olarak kadar ceza göre halinde hapis kişi".split()),
    "pl": frozenset("i w z na do o lub się nie oraz jest od art ust przez który mowa".split()),
    "cs": frozenset("a v na se o nebo je s z podle který ve k odst být pro při".split()),
    "sk": frozenset("a v na sa o alebo je s z podľa ktorý vo k ods byť pre pri".split()),
    "vi": frozenset("và của các có người này được theo quy định luật trong cho với là hoặc không".split()),
    "tl": frozenset("ang ng sa mga na at ay o para kung hindi anumang dapat".split()),
    "lv": frozenset("un vai ir par ar no uz ja tā kas šā likuma pantā".split()),
    "is": frozenset("og eða að í á er sem skal ekki með til um ef við því".split()),
    "sq": frozenset("dhe e të në i për me nga ose që është neni një".split()),
    "zu": frozenset("noma ukuthi kanye nge futhi umuntu lo ngokwe".split()),
    "af": frozenset("die en van in of n is wat vir te met het word nie".split()),
    "hu": frozenset("a az és vagy hogy nem is törvény egy meg kell szerint".split()),
    "lt": frozenset("ir ar yra šio į su už kad asmuo įstatymo straipsnio".split()),
    "hr": frozenset("i u na se za ili je će od koji članka stavka kazniti".split()),
    "sl": frozenset("in v na se za ali je od ki člena po do s z".split()),
    "sw": frozenset("na ya wa kwa ni katika la za au cha mtu yoyote sheria hii".split()),
}  # fmt: skip

#: Words that only one of two near neighbours uses; they count ten times.
TELLING: dict[str, frozenset[str]] = {
    "id": frozenset("pasal ayat undang-undang pidana negara karena bahwa setiap uang bisa republik indonesia dimaksud".split()),
    "ms": frozenset("seksyen subseksyen hendaklah mana-mana daripada sesiapa kerana wang akta perenggan disabitkan fasal".split()),
    "nb": frozenset("av å eller straffeloven".split()),
    "da": frozenset("af at stk".split()),
    "cs": frozenset("který nebo být".split()),
    "sk": frozenset("ktorý alebo byť".split()),
}  # fmt: skip

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


def language_of(text: str) -> str:
    """The BCP 47 language of `text`, "und" where it is not clear."""
    size = len(text)
    parts = (
        [text]
        if size <= 3 * _SAMPLE
        else [text[at : at + _SAMPLE] for at in (size // 20, size // 2, size * 4 // 5)]
    )
    sample = " ".join(parts)
    counts = {name: len(pattern.findall(sample)) for name, pattern in _SCRIPT_PATTERNS}
    # a Japanese statute has more Han than kana, so kana decides from a tenth on
    if counts["kana"] * 10 > counts["han"] > 0 and counts["kana"] > 20:
        return "ja"
    script = max(counts, key=lambda name: (counts[name], name))
    if counts[script] < 20:
        return "und"
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
    return "und"


def _by_words(sample: str) -> str:
    counts = Counter(word.lower() for word in _WORD.findall(sample))
    total = sum(counts.values())
    if not total:
        return "und"
    scores = {language: sum(counts[word] for word in words) for language, words in WORDS.items()}
    for language, words in TELLING.items():
        scores[language] += 10 * sum(counts[word] for word in words)
    best, second = sorted(scores, key=lambda name: (-scores[name], name))[:2]
    if scores[best] * 20 < total or scores[best] == scores[second]:
        return "und"
    return best
