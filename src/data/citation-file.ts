/** `CITATION.cff` of the package, by Citation File Format 1.2.0 (https://citation-file-format.github.io). */
import { stringify } from 'yaml';
import type { PackageFacts } from './facts.ts';

export const citationFile = 'CITATION.cff';

export function citationText(facts: PackageFacts): string {
  return stringify(
    {
      'cff-version': '1.2.0',
      message: 'If you use these data, please cite them as below, with the version that you used.',
      type: 'dataset',
      title: facts.title,
      abstract: facts.description,
      authors: facts.contributors.filter(({ roles }) => roles.includes('creator')).map(({ title }) => ({ name: title })),
      ...(facts.homepage === undefined ? {} : { url: facts.homepage }),
      ...(facts.repository === undefined ? {} : { 'repository-code': facts.repository }),
      version: facts.version,
      'date-released': facts.released,
      license: facts.licence.name,
      'license-url': facts.licence.path,
      keywords: facts.keywords,
    },
    { lineWidth: 0 },
  );
}
