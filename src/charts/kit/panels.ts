/** Two or more drawings, one above the other, on one sheet. */
import type { Frame } from './frame.ts';

/** A part of a sheet, as high as told. */
function panel(frame: Frame, height: number): Frame {
  return { ...frame, height };
}

/** Puts drawings under one another. Their heights must add up to that of the frame. */
function stack(frame: Frame, drawings: readonly { readonly svg: SVGSVGElement; readonly height: number }[]): SVGSVGElement {
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

/** Two panels on one sheet: the upper one as high as told, the lower one with what is left. */
export function twoPanels(
  frame: Frame,
  height: number,
  upper: (frame: Frame) => SVGSVGElement,
  lower: (frame: Frame) => SVGSVGElement,
): SVGSVGElement {
  const rest = frame.height - height;
  return stack(frame, [
    { svg: upper(panel(frame, height)), height },
    { svg: lower(panel(frame, rest)), height: rest },
  ]);
}
