/** The charts, in the order in which the story meets them. A new chart is one file, its strings, and one line here. */

import { arrestCounts } from './arrest-counts.ts';
import { arrestsByMonth } from './arrests-by-month.ts';
import { articles } from './articles.ts';
import { balance2025 } from './balance-2025.ts';
import { convictions } from './convictions.ts';
import { copiedShares } from './copied-shares.ts';
import { deals2025 } from './deals-2025.ts';
import { deaths } from './deaths.ts';
import { democracy } from './democracy.ts';
import { earlyVoting } from './early-voting.ts';
import { everAndStill } from './ever-and-still.ts';
import { firstDays } from './first-days.ts';
import { fiveYears } from './five-years.ts';
import { freedomHouse } from './freedom-house.ts';
import { held } from './held.ts';
import { inAndOut } from './in-and-out.ts';
import { jailedJournalists } from './jailed-journalists.ts';
import type { Chart } from './kit/chart.ts';
import { leftEstimates } from './left-estimates.ts';
import { lifelines } from './lifelines.ts';
import { minskProtocols } from './minsk-protocols.ts';
import { observers } from './observers.ts';
import { officialResults } from './official-results.ts';
import { opinionRigged } from './opinion-rigged.ts';
import { opinionTroops } from './opinion-troops.ts';
import { opinionTurnout } from './opinion-turnout.ts';
import { opinionVote } from './opinion-vote.ts';
import { opinionWar } from './opinion-war.ts';
import { organisationsLost } from './organisations-lost.ts';
import { permits } from './permits.ts';
import { pressRank } from './press-rank.ts';
import { protestMap } from './protest-map.ts';
import { rating } from './rating.ts';
import { releases } from './releases.ts';
import { residentsAbroad } from './residents-abroad.ts';
import { roadTo2025 } from './road-to-2025.ts';
import { sanctions } from './sanctions.ts';
import { sentences } from './sentences.ts';
import { servedAndGiven } from './served-and-given.ts';
import { stations } from './stations.ts';
import { sundays } from './sundays.ts';
import { turnout2025 } from './turnout-2025.ts';
import { usMeasures } from './us-measures.ts';
import { vote2020 } from './vote-2020.ts';
import { whatBecame } from './what-became.ts';
import { whereWent } from './where-went.ts';
import { womenHeld } from './women-held.ts';

export const charts: readonly Chart[] = [
  fiveYears,
  held,
  everAndStill,
  whatBecame,
  inAndOut,
  balance2025,
  deals2025,
  womenHeld,
  officialResults,
  vote2020,
  minskProtocols,
  copiedShares,
  stations,
  earlyVoting,
  turnout2025,
  observers,
  firstDays,
  sundays,
  protestMap,
  arrestsByMonth,
  arrestCounts,
  convictions,
  sentences,
  articles,
  deaths,
  releases,
  roadTo2025,
  lifelines,
  leftEstimates,
  whereWent,
  permits,
  residentsAbroad,
  organisationsLost,
  jailedJournalists,
  servedAndGiven,
  democracy,
  freedomHouse,
  pressRank,
  sanctions,
  usMeasures,
  opinionVote,
  opinionRigged,
  opinionTurnout,
  opinionWar,
  opinionTroops,
  rating,
];
