/** The rule for addresses and hidden characters, over a text of markdown. */
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { quote } from '../data/problem.ts';
import { hiddenIn, imageFault, linkFault } from '../data/safe-text.ts';

type Report = (offset: number, subject: string, message: string) => void;

/** Reports each link that leads where no link of ours may, each image that is not ours, and each HTML element. `tree` was made from the text. */
export function checkAddresses(tree: Root, report: Report): void {
  visit(tree, (node) => {
    const at = node.position?.start.offset ?? 0;
    if (node.type === 'html' && !node.value.startsWith('<!--')) report(at, '', `expected no HTML in a text, found ${quote(node.value)}`);
    if (node.type === 'link' || node.type === 'definition') tell(linkFault(node.url), node.url);
    if (node.type === 'image') tell(imageFault(node.url), node.url);
    function tell(expected: string | null, found: string): void {
      if (expected !== null) report(at, '', `expected ${expected}, found ${quote(found)}`);
    }
  });
}

/** Reports each character that nobody sees. */
export function checkHidden(source: string, report: Report): void {
  for (const { offset, found } of hiddenIn(source)) report(offset, '', `expected no hidden characters, found ${quote(found)}`);
}
