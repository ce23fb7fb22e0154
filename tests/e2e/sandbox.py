# SPDX-License-Identifier: Apache-2.0
"""The stand-alone sandbox as a process, and the API as another client of it would use it."""
import json
import os
import subprocess
import time
import urllib.request
from datetime import datetime
from email.utils import parsedate_to_datetime

PROGRAM = os.environ["SALTDESK_SANDBOX"]


class Sandbox:
    """Owns the process. Its keys are made up at each start."""

    def __init__(self, *arguments):
        self.process = self._start(arguments)
        keys = json.loads(self.process.stdout.readline())
        self.base_url = keys["base_url"]
        self.headers = {"App-id": keys["app_id"], "Secret": keys["secret"],
                        "Accept": "application/json", "Content-Type": "application/json"}

    def _start(self, arguments, patience=30.0):
        """A program that is being built anew can't be started for a moment."""
        end = time.monotonic() + patience
        while True:
            try:
                return subprocess.Popen([PROGRAM, *arguments], stdout=subprocess.PIPE)
            except OSError:
                if time.monotonic() > end:
                    raise
                time.sleep(0.2)

    @property
    def environment(self):
        """The keys as Saltdesk takes them."""
        return {"SALTDESK_APP_ID": self.headers["App-id"], "SALTDESK_SECRET": self.headers["Secret"]}

    def call(self, method, path, data=None):
        body = None if data is None else json.dumps({"data": data}).encode()
        request = urllib.request.Request(self.base_url + path, body, self.headers, method=method)
        with urllib.request.urlopen(request, timeout=10) as reply:
            return json.load(reply)["data"]

    def customer(self, identifier):
        return next(each for each in self.call("GET", "/customers") if each["identifier"] == identifier)["id"]

    def new_customer(self, identifier):
        return self.call("POST", "/customers", {"identifier": identifier})["id"]

    def connections(self, customer):
        return self.call("GET", f"/connections?customer_id={customer}")

    def connect(self, customer, bank, **credentials):
        """As another agent would; gives the connection's id."""
        consent = {"scopes": ["account_details", "transactions_details"]}
        return self.call("POST", "/connections", {
            "customer_id": customer, "country_code": "XF", "provider_code": bank, "consent": consent,
            "include_fake_providers": True, "credentials": credentials})["id"]

    def answer(self, connection, **credentials):
        return self.call("PUT", f"/connections/{connection}/interactive", {"credentials": credentials})

    def stage(self, connection):
        return self.call("GET", f"/connections/{connection}")["last_attempt"]["last_stage"]["name"]

    def may_refresh(self, connection):
        """By the sandbox's own clock, which is not this computer's."""
        request = urllib.request.Request(f"{self.base_url}/connections/{connection}", headers=self.headers)
        with urllib.request.urlopen(request, timeout=10) as reply:
            now = parsedate_to_datetime(reply.headers["Date"])
            possible = json.load(reply)["data"]["next_refresh_possible_at"]
        return bool(possible) and datetime.fromisoformat(possible) < now

    def kill(self):
        self.process.kill()
        self.process.communicate()
