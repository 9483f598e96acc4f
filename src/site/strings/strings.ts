/** The words of the interface. One file a language; a missing word does not compile. */
export interface Strings {
  readonly siteName: string;
  /** A version of the data with changes that are in no release. */
  readonly versionAhead: (version: string, changes: number) => string;
  readonly tagline: string;
  /** The one sentence before the story. */
  readonly standfirst: string;
  readonly description: string;
  /** Head of the story's variant that says nothing of its subject. */
  readonly neutral: { readonly title: string; readonly description: string };
  /** For previews of links: `language_TERRITORY` after Open Graph, and what the card without names or figures shows. */
  readonly preview: { readonly locale: string; readonly neutralCard: string };
  readonly feed: {
    readonly title: string;
    readonly description: string;
    readonly release: (version: string) => string;
    readonly correction: (headline: string) => string;
    readonly mistake: (place: string) => string;
  };
  readonly editions: {
    /** Of the page that offers them, and of the link to it. */
    readonly title: string;
    readonly description: string;
    readonly intro: readonly string[];
    /** Before the SHA-256 sum of a file. */
    readonly sum: string;
    /** Name, what it is, what it hides and what not. */
    readonly kinds: Readonly<
      Record<
        'page' | 'quiet' | 'book' | 'paper' | 'marked' | 'plain',
        { readonly name: string; readonly what: string; readonly hides: string }
      >
    >;
    /** Version and day of what the editions hold. */
    readonly holds: (version: string, day: string) => string;
    readonly inLanguage: (language: string) => string;
    readonly whole: { readonly title: string; readonly text: readonly string[]; readonly sums: string };
    /** In each file, for readers at risk, in place of what the page tells of the site. */
    readonly aboutCopy: readonly string[];
    /** The same of a file whose links lead to sources. */
    readonly aboutLinks: string;
    /** The list of the documents behind the tables of a file. */
    readonly rowSources: string;
    readonly rowSourcesIntro: string;
    readonly book: {
      /** Over the tables of the charts, in the contents. */
      readonly tables: string;
      /** For readers who choose books by what they can do with them. */
      readonly access: string;
    };
  };
  readonly mirror: {
    readonly title: string;
    readonly description: string;
    readonly intro: readonly string[];
    readonly known: string;
    /** Who keeps a mirror, the day on which it was last found whole, and the release that it holds. */
    readonly found: (by: string, day: string, release: string) => string;
    /** Sections of the page; what is typed there belongs to their ids, in `mirrors.ts`. */
    readonly parts: readonly {
      readonly id: string;
      readonly title: string;
      readonly text: readonly string[];
    }[];
  };
  readonly skipToContent: string;
  readonly contents: string;
  readonly notes: string;
  readonly note: (number: number) => string;
  readonly backToText: (reference: number, of: number) => string;
  readonly permalink: (title: string) => string;
  readonly chart: {
    readonly sources: string;
    readonly dataVersion: (version: string) => string;
    /** Opens what the note has no room for. */
    readonly reading: string;
    /** Names in a row, and how many more there are. */
    readonly names: (names: readonly string[]) => string;
    readonly others: (count: number) => string;
    /** Who counted, and in how many documents it was read. */
    readonly readIn: (who: string, documents: number) => string;
    readonly dataAsOf: (date: string) => string;
    readonly table: (rows: number) => string;
    readonly source: string;
    readonly permalink: string;
    /** Over the names that open their events. */
    readonly histories: string;
    /** What a figure is, what its drawing is, and what the table under it holds. */
    readonly figure: string;
    readonly drawing: string;
    readonly rows: string;
    /** Names the slider that goes through the rows. */
    readonly explore: string;
    /** With `{row}` and `{all}`, before the row itself. */
    readonly rowSaid: string;
    /** Where the browser draws no SVG. */
    readonly noDrawing: string;
    readonly pictureThere: string;
    readonly pictureBelow: string;
    readonly sortLabel: string;
    readonly sortBy: Readonly<Record<'group' | 'detained' | 'sentence' | 'released' | 'name', string>>;
    readonly allSources: (count: number) => string;
    readonly page: (count: number) => string;
  };
  readonly allNotes: string;
  readonly terms: { readonly title: string; readonly intro: string; readonly all: string; readonly backToText: (term: string) => string };
  /** The box in which a note or a term opens in place. */
  readonly opened: { readonly close: string };
  readonly basis: {
    readonly summary: (documents: number, conflicts: number) => string;
    readonly documents: (all: number, cited: number) => string;
    readonly publisher: (name: string, documents: number) => string;
    readonly publishers: (named: string, all: number) => string;
    readonly copies: (documents: number) => string;
    readonly state: (documents: number) => string;
    readonly figures: (all: number, medium: number, low: number, digest: number) => string;
    readonly conflicts: string;
    readonly by: (value: string, counter: string) => string;
    readonly row: string;
  };
  readonly noteText: {
    readonly countedBy: (counter: string, date: string) => string;
    readonly dated: (date: string) => string;
    readonly sum: (rows: number) => string;
    readonly operation: { readonly sum: string; readonly difference: string; readonly divide: string };
    readonly arithmetic: (formula: string) => string;
    readonly knownBy: (date: string) => string;
    /** Before documents that say what else stands in the sentence of a number. */
    readonly rest: string;
    readonly confidence: Readonly<Record<'medium' | 'low', string>>;
  };
  readonly citation: {
    readonly undated: string;
    readonly copyAt: (host: string) => string;
    readonly archivedAt: (host: string) => string;
    readonly state: string;
    readonly inLanguage: (language: string) => string;
  };
  readonly leave: {
    readonly label: string;
    readonly address: string;
    /** What is said after the first press of Shift, after the second. */
    readonly pressed: readonly string[];
    /** What is said when the others did not come in time. */
    readonly expired: string;
    readonly leaving: string;
  };
  readonly opening: {
    /** Names the passage. */
    readonly label: string;
    /** What follows a number: how many are held on a date. */
    readonly held: (value: number, date: string) => string;
    /** What follows a number, with the time that it covers. */
    readonly freed: (value: number, period: string) => string;
    readonly added: (value: number, period: string) => string;
    readonly died: (value: number) => string;
    /** Names the control that goes to any of the counts. */
    readonly pick: string;
    /** What the marks mean; `since` is the month from which the freed and the added are counted. */
    readonly caption: (counts: number, since: string) => string;
    readonly source: string;
  };
  readonly scrolly: {
    readonly label: (title: string) => string;
    readonly previous: string;
    readonly next: string;
    readonly showAll: string;
    readonly follow: string;
    /** What is said where there is no step before, no step after. */
    readonly first: string;
    readonly last: string;
    readonly step: (number: number, of: number) => string;
  };
  readonly nav: {
    readonly label: string;
    readonly story: string;
    readonly charts: string;
    readonly data: string;
    readonly sources: string;
    /** The index of names, at the back of a book. */
    readonly names: string;
    /** Before the names of the other languages, each in itself. */
    readonly languages: string;
  };
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
    readonly topic: string;
    readonly counter: string;
    readonly year: string;
    readonly count: (charts: number) => string;
    /** With `{shown}` and `{all}`, which the script fills. */
    readonly shown: string;
  };
  readonly chartPage: {
    readonly finding: string;
    readonly made: string;
    readonly madeFrom: (version: string) => string;
    readonly rests: (sources: number) => string;
    readonly conflicts: (rows: number) => string;
    readonly inStory: string;
    readonly files: string;
    readonly light: string;
    readonly pictureNote: string;
    readonly dark: string;
    readonly darkNote: string;
    readonly darkWord: string;
    readonly quietPicture: string;
    readonly quietNote: string;
    readonly rows: string;
    readonly rowsNote: string;
    readonly shapes: string;
    readonly shapesNote: string;
    readonly quietShapes: string;
    readonly card: string;
    readonly cardNote: string;
    readonly neutralCard: string;
    readonly neutralCardNote: string;
    readonly cite: string;
    readonly citation: (title: string, version: string, year: string) => string;
  };
  readonly embed: {
    readonly madeBy: (site: string, version: string) => string;
    readonly more: string;
    readonly follow: string;
    readonly pin: (version: string) => string;
    readonly missing: (version: string) => string;
    readonly missingWhy: string;
    readonly withdrawn: (date: string) => string;
    readonly instead: string;
    /** What stands now in the place of a mistake, and how many more there are. */
    readonly corrected: (now: string, more: number) => string;
    readonly correctedIn: (count: number) => string;
    readonly correctedMore: string;
    readonly names: { readonly roles: Readonly<Record<string, string>>; readonly person: (number: number) => string };
  };
  readonly embedCode: {
    readonly heading: string;
    readonly intro: string;
    readonly data: string;
    readonly follow: string;
    readonly pin: (version: string) => string;
    readonly theme: string;
    readonly themes: Readonly<Record<'auto' | 'light' | 'dark', string>>;
    readonly size: string;
    readonly full: string;
    readonly atMost: (pixels: number) => string;
    readonly language: string;
    readonly oneLanguage: (language: string) => string;
    readonly quietChoice: string;
    readonly look: string;
    readonly background: string;
    readonly ofTheme: string;
    readonly transparent: string;
    readonly accent: string;
    readonly accentHint: string;
    readonly font: string;
    /** By the names in `src/embed/tokens.ts`; the empty one is the reader's. */
    readonly fonts: Readonly<Record<string, string>>;
    readonly density: string;
    readonly densities: Readonly<Record<string, string>>;
    readonly corner: string;
    readonly headOff: string;
    readonly notesOff: string;
    readonly tableOpen: string;
    readonly preview: string;
    readonly width: (pixels: number) => string;
    readonly allWidths: string;
    /** With `{width}`, `{start}` and `{fit}`, which the script fills. */
    readonly fits: string;
    readonly copy: string;
    readonly copyFrame: string;
    readonly copied: string;
    readonly forms: Readonly<
      Record<
        'frame' | 'quiet' | 'loader' | 'element' | 'svg' | 'png' | 'markdown' | 'alt' | 'citation',
        { readonly label: string; readonly note: string; readonly privacy: string }
      >
    >;
    readonly link: string;
    readonly linkTo: (title: string) => string;
    readonly close: string;
    readonly loading: string;
  };
  readonly embedDocs: {
    readonly link: string;
    readonly onGallery: string;
    /** How a recipe was last seen to hold, with the names and versions of what was looked at, and the day. */
    readonly seen: Readonly<Record<'run' | 'code' | 'documentation' | 'service', (what: string, day: string) => string>>;
  };
  readonly releasePage: {
    readonly title: (version: string) => string;
    readonly description: (version: string, date: string) => string;
    readonly intro: string;
    readonly changes: string;
    readonly files: string;
    readonly charts: string;
    readonly chartsNote: string;
  };
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
    readonly readAs: string;
    readonly used: string;
  };
  readonly changelog: { readonly title: string; readonly description: string };
  readonly corrections: {
    readonly title: string;
    readonly description: string;
    readonly intro: string;
    readonly own: string;
    readonly ownIntro: string;
    readonly noneOwn: string;
    /** What was wrong, and what stands now, each before its text. */
    readonly was: string;
    readonly now: string;
    readonly chart: (title: string) => string;
    readonly chapter: (title: string) => string;
    readonly tables: (title: string) => string;
    readonly found: (day: string) => string;
    readonly since: string;
    readonly version: (version: string) => string;
    readonly mended: (version: string) => string;
    readonly changelog: string;
    readonly shownBy: string;
    readonly sources: string;
    readonly sourcesIntro: string;
    readonly none: string;
    /** A headline: what was counted or told, the day, and the name of the cell. */
    readonly headline: (table: string, day: string, field: string) => string;
    readonly row: string;
    readonly action: Readonly<Record<'override' | 'drop' | 'flag', (found: string, value: string) => string>>;
    readonly status: Readonly<Record<'open' | 'reported' | 'acknowledged' | 'fixed_upstream', string>>;
    readonly report: string;
    readonly reportHow: string;
  };
  readonly names: {
    readonly title: string;
    readonly description: string;
    readonly intro: (entries: number) => string;
    readonly groups: Readonly<Record<'people' | 'places' | 'organisations' | 'terms' | 'laws', string>>;
    readonly search: string;
    readonly count: (entries: number) => string;
    /** With `{shown}` and `{all}`, which the script fills. */
    readonly shown: string;
    /** What happened to one of the dead, after its day; and what each is. */
    readonly died: string;
    readonly dead: Readonly<Record<'custody' | 'protests', string>>;
    /** Before other spellings, passages, charts and tables. */
    readonly also: string;
    readonly story: string;
    readonly charts: string;
    readonly tables: string;
    readonly sources: (count: number) => string;
    readonly events: (count: number) => string;
    readonly years: (count: number) => string;
  };
  /** Names the link to where the project is kept. */
  readonly repository: string;
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
    /** Tables that stand in no chapter. */
    readonly reference: string;
    readonly count: (tables: number) => string;
    /** With `{shown}` and `{all}`, which the script fills. */
    readonly shown: string;
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
  readonly footer: {
    readonly label: string;
    readonly editions: string;
    readonly corrections: string;
    readonly changelog: string;
    readonly about: string;
    readonly feed: string;
    readonly made: string;
    readonly read: (day: string) => string;
    readonly version: (version: string, day: string) => string;
    readonly licence: string;
    readonly others: string;
    readonly data: string;
  };
  /** Who made this, when it was last read against its sources, how a mistake is told. */
  readonly about: {
    readonly title: string;
    readonly description: string;
    readonly who: readonly string[];
    readonly when: string;
    readonly whenText: (read: string, version: string, day: string) => string;
    readonly report: string;
    readonly open: string;
    readonly openText: string;
    readonly tracker: string;
    readonly noTracker: string;
    readonly safe: string;
    readonly safeText: string;
    readonly noSafeWay: string;
    readonly careful: string;
    readonly mistakes: string;
    readonly mistakesText: string;
  };
  /** What was tried for readers who see, hear or move otherwise, and what was not. */
  readonly accessibility: {
    readonly title: string;
    readonly description: string;
    readonly intro: (day: string) => string;
    readonly tried: string;
    readonly triedList: readonly string[];
    readonly notTried: string;
    readonly notTriedList: readonly string[];
    readonly known: string;
    readonly knownList: readonly string[];
    /** Before the link to where a fault is reported. */
    readonly report: string;
  };
  /** What the benchmarks found. */
  readonly performance: {
    readonly title: string;
    readonly description: string;
    readonly intro: string;
    /** Before the command that measures. */
    readonly none: string;
    readonly peers: string;
    /** `line` in megabits a second, `latency` in milliseconds. */
    readonly peersIntro: (gaps: Readonly<Record<'charts' | 'rounds' | 'line' | 'latency' | 'slowdown', string>>) => string;
    readonly ratios: (drawn: string, bytes: string) => string;
    readonly drawing: Readonly<Record<'drawn' | 'bytes', string>>;
    readonly median: string;
    readonly library: string;
    readonly measures: Readonly<
      Record<'bytes' | 'requests' | 'drawn' | 'script' | 'work' | 'elements' | 'memory' | 'text' | 'axe', string>
    >;
    readonly times: Readonly<Record<'drawn' | 'bytes', string>>;
    readonly fair: string;
    /** Before the titles of the charts, each with its number of rows. */
    readonly charts: string;
    readonly starlight: string;
    readonly starlightIntro: (gaps: Readonly<Record<'rounds' | 'line' | 'latency' | 'slowdown', string>>) => string;
    /** Head of the column that names what was measured. */
    readonly measure: string;
    readonly storyMeasures: Readonly<
      Record<
        | 'bytes'
        | 'requests'
        | 'bytesRead'
        | 'requestsRead'
        | 'painted'
        | 'largest'
        | 'script'
        | 'work'
        | 'elements'
        | 'text'
        | 'axe'
        | 'performance'
        | 'accessibility'
        | 'bestPractices'
        | 'seo',
        string
      >
    >;
    /** `pictures`: how many charts the other page has as pictures. */
    readonly starlightFair: (pictures: string) => string;
    readonly conditions: (gaps: Readonly<Record<'day' | 'machine' | 'before' | 'after' | 'measured', string>>) => string;
    /** After the commit, where files differed from it. */
    readonly changed: string;
    readonly growth: string;
    readonly growthIntro: string;
    readonly dimensions: Readonly<Record<'releases' | 'charts' | 'rows' | 'languages', string>>;
    readonly count: string;
    readonly grown: Readonly<Record<'seconds' | 'megabytesOfMemory' | 'files' | 'bytes', string>>;
    readonly exponent: string;
  };
  readonly moved: { readonly title: string; readonly text: string; readonly link: string };
  readonly notFound: {
    readonly title: string;
    readonly text: string;
    readonly embeds: string;
    readonly allCharts: string;
    readonly noChart: (name: string) => string;
    readonly noVersion: (title: string, version: string) => string;
    readonly instead: string;
  };
  readonly readingTime: (minutes: number, words: string) => string;
  /** Above the title of a chapter. */
  readonly chapterNumber: (number: number, of: number) => string;
  readonly minutes: (minutes: number) => string;
  /** Where the reader is, on narrow screens. */
  readonly position: { readonly label: string; readonly chapter: (number: number, of: number, title: string) => string };
}
