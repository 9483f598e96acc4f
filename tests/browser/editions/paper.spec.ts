/** The story as PDF: printed by the command with the browser of the machine, and read as what it is, a file. */
import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { browserProgram } from '../../../src/commands/browser.ts';
import { projectRoot } from '../../../src/commands/root.ts';
import { editionPath } from '../../../src/site/editions/files.ts';
import { folderOf } from '../../../src/site/languages.ts';
import { writeSiteSums } from '../../../src/site/publish/proof/sums.ts';
import { ProjectCopy } from '../../fixtures/project.ts';
import { expect, test } from '../helpers/fixtures.ts';
import { dist } from '../helpers/static-server.ts';

/** One language of each script, and how many pages it takes at most: a booklet, and no pile of paper. Words in Cyrillic run longer. */
const most: Readonly<Record<string, number>> = { en: 45, be: 52 };
const tags = Object.keys(most);

/** Objects of a PDF of Chromium are plain text; only streams are packed. */
const count = (pdf: string, object: RegExp): number => [...pdf.matchAll(object)].length;

test('is tagged, has bookmarks, linked notes, a language, pages of A4, and no more of them than a booklet', async () => {
  test.setTimeout(240_000);
  const program = browserProgram();
  // The one that comes as a package prints nothing when it is started by itself.
  test.info().skip(program === null, 'There is no Chromium or Chrome of its own on this machine: printing by the command was not tried');
  if (program === null) return;
  const copy = new ProjectCopy({ CHROMIUM_PATH: program });
  try {
    // A copy has the first language only.
    cpSync(join(projectRoot, 'src/site/languages.ts'), join(copy.root, 'src/site/languages.ts'));
    const files = tags.flatMap((tag) => [editionPath('page', tag), join(folderOf(tag) ?? '', 'editions/index.html')]);
    for (const name of [...files, 'data/datapackage.json']) {
      mkdirSync(dirname(join(copy.root, 'dist', name)), { recursive: true });
      cpSync(join(dist, name), join(copy.root, 'dist', name));
    }
    writeSiteSums(join(copy.root, 'dist'));
    const run = await copy.run('editions-pdf.ts', ...tags);
    expect(run.output).toMatch(/wrote .*-en\.pdf, [\d.]+ MB\n.*wrote .*-be\.pdf, [\d.]+ MB/);
    for (const tag of tags) {
      const bytes = readFileSync(join(copy.root, 'dist', editionPath('paper', tag)));
      const pdf = bytes.toString('latin1');
      expect(pdf).toContain('/MarkInfo <</Type /MarkInfo\n/Marked true');
      expect(pdf).toContain('/StructTreeRoot');
      expect(pdf).toMatch(new RegExp(`/Lang \\(${tag}`));
      // The title and the chapters, and the parts in them.
      expect(count(pdf, /\/Title \(/g) + count(pdf, /\/Title </g)).toBeGreaterThan(12);
      // Notes lead to their places, and sources to their pages.
      expect(count(pdf, /\/Subtype \/Link\b/g)).toBeGreaterThan(300);
      expect(count(pdf, /\/S \/Figure\b/g)).toBeGreaterThan(30);
      const pages = count(pdf, /\/Type \/Page\b(?!s)/g);
      expect(pages).toBeGreaterThan(15);
      expect(pages, `pages in ${tag}`).toBeLessThan(most[tag] ?? 0);
      for (const [, width, height] of pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)) {
        expect(Number(width)).toBeCloseTo(595, -1);
        expect(Number(height)).toBeCloseTo(842, -1);
      }
      expect(bytes.length).toBeLessThan(8_000_000);
      expect(readFileSync(join(copy.root, 'dist', folderOf(tag) ?? '', 'editions/index.html'), 'utf8')).toContain('.pdf"');
    }
  } finally {
    copy.remove();
  }
});
