/** What each library is given: the rows and words of a chart, the place to draw in, and how it says that it is done. */
export const figure = JSON.parse(document.getElementById('figure').textContent);
export const place = document.getElementById('chart');
export const HEIGHT = 330;
export const percent = (value) => (figure.unit === '%' ? `${value}%` : String(value));
export const isTime = figure.x === 'time';
/** The names along the axis, where it is not time. */
export const names = figure.series[0].points.map(([x]) => x);
/** Lets the page say when the chart is drawn: what measures it listens. Libraries may call it again, as on a change of size. */
export const done = () => dispatchEvent(new Event('drawn'));
