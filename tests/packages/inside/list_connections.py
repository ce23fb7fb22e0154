# SPDX-License-Identifier: Apache-2.0
"""Starts Saltdesk on its sandbox and says what a screen reader finds in its table. usage: list_connections.py PROGRAM"""
import json
import shutil
import sys

from window import Window, wait_until

window = Window(sys.argv[1], "--sandbox")
try:
    rows = wait_until(lambda: len(window.rows()) == 7 and window.rows(), "the demo customer's seven connections", 60)
    print(json.dumps(rows))
    shutil.copyfile("/tmp/picture/Xvfb_screen0", "/tmp/screen.xwd")
    if window.close() != 0:
        raise SystemExit("the program did not end well")
finally:
    window.kill()
