/** `npm run hosting:check -- <address>`: holds a published site against the rules for hosts, and says what is missing. */
import { charts } from '../charts/registry.ts';
import { oneLine } from '../data/safe-text.ts';
import type { Answer } from '../site/publish/hosting/judge.ts';
import { checkLive, told } from '../site/publish/hosting/live.ts';
import { runOrSay, Stop } from './say.ts';

/** A server that hangs is a fault too. In milliseconds. */
const PATIENCE = 20_000;

await runOrSay([], async () => {
  const [address = '', ...rest] = process.argv.slice(2);
  if (!/^https?:\/\//.test(address) || !URL.canParse(address) || rest.length > 0)
    throw new Stop('Name the address of the site: npm run hosting:check -- https://example.org/');
  const { origin, pathname } = new URL(address);
  const site = origin + pathname.replace(/(?:\/index\.html|\/)?$/, '/');
  const [chart] = charts;
  const findings = await checkLive(site, chart?.id ?? '', ask);
  for (const line of told(site, findings)) console.log(oneLine(line));
  if (findings.length > 0) process.exitCode = 1;
});

async function ask(address: string): Promise<Answer> {
  try {
    const response = await fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(PATIENCE) });
    return { status: response.status, headers: new Map(response.headers), body: await response.text() };
  } catch (error) {
    const reason = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
    throw new Stop(`${address} does not answer: ${oneLine(reason)}`);
  }
}
