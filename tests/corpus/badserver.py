"""A publisher on this machine that behaves in every way that publishers do, by the address that is asked for."""

from __future__ import annotations

import gzip
import http.server
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

TEXT = b"Kite Act 2031\n\n1. Kites\nA person shall not fly a kite by night.\n" * 40


class Publisher(http.server.ThreadingHTTPServer):
    """`asked` counts the requests by path, `ranges` are the Range headers, `text` is what /law answers now."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: Counter[str] = Counter()
        self.ranges: list[str] = []
        self.text = TEXT
        self.robots = b"User-agent: *\nDisallow: /private\n"
        self.robots_status = 200
        self.release = threading.Event()

    def at(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}{path}"


class Handler(http.server.BaseHTTPRequestHandler):
    server: Publisher

    def log_message(self, format: str, *args: object) -> None:
        """Nothing is printed."""

    def do_GET(self) -> None:
        self.server.asked[self.path] += 1
        name = self.path.strip("/").replace(".", "_").replace("-", "_")
        getattr(self, f"on_{name}", self.on_missing)()

    def answer(self, status: int, data: bytes = b"", length: int | None = None, **headers: str) -> None:
        self.send_response(status)
        for key, value in {"Content_Type": "text/plain", **headers}.items():
            self.send_header(key.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(data) if length is None else length))
        self.end_headers()
        self.wfile.write(data)

    def on_missing(self) -> None:
        self.answer(404)

    def on_robots_txt(self) -> None:
        self.answer(self.server.robots_status, self.server.robots)

    def on_law(self) -> None:
        tag = f'"{len(self.server.text)}"'
        if self.headers.get("If-None-Match") == tag:
            self.answer(304)
        else:
            self.answer(200, self.server.text, ETag=tag, Last_Modified="Thu, 01 Jan 2032 00:00:00 GMT")

    on_private_law = on_law

    def on_packed(self) -> None:
        self.answer(200, gzip.compress(TEXT), Content_Encoding="gzip")

    def on_bomb(self) -> None:
        self.answer(200, gzip.compress(b"\0" * (64 << 20)), Content_Encoding="gzip")

    def on_bad_packing(self) -> None:
        self.answer(200, b"no gzip at all", Content_Encoding="gzip")

    def on_brotli(self) -> None:
        self.answer(200, b"x", Content_Encoding="br")

    def on_picture(self) -> None:
        self.answer(200, b"\x89PNG", Content_Type="image/png")

    def on_program_exe(self) -> None:
        self.answer(200, b"MZ", Content_Type="application/octet-stream")

    def on_download_pdf(self) -> None:
        self.answer(200, b"%PDF-1.4", Content_Type="application/octet-stream")

    def on_empty(self) -> None:
        self.answer(200, b" \n")

    def on_large(self) -> None:
        self.answer(200, b"x" * (3 << 20))

    def on_large_and_silent(self) -> None:
        """As large, and does not say so before."""
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        self.wfile.write(b"x" * (3 << 20))

    def on_round(self) -> None:
        self.answer(302, Location="/round-again")

    def on_round_again(self) -> None:
        self.answer(302, Location="/round")

    def on_moved(self) -> None:
        self.answer(301, Location="/law")

    def on_to_file(self) -> None:
        self.answer(302, Location="file:///etc/passwd")

    def on_to_private(self) -> None:
        self.answer(302, Location="/private-law")

    def on_gone(self) -> None:
        self.answer(410)

    def on_busy(self) -> None:
        """Busy twice, then well."""
        busy = self.server.asked[self.path] < 3
        self.answer(503, Retry_After="7") if busy else self.answer(200, TEXT)

    def on_down(self) -> None:
        self.answer(500)

    def on_slow(self) -> None:
        """Says nothing until the test is over."""
        self.server.release.wait(20)

    def on_cut(self) -> None:
        """Breaks off in the middle once, and goes on from there when asked to."""
        half = len(TEXT) // 2
        asked = self.headers.get("Range", "")
        if asked:
            self.server.ranges.append(asked)
            start = int(asked.removeprefix("bytes=").rstrip("-"))
            self.answer(206, TEXT[start:], ETag='"one"', Content_Range=f"bytes {start}-{len(TEXT) - 1}/{len(TEXT)}")
        else:
            self.answer(200, TEXT[:half], len(TEXT), ETag='"one"')
            self.close_connection = True

    def on_cut_always(self) -> None:
        """Breaks off every time and gives no mark by which the rest could be known."""
        self.answer(200, TEXT[:100], len(TEXT))
        self.close_connection = True

    def on_cut_and_changed(self) -> None:
        """Breaks off, and has another text when the rest is asked for."""
        if self.headers.get("Range"):
            self.answer(200, self.server.text.upper(), ETag='"two"')
        else:
            self.answer(200, TEXT[:100], len(TEXT), ETag='"one"')
            self.close_connection = True

    def on_cut_and_wrong(self) -> None:
        """Breaks off, and sends the wrong part when the rest is asked for."""
        if self.headers.get("Range") and self.server.asked[self.path] == 2:
            self.answer(206, TEXT[5:], ETag='"one"', Content_Range=f"bytes 5-{len(TEXT) - 1}/{len(TEXT)}")
        elif self.server.asked[self.path] > 2:
            self.answer(200, TEXT, ETag='"one"')
        else:
            self.on_cut_always_marked()

    def on_cut_always_marked(self) -> None:
        self.answer(200, TEXT[:100], len(TEXT), ETag='"one"')
        self.close_connection = True


@contextmanager
def publisher() -> Iterator[Publisher]:
    server = Publisher()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.release.set()
        server.shutdown()
        server.server_close()
        thread.join()
