//! What is the score of a document made up of?

use super::{coordination, saturated};
use crate::group::{Group, Parameters, TermRole};
use crate::index::{FieldId, Index, Vocabulary};

/// What one term adds to the score of a document.
#[derive(Clone, Debug, PartialEq)]
pub struct TermContribution {
    /// The term.
    pub word: String,
    /// What it is to the word of the query.
    pub role: TermRole,
    /// Its weight in the group.
    pub weight: f64,
    /// Its occurrences: field, how often, and the frequency weighted by the field and the length of the document.
    pub fields: Vec<(FieldId, u32, f64)>,
}

/// What one concept adds to the score of a document.
#[derive(Clone, Debug, PartialEq)]
pub struct ConceptContribution {
    /// The place of the concept in [`crate::query::Query::concepts`].
    pub concept: usize,
    /// Its part of the score: the idf times the saturated frequency.
    pub score: f64,
    /// Its idf.
    pub idf: f64,
    /// The terms that occur in the document.
    pub terms: Vec<TermContribution>,
}

/// How the score of a document is made up, from the same numbers: the contributions in the order of the query.
///
/// ```text
/// score = (1 - coordination * (1 - share of the concepts)) * sum of the contributions
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// The score, equal to that of [`rank`](super::rank()) to the last bit; 0.0 if the document answers nothing.
    pub score: f64,
    /// By concept; only those that the document answers.
    pub concepts: Vec<ConceptContribution>,
}

/// Explains the score of one document.
pub fn explain(index: &Index, groups: &[Group], document: u32, parameters: &Parameters) -> Explanation {
    let vocabularies: Vec<Vocabulary<'_>> = index.vocabularies().collect();
    let mut concepts = Vec::new();
    let mut total = 0.0;
    for (place, group) in groups.iter().enumerate() {
        let mut frequency = 0.0;
        let mut terms = Vec::new();
        for term in &group.terms {
            let Some(vocabulary) = vocabularies.get(term.vocabulary) else { continue };
            let mut cursor = vocabulary.postings_at(term.place);
            if cursor.seek(document) != document {
                continue;
            }
            let (profile, scale) = (cursor.profile(), index.scale());
            frequency += term.weight * scale.frequency(document, profile, group.fields);
            let parts = index.profile(profile).iter().filter(|part| group.fields.contains(part.field));
            let fields = parts.map(|part| (part.field, part.frequency, scale.frequency_in(document, *part)));
            terms.push(TermContribution {
                word: index.word(term.vocabulary, term.term),
                role: term.role,
                weight: term.weight,
                fields: fields.collect(),
            });
        }
        if frequency <= 0.0 {
            continue;
        }
        let score = group.idf * saturated(frequency, parameters.k1);
        total += score;
        concepts.push(ConceptContribution { concept: place, score, idf: group.idf, terms });
    }
    let n_answered = u32::try_from(concepts.len()).unwrap_or(u32::MAX);
    Explanation { score: total * coordination(n_answered, groups.len(), parameters), concepts }
}
