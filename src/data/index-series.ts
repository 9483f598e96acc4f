/** The series of the table `indices`: one index counted in one way. A change of method is a new series. */
export const indexSeries = {
  'vdem-liberal-v15': {
    label: 'V-Dem, liberal democracy',
    definition: 'Version 15 of the data, 0 to 1, 1 most democratic, with an uncertainty band.',
  },
  'vdem-electoral-v15': {
    label: 'V-Dem, electoral democracy',
    definition: 'Version 15 of the data, 0 to 1, 1 most democratic, with an uncertainty band.',
  },
  'vdem-liberal-v16': {
    label: 'V-Dem, liberal democracy, version 16',
    definition: 'Version 16 recalculates all years, so its figures are not joined to version 15. 0 to 1, 1 most democratic.',
  },
  'fh-total': {
    label: 'Freedom House, total',
    definition: 'Freedom in the World, political rights and civil liberties together, 0 to 100, 100 most free.',
  },
  'fh-political-rights-score': {
    label: 'Freedom House, political rights, score',
    definition: 'Freedom in the World, 0 to 40, 40 most free.',
  },
  'fh-civil-liberties-score': {
    label: 'Freedom House, civil liberties, score',
    definition: 'Freedom in the World, 0 to 60, 60 most free.',
  },
  'fh-political-rights-rating': {
    label: 'Freedom House, political rights, rating',
    definition: 'Freedom in the World, 1 to 7, 7 least free.',
  },
  'fh-civil-liberties-rating': {
    label: 'Freedom House, civil liberties, rating',
    definition: 'Freedom in the World, 1 to 7, 7 least free.',
  },
  'eiu-democracy': {
    label: 'EIU Democracy Index',
    definition: 'Economist Intelligence Unit, 0 to 10, 10 most democratic. No editions for 2007 and 2009.',
  },
  'rsf-2021': {
    label: 'RSF press freedom, up to 2021',
    definition: 'World Press Freedom Index by the methods used up to the edition of 2021; scores from 2013, 0 to 100, 100 most free.',
  },
  'rsf-2022': {
    label: 'RSF press freedom, from 2022',
    definition: 'World Press Freedom Index by the method introduced in 2022; 0 to 100, 100 most free. Not comparable with earlier scores.',
  },
  'rsf-2022-political': {
    label: 'RSF, political context',
    definition: 'Part of the index by the method of 2022, 0 to 100, 100 most free.',
  },
  'rsf-2022-economic': { label: 'RSF, economic context', definition: 'Part of the index by the method of 2022, 0 to 100, 100 most free.' },
  'rsf-2022-legal': { label: 'RSF, legal context', definition: 'Part of the index by the method of 2022, 0 to 100, 100 most free.' },
  'rsf-2022-social': { label: 'RSF, social context', definition: 'Part of the index by the method of 2022, 0 to 100, 100 most free.' },
  'rsf-2022-safety': { label: 'RSF, safety', definition: 'Part of the index by the method of 2022, 0 to 100, 100 most free.' },
  'bti-status': { label: 'BTI status index', definition: 'Bertelsmann Transformation Index, 1 to 10, 10 best; editions every two years.' },
  'bti-democracy': {
    label: 'BTI democracy status',
    definition: 'Bertelsmann Transformation Index, 1 to 10, 10 best; editions every two years.',
  },
  cpi: { label: 'Corruption Perceptions Index', definition: 'Transparency International, 0 to 100, 100 cleanest.' },
  'wjp-rule-of-law': { label: 'Rule of Law Index', definition: 'World Justice Project, 0 to 1, 1 strongest.' },
} as const;
