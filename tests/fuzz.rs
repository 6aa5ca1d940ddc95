//! The fuzzing targets without a fuzzer: what `tests/fuzz/targets.rs` says holds
//!
//! 1. for every file of the corpus: seeds, and the crashes that were found and mended;
//! 2. for a fixed number of changes to them, the same in every run.

#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test says what it expects by failing loudly; clippy spares only functions marked as tests"
)]

#[path = "fuzz/targets.rs"]
mod targets;

use std::fs;
use std::panic::catch_unwind;
use std::path::Path;

/// The files of a corpus, in the order of their names.
fn corpus(target: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus").join(target);
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    files.iter().map(|file| fs::read(file).unwrap()).collect()
}

/// Runs a target and says for which bytes it failed, as they would be written into a file of the corpus.
fn check(target: &str, bytes: &[u8]) {
    let failed = catch_unwind(|| targets::run(target, bytes)).is_err();
    assert!(!failed, "{target} fails for b\"{}\"", bytes.escape_ascii());
}

/// Numbers that look random and are always the same (Marsaglia 2003, xorshift64).
struct Numbers(u64);

impl Numbers {
    /// A number below `end`, which is above 0.
    fn below(&mut self, end: usize) -> usize {
        for (left, shift) in [(true, 13), (false, 7), (true, 17)] {
            self.0 ^= if left { self.0 << shift } else { self.0 >> shift };
        }
        usize::try_from(self.0 >> 8).unwrap_or(0) % end
    }
}

/// What operators, numbers and texts of all the targets are made of.
const PIECES: [&[u8]; 14] = [
    b"\"",
    b"-",
    b":",
    b"*",
    b" ",
    b"\n",
    b"\0",
    b"\xFF\xFF\xFF\xFF",
    b"\x80",
    b"title:",
    b"handel",
    b"'",
    "é".as_bytes(),
    b"{",
];

/// One to four of the changes that fuzzers make: a bit, a byte, a piece put in, a run taken out or repeated, the end of another file.
fn mutate(seed: &[u8], other: &[u8], numbers: &mut Numbers) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    for _ in 0..=numbers.below(4) {
        let at = numbers.below(bytes.len() + 1);
        let end = (at + 1 + numbers.below(16)).min(bytes.len());
        let run = bytes[at..end].to_vec();
        match numbers.below(6) {
            0 => bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte ^= 1 << numbers.below(8)),
            1 => bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte = [0, 1, 0x7F, 0x80, 0xFF][numbers.below(5)]),
            2 => drop(bytes.splice(at..at, PIECES[numbers.below(PIECES.len())].iter().copied())),
            3 => drop(bytes.drain(at..end)),
            4 => drop(bytes.splice(at..at, run.repeat(1 + numbers.below(40)))),
            _ => drop(bytes.splice(at.., other[numbers.below(other.len() + 1)..].iter().copied())),
        }
    }
    bytes
}

fn replay(target: &str, n_mutations: usize) {
    let seeds = corpus(target);
    for seed in &seeds {
        check(target, seed);
    }
    let mut numbers = Numbers(0x9E37_79B9_7F4A_7C15);
    for round in 0..n_mutations {
        let other = &seeds[numbers.below(seeds.len())];
        check(target, &mutate(&seeds[round % seeds.len()], other, &mut numbers));
    }
}

#[test]
fn query() {
    replay("query", 400);
}

#[test]
fn marks() {
    replay("marks", 2_000);
}

#[test]
fn dataset() {
    replay("dataset", 60);
}

#[test]
fn snapshot() {
    replay("snapshot", 600);
}

/// Each corpus belongs to a target above, so that none is forgotten.
#[test]
fn every_corpus_is_replayed() {
    let corpora = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus")).unwrap();
    let mut names: Vec<_> = corpora.map(|folder| folder.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["dataset", "marks", "query", "snapshot"]);
}
