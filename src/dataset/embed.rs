//! Before the crate is compiled: the dataset as it is embedded, without the white space that only readers of the file need.

#![allow(clippy::print_stdout, reason = "cargo reads it")]

use std::path::PathBuf;
use std::{env, error::Error, fs};

const DATASET: &str = "src/dataset/empact-2022-2025.json";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=src/dataset/embed.rs");
    println!("cargo::rerun-if-changed={DATASET}");
    let target = PathBuf::from(env::var("OUT_DIR")?).join("dataset.json");
    fs::write(target, without_blanks(&fs::read_to_string(DATASET)?))?;
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
