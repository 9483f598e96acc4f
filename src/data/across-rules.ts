/**
 * The rules between rows in words, each with a piece of the message that tells its fault. `data/README.md` lists them; the files
 * `across*.ts` and `publishers.ts` hold the rows to them.
 */
export interface RuleBetweenRows {
  readonly says: string;
  /** Words of its messages, as they stand in the code that writes them. */
  readonly tells: readonly string[];
}

export const rulesBetweenRows: readonly RuleBetweenRows[] = [
  { says: 'A fact has one preferred row.', tells: ['expected one preferred row a fact'] },
  { says: 'A row that repeats a preferred one gives its value, as far as both are rounded.', tells: ['the value that it repeats of line'] },
  { says: 'A row that gives way has a preferred row to give way to.', tells: ['to give way to, found none beside'] },
  {
    says: 'An interim count is not preferred to a fuller one by the same counter.',
    tells: ['expected an interim count not to be preferred'],
  },
  { says: 'Rows stand in order: of their days, or of what the table names.', tells: ['for the rows stand in order'] },
  { says: 'A row speaks of no day after its document was read; a count, of none after it was published.', tells: ['when its source was'] },
  {
    says: 'A part is not greater than its whole: women than people held, a city than the country, an addition than the list.',
    tells: ['the whole in line', 'a part of it', 'adds, found'],
  },
  { says: 'A running total does not fall.', tells: ['the running total of line', 'expected a running total of at least'] },
  { says: 'The row of the country is the sum of the regions, where it was added up.', tells: ['the sum of the regions'] },
  {
    says: 'In a case, arrest comes before verdict and freedom, and nothing after death.',
    tells: ['when the person was detained', 'when the person died'],
  },
  { says: 'Who was freed has no last report from custody that is preferred.', tells: ['since the person was freed on'] },
  {
    says: 'Reports of one death that agree give one age and, in both tables, one day.',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the code that writes the message has it so
    tells: ['or the status "conflicting"', 'of ${deaths.file}'],
  },
  { says: 'Time served follows the cases that it is derived from.', tells: ['in cases.csv, found', 'as cases.csv adds up to'] },
  {
    says: 'An address stands once, unless the page was changed between, or a note says that it is the same.',
    tells: ['expected an address of its own'],
  },
  {
    says: 'A document is published within its bounds, before it was read, and read by today.',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the code that writes the message has it so
    tells: [', ${why}, found', 'the earliest that not_before allows', 'expected a day until today'],
  },
  {
    says: 'A publisher has one spelling, and is no host and no user of a platform.',
    tells: ['the one spelling of this publisher', 'found the user of a platform', 'found a host'],
  },
  {
    says: 'A place, a region and a person of the package can be joined by the tables of names.',
    tells: [
      'expected one that stands in',
      'who has this name in people.csv',
      'expected a name that a row of another table has',
      'expected a row of event-people.csv with',
    ],
  },
  {
    says: 'A name of a person stands in a field that is declared to hold such, so that embeds without names leave it out.',
    tells: ['expected a field made by personName'],
  },
];
