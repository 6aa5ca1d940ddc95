//! What is wrong with a dataset, where, and what to do about it.

use crate::bytes::{digits, length_u32};
use std::fmt;

/// The kind of a problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProblemCode {
    /// Not JSON at all.
    Syntax,
    /// Larger than the reader accepts, in bytes or in values.
    TooLarge,
    /// Another format, or a version that this reader does not know.
    Format,
    /// A property that must be there is not.
    Missing,
    /// A property that the format does not have.
    Unknown,
    /// A value of the wrong JSON type.
    Type,
    /// A value outside its range or list.
    Value,
    /// Words that are not in the official text.
    Quote,
    /// An id that leads nowhere, or to the wrong kind of entity.
    Reference,
    /// An id, number or key that is used twice.
    Duplicate,
    /// Facts that contradict each other.
    Invariant,
    /// There are more problems than are listed.
    More,
}

impl ProblemCode {
    /// The name in JavaScript.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Syntax => "syntax",
            Self::TooLarge => "too-large",
            Self::Format => "format",
            Self::Missing => "missing",
            Self::Unknown => "unknown-property",
            Self::Type => "type",
            Self::Value => "value",
            Self::Quote => "quote",
            Self::Reference => "reference",
            Self::Duplicate => "duplicate",
            Self::Invariant => "invariant",
            Self::More => "more",
        }
    }
}

/// One thing that is wrong with a dataset.
///
/// ```
/// use empact_priorities::dataset;
///
/// let problems = dataset::read(br#"{"format": "empact-priorities", "formatVersion": 7}"#).unwrap_err();
/// assert_eq!(problems[0].to_string(), "formatVersion: expected 1, found 7. Convert the dataset to this version.");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// JSON path, for instance `priorities[7].number`; empty for the file as a whole.
    pub path: String,
    /// Its kind.
    pub code: ProblemCode,
    /// What should be there.
    pub expected: String,
    /// What is there.
    pub found: String,
    /// What to do.
    pub fix: &'static str,
}

impl Problem {
    /// The file is larger than [`super::SIZE_LIMIT`].
    pub(crate) fn too_large(bytes: usize) -> Self {
        Self {
            path: String::new(),
            code: ProblemCode::TooLarge,
            expected: [&digits(length_u32(super::SIZE_LIMIT)), " bytes or less"].concat(),
            found: [&digits(length_u32(bytes)), " bytes"].concat(),
            fix: "Leave texts out; put documents into a snapshot instead.",
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = if self.path.is_empty() { "dataset" } else { &self.path };
        write!(formatter, "{path}: expected {}, found {}. {}", self.expected, self.found, self.fix)
    }
}

impl std::error::Error for Problem {}

/// The problems found so far. Keeps the first [`Problems::LIMIT`] and counts the rest, so that a hostile file cannot
/// fill the memory with problems.
#[derive(Debug, Default)]
pub(super) struct Problems {
    listed: Vec<Problem>,
    unlisted: usize,
}

impl Problems {
    /// More than a person reads at once.
    const LIMIT: usize = 1_000;
    /// Longest piece of the file that is repeated in a problem, in characters.
    const FOUND_LIMIT: usize = 120;

    #[inline(never)]
    pub(super) fn add(&mut self, path: String, code: ProblemCode, expected: &str, found: &str, fix: &'static str) {
        if self.listed.len() >= Self::LIMIT {
            self.unlisted += 1;
            return;
        }
        let mut shown: String = found.chars().take(Self::FOUND_LIMIT).collect();
        if shown.len() < found.len() {
            shown.push('…');
        }
        self.listed.push(Problem { path, code, expected: expected.to_owned(), found: shown, fix });
    }

    pub(super) fn is_empty(&self) -> bool {
        self.listed.is_empty()
    }

    pub(super) fn into_vec(mut self) -> Vec<Problem> {
        if self.unlisted > 0 {
            let more = if self.unlisted == 1 { " more problem" } else { " more problems" };
            self.listed.push(Problem {
                path: String::new(),
                code: ProblemCode::More,
                expected: "a dataset without problems".to_owned(),
                found: [digits(length_u32(self.unlisted)).as_str(), more].concat(),
                fix: "Mend those above and read the dataset again.",
            });
        }
        self.listed
    }
}

#[cfg(test)]
mod tests {
    //! 1. What is not listed is counted, one or many.

    use super::*;

    #[test]
    fn more_problems() {
        let found = |n_problems: usize| {
            let mut problems = Problems::default();
            for _ in 0..n_problems {
                problems.add(String::new(), ProblemCode::Value, "", "", "");
            }
            problems.into_vec().pop().unwrap().found
        };
        assert_eq!(found(Problems::LIMIT), "");
        assert_eq!(found(Problems::LIMIT + 1), "1 more problem");
        assert_eq!(found(Problems::LIMIT + 2), "2 more problems");
    }
}
