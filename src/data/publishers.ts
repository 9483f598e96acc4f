/** One spelling a publisher, and a name: not the host of a page, nor a user of a platform. */
import { quote } from './problem.ts';

/** Other spellings that have come up, each with the one that the package uses. */
const spellings: Readonly<Record<string, string>> = {
  AP: 'Associated Press',
  Anadolu: 'Anadolu Agency',
  'Censor.net': 'Censor.NET',
  EPDE: 'European Platform for Democratic Elections',
  HRW: 'Human Rights Watch',
  'International Committee to Investigate Torture in Belarus': 'International Committee for the Investigation of Torture in Belarus',
  'Kyiv Independent': 'The Kyiv Independent',
  'Moscow Times': 'The Moscow Times',
  ODIHR: 'OSCE/ODIHR',
  'Polish Radio': 'Polskie Radio',
  'Radio Svaboda': 'RFE/RL',
  'RFE/RL Belarus Service': 'RFE/RL',
  'RIA24.today': 'RIA24',
  RSF: 'Reporters Without Borders',
  UDF: 'UDF.by',
  'US State Department': 'US Department of State',
  'US Treasury': 'US Department of the Treasury',
};

/** Media that write their own name as an address, in lower case. */
const namedLikeHosts: ReadonlySet<string> = new Set(['21.by', 'dev.by', 'news.by']);

/** What is wrong with the name of a publisher, or nothing. */
export function publisherFault(publisher: string, url: string): string | undefined {
  const spelling = spellings[publisher];
  if (spelling !== undefined) return `expected ${quote(spelling)}, the one spelling of this publisher, found ${quote(publisher)}`;
  if (/^(github|gitlab|telegram|youtube)?\s*user\b/i.test(publisher) || publisher.startsWith('@'))
    return `expected the name of a publisher, found the user of a platform, ${quote(publisher)}`;
  const host = new URL(url).hostname.replace(/^www\./, '');
  if (!namedLikeHosts.has(publisher) && (publisher === host || /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(publisher)))
    return `expected the name of a publisher or “Not identified”, found a host, ${quote(publisher)}`;
  return undefined;
}
