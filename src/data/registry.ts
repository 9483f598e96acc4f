/** The tables of the data package, in the order in which readers meet them. A new table is one line here. */
import type { Table } from './table.ts';
import { candidates2025 } from './tables/candidates-2025.ts';
import { cases } from './tables/cases.ts';
import { chargesByArticle } from './tables/charges-by-article.ts';
import { civilSociety } from './tables/civil-society.ts';
import { convictions } from './tables/convictions.ts';
import { copiedProtocols2020 } from './tables/copied-protocols-2020.ts';
import { counters } from './tables/counters.ts';
import { deathCounts } from './tables/death-counts.ts';
import { deathsInCustody } from './tables/deaths-in-custody.ts';
import { detentionTotals } from './tables/detention-totals.ts';
import { detentions } from './tables/detentions.ts';
import { earlyVoting } from './tables/early-voting.ts';
import { eventPeople } from './tables/event-people.ts';
import { events } from './tables/events.ts';
import { exile } from './tables/exile.ts';
import { indices } from './tables/indices.ts';
import { jailedJournalists } from './tables/jailed-journalists.ts';
import { laws } from './tables/laws.ts';
import { listSizes } from './tables/list-sizes.ts';
import { monitoring2020 } from './tables/monitoring-2020.ts';
import { newlyRecognised } from './tables/newly-recognised.ts';
import { observers } from './tables/observers.ts';
import { opinionSurveys } from './tables/opinion-surveys.ts';
import { people } from './tables/people.ts';
import { personNames } from './tables/person-names.ts';
import { placeNames } from './tables/place-names.ts';
import { places } from './tables/places.ts';
import { politicalPrisoners } from './tables/political-prisoners.ts';
import { presidentialResults } from './tables/presidential-results.ts';
import { prisonerGroups } from './tables/prisoner-groups.ts';
import { protestDeaths } from './tables/protest-deaths.ts';
import { protestHarm } from './tables/protest-harm.ts';
import { protestSizes } from './tables/protest-sizes.ts';
import { recognition } from './tables/recognition.ts';
import { regionalResults2020 } from './tables/regional-results-2020.ts';
import { releaseTotals } from './tables/release-totals.ts';
import { releases } from './tables/releases.ts';
import { sanctions } from './tables/sanctions.ts';
import { sentences } from './tables/sentences.ts';
import { sources } from './tables/sources.ts';
import { statements } from './tables/statements.ts';
import { stations2020 } from './tables/stations-2020.ts';
import { timeServed } from './tables/time-served.ts';
import { townMentions } from './tables/town-mentions.ts';
import { turnoutByRegion } from './tables/turnout-by-region.ts';
import { usMeasures } from './tables/us-measures.ts';
import { vote2020Estimates } from './tables/vote-2020-estimates.ts';

export const tables: readonly Table[] = [
  politicalPrisoners,
  prisonerGroups,
  newlyRecognised,
  releaseTotals,
  releases,
  deathsInCustody,
  deathCounts,
  people,
  cases,
  timeServed,
  convictions,
  sentences,
  chargesByArticle,
  detentions,
  detentionTotals,
  protestSizes,
  protestHarm,
  protestDeaths,
  presidentialResults,
  regionalResults2020,
  vote2020Estimates,
  copiedProtocols2020,
  stations2020,
  monitoring2020,
  earlyVoting,
  turnoutByRegion,
  candidates2025,
  observers,
  recognition,
  exile,
  civilSociety,
  listSizes,
  jailedJournalists,
  sanctions,
  usMeasures,
  laws,
  indices,
  opinionSurveys,
  events,
  statements,
  townMentions,
  personNames,
  eventPeople,
  placeNames,
  places,
  counters,
  sources,
];
