/** The parts of the site, in the order in which every page names them. */
export const siteParts = [
  ['/', 'story'],
  ['/charts/', 'charts'],
  ['/data/', 'data'],
  ['/sources/', 'sources'],
  ['/names/', 'names'],
] as const;

/** The name of a part among the strings. */
export type SitePart = (typeof siteParts)[number][1];
