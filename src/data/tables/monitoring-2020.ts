import { counted, dated } from '../columns.ts';
import { decimal, oneOf } from '../field.ts';
import { region } from '../regions.ts';
import { defineTable } from '../table.ts';

/** How citizens watched the vote of 2020: platforms, photographs, protocols, observers. */
export const monitoring2020 = defineTable({
  name: 'monitoring-2020',
  title: 'How citizens watched the vote of 2020',
  description:
    'One row a published count of what citizens gathered about the vote of 9 August 2020 and of observers let in or kept out. Counts by platforms depend on who took part and say nothing about the whole country.',
  primaryKey: ['metric', 'region', 'date', 'counted_by', 'source_id'],
  valueField: 'value',
  dateField: 'date',
  stocks: 'all',
  orderedBy: [],
  fields: {
    metric: oneOf(
      { description: 'What is counted.' },
      {
        platform_users: { label: 'users of the platform', definition: 'People who signed up with Golos.' },
        platform_users_at_a_station: { label: 'users with a station', definition: 'Users of Golos who gave their polling station.' },
        ballot_photos: { label: 'photographs of ballots', definition: 'Photographs of ballots that Golos received or approved.' },
        protocols_copied: { label: 'copied protocols', definition: 'Official protocols of stations that were copied and worked through.' },
        stations_total: { label: 'polling stations', definition: 'All polling stations of the vote.' },
        stations_with_proven_fraud: {
          label: 'stations with proven fraud',
          definition: 'Stations where Golos held more photographs of ballots for a candidate than the protocol gives votes.',
        },
        stations_photos_exceed_votes: {
          label: 'stations where photographs exceed votes',
          definition: 'Our count of such stations for Sviatlana Tsikhanouskaya in the export of the platform.',
        },
        photos_where_they_exceed_votes: {
          label: 'photographs in those stations',
          definition: 'Approved photographs of ballots for Sviatlana Tsikhanouskaya there.',
        },
        official_votes_where_photos_exceed: {
          label: 'official votes in those stations',
          definition: 'Her votes there by the official protocols.',
        },
        votes_registered: { label: 'votes marked on the platforms', definition: 'Votes that users of the three platforms reported.' },
        votes_tsikhanouskaya_copied: {
          label: 'her votes in copied protocols',
          definition: 'Official votes for Sviatlana Tsikhanouskaya in the protocols of the study of July 2021.',
        },
        observers_accredited: {
          label: 'observers accredited',
          definition: 'Observers of the campaign who were accredited at polling stations.',
        },
        observers_let_in_early_voting: {
          label: 'observers let in',
          definition: 'Accredited observers who could watch early voting at all.',
        },
        observers_detained_early_voting: { label: 'observers detained', definition: 'Observers detained during early voting.' },
        observers_pro_government_percent: {
          label: 'observers close to the government',
          definition: 'Percentage of all accredited domestic observers.',
        },
        stations_watched_early_voting: {
          label: 'stations watched in early voting',
          definition: 'Stations where the campaign watched early voting to the end.',
        },
        stations_watched_inside_election_day: {
          label: 'stations watched from inside',
          definition: 'Stations where observers could stay inside on election day.',
        },
        commission_members_opposition_percent: {
          label: 'opposition in the commissions',
          definition: 'Percentage of members of commissions who represented opposition parties.',
        },
      },
    ),
    region: region('Region that the count covers.'),
    ...dated('Day that the count speaks of, read with date_precision. 9 August 2020 for the vote as a whole.', 'its end'),
    value: decimal({
      description: 'Number of what the metric names, or a percentage where the metric says so.',
      unit: 'as the metric says',
      max: 10_000_000,
    }),
    ...counted(),
  },
});
