/** The recipe for React, as TypeScript checks it in a project of a host: with the types of React itself. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, expect, test } from 'vitest';
import { reactCode, reactTypes } from '../../../../src/site/embeds/recipes.ts';

const folder = mkdtempSync(join(tmpdir(), 'recipe-'));
afterAll(() => rmSync(folder, { recursive: true }));

const measured = { title: 'A', subtitle: 'B', note: '', reading: '', source: 'C', heights: { narrow: 400, wide: 400 } };
const site = 'https://cells.example/';
const recipe = reactCode(
  { choice: { chart: 'held', version: null, quiet: false }, theme: 'auto', site, title: 'People “held”', measured },
  site,
);
/** Of Next.js, all that the recipe takes. */
const next = `declare module 'next/script' { export default function Script(props: { src: string }): import('react').ReactNode; }`;

/** What TypeScript says of a project of these files. */
function complaints(files: Readonly<Record<string, string>>): string[] {
  const paths = Object.entries(files).map(([name, text]) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  });
  const types = join(process.cwd(), 'node_modules/@types/react');
  const program = ts.createProgram(paths, {
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    jsx: ts.JsxEmit.ReactJSX,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ES2022,
    types: [],
    paths: { react: [join(types, 'index.d.ts')], 'react/jsx-runtime': [join(types, 'jsx-runtime.d.ts')] },
  });
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

test('the component compiles with the types of the recipe, and not without', () => {
  const component = { 'chart.tsx': recipe, 'next.d.ts': next };
  expect(complaints({ ...component, 'element.ts': reactTypes() })).toEqual([]);
  expect(complaints(component).join('\n')).toContain("'no-empty-cells' does not exist on type 'JSX.IntrinsicElements'");
}, 60_000);

test('each attribute of the element has its type', () => {
  const of = (attributes: string): string[] =>
    complaints({ 'element.ts': reactTypes(), 'one.tsx': `export const one = <no-empty-cells ${attributes} />;` });
  const all = 'chart="held" version="1.0.0" language="be" only="a" theme="dark" look="corner=8" title="T" height="500" quiet';
  expect(of(all)).toEqual([]);
  expect(of('chart={5}')).not.toEqual([]);
  expect(of('chart="held" theme="blue"')).not.toEqual([]);
  expect(of('version="1.0.0"')).not.toEqual([]);
}, 120_000);
