"""A client of a Plimsoll exchange, with nothing but Python's standard library."""

import hashlib
import hmac
import json
import time
import urllib.error
import urllib.request


class Refused(Exception):
    """The exchange said no, and why."""


class Exchange:
    def __init__(self, url, key, secret):
        self.url = url.rstrip("/")
        self.key = key
        self.secret = secret.encode()
        self.stamp = 0

    def call(self, method, path, body=None):
        """Calls, signed: time, method, path and body under the secret."""
        text = "" if body is None else json.dumps(body)
        # Two calls of one millisecond would have one signature, and the second be taken for a repeat.
        self.stamp = max(self.stamp + 1, int(time.time() * 1000))
        signed = f"{self.stamp}{method}{path}{text}".encode()
        request = urllib.request.Request(
            self.url + path,
            method=method,
            data=text.encode() or None,
            headers={
                "Content-Type": "application/json",
                "FTX-KEY": self.key,
                "FTX-TS": str(self.stamp),
                "FTX-SIGN": hmac.new(self.secret, signed, hashlib.sha256).hexdigest(),
            },
        )
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                tree = json.load(answer)
        except urllib.error.HTTPError as refusal:
            raise Refused(json.load(refusal).get("error")) from None
        return tree["result"] if path.startswith("/api/") else tree
