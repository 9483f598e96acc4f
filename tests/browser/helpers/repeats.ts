/** What repeats itself on a page, taken out before a check that goes through every element. */
import type { Page } from '@playwright/test';

/**
 * Takes out of an open page the rows of tables after the first `rows`, which are made like those before them. `marks`: also what is inside
 * drawings, of which each is one image with its name and description to a reader's programs; labels and colours have tests of their own.
 */
export async function takeOutRepeats(page: Page, { rows, marks }: { readonly rows: number; readonly marks: boolean }): Promise<void> {
  await page.evaluate(
    ({ rows, marks }) => {
      for (const row of document.querySelectorAll(`tbody tr:nth-child(n + ${rows + 1})`)) row.remove();
      if (!marks) return;
      const reached = '[tabindex], [role], a';
      for (const mark of document.querySelectorAll('svg[role="img"] > :not(title, desc)'))
        if (!mark.matches(reached) && mark.querySelector(reached) === null) mark.remove();
    },
    { rows, marks },
  );
}
