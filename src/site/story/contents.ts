/**
 * Marks the chapter that is being read, in the contents and in the line for narrow screens. It is computed
 * from positions on every notice, so that a missed notice heals itself.
 */
import { attempt } from '../shell/attempt.ts';

const links = [...document.querySelectorAll<HTMLAnchorElement>('.contents a')].flatMap((link) => {
  const target = document.getElementById(link.hash.slice(1));
  return target ? [{ link, target }] : [];
});
const line = document.querySelector<HTMLElement>('.position');
const lineLink = line?.querySelector('a');
const titles: string[] = JSON.parse(lineLink?.dataset['chapters'] ?? '[]');
let current = -2;
let waiting = false;

/** The last part that begins above the reader's line; -1 before the first. */
function locate(): void {
  waiting = false;
  const reading = innerHeight * 0.4;
  const atEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 2;
  const begun = links.filter(({ target }) => atEnd || target.getBoundingClientRect().top <= reading).length - 1;
  if (begun === current) return;
  current = begun;
  for (const [index, { link }] of links.entries()) {
    if (index === begun) link.setAttribute('aria-current', 'location');
    else link.removeAttribute('aria-current');
  }
  const words = titles[begun];
  if (!line || !lineLink) return;
  line.hidden = words === undefined;
  if (words !== undefined) lineLink.textContent = words;
}

/** At most once a frame. */
function notice(): void {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(locate);
}

// Content above may change its height without any scrolling: a disclosure, a chart, a font.
attempt(() => {
  const observer = new IntersectionObserver(notice, { rootMargin: '-40% 0px -60% 0px' });
  for (const { target } of links) observer.observe(target);
});
addEventListener('scroll', notice, { passive: true });
addEventListener('resize', notice);
notice();
