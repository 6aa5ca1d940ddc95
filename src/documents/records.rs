//! What is stored of a document?
//!
//! ```text
//! record   id (empty: its number), title, URL, the texts of the stored fields, the place of its language if there are several
//! starts   u32 for every 4th record: where it begins
//! ```

use super::Document;
use crate::bytes::{Reader, digits, length_u32, push_bytes, push_u32, u32_at};
use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

/// How many texts a record begins with: id, title and address.
const N_SHOWN: usize = 3;

/// Documents from one whose record's place is known to the next such one.
const RECORD_STEP: u32 = 4;

/// What is shown of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record<'c> {
    /// Its id.
    pub id: Cow<'c, str>,
    /// Its title.
    pub title: &'c str,
    /// Its URL; can be empty.
    pub url: &'c str,
}

/// What is stored of each document.
#[derive(Debug)]
pub(super) struct Records {
    pub(super) bytes: Arc<Vec<u8>>,
    /// Where in the bytes the two sections are.
    pub(super) starts: Range<usize>,
    pub(super) bodies: Range<usize>,
    pub(super) n_documents: u32,
    /// How many texts besides those that are shown.
    pub(super) n_stored: usize,
    /// Whether each has a language of its own.
    pub(super) has_languages: bool,
}

impl Records {
    /// What is shown of a document; empty texts if there is no such document.
    pub(super) fn record(&self, document: u32) -> Record<'_> {
        let mut reader = self.reader(document, 0);
        let id = match reader.text() {
            "" if document < self.n_documents => Cow::Owned(digits(document)),
            id => Cow::Borrowed(id),
        };
        Record { id, title: reader.text(), url: reader.text() }
    }

    /// One of the stored texts of a document.
    pub(super) fn stored(&self, document: u32, place: usize) -> &str {
        self.reader(document, N_SHOWN + place).text()
    }

    /// The place of a document's language.
    pub(super) fn language(&self, document: u32) -> usize {
        if !self.has_languages {
            return 0;
        }
        let language = self.reader(document, N_SHOWN + self.n_stored).run();
        language.first().copied().map_or(0, usize::from)
    }

    /// The record of a document without so many of its texts, and what stands behind it.
    fn reader(&self, document: u32, n_passed: usize) -> Reader<'_> {
        let bytes = |place: &Range<usize>| self.bytes.get(place.clone()).unwrap_or_default();
        let start = u32_at(bytes(&self.starts), (document / RECORD_STEP) as usize * 4);
        let bodies = bytes(&self.bodies).get(start as usize..).filter(|_| document < self.n_documents);
        let mut reader = Reader::new(bodies.unwrap_or_default());
        let n_runs = N_SHOWN + self.n_stored + usize::from(self.has_languages);
        for _ in 0..(document % RECORD_STEP) as usize * n_runs + n_passed {
            reader.run();
        }
        reader
    }
}

/// Writes records, document by document.
#[derive(Debug, Default)]
pub(super) struct RecordsWriter {
    pub(super) starts: Vec<u8>,
    pub(super) bodies: Vec<u8>,
}

impl RecordsWriter {
    /// Adds the next document: its number, the fields whose texts are stored, and the place of its language if it has one of its own.
    pub(super) fn push(&mut self, number: u32, document: &Document<'_>, stored: &[usize], language: Option<usize>) {
        if number.is_multiple_of(RECORD_STEP) {
            push_u32(&mut self.starts, length_u32(self.bodies.len()));
        }
        let id = if document.id == digits(number) { "" } else { document.id };
        for text in [id, document.title, document.url] {
            push_bytes(&mut self.bodies, text.as_bytes());
        }
        for field in stored {
            push_bytes(&mut self.bodies, document.texts.get(*field).copied().unwrap_or("").as_bytes());
        }
        if let Some(language) = language {
            push_bytes(&mut self.bodies, &[u8::try_from(language).unwrap_or(0)]);
        }
    }
}
