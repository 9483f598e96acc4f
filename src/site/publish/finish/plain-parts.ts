/**
 * What takes most of the time of a page, and what nothing is to be done to: drawings, tables without links, and the texts of its own
 * styles and scripts. They are taken out before a page is parsed, and put back.
 */
import { OWN } from './policy.ts';

/** What is skipped whole, and what is looked for: drawings and tables stand outside scripts, styles and comments. */
const parts = /<(script|style|textarea|title)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->|<(svg|table)\b[\s\S]*?<\/\2>/gi;
/** What the finishing pass or the policy has a say in; a part with any of it stays in the page. So does one inside which another begins. */
const touched =
  /[\s"'/](?:on[a-z]+|style|[a-z:]*href|src|srcset|srcdoc|data|poster|action|formaction|ping|data-own)\s*=|<\/?(?!svg\b)(?:script|style|a|use|image|img|foreignObject|animate|set|template|iframe|object|embed|link|base|meta)\b|(?!^)<(?:svg|table)\b/i;
/** Whether a drawing or table, from its first tag to its last, has nothing that leads anywhere, loads or runs, and no other inside. */
export const isPlain = (part: string): boolean => !touched.test(part);
/** A style or script of the page's own. What begins a comment in a script has rules of its own, so that it stays. */
const own = new RegExp(`^(<(style|script) ${OWN}>)((?:(?!<!--)[^])*)(</\\2>)$`);
const MARK = 'data-taken-out';
const MARKED_TEXT = new RegExp(`/\\*${MARK} (\\d+)\\*/`, 'g');

export interface WithoutPlainParts {
  /** The page with a mark in the place of each part that was taken out. */
  readonly html: string;
  /** Puts them back into the finished page. `null` where one has lost its place, so that the whole page has to be parsed. */
  readonly put: (finished: string) => string | null;
  /** The text of a style or script, where it is a mark. */
  readonly textOf: (text: string) => string;
}

/** Takes out the parts that the finishing pass would leave as they are. */
export function withoutPlainParts(page: string): WithoutPlainParts {
  const taken: string[] = [];
  const html = page.replace(parts, (found) => {
    const [, open, , text, close] = own.exec(found) ?? [];
    if (text !== undefined) return `${open}/*${MARK} ${taken.push(text) - 1}*/${close}`;
    if (!/^<(?:svg|table)\b/i.test(found) || !isPlain(found)) return found;
    return `<svg ${MARK}=${taken.push(found) - 1}></svg>`;
  });
  const back = (text: string, mark: RegExp): { readonly text: string; readonly count: number } => {
    let count = 0;
    const whole = text.replace(mark, (found, ...numbers) => {
      const part = taken[Number(numbers.find((number) => typeof number === 'string'))];
      if (part === undefined) return found;
      count++;
      return part;
    });
    return { text: whole, count };
  };
  return {
    html,
    put: (finished) => {
      const { text, count } = back(finished, new RegExp(`<svg ${MARK}="(\\d+)"></svg>|${MARKED_TEXT.source}`, 'g'));
      return count === taken.length && !text.includes(MARK) ? text : null;
    },
    textOf: (text) => back(text, MARKED_TEXT).text,
  };
}
