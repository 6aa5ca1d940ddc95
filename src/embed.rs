//! Before the crate is compiled: what it embeds, without what only readers of the files need.

#![allow(clippy::print_stdout, reason = "cargo reads it")]

use std::path::PathBuf;
use std::{env, error::Error, fs};

const DATASET: &str = "src/dataset/empact-2022-2025.json";
const PARTS: &str = "src/analysis/dutch-parts.txt";

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(env::var("OUT_DIR")?);
    println!("cargo::rerun-if-changed=src/embed.rs");
    for (source, target, shorten) in
        [(DATASET, "dataset.json", without_blanks as fn(&str) -> String), (PARTS, "dutch-parts", front_coded)]
    {
        println!("cargo::rerun-if-changed={source}");
        fs::write(folder.join(target), shorten(&fs::read_to_string(source)?))?;
    }
    Ok(())
}

/// A JSON text without the white space outside its strings.
fn without_blanks(json: &str) -> String {
    let (mut is_in_string, mut is_escaped) = (false, false);
    let mut is_kept = |character: &char| {
        let is_kept = is_in_string || !character.is_ascii_whitespace();
        if *character == '"' && !is_escaped {
            is_in_string = !is_in_string;
        }
        is_escaped = is_in_string && *character == '\\' && !is_escaped;
        is_kept
    };
    json.chars().filter(&mut is_kept).collect()
}

/// Words of a to z, one per line, front-coded: behind each a capital letter says how many letters it shares with the next (`A`: none), which are left out there.
fn front_coded(words: &str) -> String {
    let mut coded = String::new();
    let mut words = words.lines().peekable();
    let mut n_shared = 0;
    while let Some(word) = words.next() {
        coded.extend(word.chars().skip(n_shared));
        let next = words.peek().copied().unwrap_or_default();
        n_shared = word.chars().zip(next.chars()).take_while(|(one, other)| one == other).count().min(25);
        coded.extend(('A'..='Z').nth(n_shared));
    }
    coded
}
