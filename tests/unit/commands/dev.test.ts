import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ProjectCopy } from '../../fixtures/project.ts';

const project = new ProjectCopy();
const server = project.start('dev.ts');
let said = '';
let home = '';

/** A page as the dev server answers it now. */
async function get(path: string): Promise<{ status: number; text: string }> {
  const answer = await fetch(new URL(path, home), { signal: AbortSignal.timeout(60_000) });
  return { status: answer.status, text: await answer.text() };
}

beforeAll(async () => {
  home = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: unknown): void => {
      said += String(chunk);
      const found = said.match(/http:\/\/localhost:\d+\//);
      if (found) resolve(found[0]);
    };
    server.stdout?.on('data', listen);
    server.stderr?.on('data', listen);
    server.on('exit', () => reject(new Error(`the dev server ended: ${said}`)));
  });
}, 60_000);
afterAll(async () => {
  server.removeAllListeners('exit');
  const ended = new Promise((resolve) => server.on('exit', resolve));
  server.kill();
  await ended;
  project.remove();
});

describe('npm run dev', () => {
  it.each([
    ['the story', '/', 'id="chart-held"'],
    ['the page of a chart', '/charts/held/', 'embed/held/'],
    ['an embed that follows the data', '/embed/held/', '<svg'],
    ['one without names', '/embed/held/quiet/', '<svg'],
    ['one of a release', '/embed/held/1.0.0/', '1.0.0'],
    ['one that goes on to the present name', '/embed/exile/', '/embed/permits/'],
    ['one part of a chart', '/embed/arrest-counts/only/rights-groups/', '<svg'],
    ['the answer of oEmbed', '/embed/held/oembed.json', '"type":"rich"'],
    ['the loader', '/embed.js', 'customElements'],
    ['a table', '/data/counters/', 'counters.csv'],
  ])(
    'answers %s',
    async (_what, path, holds) => {
      const { status, text } = await get(path);
      expect(status).toBe(200);
      expect(text.includes(holds), holds).toBe(true);
    },
    90_000,
  );

  it('shows what a file says after it was changed, and says what is amiss', async () => {
    const strings = 'content/en/charts/sundays.yml';
    const [line = ''] = project.read(strings).match(/^title: .*$/m) ?? [];
    const titled = async (path: string): Promise<boolean> => (await get(path)).text.includes('Sundays, named anew');
    const restore = project.edit(strings, line, 'title: "Sundays, named anew"');
    expect(await Promise.all([titled('/embed/sundays/'), titled('/charts/sundays/')])).toEqual([true, true]);
    restore();
    expect(await titled('/embed/sundays/')).toBe(false);
    const mend = project.edit(strings, line, line.replace('title', 'titel'));
    expect((await get('/embed/sundays/')).status).toBe(500);
    expect(said).toMatch(/content\/en\/charts\/sundays\.yml:1:1 titel: expected no such key here/);
    mend();
    expect((await get('/embed/sundays/')).status).toBe(200);
  }, 120_000);

  it('shows a language that is under way, whose faults keep no other from being read', async () => {
    const page = await get('/charts/sundays/');
    expect(page.text.includes('hreflang="ru"')).toBe(true);
    expect((await get('/ru/')).text.includes('lang="ru"')).toBe(true);
    const mend = project.edit('content/ru/charts/sundays.yml', 'subtitle: ', 'subtitel: ');
    const [own, other] = await Promise.all([get('/embed/ru/sundays/'), get('/charts/sundays/')]);
    expect([own.status, other.status]).toEqual([500, 200]);
    expect(other.text.includes('</html>')).toBe(true);
    mend();
    expect((await get('/embed/ru/sundays/')).status).toBe(200);
  }, 120_000);
});
