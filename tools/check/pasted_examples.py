#!/usr/bin/env python3
"""Pastes each example of the rendered documentation into a crate that depends on twilio-capability, and compiles it.

    RUSTDOCFLAGS="-D warnings" cargo doc --workspace --no-deps --all-features
    tools/check/pasted_examples.py [folder of the documentation]

A doc test also compiles the lines that the page hides, so it passes where a reader who copies the example has less. Here only
what the page shows is compiled, as it is or as the body of a function that returns a `Result`. Examples that must not compile
are compiled one by one, and each must have an error. Takes a minute.
"""

import html
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
EXAMPLE = re.compile(
    r'<div class="example-wrap(?P<flags>[^"]*)">(?P<before>(?:(?!<pre).)*?)<pre class="rust rust-example-rendered"><code>(?P<code>.*?)</code></pre>',
    re.DOTALL,
)
MANIFEST = """[package]
name = "pasted"
edition = "2024"
publish = false

[workspace]

# The facade, and what some examples name beside it.
[dependencies]
http = "1"
serde = {{ version = "1", features = ["derive"] }}
serde_json = "1"
twilio-capability = {{ path = {path}, features = ["http"] }}
"""


def examples(pages):
    """The texts of the examples, each with its kind and the pages that show it."""
    found = {}
    for page in sorted(pages.rglob("*.html")):
        # The pages of jsonwebtoken, which rustdoc copies here. They are about that crate.
        if "jsonwebtoken" in page.parts:
            continue
        for match in EXAMPLE.finditer(page.read_text()):
            text = html.unescape(re.sub(r"<[^>]+>", "", match["code"]))
            kinds = [kind for kind in ("compile_fail", "ignore") if kind in match["flags"]]
            found.setdefault((text, kinds[0] if kinds else ""), []).append(str(page.relative_to(pages)))
    return found


def as_file(text):
    """A file with the example: as it is if it is a program, otherwise as the body of a function."""
    if re.search(r"^(async )?fn main\(", text, re.MULTILINE):
        return text
    return (
        "pub fn example() -> Result<(), Box<dyn std::error::Error>> {\n"
        f"let _ = {{\n{text}\n}};\nOk(())\n}}\n"
    )


def check(folder, *arguments):
    """The errors of the compiler, in a list for each file."""
    command = ["cargo", "check", "--quiet", "--message-format=json", "--keep-going", *arguments]
    environment = dict(os.environ, CARGO_TARGET_DIR=os.environ.get("CARGO_TARGET_DIR", str(ROOT / "target")))
    run = subprocess.run(command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    errors, others = {}, []
    for line in run.stdout.splitlines():
        message = json.loads(line).get("message")
        if not isinstance(message, dict) or message["level"] != "error" or message["message"].startswith("aborting"):
            continue
        # An error in the expansion of a macro is at the call, which is in the file of the example.
        files = [span["file_name"] for span in message["spans"] if span["is_primary"]]
        for span in message["spans"]:
            while span.get("expansion"):
                span = span["expansion"]["span"]
                files.append(span["file_name"])
        files = [pathlib.Path(file).stem for file in files if file.startswith(("src/", "examples/"))]
        if files:
            errors.setdefault(files[0], []).append(message["rendered"])
        else:
            others.append(message["rendered"])
    if others or (run.returncode != 0 and not errors):
        sys.exit("\n".join(others) + run.stderr)
    return errors


def main():
    doc = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "target/doc")
    found = examples(doc / "twilio_capability")
    if len(found) < 300:
        sys.exit(f"only {len(found)} examples in {doc}: is the documentation built, and has its HTML changed?")
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        (folder / "src").mkdir()
        (folder / "examples").mkdir()
        (folder / "Cargo.toml").write_text(MANIFEST.format(path=json.dumps(str(ROOT))))
        # The same versions as in the workspace, so that they are not built again.
        (folder / "Cargo.lock").write_bytes((ROOT / "Cargo.lock").read_bytes())
        modules, failing, left_out = {}, {}, 0
        for number, ((text, kind), pages) in enumerate(found.items()):
            name = f"example_{number:04}"
            if kind == "ignore":
                left_out += 1
            elif kind == "compile_fail":
                failing[name] = (text, pages)
                text = as_file(text)
                main = "" if "fn main(" in text else "fn main() { let _ = example(); }\n"
                (folder / "examples" / f"{name}.rs").write_text(text + main)
            else:
                modules[name] = (text, pages)
                (folder / "src" / f"{name}.rs").write_text(as_file(text))
        allow = "#![allow(warnings, reason = \"an example shows one thing\")]\n"
        (folder / "src/lib.rs").write_text(allow + "".join(f"mod {name};\n" for name in modules))

        errors = check(folder, "--lib")
        for name, messages in errors.items():
            text, pages = modules[name]
            print(f"== This example of {pages[0]} does not compile where it is pasted:\n\n{text}\n\n{messages[0]}")
        # Each depends on the library, so it is compiled only if that can be.
        compiled = [] if errors else [name for name in failing if name not in check(folder, "--examples")]
        for name in compiled:
            text, pages = failing[name]
            print(f"== This example of {pages[0]} compiles, but the page says that it does not:\n\n{text}\n")
    print(
        f"{len(modules) - len(errors)} of {len(modules)} examples compile where they are pasted; "
        + ("the others were not tried" if errors else f"{len(failing) - len(compiled)} of {len(failing)} others have an error")
        + f"; {left_out} are programs for other crates, which tests/web-servers compiles"
    )
    sys.exit(bool(errors or compiled))


main()
