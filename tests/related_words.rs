//! Which words find which, in collections of a few titles: what an index relates depends on the words that it has.
//!
//! 1. A word finds what is related to it, and without a guess where that is certain.
//! 2. It does not find what only shares letters with it.

#![allow(clippy::unwrap_used, reason = "a test says what it expects by failing loudly")]

use empact_priorities::analysis::Language;
use empact_priorities::documents::{Collection, Document, DocumentsBuilder, Options, Shape};
use empact_priorities::query::{LastWord, NoticeCode};

/// Whether the query finds the first of the titles, and whether by a guess.
fn finds(language: Language, titles: &[&str], query: &str) -> (bool, bool) {
    let fields = vec![("title".to_owned(), 1.0)];
    let mut builder = DocumentsBuilder::new(Shape { languages: vec![language], fields, ..Shape::default() });
    for title in titles.iter().chain(&["Weerbericht"]) {
        builder.add(&Document { title, texts: vec![title], ..Document::default() });
    }
    let collection = Collection::open(builder.finish()).unwrap();
    let found = collection.search(query, &Options { last_word: LastWord::Complete, ..Options::default() });
    let is_guess = found.notices.iter().any(|notice| notice.code == NoticeCode::WordsInPart);
    (found.hits.iter().any(|hit| hit.document == 0), is_guess)
}

/// `cases`: a query, an arrow, and titles with semicolons between them. "->": it finds the first one, "~>": by a guess, "-x": not at all.
fn check(language: Language, cases: &str) {
    let wrong = cases.lines().map(str::trim).filter(|case| !case.is_empty()).filter_map(|case| {
        let (query, rest) = case.split_once(' ').unwrap();
        let (expected, titles) = rest.split_once(' ').unwrap();
        let found = match finds(language, &titles.split("; ").collect::<Vec<_>>(), query) {
            (true, false) => "->",
            (true, true) => "~>",
            (false, _) => "-x",
        };
        (found != expected).then(|| format!("{query} {found} {titles}"))
    });
    assert_eq!(wrong.collect::<Vec<_>>().join("\n"), "");
}

#[test]
fn dutch() {
    check(
        Language::Dutch,
        "smokkel -> Mensensmokkel
        fraude ~> Accijnsfraude
        wapens -> Vuurwapenhandel
        produceren -> Productie van drugs
        productie -> Wie produceert drugs
        producenten -> Productie van drugs
        gecontroleerd -> Controle aan de grens
        controleurs -> Controle aan de grens
        frauderen -> Fraude melden
        inspecteur -> Inspecties plannen
        strategie -> Strategische doelen
        strategische -> Een strategie
        financiering -> Financiële middelen
        industrie -> Industriële installaties
        terrorist -> Wat terrorisme is
        terrorisme -> Terroristische misdrijven
        preventie -> Preventieve maatregelen
        digitale -> Digitalisering
        orgaan -x Organisatie
        beleid -x Begeleide reizen
        deelname -> Deelnemen aan acties
        inbraken -> Inbreken met geweld
        inbreken -> Schade na inbraak
        opleiding -> Opgeleide medewerkers
        saboteren -> Sabotage
        oplichters -> Oplichting aan de deur
        inbrekers -> Zo breekt men in: inbreken
        gesmokkeld -> Smokkelen met containers
        gestolen -> Stelen van auto's
        stelen -> Handel in gestolen kunst
        verkocht -> Verkoop van wapens
        verkopen -> Wapens die zijn verkocht
        aangehouden -> Aanhouden van verdachten
        onderzoek -> De onderzochte panden
        gevonden -> Wapens vinden
        opsporing -> Hoe op te sporen
        witwassen -> Geld wit te wassen
        samenwerking -> Nauw samen te werken
        werven -> Werving van leden
        werving -> Wie leden wil werven
        geworven -> Wie werft: werven
        dreigen -> Dreiging met geweld
        lozen -> Lozing in het water
        keuring -> Voertuigen keuren
        ideeën -> Een idee
        ring -x Rennen
        in -x Innen
        geluidoverlast -> Geluidsoverlast melden; Geluidoverlast van buren; Overlast van geluid
        geluidsoverlast -> Geluidoverlast van buren; Geluidsoverlast melden; Overlast van geluid
        productlijst -> De productenlijst; Een productlijst
        mensensmokkelaars ~> Smokkel van mensen
        ransomware -x Hardware bestellen
        seekers -x Seksuele uitbuiting
        verantwoordelijk -x Lijken
        loon -x Sjablonen
        banneweg -x Een baan
        meerjarenafspraken -x Polymeer",
    );
    // What shares letters at the most is a guess, and called one.
    check(
        Language::Dutch,
        "parkeren ~> Park
        rechter ~> Recht en rechten",
    );
    // A guess does not hide that a word is mistyped.
    check(Language::Dutch, "sneep -> Snoep; Mensensneep; Over mensen");
    // A known modifier takes no letter from an unknown head, also where the s could be its own.
    check(
        Language::Dutch,
        "smokkel -> Mensensmokkel; Over mensen
        slavernij ~> Vrouwenslavernij; Over vrouwen
        stoet ~> Vrouwenstoet; Over vrouwen
        sneep ~> Mensensneep; Over mensen",
    );
}

#[test]
fn dutch_where_texts_hold_one_form() {
    check(
        Language::Dutch,
        "melding -> Wat u hebt gemeld
        melden -> Een gemelde storing
        gemeld -> Een melding
        uitzetting -> Wie is uitgezet
        inenting -> De ingeënte kinderen
        levering -> Wie levert wat
        leveren -> Wat men leverde
        keuren -> Wie keurt wat
        beoordelen -> Wie beoordeelt wat
        verhuizen -> Wie verhuisde er
        erkenning -> Erkende diploma's
        erkend -> Erkenning van diploma's
        mishandeling -> Wie mishandelde er
        aanplant -> Het aangeplante bos
        plannen -x Een plant
        paren -x De paarden
        rechten -x Het gerecht
        wegen -x Het gewicht
        mishandeling -x De handelaren
        intensief -x De intentie
        potentie -> Een potentieel gevaar
        ouders -x De ouderen
        artsen -> Een huisarts
        politici -> Een politicus
        visa -> Een visum
        toeslag -> Huurtoeslag; Alle toeslagen
        toeslagen -> De huurtoeslag",
    );
}

#[test]
fn english() {
    check(
        Language::English,
        "cyberattack ~> Report a cyber attack
        networks -> A network of criminals
        organized -> Organised crime
        cyberattack -x Report an attack
        forest -x The fore and the rest",
    );
}
