//! What is asked of a dataset, and what is answered?

use std::fmt;

use crate::bytes::{digits, length_u32};
use crate::group::Typos;
use crate::model::{EntityKind, Status, Wording};
use crate::query::{self, LastWord, NoticeCode};
use crate::search::{Corrected, Correction};
use crate::searchable::{SearchFacet, SearchField};
use crate::span::ByteSpan;
use crate::suggest::Suggestion;

/// Most hits in one answer.
pub const LIMIT: usize = 1_000;

/// An invalid argument.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ArgumentError {
    /// No such kind of unit or entity.
    Kind(String),
    /// No such facet.
    Facet(String),
    /// No such modality.
    Modality(String),
    /// Not a date as `YYYY-MM-DD`.
    Day(String),
    /// More hits requested than [`LIMIT`].
    Limit,
    /// Not a language of the dataset, and those that are, separated by commas.
    Language(String, String),
}

impl ArgumentError {
    /// What is wrong.
    pub fn message(&self) -> String {
        match self {
            Self::Kind(name) => ["there is no kind \"", name, "\""].concat(),
            Self::Facet(name) => ["there is no facet \"", name, "\""].concat(),
            Self::Modality(name) => ["there is no modality \"", name, "\""].concat(),
            Self::Day(text) => ["\"", text, "\" is not a day; write it like 2023-08-31"].concat(),
            Self::Limit => ["more than ", &digits(length_u32(LIMIT)), " hits are asked for"].concat(),
            Self::Language(lang, known) => ["the dataset has no texts in \"", lang, "\", only in ", known].concat(),
        }
    }
}

impl fmt::Display for ArgumentError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message())
    }
}

impl std::error::Error for ArgumentError {}

/// Which hit comes first?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HitOrder {
    /// The one that answers best.
    Relevance,
    /// The one that the document has first.
    Document,
}

/// Options of a search.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchOptions {
    /// Language of titles and excerpts where there is a choice. Empty: that of the official text.
    pub lang: String,
    /// Only units of these kinds. Empty: all.
    pub kinds: Vec<String>,
    /// Facet and value: a unit must have one of the values in every facet named.
    pub filters: Vec<(String, String)>,
    /// At most this many hits, up to [`LIMIT`].
    pub limit: usize,
    /// Skip this many hits.
    pub offset: usize,
    /// Order of the hits; it does not change which there are, nor their scores.
    pub order: HitOrder,
    /// Which facets to count.
    pub facets: Vec<String>,
    /// Whether the last word is still being typed.
    pub last_word: LastWord,
    /// Whether words that no unit holds are treated as mistyped; if not, a correction is only proposed.
    pub typos: Typos,
}

impl Default for SearchOptions {
    /// All units, the 20 best hits, no facets, the last word still being typed, typos tolerated.
    fn default() -> Self {
        Self {
            lang: String::new(),
            kinds: Vec::new(),
            filters: Vec::new(),
            limit: 20,
            offset: 0,
            order: HitOrder::Relevance,
            facets: Vec::new(),
            last_word: LastWord::Unfinished,
            typos: Typos::Tolerated,
        }
    }
}

/// Conditions on tasks; all given conditions must be met.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TaskFilter {
    /// Id of an addressee.
    pub actor: Option<String>,
    /// Id of the unit that says it.
    pub unit: Option<String>,
    /// Name of a modality.
    pub modality: Option<String>,
    /// The last day that the deadline can mean is before this one, `YYYY-MM-DD`.
    pub before: Option<String>,
}

/// The best passage of a hit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt<'e> {
    /// The words.
    pub text: &'e str,
    /// Their language.
    pub lang: &'e str,
    /// What they are.
    pub status: Status,
    /// The place of official words: unit, block, and bytes of that block's text.
    pub place: Option<(&'e str, usize, ByteSpan)>,
    /// Which text of the unit.
    pub field: SearchField,
    /// What to emphasise, within `text`.
    pub highlights: Vec<ByteSpan>,
    /// Whether the text continues before it.
    pub truncated_start: bool,
    /// Whether the text continues after it.
    pub truncated_end: bool,
}

/// A unit that matches.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit<'e> {
    /// Its id.
    pub id: &'e str,
    /// Its kind.
    pub kind: EntityKind,
    /// Higher is better; comparable within one answer only.
    pub score: f64,
    /// Its title, in the requested language if there is one.
    pub title: Wording<'e>,
    /// What to emphasise in the title.
    pub highlights: Vec<ByteSpan>,
    /// The best passage; `None` if only the title or number matched.
    pub excerpt: Option<Excerpt<'e>>,
    /// The fields that matched and their languages, best first.
    pub matched: Vec<(SearchField, &'e str)>,
}

/// A unit whose title matches what is being typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SuggestedUnit<'e> {
    /// Its id.
    pub id: &'e str,
    /// Its kind.
    pub kind: EntityKind,
    /// Its title, in the requested language if there is one.
    pub title: Wording<'e>,
    /// What to emphasise in the title.
    pub highlights: Vec<ByteSpan>,
}

/// How a text that is being typed could continue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestions<'e> {
    /// Queries.
    pub queries: Vec<Suggestion>,
    /// Units.
    pub titles: Vec<SuggestedUnit<'e>>,
}

/// How many matching units have each value of a facet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetCounts<'e> {
    /// The facet.
    pub facet: SearchFacet,
    /// Values and how many matching units have them, counted as if nothing were chosen in this facet. Most frequent first, then
    /// in the order of the dataset.
    pub values: Vec<(&'e str, usize)>,
}

/// Something worth knowing about how a query was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Its kind.
    pub code: NoticeCode,
    /// The same in English, for developers.
    pub message: String,
    /// The part of the query that it is about; empty if it is about an option.
    pub span: ByteSpan,
}

impl Notice {
    /// What was said of a query, in words.
    pub(super) fn of(notice: query::Notice) -> Self {
        let message = match notice.code {
            NoticeCode::QueryTruncated => "The query is too long; this part was not searched.",
            NoticeCode::NoSearchableWords => "The query holds no word that can be searched.",
            NoticeCode::UnknownFilter => "No value follows the colon, or one that no unit has.",
            NoticeCode::WordsIgnored => "No unit holds every word; the best ones are without this one.",
            NoticeCode::WordsUnknown => "Nothing in the index answers this word.",
            NoticeCode::WordsInPart => "Nothing holds this word; what was found has a part of it.",
            NoticeCode::WordsCorrected => "Nothing holds this word; it was read as another.",
        };
        Self { code: notice.code, message: message.to_owned(), span: notice.span }
    }

    /// A word that was read as another.
    pub(super) fn of_correction(correction: &Correction) -> Self {
        let message = ["Nothing holds this word; it was read as \"", &correction.word, "\"."].concat();
        Self { code: NoticeCode::WordsCorrected, message, span: correction.span }
    }

    /// A value in an option that no unit has.
    pub(super) fn of_option(facet: SearchFacet, value: &str) -> Self {
        let message = ["No unit has \"", value, "\" in the facet \"", facet.name(), "\"."].concat();
        Self { code: NoticeCode::UnknownFilter, message, span: ByteSpan::default() }
    }
}

/// The answer to a search.
#[derive(Debug, Clone, PartialEq)]
pub struct SearchAnswer<'e> {
    /// The requested hits, in the order of [`SearchOptions::order`]; without words in the query, in document order.
    pub hits: Vec<Hit<'e>>,
    /// How many units match.
    pub total: usize,
    /// Counts of the requested facets.
    pub facets: Vec<FacetCounts<'e>>,
    /// How the query was read.
    pub notices: Vec<Notice>,
    /// The query in which words that nothing holds are replaced, if there are any.
    pub corrected: Option<Corrected>,
}
