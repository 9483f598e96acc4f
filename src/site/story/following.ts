/** On the page while what lies far below a fresh visit is not laid out yet. */
export const FRESH = 'is-fresh';
/** In the data of the page from when its scripts run. */
export const RUNS = 'runs';

/**
 * Tells the page, before it is drawn, that its passages will follow the reading: so nothing moves when their scripts
 * come. Where motion is unwanted it says nothing; where the scripts never come (a page opened from a folder may not
 * load them) it takes its word back, and each step shows its own still. It also tells whether the visit is a fresh one, which
 * begins at the top.
 */
export const followingScript = `{
  const root = document.documentElement;
  const page = root.classList;
  if (!matchMedia('(prefers-reduced-motion: reduce)').matches) page.add('is-following');
  const [visit] = performance.getEntriesByType('navigation');
  if (!location.hash && visit?.type === 'navigate') page.add('${FRESH}');
  addEventListener('DOMContentLoaded', () => {
    if (!('${RUNS}' in root.dataset)) page.remove('is-following', '${FRESH}');
  });
}`;
