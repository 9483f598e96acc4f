/** Values as bars, one under the other, drawn by the kit that the charts are drawn with; ours is the dark one. */
import { axisY, barX, text } from '@observablehq/plot';
import { makeFrame } from '../../charts/kit/frame.ts';
import { ink, muted } from '../../charts/kit/palette.ts';
import type { Size } from '../../charts/kit/sizes.ts';
import { drawPlot, toMarkup } from '../../charts/kit/svg.ts';
import type { Words } from '../../charts/kit/words.ts';
import { formatDate, formatNumber, formatPercent } from '../../figures/format.ts';
import type { Edition } from '../edition.ts';
import { asInTables } from '../languages.ts';

export interface Bar {
  readonly name: string;
  readonly value: number;
  readonly label: string;
}

/** A drawing has words of its own in a file; this one is given all of them with its bars. */
function wordsOf({ locale, dataWords }: Edition): Words {
  const none = (key: string): never => {
    throw new RangeError(`the drawing has no label ${key}`);
  };
  return {
    locale,
    title: '',
    subtitle: '',
    note: '',
    reading: '',
    label: none,
    sentence: none,
    number: (value, _qualifier, digits) => formatNumber(value, locale, digits),
    percent: (share, digits) => formatPercent(share, 'exact', locale, digits),
    date: (iso, precision = 'day') => formatDate(iso, precision, locale),
    named: dataWords.say,
  };
}

/** Both drawings of the bars, as markup. `name` is unique on the page; the first bar is ours. */
export function drawBars(bars: readonly Bar[], name: string, edition: Edition): Readonly<Record<Size, string>> {
  const longest = Math.max(...bars.map((bar) => bar.name.length));
  const draw = (size: Size): string => {
    const frame = makeFrame(size, bars.length * 26 + 8, wordsOf(edition), bars);
    const svg = drawPlot(frame, {
      marginLeft: Math.ceil(longest * frame.fontSize * 0.56) + 8,
      marginRight: 64,
      marginTop: 4,
      marginBottom: 4,
      x: { axis: null, domain: [0, Math.max(...bars.map(({ value }) => value))] },
      y: { type: 'band', domain: bars.map((each) => each.name), label: null },
      marks: [
        axisY({ tickSize: 0, tickPadding: 6, fill: ink, label: null }),
        ...[bars.slice(0, 1), bars.slice(1)].map((some, index) =>
          barX(some, { x: 'value', y: 'name', fill: index === 0 ? ink : muted, insetTop: 3, insetBottom: 3 }),
        ),
        text(bars, { x: 'value', y: 'name', text: 'label', dx: 6, textAnchor: 'start', fill: ink }),
      ],
    });
    // All that is written in it are names of programs, and numbers.
    const { lang } = asInTables(edition);
    if (lang !== undefined) for (const part of svg.children) part.setAttribute('lang', lang);
    return toMarkup(svg, frame, `${name}-${size}`);
  };
  return { narrow: draw('narrow'), wide: draw('wide') };
}
