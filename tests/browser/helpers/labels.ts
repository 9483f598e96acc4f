/** What can be wrong with the labels of a drawing, for charts on their pages and in embeds. */
import type { Page } from '@playwright/test';

/**
 * Faults of the labels of the drawing that is displayed: texts that lie on one another or leave the frame by more than `slack` units,
 * that run into a bar or lie on a mark, and those in the colour of the paper that reach beyond the ground on which they can be read.
 */
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
        const { fill } = getComputedStyle(text);
        return [{ words, fill, left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys) + air, bottom: Math.max(...ys) - air }];
      });
      const probe = document.createElement('span');
      probe.style.color = 'var(--chart-paper)';
      drawing.parentElement?.append(probe);
      const paper = getComputedStyle(probe).color;
      probe.remove();
      const shapes = [...drawing.querySelectorAll<SVGGeometryElement>('rect, path, circle')].flatMap((shape) => {
        const { fill, fillOpacity, opacity } = getComputedStyle(shape);
        if (fill === 'none' || fill === paper || Number(fillOpacity) * Number(opacity) < 0.3 || shape.closest('defs')) return [];
        const matrix = drawing
          .getScreenCTM()
          ?.inverse()
          .multiply(shape.getScreenCTM() ?? new DOMMatrix());
        const { x, y, width: w, height: h } = shape.getBBox();
        const [one, two] = [new DOMPoint(x, y), new DOMPoint(x + w, y + h)].map((point) => point.matrixTransform(matrix));
        if (!one || !two) return [];
        const box = {
          left: Math.min(one.x, two.x),
          right: Math.max(one.x, two.x),
          top: Math.min(one.y, two.y),
          bottom: Math.max(one.y, two.y),
        };
        return [{ shape, ...box, small: w < 16 && h < 16 }];
      });
      const isFilled = (x: number, y: number): boolean =>
        shapes.some(({ shape }) => {
          const point = new DOMPoint(x, y).matrixTransform(drawing.getScreenCTM() ?? new DOMMatrix());
          return shape.isPointInFill(point.matrixTransform(shape.getScreenCTM()?.inverse()));
        });
      for (const [index, a] of labels.entries()) {
        if (a.fill === paper) {
          const middle = (a.top + a.bottom) / 2;
          if (!isFilled(a.left + 1, middle) || !isFilled(a.right - 1, middle))
            faults.push(`"${a.words}" leaves the ground that it is read on`);
        } else
          for (const b of shapes) {
            if (a.left >= b.right - 1 || b.left >= a.right - 1 || a.top >= b.bottom - 1 || b.top >= a.bottom - 1) continue;
            if (b.small) faults.push(`"${a.words}" lies on a mark`);
            else if (b.shape.tagName === 'rect' && (a.left < b.left - 1 || a.right > b.right + 1))
              faults.push(`"${a.words}" runs into a bar`);
          }
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
