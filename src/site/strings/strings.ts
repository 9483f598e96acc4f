/** The words of the interface. One file a language; a missing word does not compile. */
export interface Strings {
  readonly siteName: string;
  readonly tagline: string;
  readonly description: string;
  readonly skipToContent: string;
  readonly contents: string;
  readonly notes: string;
  readonly note: (number: number) => string;
  readonly backToText: (reference: number, of: number) => string;
  readonly permalink: (title: string) => string;
  readonly chart: {
    readonly sources: string;
    readonly dataVersion: (version: string) => string;
    readonly dataAsOf: (date: string) => string;
    readonly table: (rows: number) => string;
    readonly source: string;
    readonly sourceNumber: (number: number) => string;
    readonly permalink: string;
    readonly explore: (title: string) => string;
    readonly allSources: (count: number) => string;
  };
  readonly noteText: {
    readonly countedBy: (counter: string, date: string) => string;
    readonly dated: (date: string) => string;
    readonly sum: (rows: number) => string;
    readonly operation: { readonly sum: string; readonly difference: string; readonly divide: string };
    readonly arithmetic: (formula: string) => string;
    readonly knownBy: (date: string) => string;
    readonly confidence: Readonly<Record<'medium' | 'low', string>>;
  };
  readonly citation: {
    readonly undated: string;
    readonly copyAt: (host: string) => string;
    readonly archivedAt: (host: string) => string;
    readonly state: string;
    readonly inLanguage: (language: string) => string;
  };
  readonly nav: { readonly label: string; readonly story: string; readonly charts: string; readonly data: string; readonly sources: string };
  readonly table: {
    readonly search: string;
    readonly all: string;
    readonly rows: (count: number) => string;
    /** With `{shown}` and `{all}`, which the script fills. */
    readonly shown: string;
  };
  readonly gallery: {
    readonly title: string;
    readonly description: string;
    readonly intro: (count: number) => string;
    readonly others: string;
  };
  readonly chartPage: { readonly finding: string; readonly made: string; readonly madeFrom: string };
  readonly sourcesPage: {
    readonly title: string;
    readonly description: string;
    readonly intro: (count: number) => string;
    readonly document: string;
    readonly publisher: string;
    readonly kind: string;
    readonly language: string;
    readonly published: string;
    readonly notAfter: (day: string) => string;
    readonly used: string;
  };
  readonly catalogue: {
    readonly title: string;
    readonly description: string;
    readonly intro: (tables: number, rows: number) => string;
    readonly wholePackage: string;
    readonly changelog: string;
    readonly corrections: string;
    readonly correctHow: string;
    readonly citation: (version: string, year: string) => string;
    readonly tables: string;
    readonly use: string;
    readonly useIntro: string;
  };
  readonly tablePage: {
    readonly rows: string;
    readonly span: string;
    readonly counters: string;
    readonly andMore: (count: number) => string;
    readonly version: string;
    readonly licence: string;
    readonly download: string;
    readonly metadata: string;
    readonly charts: string;
    readonly figures: string;
    readonly figuresUse: (count: number) => string;
    readonly cite: string;
    readonly citation: (table: string, version: string, year: string) => string;
    readonly correct: string;
    readonly correctHow: (file: string) => string;
    readonly fields: string;
    readonly field: string;
    readonly type: string;
    readonly meaning: string;
    readonly mayBeEmpty: string;
    readonly key: string;
    readonly allRows: string;
    readonly status: string;
  };
  readonly footer: { readonly licence: string; readonly data: string };
  readonly notFound: { readonly title: string; readonly text: string; readonly home: string };
  readonly readingTime: (minutes: number) => string;
}
