/** Lighthouse as a command: fetched by npm when it is run, since it is far larger than all that the project needs. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { BrowserLaunch } from '../../browser/helpers/browser.ts';

export const LIGHTHOUSE = '13.5.0';
export const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
export type Category = (typeof categories)[number];

export interface Report {
  readonly categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>;
  readonly audits: Record<string, { score: number | null; title: string; displayValue?: string; numericValue?: number }>;
}

/** One report on a page, for a phone. `folder` is where the report is kept meanwhile. */
export async function runLighthouse(url: string, folder: string, { executablePath, args = [], env }: BrowserLaunch): Promise<Report> {
  const output = join(folder, 'report.json');
  const flags = [
    '--output=json',
    `--output-path=${output}`,
    '--quiet',
    '--form-factor=mobile',
    `--chrome-flags=${['--headless=new', '--no-sandbox', ...args].join(' ')}`,
  ];
  await promisify(execFile)('npm', ['exec', '--yes', `--package=lighthouse@${LIGHTHOUSE}`, '--', 'lighthouse', url, ...flags], {
    // In a folder of its own, so that npm takes nothing of the project for the package.
    cwd: tmpdir(),
    env: { ...process.env, ...env, CHROME_PATH: executablePath },
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
  });
  return JSON.parse(readFileSync(output, 'utf8'));
}

/** A score from 0 to 100. */
export const percent = (report: Report, category: Category): number => Math.round((report.categories[category]?.score ?? 0) * 100);
