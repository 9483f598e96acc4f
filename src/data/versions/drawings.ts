/**
 * The charts that a release keeps, as files beside its tables. What is in them is the matter of the room that draws; here
 * they are files with sums, and what was recorded when a release got them after its day.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readYaml } from '../yaml.ts';
import { releasesFolder } from './snapshot.ts';

/** In the folder of a release: one file a chart and a language. */
export const chartsFolder = 'charts';

/** In that folder, where the charts were added after the release. */
export const addedFile = 'added.yml';

const addedSchema = z.looseObject({ date: z.string(), note: z.string() });

/** When and how the charts of a release were added; `null` where they were frozen with it. */
export function readAdded(directory: string, version: string): { readonly date: string; readonly note: string } | null {
  const path = join(directory, releasesFolder, version, chartsFolder, addedFile);
  return existsSync(path) ? readYaml(path, readFileSync(path, 'utf8'), addedSchema).value : null;
}
