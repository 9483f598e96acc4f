/**
 * Does a piece of work that the page can do without. Where it fails, in an engine that lacks what it needs, the console is told and
 * nothing else on the page is taken along: all scripts of a page are one file. Says whether it was done.
 */
export function attempt(work: () => void): boolean {
  try {
    work();
    return true;
  } catch (error) {
    setTimeout(() => {
      throw error;
    });
    return false;
  }
}
