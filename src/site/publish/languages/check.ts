/** What a language lacks beside the first one, or has too much: files, directives, strings, words of the tables. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { type Problem, ProblemsError } from '../../../data/problem.ts';
import { localeOf } from '../../../figures/locales/locales.ts';
import { compareTexts, type Version } from '../../../story/compare.ts';
import { readGlossary } from '../../../story/glossary.ts';
import { type Edition, loadEdition } from '../../edition.ts';
import { firstLanguage } from '../../languages.ts';
import { hasStrings } from '../../strings/all.ts';
import { askAll, askedOf } from './asked.ts';
import { compareChartStrings, compareDocs, compareFronts, compareGlossaries } from './compare-files.ts';
import { compareInterface } from './compare-interface.ts';

/** Every fault of a language. `first` is the edition of the first language. */
export function checkLanguage(root: string, tag: string, first: Edition): Problem[] {
  const problems = checkAgainstFirst(root, tag);
  // What is read whole has to be there; the faults of a part that is not would be told twice. Words of the tables are asked for all the same.
  if (problems.length > 0) return [...problems, ...askedOf(root, tag, first).problems()];
  try {
    const edition = loadEdition(root, tag, first);
    askAll(edition);
    return [...edition.dataWords.problems()];
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    return [...error.problems];
  }
}

/** What the files of a language lack, or have too much, beside those of the first one. */
export function checkAgainstFirst(root: string, tag: string): Problem[] {
  const problems = [...checkFiles(root, tag), ...checkTexts(root, tag)];
  if (hasStrings(tag)) return [...problems, ...compareInterface(root, tag)];
  const message = `expected the words of the interface here and in all.ts, found none for "${tag}"`;
  return [...problems, { file: `src/site/strings/${tag}.ts`, line: 1, column: 1, subject: '', message }];
}

/** Names of the files of a language, from its folder. The words of the tables are no file of the first language. */
function filesOf(root: string, tag: string): string[] {
  const folder = join(root, 'content', tag);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.split(sep).join('/'))
    .filter((name) => /\.[a-z]+$/.test(name) && name !== 'labels.yml')
    .sort();
}

function checkFiles(root: string, tag: string): Problem[] {
  const [own, first] = [filesOf(root, tag), filesOf(root, firstLanguage)];
  const told = (name: string, message: string): Problem => ({ file: `content/${tag}/${name}`, line: 1, column: 1, subject: '', message });
  return [
    ...first
      .filter((name) => !own.includes(name))
      .map((name) => told(name, `expected the text of content/${firstLanguage}/${name}, found no such file`)),
    ...own
      .filter((name) => !first.includes(name))
      .map((name) => told(name, `expected a file that content/${firstLanguage}/ has, too, found another`)),
  ];
}

/** The texts that both languages have, each against the other. */
function checkTexts(root: string, tag: string): Problem[] {
  const both = filesOf(root, tag).filter((name) => filesOf(root, firstLanguage).includes(name));
  const glossaryOf = (language: string): Version['terms'] => {
    const file = `content/${language}/glossary.yml`;
    return existsSync(join(root, file))
      ? readGlossary(file, readFileSync(join(root, file), 'utf8'), { locale: localeOf(language) }).entries
      : [];
  };
  const terms = new Map([tag, firstLanguage].map((language) => [language, glossaryOf(language)]));
  const versionOf = (language: string, name: string): Version => ({
    file: `content/${language}/${name}`,
    source: readFileSync(join(root, 'content', language, name), 'utf8'),
    locale: localeOf(language),
    terms: terms.get(language) ?? [],
  });
  return both.flatMap((name) => {
    const [own, first] = [versionOf(tag, name), versionOf(firstLanguage, name)];
    if (name.startsWith('charts/')) return compareChartStrings(own, first);
    if (name.startsWith('docs/')) return compareDocs(own, first);
    return name === 'glossary.yml' ? compareGlossaries(own, first) : [...compareFronts(own, first), ...compareTexts(own, first)];
  });
}
