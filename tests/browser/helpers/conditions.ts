/** The conditions under which pages are read, and what may be wrong with a page in one: what axe finds, sideways scrolling, text cut off or over other text. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What a page inside another page leaves to that page: its heading and its landmarks. */
const ofTheHost = ['page-has-heading-one', 'region', 'landmark-one-main'];

/** The rules that colours may break. */
const ofColours = ['color-contrast', 'link-in-text-block'];

interface Condition {
  /** What axe looks at: a theme changes colours and nothing else, larger text no colours, and of two widths one is enough. */
  readonly rules: 'all' | 'of colours' | 'all but those of colours' | 'none';
  readonly name: string;
  readonly media: NonNullable<Parameters<Page['emulateMedia']>[0]>;
  readonly width: number;
  readonly css: string;
}

const plain = { rules: 'all', media: { colorScheme: 'light', forcedColors: 'none' }, width: 1280, css: '' } as const;

/** The least that WCAG 1.4.12 asks a page to bear. */
const spacing = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }`;

export const conditions: readonly Condition[] = [
  { ...plain, name: 'light' },
  { ...plain, name: 'dark', rules: 'of colours', media: { colorScheme: 'dark', forcedColors: 'none' } },
  { ...plain, name: 'forced colours', rules: 'of colours', media: { colorScheme: 'dark', forcedColors: 'active' } },
  { ...plain, name: '320 pixels', width: 320 },
  { ...plain, name: 'doubled text', rules: 'all but those of colours', css: 'html { font-size: 200% !important; }' },
  { ...plain, name: 'doubled text on a phone', rules: 'none', width: 390, css: 'html { font-size: 200% !important; }' },
  { ...plain, name: 'spaced text', rules: 'all but those of colours', css: spacing },
  { ...plain, name: 'spaced text at 320 pixels', rules: 'none', width: 320, css: spacing },
];

/** Opens a page that is then looked at under several conditions, without the rows that are made like those before them. */
export async function openForConditions(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.evaluate(() => {
    for (const row of document.querySelectorAll('tbody tr:nth-child(n + 31)')) row.remove();
    // Pages are read at rest: what fades would be looked at between two colours.
    // The policy of the pages allows no element `style`, and says nothing of sheets that a script makes.
    const [still, condition] = [new CSSStyleSheet(), new CSSStyleSheet()];
    // What is laid out only near the screen is laid out at once: a reader comes everywhere, and before that it has no place yet.
    still.replaceSync(
      '* { content-visibility: visible !important; } *, ::before, ::after { transition: none !important; animation: none !important; }',
    );
    document.adoptedStyleSheets = [still, condition];
  });
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) if (details.querySelector('table')) details.open = true;
  });
}

/** Every fault of an open page under one condition, as lines that begin with the name of the condition. */
export async function faultsUnder(page: Page, condition: Condition, { embed = false } = {}): Promise<string[]> {
  const { name, media, width, css } = condition;
  await page.emulateMedia(media);
  await page.setViewportSize({ width, height: 800 });
  await page.evaluate((text) => document.adoptedStyleSheets[1]?.replaceSync(text), css);
  // Scripts that follow the size of the page have had their turn after two frames.
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  const found = [...(await axeFaults(page, condition, embed ? ofTheHost : [])), ...(await layoutFaults(page))];
  return found.map((fault) => `${name}: ${fault}`);
}

async function axeFaults(page: Page, { rules }: Condition, without: readonly string[]): Promise<string[]> {
  if (rules === 'none') return [];
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] });
  if (rules === 'of colours') axe.withRules(ofColours);
  else axe.withTags(tags).disableRules([...without, ...(rules === 'all' ? [] : ofColours)]);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

/** A page that scrolls sideways, text that its box cuts off, and text that lies over other text. Drawings have their own tests. */
function layoutFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const said = (element: Element): string =>
      `<${element.localName} class="${element.getAttribute('class') ?? ''}"> "${(element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 60)}"`;
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) faults.push(`scrolls sideways by ${root.scrollWidth - root.clientWidth} pixels`);

    const holdsText = (element: Element): boolean =>
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '');
    const isForEars = (element: Element): boolean => {
      for (let at: Element | null = element; at; at = at.parentElement) {
        const { clipPath, clip, opacity, visibility } = getComputedStyle(at);
        const { width, height } = at.getBoundingClientRect();
        if (clipPath === 'inset(50%)' || (clip !== 'auto' && clip !== '') || opacity === '0' || visibility === 'hidden') return true;
        if (width <= 1 && height <= 1) return true;
      }
      return false;
    };
    const elements = [...document.body.querySelectorAll('*')].filter(
      (element) => !element.closest('svg, script, style, template') && element.checkVisibility(),
    );
    for (const element of elements) {
      const { overflowX, overflowY, textOverflow } = getComputedStyle(element);
      const cuts = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip';
      const over = [
        cuts(overflowX) ? element.scrollWidth - element.clientWidth : 0,
        cuts(overflowY) ? element.scrollHeight - element.clientHeight : 0,
      ];
      if (
        Math.max(...over) > 2 &&
        textOverflow !== 'ellipsis' &&
        element.textContent?.trim() &&
        !element.querySelector('svg') &&
        !isForEars(element)
      )
        faults.push(`cuts off ${Math.max(...over)} pixels of ${said(element)}`);
    }

    /** The lines of text with the elements that hold them. */
    const lines = elements
      .filter((element) => holdsText(element) && !isForEars(element))
      .flatMap((element) => {
        const range = document.createRange();
        return [...element.childNodes]
          .filter((node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '')
          .flatMap((node) => {
            range.selectNodeContents(node);
            return [...range.getClientRects()].filter(({ width, height }) => width > 2 && height > 2).map((rect) => ({ element, rect }));
          });
      })
      .sort((a, b) => a.rect.top - b.rect.top);
    /** The box that a line is seen through, where one of its ancestors scrolls. */
    const isSeen = ({ element, rect }: { element: Element; rect: DOMRect }): boolean => {
      for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
        if (getComputedStyle(at).overflow === 'visible') continue;
        const box = at.getBoundingClientRect();
        if (rect.right > box.right + 1 || rect.left < box.left - 1 || rect.bottom > box.bottom + 1 || rect.top < box.top - 1) return false;
      }
      return true;
    };
    const isFloating = (element: Element): boolean => {
      for (let at: Element | null = element; at; at = at.parentElement)
        if (['fixed', 'sticky'].includes(getComputedStyle(at).position)) return true;
      return false;
    };
    for (const [index, one] of lines.entries()) {
      for (const other of lines.slice(index + 1)) {
        if (other.rect.top >= one.rect.bottom) break;
        if (one.element === other.element || one.element.contains(other.element) || other.element.contains(one.element)) continue;
        const across = Math.min(one.rect.right, other.rect.right) - Math.max(one.rect.left, other.rect.left);
        // The boxes of lines are taller than their letters: only what reaches well into the next line covers letters.
        const down = Math.min(one.rect.bottom, other.rect.bottom) - other.rect.top;
        if (across < 3 || down < 0.4 * Math.min(one.rect.height, other.rect.height)) continue;
        if (!isSeen(one) || !isSeen(other) || isFloating(one.element) || isFloating(other.element)) continue;
        faults.push(`${said(one.element)} lies over ${said(other.element)}`);
        break;
      }
    }
    return [...new Set(faults)].slice(0, 12);
  });
}
