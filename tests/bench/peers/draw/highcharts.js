/** Highcharts with its module for accessibility, as its guide advises for every chart. */
import Highcharts from 'highcharts/esm/highcharts.js';
import 'highcharts/esm/modules/accessibility.js';
import { done, figure, HEIGHT, isTime, names, place } from './figure.js';

const type = { line: 'line', bar: 'column', dot: 'scatter' };
Highcharts.chart(place, {
  chart: { height: HEIGHT, animation: false, events: { load: done } },
  title: { text: undefined },
  credits: { enabled: false },
  accessibility: { description: `${figure.title}. ${figure.description}` },
  legend: { enabled: figure.series.length > 1, verticalAlign: 'top' },
  xAxis: isTime ? { type: 'datetime' } : { categories: names },
  yAxis: {
    title: { text: undefined },
    min: figure.from ?? 0,
    max: figure.to,
    labels: { format: figure.unit === '%' ? '{value}%' : '{value}' },
  },
  plotOptions: { series: { animation: false } },
  series: figure.series.map(({ name, mark, colour, points }) => ({
    name,
    type: type[mark],
    color: colour,
    marker: { radius: mark === 'dot' ? 4 : 2, symbol: 'circle' },
    data: points.map(([x, y], index) => [isTime ? Date.parse(x) : index, y]),
  })),
});
