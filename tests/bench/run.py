#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measures Saltdesk beside floors taken in the same run. usage: run.py BUILD_FOLDER [CONNECTIONS]"""
import json
import mmap
import os
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
import ssl

ROUNDS = 15


class Screen:
    """A virtual display whose pixels are a file, so that the first paint is seen without taking part in it."""

    def __init__(self, folder):
        read, write = os.pipe()
        self.process = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24", "-fbdir", folder,
                                         "-noreset"], pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        self.display = ":" + os.read(read, 16).decode().strip()
        self.file = open(os.path.join(folder, "Xvfb_screen0"), "rb")
        self.pixels = mmap.mmap(self.file.fileno(), 0, access=mmap.ACCESS_READ)

    def look(self):
        middle = len(self.pixels) // 2
        return self.pixels[middle - 200_000:middle + 200_000:97]

    def close(self):
        self.process.terminate()
        self.process.wait()


def usage(pid):
    cpu = sum(int(open(f"/proc/{pid}/task/{task}/schedstat").read().split()[0]) for task in os.listdir(f"/proc/{pid}/task"))
    peak = next(int(line.split()[1]) for line in open(f"/proc/{pid}/status") if line.startswith("VmHWM"))
    return cpu / 1e6, peak / 1024


def start_once(screen, command):
    """Milliseconds to the first changed pixel, and CPU milliseconds and peak megabytes at that moment."""
    empty = screen.look()
    env = dict(os.environ, DISPLAY=screen.display, QT_QPA_PLATFORM="xcb")
    begin = time.perf_counter()
    process = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while screen.look() == empty:
            if process.poll() is not None or time.perf_counter() - begin > 20:
                raise SystemExit(f"{command[0]} painted nothing")
            time.sleep(0.0005)
        painted = (time.perf_counter() - begin) * 1000
        return (painted, *usage(process.pid))
    finally:
        process.kill()
        process.wait()
        while screen.look() != empty:
            time.sleep(0.001)


def bench_start(binaries):
    with tempfile.TemporaryDirectory() as folder:
        screen = Screen(folder)
        try:
            programs = {"bare": [f"{binaries}/bare_window"], "ours": [f"{binaries}/saltdesk", "--sandbox"]}
            seen = {name: [] for name in programs}
            for round_number in range(ROUNDS + 1):
                for name, command in programs.items():
                    sample = start_once(screen, command)
                    if round_number:  # the first one warms the disk cache
                        seen[name].append(sample)
        finally:
            screen.close()
    ours, bare = ([statistics.median(column) for column in zip(*seen[name])] for name in ("ours", "bare"))
    line("process start to first paint / bare window", f"{ours[0]:.0f} ms", f"{bare[0]:.0f} ms", ours[0] / bare[0], "<= 1.5 x")
    line("  CPU until then", f"{ours[1]:.0f} ms", f"{bare[1]:.0f} ms", ours[1] / bare[1], "<= 1.7 x")
    line("  peak memory until then", f"{ours[2]:.0f} MB", f"{bare[2]:.0f} MB", ours[2] / bare[2], "<= bare + 13 MB")


def line(what, ours, floor, ratio, aim):
    print(f"{what:<44}{ours:>12}{floor:>12}{ratio:>7.2f} x   {aim}", flush=True)


def certificate(folder):
    key, pem = f"{folder}/key.pem", f"{folder}/certificate.pem"
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", pem, "-days", "1",
                    "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"],
                   check=True, stderr=subprocess.DEVNULL)
    return key, pem


def load_customer(ready, pem):
    request = urllib.request.Request(ready["base_url"] + "/customers?identifier=load-000001", headers={
        "App-id": ready["app_id"], "Secret": ready["secret"], "Accept": "application/json", "Content-Type": "application/json"})
    with urllib.request.urlopen(request, context=ssl.create_default_context(cafile=pem)) as reply:
        return json.load(reply)["data"][0]["id"]


def bench_rows(binaries, connections):
    with tempfile.TemporaryDirectory() as folder:
        key, pem = certificate(folder)
        server = subprocess.Popen([f"{binaries}/saltdesk-sandbox", "--connections", str(connections), "--certificate", pem,
                                   "--key", key], stdout=subprocess.PIPE)
        try:
            ready = json.loads(server.stdout.readline())
            subprocess.run([f"{binaries}/saltdesk_bench", ready["base_url"], ready["app_id"], ready["secret"], pem,
                            load_customer(ready, pem)], check=True)
        finally:
            server.terminate()
            server.wait()


def bench_sentence(binaries):
    server = subprocess.Popen([f"{binaries}/saltdesk-sandbox"], stdout=subprocess.PIPE)
    try:
        ready = json.loads(server.stdout.readline())
        subprocess.run([f"{binaries}/saltdesk_bench_sentence", ready["base_url"], ready["app_id"], ready["secret"]],
                       check=True, env=dict(os.environ, QT_QPA_PLATFORM="offscreen"))
    finally:
        server.terminate()
        server.wait()


def main():
    if len(sys.argv) < 2:
        raise SystemExit(__doc__)
    binaries = os.path.join(sys.argv[1], "bin")
    print(f"{'':<44}{'ours':>12}{'floor':>12}{'ratio':>9}   aim")
    bench_start(binaries)
    bench_sentence(binaries)
    bench_rows(binaries, int(sys.argv[2]) if len(sys.argv) > 2 else 100_000)


main()
