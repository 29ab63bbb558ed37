#!/usr/bin/env python3
"""Shows what an editor with rust-analyzer sees inside the macros: completion, hover, definitions, references and
diagnostics, for correct and for wrong input. Takes half a minute.

    rustup component add rust-analyzer
    tools/check/editor.py [path of rust-analyzer]

Prints a table, and fails if something does not work as docs/capability.md says. `.ci/run` does not run it, because it needs a
rust-analyzer that belongs to the toolchain."""

import json
import queue
import shutil
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 300

# The cursor is the `|`.
PROGRAM = """use twilio_capability::*;

pub struct User {
    pub name: ClientName,
    pub label: Identity,
    pub id: u64,
    pub lifetime: Ttl,
    pub app: ApplicationSid,
    pub account: AccountCredentials,
    pub key: ApiKeyCredentials,
}

pub fn token(user: &User, user_id: u64) {
    let token = %s;
    drop((token, user_id));
}
"""

CAPABILITY = {"credentials", "incoming", "outgoing", "events", "ttl", "not_before", "expires"}
ACCESS_TOKEN = {
    "credentials", "identity", "anonymous", "voice", "video", "chat", "sync", "task_router", "playback", "region",
    "id", "ttl", "not_before", "expires",
}  # fmt: skip
TASK_ROUTER = {
    "credentials", "workspace", "worker", "task_queue", "allow", "policy", "deny", "ttl", "not_before", "expires",
}  # fmt: skip
RIGHTS = {
    "fetch_subresources", "update_self", "update_subresources", "delete_self", "delete_subresources", "activity_updates",
    "reservation_updates",
}  # fmt: skip
POLICY = {"GET", "POST", "DELETE", "query", "post"}
VOICE = {"incoming", "outgoing", "push_credential", "endpoint_id"}
FIELDS = {"name", "label", "id", "lifetime", "app", "account", "key"}
LOCALS = {"user", "user_id"}

# The place of the cursor, the input, and the completions, which must be exactly these.
WORDS = [
    ("an empty call", "capability! { | }", CAPABILITY),
    ("the first statement", "capability! { in| }", CAPABILITY),
    ("the last statement", 'capability! { incoming "john"; | }', CAPABILITY),
    ("the last statement, begun", 'capability! { incoming "john"; t| }', CAPABILITY),
    ("between statements", 'capability! { incoming "john"; |; ttl 300 }', CAPABILITY),
    ("between statements, begun", 'capability! { incoming "john"; out|; ttl 300 }', CAPABILITY),
    ("behind a typo", 'capability! { incomming "john"; t| }', CAPABILITY),
    ("behind a wrong literal", 'capability! { outgoing "AP1"; t| }', CAPABILITY),
    ("behind a missing `;`", 'capability! { incoming "john" t| }', CAPABILITY),
    ("behind a `,` in place of the `;`", 'capability! { incoming "john", t| }', CAPABILITY),
    ("between missing `;`", "capability! { incoming user.name\n out|\n ttl 300 }", CAPABILITY),
    ("parentheses", "capability!(in|)", CAPABILITY),
    ("an empty call", "access_token! { | }", ACCESS_TOKEN),
    ("the first statement", "access_token! { id| }", ACCESS_TOKEN),
    ("behind a missing `;`", "access_token! { identity user.label vo| }", ACCESS_TOKEN),
    ("an empty call", "task_router_capability! { | }", TASK_ROUTER),
    ("`allow`, begun", "task_router_capability! { allow up| }", RIGHTS),
    ("`allow`, the second", "task_router_capability! { allow update_self, del|; ttl 5 }", RIGHTS),
    ("`policy`, begun", "task_router_capability! { policy G| }", POLICY),
    ("`voice { }`", 'access_token! { identity "a"; voice { | } }', VOICE),
    ("`voice { }`, begun", 'access_token! { identity "a"; voice { incoming; out| } }', VOICE),
    ("`video { }`", 'access_token! { identity "a"; video { r| } }', {"room"}),
    ("`chat { }`", "access_token! { chat { s| } }", {"service", "endpoint_id", "deployment_role", "push_credential"}),
    ("`sync { }`", "access_token! { sync { | }; ttl 5 }", {"service", "endpoint_id"}),
    ("`task_router { }`", "access_token! { task_router { w| } }", {"workspace", "worker", "role"}),
]

# The same for expressions. Other completions may be offered too.
EXPRESSIONS = [
    ("expression, empty", "capability! { incoming | }", LOCALS),
    ("expression, local", "capability! { incoming us| }", LOCALS),
    ("expression, member", "capability! { incoming user.na| }", FIELDS),
    ("expression, behind the dot", "capability! { incoming user.| }", FIELDS),
    ("expression, behind the dot, more follows", "capability! { incoming user.|; ttl 300 }", FIELDS),
    ("expression, without the `;`", "capability! { incoming user.n| ttl 300 }", FIELDS),
    ("expression, behind a mistake", "capability! { incomming user.name; outgoing user.| }", FIELDS),
    ("`as`", "capability! { outgoing user.app as user.| }", FIELDS),
    ("where `as` is missing", "capability! { outgoing user.app user.| }", FIELDS),
    ("parameter alone", "capability! { outgoing user.app { us| } }", LOCALS),
    ("value of a parameter, empty", "capability! { outgoing user.app { id = | } }", LOCALS),
    ("value of a parameter", "capability! { outgoing user.app { id = user.| } }", FIELDS),
    ("value of a parameter in `< >`", "capability! { outgoing user.app < id = user.i| > }", FIELDS),
    ("value of a parameter in an open `<`", "capability! { outgoing user.app < id = user.| }", FIELDS),
    ("value of a parameter without a name", "capability! { outgoing user.app { user.| } }", FIELDS),
    ("value of a filter", "capability! { events { CallSid = user.| } }", FIELDS),
    ("`credentials`", "capability! { incoming user.name; credentials user.| }", FIELDS),
    ("`credentials &`", "capability! { incoming user.name; credentials &us| }", LOCALS),
    ("`ttl`", "capability! { incoming user.name; ttl user.| }", FIELDS),
    ("`expires`", "capability! { incoming user.name; expires us| }", LOCALS),
    ("a path", "capability! { incoming user.name; ttl Ttl::| }", {"from_secs(…)", "MAX"}),
    ("expression", "access_token! { identity user.| }", FIELDS),
    ("expression in `voice { }`", "access_token! { voice { outgoing user.| } }", FIELDS),
    ("parameter in `voice { }`", "access_token! { voice { outgoing user.app { id = user.| } } }", FIELDS),
    ("expression in `chat { }`", "access_token! { chat { service us| }; identity user.label }", LOCALS),
]

CAPABILITY_TYPE = "ClientCapability<AccountCredentials, Scopes>"
ACCESS_TOKEN_TYPE = "AccessToken<ApiKeyCredentials, VoiceIdentity, Grants>"
INCOMING = 'incoming "john"`: allows incoming calls to this client name'
IDENTITY = 'identity "john"`: who the token is for'

# rust-analyzer adds its own message at the name of the macro.
CAPABILITY_UNFINISHED = [("Syntax Error in Expansion", "capability!"), ("this expression is not finished", "")]
ACCESS_TOKEN_UNFINISHED = [("Syntax Error in Expansion", "access_token!"), ("this expression is not finished", "")]

# The input, and for each mistake the start of the message and its position.
INPUTS = [
    (
        "right",
        [],
        "capability! { incoming user.name; outgoing user.app as user.name { user_id, id = user.id };"
        " ttl user.lifetime; credentials &user.account }",
    ),
    ("`;` missing", [("a `;` is missing", "")], "capability! { incoming user.name ttl 5m; credentials &user.account }"),
    (
        "unknown statement",
        [("`lifespan` is not a statement", "lifespan")],
        "capability! { incoming user.name; lifespan 300; credentials &user.account }",
    ),
    (
        "unfinished expression",
        CAPABILITY_UNFINISHED,
        "capability! { incoming user.name; ttl user.; credentials &user.account }",
    ),
    (
        "two wrong literals",
        [("an application SID has 34", '"AP1"'), ("a token lives at most", "25h")],
        'capability! { incoming user.name; outgoing "AP1"; ttl 25h; credentials &user.account }',
    ),
    (
        "right",
        [],
        "access_token! { identity user.label; voice { incoming; outgoing user.app { user_id, id = user.id } };"
        " ttl user.lifetime; credentials &user.key }",
    ),
    (
        "`;` missing",
        [("a `;` is missing", "")],
        "access_token! { identity user.label voice { incoming }; credentials &user.key }",
    ),
    (
        "unknown statement",
        [("`lifespan` is not a statement", "lifespan")],
        "access_token! { identity user.label; voice { incoming }; lifespan 300; credentials &user.key }",
    ),
    (
        "unfinished expression",
        ACCESS_TOKEN_UNFINISHED,
        "access_token! { identity user.label; voice { incoming }; ttl user.; credentials &user.key }",
    ),
]


class Server:
    """rust-analyzer with one file open."""

    def __init__(self, program, folder):
        self.process = subprocess.Popen(
            [program], cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self.uri = (folder / "src/lib.rs").as_uri()
        self.number = 0
        self.version = 0
        self.lines = []
        self.answers = queue.Queue()
        self.quiet = queue.Queue()
        threading.Thread(target=self.read, daemon=True).start()
        self.ask(
            "initialize",
            processId=None,
            rootUri=folder.as_uri(),
            capabilities={
                "experimental": {"serverStatusNotification": True},
                "textDocument": {
                    "completion": {"completionItem": {"snippetSupport": True}},
                    "diagnostic": {},
                    "hover": {"contentFormat": ["markdown"]},
                },
            },
            # Everything that rust-analyzer reports itself, and nothing from cargo.
            initializationOptions={"checkOnSave": False, "diagnostics": {"experimental": {"enable": True}}},
        )
        self.tell("initialized")
        while not self.quiet.get(timeout=PATIENCE):
            pass

    def read(self):
        while True:
            length = 0
            while line := self.process.stdout.readline().strip():
                if line.lower().startswith(b"content-length:"):
                    length = int(line.split(b":")[1])
            if not length:
                return
            message = json.loads(self.process.stdout.read(length))
            if message.get("method") == "experimental/serverStatus":
                self.quiet.put(message["params"]["quiescent"])
            elif "method" in message and "id" in message:
                self.send({"id": message["id"], "result": None})
            elif "id" in message:
                self.answers.put(message)

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def tell(self, method, **params):
        self.send({"method": method, "params": params})

    def ask(self, method, **params):
        self.number += 1
        self.send({"id": self.number, "method": method, "params": params})
        answer = self.answers.get(timeout=PATIENCE)
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']}")
        return answer["result"]

    def show(self, text):
        """Replaces the contents of the file with `text`."""
        self.version += 1
        self.lines = text.splitlines()
        document = {"uri": self.uri, "version": self.version}
        if self.version == 1:
            self.tell("textDocument/didOpen", textDocument=document | {"languageId": "rust", "text": text})
        else:
            self.tell("textDocument/didChange", textDocument=document, contentChanges=[{"text": text}])

    def at(self, method, text, offset, **more):
        before = text[:offset]
        position = {"line": before.count("\n"), "character": offset - before.rfind("\n") - 1}
        document = {"uri": self.uri}
        return self.ask(f"textDocument/{method}", textDocument=document, position=position, **more)

    def completed(self, call):
        """The text that each completion at the `|` inserts."""
        text = PROGRAM % call
        offset = text.index("|")
        text = text.replace("|", "")
        self.show(text)
        answer = self.at("completion", text, offset) or {"items": []}
        return {(item["label"], item["textEdit"]["newText"]) for item in answer["items"]}

    def hover(self, text, offset):
        answer = self.at("hover", text, offset)
        return answer["contents"]["value"] if answer else ""

    def definitions(self, text, offset):
        """The lines of the hover text."""
        return [self.line(place) for place in self.at("definition", text, offset) or []]

    def references(self, text, offset):
        places = self.at("references", text, offset, context={"includeDeclaration": False}) or []
        return [self.line(place) for place in places]

    def line(self, place):
        path = Path(place["uri"].removeprefix("file://"))
        lines = self.lines if place["uri"] == self.uri else path.read_text().splitlines()
        return lines[place["range"]["start"]["line"]].strip()

    def diagnostics(self):
        """The messages, each with the text that it is shown at."""
        answer = self.ask("textDocument/diagnostic", textDocument={"uri": self.uri})
        # No message covers more than one line.
        items = sorted(answer["items"], key=lambda item: tuple(item["range"]["start"].values()))
        return [(item["message"], self.text(item["range"])) for item in items]

    def text(self, place):
        line = self.lines[place["start"]["line"]]
        return line[place["start"]["character"] : place["end"]["character"]]


class Table:
    def __init__(self):
        self.wrong = 0

    def row(self, works, *cells, seen=None):
        self.wrong += not works
        print("|", "works" if works else "FAILS", "|", " | ".join(cells), "|")
        if not works:
            print(f"    seen: {seen}")


def completions(server, table):
    for place, call, expected in WORDS:
        seen = server.completed(call)
        # Without parentheses after it.
        table.row(seen == {(word, word) for word in expected}, call.split("!")[0], "completes a word", place, seen=seen)
    for place, call, expected in EXPRESSIONS:
        seen = {label for label, _ in server.completed(call)}
        table.row(expected <= seen, call.split("!")[0], "completes an expression", place, seen=seen)


def questions(server, table, what, messages, call):
    """Everything except completion, for one call."""
    macro = call.split("!")[0]
    is_capability = macro == "capability"
    text = PROGRAM % call
    server.show(text)
    word = text.index("incoming user" if is_capability else "identity user")
    expression = text.index("user.", word)
    member = expression + len("user.")
    let = text.index("token = ")

    hover = server.hover(text, word)
    table.row((INCOMING if is_capability else IDENTITY) in hover, macro, "hover on a word", what, seen=hover)
    lines = server.definitions(text, word)
    definition = f"pub const {text[word:expression].strip()}: Statement = Statement;"
    table.row(lines == [definition], macro, "definition of a word", what, seen=lines)
    hover = server.hover(text, expression)
    table.row("user: &User" in hover, macro, "hover on an expression", what, seen=hover)
    lines = server.definitions(text, expression)
    table.row(lines == ["pub fn token(user: &User, user_id: u64) {"], macro, "definition of a local", what, seen=lines)
    hover = server.hover(text, member)
    field = "pub name: ClientName" if is_capability else "pub label: Identity"
    table.row(field in hover, macro, "hover on a member", what, seen=hover)
    lines = server.references(text, text.index("user: &User"))
    table.row(len(lines) == call.count("user."), macro, "references to a local", what, seen=lines)
    hover = server.hover(text, let)
    ty = CAPABILITY_TYPE if is_capability else ACCESS_TOKEN_TYPE
    table.row(f"let token: {ty}\n" in hover, macro, "type of the call", what, seen=hover)
    seen = server.diagnostics()
    as_expected = len(seen) == len(messages) and all(
        message.startswith(begin) and text == place for (message, text), (begin, place) in zip(seen, messages)
    )
    kind = "diagnostics: our messages" if messages else "diagnostics: none"
    table.row(as_expected, macro, kind, what, seen=seen)


def main():
    program = sys.argv[1] if len(sys.argv) > 1 else "rust-analyzer"
    table = Table()
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        (folder / "src").mkdir()
        (folder / "src/lib.rs").touch()
        (folder / "Cargo.toml").write_text(
            '[workspace]\n\n[package]\nname = "program"\nversion = "0.0.0"\nedition = "2024"\n\n'
            f'[dependencies]\ntwilio-capability = {{ path = "{ROOT}" }}\n'
        )
        shutil.copy(ROOT / "Cargo.lock", folder)
        shutil.copy(ROOT / "rust-toolchain.toml", folder)
        server = Server(program, folder)
        try:
            completions(server, table)
            for input in INPUTS:
                questions(server, table, *input)
        finally:
            server.process.kill()
            server.process.wait()
    if table.wrong:
        sys.exit(f"{table.wrong} do not work")


if __name__ == "__main__":
    main()
