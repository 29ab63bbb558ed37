//! Extracts each server from the page that shows it, so that the text that a reader pastes is what is compiled.

use std::path::Path;
use std::{env, fs};

/// A file for each server, the page that shows it, and the heading that it follows.
const SERVERS: [(&str, &str, &str); 7] = [
    ("readme.rs", "README.md", "## A token endpoint"),
    ("axum.rs", "docs/recipes.md", "## axum"),
    ("actix_web.rs", "docs/recipes.md", "## actix-web"),
    ("rocket.rs", "docs/recipes.md", "## Rocket"),
    ("lambda.rs", "docs/recipes.md", "## AWS Lambda"),
    ("webhook.rs", "docs/webhooks.md", "## An axum handler"),
    ("workers.rs", "docs/recipes.md", "## Cloudflare Workers"),
];

fn main() {
    let target = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    for (file, page, heading) in SERVERS {
        let page = Path::new("../..").join(page);
        println!("cargo::rerun-if-changed={}", page.display());
        let text = fs::read_to_string(&page).expect("the page exists");
        let server = server(&text, heading).unwrap_or_else(|| panic!("no server after `{heading}`"));
        fs::write(Path::new(&target).join(file), server).expect("OUT_DIR can be written");
    }
    // Each page shows only servers that are in the list.
    for page in ["README.md", "docs/recipes.md", "docs/webhooks.md"] {
        let text = fs::read_to_string(Path::new("../..").join(page)).expect("the page exists");
        let shown = text.matches("\n```rust,ignore").count();
        let compiled = SERVERS.iter().filter(|(_, of, _)| *of == page).count();
        assert_eq!(shown, compiled, "servers of {page}");
    }
}

/// The first Rust block of the section.
fn server<'t>(page: &'t str, heading: &str) -> Option<&'t str> {
    let (_, section) = page.split_once(&format!("\n{heading}\n"))?;
    let section = section.split("\n## ").next()?;
    let (_, block) = section.split_once("\n```rust,ignore")?;
    let (_, block) = block.split_once('\n')?;
    block.split("\n```\n").next()
}
