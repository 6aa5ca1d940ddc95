import { stemmer as dutchStemmer } from "@orama/stemmers/dutch";
import { stemmer as englishStemmer } from "@orama/stemmers/english";
import { stemmer as frenchStemmer } from "@orama/stemmers/french";
import { stemmer as germanStemmer } from "@orama/stemmers/german";
import { stopwords as dutchStopwords } from "@orama/stopwords/dutch";
import { stopwords as englishStopwords } from "@orama/stopwords/english";
import { stopwords as frenchStopwords } from "@orama/stopwords/french";
import { stopwords as germanStopwords } from "@orama/stopwords/german";
import { orama } from "./orama-common.mjs";

const tokenizers = {
  de: { language: "german", stemming: true, stemmer: germanStemmer, stopWords: germanStopwords },
  en: { language: "english", stemming: true, stemmer: englishStemmer, stopWords: englishStopwords },
  fr: { language: "french", stemming: true, stemmer: frenchStemmer, stopWords: frenchStopwords },
  nl: { language: "dutch", stemming: true, stemmer: dutchStemmer, stopWords: dutchStopwords },
};

export default orama("@orama/orama with its stemmer and stop words for the language", (language) => ({
  components: { tokenizer: tokenizers[language] },
}));
