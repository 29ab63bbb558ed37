//! The sessions in `docs/cli.md` and in `tests/sessions`: each command is run, and its output is compared with the page.
//!
//! `SNAPSHOTS=overwrite` writes the outputs again.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking, also in the functions that the tests share"
)]

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use snapbox::{Assert, Data};
use tempfile::TempDir;

use crate::support::PROGRAM;

/// A folder with the files of the sessions.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let files = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sessions/files");
    for entry in fs::read_dir(files).unwrap() {
        let entry = entry.unwrap();
        // A file `.env` in a repository looks like a mistake.
        let name = entry.file_name().into_string().unwrap().replace("env.txt", ".env");
        fs::copy(entry.path(), folder.path().join(name)).unwrap();
    }
    folder
}

/// What a terminal would show after `command`. The lines of `earlier` are run first, for the variables that they set.
fn shown(folder: &Path, earlier: &str, command: &str) -> String {
    let path = format!("{}:/usr/bin:/bin", Path::new(PROGRAM).parent().unwrap().display());
    let output = Command::new("sh")
        .args(["-c", &format!("exec 2>&1\n{earlier}{command}\n")])
        .env_clear()
        .env("PATH", path)
        .current_dir(folder)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let mut shown = String::from_utf8(output.stdout).unwrap();
    match output.status.code().unwrap() {
        0 => {}
        status => writeln!(shown, "(exit status {status})").unwrap(),
    }
    shown
}

/// Whether an output names a function or a type of Rust, which nobody can type in a terminal.
fn names_rust(output: &str) -> bool {
    ["::", "()`", "from_static", "f64", "from_env"].iter().any(|name| output.contains(name))
}

/// The page with the outputs of its commands as they are now, and the number of commands.
fn run_page(page: &str) -> (String, usize) {
    let folder = folder();
    let (mut written, mut earlier, mut commands) = (String::new(), String::new(), 0);
    let mut in_session = false;
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        if line.starts_with("```") {
            in_session = line == "```console";
        }
        let Some(start) = line.strip_prefix("$ ").filter(|_| in_session) else {
            // Outside a session this is text. In one, it is output, which is written again.
            if !in_session || line.starts_with("```") {
                writeln!(written, "{line}").unwrap();
            }
            continue;
        };
        writeln!(written, "{line}").unwrap();
        let mut command = start.to_owned();
        while command.ends_with('\\') {
            let next = lines.next().unwrap();
            writeln!(written, "{next}").unwrap();
            write!(command, "\n{next}").unwrap();
        }
        let output = shown(folder.path(), &earlier, &command);
        assert!(!names_rust(&output), "{command}\n{output}");
        written += &output;
        if command.starts_with("export ") {
            writeln!(earlier, "{command}").unwrap();
        }
        commands += 1;
    }
    (written, commands)
}

fn check(path: &Path) -> usize {
    let page = fs::read_to_string(path).unwrap();
    let (written, commands) = run_page(&page);
    Assert::new().action_env("SNAPSHOTS").eq(Data::text(written).raw(), Data::read_from(path, None).raw());
    commands
}

#[test]
fn every_command_in_the_documentation_does_what_the_page_shows() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    assert!(check(&root.join("../docs/cli.md")) > 15);
}

#[test]
fn sessions_show_what_they_showed_before() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sessions");
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let pages: Vec<PathBuf> =
        entries.filter(|path| path.extension().is_some_and(|name| name == "md")).collect();
    assert_eq!(pages.len(), 4);
    for page in pages {
        assert!(check(&page) > 4, "{}", page.display());
    }
}
