//! What this document says, and the questions that it must answer. Held here:
//!
//! 1. There are as many of each kind of entity as the text has.
//! 2. The invariants of this document that no other need have.
//! 3. The questions that people ask are answered from data, with words of the source.
//! 4. Everything that a reader sees has words in both languages.
//! 5. Every abbreviation that the text uses is a term.
//! 6. The records that no other need pins down, against tables read from the text by hand: who is asked what and how
//!    bindingly, what is dated when, who is named how often, and what the crime areas are called in English.

#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test says what it expects by failing loudly; clippy spares only functions marked as tests"
)]

use empact_priorities::engine::{Engine, TaskFilter};
use empact_priorities::model::{
    Confidence, EntityKind, FacetKind, InstrumentType, Modality, Model, Named, Origin, RelationType, SourceSpan, Status,
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
    assert_eq!(n(model, EntityKind::Task), 35);
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
fn derived_relations_carry_all_words_that_they_follow_from() {
    let engine = engine();
    let evidence = |id: &str| {
        let relation = engine.model().relations.iter().find(|relation| relation.id == id).unwrap();
        relation.sources.iter().map(|source| source.quote.chars().take(13).collect::<String>()).collect::<Vec<_>>()
    };
    assert_eq!(evidence("REL-guides-GP1-P1"), ["Het OAP moet ", "Dit zou meer ", "In het OAP mo"]);
    assert_eq!(
        evidence("REL-cites-R01-REF-11050-11"),
        ["Doc. 11050/11", "overeengekome"],
        "in the text and by a footnote"
    );
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

#[test]
fn english_titles() {
    let engine = engine();
    let model = engine.model();
    for (area, expected) in [
        ("P1", "High-risk criminal networks"),
        ("P2", "Cyber-attacks"),
        ("P3", "Trafficking in human beings"),
        ("P4", "Child sexual exploitation"),
        ("P5", "Migrant smuggling"),
        ("P6", "Drugs trafficking: "),
        ("P6a", "The production, trafficking and distribution of cannabis, cocaine and heroin"),
        ("P6b", "The production, trafficking and distribution of synthetic drugs and new psychoactive substances"),
        ("P7", "Fraud, economic and financial crimes: "),
        ("P7a", "Online fraud schemes"),
        ("P7b", "Excise fraud"),
        ("P7c", "Missing trader intra-Community (MTIC) fraud"),
        ("P7d", "Intellectual property (IP) crime, counterfeiting of goods and currencies"),
        ("P7e", "Criminal finances, money laundering and asset recovery"),
        ("P8", "Organised property crime"),
        ("P9", "Environmental crime"),
        ("P10", "Firearms trafficking"),
        ("HT1", "Document fraud"),
    ] {
        let titles = model.titles(area);
        let english = titles.iter().find(|title| title.lang == "en").unwrap();
        let is_right =
            if expected.ends_with(' ') { english.text.starts_with(expected) } else { english.text == expected };
        assert!(is_right, "{area}: {}", english.text);
        assert_eq!(english.status, Status::UnofficialTranslation, "{area}");
        assert_eq!((titles[0].lang, titles[0].status), ("nl", Status::Official), "{area}");
    }
}

/// What the document only abbreviates is spelled out by us, after facts from elsewhere; that is no translation of its words.
#[test]
fn names_that_the_text_only_abbreviates() {
    let engine = engine();
    let model = engine.model();
    for id in ["T-cosi", "A-cosi", "T-cepol", "A-cepol", "T-europol", "A-europol", "T-jha", "A-jha-agencies"] {
        let titles = model.titles(id);
        assert_eq!(titles.iter().map(|title| title.lang).collect::<Vec<_>>(), ["nl", "en"], "{id}");
        assert!(titles.iter().all(|title| title.status == Status::OwnWords), "{id}");
        let fact = model.outside_facts.iter().find(|fact| Some(fact.id.as_str()) == titles[1].follows).unwrap();
        assert!(fact.about.iter().any(|about| about == id), "{id}");
    }
}

#[test]
fn tasks() {
    let engine = engine();
    let model = engine.model();
    let expected: &[(&str, &str, &str, &[&str])] = &[
        ("TK01", "O01", "decision", &["A-council"]),
        ("TK03", "GP1", "must", &[]),
        ("TK05", "GP2", "will", &[]),
        ("TK08", "GP3", "should", &[]),
        ("TK09", "GP4", "will", &["A-cosi"]),
        // "Via de NEC-netwerken" does not say who.
        ("TK10", "GP4", "will", &[]),
        ("TK11", "GP4", "may", &[]),
        ("TK12", "P7e", "must", &[]),
        ("TK13", "P10", "must", &[]),
        ("TK14", "HT1", "must", &["A-document-fraud-experts"]),
        (
            "TK16",
            "O03",
            "request",
            &["A-member-states", "A-eu-institutions-bodies-agencies", "A-european-networks", "A-expert-groups"],
        ),
        ("TK19", "O04", "request", &["A-all-actors"]),
        ("TK20", "O05", "must", &["A-member-states", "A-eu-institutions-bodies-agencies"]),
        ("TK23", "O07", "mandate", &["A-cosi"]),
        ("TK25", "O08", "request", &["A-cosi"]),
        ("TK26", "O08", "request", &["A-presidency"]),
        ("TK27", "O08", "request", &["A-preparatory-bodies"]),
        ("TK29", "O10", "request", &["A-cepol", "A-stakeholders"]),
        ("TK30", "O11", "request", &["A-commission", "A-member-states", "A-eu-agencies", "A-eeas"]),
        ("TK31", "O12", "request", &["A-member-states", "A-actors-concerned"]),
        ("TK32", "O13", "request", &["A-europol"]),
        ("TK33", "O13", "request", &["A-europol"]),
        ("TK34", "R13", "must", &[]),
        ("TK35", "R14", "must", &["A-empact-structures", "A-actors-concerned"]),
    ];
    for (id, unit, modality, addressees) in expected {
        let task = model.tasks.iter().find(|task| task.id == *id).unwrap();
        let found: Vec<&str> = task.addressees.iter().map(|(actor, _)| actor.as_str()).collect();
        assert_eq!((task.unit.as_str(), task.modality.name(), &found[..]), (*unit, *modality, *addressees), "{id}");
        assert_eq!(task.asked_by, "A-council", "{id}");
    }
}

#[test]
fn confidence_in_outside_facts() {
    let engine = engine();
    let facts = &engine.model().outside_facts;
    let confidence = |id: &str| facts.iter().find(|fact| fact.id == id).unwrap().confidence;
    // Announced by the Council itself on the day.
    assert_eq!(confidence("OF028"), Confidence::High);
    // Of the revision and of the number of OAPs in the cycle before there is a single second-hand page each, and so there
    // is of most names of sub-priorities and of what the press calls one of the priorities. Of when the Council decided to
    // continue Empact there are two dates.
    let medium: Vec<&str> =
        facts.iter().filter(|fact| fact.confidence == Confidence::Medium).map(|fact| fact.id.as_str()).collect();
    assert_eq!(medium, ["OF012a", "OF012b", "OF012c", "OF012e", "OF026b", "OF033", "OF034", "OF039"]);
    // Pages of others that reproduce an official document.
    let copies = ["www.pubaffairsbruxelles.eu", "businessdocbox.com", "pdfslide.net"];
    for fact in facts.iter().filter(|fact| fact.confidence == Confidence::High) {
        let mut hosts: Vec<&str> = fact.sources.iter().map(|url| url.split('/').nth(2).unwrap()).collect();
        hosts.sort_unstable();
        hosts.dedup();
        let is_official = hosts.iter().any(|host| host.ends_with(".europa.eu") || copies.contains(host));
        assert!(is_official || hosts.len() >= 2, "{}: no official page, and only {hosts:?}", fact.id);
    }
}

/// A summary claims no more than the words that it sums up: a request is no duty, and what may be done need not be.
#[test]
fn gists_of_tasks_are_as_binding_as_the_text() {
    let engine = engine();
    let model = engine.model();
    for task in &model.tasks {
        let gist = |lang: &str| model.own_words(&task.id, lang).unwrap().gist.as_deref().unwrap();
        let (nl, en): (&[&str], &[&str]) = match task.modality {
            Modality::Decision => (&["stelt"], &["sets"]),
            Modality::Mandate => (&["opdracht"], &["instructed"]),
            Modality::Request => (&["wordt verzocht", "wordt gevraagd"], &["invited", "called on"]),
            Modality::Must => (&["moet", "is de deelname van deskundigen nodig"], &["must", "requires"]),
            Modality::Should => (&["zou", "is van cruciaal belang"], &["should", "is crucial"]),
            Modality::Will => (&["wordt", "krijgen", "evalueert"], &["will"]),
            Modality::May => (&["kan "], &["may "]),
        };
        let says = |text: &str, words: &[&str]| words.iter().any(|word| text.contains(word));
        assert!(says(gist("nl"), nl), "{}: {}", task.id, gist("nl"));
        assert!(says(gist("en"), en), "{}: {}", task.id, gist("en"));
        if !matches!(task.modality, Modality::Must | Modality::Should) {
            assert!(!says(gist("nl"), &["moet"]), "{}: {}", task.id, gist("nl"));
            assert!(!says(gist("en"), &["must"]), "{}: {}", task.id, gist("en"));
        }
    }
}

#[test]
fn openings_of_recitals_and_operative_paragraphs() {
    let engine = engine();
    let model = engine.model();
    let quotes = |verbs: &[SourceSpan]| verbs.iter().map(|verb| verb.quote.clone()).collect::<Vec<_>>().join(" + ");
    let recitals: Vec<String> = model.recitals.iter().map(|recital| quotes(&recital.verbs)).collect();
    let expected = [
        "MEMOREREND",
        "INGENOMEN MET",
        "EROP WIJZEND",
        "VOORTBOUWEND",
        "INGENOMEN MET",
        "ONDERKENNEND",
        "DE AANDACHT VESTIGEND OP",
        "ZICH BEWUST VAN",
        "OPMERKEND",
        "BENADRUKKEND",
        "HERINNEREND AAN",
        "INGENOMEN MET",
        "EROP WIJZEND",
        "VASTSTELLEND",
        "HERINNEREND AAN",
        "NOTA NEMEND VAN + INGENOMEN MET",
    ];
    assert_eq!(recitals, expected);
    let paragraphs: Vec<(&str, String, usize)> = model
        .operative_paragraphs
        .iter()
        .map(|paragraph| (paragraph.form.unwrap().name(), quotes(&paragraph.verbs), paragraph.verbs[0].span.start))
        .collect();
    let expected = [
        ("finite", "STELT DE VOLGENDE PRIORITEITEN VAST", true),
        ("participle", "HERHALEND", true),
        ("participle", "VERZOEKEND", false),
        ("participle", "VERZOEKEND", false),
        ("participle", "ONDERSTREPEND", true),
        ("participle", "BENADRUKKEND", true),
        ("finite", "DRAAGT het COSI op", true),
        ("finite", "VERZOEKT het COSI + wordt verzocht + VERZOEKT alle voorbereidende instanties van de Raad", true),
        ("finite", "VERZOEKT", true),
        ("finite", "VERZOEKT", true),
        ("finite", "VERZOEKT", true),
        ("finite", "VRAAGT", true),
        ("finite", "VERZOEKT", true),
    ];
    let found: Vec<(&str, &str, bool)> =
        paragraphs.iter().map(|(form, verbs, start)| (*form, verbs.as_str(), *start == 0)).collect();
    assert_eq!(found, expected);
}

#[test]
fn oddities_stay_as_they_are() {
    let engine = engine();
    let model = engine.model();
    let text = |id: &str| {
        let blocks = &model.unit(id).unwrap().blocks;
        blocks.iter().map(|block| block.text.as_str()).collect::<Vec<_>>().join(" ")
    };
    for (unit, words) in [
        ("P7a", "Deze prioriteit heeft tot doel"),
        ("P7e", "gemeenschappelijke horizontale strategisch doelstelling"),
        ("P8", "georganiseerde vermogencriminaliteit"),
        ("HT1", "4. HORIZONTALE DREIGINGEN"),
        ("R03", "Empact4 operationeler"),
        ("R04", "Empact 2022+5"),
        ("P1", "maffia-achtige"),
        ("doc", "voor Empact 2022-2025"),
    ] {
        assert!(text(unit).contains(words), "{unit}: {words}");
    }
    let all: Vec<String> = model.units.iter().map(|unit| text(&unit.id)).collect();
    for never in ["MTIC", "THB", "CSAM", "NPS"] {
        assert!(!all.iter().any(|text| text.contains(never)), "{never} is what people type, not what the text says");
    }
}

#[test]
fn mentions_of_actors() {
    let engine = engine();
    let model = engine.model();
    for (id, word, expected) in [
        ("A-cosi", "COSI", 5),
        ("A-europol", "Europol", 2),
        ("A-cepol", "Cepol", 1),
        ("A-commission", "Commissie", 3),
        ("A-eeas", "Europese Dienst voor extern optreden", 2),
        ("A-jha-agencies", "JBZ-instanties", 2),
        ("A-eu-agencies", "EU-agentschappen", 1),
        ("A-presidency", "voorzitterschap", 2),
        ("A-preparatory-bodies", "voorbereidende instanties van de Raad", 2),
        ("A-member-states", "lidstaten", 9),
        ("A-eu-institutions-bodies-agencies", "instellingen, organen en instanties van de EU", 7),
        ("A-european-networks", "Europese netwerken", 3),
        ("A-expert-groups", "deskundigengroepen", 3),
        ("A-stakeholders", "belanghebbenden", 2),
        ("A-third-countries", "derde landen", 4),
    ] {
        let actor = model.actors.iter().find(|actor| actor.id == id).unwrap();
        let mut total = 0;
        for unit in &model.units {
            let occurrences: usize = unit.blocks.iter().map(|block| block.text.matches(word).count()).sum();
            let mut mentions: Vec<_> = actor.mentions.iter().filter(|mention| mention.unit == unit.id).collect();
            mentions.dedup_by_key(|mention| (mention.block, mention.span));
            assert_eq!(mentions.len(), occurrences, "{id} in {}", unit.id);
            total += occurrences;
        }
        assert_eq!((total, actor.mentions.len()), (expected, expected), "{id}");
        for mention in &actor.mentions {
            says(mention, word);
        }
    }
}

#[test]
fn dates_of_references() {
    let engine = engine();
    let model = engine.model();
    let found: Vec<(&str, &str, &str)> = model
        .references
        .iter()
        .filter_map(|reference| {
            let date = model.date(reference.date.as_deref()?).unwrap();
            Some((reference.id.as_str(), date.earliest.as_deref().unwrap(), date.latest.as_deref().unwrap()))
        })
        .collect();
    let expected = [
        ("REF-6818-21", "2021-03-10", "2021-03-10"),
        ("REF-organised-crime-strategy", "2021-01-01", "2025-12-31"),
        ("REF-trafficking-strategy", "2021-01-01", "2025-12-31"),
        ("REF-interim-report", "2023-01-01", "2023-12-31"),
    ];
    assert_eq!(found, expected, "the other texts are cited without a date");
}
