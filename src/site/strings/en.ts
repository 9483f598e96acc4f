import type { Strings } from './strings.ts';

export const en: Strings = {
  siteName: 'No Empty Cells',
  tagline: 'Belarus between two elections, told in counts of people',
  description:
    'Belarus from the vote of August 2020 to 2026: the protests, the arrests, the political prisoners, the pardons and those who took their places. Every number with its source.',
  skipToContent: 'Skip to the text',
  contents: 'Contents',
  notes: 'Notes and sources',
  note: (number) => `Note ${number}`,
  backToText: (reference, of) => (of === 1 ? 'Back to the text' : `Back to the text, place ${reference} of ${of}`),
  permalink: (title) => `Link to “${title}”`,
  chart: {
    sources: 'Sources',
    dataVersion: (version) => `Data version ${version}`,
    dataAsOf: (date) => `Last count shown: ${date}`,
    table: (rows) => `Table of the ${rows} rows drawn`,
    source: 'Source',
    sourceNumber: (number) => `Source ${number}`,
    permalink: 'Link to this chart',
    sortLabel: 'Order of the lines',
    sortBy: {
      group: 'by what became of them',
      detained: 'by day of detention',
      sentence: 'by years of prison',
      released: 'by day of release',
      name: 'by name',
    },
    explore: (title) => `Explore the rows of this chart with the arrow keys: ${title}`,
    page: (count) => (count === 1 ? 'Files, and the document behind it' : `Files, and the ${count} documents behind it`),
    allSources: (count) => (count === 1 ? 'The document behind it' : `The ${count} documents behind it`),
  },
  allNotes: 'All notes',
  terms: {
    title: 'Terms',
    intro: 'Words that the story explains, each marked at its first use.',
    all: 'All terms',
    backToText: (term) => `Back to the first use of “${term}”`,
  },
  opened: { close: 'Close' },
  basis: {
    summary: (documents, conflicts) =>
      `What this chapter rests on: ${documents === 1 ? 'one document' : `${documents} documents`}${
        conflicts === 0 ? '' : conflicts === 1 ? ', one conflict' : `, ${conflicts} conflicts`
      }`,
    documents: (all, cited) =>
      all === cited
        ? `The text cites ${all === 1 ? 'one document' : `${all} documents`}.`
        : `The text cites ${cited === 1 ? 'one document' : `${cited} documents`}; with its charts the chapter rests on ${all}.`,
    publisher: (name, documents) => `${name} (${documents})`,
    publishers: (named, all) => `They come from ${all} publishers, most often ${named}.`,
    copies: (documents) =>
      documents === 1
        ? 'One was read as a copy on another site or in an archive.'
        : `${documents} were read as copies on other sites or in archives.`,
    state: (documents) =>
      documents === 1 ? 'One is by a state or state-aligned medium.' : `${documents} are by state or state-aligned media.`,
    figures: (all, medium, low, digest) => {
      const unsure = [...(medium > 0 ? [`${medium} of medium confidence`] : []), ...(low > 0 ? [`${low} of low confidence`] : [])];
      const count = all === 1 ? 'one figure from the tables' : `${all} figures from the tables`;
      const doubt = unsure.length === 0 ? '' : `, ${unsure.join(' and ')}`;
      const known = digest === 0 ? '' : digest === 1 ? '; one is known only from digests' : `; ${digest} are known only from digests`;
      return `It prints ${count}${doubt}${known}${digest === 0 ? '' : ' of other reports'}.`;
    },
    conflicts: 'Counters or reports disagree on some of what the text prints. The number of the text stands first, with its note.',
    by: (value, counter) => `${value} by ${counter}`,
    row: 'row',
  },
  noteText: {
    countedBy: (counter, date) => `Counted by ${counter}: ${date}.`,
    dated: (date) => `As of ${date}.`,
    sum: (rows) => `Our sum of ${rows} rows.`,
    operation: { sum: '+', difference: '−', divide: '÷' },
    arithmetic: (formula) => `Our arithmetic: ${formula}.`,
    knownBy: (date) => `As known by ${date}.`,
    confidence: { medium: 'Medium confidence.', low: 'Low confidence.' },
  },
  citation: {
    undated: 'undated',
    copyAt: (host) => `copy at ${host}`,
    archivedAt: (host) => `archived at ${host}`,
    state: 'state or state-aligned medium',
    inLanguage: (language) => `in ${language}`,
  },
  leave: {
    label: 'Leave this page',
    address: 'https://www.wikipedia.org/',
    pressed: [
      'Shift was pressed once. Press it twice more to leave this page.',
      'Shift was pressed twice. Press it once more to leave this page.',
    ],
    leaving: 'Leaving this page.',
  },
  opening: {
    label: 'Steps through the counts of people held',
    count: (value, date) => `${value} people held, ${date}`,
    freed: (value, date) => `${value} freed in waves by ${date}`,
    died: (value, many) => (many ? `${value} people died in custody` : 'One person died in custody'),
    caption: (counts) =>
      `One dot is one person held as a political prisoner, by Viasna’s ${counts} exact counts; between them nothing is known and nothing is drawn. Where in the field a dot stands has no meaning.`,
    source: 'All counts and their sources',
  },
  scrolly: {
    label: (title) => `Steps through the chart: ${title}`,
    previous: 'Previous',
    next: 'Next',
    showAll: 'Show all steps',
    follow: 'Follow the text',
    step: (number, of) => `Step ${number} of ${of}`,
  },
  nav: { label: 'Parts of the site', story: 'Story', charts: 'Charts', data: 'Data', sources: 'Sources' },
  table: {
    search: 'Search',
    all: 'all',
    rows: (count) => (count === 1 ? '1 row' : `${count.toLocaleString('en-GB')} rows`),
    shown: '{shown} of {all} rows',
  },
  gallery: {
    title: 'Charts',
    description: 'All charts of No Empty Cells, each with its rows, its sources and its files to take along.',
    intro: (count) => `${count} charts. Each has a page with the rows that it draws and the documents behind them.`,
    others: 'Other charts',
    topic: 'Topic',
    counter: 'Counted by',
    year: 'Year',
    count: (charts) => `${charts} charts`,
    shown: '{shown} of {all} charts',
  },
  chartPage: {
    finding: 'What it shows',
    made: 'How it was made',
    madeFrom: (version) => `Drawn when the site is built, from data version ${version}, out of the tables`,
    rests: (sources) =>
      sources === 1 ? 'It rests on one document, listed under the chart.' : `It rests on ${sources} documents, listed under the chart.`,
    conflicts: (rows) =>
      rows === 1
        ? 'One row of these documents disagrees with a row drawn; it is kept in the table.'
        : `${rows} rows of these documents disagree with rows drawn; they are kept in the tables.`,
    inStory: 'In the story, it stands in the chapter',
    files: 'Files',
    svg: 'drawing with its text as text, title, sources, licence and version inside',
    png: 'picture, as on the page',
    png2x: 'the same in twice the size, for print and sharp screens',
    csv: 'just the rows drawn',
    json: 'what the rows mean and where they come from',
    card: 'Card',
    cardNote: 'picture of 1200 by 630 for links to the chart',
    neutralCard: 'Neutral card',
    neutralCardNote: 'the same size, with no names or figures, for readers at risk',
    cite: 'Cite it as',
    citation: (title, version, year) => `No Empty Cells, “${title}”, data version ${version}, ${year}. CC BY 4.0.`,
  },
  embed: {
    madeBy: (site, version) => `${site}, data version ${version}, CC BY 4.0.`,
    more: 'Sources and data',
    heading: 'Embed',
    intro:
      'Each line below works by itself. Your readers’ browsers ask this site for one file and are given no cookie; nobody else is asked for anything.',
    frame: 'Frame',
    frameNote: 'Follows the data. Needs no script: it starts at a height that fits.',
    loader: 'Script for an exact fit',
    loaderNote:
      'Once a page, anywhere. Not needed where pym.js, iframe-resizer 4, sidechain, @newswire/frames or Datawrapper’s listener runs already.',
    quiet: 'Quiet frame',
    quietNote: 'Without outgoing links and without names of people, for readers who may be punished for either.',
    element: 'Element',
    elementNote: 'With the same script. Where no script runs, the link inside is shown.',
    picture: 'Picture',
    pictureNote:
      'For editors that take no frames. It does not follow the reader’s theme. Copy the files to your own server and we see no reader at all.',
    markdown: 'Markdown',
    markdownNote: 'A picture that links to this page.',
    theme: 'Theme',
    themes: { auto: 'The reader’s', light: 'Light', dark: 'Dark' },
    data: 'Data',
    follow: 'Follow the data',
    pin: (version) => `Stay at version ${version}`,
    missing: (version) => `Version ${version} of the data has no such chart`,
    missingWhy: 'The chart was added later, or asks for rows that this version does not have. These can be shown instead:',
    preview: 'Preview',
    width: (pixels) => `${pixels} px`,
    copy: 'Copy',
    copied: 'Copied',
    names: {
      roles: { 'Alexander Lukashenko': 'the incumbent', 'Sviatlana Tsikhanouskaya': 'the main challenger' },
      person: (number) => `person ${number}`,
    },
  },
  sourcesPage: {
    title: 'Sources',
    description: 'Every document that the data of No Empty Cells rests on: publisher, kind, language, date, and the tables that use it.',
    intro: (count) =>
      `The data rests on ${count.toLocaleString('en-GB')} documents. Copies and mirrors are told as such, and state media are marked. A day written with “by” is the latest day on which the text can have been published.`,
    document: 'Document',
    publisher: 'Publisher',
    kind: 'Kind',
    language: 'Language',
    published: 'Published',
    notAfter: (day) => `by ${day}`,
    used: 'Used in',
  },
  changelog: {
    title: 'What changed in the data',
    description: 'Each release of the data package, with the rows added, changed and removed.',
  },
  corrections: {
    title: 'Corrections',
    description: 'Where we hold a source to be wrong, and what we did about it.',
    intro:
      'The tables keep what a source printed, slips included. Where we hold it to be wrong, an entry says so: it is applied when the data is read, and stands here. An entry no longer holds when the row changes; the check of the data then asks for it to be looked at again.',
    none: 'There is none at present.',
    row: (table, line) => `${table}, line ${line}`,
    action: {
      override: (found, value) => `The source has ${found}. We use ${value}.`,
      drop: (found) => `The source has ${found}. We leave the row out.`,
      flag: (found) => `The source has ${found}. We keep it and mark it as doubtful.`,
    },
    status: {
      open: 'The source has not been told',
      reported: 'The source has been told',
      acknowledged: 'The source has answered',
      fixed_upstream: 'The source has changed its text',
    },
    report: 'Found something wrong?',
    reportHow:
      'File a correction in the project’s issue tracker, with a link to the source. Do not write there what could put you or another person in danger.',
  },
  catalogue: {
    title: 'Data',
    description:
      'The data package under No Empty Cells: political prisoners, arrests, sentences, releases, elections and exile in Belarus, each row with its source.',
    intro: (tables, rows) =>
      `${tables} tables with ${rows.toLocaleString('en-GB')} rows, each row with the document that states it. Where sources disagree, all of them stay, and one row is marked as preferred.`,
    wholePackage: 'The whole package',
    changelog: 'What changed',
    corrections: 'Corrections made so far',
    correctHow: 'Change the row in data/ and open a pull request, or file an issue with a link to the source.',
    citation: (version, year) => `No Empty Cells: Belarus between two elections. Data package, version ${version}, ${year}. CC BY 4.0.`,
    tables: 'Tables',
    use: 'Reading it',
    useIntro: 'These lines work as they stand while the site is served on your machine by npm start.',
  },
  tablePage: {
    rows: 'Rows',
    span: 'Span',
    counters: 'Counted by',
    andMore: (count) => `and ${count} more`,
    version: 'Version',
    licence: 'Licence',
    download: 'Download',
    metadata: 'metadata',
    charts: 'Drawn in',
    figures: 'Quoted in the story',
    figuresUse: (count) => (count === 1 ? 'by one figure' : `by ${count} figures`),
    cite: 'Cite as',
    citation: (table, version, year) => `No Empty Cells, “${table}”, version ${version}, ${year}. CC BY 4.0.`,
    correct: 'Correct it',
    correctHow: (file) => `Change the row in ${file} and open a pull request, or file an issue with a link to the source.`,
    fields: 'Fields',
    field: 'Field',
    type: 'Type',
    meaning: 'Meaning',
    mayBeEmpty: 'may be empty',
    key: 'part of the key',
    allRows: 'Rows',
    status: 'Status',
  },
  footer: {
    licence: 'Text, charts and data: CC BY 4.0. Code: MIT.',
    data: 'Every number on this page is computed from the project’s data package when the page is built.',
  },
  notFound: { title: 'There is no such page', text: 'The address may have been cut or changed.', home: 'Go to the story' },
  readingTime: (minutes, words) => `About ${minutes} minutes to read, ${words} words`,
  minutes: (minutes) => `${minutes} min`,
  position: { label: 'Chapter', chapter: (number, of, title) => `${number} of ${of} · ${title}` },
};
