/** Observable Plot in the browser, with its options `ariaLabel` and `ariaDescription`. */
import { barY, dot, line, plot, ruleY } from '@observablehq/plot';
import { done, figure, HEIGHT, isTime, names, percent, place } from './figure.js';

const x = isTime ? ([day]) => new Date(day) : '0';
const options = (colour) => ({ x, y: '1', fill: colour, tip: true });
const marks = figure.series.flatMap(({ mark, colour, points }) => {
  if (mark === 'bar') return [barY(points, options(colour))];
  if (mark === 'dot') return [dot(points, options(colour))];
  return [line(points, { x, y: '1', stroke: colour }), dot(points, { ...options(colour), r: 2 })];
});
place.append(
  plot({
    width: place.clientWidth,
    height: HEIGHT,
    ariaLabel: figure.title,
    ariaDescription: figure.description,
    x: isTime ? { type: 'utc', label: null } : { type: 'band', domain: names, label: null, tickRotate: -45 },
    y: { ...(figure.from === undefined ? {} : { domain: [figure.from, figure.to] }), tickFormat: percent, grid: true, label: null },
    color: {
      domain: figure.series.map(({ name }) => name),
      range: figure.series.map(({ colour }) => colour),
      legend: figure.series.length > 1,
    },
    marginBottom: isTime ? 30 : 70,
    marks: [ruleY([figure.from ?? 0]), ...marks],
  }),
);
done();
