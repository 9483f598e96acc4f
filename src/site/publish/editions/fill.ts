/** Writes into the finished page of editions what only the finished files tell, and takes out the editions that were not made. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultTreeAdapter, parse, serialize } from 'parse5';
import { sha256 } from '../../../data/descriptor.ts';
import type { Locale } from '../../../figures/locales/locale.ts';
import { fillMarks } from '../../editions/files.ts';
import { folderOf } from '../../languages.ts';
import { attribute, type Element, elementsOf } from '../finish/tree.ts';

/** Fills the page of a language under `directory`, the finished site. */
export function fillEditionsPage(directory: string, locale: Locale): void {
  const page = join(directory, folderOf(locale.tag) ?? '', 'editions/index.html');
  const document = parse(readFileSync(page, 'utf8'), { scriptingEnabled: false });
  const put = (element: Element, mark: string, text: string): void => {
    defaultTreeAdapter.insertText(element, text);
    element.attrs = element.attrs.filter(({ name }) => name !== mark);
  };
  for (const element of elementsOf(document)) {
    const file = attribute(element, fillMarks.file);
    if (file !== undefined) {
      if (!existsSync(join(directory, file))) defaultTreeAdapter.detachNode(element);
      element.attrs = element.attrs.filter(({ name }) => name !== fillMarks.file);
    }
    const sized = attribute(element, fillMarks.size);
    if (sized !== undefined && existsSync(join(directory, sized)))
      put(element, fillMarks.size, sizeText(readFileSync(join(directory, sized)).length, locale));
    const summed = attribute(element, fillMarks.sum);
    if (summed !== undefined && existsSync(join(directory, summed)))
      put(element, fillMarks.sum, sha256(readFileSync(join(directory, summed))));
  }
  writeFileSync(page, serialize(document, { scriptingEnabled: false }));
}

/** `1.9 MB`, in the words of a language: bytes in thousands, as file managers count them. */
export function sizeText(bytes: number, { intl }: Pick<Locale, 'intl'>): string {
  const unit = bytes < 1e6 ? 'kilobyte' : 'megabyte';
  const value = bytes / (bytes < 1e6 ? 1e3 : 1e6);
  return new Intl.NumberFormat(intl, { style: 'unit', unit, maximumFractionDigits: bytes < 1e6 ? 0 : 1 }).format(value);
}
