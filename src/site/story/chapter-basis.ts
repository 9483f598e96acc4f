/** What a chapter rests on: its documents, how sure its figures are, and where counters differ. Computed, never typed. */
import type { DataPackage } from '../../data/package.ts';
import { type Disagreement, disagreementOf } from '../../figures/disagreement.ts';
import type { Figure } from '../../figures/figure.ts';
import { type Chapter, chartsIn } from '../../story/chapter.ts';
import type { Note } from '../../story/notes.ts';
import type { Edition, Source } from '../edition.ts';

export interface ChapterBasis {
  /** Documents that the text cites or its charts draw from, each once. */
  readonly documents: number;
  /** Those of them that the text cites. */
  readonly cited: number;
  /** Publishers of the documents, by how many each has, from the most. */
  readonly publishers: readonly { readonly name: string; readonly documents: number }[];
  /** Documents read on another site than the publisher's, or in an archive. */
  readonly copies: number;
  /** Documents of states or of media that follow one. */
  readonly state: number;
  /** Figures that the text prints, each once. */
  readonly figures: number;
  /** Those among them that rest on a row of this confidence, the least sure row deciding. */
  readonly medium: number;
  readonly low: number;
  /** Those that rest on a row known from digests of other reports only. */
  readonly digest: number;
  /** Things of which counters say different numbers, each with the figures that the chapter prints of it. */
  readonly conflicts: readonly Conflict[];
}

export interface Conflict {
  readonly subject: string;
  readonly date: Figure['date'];
  /** What the chapter prints, with its note. */
  readonly printed: readonly (Disagreement['own'] & { readonly figure: Figure; readonly footnote: Note })[];
  /** What it leaves to the tables. */
  readonly others: Disagreement['others'];
}

type Ground = Pick<Edition, 'data' | 'charts' | 'sources'>;

/** Computes the basis of a chapter of the edition. */
export function basisOf(chapter: Chapter, edition: Ground): ChapterBasis {
  const { notes } = chapter;
  const cited = new Set(notes.flatMap(({ sourceIds }) => sourceIds));
  const all = new Set([...cited, ...chartsIn(chapter.blocks).flatMap((id) => edition.charts.get(id)?.sources ?? [])]);
  const documents = [...all].flatMap((id) => edition.sources.get(id) ?? []);
  const figures = [...new Set(notes.flatMap(({ figure }) => figure ?? []))];
  const rests = (key: 'confidence' | 'reportedIn', on: string): Figure[] =>
    figures.filter(({ grounds }) => grounds.some((ground) => ground[key] === on));
  const low = rests('confidence', 'low');
  return {
    documents: documents.length,
    cited: cited.size,
    publishers: publishersBySize(documents),
    copies: documents.filter(({ host_class }) => ['mirror', 'repost', 'archive'].includes(host_class)).length,
    state: documents.filter(({ state_aligned }) => state_aligned === 'yes').length,
    figures: figures.length,
    medium: rests('confidence', 'medium').filter((figure) => !low.includes(figure)).length,
    low: low.length,
    digest: rests('reportedIn', 'digest').length,
    conflicts: conflictsIn(notes, edition.data),
  };
}

function publishersBySize(documents: readonly Source[]): ChapterBasis['publishers'] {
  const counts = new Map<string, number>();
  for (const { publisher } of documents) counts.set(publisher, (counts.get(publisher) ?? 0) + 1);
  return [...counts]
    .map(([name, documents]) => ({ name, documents }))
    .sort((a, b) => b.documents - a.documents || (a.name < b.name ? -1 : 1));
}

/** Figures that speak of the same thing stand together, in the order of the text. */
function conflictsIn(notes: readonly Note[], data: DataPackage): Conflict[] {
  const found: {
    subject: string;
    date: Figure['date'];
    printed: Conflict['printed'][number][];
    others: Disagreement['others'][number][];
  }[] = [];
  const told = new Set<Figure>();
  for (const note of notes) {
    const { figure } = note;
    // A figure has two notes where one of them tells the rest of a sentence too.
    if (!figure || told.has(figure)) continue;
    told.add(figure);
    const disagreement = disagreementOf(figure, data);
    if (!disagreement) continue;
    const { own, others, subject } = disagreement;
    const same = (a: { table: string; line: number }) => (b: { table: string; line: number }) => a.table === b.table && a.line === b.line;
    const printed = { ...own, figure, footnote: note };
    const known = found.find((conflict) => conflict.others.some(same(own)));
    if (!known) {
      found.push({ subject, date: figure.date, printed: [printed], others: [...others] });
      continue;
    }
    known.printed.push(printed);
    known.others = known.others.filter((other) => !same(own)(other));
  }
  return found;
}
