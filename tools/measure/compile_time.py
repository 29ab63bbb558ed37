#!/usr/bin/env python3
"""Shows what a macro call costs `cargo check`, compared with the same builder calls by hand, in microseconds of processor
time per call. Takes half a minute for each round. By default there are five rounds.

    tools/measure/compile_time.py [rounds]

There are three crates with N functions and one token in each function: `capability!` as users write it; the calls by hand
with the guarantee of the macro, which needs a `const` item for each literal; and the calls by hand with literals that are
checked only at run time. The library is built before, and the crates take turns. A figure is the smallest of the rounds,
minus the time of an empty crate.
"""

import os
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
SIZES = (1000, 5000)

MACRO = """\
    capability! {{
        incoming "john";
        outgoing "AP{n:032}" as "john" {{ user_id = id }};
        ttl 300
    }}"""

CONSTANTS = """\
    const NAME: ClientName = ClientName::from_static("john");
    const APP: ApplicationSid = ApplicationSid::from_static("AP{n:032}");
    const CALLER: ClientName = ClientName::from_static("john");
    const USER_ID: ParamName = ParamName::from_static("user_id");
    const LIFETIME: Ttl = Ttl::from_static(300);
    ClientCapability::new()
        .incoming(NAME)
        .outgoing(Outgoing::to(APP).as_client(CALLER).param(USER_ID, &id))
        .ttl(LIFETIME)"""

PLAIN = """\
    ClientCapability::new()
        .incoming(ClientName::from_static("john"))
        .outgoing(
            Outgoing::to(ApplicationSid::from_static("AP{n:032}"))
                .as_client(ClientName::from_static("john"))
                .param(ParamName::from_static("user_id"), &id),
        )
        .ttl(Ttl::from_static(300))"""

FORMS = {"capability!": MACRO, "constants by hand": CONSTANTS, "plain calls": PLAIN}


def crate(body, count):
    function = "pub fn token_{n}(id: u32) -> ClientCapability<NoCredentials, Scopes> {{\n" + body + "\n}}\n"
    functions = "".join(function.format(n=n) for n in range(count))
    return "#![allow(unused_imports)]\nuse twilio_capability::*;\n" + functions


def seconds(work, source):
    (work / "src/lib.rs").write_text(source)
    environment = dict(os.environ, CARGO_TARGET_DIR=str(work / "target"))
    # Otherwise the compiler would reuse results for the same functions in the previous crate.
    shutil.rmtree(work / "target/debug/incremental", ignore_errors=True)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(["cargo", "check", "-q", "--offline"], cwd=work, env=environment, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        (work / "src").mkdir()
        (work / "Cargo.toml").write_text(
            '[workspace]\n\n[package]\nname = "calls"\nversion = "0.0.0"\nedition = "2024"\n\n'
            f'[dependencies]\ntwilio-capability = {{ path = "{ROOT}" }}\n'
        )
        for file in ("rust-toolchain.toml", "Cargo.lock"):
            (work / file).write_bytes((ROOT / file).read_bytes())
        (work / "src/lib.rs").write_text("")
        subprocess.run(["cargo", "fetch", "-q"], cwd=work, check=True)
        sources = {("empty", 0): crate("", 0)}
        sources |= {(form, size): crate(body, size) for size in SIZES for form, body in FORMS.items()}
        seconds(work, sources["empty", 0])
        least = {}
        for _ in range(rounds):
            for key, source in sources.items():
                took = seconds(work, source)
                least[key] = min(took, least.get(key, took))
    print(f"µs of processor time per call, smallest of {rounds} rounds")
    each = {
        (form, size): (least[form, size] - least["empty", 0]) / size * 1e6 for form in FORMS for size in SIZES
    }
    small, large = SIZES
    print(f"{'':20}{small:>8}{large:>8}{'growth':>8}")
    for form in FORMS:
        growth = each[form, large] / each[form, small]
        print(f"{form:20}{each[form, small]:8.0f}{each[form, large]:8.0f}{growth:8.2f}")
    for form in ("constants by hand", "plain calls"):
        ratios = (each["capability!", size] / each[form, size] for size in SIZES)
        print(f"capability! / {form}: " + ", ".join(f"{ratio:.2f}" for ratio in ratios))


if __name__ == "__main__":
    main()
