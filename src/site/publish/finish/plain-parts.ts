/** Drawings and tables without links are most of a page's elements, and nothing is to be done to them: they are taken out before a page is parsed, and put back. */

/** What is skipped whole, and what is looked for: drawings and tables stand outside scripts, styles and comments. */
const parts = /<(script|style|textarea|title)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->|<(svg|table)\b[\s\S]*?<\/\2>/gi;
/** What the finishing pass or the policy has a say in; a part with any of it stays in the page. So does one inside which another begins. */
const touched =
  /[\s"'/](?:on[a-z]+|style|[a-z:]*href|src|srcset|srcdoc|data|poster|action|formaction|ping|data-own)\s*=|<\/?(?!svg\b)(?:script|style|a|use|image|img|foreignObject|animate|set|template|iframe|object|embed|link|base|meta)\b|(?!^)<(?:svg|table)\b/i;
const MARK = 'data-taken-out';

export interface WithoutPlainParts {
  /** The page with an empty drawing in the place of each part that was taken out. */
  readonly html: string;
  /** Puts them back into the finished page. `null` where one has lost its place, so that the whole page has to be parsed. */
  readonly put: (finished: string) => string | null;
}

/** Takes out the drawings and tables that the finishing pass would leave as they are. */
export function withoutPlainParts(page: string): WithoutPlainParts {
  const taken: string[] = [];
  const html = page.replace(parts, (found) => {
    if (!/^<(?:svg|table)\b/i.test(found) || touched.test(found)) return found;
    return `<svg ${MARK}=${taken.push(found) - 1}></svg>`;
  });
  return {
    html,
    put: (finished) => {
      let back = 0;
      const whole = finished.replace(new RegExp(`<svg ${MARK}="(\\d+)"></svg>`, 'g'), (mark, number) => {
        const part = taken[Number(number)];
        if (part === undefined) return mark;
        back++;
        return part;
      });
      return back === taken.length && !whole.includes(MARK) ? whole : null;
    },
  };
}
