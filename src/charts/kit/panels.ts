/** Two or more drawings, one above the other, on one sheet. */
import type { Frame } from './frame.ts';

/** A part of a sheet, as high as told. */
export function panel(frame: Frame, height: number): Frame {
  return { ...frame, height };
}

/** Puts drawings under one another. Their heights must add up to that of the frame. */
export function stack(frame: Frame, drawings: readonly { readonly svg: SVGSVGElement; readonly height: number }[]): SVGSVGElement {
  const sheet = frame.document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  sheet.setAttribute('fill', 'currentColor');
  sheet.setAttribute('text-anchor', 'middle');
  let top = 0;
  for (const { svg, height } of drawings) {
    const group = frame.document.createElementNS('http://www.w3.org/2000/svg', 'g');
    if (top > 0) group.setAttribute('transform', `translate(0,${top})`);
    for (const style of svg.querySelectorAll('style')) style.remove();
    group.append(...svg.childNodes);
    sheet.append(group);
    top += height;
  }
  return sheet;
}
