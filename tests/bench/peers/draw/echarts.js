/** Apache ECharts, of which only the parts that the chart needs are brought, with its description for screen readers on. */
import { BarChart, LineChart, ScatterChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { done, figure, HEIGHT, isTime, names, percent, place } from './figure.js';

use([AriaComponent, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);
// Replaced by true or false before the parts are put together, so that no page brings a kind of chart that it does not draw.
if (WITH_LINES) use([LineChart]);
if (WITH_BARS) use([BarChart]);
if (WITH_DOTS) use([ScatterChart]);

const type = { line: 'line', bar: 'bar', dot: 'scatter' };
place.style.height = `${HEIGHT}px`;
const chart = init(place);
chart.on('finished', done);
chart.setOption({
  animation: false,
  aria: { enabled: true, label: { description: `${figure.title}. ${figure.description}` } },
  grid: { left: 8, right: 16, top: 40, bottom: 8, containLabel: true },
  tooltip: { trigger: 'item' },
  legend: { show: figure.series.length > 1, top: 0 },
  xAxis: isTime ? { type: 'time' } : { type: 'category', data: names, axisLabel: { rotate: 45 } },
  yAxis: { type: 'value', min: figure.from, max: figure.to, axisLabel: { formatter: percent } },
  series: figure.series.map(({ name, mark, colour, points }) => ({
    name,
    type: type[mark],
    data: points,
    symbolSize: mark === 'dot' ? 8 : 3,
    itemStyle: { color: colour },
    connectNulls: false,
  })),
});
addEventListener('resize', () => chart.resize());
