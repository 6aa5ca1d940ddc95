//! What is wrong with a dataset, where, and what to do about it.

use crate::bytes::{digits, length_u32};
use std::fmt;
use std::ops::Deref;

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

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = if self.path.is_empty() { "dataset" } else { &self.path };
        write!(formatter, "{path}: expected {}, found {}. {}", self.expected, self.found, self.fix)
    }
}

impl std::error::Error for Problem {}

/// All that is wrong with a dataset: a list of [`Problem`]s, never empty, that is an error as a whole.
///
/// ```
/// use empact_priorities::{dataset, model::Model};
///
/// fn read(json: &str) -> Result<Model, Box<dyn std::error::Error>> {
///     Ok(dataset::read(json.as_bytes())?)
/// }
///
/// let error = read(r#"{"format": "empact-priorities", "formatVersion": 7}"#).unwrap_err();
/// assert!(error.to_string().starts_with("formatVersion: expected 1, found 7."));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problems(Vec<Problem>);

impl Problems {
    /// The file is larger than [`super::SIZE_LIMIT`].
    pub(crate) fn too_large(bytes: usize) -> Self {
        Self(vec![Problem {
            path: String::new(),
            code: ProblemCode::TooLarge,
            expected: [&digits(length_u32(super::SIZE_LIMIT)), " bytes or less"].concat(),
            found: [&digits(length_u32(bytes)), " bytes"].concat(),
            fix: "Leave texts out; put documents into a snapshot instead.",
        }])
    }
}

impl Deref for Problems {
    type Target = [Problem];

    fn deref(&self) -> &[Problem] {
        &self.0
    }
}

impl IntoIterator for Problems {
    type Item = Problem;
    type IntoIter = std::vec::IntoIter<Problem>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'p> IntoIterator for &'p Problems {
    type Item = &'p Problem;
    type IntoIter = std::slice::Iter<'p, Problem>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

/// A line for each problem.
impl fmt::Display for Problems {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, problem) in self.iter().enumerate() {
            write!(formatter, "{}{problem}", if at > 0 { "\n" } else { "" })?;
        }
        Ok(())
    }
}

impl std::error::Error for Problems {}

/// The problems found so far. Keeps the first [`Findings::LIMIT`] and counts the rest, so that a hostile file cannot
/// fill the memory with problems.
#[derive(Debug, Default)]
pub(super) struct Findings {
    listed: Vec<Problem>,
    unlisted: usize,
}

impl Findings {
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
        let found = match found.char_indices().nth(Self::FOUND_LIMIT) {
            Some((end, _)) => [found.get(..end).unwrap_or_default(), "…"].concat(),
            None => found.to_owned(),
        };
        self.listed.push(Problem { path, code, expected: expected.to_owned(), found, fix });
    }

    /// Whether nothing is wrong with a list but that it breaks rules.
    #[inline(never)]
    pub(super) fn spare(&self, list: &str) -> bool {
        let is_in =
            |path: &str| path.strip_prefix(list).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']));
        !self.listed.iter().any(|problem| problem.code != ProblemCode::Invariant && is_in(&problem.path))
    }

    pub(super) fn is_empty(&self) -> bool {
        self.listed.is_empty()
    }

    pub(super) fn into_problems(mut self) -> Problems {
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
        Problems(self.listed)
    }
}

#[cfg(test)]
mod tests {
    //! 1. What is not listed is counted, one or many.

    use super::*;

    #[test]
    fn more_problems() {
        let found = |n_problems: usize| {
            let mut problems = Findings::default();
            for _ in 0..n_problems {
                problems.add(String::new(), ProblemCode::Value, "", "", "");
            }
            problems.into_problems().last().unwrap().found.clone()
        };
        assert_eq!(found(Findings::LIMIT), "");
        assert_eq!(found(Findings::LIMIT + 1), "1 more problem");
        assert_eq!(found(Findings::LIMIT + 2), "2 more problems");
    }
}
