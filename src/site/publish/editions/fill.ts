/** Writes into the finished page of editions what only the finished files tell, and puts away the editions that were not made. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, html, parse, serialize } from 'parse5';
import { sha256 } from '../../../data/descriptor.ts';
import type { Locale } from '../../../figures/locales/locale.ts';
import { fillMarks } from '../../editions/files.ts';
import { folderOf } from '../../languages.ts';
import { attribute, type Element, elementsOf } from '../finish/tree.ts';
import { EditionFault } from './fault.ts';

type Template = DefaultTreeAdapterTypes.Template;

/** Fills the page of a language under `directory`, the finished site; what was filled before stays. */
export function fillEditionsPage(directory: string, locale: Locale): void {
  const page = join(directory, folderOf(locale.tag) ?? '', 'editions/index.html');
  const document = parse(readFileSync(page, 'utf8'), { scriptingEnabled: false });
  for (const element of elementsOf(document))
    if (element.tagName === 'template' && attribute(element, fillMarks.file) !== undefined) unfold(element as Template);
  for (const section of elementsOf(document)) {
    const path = attribute(section, fillMarks.file);
    if (path === undefined) continue;
    const bytes = existsSync(join(directory, path)) ? readFileSync(join(directory, path)) : null;
    if (bytes === null) {
      fold(section, path);
      continue;
    }
    for (const part of [section, ...elementsOf(section)])
      for (const [mark, text] of [
        [fillMarks.file, ''],
        [fillMarks.size, sizeText(bytes.length, locale)],
        [fillMarks.sum, sha256(bytes)],
      ] as const) {
        if (attribute(part, mark) === undefined) continue;
        if (text !== '') defaultTreeAdapter.insertText(part, text);
        part.attrs = part.attrs.filter(({ name }) => name !== mark);
      }
  }
  writeFileSync(page, serialize(document, { scriptingEnabled: false }));
}

/** An edition that was not made is kept in a template, which shows nothing and leads nowhere, for when it is. */
function fold(section: Element, path: string): void {
  const template = defaultTreeAdapter.createElement('template', html.NS.HTML, [{ name: fillMarks.file, value: path }]) as Template;
  const content = defaultTreeAdapter.createDocumentFragment();
  if (section.parentNode) defaultTreeAdapter.insertBefore(section.parentNode, template, section);
  defaultTreeAdapter.detachNode(section);
  defaultTreeAdapter.appendChild(content, section);
  defaultTreeAdapter.setTemplateContent(template, content);
}

/** Takes the section out of its template. */
function unfold(template: Template): void {
  const section = template.content.childNodes.find((node): node is Element => 'tagName' in node);
  if (!section) throw new EditionFault('the page of editions has an empty template; build it anew');
  defaultTreeAdapter.detachNode(section);
  if (template.parentNode) defaultTreeAdapter.insertBefore(template.parentNode, section, template);
  defaultTreeAdapter.detachNode(template);
}

/** `1.9 MB`, in the words of a language: bytes in thousands, as file managers count them. */
export function sizeText(bytes: number, { intl }: Pick<Locale, 'intl'>): string {
  const unit = bytes < 1e6 ? 'kilobyte' : 'megabyte';
  const value = bytes / (bytes < 1e6 ? 1e3 : 1e6);
  return new Intl.NumberFormat(intl, { style: 'unit', unit, maximumFractionDigits: bytes < 1e6 ? 0 : 1 }).format(value);
}
