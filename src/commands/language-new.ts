/** `npm run language:new -- <tag>`: lays out the files of a further language, which stays out of the build until it is finished. */
import { loadEdition } from '../site/edition.ts';
import { firstLanguage } from '../site/languages.ts';
import { layOutLanguage } from '../site/publish/languages/new.ts';
import { projectRoot } from './root.ts';
import { runOrSay, Stop } from './say.ts';

await runOrSay([], () => {
  const [tag, ...more] = process.argv.slice(2);
  if (tag === undefined || more.length > 0) throw new Stop('expected the tag of a language, such as "uk" or "pt-BR"');
  if (canonical(tag) !== tag) throw new Stop(`expected a BCP 47 tag such as "uk" or "pt-BR", found "${tag}"`);
  const written = layOutLanguage(projectRoot, tag, loadEdition(projectRoot, firstLanguage));
  console.log(written.length === 0 ? `${tag}: everything is there` : `${tag}: wrote\n${written.map((file) => `  ${file}`).join('\n')}`);
  const locale = `src/figures/locales/${tag}.ts`;
  const first = written.includes(locale) ? `say in ${locale} how the language prints numbers and dates, then ` : '';
  console.log(`Next: ${first}npm run language:check -- ${tag}`);
});

/** The tag as it is written by the standard; empty for what is none. */
function canonical(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? '';
  } catch {
    return '';
  }
}
