/** Plotly.js in the smallest bundle that its makers ship, without its bar of tools. It has no options for screen readers. */
import Plotly from 'plotly.js-basic-dist-min';
import { done, figure, HEIGHT, isTime, names, place } from './figure.js';

const trace = ({ name, mark, colour, points }) => ({
  name,
  x: points.map(([x]) => x),
  y: points.map(([, y]) => y),
  ...(mark === 'bar' ? { type: 'bar' } : { type: 'scatter', mode: mark === 'dot' ? 'markers' : 'lines+markers' }),
  marker: { color: colour, size: mark === 'dot' ? 8 : 4 },
  connectgaps: false,
});
await Plotly.newPlot(
  place,
  figure.series.map(trace),
  {
    height: HEIGHT,
    margin: { l: 48, r: 16, t: 24, b: isTime ? 32 : 80 },
    showlegend: figure.series.length > 1,
    legend: { orientation: 'h', y: 1.15 },
    xaxis: isTime ? { type: 'date' } : { type: 'category', categoryorder: 'array', categoryarray: names },
    yaxis: { ...(figure.from === undefined ? { rangemode: 'tozero' } : { range: [figure.from, figure.to] }), ticksuffix: figure.unit },
  },
  { responsive: true, displayModeBar: false },
);
done();
