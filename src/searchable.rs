//! Which texts of a unit are searched, in which language and with which weight, and by what can it be filtered?
//!
//! The one place where the model and the search meet: above it nobody knows policy, below it nobody knows search.

use crate::analysis::Language;
use crate::index::{FieldId, FieldSpec, Index, IndexBuilder};
use crate::model::UNIT_KINDS;
use crate::model::{FacetKind, InstrumentType, Model, Named, Unit};
use crate::view::{Views, Wording};

/// A text of a unit that is searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SearchField {
    /// Id and number: `P7e`, `7e`.
    Number,
    /// Titles, official and ours.
    Title,
    /// What people type.
    Alias,
    /// The objective.
    Objective,
    /// The official text.
    Text,
    /// Our summaries.
    Gist,
}

impl SearchField {
    /// All fields.
    pub const ALL: &'static [Self] = &[Self::Number, Self::Title, Self::Alias, Self::Objective, Self::Text, Self::Gist];

    /// The name in JavaScript.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Title => "title",
            Self::Alias => "alias",
            Self::Objective => "objective",
            Self::Text => "text",
            Self::Gist => "gist",
        }
    }

    /// How much one occurrence counts beside one in the official text. 0.0: nothing; usual: 0.5 to 10.
    ///
    /// A title says what a unit is about, and an alias is there to be found by. Who types a number wants that unit. The
    /// objective stands in the official text too, so its weight comes on top of that. Chosen by hand for this document.
    pub const fn weight(self) -> f64 {
        match self {
            Self::Number => 8.0,
            Self::Title => 4.0,
            Self::Alias => 3.5,
            Self::Objective | Self::Text => 1.0,
            Self::Gist => 0.8,
        }
    }

    /// How much the length of the text counts against it (`b` of BM25). 0.0: not at all; 1.0: fully.
    ///
    /// That a unit has many aliases or a number says nothing about how well one of them matches.
    pub const fn length_normalisation(self) -> f64 {
        match self {
            Self::Number | Self::Alias => 0.0,
            Self::Title => 0.5,
            Self::Objective | Self::Text | Self::Gist => 0.75,
        }
    }
}

/// One field in one language, and the position in the index that stands for it.
#[derive(Debug, Clone)]
pub struct IndexedField {
    /// Which text.
    pub field: SearchField,
    /// Its language.
    pub lang: String,
}

/// The fields of a model in the order of their [`FieldId`]s: each field that is in our own words or translated once a
/// language, the official text and the numbers once.
pub fn fields(model: &Model) -> Vec<IndexedField> {
    let mut fields = Vec::new();
    for field in SearchField::ALL {
        let in_every_language = !matches!(field, SearchField::Number | SearchField::Text);
        for lang in model.languages.iter().take(if in_every_language { usize::MAX } else { 1 }) {
            fields.push(IndexedField { field: *field, lang: lang.clone() });
        }
    }
    fields
}

/// Analyses and indexes every field of every unit; document `n` of the index is unit `n` of the model.
pub fn index(model: &Model, fields: &[IndexedField]) -> Index {
    let specs = fields.iter().map(|indexed| FieldSpec {
        weight: indexed.field.weight(),
        b: indexed.field.length_normalisation(),
        language: language_of(indexed),
    });
    let mut builder = IndexBuilder::new(specs.collect());
    for (document, unit) in (0..).zip(&model.units) {
        for (field, indexed) in (0..).zip(fields) {
            for text in texts(model, unit, indexed) {
                builder.add(document, FieldId(field), &text.text);
            }
        }
    }
    builder.finish()
}

/// The language in which a field is analysed. Numbers have none.
pub fn language_of(indexed: &IndexedField) -> Language {
    match indexed.field {
        SearchField::Number => Language::Other,
        _ => Language::from_tag(&indexed.lang),
    }
}

/// A searched text.
#[derive(Debug)]
pub struct SearchedText<'m> {
    /// The words.
    pub text: std::borrow::Cow<'m, str>,
    /// What they are; `None` for numbers.
    pub wording: Option<Wording<'m>>,
    /// For official text: which block of the unit it is.
    pub block: Option<usize>,
}

/// The texts of one field of one unit.
pub fn texts<'m>(model: &'m Model, unit: &'m Unit, indexed: &IndexedField) -> Vec<SearchedText<'m>> {
    let views = Views::new(model);
    let of_wordings = |wordings: Vec<Wording<'m>>| {
        let in_language = wordings.into_iter().filter(|wording| wording.lang == indexed.lang);
        in_language
            .map(|wording| SearchedText { text: wording.text.into(), wording: Some(wording), block: None })
            .collect()
    };
    let own = |text: &'m str| {
        let lang = model.languages.iter().find(|lang| **lang == indexed.lang).map_or("", String::as_str);
        let wording = Wording { text, lang, status: "own-words", source: None, follows: None };
        SearchedText { text: text.into(), wording: Some(wording), block: None }
    };
    match indexed.field {
        SearchField::Number => codes(model, unit)
            .into_iter()
            .map(|code| SearchedText { text: code.into(), wording: None, block: None })
            .collect(),
        SearchField::Title => of_wordings(views.titles(&unit.id)),
        SearchField::Objective => of_wordings(views.objective_texts(&unit.id)),
        SearchField::Alias => model
            .aliases
            .iter()
            .filter(|alias| alias.of == unit.id && alias.lang == indexed.lang)
            .map(|alias| own(&alias.text))
            .collect(),
        SearchField::Text => (0..)
            .zip(&unit.blocks)
            .map(|(block, official)| SearchedText {
                text: official.text.as_str().into(),
                wording: None,
                block: Some(block),
            })
            .collect(),
        SearchField::Gist => {
            let tasks = model.tasks.iter().filter(|task| task.unit == unit.id).map(|task| task.id.as_str());
            std::iter::once(unit.id.as_str())
                .chain(tasks)
                .filter_map(|id| model.own_words(id, &indexed.lang)?.gist.as_deref())
                .map(own)
                .collect()
        }
    }
}

/// What a unit is called in a reference: its id, and the number that the document gives a crime area.
pub fn codes(model: &Model, unit: &Unit) -> Vec<String> {
    let mut codes = vec![unit.id.clone()];
    codes.extend(model.area(&unit.id).map(crate::model::CrimeArea::code));
    codes
}

/// By what units can be filtered and counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SearchFacet {
    /// Kind of unit.
    Kind,
    /// Instruments of a crime area.
    Instrument,
    /// Addressees of the tasks in a unit.
    Actor,
    /// A facet of the dataset.
    Tag(FacetKind),
}

impl SearchFacet {
    /// The facets of a model in display order.
    pub fn all(model: &Model) -> Vec<Self> {
        let tags = FacetKind::ALL.iter().filter(|kind| model.facets.iter().any(|facet| facet.kind == **kind));
        [Self::Kind, Self::Instrument, Self::Actor].into_iter().chain(tags.copied().map(Self::Tag)).collect()
    }

    /// Its name in JavaScript.
    pub fn name(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Instrument => "instrument",
            Self::Actor => "actor",
            Self::Tag(kind) => kind.name(),
        }
    }

    /// The facet with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "kind" => Some(Self::Kind),
            "instrument" => Some(Self::Instrument),
            "actor" => Some(Self::Actor),
            _ => FacetKind::from_name(name).map(Self::Tag),
        }
    }

    /// All values in the order of the dataset.
    pub fn values(self, model: &Model) -> Vec<&str> {
        match self {
            Self::Kind => UNIT_KINDS.iter().map(|kind| kind.name()).collect(),
            Self::Instrument => InstrumentType::ALL.iter().map(|kind| kind.name()).collect(),
            Self::Actor => model.actors.iter().map(|actor| actor.id.as_str()).collect(),
            Self::Tag(kind) => {
                model.facets.iter().filter(|facet| facet.kind == kind).map(|facet| facet.tag.as_str()).collect()
            }
        }
    }

    /// The values that one unit has.
    pub fn values_of<'m>(self, model: &'m Model, unit: &Unit) -> Vec<&'m str> {
        let mut values: Vec<&str> = match self {
            Self::Kind => vec![unit.kind.name()],
            Self::Instrument => {
                // A priority has the instruments of its sub-priorities.
                let belongs = |area: &str| {
                    area == unit.id || model.area(area).is_some_and(|area| area.parent.as_ref() == Some(&unit.id))
                };
                let of_unit = model.instruments.iter().filter(|instrument| belongs(&instrument.implements));
                of_unit.map(|instrument| instrument.instrument_type.name()).collect()
            }
            Self::Actor => {
                let tasks = model.tasks.iter().filter(|task| task.unit == unit.id);
                tasks.flat_map(|task| &task.addressees).map(|(actor, _)| actor.as_str()).collect()
            }
            Self::Tag(kind) => {
                let of_kind = model.facets.iter().filter(|facet| facet.kind == kind);
                of_kind
                    .filter(|facet| facet.areas.iter().any(|(area, _)| *area == unit.id))
                    .map(|facet| facet.tag.as_str())
                    .collect()
            }
        };
        values.sort_unstable();
        values.dedup();
        values
    }
}
