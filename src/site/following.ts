/**
 * Tells the page, before it is drawn, that its passages will follow the reading: so nothing moves when their scripts
 * come. Where motion is unwanted it says nothing; where the scripts never come (a page opened from a folder may not
 * load them) it takes its word back, and each step shows its own still.
 */
export const followingScript = `{
  const page = document.documentElement.classList;
  if (!matchMedia('(prefers-reduced-motion: reduce)').matches) page.add('is-following');
  addEventListener('DOMContentLoaded', () => {
    if (!document.querySelector('[data-scrolly][data-ready]')) page.remove('is-following');
  });
}`;
