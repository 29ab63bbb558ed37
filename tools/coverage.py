#!/usr/bin/env python3
"""Which lines of rules and core the tests run, and which they do not.

    tools/coverage.py

Needs `rustup component add llvm-tools`. Left out are the examples in the documentation, which stable rustdoc cannot
count, the tests that run a compiler, and the code of the tests itself. Code that runs at compile time is not counted
either: the rules count by their tests.
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
OUT = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")) / "coverage"
SOURCES = [ROOT / "capability-rules" / "src", ROOT / "capability-core" / "src"]
# Not the tests that run a compiler (`ui`, `lints`), or look for a word in the documentation.
TESTS = ["--test", "integration", "--test", "fuzz_smoke"]
LEFT_OUT = ["--skip", "facade::errors_page", "--skip", "facade::readme"]


def tool(name):
    found = subprocess.run(["rustc", "--print", "target-libdir"], capture_output=True, text=True, check=True)
    path = pathlib.Path(found.stdout.strip()).parent / "bin" / name
    if not path.exists():
        sys.exit(f"{name} is not installed: rustup component add llvm-tools")
    return path


def run_tests():
    """Runs the tests, and returns the programs that ran."""
    environment = dict(
        os.environ,
        RUSTFLAGS="-C instrument-coverage",
        CARGO_TARGET_DIR=str(OUT / "build"),
        LLVM_PROFILE_FILE=str(OUT / "profiles" / "%p-%m.profraw"),
    )
    programs = []
    for what in [
        ["-p", "twilio-capability-rules", "-p", "twilio-capability-core", "--lib", "--tests"],
        ["-p", "twilio-capability", *TESTS],
    ]:
        command = ["cargo", "test", "--quiet", *what]
        subprocess.run([*command, "--", *LEFT_OUT], cwd=ROOT, env=environment, check=True, stdout=sys.stderr)
        listed = subprocess.run(
            [*command, "--no-run", "--message-format=json"],
            cwd=ROOT, env=environment, check=True, capture_output=True, text=True,
        )
        messages = (json.loads(line) for line in listed.stdout.splitlines())
        programs += [message["executable"] for message in messages if message.get("executable")]
    # The tests run it as a program of its own.
    programs.append(str(OUT / "build" / "debug" / "examples" / "inspect"))
    return programs


def lines(programs):
    """How often each line ran, by file."""
    data = OUT / "all.profdata"
    # Programs that a test runs without its environment write to where they run.
    for profile in ROOT.glob("default_*.profraw"):
        shutil.move(profile, OUT / "profiles")
    profiles = (OUT / "profiles").glob("*.profraw")
    subprocess.run([tool("llvm-profdata"), "merge", "-sparse", "-o", data, *profiles], check=True)
    objects = [word for program in programs for word in ("-object", program)]
    exported = subprocess.run(
        [tool("llvm-cov"), "export", "-format=lcov", f"-instr-profile={data}", *objects[1:], *map(str, SOURCES)],
        check=True, capture_output=True, text=True,
    )
    counts, file = {}, None
    for line in exported.stdout.splitlines():
        if line.startswith("SF:"):
            file = counts.setdefault(pathlib.Path(line[3:]), {})
        elif line.startswith("DA:"):
            number, count = map(int, line[3:].split(",")[:2])
            file[number] = max(count, file.get(number, 0))
    return counts


def without_tests(path, counts):
    text = path.read_text()
    if path.stem in ("tests", "wycheproof"):
        return {}
    tests = re.search(r"^#\[cfg\(test\)\]\nmod \w+ \{", text, re.MULTILINE)
    end = text[: tests.start()].count("\n") if tests else text.count("\n") + 1
    return {number: count for number, count in counts.items() if number <= end}


def main():
    shutil.rmtree(OUT / "profiles", ignore_errors=True)
    for profile in ROOT.glob("default_*.profraw"):
        profile.unlink()
    ran = total = 0
    for path, counts in sorted(lines(run_tests()).items()):
        counts = without_tests(path, counts)
        ran += sum(count > 0 for count in counts.values())
        total += len(counts)
        source = path.read_text().splitlines()
        for number in sorted(number for number, count in counts.items() if count == 0):
            print(f"{path.relative_to(ROOT)}:{number}: {source[number - 1].strip()}")
    print(f"{ran} of {total} lines: {100 * ran / total:.1f} %")


main()
