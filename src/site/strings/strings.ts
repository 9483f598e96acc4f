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
    readonly dataAsOf: (date: string) => string;
    readonly table: (rows: number) => string;
    readonly source: string;
    readonly sourceNumber: (number: number) => string;
    readonly permalink: string;
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
  readonly footer: { readonly licence: string; readonly data: string };
  readonly notFound: { readonly title: string; readonly text: string; readonly home: string };
  readonly readingTime: (minutes: number) => string;
}
