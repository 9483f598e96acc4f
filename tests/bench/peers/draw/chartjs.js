/** Chart.js, of which only the parts that the chart needs are registered; its canvas has a role, a name and words inside, as its guide asks. */
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  ScatterController,
  TimeScale,
  Tooltip,
} from 'chart.js';
import 'chartjs-adapter-date-fns';
import { done, figure, HEIGHT, isTime, names, percent, place } from './figure.js';

Chart.register(LinearScale, Legend, Tooltip, PointElement);
// Replaced by true or false before the parts are put together, so that no page brings a kind of chart that it does not draw.
if (WITH_TIME) Chart.register(TimeScale);
else Chart.register(CategoryScale);
if (WITH_LINES) Chart.register(LineController, LineElement);
if (WITH_BARS) Chart.register(BarController, BarElement);
if (WITH_DOTS) Chart.register(ScatterController);

const type = { line: 'line', bar: 'bar', dot: 'scatter' };
place.style.height = `${HEIGHT}px`;
const canvas = document.createElement('canvas');
canvas.setAttribute('role', 'img');
canvas.setAttribute('aria-label', figure.title);
canvas.textContent = figure.description;
place.append(canvas);
new Chart(canvas, {
  type: type[figure.series[0].mark],
  data: {
    ...(isTime ? {} : { labels: names }),
    datasets: figure.series.map(({ name, mark, colour, points }) => ({
      type: type[mark],
      label: name,
      data: points.map(([x, y]) => ({ x, y })),
      borderColor: colour,
      backgroundColor: colour,
      pointRadius: mark === 'dot' ? 4 : 2,
      borderWidth: 2,
    })),
  },
  options: {
    animation: false,
    maintainAspectRatio: false,
    plugins: { legend: { display: figure.series.length > 1 } },
    scales: {
      x: isTime ? { type: 'time' } : { type: 'category', ticks: { autoSkip: false } },
      y: { beginAtZero: figure.from === undefined, min: figure.from, max: figure.to, ticks: { callback: percent } },
    },
  },
  plugins: [{ id: 'done', afterRender: done }],
});
