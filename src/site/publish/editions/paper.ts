/** The story for paper: the page in one file, told how a book of sheets is numbered and headed, for a browser to print. */
import { select, selectAll } from 'hast-util-select';
import { EditionFault } from './fault.ts';
import { readTree, textOf } from './story-tree.ts';

/** Nothing is loaded; the one script is ours. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; font-src data:; img-src data:";

/** The page to print, made of the edition in one file. Its print styles hold from the start, so that what the script measures is what is printed. */
export function paperPage(html: string): string {
  const tree = readTree(html);
  const title = select('h1', tree);
  const chapters = selectAll('section.chapter[id]', tree).map((chapter) => {
    const heading = select('h2', chapter);
    return { id: String(chapter.properties['id']), title: heading ? textOf(heading) : '' };
  });
  if (!title || chapters.length === 0) throw new EditionFault('the page in one file has no title or no chapters');
  const page = html.replace(/(<meta http-equiv="Content-Security-Policy" content=")[^"]*"/, (_, start: string) => `${start}${policy}"`);
  if (page === html || !page.includes('</style>') || !page.includes('</body>'))
    throw new EditionFault('the page in one file has no policy, no styles or no end');
  return page
    .replaceAll('@media print', '@media all')
    .replace('</style>', () => `${sheets(textOf(title), chapters)}</style>`)
    .replace('</body>', () => `<script>(${drawMarks.toString()})()</script></body>`);
}

/** A4 with numbers of pages, the title on the left, and the chapter on the right. The title begins the page of the first chapter; the second part of the opening has no name of its own. */
function sheets(title: string, chapters: readonly { readonly id: string; readonly title: string }[]): string {
  const small = 'font: 400 7pt / 1 var(--sans, sans-serif); color: #333;';
  const head = (place: string, text: string): string => `@${place} { content: ${quoted(text)}; ${small} }`;
  return [
    `@page { size: A4; margin: 1.5cm 1.15cm 1.3cm; ${head('top-left', title)} @bottom-right { content: counter(page) " / " counter(pages); ${small} } }`,
    '.row-documents { display: none; }',
    '.chart-drawing, .scrolly-still, .chapter > table tr { break-inside: avoid; }',
    ...chapters.flatMap(({ id, title: chapter }, index) => [
      `@page chapter-${index} { ${head('top-right', chapter)} }`,
      `${index === 0 ? '.site-header, .before-you-read, .chapter:not([id]), ' : ''}#${id} { page: chapter-${index}; }`,
    ]),
  ].join('\n');
}

/** Text as a string of a style sheet, which can't end it or the sheet. */
const quoted = (text: string): string => `"${text.replace(/["\\<\n\r\f]/g, (letter) => `\\${letter.codePointAt(0)?.toString(16)} `)}"`;

/** In the page: marks that repeat are drawn one by one, since a browser prints a pattern as a picture, and hundreds of them weigh 40 MB. */
function drawMarks(): void {
  for (const shape of document.querySelectorAll<SVGGeometryElement>('svg [fill^="url(#"]')) {
    const pattern = document.getElementById(shape.getAttribute('fill')?.slice(5, -1) ?? '');
    const [width, height] = ['width', 'height'].map((name) => Number(pattern?.getAttribute(name)));
    const box = shape.getBBox();
    // What is not shown has no breadth.
    if (!pattern || !width || !height || box.width === 0) continue;
    const marks = document.createElementNS('http://www.w3.org/2000/svg', 'g');
    for (let column = Math.floor(box.x / width); column * width < box.x + box.width; column++)
      for (let row = Math.floor(box.y / height); row * height < box.y + box.height; row++) {
        if (!shape.isPointInFill(new DOMPoint((column + 0.5) * width, (row + 0.5) * height))) continue;
        for (const mark of pattern.children) {
          const copy = mark.cloneNode() as Element;
          copy.setAttribute('transform', `translate(${column * width} ${row * height})`);
          marks.append(copy);
        }
      }
    shape.replaceWith(marks);
  }
}

/** The file of a browser with the day of the data in the place of the moment in which it was printed. Throws where it is no whole PDF. */
export function datedPdf(bytes: Uint8Array, day: string): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  if (!text.startsWith('%PDF-') || !text.trimEnd().endsWith('%%EOF')) throw new EditionFault('the browser wrote no whole PDF');
  const date = `D:${day.replaceAll('-', '')}000000`;
  return Buffer.from(
    text.replace(/\/(CreationDate|ModDate) \(D:\d{14}/g, (_, name: string) => `/${name} (${date}`),
    'latin1',
  );
}
