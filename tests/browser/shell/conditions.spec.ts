/** One page of each kind and two embeds, under every condition of reading: axe finds nothing, nothing scrolls sideways, no text is cut off or covered. */
import { conditions, faultsUnder, openForConditions } from '../helpers/conditions.ts';
import { expect, test } from '../helpers/fixtures.ts';

// The story, and all of these in light and dark, are looked at in site.spec.ts; every page and embed under every condition by `npm run test:conditions`.
const pages = ['./charts/held/', './data/releases/', './sources/', './editions/'];
const embeds = ['./embed/held/', './embed/lifelines/quiet/'];

for (const address of [...pages, ...embeds]) {
  test(`${address} is whole however it is read`, async ({ page }) => {
    test.setTimeout(120_000);
    await openForConditions(page, address);
    for (const condition of conditions.filter(({ name }) => name !== 'light' && name !== 'dark'))
      expect(await faultsUnder(page, condition, { embed: embeds.includes(address) })).toEqual([]);
  });
}
