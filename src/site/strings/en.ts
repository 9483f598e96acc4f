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
    dataAsOf: (date) => `Last count shown: ${date}`,
    table: (rows) => `Table of the ${rows} rows drawn`,
    source: 'Source',
    sourceNumber: (number) => `Source ${number}`,
    permalink: 'Link to this chart',
    allSources: (count) => (count === 1 ? 'The document behind it' : `The ${count} documents behind it`),
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
  footer: {
    licence: 'Text, charts and data: CC BY 4.0. Code: MIT.',
    data: 'Every number on this page is computed from the project’s data package when the page is built.',
  },
  notFound: { title: 'There is no such page', text: 'The address may have been cut or changed.', home: 'Go to the story' },
  readingTime: (minutes) => `About ${minutes} minutes to read`,
};
