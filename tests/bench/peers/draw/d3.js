/** D3 by hand: scales, axes and a path, in an SVG with a role, a name and a description. */
import { max } from 'd3-array';
import { axisBottom, axisLeft } from 'd3-axis';
import { scaleBand, scaleLinear, scaleUtc } from 'd3-scale';
import { create } from 'd3-selection';
import { line } from 'd3-shape';
import { done, figure, HEIGHT, isTime, names, percent, place } from './figure.js';

const width = place.clientWidth;
const margin = { left: 44, right: 12, top: 24, bottom: isTime ? 28 : 80 };
const all = figure.series.flatMap(({ points }) => points);
const days = all.map(([x]) => Date.parse(x));
const across = [margin.left, width - margin.right];
const x = isTime ? scaleUtc([Math.min(...days), Math.max(...days)], across) : scaleBand(names, across).padding(0.2);
const y = scaleLinear([figure.from ?? 0, figure.to ?? max(all, ([, value]) => value) * 1.05], [HEIGHT - margin.bottom, margin.top]);
const middle = ([at]) => (isTime ? x(Date.parse(at)) : x(at) + x.bandwidth() / 2);

const svg = create('svg')
  .attr('viewBox', `0 0 ${width} ${HEIGHT}`)
  .attr('width', width)
  .attr('height', HEIGHT)
  .attr('role', 'img')
  .attr('aria-labelledby', 'd3-title d3-description');
svg.append('title').attr('id', 'd3-title').text(figure.title);
svg.append('desc').attr('id', 'd3-description').text(figure.description);
const below = svg
  .append('g')
  .attr('transform', `translate(0,${HEIGHT - margin.bottom})`)
  .call(axisBottom(x).ticks(6));
if (!isTime) below.selectAll('text').attr('transform', 'rotate(-45)').attr('text-anchor', 'end');
svg.append('g').attr('transform', `translate(${margin.left},0)`).call(axisLeft(y).ticks(5).tickFormat(percent));

for (const [index, { name, mark, colour, points }] of figure.series.entries()) {
  const known = points.filter(([, value]) => value !== null);
  const marks = svg.append('g').attr('fill', colour);
  if (mark === 'bar')
    marks
      .selectAll('rect')
      .data(known)
      .join('rect')
      .attr('x', ([at]) => x(at))
      .attr('width', x.bandwidth())
      .attr('y', ([, value]) => y(value))
      .attr('height', ([, value]) => y(0) - y(value));
  else
    marks
      .selectAll('circle')
      .data(known)
      .join('circle')
      .attr('cx', middle)
      .attr('cy', ([, value]) => y(value))
      .attr('r', mark === 'dot' ? 4 : 2);
  if (mark === 'line')
    svg
      .append('path')
      .attr('fill', 'none')
      .attr('stroke', colour)
      .attr('stroke-width', 2)
      .attr(
        'd',
        line()
          .defined(([, value]) => value !== null)
          .x(middle)
          .y(([, value]) => y(value))(points),
      );
  if (figure.series.length > 1)
    svg
      .append('text')
      .attr('x', margin.left + 6 + index * 110)
      .attr('y', 14)
      .attr('font-size', 12)
      .attr('fill', colour)
      .text(name);
}
place.append(svg.node());
done();
