/** What the form for a chart's code is made from: every embed of the chart that exists, in every language and version. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Colours } from '../../charts/image/svg-file.ts';
import { readReleases } from '../../data/versions/frozen.ts';
import type { Card, Variant } from '../../embed/choices.ts';
import type { Picture } from '../../embed/snippets.ts';
import { coloursOf, drawPicture, type Pictured, pictureOfOpening, picturesOf } from '../charts/images.ts';
import { type Edition, editionFor, isReadable } from '../edition.ts';
import { folderOf, languages } from '../languages.ts';
import { pinnedViews } from './offered.ts';
import { type EmbedView, embedView, measured } from './view.ts';

/** The variants of the page's own language come first, the one that follows the data before its versions, the newest of these first. */
export function embedCard(edition: Edition, chart: string, site: string): Card {
  const tags = languages.map(({ tag }) => tag).filter(isReadable);
  const own = edition.locale.tag;
  const releases = readReleases(join(process.cwd(), 'data'));
  const variants = [own, ...tags.filter((tag) => tag !== own)].flatMap((tag) => {
    const now = tag === own ? edition : editionFor(tag);
    const language = folderOf(tag) ?? '';
    const pictures = pictureOf(now, chart);
    const variantOf = (view: EmbedView, version: string): Variant => {
      const { chart: shown, quiet } = view;
      const named = shown.id === chart ? {} : { chart: shown.id };
      const pinnedTo = releases.find((release) => release.version === version);
      const citation = now.strings.chartPage.citation(
        shown.title,
        pinnedTo?.version ?? now.release.words,
        (pinnedTo?.date ?? now.release.modified).slice(0, 4),
      );
      return { language, version, quiet, ...named, title: shown.title, citation, measured: measured(view), picture: pictures(quiet) };
    };
    const choice = { chart, language: language || null };
    return [
      ...[false, true].map((quiet) => variantOf(embedView(now, { ...choice, version: null, quiet }), '')),
      ...pinnedViews(tag, chart).map((view) => variantOf(view, view.version)),
    ];
  });
  return { chart, site, variants, ...partsOf(edition, chart) };
}

/** What of a chart can be shown alone, with the names in every language. */
function partsOf(edition: Edition, chart: string): Pick<Card, 'parts'> {
  const ids = edition.charts.get(chart)?.parts?.ids ?? [];
  if (ids.length === 0) return {};
  const read = languages.filter(({ tag }) => isReadable(tag));
  const names = read.map(({ tag }) => [folderOf(tag) ?? '', editionFor(tag).charts.get(chart)?.parts?.names ?? []] as const);
  return { parts: ids.map((id, index) => ({ id, names: Object.fromEntries(names.map(([tag, all]) => [tag, all[index] ?? id])) })) };
}

/** The picture of a chart, open or quiet. Pictures are of the latest data. */
function pictureOf(edition: Edition, id: string): (quiet: boolean) => Picture {
  const chart = edition.charts.get(id);
  if (!chart) throw new RangeError(`there is no chart "${id}"`);
  const pictures = picturesOf(edition, chart).map((picture) => ({ ...pictureFrom(picture), quiet: picture.quiet }));
  return (wanted) => {
    const { file, width, height, alt } = pictures.find(({ quiet }) => quiet === wanted) ?? pictures[0] ?? never(id);
    return { file, width, height, alt };
  };
}

function pictureFrom(picture: Pictured): Picture {
  const { title, description } = picture.chart;
  const { width, height } = drawPicture(picture, colours());
  return { file: picture.file, width, height, alt: [/[.!?]$/.test(title) ? title : `${title}.`, ...description].join(' ') };
}

/** The picture of the story's opening; `null` where the story has none. */
export function openingPictureOf(edition: Edition): Picture | null {
  const picture = pictureOfOpening(edition);
  return picture && pictureFrom(picture);
}

let light: Colours | null = null;
function colours(): Colours {
  light ??= coloursOf(readFileSync(join(process.cwd(), 'src/site/shell/styles/tokens.css'), 'utf8'), 'light');
  return light;
}

const never = (id: string): never => {
  throw new RangeError(`the chart ${id} has no picture`);
};
