#!/usr/bin/env python3
"""Checks the links of the pages and of the rendered documentation. Takes two seconds.

    cargo doc --workspace --no-deps --all-features
    tools/check/links.py [target folder]

A page has three kinds of readers. In the repository, a link leads to a file or to an address of docs.rs. On the page of a registry, only
addresses work. In the rendered documentation, `src/links.md` leads the same labels to the items. The check fails if

- a label has no definition, or a definition is not used;
- a file, or a heading in it, does not exist;
- an address of docs.rs, or the part of the page that it names, does not exist in the rendered documentation;
- a page of the documentation uses a label that `src/links.md` does not have;
- a rendered page of the facade leads to docs.rs instead of to itself, or to one that does not exist, or shows a link as text."""

import html
import os
import re
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

ROOT = Path(__file__).resolve().parents[2]
RENDERED = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "target").resolve() / "doc"
ADDRESS = "https://docs.rs/twilio-capability/latest/"
LABELS = "src/links.md"

# The pages that are part of the rendered documentation. Registries show the README, and only addresses work there.
RENDERED_PAGES = ["README.md", *sorted(f"docs/{page.name}" for page in (ROOT / "docs").glob("*.md"))]
OTHER_PAGES = ["CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", *sorted(
    str(page.relative_to(ROOT)) for page in ROOT.glob("capability-*/README.md"))]

faults = []


def fault(where, what):
    faults.append(f"{where}: {what}")


class Page(HTMLParser):
    """The anchors and the links of a rendered page, and its text without code."""

    def __init__(self, path):
        super().__init__()
        self.ids, self.links, self.text, self.code = set(), [], [], 0
        self.feed(path.read_text())

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.ids.add(attributes.get("id"))
        if tag == "a" and attributes.get("href"):
            self.links.append(attributes["href"])
        self.code += tag in ("pre", "code", "script", "style")

    def handle_endtag(self, tag):
        self.code -= tag in ("pre", "code", "script", "style")

    def handle_data(self, data):
        if not self.code:
            self.text.append(data)


pages = {}


def rendered(path):
    if path not in pages:
        pages[path] = Page(path)
    return pages[path]


def slug(heading):
    """The anchor that a repository gives a heading."""
    heading = re.sub(r"\[([^\]]*)\]\[[^\]]*\]|[`*]", r"\1", heading).strip().lower()
    return re.sub(r"\s", "-", re.sub(r"[^\w\s-]", "", heading))


def without_code(text):
    text = re.sub(r"^(```+)[^\n]*\n.*?^\1$", "", text, flags=re.M | re.S)
    # A label may be code, so the content of code is kept if it is a whole label.
    return re.sub(r"`[^`\n]*`", lambda code: code.group() if is_label(text, code) else "", text)


def is_label(text, code):
    return text[code.start() - 1:code.start()] == "[" and text[code.end():code.end() + 1] == "]"


def headings(text):
    text = re.sub(r"^(```+)[^\n]*\n.*?^\1$", "", text, flags=re.M | re.S)
    return {slug(heading) for heading in re.findall(r"^#+ (.*)$", text, flags=re.M)}


def definitions(text):
    return dict(re.findall(r"^\[([^\]]+)\]: (\S+)$", text, flags=re.M))


def check_address(where, address):
    path, _, anchor = address.removeprefix(ADDRESS).partition("#")
    file = RENDERED / path
    if file.is_dir():
        file /= "index.html"
    if not file.is_file():
        fault(where, f"no such page in the documentation: {address}")
    elif anchor and anchor not in rendered(file).ids:
        fault(where, f"the page has no `#{anchor}`: {address}")


def check_target(page, target):
    if target.startswith(ADDRESS):
        check_address(page, target)
    elif not re.match(r"[a-z]+:", target):
        path, _, anchor = target.partition("#")
        file = (ROOT / page).parent / path if path else ROOT / page
        if not file.exists():
            fault(page, f"no such file: {target}")
        elif anchor and anchor not in headings(file.read_text()):
            fault(page, f"no such heading: {target}")
        if path and page.endswith("README.md"):
            fault(page, f"a registry cannot follow a link to a file: {target}")


def check_page(page, labels):
    text = (ROOT / page).read_text()
    defined = {label.lower(): target for label, target in definitions(text).items()}
    prose = re.sub(r"^\[[^\]]+\]: .*$", "", without_code(text), flags=re.M)
    used = set()
    for match in re.finditer(r"\[([^\[\]]+)\](?:\[([^\[\]]*)\]|\(([^)\s]+)\))?", prose):
        shown, label, target = match.groups()
        if target is not None:
            check_target(page, target)
            # In the documentation, the same link would lead to the same address.
            if page in RENDERED_PAGES and not target.startswith(("#", "https:")):
                fault(page, f"`{target}` needs a label, so that it works in the documentation too")
            continue
        label = (label or shown).lower()
        used.add(label)
        if label not in defined:
            fault(page, f"the label `{label}` has no definition")
        elif labels is not None and label not in labels and not defined[label].startswith("#"):
            fault(page, f"{LABELS} has no label `{label}`")
    for label, target in defined.items():
        if label not in used:
            fault(page, f"the label `{label}` is not used")
        check_target(page, target)
    return used


def check_rendered(file):
    where = file.relative_to(RENDERED)
    page = rendered(file)
    for link in page.links:
        if link.startswith(ADDRESS):
            fault(where, f"leads to docs.rs instead of to itself: {link}")
        if re.match(r"[a-z]+:|//", link) or "/src/" in link or link.startswith("src/"):
            continue
        path, _, anchor = link.partition("#")
        target = Path(os.path.normpath(file.parent / unquote(path))) if path else file
        if target.is_dir():
            target /= "index.html"
        # With `--no-deps`, the pages of other crates are not built.
        if not target.exists() and (RENDERED / target.relative_to(RENDERED).parts[0]).exists():
            fault(where, f"leads to a page that does not exist: {link}")
        elif target.exists() and anchor and target.suffix == ".html" and not {anchor, unquote(anchor)} & rendered(target).ids:
            fault(where, f"the page has no `#{anchor}`: {link}")
    for text in re.findall(r"\]\[[\w`:!]{2,}\]|\[`[^`\]]+`\]|^\[[^\]]+\]: ", html.unescape("".join(page.text)), flags=re.M):
        fault(where, f"shows a link as text: {text}")


def main():
    facade = RENDERED / "twilio_capability"
    if not (facade / "index.html").is_file():
        sys.exit(f"{facade} does not exist: run `cargo doc --workspace --no-deps --all-features` first")
    labels = {label.lower() for label in definitions((ROOT / LABELS).read_text())}
    used = set()
    for page in RENDERED_PAGES:
        used |= check_page(page, labels)
    for page in OTHER_PAGES:
        check_page(page, None)
    for label in sorted(labels - used):
        fault(LABELS, f"the label `{label}` is not used")
    for file in sorted(facade.rglob("*.html")):
        # The pages of another crate, which is re-exported.
        if "jsonwebtoken" not in file.parts:
            check_rendered(file)
    if faults:
        sys.exit("\n".join(faults))
    print(f"{len(RENDERED_PAGES) + len(OTHER_PAGES)} pages and {len(labels)} labels: every link works")


main()
