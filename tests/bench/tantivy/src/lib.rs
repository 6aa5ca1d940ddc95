//! tantivy behind a thin WebAssembly boundary, so that it can be measured as a peer in the same process as the others.
//!
//! It is set up as well as tantivy can be without threads and files: one segment, everything in memory, positions and
//! frequencies indexed, titles stored. Documents come in and hits go out as JSON; that costs a few microseconds an answer.

use std::path::Path;

use serde::Deserialize;
use tantivy::aggregation::agg_req::Aggregations;
use tantivy::aggregation::{AggContextParams, AggregationCollector};
use tantivy::collector::TopDocs;
use tantivy::directory::{Directory, RamDirectory};
use tantivy::query::{BooleanQuery, BoostQuery, FuzzyTermQuery, Occur, Query, QueryParser};
use tantivy::schema::{FAST, Field, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions, Value};
use tantivy::tokenizer::{Language, LowerCaser, RemoveLongFilter, SimpleTokenizer, Stemmer, TextAnalyzer};
use tantivy::{Index, IndexReader, IndexSettings, ReloadPolicy, Searcher, TantivyDocument, Term};
use wasm_bindgen::prelude::wasm_bindgen;

/// The name under which the analysis of texts is registered.
const ANALYSIS: &str = "bench";
/// How much the writer may hold before it would start a second segment, in bytes: more than any corpus needs.
const WRITER_MEMORY: usize = 512 << 20;
/// What a word in the title, the summary and the body counts; every engine in the benchmark has the same.
const BOOSTS: [f32; 3] = [3.0, 2.0, 1.0];

#[derive(Deserialize)]
struct Document {
    id: u64,
    title: String,
    summary: String,
    body: String,
    section: String,
}

/// How the words of a query are to be found.
#[wasm_bindgen]
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Documents with any of the words, BM25.
    Any,
    /// Documents with all words, BM25.
    All,
    /// Documents with a word that starts with the text; constant score, as tantivy offers it.
    Prefix,
    /// Documents with a word at most one edit away from the text; constant score, as tantivy offers it.
    Typo,
    /// Documents with the words next to each other, BM25.
    Phrase,
}

/// An index in memory.
#[wasm_bindgen]
pub struct Engine {
    index: Index,
    reader: IndexReader,
    fields: Fields,
}

#[derive(Clone, Copy)]
struct Fields {
    id: Field,
    /// Title, summary, body: in the order of [`BOOSTS`].
    texts: [Field; 3],
    section: Field,
}

fn schema() -> (Schema, Fields) {
    let indexing =
        TextFieldIndexing::default().set_tokenizer(ANALYSIS).set_index_option(IndexRecordOption::WithFreqsAndPositions);
    let text = TextOptions::default().set_indexing_options(indexing);
    let mut builder = Schema::builder();
    let id = builder.add_u64_field("id", STORED | FAST);
    let texts = [
        builder.add_text_field("title", text.clone() | STORED),
        builder.add_text_field("summary", text.clone()),
        builder.add_text_field("body", text),
    ];
    let section = builder.add_text_field("section", STRING | FAST);
    (builder.build(), Fields { id, texts, section })
}

/// Words in lower case, as in tantivy's default; stemmed for the languages `"de"`, `"en"`, `"fr"` and `"nl"`, not for `""`.
fn analysis(language: &str) -> TextAnalyzer {
    let words =
        TextAnalyzer::builder(SimpleTokenizer::default()).filter(RemoveLongFilter::limit(40)).filter(LowerCaser);
    match language {
        "en" => words.filter(Stemmer::new(Language::English)).build(),
        "de" => words.filter(Stemmer::new(Language::German)).build(),
        "fr" => words.filter(Stemmer::new(Language::French)).build(),
        "nl" => words.filter(Stemmer::new(Language::Dutch)).build(),
        _ => words.build(),
    }
}

#[wasm_bindgen]
impl Engine {
    /// Indexes a JSON array of documents. `language` asks for stemming: `"de"`, `"en"`, `"fr"`, `"nl"`, or `""` for none.
    pub fn build(documents: &str, language: &str) -> Engine {
        console_error_panic_hook::set_once();
        let documents: Vec<Document> = serde_json::from_str(documents).unwrap();
        let (schema, fields) = schema();
        // Both are needed: the writer takes the analysis from a manager that the builder is given.
        let tokenizers = tantivy::tokenizer::TokenizerManager::default();
        tokenizers.register(ANALYSIS, analysis(language));
        let mut writer = Index::builder()
            .schema(schema)
            .tokenizers(tokenizers)
            .settings(IndexSettings { docstore_compress_dedicated_thread: false, ..IndexSettings::default() })
            .single_segment_index_writer(RamDirectory::create(), WRITER_MEMORY)
            .unwrap();
        for document in documents {
            let mut entry = TantivyDocument::default();
            entry.add_u64(fields.id, document.id);
            for (field, text) in fields.texts.into_iter().zip([&document.title, &document.summary, &document.body]) {
                entry.add_text(field, text);
            }
            entry.add_text(fields.section, &document.section);
            writer.add_document(entry).unwrap();
        }
        Self::over(writer.finalize().unwrap(), fields, language)
    }

    fn over(index: Index, fields: Fields, language: &str) -> Engine {
        index.tokenizers().register(ANALYSIS, analysis(language));
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into().unwrap();
        Engine { index, reader, fields }
    }

    /// All files of the index: for each the length of its name, the name, the length of its content, the content.
    pub fn save(&self) -> Vec<u8> {
        let directory = self.index.directory();
        let mut names: Vec<_> = directory.list_managed_files().into_iter().collect();
        if !names.iter().any(|name| name == Path::new("meta.json")) {
            names.push("meta.json".into());
        }
        let mut saved = Vec::new();
        for name in names {
            // Not `open_read`, which hides the footer.
            let Ok(content) = directory.atomic_read(&name) else { continue };
            for part in [name.to_str().unwrap().as_bytes(), &content] {
                saved.extend(u32::try_from(part.len()).unwrap().to_le_bytes());
                saved.extend(part);
            }
        }
        saved
    }

    /// Opens what [`Engine::save`] gave, with the language that it was built with.
    pub fn load(mut saved: &[u8], language: &str) -> Engine {
        let directory = RamDirectory::create();
        let mut part = || {
            let (length, rest) = saved.split_first_chunk::<4>()?;
            let (content, rest) = rest.split_at(u32::from_le_bytes(*length) as usize);
            saved = rest;
            Some(content)
        };
        while let (Some(name), Some(content)) = (part(), part()) {
            directory.atomic_write(Path::new(std::str::from_utf8(name).unwrap()), content).unwrap();
        }
        Self::over(Index::open(directory).unwrap(), schema().1, language)
    }

    /// The best `limit` documents as JSON: `[[id, score, title], ...]`.
    pub fn search(&self, mode: Mode, text: &str, limit: usize) -> String {
        let searcher = self.reader.searcher();
        let best = searcher.search(&self.query(mode, text), &TopDocs::with_limit(limit).order_by_score()).unwrap();
        serde_json::to_string(&self.hits(&searcher, best)).unwrap()
    }

    /// The best `limit` documents with any of the words, and how many there are in each section, as JSON:
    /// `{hits: [[id, score, title], ...], sections: {section: {buckets: [{key, doc_count}, ...]}}}`.
    pub fn search_with_facets(&self, text: &str, limit: usize) -> String {
        let counts: Aggregations =
            serde_json::from_str(r#"{"section": {"terms": {"field": "section", "size": 1000}}}"#).unwrap();
        let params = AggContextParams::new(Default::default(), self.index.tokenizers().clone());
        let collectors = (TopDocs::with_limit(limit).order_by_score(), AggregationCollector::from_aggs(counts, params));
        let searcher = self.reader.searcher();
        let (best, sections) = searcher.search(&self.query(Mode::Any, text), &collectors).unwrap();
        serde_json::json!({ "hits": self.hits(&searcher, best), "sections": sections }).to_string()
    }

    fn query(&self, mode: Mode, text: &str) -> Box<dyn Query> {
        if matches!(mode, Mode::Prefix | Mode::Typo) {
            let clauses = self.fields.texts.iter().zip(BOOSTS).map(|(field, boost)| {
                let term = Term::from_field_text(*field, text);
                let near = if mode == Mode::Prefix {
                    FuzzyTermQuery::new_prefix(term, 0, true)
                } else {
                    FuzzyTermQuery::new(term, 1, true)
                };
                (Occur::Should, Box::new(BoostQuery::new(Box::new(near), boost)) as Box<dyn Query>)
            });
            return Box::new(BooleanQuery::new(clauses.collect()));
        }
        let mut parser = QueryParser::for_index(&self.index, self.fields.texts.to_vec());
        for (field, boost) in self.fields.texts.iter().zip(BOOSTS) {
            parser.set_field_boost(*field, boost);
        }
        match mode {
            Mode::All => parser.set_conjunction_by_default(),
            Mode::Phrase => return parser.parse_query_lenient(&format!("\"{text}\"")).0,
            _ => {}
        }
        parser.parse_query_lenient(text).0
    }

    fn hits(&self, searcher: &Searcher, best: Vec<(f32, tantivy::DocAddress)>) -> Vec<(u64, f32, String)> {
        best.into_iter()
            .map(|(score, address)| {
                let document: TantivyDocument = searcher.doc(address).unwrap();
                let stored = |field| document.get_first(field).unwrap();
                let title = stored(self.fields.texts[0]).as_str().unwrap().to_owned();
                (stored(self.fields.id).as_u64().unwrap(), score, title)
            })
            .collect()
    }
}

/// How many bytes of memory the instance holds; WebAssembly never gives any back.
#[wasm_bindgen]
pub fn memory_bytes() -> usize {
    core::arch::wasm32::memory_size(0) * 65_536
}
