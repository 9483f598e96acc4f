/** Workflows: what they use can't change under them, and what has rights runs nothing that others wrote. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { projectRoot } from '../../../src/commands/root.ts';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, unknown>>;
}
interface Job {
  readonly steps: readonly Step[];
  readonly permissions?: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
}
interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

const folder = join(projectRoot, '.github/workflows');

describe.each(readdirSync(folder))('%s', (name) => {
  const text = readFileSync(join(folder, name), 'utf8');
  const workflow: Workflow = parse(text);
  const jobs = Object.values(workflow.jobs);
  const steps = jobs.flatMap((job) => job.steps);
  const uses = (job: Job, action: string): boolean => job.steps.some((step) => step.uses?.startsWith(`actions/${action}@`));

  it('names each action by its commit, with the version beside it', () => {
    const lines = text.split('\n').filter((line) => /\buses:/.test(line));
    expect(lines.length).toBe(steps.filter((step) => step.uses !== undefined).length);
    for (const line of lines) expect(line).toMatch(/uses: actions\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('may read the project and no more, but for jobs that run nothing of it', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    for (const job of jobs) {
      const writes = Object.values(job.permissions ?? {}).includes('write');
      const secret = JSON.stringify(job).includes('secrets.');
      if (writes || secret) expect(uses(job, 'checkout'), JSON.stringify(job)).toBe(false);
    }
    expect(Object.keys(workflow.on)).not.toContain('pull_request_target');
  });

  it('keeps no credentials, runs no install scripts, puts no words of others into a shell, and ends', () => {
    for (const { uses: action = '', run = '', with: settings } of steps) {
      if (action.includes('/checkout@')) expect(settings?.['persist-credentials']).toBe(false);
      if (/npm (?:ci|install)/.test(run)) expect(run).toContain('--ignore-scripts');
      expect(run).not.toContain('${{');
    }
    for (const job of jobs) expect(job['timeout-minutes']).toBeGreaterThan(0);
  });

  it('publishes only what has passed the checks', () => {
    if (!/deploy-pages|rsync/.test(text)) return;
    expect(workflow.on).toMatchObject({ workflow_run: { workflows: ['check'], types: ['completed'], branches: ['main'] } });
    expect(text).toContain("github.event.workflow_run.conclusion == 'success'");
    expect(text).toContain("github.event.workflow_run.event == 'push'");
  });
});

test('npm runs no install scripts here, by hand neither', () => {
  expect(readFileSync(join(projectRoot, '.npmrc'), 'utf8')).toMatch(/^ignore-scripts=true$/m);
});
