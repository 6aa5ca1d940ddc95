//! What the inner parts of the engine cost natively: `npm run bench:kernels`, or with the name of a part behind ` -- `.
//!
//! The texts are the official one, and 20,000 made-up documents of 40 words whose frequencies fall as in real text (the word of rank r
//! occurs in proportion to 1 / r), the same in every run.

use divan::counter::{BytesCount, ItemsCount};
use divan::{Bencher, black_box};
use empact_priorities::analysis::{Language, analyse, each_word};
use empact_priorities::dictionary::{Dictionary, DictionaryWriter, Extent};
use empact_priorities::documents::{Collection, Document, DocumentsBuilder, Shape};
use empact_priorities::index::{FieldId, FieldSpec, Index, IndexBuilder};
use empact_priorities::postings::END;
use empact_priorities::query::{LastWord, Query, Syntax};
use empact_priorities::highlight::Marker;
use empact_priorities::search::{Policy, Settings, search};
use std::collections::BTreeSet;
use std::sync::LazyLock;

fn main() {
    divan::main();
}

/// The official text: 26 kB of Dutch.
const TEXT: &str = include_str!("../../../../src/dataset/raadsconclusies-empact-2022-2025.nl.txt");
const N_DOCUMENTS: u32 = 20_000;
const SYNTAX: Syntax<'static> = Syntax { fields: &["title", "body"], filters: &["kind"] };

/// Numbers that look random and are always the same (Marsaglia 2003, xorshift64).
struct Numbers(u64);

impl Numbers {
    /// A number from 0 to below 1.
    fn next(&mut self) -> f64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }
}

/// The word of a rank: the more frequent, the shorter.
fn word(rank: usize) -> String {
    let (mut word, mut rest) = (String::new(), rank + 75);
    while rest > 0 {
        word.push(char::from(b"bdfgklmnprstvwz"[rest % 15]));
        word.push(char::from(b"aeiou"[rest / 15 % 5]));
        rest /= 75;
    }
    word
}

/// Words by Zipf's law: the logarithm of the rank is uniform.
static TEXTS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut numbers = Numbers(0x9E37_79B9_7F4A_7C15);
    let mut text = || (0..40).map(|_| word(100_000_f64.powf(numbers.next()) as usize)).collect::<Vec<_>>().join(" ");
    (0..N_DOCUMENTS).map(|_| text()).collect()
});

fn build(texts: &[String]) -> Index {
    let mut builder = IndexBuilder::new(vec![FieldSpec { weight: 1.0, language: Language::Dutch, length_share: 1.0 }]);
    for (document, text) in (0..).zip(texts) {
        builder.add(document, FieldId(0), text);
    }
    builder.finish()
}

static INDEX: LazyLock<Index> = LazyLock::new(|| build(&TEXTS));

/// The words of all documents, sorted.
static TERMS: LazyLock<BTreeSet<&str>> = LazyLock::new(|| TEXTS.iter().flat_map(|text| text.split(' ')).collect());

static DICTIONARY: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let mut writer = DictionaryWriter::new();
    for term in TERMS.iter() {
        writer.push(term.as_bytes());
    }
    writer.finish()
});

fn query(text: &str) -> Query {
    Query::parse(text, &[Language::Dutch, Language::English], LastWord::Complete, &SYNTAX)
}

mod analysis {
    use super::*;

    /// As for an index: no stems.
    #[divan::bench]
    fn words(bencher: Bencher) {
        bencher.counter(BytesCount::of_str(TEXT)).bench(|| each_word(black_box(TEXT), &mut |word| _ = black_box(word)));
    }

    /// As for a highlight: with stems.
    #[divan::bench(args = [Language::Dutch, Language::English])]
    fn tokens(bencher: Bencher, language: Language) {
        bencher.counter(BytesCount::of_str(TEXT)).bench(|| analyse(black_box(TEXT), language));
    }
}

mod dictionary {
    use super::*;

    /// Every hundredth term.
    #[divan::bench]
    fn find(bencher: Bencher) {
        let dictionary = Dictionary::open(&DICTIONARY).unwrap();
        let terms: Vec<&str> = TERMS.iter().copied().step_by(100).collect();
        let count = ItemsCount::new(terms.len());
        bencher
            .counter(count)
            .bench(|| terms.iter().filter_map(|term| dictionary.find(black_box(term).as_bytes())).count());
    }

    #[divan::bench(args = ["b", "bad", "badif"])]
    fn prefix(bencher: Bencher, prefix: &str) {
        let dictionary = Dictionary::open(&DICTIONARY).unwrap();
        bencher.bench(|| dictionary.with_prefix(black_box(prefix).as_bytes()));
    }

    /// Words that differ from a term by a letter.
    #[divan::bench(args = [1, 2])]
    fn similar(bencher: Bencher, max_edits: u8) {
        let dictionary = Dictionary::open(&DICTIONARY).unwrap();
        bencher.bench(|| dictionary.similar(black_box(b"badifxka"), max_edits, Extent::Whole));
    }
}

mod postings {
    use super::*;

    /// All postings of the word of a rank: documents and profiles.
    #[divan::bench(args = [1, 100])]
    fn walk(bencher: Bencher, rank: usize) {
        let vocabulary = INDEX.vocabularies().next().unwrap();
        let term = vocabulary.terms().find(word(rank).as_bytes()).unwrap();
        bencher.counter(ItemsCount::new(vocabulary.n_documents(term))).bench(|| {
            let mut cursor = vocabulary.postings(black_box(term));
            let (mut document, mut sum) = (cursor.seek(0), 0_u32);
            while document != END {
                sum = sum.wrapping_add(document ^ cursor.profile());
                document = cursor.advance();
            }
            sum
        });
    }

    /// The same word, asked for every 500th document.
    #[divan::bench]
    fn seek(bencher: Bencher) {
        let vocabulary = INDEX.vocabularies().next().unwrap();
        let term = vocabulary.terms().find(word(1).as_bytes()).unwrap();
        bencher.counter(ItemsCount::new(N_DOCUMENTS / 500)).bench(|| {
            let mut cursor = vocabulary.postings(black_box(term));
            (0..N_DOCUMENTS).step_by(500).fold(0_u32, |sum, document| sum.wrapping_add(cursor.seek(document)))
        });
    }
}

mod scoring {
    use super::*;

    const RANKS: [&[usize]; 4] = [&[1], &[500], &[1, 500], &[1, 4, 20, 100, 500]];

    /// The best ten of the documents that answer words of these ranks.
    fn best(bencher: Bencher, ranks: &[usize], policy: Policy) {
        let words: Vec<String> = ranks.iter().map(|rank| word(*rank)).collect();
        let query = query(&words.join(" "));
        let settings = Settings { policy, limit: 10, ..Settings::default() };
        bencher.with_inputs(|| query.clone()).bench_local_values(|mut query| search(&INDEX, &mut query, &settings));
    }

    #[divan::bench(args = RANKS)]
    fn any(bencher: Bencher, ranks: &[usize]) {
        best(bencher, ranks, Policy::Any);
    }

    #[divan::bench(args = RANKS)]
    fn all(bencher: Bencher, ranks: &[usize]) {
        best(bencher, ranks, Policy::All);
    }

    /// A passage of the official text.
    #[divan::bench]
    fn passage(bencher: Bencher) {
        let query = query("mensenhandel netwerken");
        bencher.counter(BytesCount::of_str(TEXT)).bench(|| Marker::new(black_box(&query).clone(), Vec::new()).excerpt(TEXT, Language::Dutch, 240));
    }
}

mod reading {
    use super::*;

    #[divan::bench(args = ["fraude", "handel in mensen -drugs", "title:\"zware fraude\" kind:guide niet-contant*"])]
    fn queries(bencher: Bencher, text: &str) {
        bencher.bench(|| query(black_box(text)));
    }

    /// A text of the longest query that is read.
    #[divan::bench]
    fn long_query(bencher: Bencher) {
        let text = &TEXTS[..10].join(" ");
        bencher.bench(|| query(black_box(text)));
    }
}

mod building {
    use super::*;

    #[divan::bench(sample_count = 10)]
    fn index(bencher: Bencher) {
        let texts = &TEXTS[..2_000];
        bencher.counter(ItemsCount::new(texts.len())).bench(|| build(texts));
    }

    /// A snapshot of the same documents, opened.
    #[divan::bench]
    fn open(bencher: Bencher) {
        let fields = vec![("title".to_owned(), 3.0), ("body".to_owned(), 1.0)];
        let mut builder =
            DocumentsBuilder::new(Shape { languages: vec![Language::Dutch], fields, ..Shape::default() });
        for text in &TEXTS[..2_000] {
            builder.add(&Document {
                id: text,
                title: &text[..20],
                texts: vec![&text[..20], text],
                ..Document::default()
            });
        }
        let snapshot = builder.finish();
        let count = BytesCount::new(snapshot.len());
        bencher.counter(count).with_inputs(|| snapshot.clone()).bench_values(|bytes| Collection::open(bytes).unwrap());
    }
}
