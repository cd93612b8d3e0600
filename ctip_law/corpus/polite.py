"""One text fetched from its publisher: http and https only, as robots.txt allows, within limits, tried again, resumed.

What a hostile or broken server can do is bounded: bytes (counted after unpacking), time, redirects, tries. A text that
broke off is kept beside the cache and taken up where it ended, if the server vouches that it is still the same.
"""

from __future__ import annotations

import email.utils
import json
import re
import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from ctip_law.corpus.own import is_address
from ctip_law.errors import InputError, MissingExtra
from ctip_law.files import write_file

if TYPE_CHECKING:
    import httpx

#: What publishers see, and what a line of robots.txt may name.
AGENT = "ctip-law"

#: Kinds of content that a statute may come as, and the ending of its file.
KINDS = {
    "text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt", "text/markdown": ".md",
    "application/pdf": ".pdf", "application/xml": ".xml", "text/xml": ".xml", "application/akn+xml": ".xml",
    "application/json": ".json", "application/rtf": ".rtf", "text/rtf": ".rtf", "application/epub+zip": ".epub",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.oasis.opendocument.text": ".odt",
}  # fmt: skip

_AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})
_CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class Limits:
    """`size`: bytes of a text, unpacked; `seconds`: for one try at it; `wait`: longest silence of the server, in
    seconds; `tries` and `redirects`: how many; `pause`: seconds between two requests to one host."""

    size: int = 64 << 20
    seconds: float = 300.0
    wait: float = 30.0
    tries: int = 4
    redirects: int = 5
    pause: float = 1.0


@dataclass(frozen=True, slots=True)
class Validators:
    """What the server said of a text, by which it can say that nothing has changed."""

    etag: str = ""
    modified: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """A text as its publisher sent it; `data` is None where it has not changed. `url` is where it was found at last."""

    url: str
    data: bytes | None = None
    kind: str = ""
    validators: Validators = Validators()


class _Again(Exception):
    """This try failed and another may do better; `after` is how many seconds the server asks for."""

    def __init__(self, why: str, after: float = 0.0) -> None:
        super().__init__(why)
        self.after = after


@dataclass
class Publisher:
    """Asks publishers one request at a time. `sleep` and `clock` are those of the system but in tests."""

    limits: Limits = Limits()
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    _robots: dict[str, RobotFileParser] = field(default_factory=dict)
    _asked: dict[str, float] = field(default_factory=dict)
    _client: Any = None

    def __enter__(self) -> Publisher:
        """Raises MissingExtra CT901 without httpx."""
        try:
            import httpx
        except ImportError:
            raise MissingExtra(
                "CT901", "fetching official texts needs httpx", remedy="pip install 'ctip-law[fetch]'."
            ) from None
        headers = {"User-Agent": AGENT, "Accept-Encoding": "identity", "Accept": ", ".join(KINDS) + ", */*;q=0.1"}
        self._client = httpx.Client(headers=headers, timeout=self.limits.wait, follow_redirects=False)
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def get(self, url: str, part: Path, known: Validators = Validators()) -> Answer:
        """The text at `url`, or that it has not changed since `known`. `part` is where a text that breaks off is kept.

        Raises InputError CT604 when it cannot be had, CT605 when robots.txt does not allow it.
        """
        why = ""
        for turn in range(self.limits.tries):
            try:
                return self._follow(url, part, known)
            except _Again as error:
                why = str(error)
                if turn + 1 < self.limits.tries:
                    self.sleep(max(min(error.after, 60.0), float(2**turn)))
        kept = "; what came is kept and taken up by the next call" if part.is_file() else ""
        raise _failed(url, f"{why}, {self.limits.tries} times{kept}")

    def _follow(self, url: str, part: Path, known: Validators) -> Answer:
        """One try, along the redirects."""
        seen = [url]
        while True:
            if not is_address(url):
                raise _failed(seen[0], f"it leads to {url!r}, which is no http or https address")
            if urlsplit(seen[0]).scheme == "https" and urlsplit(url).scheme == "http":
                raise _failed(seen[0], f"it leads from https to {url}, which anybody on the way could change")
            self._allowed(url)
            answer = self._once(url, part, known)
            if isinstance(answer, Answer):
                return answer
            url = urljoin(url, answer)
            if url in seen or len(seen) > self.limits.redirects:
                why = "the redirects go round" if url in seen else f"more than {len(seen) - 1} redirects"
                raise _failed(seen[0], why)
            seen.append(url)

    def _once(self, url: str, part: Path, known: Validators) -> Answer | str:
        """The answer, or where a redirect leads."""
        import httpx

        held, headers = _resumable(part, url)
        if not held:
            headers = _conditional(known)
        self._pace(url)
        try:
            with self._client.stream("GET", url, headers=headers) as response:
                return self._read(response, url, part, held)
        except httpx.TimeoutException:
            raise _Again(f"no answer within {self.limits.wait:g} seconds") from None
        except httpx.TransportError as error:
            raise _Again(f"the connection failed ({str(error).rstrip('.') or type(error).__name__})") from None

    def _read(self, response: httpx.Response, url: str, part: Path, held: bytes) -> Answer | str:
        status, headers = response.status_code, response.headers
        if status in (301, 302, 303, 307, 308) and headers.get("location"):
            return str(headers["location"])
        if status == 304:
            return Answer(url)
        if status in _AGAIN:
            raise _Again(f"the server answers {status}", _seconds(headers.get("retry-after", "")))
        if status == 416 and held:
            part.unlink()
            raise _Again("the server does not take the text up where it ended")
        if status not in (200, 206) or (status == 206 and not held):
            raise _failed(url, f"the server answers {status}")
        if status == 206 and not _continues(headers.get("content-range", ""), len(held)):
            part.unlink()
            raise _Again("the server sends another part than the one asked for")
        before = held if status == 206 else b""
        kind = _kind(headers.get("content-type", ""), url)
        validators = Validators(headers.get("etag", ""), headers.get("last-modified", ""))
        return Answer(url, self._body(response, url, part, before, validators), kind, validators)

    def _body(self, response: httpx.Response, url: str, part: Path, before: bytes, said: Validators) -> bytes:
        """All bytes, unpacked. Those that came before a break are kept where the server can vouch for them."""
        import httpx

        packed = response.headers.get("content-encoding", "identity").strip().lower()
        if packed not in ("identity", "", "gzip", "x-gzip"):
            raise _failed(url, f"it comes packed as {packed!r}, which was not asked for")
        length = response.headers.get("content-length", "")
        if length.isdigit() and int(length) + len(before) > self.limits.size:
            raise self._too_large(url)
        made, end = bytearray(before), self.clock() + self.limits.seconds
        stream = response.iter_raw()
        try:
            for data in _unpacked(stream) if packed.endswith("gzip") else stream:
                made += data
                if len(made) > self.limits.size:
                    raise self._too_large(url)
                if self.clock() > end:
                    raise _Again(f"it was not whole after {self.limits.seconds:g} seconds")
        except (httpx.TransportError, _Again, EOFError) as error:
            if packed in ("identity", ""):
                _keep(part, url, bytes(made), said)
            if isinstance(error, _Again):
                raise
            raise _Again("the text breaks off") from None
        except zlib.error:
            raise _failed(url, "its packing is damaged") from None
        _drop(part)
        if not made.strip():
            raise _failed(url, "the server sends nothing")
        return bytes(made)

    def _too_large(self, url: str) -> InputError:
        return _failed(url, f"it is larger than {self.limits.size >> 20} MB", "Fetch it by hand and use `corpus add`.")

    def _allowed(self, url: str) -> None:
        """Raises InputError CT605 where the host's robots.txt keeps programs out of the address."""
        parts = urlsplit(url)
        root = f"{parts.scheme}://{parts.netloc}"
        if root not in self._robots:
            self._robots[root] = self._rules(f"{root}/robots.txt")
        if not self._robots[root].can_fetch(AGENT, url):
            raise InputError("CT605", f"{root}/robots.txt keeps programs out of it", path=url)

    def _rules(self, url: str) -> RobotFileParser:
        """robots.txt as RFC 9309 reads it: none (4xx) allows all, a server that fails (5xx) allows nothing."""
        import httpx

        rules = RobotFileParser()
        self._pace(url)
        try:
            with self._client.stream("GET", url, follow_redirects=True) as response:
                status = response.status_code
                lines = self._head(response) if status == 200 else b""
        except httpx.TooManyRedirects:
            status, lines = 404, b""
        except httpx.TransportError as error:
            raise _Again(f"robots.txt cannot be asked for ({str(error).rstrip('.') or type(error).__name__})") from None
        if status >= 500:
            raise _Again(f"robots.txt answers {status}")
        rules.parse(lines.decode("utf-8", "replace").splitlines())
        return rules

    def _head(self, response: httpx.Response) -> bytes:
        """The first 500 kB of robots.txt; what a server sends beyond is no rule."""
        made, end = bytearray(), self.clock() + self.limits.wait
        stream = response.iter_raw()
        packed = response.headers.get("content-encoding", "").strip().lower().endswith("gzip")
        try:
            for data in _unpacked(stream) if packed else stream:
                made += data
                if len(made) >= 500_000:
                    break
                if self.clock() > end:
                    raise _Again("robots.txt does not end")
        except (EOFError, zlib.error):
            raise _Again("robots.txt is damaged") from None
        return bytes(made[:500_000])

    def _pace(self, url: str) -> None:
        """Waits until the host was left alone for the pause."""
        host = urlsplit(url).netloc
        now = self.clock()
        due = self._asked.get(host, now - self.limits.pause) + self.limits.pause
        if due > now:
            self.sleep(due - now)
        self._asked[host] = max(due, now)


def _failed(url: str, why: str, remedy: str = "") -> InputError:
    return InputError("CT604", why, path=url, remedy=remedy)


def _kind(said: str, url: str) -> str:
    """The ending of the file. Raises InputError CT604 for what cannot be a statute."""
    kind = said.partition(";")[0].strip().lower()
    if kind in KINDS:
        return KINDS[kind]
    ending = re.search(r"\.(?:html?|txt|md|pdf|xml|akn|json|rtf|epub|docx|odt)$", urlsplit(url).path.lower())
    if kind in ("", "application/octet-stream", "binary/octet-stream", "application/force-download") and ending:
        return ending[0]
    raise _failed(url, f"it is {kind or 'of no kind that the server names'}, not a text that can be read")


def _conditional(known: Validators) -> dict[str, str]:
    pairs = (("If-None-Match", known.etag), ("If-Modified-Since", known.modified))
    return {name: value for name, value in pairs if value}


def _resumable(part: Path, url: str) -> tuple[bytes, dict[str, str]]:
    """What is kept of a text that broke off, and the headers that ask for the rest; (b"", {}) without any."""
    try:
        about = json.loads(_about(part).read_text(encoding="utf-8"))
        held = part.read_bytes()
        if about["url"] == url and held and len(held) == about["length"]:
            return held, {"Range": f"bytes={len(held)}-", "If-Range": about["validator"]}
    except (OSError, ValueError, KeyError, TypeError):  # nothing is kept, or it was written by halves
        pass
    return b"", {}


def _keep(part: Path, url: str, data: bytes, said: Validators) -> None:
    """Keeps what came, if a strong mark of the server can tell whether the rest belongs to it."""
    validator = said.etag if said.etag and not said.etag.startswith("W/") else said.modified
    if data and validator:
        write_file(part, data)
        about = {"url": url, "length": len(data), "validator": validator}
        write_file(_about(part), json.dumps(about).encode())


def _drop(part: Path) -> None:
    part.unlink(missing_ok=True)
    _about(part).unlink(missing_ok=True)


def _about(part: Path) -> Path:
    return part.with_name(part.name + ".json")


def _continues(said: str, at: int) -> bool:
    found = re.match(r"bytes (\d+)-\d+/", said)
    return bool(found) and int(found[1]) == at  # type: ignore[index]


def _seconds(said: str) -> float:
    """Retry-After in seconds; a date in it says less than our own waiting."""
    return float(said) if re.fullmatch(r"\d{1,6}", said) else 5.0 if email.utils.parsedate(said) else 0.0


def _unpacked(stream: Iterator[bytes]) -> Iterator[bytes]:
    """gzip in pieces of a bounded size: a bomb is cut where the limit is passed. Raises EOFError on an early end."""
    inner = zlib.decompressobj(wbits=31)
    for data in stream:
        while data:
            yield inner.decompress(data, _CHUNK)
            data = inner.unconsumed_tail
    yield inner.flush()
    if not inner.eof:
        raise EOFError
