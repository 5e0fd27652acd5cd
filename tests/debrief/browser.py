"""Headless Chromium, spoken to through two pipes: what the sheet looks like on paper and to axe.

Nothing is downloaded here. ``.ci/browser`` installs Chromium and axe-core; without them the tests
that need them are skipped, and say so.
"""

from __future__ import annotations

import base64
import fcntl
import json
import os
import re
import select
import shutil
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Any, Self

CACHE = Path(os.environ.get("AJS_BROWSER_CACHE", Path.home() / ".cache" / "ajs-browser"))
AXE = CACHE / "node_modules" / "axe-core" / "axe.min.js"
PATIENCE = 60
"""Seconds to wait for an answer before the browser counts as stuck."""
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--remote-debugging-pipe",
)


def chromium() -> str | None:
    """The browser's program, when there is one."""
    return shutil.which("chromium") or shutil.which("chromium-browser")


class Stuck(Exception):
    """The browser did not answer."""


class Browser:
    """One page in a browser of its own, with a new profile that is thrown away."""

    def __init__(self) -> None:
        self._profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        command = [chromium() or "chromium", *FLAGS, f"--user-data-dir={self._profile.name}"]
        to_browser, self._out = os.pipe()
        self._in, from_browser = os.pipe()
        ends = [fcntl.fcntl(end, fcntl.F_DUPFD, 50) for end in (to_browser, from_browser)]
        self._process = subprocess.Popen(
            ["/bin/bash", "-c", f'exec "$@" 3<&{ends[0]} 4>&{ends[1]}', "bash", *command],
            pass_fds=ends,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for end in (to_browser, from_browser, *ends):
            os.close(end)
        self._number = 0
        self._read = b""
        self._session: str | None = None
        target = self.send("Target.createTarget", url="about:blank")["targetId"]
        attached = self.send("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]
        self.send("Page.enable")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.terminate()
        self._process.wait()
        os.close(self._in)
        os.close(self._out)
        self._profile.cleanup()

    def send(self, method: str, **params: Any) -> dict[str, Any]:
        """Give a command and return its result."""
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": params}
        if self._session is not None:
            message["sessionId"] = self._session
        os.write(self._out, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == self._number:
                if "error" in answer:
                    raise Stuck(answer["error"])
                result: dict[str, Any] = answer["result"]
                return result

    def _next(self) -> dict[str, Any]:
        deadline = time.monotonic() + PATIENCE
        while b"\0" not in self._read:
            ready, _, _ = select.select([self._in], [], [], max(0, deadline - time.monotonic()))
            chunk = os.read(self._in, 1 << 20) if ready else b""
            if not chunk:
                raise Stuck("no answer from the browser")
            self._read += chunk
        message, _, self._read = self._read.partition(b"\0")
        answer: dict[str, Any] = json.loads(message)
        return answer

    def show(self, page: Path) -> None:
        """Open a file and wait until it has been laid out."""
        self.send("Page.navigate", url=page.as_uri())
        self.run(
            "new Promise(done => document.readyState === 'complete' ? done()"
            " : addEventListener('load', () => done()))"
        )

    def run(self, script: str) -> Any:
        """Run a script in the page, as a tester may although the page itself forbids it."""
        result = self.send(
            "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True
        )
        if "exceptionDetails" in result:
            raise Stuck(result["exceptionDetails"])
        return result["result"].get("value")

    def pages(self) -> int:
        """How many A4 pages the page prints on."""
        data = self.send("Page.printToPDF", preferCSSPageSize=True, printBackground=False)["data"]
        found = re.search(
            rb"/Type\s*/Pages\s[^>]*?/Count\s+(\d+)|/Count\s+(\d+)", base64.b64decode(data)
        )
        assert found is not None
        return int(found[1] or found[2])

    def picture(self, width: int = 1000) -> bytes:
        """The whole page as a PNG picture."""
        self.send(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=1400,
            deviceScaleFactor=1,
            mobile=False,
        )
        shot = self.send("Page.captureScreenshot", captureBeyondViewport=True)
        return base64.b64decode(shot["data"])
