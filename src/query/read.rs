//! A text becomes a query: pieces between white space, operators and quotation marks; their words; what is asked for of each.

use super::{
    Concept, EXCLUDED_BEGINNING, Filter, LastWord, MAX_CHARACTERS, MAX_CONCEPTS, MAX_FILTERS, MAX_PHRASES,
    MIN_COMPOUND_PART, Notice, NoticeCode, Phrase, PhraseWord, Query, Reach, Syntax, Word,
};
use crate::analysis::{self, Form, Language, analyse};
use crate::span::ByteSpan;

/// Fewest letters of each of two words that could be one: those of the shortest parts of compounds.
const MIN_JOINED: usize = 3;

/// Reads a query; see [`Query::parse`].
pub(super) fn read(text: &str, languages: &[Language], last_word: LastWord, syntax: &Syntax<'_>) -> Query {
    let read = readable(text);
    let mut end = read.len();
    let mut items = items(read, syntax);
    // What an operator reaches is not cut in two: half of an excluded phrase would exclude more.
    if end < text.len()
        && let Some(cut) = items.pop_if(|item| !item.is_plain() && item.content.end == end)
    {
        end = cut.span.start;
    }
    let items: Vec<(Item, Vec<FoundWord>)> = items
        .into_iter()
        .map(|item| {
            let is_filter = matches!(item.name, Some(Name::Filter(_)));
            let words = if is_filter { Vec::new() } else { words(read, item.content, languages) };
            (item, words)
        })
        .collect();
    let says_something = |found: &FoundWord| found.form != Form::Linked && !found.is_stop;
    let keeps_stop_words = !items.iter().any(|(item, words)| !item.is_excluded && words.iter().any(says_something));
    let mut reader = Reader { text, last_word, keeps_stop_words, room: MAX_CONCEPTS, query: Query::default() };
    for (item, words) in items {
        if let Some(cut) = reader.add(&item, words) {
            end = cut;
            break;
        }
    }
    let mut query = reader.query;
    let is_understood = !query.is_empty() || query.notices.iter().any(|it| it.code == NoticeCode::UnknownFilter);
    if end < text.len() {
        query.notices.push(Notice::new(NoticeCode::QueryTruncated, ByteSpan::new(end, text.len())));
    }
    if !is_understood && !text.trim_start().is_empty() {
        query.notices.push(Notice::new(NoticeCode::NoSearchableWords, ByteSpan::new(0, text.len())));
    }
    query
}

/// The beginning of `text` that is read. A word that the limit cuts in two is not a word that anybody typed.
fn readable(text: &str) -> &str {
    let Some((cut, next)) = text.char_indices().nth(MAX_CHARACTERS) else { return text };
    let read = text.get(..cut).unwrap_or_default();
    if next.is_alphanumeric() { read.trim_end_matches(char::is_alphanumeric) } else { read }
}

/// What stands before a colon, by its place in [`Syntax`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Name {
    Field(usize),
    Filter(usize),
}

/// A piece of a query: a phrase, what an operator reaches, or the plain text between such pieces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Item {
    /// All of it.
    span: ByteSpan,
    /// Its words or its value: without operators and quotation marks.
    content: ByteSpan,
    name: Option<Name>,
    is_excluded: bool,
    is_quoted: bool,
}

impl Item {
    const fn is_plain(&self) -> bool {
        self.name.is_none() && !self.is_excluded && !self.is_quoted
    }

    const fn field(&self) -> Option<usize> {
        match self.name {
            Some(Name::Field(place)) => Some(place),
            Some(Name::Filter(_)) | None => None,
        }
    }
}

const fn is_quotation_mark(character: char) -> bool {
    matches!(character, '"' | '\u{201C}'..='\u{201F}' | '«' | '»')
}

/// The text behind a minus that excludes what follows; `before` is the character before the minus.
fn behind_minus(text: &str, before: Option<char>) -> Option<&str> {
    if !before.is_none_or(char::is_whitespace) {
        return None;
    }
    let behind = text.strip_prefix(['-', '\u{2013}', '\u{2212}'])?;
    // "-'s-Hertogenbosch"
    let excludes = |next: char| {
        next.is_alphanumeric() || is_quotation_mark(next) || matches!(next, '\'' | '\u{2018}' | '\u{2019}')
    };
    behind.starts_with(excludes).then_some(behind)
}

/// The known name at the start of `text`, and the text behind its colon.
fn behind_name<'t>(text: &'t str, syntax: &Syntax<'_>) -> Option<(Name, &'t str)> {
    let end =
        text.find(|character: char| character == ':' || character.is_whitespace() || is_quotation_mark(character));
    let (name, behind) = text.split_at_checked(end?)?;
    Some((syntax.name(name)?, behind.strip_prefix(':')?))
}

/// How many bytes of `text` stand before white space or the start of a phrase.
fn run_length(text: &str) -> usize {
    let mut is_in_word = false;
    let end = text.find(|character: char| {
        let ends = character.is_whitespace() || is_quotation_mark(character) && !is_in_word;
        is_in_word = character.is_alphanumeric();
        ends
    });
    end.unwrap_or(text.len())
}

/// Cuts a query into its pieces, in order; they do not overlap, and only white space lies between them. Linear in `text`.
fn items(text: &str, syntax: &Syntax<'_>) -> Vec<Item> {
    let offset = |rest: &str| text.len() - rest.len();
    let mut items: Vec<Item> = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let start = offset(rest);
        let before = text.get(..start).and_then(|before| before.chars().next_back());
        let minus = behind_minus(rest, before);
        let unsigned = minus.unwrap_or(rest);
        let (name, content) = behind_name(unsigned, syntax).map_or((None, unsigned), |(name, rest)| (Some(name), rest));
        let quoted = content.strip_prefix(is_quotation_mark);
        let content = quoted.unwrap_or(content);
        let length = match quoted {
            Some(quoted) => quoted.find(is_quotation_mark).unwrap_or(quoted.len()),
            None => run_length(content),
        };
        let behind = content.get(length..).unwrap_or_default();
        rest = if quoted.is_some() { behind.strip_prefix(is_quotation_mark).unwrap_or(behind) } else { behind };
        let item = Item {
            span: ByteSpan::new(start, offset(rest)),
            content: ByteSpan::new(offset(content), offset(behind)),
            name,
            is_excluded: minus.is_some(),
            is_quoted: quoted.is_some(),
        };
        match items.last_mut() {
            // Plain text is analysed in one go.
            Some(last) if last.is_plain() && item.is_plain() => {
                last.span.end = item.span.end;
                last.content.end = item.content.end;
            }
            _ => items.push(item),
        }
        rest = rest.trim_start();
    }
    items
}

/// A token of a query with its stem in each language.
struct FoundWord {
    span: ByteSpan,
    position: u32,
    form: Form,
    word: Word,
    /// Whether it is a stop word of one of the languages, or a letter of a linked word.
    is_stop: bool,
}

/// The tokens at `place` of `text`.
fn words(text: &str, place: ByteSpan, languages: &[Language]) -> Vec<FoundWord> {
    let text = place.of(text).unwrap_or_default();
    let (&first, others) = languages.split_first().unwrap_or((&Language::Other, &[]));
    let mut words: Vec<FoundWord> = analyse(text, first)
        .into_iter()
        .map(|token| FoundWord {
            // Of "e-learning" the e alone says nothing.
            is_stop: token.is_stop || token.form == Form::Part && matches!(token.word.as_bytes(), [b'a'..=b'z']),
            span: ByteSpan::new(place.start + token.span.start, place.start + token.span.end),
            position: token.position,
            form: token.form,
            word: Word { text: token.word, stems: vec![(first, token.stem)] },
        })
        .collect();
    // The places and words of the tokens are the same in every language; see `analyse`.
    for &language in others {
        for (found, token) in words.iter_mut().zip(analyse(text, language)) {
            found.word.stems.push((language, token.stem));
            found.is_stop |= token.is_stop;
        }
    }
    words
}

/// What is asked for with these words, stop words and repetitions included.
///
/// Linked words are asked for one by one, each of them also as the whole ("cyber-attacks" finds "cyberattacks"), and so are neighbours ("data lek" finds
/// "datalek"). Glued ones are asked for as the whole ("7e"), and their longer segments as parts of it (the "Empact" of "Empact4").
/// `drops_stop_words`: those will not be asked for, so a whole that is linked of nothing else is asked for by itself ("to-do").
fn concepts(words: &[FoundWord], field: Option<usize>, drops_stop_words: bool) -> Vec<Concept> {
    let mut concepts: Vec<Concept> = Vec::new();
    let mut linked: Option<&FoundWord> = None;
    let mut glued: Option<ByteSpan> = None;
    for found in words {
        match found.form {
            Form::Linked => {
                linked = Some(found);
                let says_nothing = |part: &FoundWord| part.is_stop || !found.span.contains(part.span);
                if drops_stop_words && segments(words).all(says_nothing) {
                    concepts.push(concept(found, field, Reach::Related));
                }
                continue;
            }
            Form::Part if glued.is_some_and(|whole| whole.contains(found.span)) => {
                if let Some(whole) = concepts.last_mut()
                    && !found.is_stop
                    && found.word.text.len() >= MIN_COMPOUND_PART
                {
                    whole.parts.push(found.word.clone());
                }
                continue;
            }
            Form::Glued => glued = Some(found.span),
            Form::Word | Form::Part => {}
        }
        let whole = linked.filter(|whole| whole.span.contains(found.span)).map(|whole| whole.word.clone());
        let mut next = Concept { wholes: whole.into_iter().collect(), ..concept(found, field, Reach::Related) };
        if let Some(before) = concepts.last_mut()
            && next.wholes.is_empty()
            && before.could_join(&next)
        {
            let joined = before.word.joined(&next.word);
            before.wholes.push(joined.clone());
            next.wholes.push(joined);
        }
        concepts.push(next);
    }
    concepts
}

/// The concept of one token by itself.
fn concept(found: &FoundWord, field: Option<usize>, reach: Reach) -> Concept {
    Concept {
        span: found.span,
        word: found.word.clone(),
        wholes: Vec::new(),
        parts: Vec::new(),
        corrections: Vec::new(),
        field,
        reach,
        is_stop: found.is_stop,
        is_unfinished: false,
    }
}

impl Concept {
    /// Whether somebody could write this and the `next` word of a query as one.
    fn could_join(&self, next: &Self) -> bool {
        [self, next].iter().all(|concept| {
            !concept.is_stop
                && concept.word().bytes().all(|byte| byte.is_ascii_lowercase())
                && concept.word().len() >= MIN_JOINED
        })
    }
}

impl Word {
    /// The two as one word.
    fn joined(&self, next: &Self) -> Self {
        let text = [self.text(), next.text()].concat();
        let stems = self.stems.iter().map(|&(language, _)| (language, analysis::stem(&text, language))).collect();
        Self { text, stems }
    }
}

/// The one word that all the others are segments of, if there is one.
fn single(words: &[FoundWord]) -> Option<&FoundWord> {
    let (first, others) = words.split_first()?;
    others.iter().all(|other| first.span.contains(other.span)).then_some(first)
}

/// The concept of a list that asks for the same word in the same field.
fn same<'c>(concepts: &'c mut [Concept], concept: &Concept) -> Option<&'c mut Concept> {
    concepts.iter_mut().find(|known| known.word == concept.word && known.field == concept.field)
}

/// Makes a query out of pieces.
struct Reader<'t> {
    text: &'t str,
    last_word: LastWord,
    keeps_stop_words: bool,
    /// How many more words fit; see [`MAX_CONCEPTS`].
    room: usize,
    query: Query,
}

impl Reader<'_> {
    /// Adds a piece and its words. Gives the place from which on nothing fits any more.
    fn add(&mut self, item: &Item, mut words: Vec<FoundWord>) -> Option<usize> {
        let content = item.content.of(self.text).unwrap_or_default().trim_start();
        if item.name.is_some() && content.is_empty() {
            self.query.notices.push(Notice::new(NoticeCode::UnknownFilter, item.span));
            return None;
        }
        if let Some(Name::Filter(name)) = item.name {
            self.add_filter(name, content.trim_end(), item);
            return None;
        }
        if item.is_excluded {
            return self.exclude(item, &words);
        }
        if !item.is_quoted {
            return self.ask(concepts(&words, item.field(), !self.keeps_stop_words));
        }
        if self.has_too_many_phrases(item, &words) {
            return None;
        }
        let cut = segments(&words).nth(self.room).map(|found| found.span.start);
        if let Some(cut) = cut {
            words.retain(|found| found.span.end <= cut);
        }
        self.ask_phrase(item, &words);
        cut
    }

    fn add_filter(&mut self, name: usize, value: &str, item: &Item) {
        if self.query.filters.len() < MAX_FILTERS {
            let value = value.to_owned();
            self.query.filters.push(Filter { name, value, span: item.span, is_excluded: item.is_excluded });
        } else {
            self.query.notices.push(Notice::new(NoticeCode::QueryTruncated, item.span));
        }
    }

    /// Asks for words outside quotation marks; as [`Self::add`].
    fn ask(&mut self, concepts: Vec<Concept>) -> Option<usize> {
        for mut concept in concepts {
            if concept.is_stop && !self.keeps_stop_words && !self.has_asterisk(&concept) {
                self.pass_over(concept);
                continue;
            }
            concept.is_unfinished = self.is_typed(&concept) || self.has_asterisk(&concept);
            if same(&mut self.query.concepts, &concept).is_none() {
                let Some(room) = self.room.checked_sub(1) else { return Some(concept.span.start) };
                self.room = room;
            }
            self.push(concept);
        }
        None
    }

    /// Remembers a stop word that is not asked for.
    fn pass_over(&mut self, mut concept: Concept) {
        concept.reach = Reach::Exact;
        if concept.wholes.is_empty()
            && self.query.passed_over.len() < MAX_CONCEPTS
            && same(&mut self.query.passed_over, &concept).is_none()
        {
            self.query.passed_over.push(concept);
        }
    }

    /// Asks for a phrase that fits, and for its words.
    ///
    /// A word that is still being typed is no word of the phrase yet: nothing would match until it is complete.
    fn ask_phrase(&mut self, item: &Item, words: &[FoundWord]) {
        let mut concepts = concepts(words, item.field(), false);
        let mut typed = None;
        if let Some(last) = concepts.last_mut() {
            last.is_unfinished = self.is_typed(last);
            typed = last.is_unfinished.then_some(last.span);
        }
        // Where the words stand as they are written, their other forms say nothing. What is written in several ways ("3D") can be found in any.
        let is_alone = concepts.len() == 1;
        for concept in &mut concepts {
            if !concept.is_unfinished && (is_alone || concept.parts.is_empty()) {
                concept.reach = Reach::Exact;
            }
        }
        self.room = self.room.saturating_sub(segments(words).count());
        self.push_phrase(item, words, typed);
        for concept in concepts {
            if !concept.is_stop || self.keeps_stop_words {
                self.push(concept);
            }
        }
    }

    /// Excludes a word with its forms, or a phrase; as [`Self::add`].
    ///
    /// A joined word is excluded as the whole, and several words behind one minus are a phrase. Each by itself would exclude more
    /// than was meant: "-niet-contante" every text with "niet" in it.
    fn exclude(&mut self, item: &Item, words: &[FoundWord]) -> Option<usize> {
        let mut word =
            single(words).filter(|_| !item.is_quoted).map(|found| concept(found, item.field(), Reach::Forms));
        if let Some(word) = &mut word {
            word.is_unfinished = self.has_asterisk(word);
        }
        if let Some(word) = &word
            && let Some(same) = same(&mut self.query.excluded, word)
            && same.is_unfinished >= word.is_unfinished
        {
            // The last one of them is where somebody types.
            same.span = word.span;
            return None;
        }
        if word.is_none() && self.has_too_many_phrases(item, words) {
            return None;
        }
        let n_words = match &word {
            Some(word) if word.is_unfinished => EXCLUDED_BEGINNING,
            Some(_) => 1,
            None => segments(words).count(),
        };
        let Some(room) = self.room.checked_sub(n_words) else { return Some(item.span.start) };
        self.room = room;
        match word {
            Some(word) => self.query.excluded.push(word),
            None => self.push_phrase(item, words, None),
        }
        None
    }

    /// Adds a concept for which there is room, or joins it with the one that asks for the same.
    fn push(&mut self, concept: Concept) {
        let Some(same) = same(&mut self.query.concepts, &concept) else {
            self.query.concepts.push(concept);
            return;
        };
        // Of two demands the stricter one holds.
        same.reach = same.reach.min(concept.reach);
        same.is_unfinished = same.reach == Reach::Related && (same.is_unfinished || concept.is_unfinished);
    }

    /// Adds a phrase of these words, but for what was `typed` last.
    fn push_phrase(&mut self, item: &Item, words: &[FoundWord], typed: Option<ByteSpan>) {
        let mut first = None;
        let words: Vec<PhraseWord> = segments(words)
            .filter(|found| typed.is_none_or(|typed| !typed.contains(found.span)))
            .map(|found| {
                let first = *first.get_or_insert(found.position);
                PhraseWord { word: found.word.text.clone(), offset: found.position.saturating_sub(first) }
            })
            .collect();
        if !words.is_empty() {
            let phrase = Phrase { span: item.span, words, field: item.field(), is_excluded: item.is_excluded };
            self.query.phrases.push(phrase);
        }
    }

    /// Whether the phrase is one too many; says so.
    fn has_too_many_phrases(&mut self, item: &Item, words: &[FoundWord]) -> bool {
        let is_too_many = self.query.phrases.len() >= MAX_PHRASES && !words.is_empty();
        if is_too_many {
            self.query.notices.push(Notice::new(NoticeCode::QueryTruncated, item.span));
        }
        is_too_many
    }

    /// Whether it is the last word and still being typed.
    fn is_typed(&self, concept: &Concept) -> bool {
        // "1" is a number that somebody meant, not the beginning of 10 and 2021.
        let is_number = concept.word().len() < 3 && concept.word().bytes().all(|byte| byte.is_ascii_digit());
        self.last_word == LastWord::Unfinished && concept.span.end == self.text.len() && !is_number
    }

    /// Whether an asterisk at its end says that words which start with it are wanted. In "2*3" it does not.
    fn has_asterisk(&self, concept: &Concept) -> bool {
        let behind = self.text.get(concept.span.end..).and_then(|behind| behind.strip_prefix('*'));
        behind.is_some_and(|behind| !behind.starts_with(char::is_alphanumeric))
    }
}

/// The words of a phrase: joined ones are there as their segments.
fn segments(words: &[FoundWord]) -> impl Iterator<Item = &FoundWord> {
    words.iter().filter(|found| !found.form.is_joined())
}
