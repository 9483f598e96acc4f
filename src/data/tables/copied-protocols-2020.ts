import { counter } from '../columns.ts';
import { confidence, note, sourceId } from '../common.ts';
import { decimal, wholeNumber } from '../field.ts';
import { region } from '../regions.ts';
import { defineTable } from '../table.ts';

const stations = (description: string) => wholeNumber({ description, unit: 'polling stations', max: 6000 });
const votes = (description: string) => wholeNumber({ description, unit: 'votes', max: 3_000_000 });
const percent = (description: string) => decimal({ description, unit: 'percent', max: 100 });

/** What the official protocols that voters could copy in 2020 add up to, by region. */
export const copiedProtocols2020 = defineTable({
  name: 'copied-protocols-2020',
  title: 'Sums of copied protocols, 2020',
  description:
    'One row a region: our sums of the official protocols of 9 August 2020 that voters and observers copied and sent to the platform Golos. The stations are no random sample, mostly in towns and where a protocol was posted at all, so the sums show what these protocols say and not how the country voted. Second copies of nine protocols, named in the notes, are left out; nothing else was corrected.',
  primaryKey: ['region'],
  valueField: 'votes_tsikhanouskaya',
  fields: {
    region: region(),
    stations_total: stations('Polling stations of the region.'),
    stations_in_export: stations('Stations that the export of the platform lists.'),
    stations_with_protocol: stations('Stations with a copied official protocol.'),
    stations_with_votes_cast: stations('Stations whose protocol gives the number of ballots cast. Shares rest on these alone.'),
    votes_cast: votes('Ballots cast in these stations.'),
    votes_lukashenko: votes('Official votes for Alexander Lukashenko in all copied protocols.'),
    votes_tsikhanouskaya: votes('Official votes for Sviatlana Tsikhanouskaya in all copied protocols.'),
    votes_dmitriyeu: votes('Official votes for Andrei Dmitriyeu.'),
    votes_kanapatskaya: votes('Official votes for Hanna Kanapatskaya.'),
    votes_cherachan: votes('Official votes for Siarhei Cherachan.'),
    votes_against_all: votes('Official votes against all candidates.'),
    votes_invalid: votes('Invalid ballots; missing in about half of the protocols.'),
    share_lukashenko_percent: percent('Share of ballots cast for Alexander Lukashenko in stations with both figures.'),
    share_tsikhanouskaya_percent: percent('Share of ballots cast for Sviatlana Tsikhanouskaya in stations with both figures.'),
    turnout_percent: percent('Official turnout in stations where both voters and ballots are known.'),
    stations_tsikhanouskaya_ahead: stations('Stations whose official protocol has Sviatlana Tsikhanouskaya ahead of Alexander Lukashenko.'),
    stations_photos_exceed_votes: stations(
      'Stations where approved photographs of ballots for Sviatlana Tsikhanouskaya outnumber her official votes.',
    ),
    platform_users: wholeNumber({
      description: 'Users of the platform who gave a station of the region as theirs.',
      unit: 'people',
      max: 3_000_000,
    }),
    ballot_photos: wholeNumber({ description: 'Photographs of ballots that the platform approved.', unit: 'photographs', max: 3_000_000 }),
    ballot_photos_tsikhanouskaya: wholeNumber({
      description: 'Approved photographs of ballots for Sviatlana Tsikhanouskaya.',
      unit: 'photographs',
      max: 3_000_000,
    }),
    ...counter(),
    source_id: sourceId(),
    confidence: confidence(),
    note: note(),
  },
  rules: [
    (row) =>
      row.stations_with_protocol > row.stations_total
        ? { field: 'stations_with_protocol', message: `expected at most ${row.stations_total}, found "${row.stations_with_protocol}"` }
        : undefined,
  ],
});
