//! The rooms of the crate stand in one direction. Held here:
//!
//! 1. A room imports only the rooms that the table in `ARCHITECTURE.md` gives it, all of them above it.
//! 2. The table names every room, in the order of `src/lib.rs`.
//! 3. serde lives where a dataset is read and where JavaScript is faced, wasm-bindgen only at the boundary.

#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test says what it expects by failing loudly; clippy spares only functions marked as tests"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// The rows of the table: room, then what it may import.
fn table() -> Vec<(String, Vec<String>)> {
    let page = fs::read_to_string(Path::new(ROOT).join("ARCHITECTURE.md")).unwrap();
    let names = |cell: &str| {
        cell.split('`').skip(1).step_by(2).map(|name| name.trim_end_matches('/').to_owned()).collect::<Vec<_>>()
    };
    page.lines()
        .skip_while(|line| !line.starts_with("| Room"))
        .skip(2)
        .take_while(|line| line.starts_with('|'))
        .map(|line| {
            let cells: Vec<&str> = line.trim_matches('|').split('|').collect();
            (names(cells[0])[0].clone(), names(cells[2]))
        })
        .collect()
}

/// The public modules of `lib.rs` in their order.
fn rooms() -> Vec<String> {
    let lib = fs::read_to_string(Path::new(ROOT).join("src/lib.rs")).unwrap();
    let modules = lib.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
    modules.map(str::to_owned).collect()
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// Lines of code of every file with its room; comments and what stands behind `#[cfg(test)]` left out.
fn code() -> Vec<(String, String, usize, String)> {
    let mut found = Vec::new();
    files(&Path::new(ROOT).join("src"), &mut found);
    let mut lines = Vec::new();
    for path in found {
        let name = path.strip_prefix(ROOT).unwrap().to_string_lossy().into_owned();
        let room = name.trim_start_matches("src/").split(['/', '.']).next().unwrap().to_owned();
        let text = fs::read_to_string(&path).unwrap();
        let code = text.lines().take_while(|line| !line.contains("#[cfg(test)]"));
        for (number, line) in (1..).zip(code) {
            if !line.trim_start().starts_with("//") {
                lines.push((room.clone(), name.clone(), number, line.to_owned()));
            }
        }
    }
    lines
}

#[test]
fn the_table_lists_the_rooms_in_order() {
    let listed: Vec<String> = table().into_iter().map(|(room, _)| room).collect();
    assert_eq!(listed, rooms());
}

#[test]
fn a_room_imports_only_what_the_table_gives_it() {
    let table = table();
    for (position, (room, imports)) in table.iter().enumerate() {
        for import in imports {
            let above = table.iter().take(position).any(|(other, _)| other == import);
            assert!(above, "ARCHITECTURE.md: {room} may not import {import}, which does not stand above it");
        }
    }
    let allowed: BTreeMap<String, Vec<String>> = table.into_iter().collect();
    let mut broken = Vec::new();
    for (room, file, number, line) in code() {
        for path in line.split("crate::").skip(1) {
            let import: String = path.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            if import.is_empty() || import == room || room == "lib" {
                continue;
            }
            if !allowed[&room].contains(&import) {
                broken.push(format!("{file}:{number}: {room} may not import {import}"));
            }
        }
        if line.contains("super::super::") {
            broken.push(format!("{file}:{number}: leave the room through crate::, so that this test can read it"));
        }
        if line.trim_start().starts_with("use crate::{") {
            broken.push(format!("{file}:{number}: import room by room, so that this test can read it"));
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn libraries_stay_in_their_rooms() {
    let mut broken = Vec::new();
    for (room, file, number, line) in code() {
        for (library, rooms) in [
            ("serde_json", &["dataset"][..]),
            ("serde::", &["tree", "dataset", "wasm"]),
            ("wasm_bindgen", &["wasm"]),
            ("js_sys", &["wasm"]),
            ("frostem", &["analysis"]),
        ] {
            if line.contains(library) && !rooms.contains(&room.as_str()) {
                broken.push(format!("{file}:{number}: {room} may not use {library}"));
            }
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}
