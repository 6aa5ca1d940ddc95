import { stemmer as dutchStemmer } from "@orama/stemmers/dutch";
import { stemmer as englishStemmer } from "@orama/stemmers/english";
import { stopwords as dutchStopwords } from "@orama/stopwords/dutch";
import { stopwords as englishStopwords } from "@orama/stopwords/english";
import { orama } from "./orama-common.mjs";

const tokenizers = {
  en: { language: "english", stemming: true, stemmer: englishStemmer, stopWords: englishStopwords },
  nl: { language: "dutch", stemming: true, stemmer: dutchStemmer, stopWords: dutchStopwords },
};

export default orama("@orama/orama with its stemmer and stop words for the language", (language) => ({
  components: { tokenizer: tokenizers[language] },
}));
