/** Links of the texts that lead to nothing: to a page that the site has not, to a place that a page has not, to a file of the project that is gone. */
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, posix, sep } from 'node:path';
import type { Nodes } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { namesOf } from '../../../charts/names.ts';
import { charts } from '../../../charts/registry.ts';
import { type Problem, ProblemsError, quote } from '../../../data/problem.ts';
import { tables } from '../../../data/registry.ts';
import { readText } from '../../../data/text-file.ts';
import { releasedVersions } from '../../../data/versions/snapshot.ts';
import { parseChapter } from '../../../story/chapter.ts';
import { readGlossary } from '../../../story/glossary.ts';
import { termId } from '../../../story/terms.ts';
import type { Edition } from '../../edition.ts';
import { slug } from '../../embeds/docs.ts';
import { firstLanguage, pathInFirst } from '../../languages.ts';

/** A link as it stands in a text. */
interface Link {
  readonly target: string;
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/** Links of the story, of its terms and of the pages on embedding that lead nowhere, and how many were followed. */
export function checkLinks(root: string, edition: Edition): { problems: Problem[]; followed: number } {
  const tag = edition.locale.tag;
  const isPage = addressesOf(root);
  const inStory = placesOf(edition);
  let followed = 0;
  const faultOf = (target: string, here: ReadonlySet<string>): string | null => {
    if (!/^[/#]/.test(target)) return null;
    followed++;
    const [, path = '', fragment] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(target) ?? [];
    if (path !== '' && !isPage(pathInFirst(path))) return `expected a path of the site, found ${quote(target)}, which leads nowhere`;
    const places = path === '' ? here : pathInFirst(path) === '/' ? inStory : null;
    if (fragment === undefined || places === null || places.has(decodeURIComponent(fragment))) return null;
    return `expected a place that the page has, found ${quote(target)}`;
  };
  const problems: Problem[] = [];
  for (const file of textsOf(join(root, 'content', tag))) {
    const tree = parseChapter(readText(join(root, 'content', tag, file), `content/${tag}/${file}`));
    const here = file.startsWith('docs/') ? headingsOf(root, file) : inStory;
    for (const { target, line, column } of linksIn(tree)) {
      const message = faultOf(target, here);
      if (message !== null) problems.push({ file: `content/${tag}/${file}`, line, column, subject: '', message });
    }
  }
  const file = `content/${tag}/glossary.yml`;
  const glossary = readGlossary(file, readText(join(root, file), file), edition);
  for (const { id, text } of glossary.entries)
    for (const { target, offset } of linksIn(parseChapter(text))) {
      const message = faultOf(target, inStory);
      if (message !== null) problems.push(glossary.faultInText(id, offset, '', message));
    }
  return { problems, followed };
}

/** Throws ProblemsError where a link of any language leads nowhere. */
export function holdLinks(root: string, editions: readonly Edition[]): void {
  const problems = editions.flatMap((edition) => checkLinks(root, edition).problems);
  if (problems.length > 0) throw new ProblemsError(problems);
}

/** Links of the project's own texts (README.md and its like) to files that are not there. */
export function checkProjectLinks(root: string): Problem[] {
  return projectTexts(root).flatMap((file) =>
    linksIn(parseChapter(readText(join(root, file), file))).flatMap(({ target, line, column }): Problem[] => {
      if (/^[a-z][a-z0-9+.-]*:|^[/#]/i.test(target)) return [];
      const path = posix.join(dirname(file).split(sep).join('/'), decodeURIComponent(target.replace(/[?#].*$/s, '')));
      if (existsSync(join(root, path))) return [];
      return [{ file, line, column, subject: '', message: `expected a file of the project, found ${quote(target)}, which leads nowhere` }];
    }),
  );
}

function linksIn(tree: Nodes): Link[] {
  const links: Link[] = [];
  visit(tree, (node) => {
    if (node.type !== 'link' && node.type !== 'definition' && node.type !== 'image') return;
    const { offset = 0, line = 1, column = 1 } = node.position?.start ?? {};
    links.push({ target: node.url, offset, line, column });
  });
  return links;
}

/** The places of a text, which are named by the headings of the first language in every one. */
function headingsOf(root: string, file: string): Set<string> {
  const found = new Set<string>();
  const original = `content/${firstLanguage}/${file}`;
  visit(parseChapter(readText(join(root, original), original)), 'heading', (node) => {
    found.add(slug(plainText(node)));
  });
  return found;
}

/** Markdown of a language, from its folder. */
function textsOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => name.split(sep).join('/'))
    .sort();
}

/** Texts for those who work on the project: at its root, and the README of each room. */
function projectTexts(root: string): string[] {
  const rooms = ['.', '.github', 'content', 'data', 'tests', ...foldersUnder(root, 'src')];
  return rooms.flatMap((room) =>
    existsSync(join(root, room))
      ? readdirSync(join(root, room))
          .filter((name) => name.endsWith('.md') && name !== 'CHANGELOG.md')
          .map((name) => posix.join(room, name))
      : [],
  );
}

function foldersUnder(root: string, folder: string): string[] {
  const inside = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  return [
    folder,
    ...inside
      .filter((entry) => entry.isDirectory())
      .map(({ parentPath, name }) =>
        join(parentPath, name)
          .slice(root.length)
          .replace(/^[\\/]/, '')
          .split(sep)
          .join('/'),
      ),
  ];
}

/** Whether the site has a page or file at a path of the first language: read from src/pages/ and public/, so that a new page is known at once. */
function addressesOf(root: string): (path: string) => boolean {
  const choice = (names: readonly string[]): string => `(?:${names.map((name) => name.replaceAll('.', '\\.')).join('|')})`;
  const chartNames = choice(charts.flatMap(namesOf));
  const tableNames = choice([...tables.map(({ name }) => name), ...releasedVersions(join(root, 'data'))]);
  const routes = readdirSync(join(root, 'src/pages'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:astro|ts)$/.test(name))
    .map((name) => {
      const route = name
        .split(sep)
        .join('/')
        .replace(/^\[\.\.\.lang\]\//, '')
        .replace(/(?:^|(?<=\/))index\.astro$/, '')
        .replace(/\.astro$/, '/')
        .replace(/\.ts$/, '')
        .replaceAll('.', '\\.')
        .replace('[chart]', chartNames)
        .replace('[table]', tableNames)
        .replace(/\[\\\.\\\.\\\.[a-z]+\]/, `${chartNames}(?:/[^/]+)*`);
      return new RegExp(`^/${route}$`);
    });
  const downloads = [
    new RegExp(`^/data/${tableNames}\\.(?:csv|json|parquet|metadata\\.json)$`),
    new RegExp(`^/charts/${chartNames}[-@a-z0-9]*\\.(?:svg|png|csv|metadata\\.json)$`),
    /^\/(?:licences\.txt|sitemap\.xml|data\/(?:SHA256SUMS|datapackage\.json))$/,
  ];
  return (path) => {
    const whole = path.endsWith('/') || path.includes('.') ? path : `${path}/`;
    return [...routes, ...downloads].some((known) => known.test(whole)) || (path !== '/' && existsSync(join(root, 'public', path)));
  };
}

/** The fragments of the story's page: chapters, sections, steps, charts, notes. */
function placesOf({ story }: Edition): Set<string> {
  const places = new Set<string>(['main']);
  for (const { id, sections, blocks } of story.chapters) {
    places.add(id);
    for (const section of sections) places.add(`${id}-${section.id}`);
    for (const block of blocks) {
      const htmls = block.kind === 'html' ? [block.html] : 'steps' in block ? block.steps.map((step) => step.html) : [];
      for (const html of htmls) for (const [, found = ''] of html.matchAll(/ id="([^"]+)"/g)) places.add(found);
      if (block.kind === 'chart') places.add(`chart-${block.id}`);
      if (block.kind === 'scrolly') places.add(`chart-${block.chart}`);
      if ('steps' in block) for (const step of block.steps) places.add(step.id);
    }
  }
  for (const term of story.terms) places.add(termId(term.id));
  return places;
}
