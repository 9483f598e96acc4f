/** Vega-Embed with Vega-Lite: drawn as SVG, whose marks Vega describes to screen readers; a description for the whole. */
import embed from 'vega-embed';
import { done, figure, HEIGHT, isTime, names, place } from './figure.js';

const layer = (series) => {
  const scale = { zero: figure.from === undefined, ...(figure.from === undefined ? {} : { domain: [figure.from, figure.to] }) };
  const { mark, points, name } = series;
  return {
    data: { values: points.map(([x, y]) => ({ x, y, name })) },
    mark:
      mark === 'line'
        ? { type: 'line', point: { size: 12 }, tooltip: true }
        : { type: mark === 'dot' ? 'point' : 'bar', filled: true, opacity: 1, tooltip: true },
    encoding: {
      x: isTime
        ? { field: 'x', type: 'temporal', timeUnit: 'utcyearmonthdate', axis: { title: null, format: '%Y' } }
        : { field: 'x', type: 'nominal', sort: names, axis: { title: null, labelAngle: -45 } },
      y: {
        field: 'y',
        type: 'quantitative',
        scale,
        axis: { title: null, ...(figure.unit === '%' ? { labelExpr: "datum.value + '%'" } : {}) },
      },
      color: {
        field: 'name',
        type: 'nominal',
        scale: { domain: figure.series.map((each) => each.name), range: figure.series.map(({ colour }) => colour) },
        legend: figure.series.length > 1 ? { orient: 'top', title: null } : null,
      },
    },
  };
};
await embed(
  place,
  {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    description: `${figure.title}. ${figure.description}`,
    width: 'container',
    height: HEIGHT - 60,
    layer: figure.series.map(layer),
  },
  { renderer: 'svg', actions: false },
);
done();
