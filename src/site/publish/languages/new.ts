/** The files of a further language, laid out with the words of the first one, to be written over. */
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isMap, parseDocument, YAMLMap } from 'yaml';
import { filesUnder } from '../../../data/versions/sums.ts';
import { labelsFile } from '../../../figures/data-words.ts';
import type { Edition } from '../../edition.ts';
import { firstLanguage } from '../../languages.ts';
import { askedOf } from './asked.ts';

/** Writes what the language does not have yet, and returns the paths of it. Nothing that stands is written over; lists of languages and words of the tables grow. */
export function layOutLanguage(root: string, tag: string, first: Edition): string[] {
  const written: string[] = [];
  const write = (file: string, text: () => string): void => {
    if (existsSync(join(root, file))) return;
    writeFileSync(join(root, file), text());
    written.push(file);
  };
  const name = nameOf(tag);
  const from = (file: string): string => readFileSync(join(root, file), 'utf8');
  const asOwn = (file: string, type: string): string =>
    from(file)
      .replace(`export const ${firstLanguage}: ${type}`, `export const ${name}: ${type}`)
      .replace(`tag: '${firstLanguage}'`, `tag: '${tag}'`);
  write(`src/figures/locales/${tag}.ts`, () =>
    asOwn(`src/figures/locales/${firstLanguage}.ts`, 'Locale').replace(/byIntl\('[^']*'\)/, `byIntl('${tag}')`),
  );
  write(`src/site/strings/${tag}.ts`, () => asOwn(`src/site/strings/${firstLanguage}.ts`, 'Strings'));
  const own = `content/${tag}`;
  const whole = !existsSync(join(root, own));
  if (whole) written.push(`${own}/`);
  for (const name of filesUnder(join(root, 'content', firstLanguage))) {
    if (existsSync(join(root, own, name))) continue;
    mkdirSync(dirname(join(root, own, name)), { recursive: true });
    copyFileSync(join(root, 'content', firstLanguage, name), join(root, own, name));
    if (!whole) written.push(`${own}/${name}`);
  }
  const list = (file: string, change: (text: string) => string): void => {
    const text = from(file);
    const changed = change(text);
    if (changed === text) return;
    writeFileSync(join(root, file), changed);
    written.push(file);
  };
  const labels = labelsFile(tag);
  const laidOut = layOutLabels(root, tag, first);
  if (!existsSync(join(root, labels)) || from(labels) !== laidOut) {
    writeFileSync(join(root, labels), laidOut);
    written.push(labels);
  }
  list('src/figures/locales/locales.ts', (text) => listed(text, tag, name, '[', ']'));
  list('src/site/strings/all.ts', (text) => listed(text, tag, name, '{ ', ' }'));
  list('src/site/languages.ts', (text) =>
    text.includes(`tag: '${tag}'`) ? text : text.replace(/(const all:[^=]*= \[[^\]]*)\]/, `$1  { tag: '${tag}', unfinished: true },\n]`),
  );
  return written;
}

/** `pt-BR` as a name in code: `ptBR`. */
const nameOf = (tag: string): string => tag.replaceAll('-', '');

/** A list of modules with one more: its import, and its name at the end of the list between the two brackets. */
function listed(text: string, tag: string, name: string, open: string, close: string): string {
  const key = tag === name ? name : open === '[' ? name : `'${tag}': ${name}`;
  if (text.includes(`from './${tag}.ts'`)) return text;
  const line = `import { ${name} } from './${tag}.ts';`;
  // In the order of the alphabet, as the linter has them.
  const modules = [...text.matchAll(/^import .* from '(\.\/.*)';$/gm)];
  const next = modules.find(([, module = '']) => module > `./${tag}.ts`);
  const last = modules.at(-1);
  const at = next?.index ?? (last ? last.index + last[0].length + 1 : 0);
  const imported = `${text.slice(0, at)}${line}\n${text.slice(at)}`;
  const end = imported.indexOf(`${close};`, imported.indexOf(`= ${open}`));
  return `${imported.slice(0, end)}, ${key}${imported.slice(end)}`;
}

/** The words of the tables that pages say, with those that the language has, and the others empty. */
function layOutLabels(root: string, tag: string, first: Edition): string {
  const dataWords = askedOf(root, tag, first);
  const path = join(root, labelsFile(tag));
  const document = parseDocument(existsSync(path) ? readFileSync(path, 'utf8') : labelsHead);
  const labels = isMap(document.contents) ? document.contents : new YAMLMap();
  document.contents = labels as typeof document.contents;
  for (const text of dataWords.lacking()) if (!labels.has(text)) labels.set(text, null);
  return document.toString({ lineWidth: 0, nullStr: '' });
}

const labelsHead = `# What the tables say in English, in the language, where readers see it. The names of people and places come from data/people.csv and
# data/places.csv, where they have a column for the language.

`;
