//! Which texts of a unit are searched, in which language and with which weight, and by what can it be filtered?
//!
//! The one place where the model and the search meet: the search knows nothing of policy, and the model nothing of search.

use crate::analysis::Language;
use crate::bytes::{digits, length_u32};
use crate::documents::{self, DocumentsBuilder, Shape};
use crate::index::{FieldId, FieldSpec, Index, IndexBuilder, MAX_FIELDS};
use crate::model::{
    EntityKind, FacetKind, InstrumentType, MAX_LANGUAGES, Model, Named, PortalDocument, Status, UNIT_KINDS, Unit,
    Wording,
};
use crate::order::natural;
use crate::words::Words;

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

    /// How much one occurrence counts relative to one in the official text. 0.0: nothing; usual: 0.5 to 10.
    ///
    /// A title says what a unit is about, and an alias exists to be found by. Someone who types a number wants that unit. The
    /// objective is in the official text too, so its weight comes on top of that. Chosen by hand for this document.
    pub const fn weight(self) -> f64 {
        match self {
            Self::Number => 8.0,
            Self::Title => 4.0,
            Self::Alias => 3.5,
            Self::Objective | Self::Text => 1.0,
            Self::Gist => 0.8,
        }
    }

    /// Which share of the text counts towards the length of its unit; see [`FieldSpec::length_share`].
    ///
    /// That a unit has many aliases or a number says nothing about how much it covers, and the objective is part of the
    /// official text.
    pub const fn length_share(self) -> f64 {
        match self {
            Self::Number | Self::Alias | Self::Objective => 0.0,
            Self::Title | Self::Text | Self::Gist => 1.0,
        }
    }
}

// The number and the official text, and four fields a language.
const _: () = assert!(2 + 4 * MAX_LANGUAGES <= MAX_FIELDS);

/// One field in one language; its place in [`fields`] is its [`FieldId`].
#[derive(Debug, Clone)]
pub struct IndexedField {
    /// Which text.
    pub field: SearchField,
    /// Its language.
    pub lang: String,
}

/// The fields of a model in the order of their [`FieldId`]s: each field that is in our own words or translated once per
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
        length_share: indexed.field.length_share(),
        language: language_of(indexed),
    });
    let mut builder = IndexBuilder::new(specs.collect());
    for (document, unit) in (0..).zip(&model.units) {
        for (field, indexed) in (0..).zip(fields) {
            for text in texts(model, unit, indexed) {
                builder.add(document, FieldId(field), text.text);
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

/// The searched texts of a portal's document, with their weights: the defaults of `DocumentIndex.build` in JavaScript.
const DOCUMENT_FIELDS: &[(&str, f64)] = &[("title", 3.0), ("summary", 2.0), ("body", 1.0)];
/// The facet with the crime areas that a document belongs to.
pub const PRIORITIES: &str = "priorities";
/// The facet with the language of a document.
pub const LANGUAGE: &str = "language";

/// Indexes the portal's own documents: a snapshot for [`documents::Collection::open`]. `None` if there are none.
///
/// Each is analysed in its own language. Summaries and bodies are stored, for excerpts; facets are [`PRIORITIES`], [`LANGUAGE`] and those of the
/// dataset in order of appearance.
pub fn documents(model: &Model) -> Option<Vec<u8>> {
    if model.documents.is_empty() {
        return None;
    }
    let mut shape = Shape {
        fields: DOCUMENT_FIELDS.iter().map(|(name, weight)| ((*name).to_owned(), *weight)).collect(),
        facets: vec![PRIORITIES.to_owned(), LANGUAGE.to_owned()],
        stored: vec![1, 2],
        ..Shape::default()
    };
    let tag_of = |document: &'_ PortalDocument| match document.language.as_str() {
        "" => model.official_language().to_owned(),
        tag => tag.to_owned(),
    };
    for document in &model.documents {
        shape.add_language(Language::from_tag(&tag_of(document)));
        for (name, _) in &document.facets {
            if !shape.facets.contains(name) {
                shape.facets.push(name.clone());
            }
        }
    }
    let mut builder = DocumentsBuilder::new(shape);
    for document in &model.documents {
        let tag = tag_of(document);
        let own = |name: &String| {
            let values = document.facets.iter().find(|(known, _)| known == name);
            values.map_or_else(Vec::new, |(_, values)| values.iter().map(String::as_str).collect())
        };
        let mut values = vec![document.priorities.iter().map(String::as_str).collect(), vec![tag.as_str()]];
        values.extend(builder.facets().iter().skip(values.len()).map(own));
        builder.add(&documents::Document {
            id: &document.id,
            title: &document.title,
            url: &document.url,
            language: Some(Language::from_tag(&tag)),
            texts: vec![&document.title, &document.summary, &document.body],
            values,
        });
    }
    Some(builder.finish())
}

/// A searched text.
#[derive(Debug, Clone, Copy)]
pub struct SearchedText<'m> {
    /// The words.
    pub text: &'m str,
    /// What they are.
    pub status: Status,
    /// The place of official words: the block of the unit, and the byte at which they begin.
    pub place: Option<(usize, usize)>,
}

impl<'m> SearchedText<'m> {
    const fn own(text: &'m str) -> Self {
        Self { text, status: Status::OwnWords, place: None }
    }
}

impl<'m> From<Wording<'m>> for SearchedText<'m> {
    fn from(wording: Wording<'m>) -> Self {
        let place = wording.source.map(|source| (source.block, source.span.start));
        Self { text: wording.text, status: wording.status, place }
    }
}

/// The texts of one field of one unit.
pub fn texts<'m>(model: &'m Model, unit: &'m Unit, indexed: &IndexedField) -> Vec<SearchedText<'m>> {
    let mut texts = Vec::new();
    let mut add_wordings = |wordings: Vec<Wording<'m>>| {
        let in_language = wordings.into_iter().filter(|wording| wording.lang == indexed.lang);
        texts.extend(in_language.map(SearchedText::from));
    };
    match indexed.field {
        SearchField::Title => add_wordings(model.titles(&unit.id)),
        SearchField::Objective => add_wordings(model.objective_texts(&unit.id)),
        SearchField::Gist => {
            add_wordings(model.gists(&unit.id));
            for task in model.parts(&unit.id, EntityKind::Task, &model.tasks) {
                add_wordings(model.gists(&task.id));
            }
        }
        SearchField::Number => texts.extend(codes(model, unit).into_iter().map(SearchedText::own)),
        SearchField::Alias => {
            let aliases = model.entities.get(&unit.id).map_or(&[][..], |entity| &entity.aliases);
            for alias in aliases.iter().filter(|alias| alias.lang == indexed.lang) {
                texts.push(SearchedText::own(&alias.text));
            }
        }
        SearchField::Text => {
            for (block, official) in unit.blocks.iter().enumerate() {
                texts.push(SearchedText { text: &official.text, status: Status::Official, place: Some((block, 0)) });
            }
        }
    }
    texts
}

/// The names of a unit in a reference: its id, and the number that the document gives a crime area.
pub fn codes<'m>(model: &'m Model, unit: &'m Unit) -> Vec<&'m str> {
    let mut codes = vec![unit.id.as_str()];
    codes.extend(model.area(&unit.id).map(|area| area.code.as_str()));
    codes
}

/// Words that people put before a number, and the kinds of unit that they mean.
const CALLED: &[(&[&str], &[EntityKind])] = &[
    (
        &["prioriteit", "subprioriteit", "prio", "priority", "sub-priority", "subpriority"],
        &[EntityKind::Priority, EntityKind::SubPriority],
    ),
    (&["horizontale", "horizontal", "dreiging", "threat"], &[EntityKind::HorizontalThreat]),
    (&["overweging", "recital"], &[EntityKind::Recital]),
    (
        &["paragraaf", "punt", "conclusie", "dispositief", "operatieve", "paragraph", "point", "operative"],
        &[EntityKind::OperativeParagraph],
    ),
    (&["leidend", "leidende", "beginsel", "guiding", "principle"], &[EntityKind::GuidingPrinciple]),
];

/// Numbers from 1 in words; what ordinals end in is left out where it is the usual. "Een prioriteit" is any.
const NUMBERS: &[&str] = &[
    "eerste first",
    "twee two second",
    "drie three derde third",
    "vier four",
    "vijf five fifth",
    "zes six",
    "zeven seven",
    "acht eight eighth",
    "negen nine ninth",
    "tien ten",
    "elf eleven",
    "twaalf twelve twelfth",
    "dertien thirteen",
    "veertien fourteen",
    "vijftien fifteen",
    "zestien sixteen",
];

/// The number that a word says: `7` for "seven", "zevende" and "seventh".
fn spelled_number(word: &str) -> Option<usize> {
    let says = |number: &str| {
        let behind = word.get(..number.len()).filter(|begun| begun.eq_ignore_ascii_case(number)).map(|_| number.len());
        behind.and_then(|end| word.get(end..)).is_some_and(|ending| matches!(ending, "" | "de" | "ste" | "th"))
    };
    NUMBERS.iter().position(|words| words.split(' ').any(says)).map(|place| place + 1)
}

/// The unit that a text names by its id ("P7e", "O13", also "R7" for "R07"), by its number ("7e") or by its kind and number ("prioriteit 7e",
/// "recital 3", "13e overweging", "the fourth guiding principle", "laatste overweging"), as a position among the units.
pub fn called(model: &Model, text: &str) -> Option<usize> {
    // A dash or "№" says nothing.
    let is_said = |word: &&str| {
        word.bytes().any(|byte| byte.is_ascii_alphanumeric())
            && !["de", "het", "the", "nr", "nummer", "number"].iter().any(|filler| filler.eq_ignore_ascii_case(word))
    };
    // What is excluded is not asked for.
    if text.split_whitespace().any(|word| word.starts_with(['-', '\u{2013}', '\u{2212}']) && is_said(&word)) {
        return None;
    }
    let words = text.split_whitespace().map(|word| word.trim_matches(|c: char| c.is_ascii_punctuation()));
    let words: Vec<&str> = words.filter(is_said).take(5).collect();
    let is_code = |unit: &Unit, code: &str| codes(model, unit).iter().any(|known| natural(known, code).is_eq());
    if let [code] = *words {
        return model.units.iter().position(|unit| is_code(unit, code));
    }
    let kinds_of = |word: &str| {
        let is_name = |names: &[&str]| names.iter().any(|known| known.eq_ignore_ascii_case(word));
        CALLED.iter().find(|(names, _)| is_name(names)).map(|(_, kinds)| *kinds)
    };
    // All but the number are names of one kind.
    let place = words.iter().position(|word| kinds_of(word).is_none())?;
    let mut names = words.iter().enumerate().filter(|(other, _)| *other != place).map(|(_, word)| kinds_of(word));
    let kinds = names.next()??;
    if !names.all(|other| other == Some(kinds)) {
        return None;
    }
    let number = words.get(place)?;
    let mut of_kind = model.units.iter().enumerate().filter(|(_, unit)| kinds.contains(&unit.kind));
    if ["laatste", "last"].iter().any(|last| last.eq_ignore_ascii_case(number)) {
        return of_kind.next_back().map(|(place, _)| place);
    }
    let called = |number: &str| {
        let is_called = |unit: &Unit| match model.paragraph(&unit.id) {
            Some(paragraph) => paragraph.code == number,
            None => is_code(unit, number),
        };
        of_kind.clone().find(|(_, unit)| is_called(unit)).map(|(place, _)| place)
    };
    let spelled = spelled_number(number).map(|number| digits(length_u32(number)));
    // Behind an ordinal, what makes it one can also be a part of a code: "7e".
    let cardinal = number.trim_end_matches(char::is_alphabetic);
    called(number)
        .or_else(|| called(spelled.as_deref().unwrap_or(cardinal)).filter(|_| spelled.is_some() || place == 0))
}

/// What units can be filtered and counted by.
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

    /// The values that one unit has, each once.
    pub fn values_of<'m>(self, model: &'m Model, unit: &Unit) -> Vec<&'m str> {
        let mut values: Vec<&str> = Vec::new();
        let mut seen = Words::default();
        let mut add = |value: &'m str| {
            if seen.number_of(value) as usize == values.len() {
                values.push(value);
            }
        };
        match self {
            Self::Kind => add(unit.kind.name()),
            Self::Instrument => {
                let instruments = model.parts(&unit.id, EntityKind::Instrument, &model.instruments);
                instruments.for_each(|instrument| add(instrument.instrument_type.name()));
            }
            Self::Actor => {
                for task in model.parts(&unit.id, EntityKind::Task, &model.tasks) {
                    task.addressees.iter().for_each(|(actor, _)| add(actor));
                }
            }
            Self::Tag(kind) => {
                let facets = model.parts(&unit.id, EntityKind::Facet, &model.facets);
                facets.filter(|facet| facet.kind == kind).for_each(|facet| add(&facet.tag));
            }
        }
        values
    }
}
