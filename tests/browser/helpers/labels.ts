/** What can be wrong with the labels of a drawing, for charts on their pages and in embeds. */
import type { Page } from '@playwright/test';

/** Faults of the labels of the drawing that is displayed: texts that lie on one another or leave the frame by more than `slack` units. */
export function labelFaults(page: Page, slack = 1): Promise<string[]> {
  return page.locator('.chart .chart-svg').evaluateAll((drawings, slack) => {
    const faults: string[] = [];
    for (const drawing of drawings as SVGSVGElement[]) {
      if (drawing.getClientRects().length === 0) continue;
      const { x: left, width, height } = drawing.viewBox.baseVal;
      const labels = [...drawing.querySelectorAll('text')].flatMap((text) => {
        const words = text.textContent?.trim() ?? '';
        const matrix = drawing
          .getScreenCTM()
          ?.inverse()
          .multiply(text.getScreenCTM() ?? new DOMMatrix());
        if (words === '' || !matrix) return [];
        const { x, y, width: w, height: h } = text.getBBox();
        const corners = [new DOMPoint(x, y), new DOMPoint(x + w, y), new DOMPoint(x, y + h), new DOMPoint(x + w, y + h)].map((point) =>
          point.matrixTransform(matrix),
        );
        const xs = corners.map((point) => point.x);
        const ys = corners.map((point) => point.y);
        // The box of a line of text is taller than its letters: a fifth of it above and below is air.
        const air = h * 0.2;
        return [{ words, left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys) + air, bottom: Math.max(...ys) - air }];
      });
      for (const [index, a] of labels.entries()) {
        if (a.left < left - slack || a.right > left + width + slack || a.top < -slack || a.bottom > height + slack)
          faults.push(`"${a.words}" leaves the frame`);
        for (const b of labels.slice(index + 1)) {
          if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1)
            faults.push(`"${a.words}" lies on "${b.words}"`);
        }
      }
    }
    return faults;
  }, slack);
}
