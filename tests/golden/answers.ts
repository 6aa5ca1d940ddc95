// Written by tests/golden.rs: answers of the engine, checked by the TypeScript compiler. Not for editing.
import type * as api from "../../pkg/src/types.js";

export const framework: api.Framework = {
  "dataset": {
    "id": "empact-2022-2025",
    "version": "1.2.0",
    "formatVersion": 1
  },
  "document": {
    "id": "doc",
    "kind": "document",
    "titles": [
      {
        "text": "CONCLUSIES VAN DE RAAD TOT VASTSTELLING VAN DE PRIORITEITEN VAN DE EU TER BESTRIJDING VAN ZWARE EN GEORGANISEERDE CRIMINALITEIT VOOR EMPACT 2022-2025",
        "lang": "nl",
        "status": "official",
        "source": {
          "unit": "doc",
          "block": 5,
          "start": 0,
          "end": 149,
          "quote": "CONCLUSIES VAN DE RAAD TOT VASTSTELLING VAN DE PRIORITEITEN VAN DE EU TER BESTRIJDING VAN ZWARE EN GEORGANISEERDE CRIMINALITEIT VOOR EMPACT 2022-2025"
        }
      },
      {
        "text": "Council conclusions setting the EU’s priorities for the fight against serious and organised crime for EMPACT 2022-2025",
        "lang": "en",
        "status": "unofficial-translation"
      }
    ],
    "gists": [
      {
        "text": "Op 26 mei 2021 heeft de Raad van de EU tien prioriteiten gekozen voor de aanpak van zware en georganiseerde misdaad in 2022-2025, met daarnaast documentfraude als horizontale dreiging.",
        "lang": "nl",
        "status": "own-words"
      },
      {
        "text": "In these conclusions of 26 May 2021 the Council of the European Union sets ten priorities for the fight against serious and organised crime in 2022-2025, and adds document fraud as a horizontal threat.",
        "lang": "en",
        "status": "own-words"
      }
    ],
    "aliases": [
      {
        "text": "EU-beleidscyclus",
        "lang": "nl",
        "kind": "everyday"
      },
      {
        "text": "EU-beleidscyclus voor georganiseerde en zware internationale criminaliteit",
        "lang": "nl",
        "kind": "everyday"
      },
      {
        "text": "Europees multidisciplinair platform tegen criminaliteitsdreiging",
        "lang": "nl",
        "kind": "synonym"
      },
      {
        "text": "EU-prioriteiten inzake criminaliteit",
        "lang": "nl",
        "kind": "synonym"
      },
      {
        "text": "EU policy cycle",
        "lang": "en",
        "kind": "everyday"
      },
      {
        "text": "EU policy cycle for organised and serious international crime",
        "lang": "en",
        "kind": "everyday"
      },
      {
        "text": "European Multidisciplinary Platform Against Criminal Threats",
        "lang": "en",
        "kind": "synonym"
      }
    ],
    "facts": [
      "OF028",
      "OF034"
    ],
    "blocks": [
      {
        "kind": "heading",
        "text": "RESULTAAT BESPREKINGEN"
      },
      {
        "kind": "paragraph",
        "text": "Betreft: Conclusies van de Raad tot vaststelling van de prioriteiten van de EU ter bestrijding van zware en georganiseerde criminaliteit voor Empact 2022-2025"
      },
      {
        "kind": "paragraph",
        "text": "- Conclusies van de Raad"
      },
      {
        "kind": "paragraph",
        "text": "Voor de delegaties gaan in bijlage dezes de conclusies van de Raad tot vaststelling van de prioriteiten van de EU ter bestrijding van zware en georganiseerde criminaliteit voor Empact 2022-2025, die de Raad in zijn 3796e zitting, op 26 mei 2021, heeft goedgekeurd."
      },
      {
        "kind": "heading",
        "text": "BIJLAGE"
      },
      {
        "kind": "title",
        "text": "CONCLUSIES VAN DE RAAD TOT VASTSTELLING VAN DE PRIORITEITEN VAN DE EU TER BESTRIJDING VAN ZWARE EN GEORGANISEERDE CRIMINALITEIT VOOR EMPACT 2022-2025"
      },
      {
        "kind": "paragraph",
        "text": "DE RAAD VAN DE EUROPESE UNIE,"
      }
    ],
    "lang": "nl",
    "type": {
      "unit": "doc",
      "block": 0,
      "start": 0,
      "end": 22,
      "quote": "RESULTAAT BESPREKINGEN"
    },
    "subject": {
      "unit": "doc",
      "block": 1,
      "start": 9,
      "end": 158,
      "quote": "Conclusies van de Raad tot vaststelling van de prioriteiten van de EU ter bestrijding van zware en georganiseerde criminaliteit voor Empact 2022-2025"
    },
    "institution": {
      "unit": "doc",
      "block": 6,
      "start": 0,
      "end": 28,
      "quote": "DE RAAD VAN DE EUROPESE UNIE"
    },
    "session": {
      "value": 3796,
      "source": {
        "unit": "doc",
        "block": 3,
        "start": 215,
        "end": 228,
        "quote": "3796e zitting"
      }
    },
    "adopted": {
      "id": "D-adoption",
      "kind": "date",
      "titles": [
        {
          "text": "op 26 mei 2021",
          "lang": "nl",
          "status": "official",
          "source": {
            "unit": "doc",
            "block": 3,
            "start": 230,
            "end": 244,
            "quote": "op 26 mei 2021"
          }
        },
        {
          "text": "on 26 May 2021",
          "lang": "en",
          "status": "unofficial-translation"
        }
      ],
      "gists": [],
      "aliases": [],
      "facts": [],
      "type": "event",
      "precision": "day",
      "earliest": "2021-05-26",
      "latest": "2021-05-26",
      "sources": [
        {
          "unit": "doc",
          "block": 3,
          "start": 230,
          "end": 244,
          "quote": "op 26 mei 2021"
        }
      ]
    },
    "period": {
      "id": "D-period",
      "kind": "date",
      "titles": [
        {
          "text": "in de periode 2022 tot en met 2025",
          "lang": "nl",
          "status": "official",
          "source": {
            "unit": "O01",
            "block": 0,
            "start": 98,
            "end": 132,
            "quote": "in de periode 2022 tot en met 2025"
          }
        },
        {
          "text": "in the period from 2022 up to and including 2025",
          "lang": "en",
          "status": "unofficial-translation"
        }
      ],
      "gists": [],
      "aliases": [],
      "facts": [],
      "type": "period",
      "precision": "period",
      "earliest": "2022-01-01",
      "latest": "2025-12-31",
      "sources": [
        {
          "unit": "O01",
          "block": 0,
          "start": 98,
          "end": 132,
          "quote": "in de periode 2022 tot en met 2025"
        },
        {
          "unit": "doc",
          "block": 5,
          "start": 133,
          "end": 149,
          "quote": "EMPACT 2022-2025"
        },
        {
          "unit": "O09",
          "block": 0,
          "start": 269,
          "end": 278,
          "quote": "2022-2025"
        }
      ]
    }
  },
  "cycles": [
    {
      "id": "CY-2012-2013",
      "kind": "cycle",
      "titles": [
        {
          "text": "Eerste EU-beleidscyclus 2012-2013",
          "lang": "nl",
          "status": "own-words"
        },
        {
          "text": "First EU policy cycle 2012-2013",
          "lang": "en",
          "status": "own-words"
        }
      ],
      "gists": [],
      "aliases": [],
      "facts": [
        "OF036"
      ],
      "from": 2012,
      "to": 2013,
      "origin": "document",
      "sources": [
        {
          "unit": "R01",
          "block": 0,
          "start": 15,
          "end": 126,
          "quote": "in 2012 en 2013 een eerste, beperkte EU-beleidscyclus voor georganiseerde en zware internationale criminaliteit"
        },
        {
          "unit": "R02",
          "block": 0,
          "start": 166,
          "end": 175,
          "quote": "2012-2013"
        }
      ],
      "agreed": {
        "id": "D-council-2011",
        "kind": "date",
        "titles": [
          {
            "text": "9 en 10 juni 2011",
            "lang": "nl",
            "status": "official",
            "source": {
              "unit": "R01",
              "block": 0,
              "start": 193,
              "end": 210,
              "quote": "9 en 10 juni 2011"
            }
          },
          {
            "text": "9 and 10 June 2011",
            "lang": "en",
            "status": "unofficial-translation"
          }
        ],
        "gists": [],
        "aliases": [],
        "facts": [],
        "type": "event",
        "precision": "day",
        "earliest": "2011-06-09",
        "latest": "2011-06-10",
        "sources": [
          {
            "unit": "R01",
            "block": 0,
            "start": 193,
            "end": 210,
            "quote": "9 en 10 juni 2011"
          }
        ]
      },
      "references": [
        "REF-11050-11"
      ]
    },
    {
      "id": "CY-2014-2017",
      "kind": "cycle",
      "titles": [
        {
          "text": "EU-beleidscyclus 2014-2017",
          "lang": "nl",
          "status": "own-words"
        },
        {
          "text": "EU policy cycle 2014-2017",
          "lang": "en",
          "status": "own-words"
        }
      ],
      "gists": [],
      "aliases": [],
      "facts": [
        "OF037",
        "OF041"
      ],
      "from": 2014,
      "to": 2017,
      "origin": "document",
      "sources": [
        {
          "unit": "R01",
          "block": 0,
          "start": 278,
          "end": 320,
          "quote": "een integrale EU-beleidscyclus (2014-2017)"
        },
        {
          "unit": "R02",
          "block": 0,
          "start": 177,
          "end": 186,
          "quote": "2014-2017"
        }
      ],
      "agreed": {
        "id": "D-council-2013",
        "kind": "date",
        "titles": [
          {
            "text": "6 en 7 juni 2013",
            "lang": "nl",
            "status": "official",
            "source": {
              "unit": "R01",
              "block": 0,
              "start": 365,
              "end": 381,
              "quote": "6 en 7 juni 2013"
            }
          },
          {
            "text": "6 and 7 June 2013",
            "lang": "en",
            "status": "unofficial-translation"
          }
        ],
        "gists": [],
        "aliases": [],
        "facts": [],
        "type": "event",
        "precision": "day",
        "earliest": "2013-06-06",
        "latest": "2013-06-07",
        "sources": [
          {
            "unit": "R01",
            "block": 0,
            "start": 365,
            "end": 381,
            "quote": "6 en 7 juni 2013"
          }
        ]
      },
      "previous": "CY-2012-2013",
      "references": [
        "REF-12095-13"
      ]
    },
    {
      "id": "CY-2018-2021",
      "kind": "cycle",
      "titles": [
        {
          "text": "EU-beleidscyclus/Empact 2018-2021",
          "lang": "nl",
          "status": "own-words"
        },
        {
          "text": "EU policy cycle/EMPACT 2018-2021",
          "lang": "en",
          "status": "own-words"
        }
      ],
      "gists": [],
      "aliases": [],
      "facts": [
        "OF014",
        "OF038",
        "OF039",
        "OF041",
        "OF042"
      ],
      "from": 2018,
      "to": 2021,
      "origin": "document",
      "sources": [
        {
          "unit": "R01",
          "block": 0,
          "start": 439,
          "end": 495,
          "quote": "een tweede integrale EU-beleidscyclus/Empact (2018-2021)"
        },
        {
          "unit": "R02",
          "block": 0,
          "start": 190,
          "end": 199,
          "quote": "2018-2021"
        },
        {
          "unit": "P2",
          "block": 2,
          "start": 230,
          "end": 261,
          "quote": "de huidige Empact-beleidscyclus"
        },
        {
          "unit": "P3",
          "block": 2,
          "start": 234,
          "end": 265,
          "quote": "de huidige Empact-beleidscyclus"
        },
        {
          "unit": "P4",
          "block": 2,
          "start": 282,
          "end": 313,
          "quote": "de huidige Empact-beleidscyclus"
        },
        {
          "unit": "P5",
          "block": 2,
          "start": 272,
          "end": 303,
          "quote": "de huidige Empact-beleidscyclus"
        },
        {
          "unit": "P6",
          "block": 1,
          "start": 304,
          "end": 335,
          "quote": "de huidige Empact-beleidscyclus"
        },
        {
          "unit": "P7",
          "block": 2,
          "start": 307,
          "end": 338,
          "quote": "de huidige Empact-beleidscyclus"
        },
        {
          "unit": "P8",
          "block": 2,
          "start": 258,
          "end": 289,
          "quote": "de huidige Empact-beleidscyclus"
        },
        {
          "unit": "P9",
          "block": 2,
          "start": 241,
          "end": 272,
          "quote": "de huidige Empact-beleidscyclus"
        },
        {
          "unit": "P10",
          "block": 2,
          "start": 246,
          "end": 277,
          "quote": "de huidige Empact-beleidscyclus"
        },
        {
          "unit": "HT1",
          "block": 3,
          "start": 157,
          "end": 188,
          "quote": "de huidige Empact-beleidscyclus"
        }
      ],
      "agreed": {
        "id": "D-council-2017",
        "kind": "date",
        "titles": [
          {
            "text": "18 mei 2017",
            "lang": "nl",
            "status": "official",
            "source": {
              "unit": "R01",
              "block": 0,
              "start": 540,
              "end": 551,
              "quote": "18 mei 2017"
            }
          },
          {
            "text": "18 May 2017",
            "lang": "en",
            "status": "unofficial-translation"
          }
        ],
        "gists": [],
        "aliases": [],
        "facts": [],
        "type": "event",
        "precision": "day",
        "earliest": "2017-05-18",
        "latest": "2017-05-18",
        "sources": [
          {
            "unit": "R01",
            "block": 0,
            "start": 540,
            "end": 551,
            "quote": "18 mei 2017"
          }
        ]
      },
      "previous": "CY-2014-2017",
      "references": [
        "REF-9450-17"
      ]
    },
    {
      "id": "CY-2022-2025",
      "kind": "cycle",
      "titles": [
        {
          "text": "Empact 2022-2025",
          "lang": "nl",
          "status": "own-words"
        },
        {
          "text": "EMPACT 2022-2025",
          "lang": "en",
          "status": "own-words"
        }
      ],
      "gists": [],
      "aliases": [],
      "facts": [
        "OF034"
      ],
      "from": 2022,
      "to": 2025,
      "origin": "document",
      "sources": [
        {
          "unit": "doc",
          "block": 5,
          "start": 133,
          "end": 149,
          "quote": "EMPACT 2022-2025"
        },
        {
          "unit": "O01",
          "block": 0,
          "start": 98,
          "end": 132,
          "quote": "in de periode 2022 tot en met 2025"
        },
        {
          "unit": "O02",
          "block": 0,
          "start": 125,
          "end": 155,
          "quote": "de nieuwe Empact-beleidscyclus"
        }
      ],
      "agreed": {
        "id": "D-adoption",
        "kind": "date",
        "titles": [
          {
            "text": "op 26 mei 2021",
            "lang": "nl",
            "status": "official",
            "source": {
              "unit": "doc",
              "block": 3,
              "start": 230,
              "end": 244,
              "quote": "op 26 mei 2021"
            }
          },
          {
            "text": "on 26 May 2021",
            "lang": "en",
            "status": "unofficial-translation"
          }
        ],
        "gists": [],
        "aliases": [],
        "facts": [],
        "type": "event",
        "precision": "day",
        "earliest": "2021-05-26",
        "latest": "2021-05-26",
        "sources": [
          {
            "unit": "doc",
            "block": 3,
            "start": 230,
            "end": 244,
            "quote": "op 26 mei 2021"
          }
        ]
      },
      "previous": "CY-2018-2021",
      "references": [
        "REF-6481-21"
      ]
    },
    {
      "id": "CY-2026-2029",
      "kind": "cycle",
      "titles": [
        {
          "text": "Empact 2026-2029",
          "lang": "nl",
          "status": "own-words"
        },
        {
          "text": "EMPACT 2026-2029",
          "lang": "en",
          "status": "own-words"
        }
      ],
      "gists": [],
      "aliases": [],
      "facts": [
        "OF040"
      ],
      "from": 2026,
      "to": 2029,
      "origin": "outside",
      "sources": [],
      "previous": "CY-2022-2025",
      "references": []
    }
  ],
  "languages": [
    "nl",
    "en"
  ],
  "counts": {
    "document": 1,
    "recital": 16,
    "operative-paragraph": 13,
    "guiding-principle": 4,
    "priority": 10,
    "sub-priority": 7,
    "horizontal-threat": 1,
    "cycle": 5,
    "objective": 16,
    "instrument": 18,
    "experience": 10,
    "task": 35,
    "actor": 37,
    "role": 5,
    "term": 39,
    "date": 16,
    "reference": 15,
    "footnote": 6,
    "facet": 115,
    "relation": 147,
    "outside-fact": 44,
    "units": 52,
    "oaps": 15,
    "chsgs": 3
  },
  "facets": [
    "kind",
    "instrument",
    "actor",
    "target",
    "offence",
    "commodity",
    "method",
    "victim",
    "focus",
    "geography"
  ]
};

export const documentUnit: api.DocumentUnit = {
  "id": "doc",
  "kind": "document",
  "titles": [
    {
      "text": "CONCLUSIES VAN DE RAAD TOT VASTSTELLING VAN DE PRIORITEITEN VAN DE EU TER BESTRIJDING VAN ZWARE EN GEORGANISEERDE CRIMINALITEIT VOOR EMPACT 2022-2025",
      "lang": "nl",
      "status": "official",
      "source": {
        "unit": "doc",
        "block": 5,
        "start": 0,
        "end": 149,
        "quote": "CONCLUSIES VAN DE RAAD TOT VASTSTELLING VAN DE PRIORITEITEN VAN DE EU TER BESTRIJDING VAN ZWARE EN GEORGANISEERDE CRIMINALITEIT VOOR EMPACT 2022-2025"
      }
    },
    {
      "text": "Council conclusions setting the EU’s priorities for the fight against serious and organised crime for EMPACT 2022-2025",
      "lang": "en",
      "status": "unofficial-translation"
    }
  ],
  "gists": [
    {
      "text": "Op 26 mei 2021 heeft de Raad van de EU tien prioriteiten gekozen voor de aanpak van zware en georganiseerde misdaad in 2022-2025, met daarnaast documentfraude als horizontale dreiging.",
      "lang": "nl",
      "status": "own-words"
    },
    {
      "text": "In these conclusions of 26 May 2021 the Council of the European Union sets ten priorities for the fight against serious and organised crime in 2022-2025, and adds document fraud as a horizontal threat.",
      "lang": "en",
      "status": "own-words"
    }
  ],
  "aliases": [
    {
      "text": "EU-beleidscyclus",
      "lang": "nl",
      "kind": "everyday"
    },
    {
      "text": "EU-beleidscyclus voor georganiseerde en zware internationale criminaliteit",
      "lang": "nl",
      "kind": "everyday"
    },
    {
      "text": "Europees multidisciplinair platform tegen criminaliteitsdreiging",
      "lang": "nl",
      "kind": "synonym"
    },
    {
      "text": "EU-prioriteiten inzake criminaliteit",
      "lang": "nl",
      "kind": "synonym"
    },
    {
      "text": "EU policy cycle",
      "lang": "en",
      "kind": "everyday"
    },
    {
      "text": "EU policy cycle for organised and serious international crime",
      "lang": "en",
      "kind": "everyday"
    },
    {
      "text": "European Multidisciplinary Platform Against Criminal Threats",
      "lang": "en",
      "kind": "synonym"
    }
  ],
  "facts": [
    "OF028",
    "OF034"
  ],
  "blocks": [
    {
      "kind": "heading",
      "text": "RESULTAAT BESPREKINGEN"
    },
    {
      "kind": "paragraph",
      "text": "Betreft: Conclusies van de Raad tot vaststelling van de prioriteiten van de EU ter bestrijding van zware en georganiseerde criminaliteit voor Empact 2022-2025"
    },
    {
      "kind": "paragraph",
      "text": "- Conclusies van de Raad"
    },
    {
      "kind": "paragraph",
      "text": "Voor de delegaties gaan in bijlage dezes de conclusies van de Raad tot vaststelling van de prioriteiten van de EU ter bestrijding van zware en georganiseerde criminaliteit voor Empact 2022-2025, die de Raad in zijn 3796e zitting, op 26 mei 2021, heeft goedgekeurd."
    },
    {
      "kind": "heading",
      "text": "BIJLAGE"
    },
    {
      "kind": "title",
      "text": "CONCLUSIES VAN DE RAAD TOT VASTSTELLING VAN DE PRIORITEITEN VAN DE EU TER BESTRIJDING VAN ZWARE EN GEORGANISEERDE CRIMINALITEIT VOOR EMPACT 2022-2025"
    },
    {
      "kind": "paragraph",
      "text": "DE RAAD VAN DE EUROPESE UNIE,"
    }
  ],
  "lang": "nl",
  "type": {
    "unit": "doc",
    "block": 0,
    "start": 0,
    "end": 22,
    "quote": "RESULTAAT BESPREKINGEN"
  },
  "subject": {
    "unit": "doc",
    "block": 1,
    "start": 9,
    "end": 158,
    "quote": "Conclusies van de Raad tot vaststelling van de prioriteiten van de EU ter bestrijding van zware en georganiseerde criminaliteit voor Empact 2022-2025"
  },
  "institution": {
    "unit": "doc",
    "block": 6,
    "start": 0,
    "end": 28,
    "quote": "DE RAAD VAN DE EUROPESE UNIE"
  },
  "session": {
    "value": 3796,
    "source": {
      "unit": "doc",
      "block": 3,
      "start": 215,
      "end": 228,
      "quote": "3796e zitting"
    }
  },
  "adopted": {
    "id": "D-adoption",
    "kind": "date",
    "titles": [
      {
        "text": "op 26 mei 2021",
        "lang": "nl",
        "status": "official",
        "source": {
          "unit": "doc",
          "block": 3,
          "start": 230,
          "end": 244,
          "quote": "op 26 mei 2021"
        }
      },
      {
        "text": "on 26 May 2021",
        "lang": "en",
        "status": "unofficial-translation"
      }
    ],
    "gists": [],
    "aliases": [],
    "facts": [],
    "type": "event",
    "precision": "day",
    "earliest": "2021-05-26",
    "latest": "2021-05-26",
    "sources": [
      {
        "unit": "doc",
        "block": 3,
        "start": 230,
        "end": 244,
        "quote": "op 26 mei 2021"
      }
    ]
  },
  "period": {
    "id": "D-period",
    "kind": "date",
    "titles": [
      {
        "text": "in de periode 2022 tot en met 2025",
        "lang": "nl",
        "status": "official",
        "source": {
          "unit": "O01",
          "block": 0,
          "start": 98,
          "end": 132,
          "quote": "in de periode 2022 tot en met 2025"
        }
      },
      {
        "text": "in the period from 2022 up to and including 2025",
        "lang": "en",
        "status": "unofficial-translation"
      }
    ],
    "gists": [],
    "aliases": [],
    "facts": [],
    "type": "period",
    "precision": "period",
    "earliest": "2022-01-01",
    "latest": "2025-12-31",
    "sources": [
      {
        "unit": "O01",
        "block": 0,
        "start": 98,
        "end": 132,
        "quote": "in de periode 2022 tot en met 2025"
      },
      {
        "unit": "doc",
        "block": 5,
        "start": 133,
        "end": 149,
        "quote": "EMPACT 2022-2025"
      },
      {
        "unit": "O09",
        "block": 0,
        "start": 269,
        "end": 278,
        "quote": "2022-2025"
      }
    ]
  }
};

export const recital: api.Recital = {
  "id": "R03",
  "kind": "recital",
  "titles": [
    {
      "text": "Empact is operationeler geworden",
      "lang": "nl",
      "status": "own-words"
    },
    {
      "text": "EMPACT has become more operational",
      "lang": "en",
      "status": "own-words"
    }
  ],
  "gists": [
    {
      "text": "Empact is meer op acties gericht dan vroeger, zodat de EU grote dreigingen samen en volgens plan kan aanpakken; een voetnoot legt uit dat die naam een oudere term vervangt.",
      "lang": "nl",
      "status": "own-words"
    },
    {
      "text": "The Council points out that EMPACT has become more operational, so that major threats to the EU can be tackled in a coordinated and structured way. A footnote explains that the name EMPACT replaces “EU policy cycle for organised and serious international crime”.",
      "lang": "en",
      "status": "own-words"
    }
  ],
  "aliases": [
    {
      "text": "betekenis van Empact",
      "lang": "nl",
      "kind": "everyday"
    },
    {
      "text": "naam Empact",
      "lang": "nl",
      "kind": "everyday"
    },
    {
      "text": "what does EMPACT stand for",
      "lang": "en",
      "kind": "everyday"
    }
  ],
  "facts": [],
  "number": "3",
  "blocks": [
    {
      "kind": "paragraph",
      "text": "EROP WIJZEND dat Empact4 operationeler geworden is, waardoor belangrijke bedreigingen voor de EU op gecoördineerde en gestructureerde wijze kunnen worden aangepakt,"
    },
    {
      "kind": "footnote",
      "text": "4 Overeenkomstig de conclusies van de Raad over de permanente voortzetting van de EU-beleidscyclus voor georganiseerde en zware internationale criminaliteit: Empact 2022+ (doc. 6481/21) werd de term \"EU-beleidscyclus voor georganiseerde en zware internationale criminaliteit\" vervangen door kortweg \"Empact\" (Europees multidisciplinair platform tegen criminaliteitsdreiging). In de rest van het document wordt daarom uitsluitend \"Empact\" gebruikt."
    }
  ],
  "statements": [
    {
      "unit": "R03",
      "block": 0,
      "start": 0,
      "end": 163,
      "quote": "EROP WIJZEND dat Empact4 operationeler geworden is, waardoor belangrijke bedreigingen voor de EU op gecoördineerde en gestructureerde wijze kunnen worden aangepakt"
    }
  ],
  "verbs": [
    {
      "unit": "R03",
      "block": 0,
      "start": 0,
      "end": 12,
      "quote": "EROP WIJZEND"
    }
  ]
};

export const operativeParagraph: api.OperativeParagraph = {
  "id": "O07",
  "kind": "operative-paragraph",
  "titles": [
    {
      "text": "COSI coördineert, volgt en evalueert",
      "lang": "nl",
      "status": "own-words"
    },
    {
      "text": "COSI coordinates, monitors and evaluates",
      "lang": "en",
      "status": "own-words"
    }
  ],
  "gists": [
    {
      "text": "COSI krijgt de opdracht de uitvoering van het G-MASP en de OAP’s te coördineren, te ondersteunen, te monitoren en te evalueren. De tussentijdse en de definitieve beoordeling van de actieresultaten moeten bijzondere aandacht krijgen, om te meten of de strategische doelen zijn bereikt.",
      "lang": "nl",
      "status": "own-words"
    },
    {
      "text": "The Council instructs COSI to coordinate, support, monitor and evaluate the implementation of the G-MASP and the OAPs. Particular attention must go to both the interim and the final assessment of the results of the actions, to measure how far the strategic goals have been achieved.",
      "lang": "en",
      "status": "own-words"
    }
  ],
  "aliases": [
    {
      "text": "toezicht",
      "lang": "nl",
      "kind": "everyday"
    },
    {
      "text": "voortgang",
      "lang": "nl",
      "kind": "everyday"
    },
    {
      "text": "taken van COSI",
      "lang": "nl",
      "kind": "everyday"
    },
    {
      "text": "oversight",
      "lang": "en",
      "kind": "synonym"
    }
  ],
  "facts": [],
  "number": "7",
  "blocks": [
    {
      "kind": "paragraph",
      "text": "DRAAGT het COSI op de uitvoering van het G-MASP en de OAP's te coördineren, ondersteunen, monitoren en evalueren. Er moet bijzondere aandacht worden besteed aan zowel de tussentijdse als de definitieve beoordeling van de actieresultaten om te meten in hoeverre de strategische doelen werden verwezenlijkt,"
    }
  ],
  "statements": [
    {
      "unit": "O07",
      "block": 0,
      "start": 0,
      "end": 113,
      "quote": "DRAAGT het COSI op de uitvoering van het G-MASP en de OAP's te coördineren, ondersteunen, monitoren en evalueren."
    },
    {
      "unit": "O07",
      "block": 0,
      "start": 114,
      "end": 304,
      "quote": "Er moet bijzondere aandacht worden besteed aan zowel de tussentijdse als de definitieve beoordeling van de actieresultaten om te meten in hoeverre de strategische doelen werden verwezenlijkt"
    }
  ],
  "tasks": [
    "TK23",
    "TK24"
  ],
  "form": "finite",
  "verbs": [
    {
      "unit": "O07",
      "block": 0,
      "start": 0,
      "end": 18,
      "quote": "DRAAGT het COSI op"
    }
  ]
};

export const guidingPrinciple: api.GuidingPrinciple = {
  "id": "GP4",
  "kind": "guiding-principle",
  "titles": [
    {
      "text": "Evaluatie uiterlijk zomer 2023",
      "lang": "nl",
      "status": "own-words"
    },
    {
      "text": "COSI’s evaluation by summer 2023",
      "lang": "en",
      "status": "own-words"
    }
  ],
  "gists": [
    {
      "text": "COSI evalueert de uitvoeringsmethode uiterlijk in de zomer van 2023, na het tussentijds verslag over dreigingen. Via de netwerken van nationale Empact-coördinatoren wordt regelmatig toezicht gehouden op de uitvoeringsmethode. Blijkt er een operationele behoefte en is die aan COSI gemeld, dan kan de uitvoeringsmethode worden herzien en waar nodig vóór de evaluatiedatum worden aangepast.",
      "lang": "nl",
      "status": "own-words"
    },
    {
      "text": "COSI will evaluate the implementation method by the summer of 2023 at the latest, after the interim report on new, changing and emerging threats (“interim EU SOCTA”); the method will be monitored regularly through the networks of NECs. If an operational need is found and brought to COSI’s attention, it may be reviewed and, where necessary, adapted before that date.",
      "lang": "en",
      "status": "own-words"
    }
  ],
  "aliases": [
    {
      "text": "mid-term Socta",
      "lang": "nl",
      "kind": "synonym"
    },
    {
      "text": "deadline",
      "lang": "nl",
      "kind": "everyday"
    }
  ],
  "facts": [],
  "number": "4",
  "blocks": [
    {
      "kind": "paragraph",
      "text": "• COSI zal de uitvoeringsmethode uiterlijk in de zomer van 2023 evalueren, na het tussentijds verslag over de nieuwe, veranderende en opkomende dreigingen (\"tussentijdse EU-Socta\"). Via de NEC-netwerken zal er regelmatig toezicht worden gehouden op de uitvoeringsmethode. Indien er in dit verband een operationele behoefte wordt vastgesteld en onder de aandacht gebracht van COSI, kan de uitvoeringsmethode worden herzien en waar nodig vóór de hierboven vastgestelde datum worden aangepast."
    }
  ],
  "statements": [
    {
      "unit": "GP4",
      "block": 0,
      "start": 2,
      "end": 181,
      "quote": "COSI zal de uitvoeringsmethode uiterlijk in de zomer van 2023 evalueren, na het tussentijds verslag over de nieuwe, veranderende en opkomende dreigingen (\"tussentijdse EU-Socta\")."
    },
    {
      "unit": "GP4",
      "block": 0,
      "start": 182,
      "end": 271,
      "quote": "Via de NEC-netwerken zal er regelmatig toezicht worden gehouden op de uitvoeringsmethode."
    },
    {
      "unit": "GP4",
      "block": 0,
      "start": 272,
      "end": 490,
      "quote": "Indien er in dit verband een operationele behoefte wordt vastgesteld en onder de aandacht gebracht van COSI, kan de uitvoeringsmethode worden herzien en waar nodig vóór de hierboven vastgestelde datum worden aangepast."
    }
  ],
  "tasks": [
    "TK09",
    "TK10",
    "TK11"
  ],
  "priority": "P1"
};

export const priority: api.Priority = {
  "id": "P1",
  "kind": "priority",
  "titles": [
    {
      "text": "Criminele netwerken met een hoog risico",
      "lang": "nl",
      "status": "official",
      "source": {
        "unit": "P1",
        "block": 0,
        "start": 3,
        "end": 42,
        "quote": "Criminele netwerken met een hoog risico"
      }
    },
    {
      "text": "High-risk criminal networks",
      "lang": "en",
      "status": "unofficial-translation",
      "follows": "OF001"
    }
  ],
  "gists": [
    {
      "text": "De EU wil criminele netwerken met een hoog risico en hun sleutelfiguren in beeld krijgen en hun werk verstoren, vooral als zij corruptie, geweld en vuurwapens gebruiken of ondergronds geld witwassen.",
      "lang": "nl",
      "status": "own-words"
    },
    {
      "text": "This priority targets high-risk criminal networks in the EU, and the people who are key to them, through one OAP and one CHSG that follow four guiding principles; corruption, violence, firearms and underground money laundering get particular attention.",
      "lang": "en",
      "status": "own-words"
    }
  ],
  "aliases": [
    {
      "text": "HRCN",
      "lang": "nl",
      "kind": "abbreviation"
    },
    {
      "text": "HRCN's",
      "lang": "nl",
      "kind": "abbreviation"
    },
    {
      "text": "georganiseerde misdaadgroepen",
      "lang": "nl",
      "kind": "synonym"
    },
    {
      "text": "criminele organisaties",
      "lang": "nl",
      "kind": "synonym"
    },
    {
      "text": "criminele samenwerkingsverbanden",
      "lang": "nl",
      "kind": "synonym"
    },
    {
      "text": "CSV",
      "lang": "nl",
      "kind": "abbreviation"
    },
    {
      "text": "ondermijnende criminaliteit",
      "lang": "nl",
      "kind": "everyday"
    },
    {
      "text": "misdaadbendes",
      "lang": "nl",
      "kind": "everyday"
    },
    {
      "text": "misdaadsyndicaten",
      "lang": "nl",
      "kind": "everyday"
    },
    {
      "text": "misdaadfamilies",
      "lang": "nl",
      "kind": "everyday"
    },
    {
      "text": "clans",
      "lang": "nl",
      "kind": "everyday"
    },
    {
      "text": "motorbendes",
      "lang": "nl",
      "kind": "everyday"
    },
    {
      "text": "onderwereld",
      "lang": "nl",
      "kind": "everyday"
    },
    {
      "text": "kopstukken",
      "lang": "nl",
      "kind": "everyday"
    },
    {
      "text": "liquidaties",
      "lang": "nl",
      "kind": "everyday"
    },
    {
      "text": "omkoping",
      "lang": "nl",
      "kind": "everyday"
    },
    {
      "text": "OMCG",
      "lang": "nl",
      "kind": "abbreviation"
    },
    {
      "text": "afpersing",
      "lang": "nl",
      "kind": "everyday"
    },
    {
      "text": "'Ndrangheta",
      "lang": "nl",
      "kind": "everyday"
    },
    {
      "text": "crime syndicates",
      "lang": "en",
      "kind": "everyday"
    },
    {
      "text": "HRCN",
      "lang": "en",
      "kind": "abbreviation"
    },
    {
      "text": "OCGs",
      "lang": "en",
      "kind": "abbreviation"
    },
    {
      "text": "organised crime groups",
      "lang": "en",
      "kind": "synonym"
    },
    {
      "text": "criminal organisations",
      "lang": "en",
      "kind": "synonym"
    },
    {
      "text": "high-value targets",
      "lang": "en",
      "kind": "synonym"
    },
    {
      "text": "HVT",
      "lang": "en",
      "kind": "abbreviation"
    },
    {
      "text": "mobsters",
      "lang": "en",
      "kind": "everyday"
    },
    {
      "text": "gangsters",
      "lang": "en",
      "kind": "everyday"
    },
    {
      "text": "gangs",
      "lang": "en",
      "kind": "everyday"
    },
    {
      "text": "kingpins",
      "lang": "en",
      "kind": "everyday"
    },
    {
      "text": "crime bosses",
      "lang": "en",
      "kind": "everyday"
    },
    {
      "text": "underworld",
      "lang": "en",
      "kind": "everyday"
    },
    {
      "text": "bribery",
      "lang": "en",
      "kind": "everyday"
    },
    {
      "text": "extortion",
      "lang": "en",
      "kind": "everyday"
    },
    {
      "text": "huurmoorden",
      "lang": "nl",
      "kind": "everyday"
    }
  ],
  "facts": [
    "OF001"
  ],
  "number": "1",
  "blocks": [
    {
      "kind": "title",
      "text": "1) Criminele netwerken met een hoog risico"
    },
    {
      "kind": "paragraph",
      "text": "Deze prioriteit heeft tot doel \"criminele netwerken in de EU met een hoog risico, zoals maffia-achtige, op basis van etnische herkomst en op familiebanden gebaseerde organisaties en andere gestructureerde netwerken en personen die een essentiële rol spelen in deze netwerken, in kaart te brengen en te verstoren, waarbij in het bijzonder moet worden gelet op criminele netwerken die de rechtsstaat ondermijnen door corruptie, die gewelddaden plegen, met inbegrip van intimidatie, en vuurwapens gebruiken voor hun criminele doeleinden, en die hun criminele opbrengsten witwassen via een parallel ondergronds financieel systeem\"."
    },
    {
      "kind": "paragraph",
      "text": "Deze prioriteit moet ten uitvoer worden gelegd middels één operationeel actieplan (1 OAP), met name gericht op hardnekkige criminele kerngroeperingen met een hoog risico, en één gemeenschappelijke horizontale strategische doelstelling (1 CHSG), aan de hand van de volgende leidende beginselen die moeten worden gevolgd in de uitvoeringsfase:"
    }
  ],
  "objective": {
    "id": "OBJ-1",
    "kind": "objective",
    "titles": [
      {
        "text": "Criminele netwerken met een hoog risico",
        "lang": "nl",
        "status": "official",
        "source": {
          "unit": "P1",
          "block": 0,
          "start": 3,
          "end": 42,
          "quote": "Criminele netwerken met een hoog risico"
        }
      },
      {
        "text": "High-risk criminal networks",
        "lang": "en",
        "status": "unofficial-translation",
        "follows": "OF001"
      }
    ],
    "gists": [],
    "aliases": [],
    "facts": [],
    "area": "P1",
    "source": {
      "unit": "P1",
      "block": 1,
      "start": 32,
      "end": 625,
      "quote": "criminele netwerken in de EU met een hoog risico, zoals maffia-achtige, op basis van etnische herkomst en op familiebanden gebaseerde organisaties en andere gestructureerde netwerken en personen die een essentiële rol spelen in deze netwerken, in kaart te brengen en te verstoren, waarbij in het bijzonder moet worden gelet op criminele netwerken die de rechtsstaat ondermijnen door corruptie, die gewelddaden plegen, met inbegrip van intimidatie, en vuurwapens gebruiken voor hun criminele doeleinden, en die hun criminele opbrengsten witwassen via een parallel ondergronds financieel systeem"
    },
    "verbs": [
      {
        "unit": "P1",
        "block": 1,
        "start": 276,
        "end": 295,
        "quote": "in kaart te brengen"
      },
      {
        "unit": "P1",
        "block": 1,
        "start": 299,
        "end": 311,
        "quote": "te verstoren"
      }
    ],
    "parts": [],
    "texts": [
      {
        "text": "criminele netwerken in de EU met een hoog risico, zoals maffia-achtige, op basis van etnische herkomst en op familiebanden gebaseerde organisaties en andere gestructureerde netwerken en personen die een essentiële rol spelen in deze netwerken, in kaart te brengen en te verstoren, waarbij in het bijzonder moet worden gelet op criminele netwerken die de rechtsstaat ondermijnen door corruptie, die gewelddaden plegen, met inbegrip van intimidatie, en vuurwapens gebruiken voor hun criminele doeleinden, en die hun criminele opbrengsten witwassen via een parallel ondergronds financieel systeem",
        "lang": "nl",
        "status": "official",
        "source": {
          "unit": "P1",
          "block": 1,
          "start": 32,
          "end": 625,
          "quote": "criminele netwerken in de EU met een hoog risico, zoals maffia-achtige, op basis van etnische herkomst en op familiebanden gebaseerde organisaties en andere gestructureerde netwerken en personen die een essentiële rol spelen in deze netwerken, in kaart te brengen en te verstoren, waarbij in het bijzonder moet worden gelet op criminele netwerken die de rechtsstaat ondermijnen door corruptie, die gewelddaden plegen, met inbegrip van intimidatie, en vuurwapens gebruiken voor hun criminele doeleinden, en die hun criminele opbrengsten witwassen via een parallel ondergronds financieel systeem"
        }
      },
      {
        "text": "To identify and disrupt high-risk criminal networks in the EU, such as mafia-type, ethnically based and family-based organisations and other structured networks, and individuals who play an essential role in these networks, with particular attention to criminal networks that undermine the rule of law through corruption, that commit acts of violence, including intimidation, and use firearms for their criminal purposes, and that launder their criminal proceeds through a parallel underground financial system.",
        "lang": "en",
        "status": "unofficial-translation"
      }
    ]
  },
  "instruments": [
    {
      "id": "OAP-1",
      "kind": "instrument",
      "titles": [
        {
          "text": "Criminele netwerken met een hoog risico",
          "lang": "nl",
          "status": "official",
          "source": {
            "unit": "P1",
            "block": 0,
            "start": 3,
            "end": 42,
            "quote": "Criminele netwerken met een hoog risico"
          }
        },
        {
          "text": "High-risk criminal networks",
          "lang": "en",
          "status": "unofficial-translation",
          "follows": "OF001"
        }
      ],
      "gists": [],
      "aliases": [],
      "facts": [],
      "type": "OAP",
      "implements": "P1",
      "source": {
        "unit": "P1",
        "block": 2,
        "start": 0,
        "end": 89,
        "quote": "Deze prioriteit moet ten uitvoer worden gelegd middels één operationeel actieplan (1 OAP)"
      }
    },
    {
      "id": "CHSG-1",
      "kind": "instrument",
      "titles": [
        {
          "text": "Criminele netwerken met een hoog risico",
          "lang": "nl",
          "status": "official",
          "source": {
            "unit": "P1",
            "block": 0,
            "start": 3,
            "end": 42,
            "quote": "Criminele netwerken met een hoog risico"
          }
        },
        {
          "text": "High-risk criminal networks",
          "lang": "en",
          "status": "unofficial-translation",
          "follows": "OF001"
        }
      ],
      "gists": [],
      "aliases": [],
      "facts": [],
      "type": "CHSG",
      "implements": "P1",
      "source": {
        "unit": "P1",
        "block": 2,
        "start": 0,
        "end": 243,
        "quote": "Deze prioriteit moet ten uitvoer worden gelegd middels één operationeel actieplan (1 OAP), met name gericht op hardnekkige criminele kerngroeperingen met een hoog risico, en één gemeenschappelijke horizontale strategische doelstelling (1 CHSG)"
      }
    }
  ],
  "declared": [
    {
      "type": "OAP",
      "count": 1,
      "source": {
        "unit": "P1",
        "block": 2,
        "start": 55,
        "end": 89,
        "quote": "één operationeel actieplan (1 OAP)"
      }
    },
    {
      "type": "CHSG",
      "count": 1,
      "source": {
        "unit": "P1",
        "block": 2,
        "start": 174,
        "end": 243,
        "quote": "één gemeenschappelijke horizontale strategische doelstelling (1 CHSG)"
      }
    }
  ],
  "delineations": [
    {
      "id": "REL01",
      "kind": "relation",
      "titles": [],
      "gists": [],
      "aliases": [],
      "facts": [],
      "type": "delineate-and-coordinate",
      "from": "P7e",
      "to": "P1",
      "origin": "document",
      "sources": [
        {
          "unit": "P7e",
          "block": 2,
          "start": 158,
          "end": 301,
          "quote": "Er moet worden gezorgd voor duidelijke afbakening en coördinatie ten opzichte van de prioriteit inzake criminele netwerken met een hoog risico."
        }
      ]
    },
    {
      "id": "REL02",
      "kind": "relation",
      "titles": [],
      "gists": [],
      "aliases": [],
      "facts": [],
      "type": "delineate-and-coordinate",
      "from": "P10",
      "to": "P1",
      "origin": "document",
      "sources": [
        {
          "unit": "P10",
          "block": 2,
          "start": 279,
          "end": 422,
          "quote": "Er moet worden gezorgd voor duidelijke afbakening en coördinatie ten opzichte van de prioriteit inzake criminele netwerken met een hoog risico."
        }
      ]
    }
  ],
  "facets": [
    {
      "facet": "target:criminal-networks",
      "sources": [
        {
          "unit": "P1",
          "block": 1,
          "start": 32,
          "end": 80,
          "quote": "criminele netwerken in de EU met een hoog risico"
        }
      ]
    },
    {
      "facet": "target:high-risk-criminal-networks",
      "sources": [
        {
          "unit": "P1",
          "block": 0,
          "start": 3,
          "end": 42,
          "quote": "Criminele netwerken met een hoog risico"
        },
        {
          "unit": "P1",
          "block": 1,
          "start": 32,
          "end": 80,
          "quote": "criminele netwerken in de EU met een hoog risico"
        }
      ]
    },
    {
      "facet": "target:high-risk-core-groups",
      "sources": [
        {
          "unit": "P1",
          "block": 2,
          "start": 111,
          "end": 169,
          "quote": "hardnekkige criminele kerngroeperingen met een hoog risico"
        }
      ]
    },
    {
      "facet": "target:mafia-style-organisations",
      "sources": [
        {
          "unit": "P1",
          "block": 1,
          "start": 88,
          "end": 102,
          "quote": "maffia-achtige"
        }
      ]
    },
    {
      "facet": "target:ethnicity-based-organisations",
      "sources": [
        {
          "unit": "P1",
          "block": 1,
          "start": 104,
          "end": 134,
          "quote": "op basis van etnische herkomst"
        }
      ]
    },
    {
      "facet": "target:family-based-organisations",
      "sources": [
        {
          "unit": "P1",
          "block": 1,
          "start": 138,
          "end": 178,
          "quote": "op familiebanden gebaseerde organisaties"
        }
      ]
    },
    {
      "facet": "target:structured-networks",
      "sources": [
        {
          "unit": "P1",
          "block": 1,
          "start": 182,
          "end": 214,
          "quote": "andere gestructureerde netwerken"
        }
      ]
    },
    {
      "facet": "target:key-individuals",
      "sources": [
        {
          "unit": "P1",
          "block": 1,
          "start": 218,
          "end": 274,
          "quote": "personen die een essentiële rol spelen in deze netwerken"
        }
      ]
    },
    {
      "facet": "offence:money-laundering",
      "sources": [
        {
          "unit": "P1",
          "block": 1,
          "start": 542,
          "end": 577,
          "quote": "hun criminele opbrengsten witwassen"
        }
      ]
    },
    {
      "facet": "offence:corruption",
      "sources": [
        {
          "unit": "P1",
          "block": 1,
          "start": 383,
          "end": 424,
          "quote": "de rechtsstaat ondermijnen door corruptie"
        }
      ]
    },
    {
      "facet": "offence:violent-crime",
      "sources": [
        {
          "unit": "P1",
          "block": 1,
          "start": 430,
          "end": 478,
          "quote": "gewelddaden plegen, met inbegrip van intimidatie"
        }
      ]
    },
    {
      "facet": "offence:illegal-use-of-firearms",
      "sources": [
        {
          "unit": "P1",
          "block": 1,
          "start": 483,
          "end": 533,
          "quote": "vuurwapens gebruiken voor hun criminele doeleinden"
        }
      ]
    },
    {
      "facet": "commodity:firearms",
      "sources": [
        {
          "unit": "P1",
          "block": 1,
          "start": 483,
          "end": 503,
          "quote": "vuurwapens gebruiken"
        }
      ]
    },
    {
      "facet": "method:violence",
      "sources": [
        {
          "unit": "P1",
          "block": 1,
          "start": 430,
          "end": 478,
          "quote": "gewelddaden plegen, met inbegrip van intimidatie"
        }
      ]
    },
    {
      "facet": "method:underground-financial-system",
      "sources": [
        {
          "unit": "P1",
          "block": 1,
          "start": 582,
          "end": 625,
          "quote": "een parallel ondergronds financieel systeem"
        }
      ]
    },
    {
      "facet": "victim:rule-of-law",
      "sources": [
        {
          "unit": "P1",
          "block": 1,
          "start": 383,
          "end": 409,
          "quote": "de rechtsstaat ondermijnen"
        }
      ]
    },
    {
      "facet": "focus:high-risk",
      "sources": [
        {
          "unit": "P1",
          "block": 0,
          "start": 3,
          "end": 42,
          "quote": "Criminele netwerken met een hoog risico"
        },
        {
          "unit": "P1",
          "block": 2,
          "start": 111,
          "end": 169,
          "quote": "hardnekkige criminele kerngroeperingen met een hoog risico"
        }
      ]
    },
    {
      "facet": "focus:identification",
      "sources": [
        {
          "unit": "P1",
          "block": 1,
          "start": 276,
          "end": 295,
          "quote": "in kaart te brengen"
        }
      ]
    },
    {
      "facet": "focus:criminal-proceeds",
      "sources": [
        {
          "unit": "P1",
          "block": 1,
          "start": 542,
          "end": 567,
          "quote": "hun criminele opbrengsten"
        }
      ]
    },
    {
      "facet": "geography:eu",
      "sources": [
        {
          "unit": "P1",
          "block": 1,
          "start": 52,
          "end": 60,
          "quote": "in de EU"
        }
      ]
    }
  ],
  "subPriorities": [],
  "guidingPrinciples": [
    "GP1",
    "GP2",
    "GP3",
    "GP4"
  ]
};

export const parentPriority: api.Priority = {
  "id": "P6",
  "kind": "priority",
  "titles": [
    {
      "text": "Drugshandel: de productie, smokkel en verspreiding van cannabis, cocaïne en heroïne; de productie, smokkel en verspreiding van synthetische drugs en nieuwe psychoactieve stoffen",
      "lang": "nl",
      "status": "official",
      "source": {
        "unit": "P6",
        "block": 0,
        "start": 3,
        "end": 180,
        "quote": "Drugshandel: de productie, smokkel en verspreiding van cannabis, cocaïne en heroïne; de productie, smokkel en verspreiding van synthetische drugs en nieuwe psychoactieve stoffen"
      }
    },
    {
      "text": "Drugs trafficking: the production, trafficking and distribution of cannabis, cocaine and heroin; the production, trafficking and distribution of synthetic drugs and new psychoactive substances",
      "lang": "en",
      "status": "unofficial-translation",
      "follows": "OF006"
    }
  ],
  "gists": [
    {
      "text": "De aanpak van drugs bestaat uit twee delen met elk een eigen actieplan: cannabis, cocaïne en heroïne (6a) en drugs uit het lab (6b).",
      "lang": "nl",
      "status": "own-words"
    },
    {
      "text": "This priority on drugs trafficking brings together two sub-priorities, 6a and 6b, each with its own OAP, and builds on the drugs trafficking priority of the previous cycle.",
      "lang": "en",
      "status": "own-words"
    }
  ],
  "aliases": [
    {
      "text": "narco's",
      "lang": "nl",
      "kind": "everyday"
    },
    {
      "text": "verdovende middelen",
      "lang": "nl",
      "kind": "synonym"
    },
    {
      "text": "drugscriminaliteit",
      "lang": "nl",
      "kind": "synonym"
    },
    {
      "text": "drugssmokkel",
      "lang": "nl",
      "kind": "synonym"
    },
    {
      "text": "drugsdealers",
      "lang": "nl",
      "kind": "everyday"
    },
    {
      "text": "drugsbendes",
      "lang": "nl",
      "kind": "everyday"
    },
    {
      "text": "drugskartel",
      "lang": "nl",
      "kind": "everyday"
    },
    {
      "text": "drugsbaronnen",
      "lang": "nl",
      "kind": "everyday"
    },
    {
      "text": "harddrugs",
      "lang": "nl",
      "kind": "everyday"
    },
    {
      "text": "softdrugs",
      "lang": "nl",
      "kind": "everyday"
    },
    {
      "text": "dealen",
      "lang": "nl",
      "kind": "everyday"
    },
    {
      "text": "illegal drugs",
      "lang": "en",
      "kind": "synonym"
    },
    {
      "text": "drug smuggling",
      "lang": "en",
      "kind": "synonym"
    },
    {
      "text": "drug crime",
      "lang": "en",
      "kind": "synonym"
    },
    {
      "text": "illicit drug trade",
      "lang": "en",
      "kind": "synonym"
    },
    {
      "text": "controlled substances",
      "lang": "en",
      "kind": "synonym"
    },
    {
      "text": "drug lords",
      "lang": "en",
      "kind": "everyday"
    },
    {
      "text": "drug cartels",
      "lang": "en",
      "kind": "everyday"
    }
  ],
  "facts": [
    "OF006"
  ],
  "number": "6",
  "blocks": [
    {
      "kind": "title",
      "text": "6) Drugshandel: de productie, smokkel en verspreiding van cannabis, cocaïne en heroïne; de productie, smokkel en verspreiding van synthetische drugs en nieuwe psychoactieve stoffen"
    },
    {
      "kind": "paragraph",
      "text": "Deze EU-criminaliteitsprioriteit inzake drugshandel bundelt twee subprioriteiten en wordt uitgevoerd middels twee afzonderlijke operationele actieplannen (2 OAP's). Er dient terdege rekening te worden gehouden met ervaring die is opgedaan bij de tenuitvoerlegging van de prioriteit inzake drugshandel in de huidige Empact-beleidscyclus."
    }
  ],
  "instruments": [],
  "declared": [
    {
      "type": "OAP",
      "count": 2,
      "source": {
        "unit": "P6",
        "block": 1,
        "start": 109,
        "end": 163,
        "quote": "twee afzonderlijke operationele actieplannen (2 OAP's)"
      }
    }
  ],
  "experience": {
    "id": "PX-6",
    "kind": "experience",
    "titles": [
      {
        "text": "Drugshandel: de productie, smokkel en verspreiding van cannabis, cocaïne en heroïne; de productie, smokkel en verspreiding van synthetische drugs en nieuwe psychoactieve stoffen",
        "lang": "nl",
        "status": "official",
        "source": {
          "unit": "P6",
          "block": 0,
          "start": 3,
          "end": 180,
          "quote": "Drugshandel: de productie, smokkel en verspreiding van cannabis, cocaïne en heroïne; de productie, smokkel en verspreiding van synthetische drugs en nieuwe psychoactieve stoffen"
        }
      },
      {
        "text": "Drugs trafficking: the production, trafficking and distribution of cannabis, cocaine and heroin; the production, trafficking and distribution of synthetic drugs and new psychoactive substances",
        "lang": "en",
        "status": "unofficial-translation",
        "follows": "OF006"
      }
    ],
    "gists": [],
    "aliases": [],
    "facts": [],
    "area": "P6",
    "source": {
      "unit": "P6",
      "block": 1,
      "start": 165,
      "end": 336,
      "quote": "Er dient terdege rekening te worden gehouden met ervaring die is opgedaan bij de tenuitvoerlegging van de prioriteit inzake drugshandel in de huidige Empact-beleidscyclus."
    },
    "cycle": "CY-2018-2021",
    "predecessors": [
      {
        "type": "priority",
        "source": {
          "unit": "P6",
          "block": 1,
          "start": 268,
          "end": 300,
          "quote": "de prioriteit inzake drugshandel"
        }
      }
    ]
  },
  "delineations": [],
  "facets": [
    {
      "facet": "offence:drug-trafficking",
      "sources": [
        {
          "unit": "P6",
          "block": 0,
          "start": 3,
          "end": 14,
          "quote": "Drugshandel"
        }
      ]
    },
    {
      "facet": "offence:drug-production",
      "sources": [
        {
          "unit": "P6",
          "block": 0,
          "start": 19,
          "end": 66,
          "quote": "productie, smokkel en verspreiding van cannabis"
        },
        {
          "unit": "P6",
          "block": 0,
          "start": 91,
          "end": 148,
          "quote": "productie, smokkel en verspreiding van synthetische drugs"
        }
      ]
    },
    {
      "facet": "offence:smuggling",
      "sources": [
        {
          "unit": "P6",
          "block": 0,
          "start": 30,
          "end": 66,
          "quote": "smokkel en verspreiding van cannabis"
        },
        {
          "unit": "P6",
          "block": 0,
          "start": 102,
          "end": 148,
          "quote": "smokkel en verspreiding van synthetische drugs"
        }
      ]
    },
    {
      "facet": "offence:illegal-trade",
      "sources": [
        {
          "unit": "P6",
          "block": 0,
          "start": 3,
          "end": 14,
          "quote": "Drugshandel"
        }
      ]
    },
    {
      "facet": "commodity:drugs",
      "sources": [
        {
          "unit": "P6",
          "block": 0,
          "start": 3,
          "end": 14,
          "quote": "Drugshandel"
        }
      ]
    },
    {
      "facet": "commodity:cannabis",
      "sources": [
        {
          "unit": "P6",
          "block": 0,
          "start": 58,
          "end": 66,
          "quote": "cannabis"
        }
      ]
    },
    {
      "facet": "commodity:cocaine",
      "sources": [
        {
          "unit": "P6",
          "block": 0,
          "start": 68,
          "end": 75,
          "quote": "cocaïne"
        }
      ]
    },
    {
      "facet": "commodity:heroin",
      "sources": [
        {
          "unit": "P6",
          "block": 0,
          "start": 79,
          "end": 86,
          "quote": "heroïne"
        }
      ]
    },
    {
      "facet": "commodity:synthetic-drugs",
      "sources": [
        {
          "unit": "P6",
          "block": 0,
          "start": 130,
          "end": 148,
          "quote": "synthetische drugs"
        }
      ]
    },
    {
      "facet": "commodity:new-psychoactive-substances",
      "sources": [
        {
          "unit": "P6",
          "block": 0,
          "start": 152,
          "end": 180,
          "quote": "nieuwe psychoactieve stoffen"
        }
      ]
    }
  ],
  "subPriorities": [
    {
      "id": "P6a",
      "kind": "sub-priority",
      "titles": [
        {
          "text": "De productie, smokkel en verspreiding van cannabis, cocaïne en heroïne",
          "lang": "nl",
          "status": "official",
          "source": {
            "unit": "P6a",
            "block": 0,
            "start": 3,
            "end": 73,
            "quote": "De productie, smokkel en verspreiding van cannabis, cocaïne en heroïne"
          }
        },
        {
          "text": "The production, trafficking and distribution of cannabis, cocaine and heroin",
          "lang": "en",
          "status": "unofficial-translation"
        }
      ],
      "gists": [
        {
          "text": "Het gaat om netwerken die cannabis, cocaïne en heroïne in het groot naar de EU brengen, en om netwerken die deze drugs hier kweken, maken of verspreiden.",
          "lang": "nl",
          "status": "own-words"
        },
        {
          "text": "This sub-priority targets networks that bring cannabis, cocaine and heroin wholesale into the EU and networks that grow, make and distribute them within the EU, through one OAP.",
          "lang": "en",
          "status": "own-words"
        }
      ],
      "aliases": [
        {
          "text": "cokesmokkel",
          "lang": "nl",
          "kind": "everyday"
        },
        {
          "text": "coke",
          "lang": "nl",
          "kind": "everyday"
        },
        {
          "text": "wiet",
          "lang": "nl",
          "kind": "everyday"
        },
        {
          "text": "hasj",
          "lang": "nl",
          "kind": "everyday"
        },
        {
          "text": "marihuana",
          "lang": "nl",
          "kind": "everyday"
        },
        {
          "text": "hennep",
          "lang": "nl",
          "kind": "everyday"
        },
        {
          "text": "crack",
          "lang": "nl",
          "kind": "everyday"
        },
        {
          "text": "opium",
          "lang": "nl",
          "kind": "everyday"
        },
        {
          "text": "uithalers",
          "lang": "nl",
          "kind": "everyday"
        },
        {
          "text": "drugs in containers en havens",
          "lang": "nl",
          "kind": "everyday"
        },
        {
          "text": "bolletjesslikkers",
          "lang": "nl",
          "kind": "everyday"
        },
        {
          "text": "opiaten",
          "lang": "nl",
          "kind": "synonym"
        },
        {
          "text": "plantaardige drugs",
          "lang": "nl",
          "kind": "synonym"
        },
        {
          "text": "weed",
          "lang": "en",
          "kind": "everyday"
        },
        {
          "text": "hash",
          "lang": "en",
          "kind": "everyday"
        },
        {
          "text": "marijuana",
          "lang": "en",
          "kind": "everyday"
        },
        {
          "text": "smack",
          "lang": "en",
          "kind": "everyday"
        },
        {
          "text": "skunk",
          "lang": "en",
          "kind": "everyday"
        },
        {
          "text": "drug mules",
          "lang": "en",
          "kind": "everyday"
        },
        {
          "text": "cannabis farm",
          "lang": "en",
          "kind": "everyday"
        },
        {
          "text": "hashish",
          "lang": "en",
          "kind": "synonym"
        },
        {
          "text": "plant-based drugs",
          "lang": "en",
          "kind": "synonym"
        },
        {
          "text": "cocaine and heroin",
          "lang": "en",
          "kind": "synonym"
        },
        {
          "text": "smuggling of cocaine, heroin and cannabis",
          "lang": "en",
          "kind": "everyday"
        },
        {
          "text": "drugs in containers and ports",
          "lang": "en",
          "kind": "everyday"
        }
      ],
      "facts": [],
      "number": "6a",
      "blocks": [
        {
          "kind": "title",
          "text": "a. De productie, smokkel en verspreiding van cannabis, cocaïne en heroïne"
        },
        {
          "kind": "paragraph",
          "text": "Deze subprioriteit heeft tot doel \"1) criminele netwerken die zich bezighouden met de groothandel van cannabis, cocaïne en heroïne naar de EU op te sporen en aan te pakken, en 2) criminele netwerken die zich bezighouden met de teelt, productie, vervaardiging en verspreiding van cannabis, cocaïne en heroïne in de EU aan te pakken.\""
        },
        {
          "kind": "paragraph",
          "text": "Deze subprioriteit moet ten uitvoer worden gelegd middels één operationeel actieplan (1 OAP)."
        }
      ],
      "objective": {
        "id": "OBJ-6a",
        "kind": "objective",
        "titles": [
          {
            "text": "De productie, smokkel en verspreiding van cannabis, cocaïne en heroïne",
            "lang": "nl",
            "status": "official",
            "source": {
              "unit": "P6a",
              "block": 0,
              "start": 3,
              "end": 73,
              "quote": "De productie, smokkel en verspreiding van cannabis, cocaïne en heroïne"
            }
          },
          {
            "text": "The production, trafficking and distribution of cannabis, cocaine and heroin",
            "lang": "en",
            "status": "unofficial-translation"
          }
        ],
        "gists": [],
        "aliases": [],
        "facts": [],
        "area": "P6a",
        "source": {
          "unit": "P6a",
          "block": 1,
          "start": 35,
          "end": 331,
          "quote": "1) criminele netwerken die zich bezighouden met de groothandel van cannabis, cocaïne en heroïne naar de EU op te sporen en aan te pakken, en 2) criminele netwerken die zich bezighouden met de teelt, productie, vervaardiging en verspreiding van cannabis, cocaïne en heroïne in de EU aan te pakken."
        },
        "verbs": [
          {
            "unit": "P6a",
            "block": 1,
            "start": 142,
            "end": 154,
            "quote": "op te sporen"
          },
          {
            "unit": "P6a",
            "block": 1,
            "start": 158,
            "end": 171,
            "quote": "aan te pakken"
          }
        ],
        "parts": [
          {
            "unit": "P6a",
            "block": 1,
            "start": 35,
            "end": 171,
            "quote": "1) criminele netwerken die zich bezighouden met de groothandel van cannabis, cocaïne en heroïne naar de EU op te sporen en aan te pakken"
          },
          {
            "unit": "P6a",
            "block": 1,
            "start": 176,
            "end": 330,
            "quote": "2) criminele netwerken die zich bezighouden met de teelt, productie, vervaardiging en verspreiding van cannabis, cocaïne en heroïne in de EU aan te pakken"
          }
        ],
        "texts": [
          {
            "text": "1) criminele netwerken die zich bezighouden met de groothandel van cannabis, cocaïne en heroïne naar de EU op te sporen en aan te pakken, en 2) criminele netwerken die zich bezighouden met de teelt, productie, vervaardiging en verspreiding van cannabis, cocaïne en heroïne in de EU aan te pakken.",
            "lang": "nl",
            "status": "official",
            "source": {
              "unit": "P6a",
              "block": 1,
              "start": 35,
              "end": 331,
              "quote": "1) criminele netwerken die zich bezighouden met de groothandel van cannabis, cocaïne en heroïne naar de EU op te sporen en aan te pakken, en 2) criminele netwerken die zich bezighouden met de teelt, productie, vervaardiging en verspreiding van cannabis, cocaïne en heroïne in de EU aan te pakken."
            }
          },
          {
            "text": "1) To track down and tackle criminal networks engaged in the wholesale trade in cannabis, cocaine and heroin to the EU, and 2) to tackle criminal networks engaged in the cultivation, production, manufacture and distribution of cannabis, cocaine and heroin in the EU.",
            "lang": "en",
            "status": "unofficial-translation"
          }
        ]
      },
      "instruments": [
        {
          "id": "OAP-6a",
          "kind": "instrument",
          "titles": [
            {
              "text": "De productie, smokkel en verspreiding van cannabis, cocaïne en heroïne",
              "lang": "nl",
              "status": "official",
              "source": {
                "unit": "P6a",
                "block": 0,
                "start": 3,
                "end": 73,
                "quote": "De productie, smokkel en verspreiding van cannabis, cocaïne en heroïne"
              }
            },
            {
              "text": "The production, trafficking and distribution of cannabis, cocaine and heroin",
              "lang": "en",
              "status": "unofficial-translation"
            }
          ],
          "gists": [],
          "aliases": [],
          "facts": [],
          "type": "OAP",
          "implements": "P6a",
          "source": {
            "unit": "P6a",
            "block": 2,
            "start": 0,
            "end": 93,
            "quote": "Deze subprioriteit moet ten uitvoer worden gelegd middels één operationeel actieplan (1 OAP)."
          }
        }
      ],
      "declared": [
        {
          "type": "OAP",
          "count": 1,
          "source": {
            "unit": "P6a",
            "block": 2,
            "start": 58,
            "end": 92,
            "quote": "één operationeel actieplan (1 OAP)"
          }
        }
      ],
      "experience": {
        "id": "PX-6",
        "kind": "experience",
        "titles": [
          {
            "text": "Drugshandel: de productie, smokkel en verspreiding van cannabis, cocaïne en heroïne; de productie, smokkel en verspreiding van synthetische drugs en nieuwe psychoactieve stoffen",
            "lang": "nl",
            "status": "official",
            "source": {
              "unit": "P6",
              "block": 0,
              "start": 3,
              "end": 180,
              "quote": "Drugshandel: de productie, smokkel en verspreiding van cannabis, cocaïne en heroïne; de productie, smokkel en verspreiding van synthetische drugs en nieuwe psychoactieve stoffen"
            }
          },
          {
            "text": "Drugs trafficking: the production, trafficking and distribution of cannabis, cocaine and heroin; the production, trafficking and distribution of synthetic drugs and new psychoactive substances",
            "lang": "en",
            "status": "unofficial-translation",
            "follows": "OF006"
          }
        ],
        "gists": [],
        "aliases": [],
        "facts": [],
        "area": "P6",
        "source": {
          "unit": "P6",
          "block": 1,
          "start": 165,
          "end": 336,
          "quote": "Er dient terdege rekening te worden gehouden met ervaring die is opgedaan bij de tenuitvoerlegging van de prioriteit inzake drugshandel in de huidige Empact-beleidscyclus."
        },
        "cycle": "CY-2018-2021",
        "predecessors": [
          {
            "type": "priority",
            "source": {
              "unit": "P6",
              "block": 1,
              "start": 268,
              "end": 300,
              "quote": "de prioriteit inzake drugshandel"
            }
          }
        ],
        "inheritedFrom": "P6"
      },
      "delineations": [],
      "facets": [
        {
          "facet": "target:criminal-networks",
          "sources": [
            {
              "unit": "P6a",
              "block": 1,
              "start": 38,
              "end": 97,
              "quote": "criminele netwerken die zich bezighouden met de groothandel"
            },
            {
              "unit": "P6a",
              "block": 1,
              "start": 179,
              "end": 232,
              "quote": "criminele netwerken die zich bezighouden met de teelt"
            }
          ]
        },
        {
          "facet": "offence:drug-trafficking",
          "sources": [
            {
              "unit": "P6a",
              "block": 0,
              "start": 3,
              "end": 73,
              "quote": "De productie, smokkel en verspreiding van cannabis, cocaïne en heroïne"
            },
            {
              "unit": "P6a",
              "block": 1,
              "start": 83,
              "end": 130,
              "quote": "de groothandel van cannabis, cocaïne en heroïne"
            }
          ]
        },
        {
          "facet": "offence:drug-production",
          "sources": [
            {
              "unit": "P6a",
              "block": 0,
              "start": 3,
              "end": 15,
              "quote": "De productie"
            },
            {
              "unit": "P6a",
              "block": 1,
              "start": 227,
              "end": 258,
              "quote": "teelt, productie, vervaardiging"
            }
          ]
        },
        {
          "facet": "offence:smuggling",
          "sources": [
            {
              "unit": "P6a",
              "block": 0,
              "start": 17,
              "end": 24,
              "quote": "smokkel"
            }
          ]
        },
        {
          "facet": "offence:illegal-trade",
          "sources": [
            {
              "unit": "P6a",
              "block": 1,
              "start": 86,
              "end": 97,
              "quote": "groothandel"
            }
          ]
        },
        {
          "facet": "commodity:drugs",
          "sources": [
            {
              "unit": "P6a",
              "block": 0,
              "start": 3,
              "end": 73,
              "quote": "De productie, smokkel en verspreiding van cannabis, cocaïne en heroïne"
            }
          ]
        },
        {
          "facet": "commodity:cannabis",
          "sources": [
            {
              "unit": "P6a",
              "block": 0,
              "start": 17,
              "end": 53,
              "quote": "smokkel en verspreiding van cannabis"
            },
            {
              "unit": "P6a",
              "block": 1,
              "start": 86,
              "end": 110,
              "quote": "groothandel van cannabis"
            },
            {
              "unit": "P6a",
              "block": 1,
              "start": 245,
              "end": 287,
              "quote": "vervaardiging en verspreiding van cannabis"
            }
          ]
        },
        {
          "facet": "commodity:cocaine",
          "sources": [
            {
              "unit": "P6a",
              "block": 0,
              "start": 17,
              "end": 62,
              "quote": "smokkel en verspreiding van cannabis, cocaïne"
            },
            {
              "unit": "P6a",
              "block": 1,
              "start": 86,
              "end": 119,
              "quote": "groothandel van cannabis, cocaïne"
            },
            {
              "unit": "P6a",
              "block": 1,
              "start": 245,
              "end": 296,
              "quote": "vervaardiging en verspreiding van cannabis, cocaïne"
            }
          ]
        },
        {
          "facet": "commodity:heroin",
          "sources": [
            {
              "unit": "P6a",
              "block": 0,
              "start": 17,
              "end": 73,
              "quote": "smokkel en verspreiding van cannabis, cocaïne en heroïne"
            },
            {
              "unit": "P6a",
              "block": 1,
              "start": 86,
              "end": 130,
              "quote": "groothandel van cannabis, cocaïne en heroïne"
            },
            {
              "unit": "P6a",
              "block": 1,
              "start": 245,
              "end": 307,
              "quote": "vervaardiging en verspreiding van cannabis, cocaïne en heroïne"
            }
          ]
        },
        {
          "facet": "focus:identification",
          "sources": [
            {
              "unit": "P6a",
              "block": 1,
              "start": 142,
              "end": 154,
              "quote": "op te sporen"
            }
          ]
        },
        {
          "facet": "geography:eu",
          "sources": [
            {
              "unit": "P6a",
              "block": 1,
              "start": 308,
              "end": 316,
              "quote": "in de EU"
            }
          ]
        },
        {
          "facet": "geography:into-the-eu",
          "sources": [
            {
              "unit": "P6a",
              "block": 1,
              "start": 131,
              "end": 141,
              "quote": "naar de EU"
            }
          ]
        }
      ],
      "parent": "P6",
      "letter": "a"
    },
    {
      "id": "P6b",
      "kind": "sub-priority",
      "titles": [
        {
          "text": "De productie, smokkel en verspreiding van synthetische drugs en nieuwe psychoactieve stoffen",
          "lang": "nl",
          "status": "official",
          "source": {
            "unit": "P6b",
            "block": 0,
            "start": 3,
            "end": 95,
            "quote": "De productie, smokkel en verspreiding van synthetische drugs en nieuwe psychoactieve stoffen"
          }
        },
        {
          "text": "The production, trafficking and distribution of synthetic drugs and new psychoactive substances",
          "lang": "en",
          "status": "unofficial-translation"
        }
      ],
      "gists": [
        {
          "text": "Het gaat om netwerken die in de EU drugs uit het lab en nieuwe soorten drugs maken of wereldwijd aanvoeren.",
          "lang": "nl",
          "status": "own-words"
        },
        {
          "text": "This sub-priority targets networks behind the production and global supply of synthetic drugs and new psychoactive substances in the EU, through one OAP.",
          "lang": "en",
          "status": "own-words"
        }
      ],
      "aliases": [
        {
          "text": "xtc",
          "lang": "nl",
          "kind": "abbreviation"
        },
        {
          "text": "3-MMC",
          "lang": "nl",
          "kind": "abbreviation"
        },
        {
          "text": "amfetamine",
          "lang": "nl",
          "kind": "synonym"
        },
        {
          "text": "precursoren",
          "lang": "nl",
          "kind": "synonym"
        },
        {
          "text": "fentanyl",
          "lang": "nl",
          "kind": "synonym"
        },
        {
          "text": "synthetische opioïden",
          "lang": "nl",
          "kind": "synonym"
        },
        {
          "text": "nitazenen",
          "lang": "nl",
          "kind": "synonym"
        },
        {
          "text": "ketamine",
          "lang": "nl",
          "kind": "synonym"
        },
        {
          "text": "synthetische cannabinoïden",
          "lang": "nl",
          "kind": "synonym"
        },
        {
          "text": "speed",
          "lang": "nl",
          "kind": "everyday"
        },
        {
          "text": "crystal meth",
          "lang": "nl",
          "kind": "everyday"
        },
        {
          "text": "ecstasy",
          "lang": "nl",
          "kind": "everyday"
        },
        {
          "text": "drugslab",
          "lang": "nl",
          "kind": "everyday"
        },
        {
          "text": "research chemicals",
          "lang": "nl",
          "kind": "everyday"
        },
        {
          "text": "legal highs",
          "lang": "nl",
          "kind": "everyday"
        },
        {
          "text": "miauwmiauw",
          "lang": "nl",
          "kind": "everyday"
        },
        {
          "text": "NPS",
          "lang": "en",
          "kind": "abbreviation"
        },
        {
          "text": "MDMA",
          "lang": "en",
          "kind": "abbreviation"
        },
        {
          "text": "ATS",
          "lang": "en",
          "kind": "abbreviation"
        },
        {
          "text": "GHB",
          "lang": "en",
          "kind": "abbreviation"
        },
        {
          "text": "LSD",
          "lang": "en",
          "kind": "abbreviation"
        },
        {
          "text": "new psychotropic substances",
          "lang": "en",
          "kind": "synonym"
        },
        {
          "text": "designer drugs",
          "lang": "en",
          "kind": "synonym"
        },
        {
          "text": "amphetamine",
          "lang": "en",
          "kind": "synonym"
        },
        {
          "text": "drug lab",
          "lang": "en",
          "kind": "everyday"
        },
        {
          "text": "clandestine laboratory",
          "lang": "en",
          "kind": "everyday"
        },
        {
          "text": "party drugs",
          "lang": "en",
          "kind": "everyday"
        },
        {
          "text": "bath salts",
          "lang": "en",
          "kind": "everyday"
        },
        {
          "text": "Captagon",
          "lang": "en",
          "kind": "everyday"
        }
      ],
      "facts": [],
      "number": "6b",
      "blocks": [
        {
          "kind": "title",
          "text": "b. De productie, smokkel en verspreiding van synthetische drugs en nieuwe psychoactieve stoffen"
        },
        {
          "kind": "paragraph",
          "text": "Deze subprioriteit heeft tot doel \"criminele netwerken die zich bezighouden met de productie en mondiale aanvoer van synthetische drugs en nieuwe psychoactieve stoffen in de EU op te sporen en aan te pakken\"."
        },
        {
          "kind": "paragraph",
          "text": "Deze subprioriteit moet ten uitvoer worden gelegd middels één operationeel actieplan (1 OAP)."
        }
      ],
      "objective": {
        "id": "OBJ-6b",
        "kind": "objective",
        "titles": [
          {
            "text": "De productie, smokkel en verspreiding van synthetische drugs en nieuwe psychoactieve stoffen",
            "lang": "nl",
            "status": "official",
            "source": {
              "unit": "P6b",
              "block": 0,
              "start": 3,
              "end": 95,
              "quote": "De productie, smokkel en verspreiding van synthetische drugs en nieuwe psychoactieve stoffen"
            }
          },
          {
            "text": "The production, trafficking and distribution of synthetic drugs and new psychoactive substances",
            "lang": "en",
            "status": "unofficial-translation"
          }
        ],
        "gists": [],
        "aliases": [],
        "facts": [],
        "area": "P6b",
        "source": {
          "unit": "P6b",
          "block": 1,
          "start": 35,
          "end": 206,
          "quote": "criminele netwerken die zich bezighouden met de productie en mondiale aanvoer van synthetische drugs en nieuwe psychoactieve stoffen in de EU op te sporen en aan te pakken"
        },
        "verbs": [
          {
            "unit": "P6b",
            "block": 1,
            "start": 177,
            "end": 189,
            "quote": "op te sporen"
          },
          {
            "unit": "P6b",
            "block": 1,
            "start": 193,
            "end": 206,
            "quote": "aan te pakken"
          }
        ],
        "parts": [],
        "texts": [
          {
            "text": "criminele netwerken die zich bezighouden met de productie en mondiale aanvoer van synthetische drugs en nieuwe psychoactieve stoffen in de EU op te sporen en aan te pakken",
            "lang": "nl",
            "status": "official",
            "source": {
              "unit": "P6b",
              "block": 1,
              "start": 35,
              "end": 206,
              "quote": "criminele netwerken die zich bezighouden met de productie en mondiale aanvoer van synthetische drugs en nieuwe psychoactieve stoffen in de EU op te sporen en aan te pakken"
            }
          },
          {
            "text": "To track down and tackle criminal networks engaged in the production and global supply of synthetic drugs and new psychoactive substances in the EU.",
            "lang": "en",
            "status": "unofficial-translation"
          }
        ]
      },
      "instruments": [
        {
          "id": "OAP-6b",
          "kind": "instrument",
          "titles": [
            {
              "text": "De productie, smokkel en verspreiding van synthetische drugs en nieuwe psychoactieve stoffen",
              "lang": "nl",
              "status": "official",
              "source": {
                "unit": "P6b",
                "block": 0,
                "start": 3,
                "end": 95,
                "quote": "De productie, smokkel en verspreiding van synthetische drugs en nieuwe psychoactieve stoffen"
              }
            },
            {
              "text": "The production, trafficking and distribution of synthetic drugs and new psychoactive substances",
              "lang": "en",
              "status": "unofficial-translation"
            }
          ],
          "gists": [],
          "aliases": [],
          "facts": [],
          "type": "OAP",
          "implements": "P6b",
          "source": {
            "unit": "P6b",
            "block": 2,
            "start": 0,
            "end": 93,
            "quote": "Deze subprioriteit moet ten uitvoer worden gelegd middels één operationeel actieplan (1 OAP)."
          }
        }
      ],
      "declared": [
        {
          "type": "OAP",
          "count": 1,
          "source": {
            "unit": "P6b",
            "block": 2,
            "start": 58,
            "end": 92,
            "quote": "één operationeel actieplan (1 OAP)"
          }
        }
      ],
      "experience": {
        "id": "PX-6",
        "kind": "experience",
        "titles": [
          {
            "text": "Drugshandel: de productie, smokkel en verspreiding van cannabis, cocaïne en heroïne; de productie, smokkel en verspreiding van synthetische drugs en nieuwe psychoactieve stoffen",
            "lang": "nl",
            "status": "official",
            "source": {
              "unit": "P6",
              "block": 0,
              "start": 3,
              "end": 180,
              "quote": "Drugshandel: de productie, smokkel en verspreiding van cannabis, cocaïne en heroïne; de productie, smokkel en verspreiding van synthetische drugs en nieuwe psychoactieve stoffen"
            }
          },
          {
            "text": "Drugs trafficking: the production, trafficking and distribution of cannabis, cocaine and heroin; the production, trafficking and distribution of synthetic drugs and new psychoactive substances",
            "lang": "en",
            "status": "unofficial-translation",
            "follows": "OF006"
          }
        ],
        "gists": [],
        "aliases": [],
        "facts": [],
        "area": "P6",
        "source": {
          "unit": "P6",
          "block": 1,
          "start": 165,
          "end": 336,
          "quote": "Er dient terdege rekening te worden gehouden met ervaring die is opgedaan bij de tenuitvoerlegging van de prioriteit inzake drugshandel in de huidige Empact-beleidscyclus."
        },
        "cycle": "CY-2018-2021",
        "predecessors": [
          {
            "type": "priority",
            "source": {
              "unit": "P6",
              "block": 1,
              "start": 268,
              "end": 300,
              "quote": "de prioriteit inzake drugshandel"
            }
          }
        ],
        "inheritedFrom": "P6"
      },
      "delineations": [],
      "facets": [
        {
          "facet": "target:criminal-networks",
          "sources": [
            {
              "unit": "P6b",
              "block": 1,
              "start": 35,
              "end": 92,
              "quote": "criminele netwerken die zich bezighouden met de productie"
            }
          ]
        },
        {
          "facet": "offence:drug-trafficking",
          "sources": [
            {
              "unit": "P6b",
              "block": 0,
              "start": 3,
              "end": 95,
              "quote": "De productie, smokkel en verspreiding van synthetische drugs en nieuwe psychoactieve stoffen"
            }
          ]
        },
        {
          "facet": "offence:drug-production",
          "sources": [
            {
              "unit": "P6b",
              "block": 0,
              "start": 3,
              "end": 15,
              "quote": "De productie"
            },
            {
              "unit": "P6b",
              "block": 1,
              "start": 80,
              "end": 112,
              "quote": "de productie en mondiale aanvoer"
            }
          ]
        },
        {
          "facet": "offence:smuggling",
          "sources": [
            {
              "unit": "P6b",
              "block": 0,
              "start": 17,
              "end": 24,
              "quote": "smokkel"
            }
          ]
        },
        {
          "facet": "commodity:drugs",
          "sources": [
            {
              "unit": "P6b",
              "block": 0,
              "start": 3,
              "end": 63,
              "quote": "De productie, smokkel en verspreiding van synthetische drugs"
            },
            {
              "unit": "P6b",
              "block": 1,
              "start": 96,
              "end": 135,
              "quote": "mondiale aanvoer van synthetische drugs"
            }
          ]
        },
        {
          "facet": "commodity:synthetic-drugs",
          "sources": [
            {
              "unit": "P6b",
              "block": 0,
              "start": 17,
              "end": 63,
              "quote": "smokkel en verspreiding van synthetische drugs"
            },
            {
              "unit": "P6b",
              "block": 1,
              "start": 96,
              "end": 135,
              "quote": "mondiale aanvoer van synthetische drugs"
            }
          ]
        },
        {
          "facet": "commodity:new-psychoactive-substances",
          "sources": [
            {
              "unit": "P6b",
              "block": 0,
              "start": 17,
              "end": 95,
              "quote": "smokkel en verspreiding van synthetische drugs en nieuwe psychoactieve stoffen"
            },
            {
              "unit": "P6b",
              "block": 1,
              "start": 96,
              "end": 167,
              "quote": "mondiale aanvoer van synthetische drugs en nieuwe psychoactieve stoffen"
            }
          ]
        },
        {
          "facet": "focus:identification",
          "sources": [
            {
              "unit": "P6b",
              "block": 1,
              "start": 177,
              "end": 189,
              "quote": "op te sporen"
            }
          ]
        },
        {
          "facet": "geography:eu",
          "sources": [
            {
              "unit": "P6b",
              "block": 1,
              "start": 168,
              "end": 176,
              "quote": "in de EU"
            }
          ]
        },
        {
          "facet": "geography:global",
          "sources": [
            {
              "unit": "P6b",
              "block": 1,
              "start": 96,
              "end": 112,
              "quote": "mondiale aanvoer"
            }
          ]
        }
      ],
      "parent": "P6",
      "letter": "b"
    }
  ],
  "declaredSubPriorities": {
    "count": 2,
    "source": {
      "unit": "P6",
      "block": 1,
      "start": 60,
      "end": 80,
      "quote": "twee subprioriteiten"
    }
  },
  "guidingPrinciples": []
};

export const subPriority: api.SubPriority = {
  "id": "P7e",
  "kind": "sub-priority",
  "titles": [
    {
      "text": "Criminele geldstromen, witwaspraktijken en ontneming van vermogensbestanddelen",
      "lang": "nl",
      "status": "official",
      "source": {
        "unit": "P7e",
        "block": 0,
        "start": 3,
        "end": 81,
        "quote": "Criminele geldstromen, witwaspraktijken en ontneming van vermogensbestanddelen"
      }
    },
    {
      "text": "Criminal finances, money laundering and asset recovery",
      "lang": "en",
      "status": "unofficial-translation",
      "follows": "OF012e"
    }
  ],
  "gists": [
    {
      "text": "De EU treedt op tegen witwassers en hun helpers, en wil het geld en de bezittingen van criminelen vaker en makkelijker afpakken.",
      "lang": "nl",
      "status": "own-words"
    },
    {
      "text": "This sub-priority targets criminal finances and money laundering, including gangs that offer laundering as a service, and aims to make asset recovery common practice, through one OAP and one CHSG, clearly delineated from and coordinated with the priority on high-risk criminal networks.",
      "lang": "en",
      "status": "own-words"
    }
  ],
  "aliases": [
    {
      "text": "antiwitwasbeleid",
      "lang": "nl",
      "kind": "everyday"
    },
    {
      "text": "confiscatie",
      "lang": "nl",
      "kind": "synonym"
    },
    {
      "text": "inbeslagname",
      "lang": "nl",
      "kind": "synonym"
    },
    {
      "text": "financieel rechercheren",
      "lang": "nl",
      "kind": "synonym"
    },
    {
      "text": "handelswitwassen",
      "lang": "nl",
      "kind": "synonym"
    },
    {
      "text": "zwart geld",
      "lang": "nl",
      "kind": "everyday"
    },
    {
      "text": "brievenbusfirma's",
      "lang": "nl",
      "kind": "everyday"
    },
    {
      "text": "plukze-wetgeving",
      "lang": "nl",
      "kind": "everyday"
    },
    {
      "text": "drugsgeld",
      "lang": "nl",
      "kind": "everyday"
    },
    {
      "text": "katvangers",
      "lang": "nl",
      "kind": "everyday"
    },
    {
      "text": "ondergronds bankieren",
      "lang": "nl",
      "kind": "everyday"
    },
    {
      "text": "hawala",
      "lang": "nl",
      "kind": "everyday"
    },
    {
      "text": "cryptomixers",
      "lang": "nl",
      "kind": "everyday"
    },
    {
      "text": "cryptovaluta",
      "lang": "nl",
      "kind": "everyday"
    },
    {
      "text": "cryptomunten",
      "lang": "nl",
      "kind": "everyday"
    },
    {
      "text": "wederrechtelijk verkregen voordeel",
      "lang": "nl",
      "kind": "synonym"
    },
    {
      "text": "trustkantoren",
      "lang": "nl",
      "kind": "everyday"
    },
    {
      "text": "proceeds of crime",
      "lang": "en",
      "kind": "everyday"
    },
    {
      "text": "AML",
      "lang": "en",
      "kind": "abbreviation"
    },
    {
      "text": "TBML",
      "lang": "en",
      "kind": "abbreviation"
    },
    {
      "text": "anti-money laundering",
      "lang": "en",
      "kind": "synonym"
    },
    {
      "text": "confiscation",
      "lang": "en",
      "kind": "synonym"
    },
    {
      "text": "asset forfeiture",
      "lang": "en",
      "kind": "synonym"
    },
    {
      "text": "illicit finance",
      "lang": "en",
      "kind": "synonym"
    },
    {
      "text": "underground banking",
      "lang": "en",
      "kind": "synonym"
    },
    {
      "text": "asset tracing",
      "lang": "en",
      "kind": "synonym"
    },
    {
      "text": "informal value transfer",
      "lang": "en",
      "kind": "synonym"
    },
    {
      "text": "dirty money",
      "lang": "en",
      "kind": "everyday"
    },
    {
      "text": "shell companies",
      "lang": "en",
      "kind": "everyday"
    },
    {
      "text": "bitcoin",
      "lang": "en",
      "kind": "everyday"
    },
    {
      "text": "follow the money",
      "lang": "en",
      "kind": "everyday"
    },
    {
      "text": "professional money launderers",
      "lang": "en",
      "kind": "everyday"
    },
    {
      "text": "cryptocurrency",
      "lang": "en",
      "kind": "everyday"
    },
    {
      "text": "asset seizure",
      "lang": "en",
      "kind": "synonym"
    },
    {
      "text": "freezing of assets",
      "lang": "en",
      "kind": "synonym"
    },
    {
      "text": "ARO",
      "lang": "en",
      "kind": "abbreviation"
    },
    {
      "text": "FIU",
      "lang": "en",
      "kind": "abbreviation"
    },
    {
      "text": "crypto laundering",
      "lang": "en",
      "kind": "everyday"
    },
    {
      "text": "contant geld",
      "lang": "nl",
      "kind": "everyday"
    },
    {
      "text": "ongebruikelijke transacties",
      "lang": "nl",
      "kind": "synonym"
    },
    {
      "text": "suspicious transactions",
      "lang": "en",
      "kind": "synonym"
    },
    {
      "text": "virtuele valuta",
      "lang": "nl",
      "kind": "synonym"
    },
    {
      "text": "virtual currencies",
      "lang": "en",
      "kind": "synonym"
    },
    {
      "text": "bevriezing van tegoeden",
      "lang": "nl",
      "kind": "synonym"
    },
    {
      "text": "Wwft",
      "lang": "nl",
      "kind": "abbreviation"
    }
  ],
  "facts": [
    "OF012e",
    "OF014"
  ],
  "number": "7e",
  "blocks": [
    {
      "kind": "title",
      "text": "e. Criminele geldstromen, witwaspraktijken en ontneming van vermogensbestanddelen"
    },
    {
      "kind": "paragraph",
      "text": "Deze subprioriteit heeft tot doel \"criminele netwerken en criminele individuen die zijn betrokken bij criminele geldstromen en witwaspraktijken te bestrijden en te verstoren, en het ontnemen van vermogensbestanddelen te vergemakkelijken om zo criminele opbrengsten effectief in beslag te kunnen nemen, met name door de automatische start van financiële onderzoeken te ondersteunen en het ontnemen van vermogensbestanddelen gangbaar te maken door middel van opleidingen en het delen van financiële inlichtingen, en door witwasbendes die witwasdiensten (met inbegrip van geldezels en handelsgerelateerd witwassen) aanbieden en criminele netwerken die veelvuldig gebruikmaken van opkomende nieuwe betaalmethoden om criminele opbrengsten wit te wassen of die hun criminele opbrengsten witwassen door middel van een legaal of parallel ondergronds financieel systeem aan te pakken\"."
    },
    {
      "kind": "paragraph",
      "text": "Deze subprioriteit moet worden uitgevoerd middels één operationeel actieplan (1 OAP) en één gemeenschappelijke horizontale strategisch doelstelling (1 CHSG). Er moet worden gezorgd voor duidelijke afbakening en coördinatie ten opzichte van de prioriteit inzake criminele netwerken met een hoog risico."
    }
  ],
  "objective": {
    "id": "OBJ-7e",
    "kind": "objective",
    "titles": [
      {
        "text": "Criminele geldstromen, witwaspraktijken en ontneming van vermogensbestanddelen",
        "lang": "nl",
        "status": "official",
        "source": {
          "unit": "P7e",
          "block": 0,
          "start": 3,
          "end": 81,
          "quote": "Criminele geldstromen, witwaspraktijken en ontneming van vermogensbestanddelen"
        }
      },
      {
        "text": "Criminal finances, money laundering and asset recovery",
        "lang": "en",
        "status": "unofficial-translation",
        "follows": "OF012e"
      }
    ],
    "gists": [],
    "aliases": [],
    "facts": [],
    "area": "P7e",
    "source": {
      "unit": "P7e",
      "block": 1,
      "start": 35,
      "end": 874,
      "quote": "criminele netwerken en criminele individuen die zijn betrokken bij criminele geldstromen en witwaspraktijken te bestrijden en te verstoren, en het ontnemen van vermogensbestanddelen te vergemakkelijken om zo criminele opbrengsten effectief in beslag te kunnen nemen, met name door de automatische start van financiële onderzoeken te ondersteunen en het ontnemen van vermogensbestanddelen gangbaar te maken door middel van opleidingen en het delen van financiële inlichtingen, en door witwasbendes die witwasdiensten (met inbegrip van geldezels en handelsgerelateerd witwassen) aanbieden en criminele netwerken die veelvuldig gebruikmaken van opkomende nieuwe betaalmethoden om criminele opbrengsten wit te wassen of die hun criminele opbrengsten witwassen door middel van een legaal of parallel ondergronds financieel systeem aan te pakken"
    },
    "verbs": [
      {
        "unit": "P7e",
        "block": 1,
        "start": 144,
        "end": 157,
        "quote": "te bestrijden"
      },
      {
        "unit": "P7e",
        "block": 1,
        "start": 161,
        "end": 173,
        "quote": "te verstoren"
      },
      {
        "unit": "P7e",
        "block": 1,
        "start": 217,
        "end": 236,
        "quote": "te vergemakkelijken"
      }
    ],
    "parts": [],
    "texts": [
      {
        "text": "criminele netwerken en criminele individuen die zijn betrokken bij criminele geldstromen en witwaspraktijken te bestrijden en te verstoren, en het ontnemen van vermogensbestanddelen te vergemakkelijken om zo criminele opbrengsten effectief in beslag te kunnen nemen, met name door de automatische start van financiële onderzoeken te ondersteunen en het ontnemen van vermogensbestanddelen gangbaar te maken door middel van opleidingen en het delen van financiële inlichtingen, en door witwasbendes die witwasdiensten (met inbegrip van geldezels en handelsgerelateerd witwassen) aanbieden en criminele netwerken die veelvuldig gebruikmaken van opkomende nieuwe betaalmethoden om criminele opbrengsten wit te wassen of die hun criminele opbrengsten witwassen door middel van een legaal of parallel ondergronds financieel systeem aan te pakken",
        "lang": "nl",
        "status": "official",
        "source": {
          "unit": "P7e",
          "block": 1,
          "start": 35,
          "end": 874,
          "quote": "criminele netwerken en criminele individuen die zijn betrokken bij criminele geldstromen en witwaspraktijken te bestrijden en te verstoren, en het ontnemen van vermogensbestanddelen te vergemakkelijken om zo criminele opbrengsten effectief in beslag te kunnen nemen, met name door de automatische start van financiële onderzoeken te ondersteunen en het ontnemen van vermogensbestanddelen gangbaar te maken door middel van opleidingen en het delen van financiële inlichtingen, en door witwasbendes die witwasdiensten (met inbegrip van geldezels en handelsgerelateerd witwassen) aanbieden en criminele netwerken die veelvuldig gebruikmaken van opkomende nieuwe betaalmethoden om criminele opbrengsten wit te wassen of die hun criminele opbrengsten witwassen door middel van een legaal of parallel ondergronds financieel systeem aan te pakken"
        }
      },
      {
        "text": "To combat and disrupt criminal networks and criminal individuals involved in criminal finances and money laundering, and to facilitate asset recovery so that criminal proceeds can be seized effectively, in particular by supporting the automatic start of financial investigations and by making asset recovery common practice through training and the sharing of financial intelligence, and by tackling money laundering gangs that offer money laundering services (including money mules and trade-based money laundering) and criminal networks that make frequent use of emerging new payment methods to launder criminal proceeds or that launder their criminal proceeds through a legal or parallel underground financial system.",
        "lang": "en",
        "status": "unofficial-translation"
      }
    ]
  },
  "instruments": [
    {
      "id": "OAP-7e",
      "kind": "instrument",
      "titles": [
        {
          "text": "Criminele geldstromen, witwaspraktijken en ontneming van vermogensbestanddelen",
          "lang": "nl",
          "status": "official",
          "source": {
            "unit": "P7e",
            "block": 0,
            "start": 3,
            "end": 81,
            "quote": "Criminele geldstromen, witwaspraktijken en ontneming van vermogensbestanddelen"
          }
        },
        {
          "text": "Criminal finances, money laundering and asset recovery",
          "lang": "en",
          "status": "unofficial-translation",
          "follows": "OF012e"
        }
      ],
      "gists": [],
      "aliases": [],
      "facts": [],
      "type": "OAP",
      "implements": "P7e",
      "source": {
        "unit": "P7e",
        "block": 2,
        "start": 0,
        "end": 84,
        "quote": "Deze subprioriteit moet worden uitgevoerd middels één operationeel actieplan (1 OAP)"
      }
    },
    {
      "id": "CHSG-7e",
      "kind": "instrument",
      "titles": [
        {
          "text": "Criminele geldstromen, witwaspraktijken en ontneming van vermogensbestanddelen",
          "lang": "nl",
          "status": "official",
          "source": {
            "unit": "P7e",
            "block": 0,
            "start": 3,
            "end": 81,
            "quote": "Criminele geldstromen, witwaspraktijken en ontneming van vermogensbestanddelen"
          }
        },
        {
          "text": "Criminal finances, money laundering and asset recovery",
          "lang": "en",
          "status": "unofficial-translation",
          "follows": "OF012e"
        }
      ],
      "gists": [],
      "aliases": [],
      "facts": [],
      "type": "CHSG",
      "implements": "P7e",
      "source": {
        "unit": "P7e",
        "block": 2,
        "start": 0,
        "end": 157,
        "quote": "Deze subprioriteit moet worden uitgevoerd middels één operationeel actieplan (1 OAP) en één gemeenschappelijke horizontale strategisch doelstelling (1 CHSG)."
      }
    }
  ],
  "declared": [
    {
      "type": "OAP",
      "count": 1,
      "source": {
        "unit": "P7e",
        "block": 2,
        "start": 50,
        "end": 84,
        "quote": "één operationeel actieplan (1 OAP)"
      }
    },
    {
      "type": "CHSG",
      "count": 1,
      "source": {
        "unit": "P7e",
        "block": 2,
        "start": 88,
        "end": 156,
        "quote": "één gemeenschappelijke horizontale strategisch doelstelling (1 CHSG)"
      }
    }
  ],
  "experience": {
    "id": "PX-7",
    "kind": "experience",
    "titles": [
      {
        "text": "Fraude en economische en financiële criminaliteit: internetfraude, accijnsfraude, intracommunautaire ploffraude, intellectuele-eigendomscriminaliteit, namaak van goederen en valsmunterij, criminele geldstromen, witwaspraktijken en ontneming van vermogensbestanddelen",
        "lang": "nl",
        "status": "official",
        "source": {
          "unit": "P7",
          "block": 0,
          "start": 3,
          "end": 269,
          "quote": "Fraude en economische en financiële criminaliteit: internetfraude, accijnsfraude, intracommunautaire ploffraude, intellectuele-eigendomscriminaliteit, namaak van goederen en valsmunterij, criminele geldstromen, witwaspraktijken en ontneming van vermogensbestanddelen"
        }
      },
      {
        "text": "Fraud, economic and financial crimes: online fraud schemes, excise fraud, missing trader intra-Community (MTIC) fraud, intellectual property (IP) crime, counterfeiting of goods and currencies, criminal finances, money laundering and asset recovery",
        "lang": "en",
        "status": "unofficial-translation",
        "follows": "OF007"
      }
    ],
    "gists": [],
    "aliases": [],
    "facts": [],
    "area": "P7",
    "source": {
      "unit": "P7",
      "block": 2,
      "start": 0,
      "end": 339,
      "quote": "Er dient terdege rekening te worden gehouden met ervaring die is opgedaan bij de tenuitvoerlegging van de prioriteiten en de OAP's inzake accijns- en intracommunautaire ploffraude, fraude met niet-contante betaalmiddelen, criminele geldstromen, witwaspraktijken en de ontneming van vermogensbestanddelen in de huidige Empact-beleidscyclus."
    },
    "cycle": "CY-2018-2021",
    "predecessors": [
      {
        "type": "priority",
        "source": {
          "unit": "P7",
          "block": 2,
          "start": 103,
          "end": 303,
          "quote": "de prioriteiten en de OAP's inzake accijns- en intracommunautaire ploffraude, fraude met niet-contante betaalmiddelen, criminele geldstromen, witwaspraktijken en de ontneming van vermogensbestanddelen"
        }
      },
      {
        "type": "OAP",
        "source": {
          "unit": "P7",
          "block": 2,
          "start": 103,
          "end": 303,
          "quote": "de prioriteiten en de OAP's inzake accijns- en intracommunautaire ploffraude, fraude met niet-contante betaalmiddelen, criminele geldstromen, witwaspraktijken en de ontneming van vermogensbestanddelen"
        }
      }
    ],
    "inheritedFrom": "P7"
  },
  "delineations": [
    {
      "id": "REL01",
      "kind": "relation",
      "titles": [],
      "gists": [],
      "aliases": [],
      "facts": [],
      "type": "delineate-and-coordinate",
      "from": "P7e",
      "to": "P1",
      "origin": "document",
      "sources": [
        {
          "unit": "P7e",
          "block": 2,
          "start": 158,
          "end": 301,
          "quote": "Er moet worden gezorgd voor duidelijke afbakening en coördinatie ten opzichte van de prioriteit inzake criminele netwerken met een hoog risico."
        }
      ]
    }
  ],
  "facets": [
    {
      "facet": "target:criminal-networks",
      "sources": [
        {
          "unit": "P7e",
          "block": 1,
          "start": 35,
          "end": 78,
          "quote": "criminele netwerken en criminele individuen"
        },
        {
          "unit": "P7e",
          "block": 1,
          "start": 625,
          "end": 708,
          "quote": "criminele netwerken die veelvuldig gebruikmaken van opkomende nieuwe betaalmethoden"
        }
      ]
    },
    {
      "facet": "target:individual-criminals",
      "sources": [
        {
          "unit": "P7e",
          "block": 1,
          "start": 58,
          "end": 78,
          "quote": "criminele individuen"
        }
      ]
    },
    {
      "facet": "target:crime-service-providers",
      "sources": [
        {
          "unit": "P7e",
          "block": 1,
          "start": 519,
          "end": 621,
          "quote": "witwasbendes die witwasdiensten (met inbegrip van geldezels en handelsgerelateerd witwassen) aanbieden"
        }
      ]
    },
    {
      "facet": "target:money-laundering-gangs",
      "sources": [
        {
          "unit": "P7e",
          "block": 1,
          "start": 519,
          "end": 531,
          "quote": "witwasbendes"
        }
      ]
    },
    {
      "facet": "offence:criminal-finances",
      "sources": [
        {
          "unit": "P7e",
          "block": 0,
          "start": 3,
          "end": 24,
          "quote": "Criminele geldstromen"
        },
        {
          "unit": "P7e",
          "block": 1,
          "start": 102,
          "end": 123,
          "quote": "criminele geldstromen"
        }
      ]
    },
    {
      "facet": "offence:money-laundering",
      "sources": [
        {
          "unit": "P7e",
          "block": 0,
          "start": 3,
          "end": 42,
          "quote": "Criminele geldstromen, witwaspraktijken"
        },
        {
          "unit": "P7e",
          "block": 1,
          "start": 102,
          "end": 143,
          "quote": "criminele geldstromen en witwaspraktijken"
        },
        {
          "unit": "P7e",
          "block": 1,
          "start": 536,
          "end": 611,
          "quote": "witwasdiensten (met inbegrip van geldezels en handelsgerelateerd witwassen)"
        },
        {
          "unit": "P7e",
          "block": 1,
          "start": 712,
          "end": 747,
          "quote": "criminele opbrengsten wit te wassen"
        },
        {
          "unit": "P7e",
          "block": 1,
          "start": 755,
          "end": 790,
          "quote": "hun criminele opbrengsten witwassen"
        }
      ]
    },
    {
      "facet": "method:crime-as-a-service",
      "sources": [
        {
          "unit": "P7e",
          "block": 1,
          "start": 536,
          "end": 621,
          "quote": "witwasdiensten (met inbegrip van geldezels en handelsgerelateerd witwassen) aanbieden"
        }
      ]
    },
    {
      "facet": "method:underground-financial-system",
      "sources": [
        {
          "unit": "P7e",
          "block": 1,
          "start": 821,
          "end": 860,
          "quote": "parallel ondergronds financieel systeem"
        }
      ]
    },
    {
      "facet": "method:legal-financial-system",
      "sources": [
        {
          "unit": "P7e",
          "block": 1,
          "start": 807,
          "end": 860,
          "quote": "een legaal of parallel ondergronds financieel systeem"
        }
      ]
    },
    {
      "facet": "method:money-mules",
      "sources": [
        {
          "unit": "P7e",
          "block": 1,
          "start": 569,
          "end": 578,
          "quote": "geldezels"
        }
      ]
    },
    {
      "facet": "method:trade-based-money-laundering",
      "sources": [
        {
          "unit": "P7e",
          "block": 1,
          "start": 582,
          "end": 610,
          "quote": "handelsgerelateerd witwassen"
        }
      ]
    },
    {
      "facet": "method:new-payment-methods",
      "sources": [
        {
          "unit": "P7e",
          "block": 1,
          "start": 677,
          "end": 708,
          "quote": "opkomende nieuwe betaalmethoden"
        }
      ]
    },
    {
      "facet": "focus:criminal-proceeds",
      "sources": [
        {
          "unit": "P7e",
          "block": 1,
          "start": 243,
          "end": 284,
          "quote": "criminele opbrengsten effectief in beslag"
        },
        {
          "unit": "P7e",
          "block": 1,
          "start": 712,
          "end": 747,
          "quote": "criminele opbrengsten wit te wassen"
        },
        {
          "unit": "P7e",
          "block": 1,
          "start": 755,
          "end": 780,
          "quote": "hun criminele opbrengsten"
        }
      ]
    },
    {
      "facet": "focus:asset-recovery",
      "sources": [
        {
          "unit": "P7e",
          "block": 0,
          "start": 46,
          "end": 81,
          "quote": "ontneming van vermogensbestanddelen"
        },
        {
          "unit": "P7e",
          "block": 1,
          "start": 178,
          "end": 236,
          "quote": "het ontnemen van vermogensbestanddelen te vergemakkelijken"
        },
        {
          "unit": "P7e",
          "block": 1,
          "start": 384,
          "end": 440,
          "quote": "het ontnemen van vermogensbestanddelen gangbaar te maken"
        }
      ]
    },
    {
      "facet": "focus:seizure",
      "sources": [
        {
          "unit": "P7e",
          "block": 1,
          "start": 243,
          "end": 300,
          "quote": "criminele opbrengsten effectief in beslag te kunnen nemen"
        }
      ]
    },
    {
      "facet": "focus:financial-investigation",
      "sources": [
        {
          "unit": "P7e",
          "block": 1,
          "start": 316,
          "end": 364,
          "quote": "de automatische start van financiële onderzoeken"
        }
      ]
    },
    {
      "facet": "focus:financial-intelligence",
      "sources": [
        {
          "unit": "P7e",
          "block": 1,
          "start": 472,
          "end": 509,
          "quote": "het delen van financiële inlichtingen"
        }
      ]
    },
    {
      "facet": "focus:training",
      "sources": [
        {
          "unit": "P7e",
          "block": 1,
          "start": 457,
          "end": 468,
          "quote": "opleidingen"
        }
      ]
    }
  ],
  "parent": "P7",
  "letter": "e"
};

export const horizontalThreat: api.HorizontalThreat = {
  "id": "HT1",
  "kind": "horizontal-threat",
  "titles": [
    {
      "text": "Documentfraude",
      "lang": "nl",
      "status": "official",
      "source": {
        "unit": "HT1",
        "block": 1,
        "start": 3,
        "end": 17,
        "quote": "Documentfraude"
      }
    },
    {
      "text": "Document fraud",
      "lang": "en",
      "status": "unofficial-translation",
      "follows": "OF011"
    }
  ],
  "gists": [
    {
      "text": "De EU treedt op tegen wie valse en vervalste papieren maakt en aan andere criminelen levert. Omdat met documentfraude veel andere strafbare feiten worden gepleegd, moeten deskundigen op dat gebied waar nodig hun collega’s ondersteunen die de handelswaar kennen.",
      "lang": "nl",
      "status": "own-words"
    },
    {
      "text": "This horizontal threat concerns those who make false and falsified documents and supply them to other criminals; it is tackled through a CHSG, and because it enables many other offences, document fraud experts must support the experts on the commodity concerned where needed.",
      "lang": "en",
      "status": "own-words"
    }
  ],
  "aliases": [
    {
      "text": "identiteitsfraude",
      "lang": "nl",
      "kind": "everyday"
    },
    {
      "text": "identiteitsdiefstal",
      "lang": "nl",
      "kind": "everyday"
    },
    {
      "text": "lookalikefraude",
      "lang": "nl",
      "kind": "everyday"
    },
    {
      "text": "valsheid in geschrifte",
      "lang": "nl",
      "kind": "synonym"
    },
    {
      "text": "documentcriminaliteit",
      "lang": "nl",
      "kind": "synonym"
    },
    {
      "text": "valse identiteitskaart",
      "lang": "nl",
      "kind": "everyday"
    },
    {
      "text": "vals rijbewijs",
      "lang": "nl",
      "kind": "everyday"
    },
    {
      "text": "nep-ID",
      "lang": "nl",
      "kind": "everyday"
    },
    {
      "text": "visumfraude",
      "lang": "nl",
      "kind": "everyday"
    },
    {
      "text": "gestolen paspoorten",
      "lang": "nl",
      "kind": "everyday"
    },
    {
      "text": "ID-fraude",
      "lang": "nl",
      "kind": "abbreviation"
    },
    {
      "text": "docfraude",
      "lang": "nl",
      "kind": "abbreviation"
    },
    {
      "text": "paspoortfraude",
      "lang": "nl",
      "kind": "everyday"
    },
    {
      "text": "look-alike fraud",
      "lang": "en",
      "kind": "everyday"
    },
    {
      "text": "document forgery",
      "lang": "en",
      "kind": "synonym"
    },
    {
      "text": "document counterfeiting",
      "lang": "en",
      "kind": "synonym"
    },
    {
      "text": "travel document fraud",
      "lang": "en",
      "kind": "synonym"
    },
    {
      "text": "breeder documents",
      "lang": "en",
      "kind": "synonym"
    },
    {
      "text": "impostor fraud",
      "lang": "en",
      "kind": "synonym"
    },
    {
      "text": "forged passports",
      "lang": "en",
      "kind": "everyday"
    },
    {
      "text": "fake driving licence",
      "lang": "en",
      "kind": "everyday"
    },
    {
      "text": "fake visas",
      "lang": "en",
      "kind": "everyday"
    },
    {
      "text": "stolen passports",
      "lang": "en",
      "kind": "everyday"
    },
    {
      "text": "fake papers",
      "lang": "en",
      "kind": "everyday"
    },
    {
      "text": "fake identity cards",
      "lang": "en",
      "kind": "everyday"
    },
    {
      "text": "identity theft",
      "lang": "en",
      "kind": "everyday"
    },
    {
      "text": "ID fraud",
      "lang": "en",
      "kind": "abbreviation"
    },
    {
      "text": "doc fraud",
      "lang": "en",
      "kind": "abbreviation"
    }
  ],
  "facts": [
    "OF011"
  ],
  "number": "1",
  "blocks": [
    {
      "kind": "heading",
      "text": "4. HORIZONTALE DREIGINGEN"
    },
    {
      "kind": "paragraph",
      "text": "1) Documentfraude: \"Het bestrijden van documentfraude in de EU, toegespitst op criminele netwerken en criminele individuele ondernemers die betrokken zijn bij het vervaardigen van valse en vervalste documenten en de levering ervan aan andere criminelen\"."
    },
    {
      "kind": "paragraph",
      "text": "De dreiging die uitgaat van documentfraude moet worden aangepakt middels een gemeenschappelijke horizontale strategische doelstelling (CHSG). Aangezien met behulp van documentfraude veel andere strafbare feiten worden gepleegd, moeten deskundigen op het gebied van documentfraude waar nodig die met expertise ter zake van de handelswaar ondersteunen."
    },
    {
      "kind": "paragraph",
      "text": "Er dient terdege rekening te worden gehouden met de ervaring die is opgedaan bij de tenuitvoerlegging van de horizontale prioriteit inzake documentfraude in de huidige Empact-beleidscyclus."
    }
  ],
  "objective": {
    "id": "OBJ-HT1",
    "kind": "objective",
    "titles": [
      {
        "text": "Documentfraude",
        "lang": "nl",
        "status": "official",
        "source": {
          "unit": "HT1",
          "block": 1,
          "start": 3,
          "end": 17,
          "quote": "Documentfraude"
        }
      },
      {
        "text": "Document fraud",
        "lang": "en",
        "status": "unofficial-translation",
        "follows": "OF011"
      }
    ],
    "gists": [],
    "aliases": [],
    "facts": [],
    "area": "HT1",
    "source": {
      "unit": "HT1",
      "block": 1,
      "start": 20,
      "end": 252,
      "quote": "Het bestrijden van documentfraude in de EU, toegespitst op criminele netwerken en criminele individuele ondernemers die betrokken zijn bij het vervaardigen van valse en vervalste documenten en de levering ervan aan andere criminelen"
    },
    "verbs": [
      {
        "unit": "HT1",
        "block": 1,
        "start": 24,
        "end": 34,
        "quote": "bestrijden"
      }
    ],
    "parts": [],
    "texts": [
      {
        "text": "Het bestrijden van documentfraude in de EU, toegespitst op criminele netwerken en criminele individuele ondernemers die betrokken zijn bij het vervaardigen van valse en vervalste documenten en de levering ervan aan andere criminelen",
        "lang": "nl",
        "status": "official",
        "source": {
          "unit": "HT1",
          "block": 1,
          "start": 20,
          "end": 252,
          "quote": "Het bestrijden van documentfraude in de EU, toegespitst op criminele netwerken en criminele individuele ondernemers die betrokken zijn bij het vervaardigen van valse en vervalste documenten en de levering ervan aan andere criminelen"
        }
      },
      {
        "text": "Combating document fraud in the EU, with a focus on criminal networks and individual criminal entrepreneurs involved in making false and falsified documents and supplying them to other criminals.",
        "lang": "en",
        "status": "unofficial-translation"
      }
    ]
  },
  "instruments": [
    {
      "id": "CHSG-HT1",
      "kind": "instrument",
      "titles": [
        {
          "text": "Documentfraude",
          "lang": "nl",
          "status": "official",
          "source": {
            "unit": "HT1",
            "block": 1,
            "start": 3,
            "end": 17,
            "quote": "Documentfraude"
          }
        },
        {
          "text": "Document fraud",
          "lang": "en",
          "status": "unofficial-translation",
          "follows": "OF011"
        }
      ],
      "gists": [],
      "aliases": [],
      "facts": [],
      "type": "CHSG",
      "implements": "HT1",
      "source": {
        "unit": "HT1",
        "block": 2,
        "start": 0,
        "end": 141,
        "quote": "De dreiging die uitgaat van documentfraude moet worden aangepakt middels een gemeenschappelijke horizontale strategische doelstelling (CHSG)."
      }
    }
  ],
  "declared": [
    {
      "type": "CHSG",
      "count": 1,
      "source": {
        "unit": "HT1",
        "block": 2,
        "start": 73,
        "end": 140,
        "quote": "een gemeenschappelijke horizontale strategische doelstelling (CHSG)"
      }
    }
  ],
  "experience": {
    "id": "PX-HT1",
    "kind": "experience",
    "titles": [
      {
        "text": "Documentfraude",
        "lang": "nl",
        "status": "official",
        "source": {
          "unit": "HT1",
          "block": 1,
          "start": 3,
          "end": 17,
          "quote": "Documentfraude"
        }
      },
      {
        "text": "Document fraud",
        "lang": "en",
        "status": "unofficial-translation",
        "follows": "OF011"
      }
    ],
    "gists": [],
    "aliases": [],
    "facts": [],
    "area": "HT1",
    "source": {
      "unit": "HT1",
      "block": 3,
      "start": 0,
      "end": 189,
      "quote": "Er dient terdege rekening te worden gehouden met de ervaring die is opgedaan bij de tenuitvoerlegging van de horizontale prioriteit inzake documentfraude in de huidige Empact-beleidscyclus."
    },
    "cycle": "CY-2018-2021",
    "predecessors": [
      {
        "type": "priority",
        "source": {
          "unit": "HT1",
          "block": 3,
          "start": 106,
          "end": 153,
          "quote": "de horizontale prioriteit inzake documentfraude"
        }
      }
    ]
  },
  "delineations": [],
  "facets": [
    {
      "facet": "target:criminal-networks",
      "sources": [
        {
          "unit": "HT1",
          "block": 1,
          "start": 79,
          "end": 98,
          "quote": "criminele netwerken"
        }
      ]
    },
    {
      "facet": "target:criminal-entrepreneurs",
      "sources": [
        {
          "unit": "HT1",
          "block": 1,
          "start": 102,
          "end": 135,
          "quote": "criminele individuele ondernemers"
        }
      ]
    },
    {
      "facet": "target:crime-service-providers",
      "sources": [
        {
          "unit": "HT1",
          "block": 1,
          "start": 213,
          "end": 252,
          "quote": "de levering ervan aan andere criminelen"
        }
      ]
    },
    {
      "facet": "offence:fraud",
      "sources": [
        {
          "unit": "HT1",
          "block": 1,
          "start": 3,
          "end": 17,
          "quote": "Documentfraude"
        }
      ]
    },
    {
      "facet": "offence:document-fraud",
      "sources": [
        {
          "unit": "HT1",
          "block": 1,
          "start": 3,
          "end": 17,
          "quote": "Documentfraude"
        },
        {
          "unit": "HT1",
          "block": 1,
          "start": 20,
          "end": 62,
          "quote": "Het bestrijden van documentfraude in de EU"
        },
        {
          "unit": "HT1",
          "block": 1,
          "start": 180,
          "end": 209,
          "quote": "valse en vervalste documenten"
        }
      ]
    },
    {
      "facet": "commodity:false-documents",
      "sources": [
        {
          "unit": "HT1",
          "block": 1,
          "start": 180,
          "end": 209,
          "quote": "valse en vervalste documenten"
        }
      ]
    },
    {
      "facet": "method:forgery",
      "sources": [
        {
          "unit": "HT1",
          "block": 1,
          "start": 159,
          "end": 209,
          "quote": "het vervaardigen van valse en vervalste documenten"
        }
      ]
    },
    {
      "facet": "geography:eu",
      "sources": [
        {
          "unit": "HT1",
          "block": 1,
          "start": 54,
          "end": 62,
          "quote": "in de EU"
        }
      ]
    }
  ],
  "heading": {
    "unit": "HT1",
    "block": 0,
    "start": 0,
    "end": 25,
    "quote": "4. HORIZONTALE DREIGINGEN"
  }
};

export const cycle: api.Cycle = {
  "id": "CY-2018-2021",
  "kind": "cycle",
  "titles": [
    {
      "text": "EU-beleidscyclus/Empact 2018-2021",
      "lang": "nl",
      "status": "own-words"
    },
    {
      "text": "EU policy cycle/EMPACT 2018-2021",
      "lang": "en",
      "status": "own-words"
    }
  ],
  "gists": [],
  "aliases": [],
  "facts": [
    "OF014",
    "OF038",
    "OF039",
    "OF041",
    "OF042"
  ],
  "from": 2018,
  "to": 2021,
  "origin": "document",
  "sources": [
    {
      "unit": "R01",
      "block": 0,
      "start": 439,
      "end": 495,
      "quote": "een tweede integrale EU-beleidscyclus/Empact (2018-2021)"
    },
    {
      "unit": "R02",
      "block": 0,
      "start": 190,
      "end": 199,
      "quote": "2018-2021"
    },
    {
      "unit": "P2",
      "block": 2,
      "start": 230,
      "end": 261,
      "quote": "de huidige Empact-beleidscyclus"
    },
    {
      "unit": "P3",
      "block": 2,
      "start": 234,
      "end": 265,
      "quote": "de huidige Empact-beleidscyclus"
    },
    {
      "unit": "P4",
      "block": 2,
      "start": 282,
      "end": 313,
      "quote": "de huidige Empact-beleidscyclus"
    },
    {
      "unit": "P5",
      "block": 2,
      "start": 272,
      "end": 303,
      "quote": "de huidige Empact-beleidscyclus"
    },
    {
      "unit": "P6",
      "block": 1,
      "start": 304,
      "end": 335,
      "quote": "de huidige Empact-beleidscyclus"
    },
    {
      "unit": "P7",
      "block": 2,
      "start": 307,
      "end": 338,
      "quote": "de huidige Empact-beleidscyclus"
    },
    {
      "unit": "P8",
      "block": 2,
      "start": 258,
      "end": 289,
      "quote": "de huidige Empact-beleidscyclus"
    },
    {
      "unit": "P9",
      "block": 2,
      "start": 241,
      "end": 272,
      "quote": "de huidige Empact-beleidscyclus"
    },
    {
      "unit": "P10",
      "block": 2,
      "start": 246,
      "end": 277,
      "quote": "de huidige Empact-beleidscyclus"
    },
    {
      "unit": "HT1",
      "block": 3,
      "start": 157,
      "end": 188,
      "quote": "de huidige Empact-beleidscyclus"
    }
  ],
  "agreed": {
    "id": "D-council-2017",
    "kind": "date",
    "titles": [
      {
        "text": "18 mei 2017",
        "lang": "nl",
        "status": "official",
        "source": {
          "unit": "R01",
          "block": 0,
          "start": 540,
          "end": 551,
          "quote": "18 mei 2017"
        }
      },
      {
        "text": "18 May 2017",
        "lang": "en",
        "status": "unofficial-translation"
      }
    ],
    "gists": [],
    "aliases": [],
    "facts": [],
    "type": "event",
    "precision": "day",
    "earliest": "2017-05-18",
    "latest": "2017-05-18",
    "sources": [
      {
        "unit": "R01",
        "block": 0,
        "start": 540,
        "end": 551,
        "quote": "18 mei 2017"
      }
    ]
  },
  "previous": "CY-2014-2017",
  "references": [
    "REF-9450-17"
  ]
};

export const outsideCycle: api.Cycle = {
  "id": "CY-2026-2029",
  "kind": "cycle",
  "titles": [
    {
      "text": "Empact 2026-2029",
      "lang": "nl",
      "status": "own-words"
    },
    {
      "text": "EMPACT 2026-2029",
      "lang": "en",
      "status": "own-words"
    }
  ],
  "gists": [],
  "aliases": [],
  "facts": [
    "OF040"
  ],
  "from": 2026,
  "to": 2029,
  "origin": "outside",
  "sources": [],
  "previous": "CY-2022-2025",
  "references": []
};

export const objective: api.Objective = {
  "id": "OBJ-6a",
  "kind": "objective",
  "titles": [
    {
      "text": "De productie, smokkel en verspreiding van cannabis, cocaïne en heroïne",
      "lang": "nl",
      "status": "official",
      "source": {
        "unit": "P6a",
        "block": 0,
        "start": 3,
        "end": 73,
        "quote": "De productie, smokkel en verspreiding van cannabis, cocaïne en heroïne"
      }
    },
    {
      "text": "The production, trafficking and distribution of cannabis, cocaine and heroin",
      "lang": "en",
      "status": "unofficial-translation"
    }
  ],
  "gists": [],
  "aliases": [],
  "facts": [],
  "area": "P6a",
  "source": {
    "unit": "P6a",
    "block": 1,
    "start": 35,
    "end": 331,
    "quote": "1) criminele netwerken die zich bezighouden met de groothandel van cannabis, cocaïne en heroïne naar de EU op te sporen en aan te pakken, en 2) criminele netwerken die zich bezighouden met de teelt, productie, vervaardiging en verspreiding van cannabis, cocaïne en heroïne in de EU aan te pakken."
  },
  "verbs": [
    {
      "unit": "P6a",
      "block": 1,
      "start": 142,
      "end": 154,
      "quote": "op te sporen"
    },
    {
      "unit": "P6a",
      "block": 1,
      "start": 158,
      "end": 171,
      "quote": "aan te pakken"
    }
  ],
  "parts": [
    {
      "unit": "P6a",
      "block": 1,
      "start": 35,
      "end": 171,
      "quote": "1) criminele netwerken die zich bezighouden met de groothandel van cannabis, cocaïne en heroïne naar de EU op te sporen en aan te pakken"
    },
    {
      "unit": "P6a",
      "block": 1,
      "start": 176,
      "end": 330,
      "quote": "2) criminele netwerken die zich bezighouden met de teelt, productie, vervaardiging en verspreiding van cannabis, cocaïne en heroïne in de EU aan te pakken"
    }
  ],
  "texts": [
    {
      "text": "1) criminele netwerken die zich bezighouden met de groothandel van cannabis, cocaïne en heroïne naar de EU op te sporen en aan te pakken, en 2) criminele netwerken die zich bezighouden met de teelt, productie, vervaardiging en verspreiding van cannabis, cocaïne en heroïne in de EU aan te pakken.",
      "lang": "nl",
      "status": "official",
      "source": {
        "unit": "P6a",
        "block": 1,
        "start": 35,
        "end": 331,
        "quote": "1) criminele netwerken die zich bezighouden met de groothandel van cannabis, cocaïne en heroïne naar de EU op te sporen en aan te pakken, en 2) criminele netwerken die zich bezighouden met de teelt, productie, vervaardiging en verspreiding van cannabis, cocaïne en heroïne in de EU aan te pakken."
      }
    },
    {
      "text": "1) To track down and tackle criminal networks engaged in the wholesale trade in cannabis, cocaine and heroin to the EU, and 2) to tackle criminal networks engaged in the cultivation, production, manufacture and distribution of cannabis, cocaine and heroin in the EU.",
      "lang": "en",
      "status": "unofficial-translation"
    }
  ]
};

export const instrument: api.Instrument = {
  "id": "CHSG-1",
  "kind": "instrument",
  "titles": [
    {
      "text": "Criminele netwerken met een hoog risico",
      "lang": "nl",
      "status": "official",
      "source": {
        "unit": "P1",
        "block": 0,
        "start": 3,
        "end": 42,
        "quote": "Criminele netwerken met een hoog risico"
      }
    },
    {
      "text": "High-risk criminal networks",
      "lang": "en",
      "status": "unofficial-translation",
      "follows": "OF001"
    }
  ],
  "gists": [],
  "aliases": [],
  "facts": [],
  "type": "CHSG",
  "implements": "P1",
  "source": {
    "unit": "P1",
    "block": 2,
    "start": 0,
    "end": 243,
    "quote": "Deze prioriteit moet ten uitvoer worden gelegd middels één operationeel actieplan (1 OAP), met name gericht op hardnekkige criminele kerngroeperingen met een hoog risico, en één gemeenschappelijke horizontale strategische doelstelling (1 CHSG)"
  }
};

export const experience: api.Experience = {
  "id": "PX-4",
  "kind": "experience",
  "titles": [
    {
      "text": "Seksuele uitbuiting van kinderen",
      "lang": "nl",
      "status": "official",
      "source": {
        "unit": "P4",
        "block": 0,
        "start": 3,
        "end": 35,
        "quote": "Seksuele uitbuiting van kinderen"
      }
    },
    {
      "text": "Child sexual exploitation",
      "lang": "en",
      "status": "unofficial-translation",
      "follows": "OF004"
    }
  ],
  "gists": [],
  "aliases": [],
  "facts": [],
  "area": "P4",
  "source": {
    "unit": "P4",
    "block": 2,
    "start": 91,
    "end": 314,
    "quote": "Er dient terdege rekening te worden gehouden met de ervaring die is opgedaan bij de tenuitvoerlegging van de OAP's inzake seksuele uitbuiting van kinderen / seksueel misbruik van kinderen in de huidige Empact-beleidscyclus."
  },
  "cycle": "CY-2018-2021",
  "predecessors": [
    {
      "type": "OAP",
      "source": {
        "unit": "P4",
        "block": 2,
        "start": 197,
        "end": 278,
        "quote": "de OAP's inzake seksuele uitbuiting van kinderen / seksueel misbruik van kinderen"
      }
    }
  ]
};

export const task: api.Task = {
  "id": "TK25",
  "kind": "task",
  "titles": [
    {
      "text": "Overleg met voorbereidende instanties, JBZ-instanties, Commissie en EDEO",
      "lang": "nl",
      "status": "own-words"
    },
    {
      "text": "Consult preparatory bodies, JHA agencies, the Commission and the EEAS",
      "lang": "en",
      "status": "own-words"
    }
  ],
  "gists": [
    {
      "text": "COSI wordt verzocht waar nodig te overleggen met de relevante voorbereidende instanties van de Raad, de JBZ-instanties, de Commissie en de Europese Dienst voor extern optreden, zodat hun werk aansluit bij de uitvoering van de prioriteiten.",
      "lang": "nl",
      "status": "own-words"
    },
    {
      "text": "COSI is invited to consult, where needed, the relevant preparatory bodies of the Council, the JHA agencies, the Commission and the European External Action Service, so that their work matches the implementation of the priorities.",
      "lang": "en",
      "status": "own-words"
    }
  ],
  "aliases": [],
  "facts": [],
  "unit": "O08",
  "modality": "request",
  "modalitySource": {
    "unit": "O08",
    "block": 0,
    "start": 0,
    "end": 17,
    "quote": "VERZOEKT het COSI"
  },
  "askedBy": "A-council",
  "addressees": [
    {
      "actor": "A-cosi",
      "source": {
        "unit": "O08",
        "block": 0,
        "start": 9,
        "end": 17,
        "quote": "het COSI"
      }
    }
  ],
  "action": {
    "unit": "O08",
    "block": 0,
    "start": 29,
    "end": 279,
    "quote": "te overleggen met de relevante voorbereidende instanties van de Raad, JBZ-instanties, de Commissie en de Europese Dienst voor extern optreden om hun activiteiten op dit gebied af te stemmen op de uitvoering van de EU-prioriteiten inzake criminaliteit"
  },
  "condition": {
    "unit": "O08",
    "block": 0,
    "start": 18,
    "end": 28,
    "quote": "waar nodig"
  }
};

export const actor: api.Actor = {
  "id": "A-customs",
  "kind": "actor",
  "titles": [
    {
      "text": "douaneautoriteiten",
      "lang": "nl",
      "status": "own-words"
    },
    {
      "text": "customs authorities",
      "lang": "en",
      "status": "own-words"
    }
  ],
  "gists": [],
  "aliases": [],
  "facts": [],
  "type": "national-authority",
  "mentions": [
    {
      "unit": "R05",
      "block": 0,
      "start": 61,
      "end": 100,
      "quote": "douane- en administratieve autoriteiten"
    },
    {
      "unit": "O06",
      "block": 0,
      "start": 471,
      "end": 478,
      "quote": "douane-"
    }
  ]
};

export const role: api.Role = {
  "id": "ROLE-driver",
  "kind": "role",
  "titles": [
    {
      "text": "drijvende kracht",
      "lang": "nl",
      "status": "official",
      "source": {
        "unit": "GP2",
        "block": 0,
        "start": 303,
        "end": 319,
        "quote": "drijvende kracht"
      }
    },
    {
      "text": "driver",
      "lang": "en",
      "status": "unofficial-translation",
      "follows": "OF017b"
    }
  ],
  "gists": [],
  "aliases": [
    {
      "text": "projectleider",
      "lang": "nl",
      "kind": "everyday"
    },
    {
      "text": "trekker",
      "lang": "nl",
      "kind": "everyday"
    }
  ],
  "facts": [
    "OF017b"
  ],
  "mentions": [
    {
      "unit": "GP2",
      "block": 0,
      "start": 300,
      "end": 334,
      "quote": "de drijvende kracht achter het OAP"
    },
    {
      "unit": "GP2",
      "block": 0,
      "start": 338,
      "end": 382,
      "quote": "de drijvende krachten achter de andere OAP's"
    },
    {
      "unit": "O04",
      "block": 0,
      "start": 62,
      "end": 82,
      "quote": "als drijvende kracht"
    }
  ]
};

export const term: api.Term = {
  "id": "T-oap",
  "kind": "term",
  "titles": [
    {
      "text": "operationeel actieplan",
      "lang": "nl",
      "status": "official",
      "source": {
        "unit": "P1",
        "block": 2,
        "start": 59,
        "end": 81,
        "quote": "operationeel actieplan"
      }
    },
    {
      "text": "operational action plan (OAP)",
      "lang": "en",
      "status": "unofficial-translation",
      "follows": "OF016a"
    }
  ],
  "gists": [],
  "aliases": [
    {
      "text": "actieplan",
      "lang": "nl",
      "kind": "everyday"
    },
    {
      "text": "jaarplan",
      "lang": "nl",
      "kind": "everyday"
    },
    {
      "text": "action plan",
      "lang": "en",
      "kind": "everyday"
    }
  ],
  "facts": [
    "OF016a",
    "OF034"
  ],
  "abbreviation": "OAP",
  "expansion": {
    "unit": "P1",
    "block": 2,
    "start": 59,
    "end": 81,
    "quote": "operationeel actieplan"
  },
  "forms": [
    {
      "unit": "R02",
      "block": 0,
      "start": 230,
      "end": 263,
      "quote": "operationele actieplannen (OAP's)"
    },
    {
      "unit": "R10",
      "block": 0,
      "start": 193,
      "end": 198,
      "quote": "OAP's"
    },
    {
      "unit": "P6",
      "block": 1,
      "start": 128,
      "end": 163,
      "quote": "operationele actieplannen (2 OAP's)"
    }
  ]
};

export const date: api.DateRef = {
  "id": "D-adoption",
  "kind": "date",
  "titles": [
    {
      "text": "op 26 mei 2021",
      "lang": "nl",
      "status": "official",
      "source": {
        "unit": "doc",
        "block": 3,
        "start": 230,
        "end": 244,
        "quote": "op 26 mei 2021"
      }
    },
    {
      "text": "on 26 May 2021",
      "lang": "en",
      "status": "unofficial-translation"
    }
  ],
  "gists": [],
  "aliases": [],
  "facts": [],
  "type": "event",
  "precision": "day",
  "earliest": "2021-05-26",
  "latest": "2021-05-26",
  "sources": [
    {
      "unit": "doc",
      "block": 3,
      "start": 230,
      "end": 244,
      "quote": "op 26 mei 2021"
    }
  ]
};

export const reference: api.Reference = {
  "id": "REF-6481-21",
  "kind": "reference",
  "titles": [
    {
      "text": "Conclusies van de Raad over de permanente voortzetting van Empact (2022+)",
      "lang": "nl",
      "status": "own-words"
    },
    {
      "text": "Council conclusions on the permanent continuation of EMPACT (2022+)",
      "lang": "en",
      "status": "own-words"
    }
  ],
  "gists": [],
  "aliases": [
    {
      "text": "Empact 2022+",
      "lang": "nl",
      "kind": "spelling"
    },
    {
      "text": "EMPACT 2022+",
      "lang": "en",
      "kind": "spelling"
    }
  ],
  "facts": [
    "OF033"
  ],
  "label": "Doc. 6481/21",
  "type": "conclusions",
  "sources": [
    {
      "unit": "R03",
      "block": 1,
      "start": 172,
      "end": 184,
      "quote": "doc. 6481/21"
    },
    {
      "unit": "R04",
      "block": 1,
      "start": 2,
      "end": 14,
      "quote": "Doc. 6481/21"
    },
    {
      "unit": "R03",
      "block": 1,
      "start": 17,
      "end": 170,
      "quote": "de conclusies van de Raad over de permanente voortzetting van de EU-beleidscyclus voor georganiseerde en zware internationale criminaliteit: Empact 2022+"
    },
    {
      "unit": "R04",
      "block": 0,
      "start": 112,
      "end": 207,
      "quote": "de conclusies van de Raad over de permanente voortzetting van de EU-beleidscyclus/Empact 2022+5"
    }
  ]
};

export const footnote: api.Footnote = {
  "id": "F4",
  "kind": "footnote",
  "titles": [
    {
      "text": "Overeenkomstig de conclusies van de Raad over de permanente voortzetting van de EU-beleidscyclus voor georganiseerde en zware internationale criminaliteit: Empact 2022+ (doc. 6481/21) werd de term \"EU-beleidscyclus voor georganiseerde en zware internationale criminaliteit\" vervangen door kortweg \"Empact\" (Europees multidisciplinair platform tegen criminaliteitsdreiging). In de rest van het document wordt daarom uitsluitend \"Empact\" gebruikt.",
      "lang": "nl",
      "status": "official",
      "source": {
        "unit": "R03",
        "block": 1,
        "start": 2,
        "end": 447,
        "quote": "Overeenkomstig de conclusies van de Raad over de permanente voortzetting van de EU-beleidscyclus voor georganiseerde en zware internationale criminaliteit: Empact 2022+ (doc. 6481/21) werd de term \"EU-beleidscyclus voor georganiseerde en zware internationale criminaliteit\" vervangen door kortweg \"Empact\" (Europees multidisciplinair platform tegen criminaliteitsdreiging). In de rest van het document wordt daarom uitsluitend \"Empact\" gebruikt."
      }
    }
  ],
  "gists": [],
  "aliases": [],
  "facts": [],
  "number": 4,
  "marker": {
    "unit": "R03",
    "block": 0,
    "start": 17,
    "end": 24,
    "quote": "Empact4"
  },
  "source": {
    "unit": "R03",
    "block": 1,
    "start": 2,
    "end": 447,
    "quote": "Overeenkomstig de conclusies van de Raad over de permanente voortzetting van de EU-beleidscyclus voor georganiseerde en zware internationale criminaliteit: Empact 2022+ (doc. 6481/21) werd de term \"EU-beleidscyclus voor georganiseerde en zware internationale criminaliteit\" vervangen door kortweg \"Empact\" (Europees multidisciplinair platform tegen criminaliteitsdreiging). In de rest van het document wordt daarom uitsluitend \"Empact\" gebruikt."
  },
  "references": [
    "REF-6481-21"
  ]
};

export const facet: api.Facet = {
  "id": "offence:money-laundering",
  "kind": "facet",
  "titles": [
    {
      "text": "Witwassen",
      "lang": "nl",
      "status": "own-words"
    },
    {
      "text": "Money laundering",
      "lang": "en",
      "status": "own-words"
    }
  ],
  "gists": [],
  "aliases": [],
  "facts": [],
  "type": "offence",
  "tag": "money-laundering",
  "areas": [
    {
      "area": "P1",
      "sources": [
        {
          "unit": "P1",
          "block": 1,
          "start": 542,
          "end": 577,
          "quote": "hun criminele opbrengsten witwassen"
        }
      ]
    },
    {
      "area": "P7",
      "sources": [
        {
          "unit": "P7",
          "block": 0,
          "start": 214,
          "end": 269,
          "quote": "witwaspraktijken en ontneming van vermogensbestanddelen"
        }
      ]
    },
    {
      "area": "P7e",
      "sources": [
        {
          "unit": "P7e",
          "block": 0,
          "start": 3,
          "end": 42,
          "quote": "Criminele geldstromen, witwaspraktijken"
        },
        {
          "unit": "P7e",
          "block": 1,
          "start": 102,
          "end": 143,
          "quote": "criminele geldstromen en witwaspraktijken"
        },
        {
          "unit": "P7e",
          "block": 1,
          "start": 536,
          "end": 611,
          "quote": "witwasdiensten (met inbegrip van geldezels en handelsgerelateerd witwassen)"
        },
        {
          "unit": "P7e",
          "block": 1,
          "start": 712,
          "end": 747,
          "quote": "criminele opbrengsten wit te wassen"
        },
        {
          "unit": "P7e",
          "block": 1,
          "start": 755,
          "end": 790,
          "quote": "hun criminele opbrengsten witwassen"
        }
      ]
    }
  ]
};

export const relation: api.Relation = {
  "id": "REL-bundles-P6-P6a",
  "kind": "relation",
  "titles": [],
  "gists": [],
  "aliases": [],
  "facts": [],
  "type": "bundles",
  "from": "P6",
  "to": "P6a",
  "origin": "derived",
  "sources": [
    {
      "unit": "P6a",
      "block": 0,
      "start": 3,
      "end": 73,
      "quote": "De productie, smokkel en verspreiding van cannabis, cocaïne en heroïne"
    }
  ]
};

export const outsideFact: api.OutsideFact = {
  "id": "OF001",
  "kind": "outside-fact",
  "titles": [],
  "gists": [],
  "aliases": [],
  "facts": [],
  "topic": "title",
  "about": [
    "P1"
  ],
  "statements": [
    {
      "text": "In English the Council’s press release calls priority 1 “High-risk criminal networks”.",
      "lang": "en",
      "status": "own-words"
    },
    {
      "text": "In het Engels noemt het persbericht van de Raad prioriteit 1 “High-risk criminal networks”.",
      "lang": "nl",
      "status": "own-words"
    }
  ],
  "items": [],
  "sources": [
    "https://www.pubaffairsbruxelles.eu/eu-institution-news/fight-against-organised-crime-council-sets-out-10-priorities-for-the-next-4-years/",
    "https://www.frontex.europa.eu/what-we-do/fighting-crime/empact/",
    "http://ar2005.emcdda.europa.eu/activities/empact-keeping-eu-safe_en",
    "https://eucrim.eu/news/council-sets-eus-priorities-for-the-fight-against-organised-crime-empact-2022-2025"
  ],
  "confidence": "high",
  "notes": []
};

export const relations: api.Relation[] = [
  {
    "id": "REL02",
    "kind": "relation",
    "titles": [],
    "gists": [],
    "aliases": [],
    "facts": [],
    "type": "delineate-and-coordinate",
    "from": "P10",
    "to": "P1",
    "origin": "document",
    "sources": [
      {
        "unit": "P10",
        "block": 2,
        "start": 279,
        "end": 422,
        "quote": "Er moet worden gezorgd voor duidelijke afbakening en coördinatie ten opzichte van de prioriteit inzake criminele netwerken met een hoog risico."
      }
    ]
  },
  {
    "id": "REL-implements-OAP-10-P10",
    "kind": "relation",
    "titles": [],
    "gists": [],
    "aliases": [],
    "facts": [],
    "type": "implements",
    "from": "OAP-10",
    "to": "P10",
    "origin": "derived",
    "sources": [
      {
        "unit": "P10",
        "block": 2,
        "start": 0,
        "end": 90,
        "quote": "Deze prioriteit moet ten uitvoer worden gelegd middels één operationeel actieplan (1 OAP)."
      }
    ]
  },
  {
    "id": "REL-has-objective-P10-OBJ-10",
    "kind": "relation",
    "titles": [],
    "gists": [],
    "aliases": [],
    "facts": [],
    "type": "has-objective",
    "from": "P10",
    "to": "OBJ-10",
    "origin": "derived",
    "sources": [
      {
        "unit": "P10",
        "block": 1,
        "start": 32,
        "end": 188,
        "quote": "criminele netwerken en individuele criminelen die betrokken zijn bij de illegale handel en verspreiding en het illegale gebruik van vuurwapens aan te pakken"
      }
    ]
  },
  {
    "id": "REL-builds-on-P10-CY-2018-2021",
    "kind": "relation",
    "titles": [],
    "gists": [],
    "aliases": [],
    "facts": [],
    "type": "builds-on",
    "from": "P10",
    "to": "CY-2018-2021",
    "origin": "derived",
    "sources": [
      {
        "unit": "P10",
        "block": 2,
        "start": 91,
        "end": 278,
        "quote": "Er dient terdege rekening te worden gehouden met de ervaring die is opgedaan bij de tenuitvoerlegging van de prioriteit inzake illegale vuurwapenhandel in de huidige Empact-beleidscyclus."
      }
    ]
  }
];

export const tasks: api.Task[] = [
  {
    "id": "TK09",
    "kind": "task",
    "titles": [
      {
        "text": "Evalueer de uitvoeringsmethode",
        "lang": "nl",
        "status": "own-words"
      },
      {
        "text": "Evaluate the implementation method",
        "lang": "en",
        "status": "own-words"
      }
    ],
    "gists": [
      {
        "text": "COSI evalueert de uitvoeringsmethode uiterlijk in de zomer van 2023, na het tussentijds verslag over dreigingen.",
        "lang": "nl",
        "status": "own-words"
      },
      {
        "text": "COSI will evaluate the implementation method by the summer of 2023 at the latest, after the interim report on threats.",
        "lang": "en",
        "status": "own-words"
      }
    ],
    "aliases": [],
    "facts": [],
    "unit": "GP4",
    "modality": "will",
    "modalitySource": {
      "unit": "GP4",
      "block": 0,
      "start": 7,
      "end": 10,
      "quote": "zal"
    },
    "askedBy": "A-council",
    "addressees": [
      {
        "actor": "A-cosi",
        "source": {
          "unit": "GP4",
          "block": 0,
          "start": 2,
          "end": 6,
          "quote": "COSI"
        }
      }
    ],
    "action": {
      "unit": "GP4",
      "block": 0,
      "start": 11,
      "end": 73,
      "quote": "de uitvoeringsmethode uiterlijk in de zomer van 2023 evalueren"
    },
    "deadline": {
      "id": "D-evaluation",
      "kind": "date",
      "titles": [
        {
          "text": "uiterlijk in de zomer van 2023",
          "lang": "nl",
          "status": "official",
          "source": {
            "unit": "GP4",
            "block": 0,
            "start": 33,
            "end": 63,
            "quote": "uiterlijk in de zomer van 2023"
          }
        },
        {
          "text": "by the summer of 2023 at the latest",
          "lang": "en",
          "status": "unofficial-translation"
        }
      ],
      "gists": [],
      "aliases": [],
      "facts": [],
      "type": "deadline",
      "precision": "season",
      "earliest": "2023-06-01",
      "latest": "2023-08-31",
      "relativeTo": "D-interim-report",
      "sources": [
        {
          "unit": "GP4",
          "block": 0,
          "start": 33,
          "end": 63,
          "quote": "uiterlijk in de zomer van 2023"
        }
      ]
    },
    "condition": {
      "unit": "GP4",
      "block": 0,
      "start": 75,
      "end": 180,
      "quote": "na het tussentijds verslag over de nieuwe, veranderende en opkomende dreigingen (\"tussentijdse EU-Socta\")"
    }
  },
  {
    "id": "TK32",
    "kind": "task",
    "titles": [
      {
        "text": "Stel in 2023 een tussentijds verslag over dreigingen op",
        "lang": "nl",
        "status": "own-words"
      },
      {
        "text": "Draw up an interim report on threats in 2023",
        "lang": "en",
        "status": "own-words"
      }
    ],
    "gists": [
      {
        "text": "Europol wordt verzocht in de loop van 2023, samen met de lidstaten en andere betrokken EU-instellingen, -organen en -instanties, een tussentijds verslag over nieuwe, veranderende of opkomende dreigingen op te stellen.",
        "lang": "nl",
        "status": "own-words"
      },
      {
        "text": "Europol is invited to draw up, in the course of 2023 and together with the Member States and other EU institutions, bodies, offices and agencies concerned, an interim report on new, changing or emerging threats.",
        "lang": "en",
        "status": "own-words"
      }
    ],
    "aliases": [],
    "facts": [],
    "unit": "O13",
    "modality": "request",
    "modalitySource": {
      "unit": "O13",
      "block": 0,
      "start": 0,
      "end": 8,
      "quote": "VERZOEKT"
    },
    "askedBy": "A-council",
    "addressees": [
      {
        "actor": "A-europol",
        "source": {
          "unit": "O13",
          "block": 0,
          "start": 9,
          "end": 16,
          "quote": "Europol"
        }
      }
    ],
    "action": {
      "unit": "O13",
      "block": 0,
      "start": 20,
      "end": 226,
      "quote": "in samenwerking met de lidstaten en andere betrokken instellingen, organen en instanties van de EU in de loop van 2023 een tussentijds verslag op te stellen over nieuwe, veranderende of opkomende dreigingen"
    },
    "deadline": {
      "id": "D-interim-report",
      "kind": "date",
      "titles": [
        {
          "text": "in de loop van 2023",
          "lang": "nl",
          "status": "official",
          "source": {
            "unit": "O13",
            "block": 0,
            "start": 119,
            "end": 138,
            "quote": "in de loop van 2023"
          }
        },
        {
          "text": "in the course of 2023",
          "lang": "en",
          "status": "unofficial-translation"
        }
      ],
      "gists": [],
      "aliases": [],
      "facts": [],
      "type": "deadline",
      "precision": "year",
      "earliest": "2023-01-01",
      "latest": "2023-12-31",
      "sources": [
        {
          "unit": "O13",
          "block": 0,
          "start": 119,
          "end": 138,
          "quote": "in de loop van 2023"
        }
      ]
    }
  },
  {
    "id": "TK33",
    "kind": "task",
    "titles": [
      {
        "text": "Betrek prioriteiten, EU-Socta en onafhankelijke evaluatie bij het verslag",
        "lang": "nl",
        "status": "own-words"
      },
      {
        "text": "Consider the priorities, SOCTA and independent evaluation in the report",
        "lang": "en",
        "status": "own-words"
      }
    ],
    "gists": [
      {
        "text": "Europol wordt verzocht in het tussentijds verslag aandacht te besteden aan de prioriteiten en de EU-Socta, op basis van de door COSI goedgekeurde verplichting, en rekening te houden met de aanbevelingen van de onafhankelijke evaluatie.",
        "lang": "nl",
        "status": "own-words"
      },
      {
        "text": "Europol is invited to pay attention in the interim report to the priorities and the EU SOCTA, on the basis of the commitment approved by COSI, and to take account of the recommendations of the independent evaluation.",
        "lang": "en",
        "status": "own-words"
      }
    ],
    "aliases": [],
    "facts": [],
    "unit": "O13",
    "modality": "request",
    "modalitySource": {
      "unit": "O13",
      "block": 0,
      "start": 0,
      "end": 8,
      "quote": "VERZOEKT"
    },
    "askedBy": "A-council",
    "addressees": [
      {
        "actor": "A-europol",
        "source": {
          "unit": "O13",
          "block": 0,
          "start": 9,
          "end": 16,
          "quote": "Europol"
        }
      }
    ],
    "action": {
      "unit": "O13",
      "block": 0,
      "start": 231,
      "end": 464,
      "quote": "daarbij aandacht te besteden aan de vastgestelde EU-prioriteiten inzake criminaliteit en de EU-Socta, op basis van de door het COSI goedgekeurde verplichting, en rekening te houden met de aanbevelingen van de onafhankelijke evaluatie"
    },
    "deadline": {
      "id": "D-interim-report",
      "kind": "date",
      "titles": [
        {
          "text": "in de loop van 2023",
          "lang": "nl",
          "status": "official",
          "source": {
            "unit": "O13",
            "block": 0,
            "start": 119,
            "end": 138,
            "quote": "in de loop van 2023"
          }
        },
        {
          "text": "in the course of 2023",
          "lang": "en",
          "status": "unofficial-translation"
        }
      ],
      "gists": [],
      "aliases": [],
      "facts": [],
      "type": "deadline",
      "precision": "year",
      "earliest": "2023-01-01",
      "latest": "2023-12-31",
      "sources": [
        {
          "unit": "O13",
          "block": 0,
          "start": 119,
          "end": 138,
          "quote": "in de loop van 2023"
        }
      ]
    }
  }
];

export const filtered: api.SearchAnswer = {
  "hits": [],
  "total": 0,
  "facets": [
    {
      "facet": "kind",
      "values": []
    },
    {
      "facet": "offence",
      "values": [
        {
          "value": "money-laundering",
          "count": 2
        },
        {
          "value": "criminal-finances",
          "count": 1
        },
        {
          "value": "corruption",
          "count": 1
        },
        {
          "value": "violent-crime",
          "count": 1
        },
        {
          "value": "illegal-use-of-firearms",
          "count": 1
        }
      ]
    }
  ],
  "notices": [
    {
      "code": "unknown-filter",
      "message": "No unit has \"astrology\" in the facet \"offence\".",
      "start": 0,
      "end": 0
    }
  ]
};

export const found: api.SearchAnswer = {
  "hits": [
    {
      "id": "P7c",
      "kind": "sub-priority",
      "score": 4.06557620141232,
      "title": {
        "text": "Missing trader intra-Community (MTIC) fraud",
        "lang": "en",
        "status": "unofficial-translation",
        "follows": "OF012c"
      },
      "highlights": [
        {
          "start": 32,
          "end": 36
        },
        {
          "start": 38,
          "end": 43
        }
      ],
      "excerpt": {
        "text": "To disrupt the capacity of criminal networks and individual criminal entrepreneurs engaged in missing trader intra-Community (MTIC) fraud.",
        "lang": "en",
        "status": "unofficial-translation",
        "field": "objective",
        "highlights": [
          {
            "start": 126,
            "end": 130
          },
          {
            "start": 132,
            "end": 137
          }
        ],
        "truncatedStart": false,
        "truncatedEnd": false
      },
      "matched": [
        {
          "field": "alias",
          "lang": "en"
        },
        {
          "field": "title",
          "lang": "en"
        },
        {
          "field": "alias",
          "lang": "nl"
        },
        {
          "field": "objective",
          "lang": "en"
        },
        {
          "field": "gist",
          "lang": "en"
        },
        {
          "field": "title",
          "lang": "nl"
        },
        {
          "field": "text",
          "lang": "nl"
        },
        {
          "field": "objective",
          "lang": "nl"
        },
        {
          "field": "gist",
          "lang": "nl"
        }
      ]
    },
    {
      "id": "P7b",
      "kind": "sub-priority",
      "score": 3.667074947194206,
      "title": {
        "text": "Excise fraud",
        "lang": "en",
        "status": "unofficial-translation",
        "follows": "OF012b"
      },
      "highlights": [
        {
          "start": 7,
          "end": 12
        }
      ],
      "excerpt": {
        "text": "To tackle criminal networks and individual criminals engaged in large-scale excise fraud, with particular attention to the production and/or smuggling of illicit tobacco products in the EU.",
        "lang": "en",
        "status": "unofficial-translation",
        "field": "objective",
        "highlights": [
          {
            "start": 83,
            "end": 88
          }
        ],
        "truncatedStart": false,
        "truncatedEnd": false
      },
      "matched": [
        {
          "field": "alias",
          "lang": "en"
        },
        {
          "field": "alias",
          "lang": "nl"
        },
        {
          "field": "title",
          "lang": "en"
        },
        {
          "field": "title",
          "lang": "nl"
        },
        {
          "field": "text",
          "lang": "nl"
        },
        {
          "field": "objective",
          "lang": "en"
        },
        {
          "field": "gist",
          "lang": "en"
        },
        {
          "field": "objective",
          "lang": "nl"
        }
      ]
    },
    {
      "id": "P7",
      "kind": "priority",
      "score": 3.5207398168768744,
      "title": {
        "text": "Fraud, economic and financial crimes: online fraud schemes, excise fraud, missing trader intra-Community (MTIC) fraud, intellectual property (IP) crime, counterfeiting of goods and currencies, criminal finances, money laundering and asset recovery",
        "lang": "en",
        "status": "unofficial-translation",
        "follows": "OF007"
      },
      "highlights": [
        {
          "start": 0,
          "end": 5
        },
        {
          "start": 45,
          "end": 50
        },
        {
          "start": 67,
          "end": 72
        },
        {
          "start": 106,
          "end": 110
        },
        {
          "start": 112,
          "end": 117
        }
      ],
      "excerpt": {
        "text": "This priority on fraud, economic and financial crimes consists of five sub-priorities, 7a to 7e, each with its own OAP, and builds on the related priorities and OAPs of the previous cycle.",
        "lang": "en",
        "status": "own-words",
        "field": "gist",
        "highlights": [
          {
            "start": 17,
            "end": 22
          }
        ],
        "truncatedStart": false,
        "truncatedEnd": false
      },
      "matched": [
        {
          "field": "title",
          "lang": "en"
        },
        {
          "field": "title",
          "lang": "nl"
        },
        {
          "field": "text",
          "lang": "nl"
        },
        {
          "field": "alias",
          "lang": "en"
        },
        {
          "field": "alias",
          "lang": "nl"
        },
        {
          "field": "gist",
          "lang": "en"
        },
        {
          "field": "gist",
          "lang": "nl"
        }
      ]
    }
  ],
  "total": 8,
  "facets": [],
  "notices": [
    {
      "code": "words-ignored",
      "message": "No unit holds every word; the best ones are without this one.",
      "start": 11,
      "end": 20
    }
  ]
};

export const corrected: api.SearchAnswer = {
  "hits": [
    {
      "id": "P3",
      "kind": "priority",
      "score": 1.6197745736313687,
      "title": {
        "text": "Trafficking in human beings",
        "lang": "en",
        "status": "unofficial-translation",
        "follows": "OF003"
      },
      "highlights": [],
      "excerpt": {
        "text": "criminele netwerken die zich bezighouden met mensenhandel met het oog op uitbuiting, waaronder arbeidsuitbuiting en seksuele uitbuiting, te verstoren, met bijzondere aandacht voor netwerken die minderjarigen dwingen tot criminele daden;",
        "lang": "nl",
        "status": "official",
        "source": {
          "unit": "P3",
          "block": 1,
          "start": 32,
          "end": 268,
          "quote": "criminele netwerken die zich bezighouden met mensenhandel met het oog op uitbuiting, waaronder arbeidsuitbuiting en seksuele uitbuiting, te verstoren, met bijzondere aandacht voor netwerken die minderjarigen dwingen tot criminele daden;"
        },
        "field": "objective",
        "highlights": [
          {
            "start": 45,
            "end": 57
          }
        ],
        "truncatedStart": false,
        "truncatedEnd": true
      },
      "matched": [
        {
          "field": "title",
          "lang": "nl"
        },
        {
          "field": "text",
          "lang": "nl"
        },
        {
          "field": "objective",
          "lang": "nl"
        }
      ]
    },
    {
      "id": "R16",
      "kind": "recital",
      "score": 0.8753791618120061,
      "title": {
        "text": "EU strategies for 2021-2025 and funding",
        "lang": "en",
        "status": "own-words"
      },
      "highlights": [],
      "excerpt": {
        "text": "(2021-2025) en de mededeling over de EU-strategie voor de bestrijding van mensenhandel 2021-2025, waarin wordt voortgebouwd op in het verleden behaalde resultaten, wordt aangegeven welke werkterreinen prioriteit hebben om de EU beter te",
        "lang": "nl",
        "status": "official",
        "source": {
          "unit": "R16",
          "block": 0,
          "start": 99,
          "end": 335,
          "quote": "(2021-2025) en de mededeling over de EU-strategie voor de bestrijding van mensenhandel 2021-2025, waarin wordt voortgebouwd op in het verleden behaalde resultaten, wordt aangegeven welke werkterreinen prioriteit hebben om de EU beter te"
        },
        "field": "text",
        "highlights": [
          {
            "start": 74,
            "end": 86
          }
        ],
        "truncatedStart": true,
        "truncatedEnd": true
      },
      "matched": [
        {
          "field": "text",
          "lang": "nl"
        },
        {
          "field": "gist",
          "lang": "nl"
        }
      ]
    },
    {
      "id": "P7",
      "kind": "priority",
      "score": 0.4055688246565022,
      "title": {
        "text": "Fraud, economic and financial crimes: online fraud schemes, excise fraud, missing trader intra-Community (MTIC) fraud, intellectual property (IP) crime, counterfeiting of goods and currencies, criminal finances, money laundering and asset recovery",
        "lang": "en",
        "status": "unofficial-translation",
        "follows": "OF007"
      },
      "highlights": [
        {
          "start": 0,
          "end": 5
        },
        {
          "start": 45,
          "end": 50
        },
        {
          "start": 67,
          "end": 72
        },
        {
          "start": 112,
          "end": 117
        }
      ],
      "excerpt": {
        "text": "This priority on fraud, economic and financial crimes consists of five sub-priorities, 7a to 7e, each with its own OAP, and builds on the related priorities and OAPs of the previous cycle.",
        "lang": "en",
        "status": "own-words",
        "field": "gist",
        "highlights": [
          {
            "start": 17,
            "end": 22
          }
        ],
        "truncatedStart": false,
        "truncatedEnd": false
      },
      "matched": [
        {
          "field": "title",
          "lang": "nl"
        },
        {
          "field": "text",
          "lang": "nl"
        },
        {
          "field": "title",
          "lang": "en"
        },
        {
          "field": "gist",
          "lang": "nl"
        },
        {
          "field": "alias",
          "lang": "nl"
        },
        {
          "field": "alias",
          "lang": "en"
        },
        {
          "field": "gist",
          "lang": "en"
        }
      ]
    }
  ],
  "total": 10,
  "facets": [],
  "notices": [
    {
      "code": "words-corrected",
      "message": "Nothing holds this word; it was read as \"fraude\".",
      "start": 13,
      "end": 19
    }
  ],
  "corrected": {
    "query": "mensenhandel fraude",
    "ranges": [
      {
        "start": 13,
        "end": 19
      }
    ],
    "applied": true
  }
};
