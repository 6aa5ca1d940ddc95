//! Which values does a document have in a facet, and which documents have those that are asked for?
//!
//! ```text
//! facet   values │ runs │ lists
//!         if no document has several and there are fewer than 255 values: no runs, and as lists one byte per document, its value plus one
//!         (0: none); else per document the length of its list, and the lists: a varint for each value, plus one
//! ```

use super::{Direction, Options};
use crate::bytes::{Reader, Runs, RunsWriter, join_sections, length_u32, push_bytes, push_varint, split_sections};
use crate::docset::DocSet;
use crate::order::{natural, sort, sorted};
use crate::query::Query;
use crate::words::Words;
use std::cell::Cell;
use std::ops::Range;
use std::sync::Arc;

/// Values of a facet that are demanded or excluded.
#[derive(Debug)]
pub(super) struct Filter {
    facet: usize,
    demand: Demand,
    /// Whether each value is meant.
    values: Vec<bool>,
}

/// Where a filter comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Demand {
    /// From the options: one of the values, to the letter.
    Chosen,
    /// From the query: one of the values, whatever the case of its ASCII letters.
    Typed,
    /// From the query: none of them.
    Excluded,
}

/// A facet of a collection.
#[derive(Debug)]
struct Facet {
    values: Vec<String>,
    /// Where in the bytes the column is.
    runs: Range<usize>,
    lists: Range<usize>,
}

/// The values of each document in a facet.
struct Column<'c> {
    values: &'c [String],
    runs: Runs<'c>,
    lists: &'c [u8],
}

impl Column<'_> {
    /// Hands over the values of a document.
    #[inline(always)]
    fn each_value(&self, document: u32, each: &mut dyn FnMut(u32)) {
        if self.runs.is_empty() {
            if let Some(number) = self.lists.get(document as usize).and_then(|number| number.checked_sub(1)) {
                each(u32::from(number));
            }
            return;
        }
        let mut reader = Reader::new(self.lists.get(self.runs.range(document)).unwrap_or_default());
        while !reader.is_at_end() {
            if let Some(number) = reader.varint().checked_sub(1).filter(|number| (*number as usize) < self.values.len())
            {
                each(number);
            }
        }
    }
}

/// The facets of a collection.
#[derive(Debug)]
pub(super) struct Facets {
    bytes: Arc<Vec<u8>>,
    names: Vec<String>,
    list: Vec<Facet>,
}

impl Facets {
    /// Opens the facets with these names; `place` says where in the bytes they are. `None` if the bytes are damaged.
    pub(super) fn open(bytes: &Arc<Vec<u8>>, place: Range<usize>, names: Vec<String>) -> Option<Self> {
        let mut list = Vec::new();
        for facet in split_sections(bytes, place, names.len())? {
            let [head, runs, lists] = split_sections(bytes, facet, 3)?.try_into().ok()?;
            if !Runs::open(bytes.get(runs.clone())?).are_apart(bytes.get(lists.clone())?.len()) {
                return None;
            }
            let mut reader = Reader::new(bytes.get(head)?);
            let n_values = reader.varint();
            let mut values = Vec::new();
            for _ in 0..n_values {
                if reader.is_at_end() {
                    return None;
                }
                values.push(reader.text().to_owned());
            }
            list.push(Facet { values, runs, lists });
        }
        Some(Self { bytes: Arc::clone(bytes), names, list })
    }

    /// Their names.
    pub(super) fn names(&self) -> &[String] {
        &self.names
    }

    /// The values of a facet, by number.
    pub(super) fn values(&self, facet: usize) -> &[String] {
        self.list.get(facet).map_or(&[], |facet| &facet.values)
    }

    fn column(&self, facet: usize) -> Option<Column<'_>> {
        let bytes = |place: &Range<usize>| self.bytes.get(place.clone()).unwrap_or_default();
        let Facet { values, runs, lists } = self.list.get(facet)?;
        Some(Column { values, runs: Runs::open(bytes(runs)), lists: bytes(lists) })
    }

    /// The values of a document in a facet, as numbers of [`Self::values`].
    pub(super) fn values_of(&self, document: u32, facet: usize) -> Vec<u32> {
        let mut values = Vec::new();
        if let Some(column) = self.column(facet) {
            column.each_value(document, &mut |value| values.push(value));
        }
        values
    }

    /// The values that a query and its options ask for and exclude.
    pub(super) fn filters(&self, query: &Query, options: &Options) -> Vec<Filter> {
        let mut filters: Vec<Filter> = Vec::new();
        let mut add = |facet: usize, demand: Demand, value: &str| {
            let known = filters.iter().position(|known| (known.facet, known.demand) == (facet, demand));
            if known.is_none() {
                filters.push(Filter { facet, demand, values: vec![false; self.values(facet).len()] });
            }
            let place = known.unwrap_or(filters.len() - 1);
            let Some(filter) = filters.get_mut(place) else { return };
            for (meant, known) in filter.values.iter_mut().zip(self.values(facet)) {
                *meant |= known == value || demand != Demand::Chosen && known.eq_ignore_ascii_case(value);
            }
        };
        for filter in query.filters() {
            add(filter.name, if filter.is_excluded { Demand::Excluded } else { Demand::Typed }, &filter.value);
        }
        for (facet, value) in &options.filters {
            add(*facet, Demand::Chosen, value);
        }
        filters
    }

    /// Whether a document passes all filters, but for values of the facet `except` that were chosen.
    pub(super) fn passes(&self, filters: &[Filter], document: u32, except: Option<usize>) -> bool {
        let mut asked = filters.iter().filter(|filter| filter.demand != Demand::Chosen || except != Some(filter.facet));
        asked.all(|filter| {
            let Some(column) = self.column(filter.facet) else { return false };
            let has_value = Cell::new(false);
            column.each_value(document, &mut |value| {
                has_value.set(has_value.get() || filter.values.get(value as usize).copied().unwrap_or(false));
            });
            has_value.get() != (filter.demand == Demand::Excluded)
        })
    }

    /// The documents that `accept` lets through, in the order of their values in a facet. Linear in the documents: what is sorted is the
    /// values.
    pub(super) fn sorted(
        &self,
        facet: usize,
        direction: Direction,
        documents: &DocSet,
        accept: &dyn Fn(u32) -> bool,
    ) -> Vec<u32> {
        let Some(column) = self.column(facet) else { return Vec::new() };
        let text = |value: usize| column.values.get(value).map_or("", String::as_str);
        let order = sorted(column.values.len(), &|one, other| {
            let ascending = natural(text(one), text(other));
            if direction == Direction::Ascending { ascending } else { ascending.reverse() }
        });
        // The place of each value in the order; documents without a value come behind all.
        let mut places = vec![0; order.len()];
        for (place, value) in order.into_iter().enumerate() {
            if let Some(slot) = places.get_mut(value) {
                *slot = place;
            }
        }
        let place_of = |document: u32| {
            let first = Cell::new(column.values.len());
            column.each_value(document, &mut |value| {
                first.set(first.get().min(places.get(value as usize).copied().unwrap_or(usize::MAX)));
            });
            first.get()
        };
        // How many documents stand at each place, then where the next one of it goes.
        let mut next = vec![0_u32; column.values.len() + 1];
        let mut found: Vec<u32> = Vec::new();
        documents.each(&mut |document| {
            if accept(document) {
                found.push(document);
                if let Some(count) = next.get_mut(place_of(document)) {
                    *count += 1;
                }
            }
        });
        let mut n_before = 0;
        for slot in &mut next {
            n_before += std::mem::replace(slot, n_before);
        }
        let mut sorted = vec![0; found.len()];
        for document in found {
            if let Some(at) = next.get_mut(place_of(document))
                && let Some(slot) = sorted.get_mut(*at as usize)
            {
                *slot = document;
                *at += 1;
            }
        }
        sorted
    }

    /// How many of the documents have each value of a facet, most frequent first.
    pub(super) fn count(&self, facet: usize, documents: &DocSet, accept: &dyn Fn(u32) -> bool) -> Vec<(u32, u32)> {
        let Some(column) = self.column(facet) else { return Vec::new() };
        let mut counts = vec![0_u32; column.values.len()];
        documents.each(&mut |document| {
            if accept(document) {
                column.each_value(document, &mut |value| {
                    if let Some(count) = counts.get_mut(value as usize) {
                        *count += 1;
                    }
                });
            }
        });
        let mut counts: Vec<(u32, u32)> = (0..).zip(counts).filter(|(_, count)| *count > 0).collect();
        sort(&mut counts, &|one, other| other.1.cmp(&one.1));
        counts
    }
}

/// Writes a facet, document by document.
#[derive(Debug, Default)]
pub(super) struct FacetWriter {
    texts: Words,
    /// Per value: one more than the last document that has it.
    seen: Vec<u32>,
    /// Per document.
    columns: Vec<Vec<u32>>,
}

impl FacetWriter {
    /// Adds the values of the next document, each once; empty ones are none.
    pub(super) fn push(&mut self, values: &[&str]) {
        let n_documents = length_u32(self.columns.len());
        let mut column = Vec::new();
        for value in values.iter().filter(|value| !value.is_empty()) {
            let number = self.texts.number_of(value);
            if number as usize == self.seen.len() {
                self.seen.push(0);
            }
            if let Some(seen) = self.seen.get_mut(number as usize).filter(|seen| **seen <= n_documents) {
                *seen = n_documents + 1;
                column.push(number);
            }
        }
        self.columns.push(column);
    }

    /// What [`Facets::open`] reads: the values; then one byte per document if none has several and there are fewer than 255 values, else runs
    /// and varints.
    pub(super) fn finish(&self) -> Vec<u8> {
        let mut head = Vec::new();
        push_varint(&mut head, length_u32(self.seen.len()));
        for number in 0..self.seen.len() {
            push_bytes(&mut head, self.texts.word(number).as_bytes());
        }
        let is_single = self.columns.iter().all(|column| column.len() <= 1);
        let (mut runs, mut lists) = (RunsWriter::default(), Vec::new());
        for column in &self.columns {
            let number = column.first().map_or(0, |number| number + 1);
            if is_single && self.seen.len() < 255 {
                lists.push(u8::try_from(number).unwrap_or(0));
            } else {
                let start = lists.len();
                for number in column {
                    push_varint(&mut lists, number + 1);
                }
                runs.push(lists.len() - start);
            }
        }
        join_sections(&[&head, &runs.finish(), &lists])
    }
}
