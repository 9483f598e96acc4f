/** Addresses of charts that have another name now. */
import type { Chart } from '../../charts/kit/chart.ts';
import type { Moved } from './hosting/place.ts';

/** What follows a chart's name in the names of its files. */
const picture = ['', '-dark', '-quiet', '-quiet-dark'].flatMap((kind) => [`${kind}.svg`, `${kind}.png`, `${kind}@2x.png`]);
const shapes = ['', '-quiet'].flatMap((kind) => ['slide', 'square', 'upright'].map((shape) => `${kind}-${shape}.svg`));
const endings = [...picture, ...shapes, '-card.png', '.csv', '.metadata.json', '.oembed.json'];

/** Files of renamed charts under their old names. Pages are there under their old names too, and lead on by themselves. */
export function movedFiles(renamed: readonly Pick<Chart, 'id' | 'formerly'>[]): Moved[] {
  return renamed.flatMap(({ id, formerly }) =>
    formerly.flatMap((old) => endings.map((ending) => ({ from: `charts/${old}${ending}`, to: `charts/${id}${ending}` }))),
  );
}
