/** Drawings are most of a page's elements, and nothing is to be done to them: they are taken out before a page is parsed, and put back. */

/** What is skipped whole, and what is looked for: drawings stand outside scripts, styles and comments. */
const parts = /<(script|style|textarea|title)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->|<svg\b[\s\S]*?<\/svg>/gi;
/** What the finishing pass or the policy has a say in; a drawing with any of it stays in the page. So does one inside which another begins. */
const touched =
  /[\s"'/](?:on[a-z]+|style|[a-z:]*href|src|srcset|srcdoc|data|poster|action|formaction|ping|data-own)\s*=|<\/?(?!svg\b)(?:script|style|a|use|image|img|foreignObject|animate|set|template|iframe|object|embed|link|base|meta)\b|(?!^)<svg\b/i;
const MARK = 'data-taken-out';

export interface WithoutDrawings {
  /** The page with an empty drawing in the place of each that was taken out. */
  readonly html: string;
  /** Puts them back into the finished page. `null` where one has lost its place, so that the whole page has to be parsed. */
  readonly put: (finished: string) => string | null;
}

/** Takes the drawings out that the finishing pass would leave as they are. */
export function withoutDrawings(page: string): WithoutDrawings {
  const drawings: string[] = [];
  const html = page.replace(parts, (found) => {
    if (!/^<svg\b/i.test(found) || touched.test(found)) return found;
    return `<svg ${MARK}=${drawings.push(found) - 1}></svg>`;
  });
  return {
    html,
    put: (finished) => {
      let back = 0;
      const whole = finished.replace(new RegExp(`<svg ${MARK}="(\\d+)"></svg>`, 'g'), (mark, number) => {
        const drawing = drawings[Number(number)];
        if (drawing === undefined) return mark;
        back++;
        return drawing;
      });
      return back === drawings.length && !whole.includes(MARK) ? whole : null;
    },
  };
}
