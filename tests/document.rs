//! What this document says, and the questions that it must answer. Held here:
//!
//! 1. There are as many of each kind of entity as the text has.
//! 2. The invariants of this document that no other need have.
//! 3. The questions that people ask are answered from data, with words of the source.
//! 4. Everything that a reader sees has words in both languages.
//! 5. Every abbreviation that the text uses is a term.

#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test says what it expects by failing loudly; clippy spares only functions marked as tests"
)]

use empact_priorities::engine::{Engine, TaskFilter};
use empact_priorities::model::{
    EntityKind, FacetKind, InstrumentType, Modality, Model, Origin, RelationType, SourceSpan,
};

fn engine() -> Engine {
    Engine::embedded().unwrap()
}

fn n(model: &Model, kind: EntityKind) -> usize {
    model.entities.all().iter().filter(|entity| entity.kind == kind).count()
}

#[test]
fn counts() {
    let engine = engine();
    let model = engine.model();
    for (kind, expected) in [
        (EntityKind::Document, 1),
        (EntityKind::Recital, 16),
        (EntityKind::OperativeParagraph, 13),
        (EntityKind::GuidingPrinciple, 4),
        (EntityKind::Priority, 10),
        (EntityKind::SubPriority, 7),
        (EntityKind::HorizontalThreat, 1),
        (EntityKind::Objective, 16),
        (EntityKind::Instrument, 18),
        (EntityKind::Experience, 10),
        (EntityKind::Role, 5),
        (EntityKind::Footnote, 6),
    ] {
        assert_eq!(n(model, kind), expected, "{kind:?}");
    }
    let of_type = |kind| model.instruments.iter().filter(|instrument| instrument.instrument_type == kind).count();
    assert_eq!(of_type(InstrumentType::Oap), 15, "a naive sum of the declared counts would give 22");
    assert_eq!(of_type(InstrumentType::Chsg), 3);
    assert!(n(model, EntityKind::Task) >= 28);
    assert!(n(model, EntityKind::Actor) >= 30);
}

#[test]
fn this_document() {
    let engine = engine();
    let model = engine.model();
    let parents: Vec<&str> = model
        .areas
        .iter()
        .filter(|area| model.sub_priorities(&area.id).next().is_some())
        .map(|a| a.id.as_str())
        .collect();
    assert_eq!(parents, ["P6", "P7"]);
    for area in &model.areas {
        assert_eq!(model.experience_of(area).is_none(), area.id == "P1", "{}", area.id);
        assert_eq!(model.objective_of(&area.id).is_none(), parents.contains(&area.id.as_str()), "{}", area.id);
    }
    assert!(model.objective_of("P9").unwrap().verbs.is_empty(), "the objective of P9 has no infinitive");
    assert_eq!(model.objective_of("P6a").unwrap().parts.len(), 2);
    let cited = |number: u32| &model.footnotes.iter().find(|footnote| footnote.number == number).unwrap().references;
    assert_eq!(cited(4), cited(5), "footnotes 4 and 5 both cite 6481/21");
    let codes: Vec<String> = model.areas.iter().map(|area| area.code.clone()).collect();
    assert_eq!(
        codes,
        ["1", "2", "3", "4", "5", "6", "6a", "6b", "7", "7a", "7b", "7c", "7d", "7e", "8", "9", "10", "1"]
    );
}

fn says(source: &SourceSpan, words: &str) {
    assert!(source.quote.contains(words), "\"{}\" does not say \"{words}\"", source.quote);
}

#[test]
fn which_priorities_have_a_chsg() {
    let engine = engine();
    let chsgs = engine.model().instruments.iter().filter(|i| i.instrument_type == InstrumentType::Chsg);
    let areas: Vec<&str> = chsgs.map(|instrument| instrument.implements.as_str()).collect();
    assert_eq!(areas, ["P1", "P7e", "HT1"]);
}

#[test]
fn which_oaps_touch_money_laundering() {
    let engine = engine();
    let facet = engine.model().facets.iter().find(|facet| facet.id == "offence:money-laundering").unwrap();
    let areas: Vec<&str> = facet.areas.iter().map(|(area, _)| area.as_str()).collect();
    assert!(areas.contains(&"P1") && areas.contains(&"P7e"), "{areas:?}");
    for (_, sources) in &facet.areas {
        says(&sources[0], "itwas");
    }
}

#[test]
fn what_must_cosi_do_and_by_when() {
    let engine = engine();
    let model = engine.model();
    let of_cosi = TaskFilter { actor: Some("A-cosi".into()), ..TaskFilter::default() };
    assert!(engine.tasks(&of_cosi).unwrap().len() >= 3);
    let evaluation = model
        .tasks
        .iter()
        .find(|task| {
            task.unit == "GP4" && task.deadline.is_some() && task.addressees.iter().any(|(a, _)| a == "A-cosi")
        })
        .unwrap();
    let deadline = model.date(evaluation.deadline.as_deref().unwrap()).unwrap();
    assert!(deadline.sources.iter().any(|source| source.quote.contains("zomer van 2023")));
    assert_eq!(deadline.latest.as_deref(), Some("2023-08-31"));

    let by = |day: &str| TaskFilter { before: Some(day.into()), ..of_cosi.clone() };
    assert_eq!(engine.tasks(&by("2023-08-31")).unwrap().len(), 0, "the summer is not over on its last day");
    assert_eq!(engine.tasks(&by("2023-09-01")).unwrap().len(), 1);
}

#[test]
fn what_came_first() {
    let engine = engine();
    let model = engine.model();
    let precedes = model.relations.iter().find(|relation| relation.relation_type == RelationType::Precedes).unwrap();
    let task = |id: &str| model.tasks.iter().find(|task| task.id == id).unwrap();
    assert!(task(&precedes.from).addressees.iter().any(|(actor, _)| actor == "A-europol"));
    assert!(task(&precedes.to).addressees.iter().any(|(actor, _)| actor == "A-cosi"));
    says(&precedes.sources[0], "tussentijds");
}

#[test]
fn what_is_asked_of_the_member_states() {
    let engine = engine();
    let of_states = TaskFilter { actor: Some("A-member-states".into()), ..TaskFilter::default() };
    let units: Vec<String> = engine.tasks(&of_states).unwrap().iter().map(|task| task.unit.clone()).collect();
    for unit in ["O03", "O09", "O11", "O12"] {
        assert!(units.iter().any(|u| u == unit), "{unit} asks the member states: {units:?}");
    }
}

#[test]
fn which_areas_are_delineated() {
    let engine = engine();
    let relations = engine.model().relations.iter();
    let pairs: Vec<(&str, &str)> = relations
        .filter(|relation| relation.relation_type == RelationType::DelineateAndCoordinate)
        .map(|relation| {
            says(&relation.sources[0], "afbakening");
            (relation.from.as_str(), relation.to.as_str())
        })
        .collect();
    assert_eq!(pairs, [("P7e", "P1"), ("P10", "P1")]);
}

#[test]
fn what_does_each_build_on() {
    let engine = engine();
    let model = engine.model();
    for experience in &model.experiences {
        says(&experience.source, "rekening");
        assert_eq!(experience.cycle, "CY-2018-2021", "\"huidige\" is the cycle of 2018-2021");
        assert!(!experience.predecessors.is_empty() || experience.area == "P1", "{}", experience.id);
    }
    let inherited = model.experience_of(model.area("P7c").unwrap()).unwrap();
    assert_eq!(inherited.area, "P7");
}

#[test]
fn what_does_hrcn_stand_for() {
    let engine = engine();
    let hrcn = engine.model().terms.iter().find(|term| term.abbreviation.as_deref() == Some("HRCN")).unwrap();
    says(hrcn.expansion.as_ref().unwrap(), "criminele netwerken met een hoog risico");
}

#[test]
fn who_can_become_driver() {
    let engine = engine();
    let model = engine.model();
    let driver = model.roles.iter().find(|role| role.id == "ROLE-driver").unwrap();
    assert!(driver.mentions.iter().any(|mention| mention.unit == "O04"));
    let asked = model.tasks.iter().find(|task| task.unit == "O04").unwrap();
    assert_eq!(asked.modality, Modality::Request);
    assert!(asked.addressees.iter().any(|(_, source)| source.quote.contains("alle actoren")));
}

#[test]
fn what_concerns_crime_online_and_which_victims_are_named() {
    let engine = engine();
    let model = engine.model();
    let online: Vec<&str> = model
        .facets
        .iter()
        .filter(|facet| facet.id == "method:online")
        .flat_map(|facet| &facet.areas)
        .map(|(area, _)| area.as_str())
        .collect();
    for area in ["P2", "P3", "P4", "P7a", "P7d"] {
        assert!(online.contains(&area), "{area}: {online:?}");
    }
    assert!(model.facets.iter().filter(|facet| facet.kind == FacetKind::Victim).count() >= 4);
}

#[test]
fn was_intellectual_property_crime_a_priority_before() {
    let engine = engine();
    let model = engine.model();
    let facts = model.outside_facts.iter().filter(|fact| fact.about.iter().any(|id| id == "P7d"));
    let told = facts.into_iter().any(|fact| {
        fact.statement.iter().any(|(lang, text)| lang == "en" && text.contains("2018")) && !fact.sources.is_empty()
    });
    assert!(told, "an outside fact says that it was not, with its source");
    assert!(model.cycles.iter().any(|cycle| cycle.origin == Origin::Outside && cycle.from == 2026));
}

#[test]
fn everything_shown_has_words_in_both_languages() {
    let engine = engine();
    let model = engine.model();
    let mut missing = Vec::new();
    for entity in model.entities.all() {
        let id = &entity.id;
        let is_part = matches!(
            entity.kind,
            EntityKind::Objective
                | EntityKind::Instrument
                | EntityKind::Experience
                | EntityKind::Relation
                | EntityKind::Footnote
                | EntityKind::OutsideFact
        );
        if is_part {
            continue;
        }
        let titles = model.titles(id);
        for lang in ["nl", "en"] {
            if !titles.iter().any(|title| title.lang == lang) {
                missing.push(format!("{id}: no title in {lang}"));
            }
        }
    }
    for unit in &model.units {
        if model.own_words(&unit.id, "en").and_then(|words| words.gist.as_ref()).is_none() {
            missing.push(format!("{}: no gist in en", unit.id));
        }
    }
    for task in &model.tasks {
        if model.own_words(&task.id, "en").and_then(|words| words.gist.as_ref()).is_none() {
            missing.push(format!("{}: no gist in en", task.id));
        }
    }
    for objective in &model.objectives {
        if model.objective_texts(&objective.area).len() != 2 {
            missing.push(format!("{}: no objective in en", objective.area));
        }
    }
    for area in &model.areas {
        let aliases = &model.entities.get(&area.id).unwrap().aliases;
        let aliases = |lang: &str| aliases.iter().filter(|alias| alias.lang == lang).count();
        if aliases("nl") < 3 || aliases("en") < 3 {
            missing.push(format!("{}: too few aliases", area.id));
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn every_abbreviation_is_a_term() {
    let engine = engine();
    let model = engine.model();
    let mut unknown = Vec::new();
    for unit in &model.units {
        let verbs: Vec<&str> = model
            .recitals
            .iter()
            .flat_map(|recital| &recital.verbs)
            .chain(model.operative_paragraphs.iter().flat_map(|paragraph| &paragraph.verbs))
            .filter(|verb| verb.unit == unit.id)
            .map(|verb| verb.quote.as_str())
            .collect();
        for block in &unit.blocks {
            let letters = block.text.chars().filter(|c| c.is_alphabetic());
            if letters.clone().all(char::is_uppercase) {
                continue; // a heading in capitals
            }
            let mut text = block.text.clone();
            for verb in &verbs {
                text = text.replace(verb, " ");
            }
            text =
                text.replace("STELT DE VOLGENDE PRIORITEITEN VAST", " ").replace("DE RAAD VAN DE EUROPESE UNIE", " ");
            for word in text.split(|c: char| !c.is_alphanumeric() && c != '-' && c != '\'') {
                let word = word.strip_suffix("'s").unwrap_or(word);
                let first = word.split('-').next().unwrap_or(word);
                let is_known = |word: &str| model.terms.iter().any(|term| term.abbreviation.as_deref() == Some(word));
                let capitals = |word: &str| word.chars().filter(|c| c.is_uppercase()).count();
                if capitals(word) >= 2 && !is_known(word) && !(is_known(first) && capitals(word) == capitals(first)) {
                    let parts = word.split('-').filter(|part| capitals(part) >= 2).all(is_known);
                    if !parts {
                        unknown.push(format!("{}: {word}", unit.id));
                    }
                }
            }
        }
    }
    assert!(unknown.is_empty(), "{unknown:?}");
}
