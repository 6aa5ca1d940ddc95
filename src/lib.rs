//! The EMPACT priorities 2022-2025 as a traceable model with search.
//!
//! The Council conclusions that set the EU's priorities against serious and organised crime, as data: priorities,
//! sub-priorities, instruments, tasks, actors and deadlines, each with the words of the official text that state it; and
//! a search over all of it in Dutch and English. The same code runs natively and, through thin bindings, in the
//! browser.
//!
//! ```
//! use empact_priorities::engine::{Engine, SearchOptions};
//!
//! let engine = Engine::embedded().unwrap();
//! let answer = engine.search("money laundering", &SearchOptions::default()).unwrap();
//! assert_eq!(answer.hits[0].id, "P7e");
//! assert_eq!(answer.hits[0].title.text, "Criminele geldstromen, witwaspraktijken en ontneming van vermogensbestanddelen");
//! ```
//!
//! Without the feature `priorities`, which is on by default, the crate is the search engine alone: [`documents`] and what it needs.
//!
//! The modules are listed in reading order, and each uses only those above it; `ARCHITECTURE.md` has the table and
//! `tests/architecture.rs` checks it.

// In which order?
pub mod order;
// Where in a text?
pub mod span;
// How are numbers and lists written into a file that is used in place?
pub mod bytes;
// Which number does a word have, and could it have one at all?
pub mod words;
// Which words does a text hold, and what is each one's stem? Its whole input is a text and a language.
pub mod analysis;
// Which terms are there, in which order?
pub mod dictionary;
// Which documents hold a term, how often and where?
pub mod postings;
// Which documents hold which term, in which field? And what has a term to do with others?
pub mod index;
// What does somebody who types this want to find?
pub mod query;
// Which documents?
pub mod docset;
// Which terms of the index answer a word of the query, and how much does each count?
pub mod group;
// How well does a document answer a query?
pub mod rank;
// Which of the best documents have the words as they were typed, close to each other, or in a title?
pub mod closeness;
// Which documents answer best?
pub mod search;
// What of a text answers the query, and which passage shows it?
pub mod highlight;
// How could the typed text continue?
pub mod suggest;
// Why does a document have its score?
pub mod reason;
// Which documents does a portal add, and which of them answer a query?
pub mod documents;
// What is an answer made of, on its way to JavaScript?
pub mod tree;
// What does the framework consist of, and which words of the source say so?
#[cfg(feature = "priorities")]
pub mod model;
// How does a file become a model, and what is wrong with it if it does not?
#[cfg(feature = "priorities")]
pub mod dataset;
// Which texts of units and of the portal's documents are searched, in which language and with which weight?
#[cfg(feature = "priorities")]
pub mod searchable;
// What can be asked of a dataset?
#[cfg(feature = "priorities")]
pub mod engine;
// What does JavaScript see of a dataset?
#[cfg(feature = "priorities")]
pub mod view;
// How does an answer cross to JavaScript?
#[cfg(target_arch = "wasm32")]
pub mod wasm;
