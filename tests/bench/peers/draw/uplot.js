/** uPlot, which draws on a canvas; its table of series is its legend. It has no options for screen readers, so the place has a role and a name. */
import uPlot from 'uplot';
import { done, figure, HEIGHT, isTime, names, percent, place } from './figure.js';

place.setAttribute('role', 'figure');
place.setAttribute('aria-label', `${figure.title}. ${figure.description}`);
const { bars, points: onlyPoints, linear } = uPlot.paths;
const at = (x, index) => (isTime ? Date.parse(x) / 1000 : index);
const tables = figure.series.map(({ points }) => [points.map(([x], index) => at(x, index)), points.map(([, y]) => y)]);
// A null is a gap; where another series has a row and this one has none, its line goes on.
const data = uPlot.join(
  tables,
  tables.map(() => [0, 2]),
);
const paths = { line: linear(), bar: bars({ size: [0.7, 60] }), dot: onlyPoints() };
new uPlot(
  {
    width: place.clientWidth,
    height: HEIGHT - 40,
    scales: {
      x: { time: isTime, ...(isTime ? {} : { range: [-0.6, names.length - 0.4] }) },
      y: { range: (_self, _low, high) => [figure.from ?? 0, figure.to ?? high * 1.05] },
    },
    axes: [
      isTime ? {} : { splits: () => names.map((_, index) => index), values: () => names, rotate: -45, size: 80 },
      { values: (_self, values) => values.map(percent) },
    ],
    series: [
      isTime ? {} : { label: '', value: (_self, index) => names[index] ?? '' },
      ...figure.series.map(({ name, mark, colour }) => ({
        label: name,
        stroke: colour,
        width: 2,
        ...(mark === 'bar' ? { fill: colour } : {}),
        points: { show: mark !== 'bar', size: mark === 'dot' ? 8 : 4, fill: colour },
        paths: paths[mark],
      })),
    ],
    hooks: { draw: [done] },
  },
  data,
  place,
);
