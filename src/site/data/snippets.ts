/** Code that reads the package from where the site stands. */

import { SLUG } from '../../data/name.ts';

export interface Snippet {
  readonly language: string;
  readonly code: string;
}

/** Lines for readers of other programs. `site` is the full address of the site, with a slash at its end. */
export const snippetsFor = (site: string): readonly Snippet[] => [
  {
    language: 'R',
    code: `held <- read.csv("${site}data/political-prisoners.csv")
held <- subset(held, metric == "currently_held" & counted_by == "Viasna" &
                     status == "preferred" & qualifier == "exact")
plot(as.Date(held$date), held$value)`,
  },
  {
    language: 'Python',
    code: `import csv, io, urllib.request

with urllib.request.urlopen("${site}data/political-prisoners.csv") as reply:
    rows = list(csv.DictReader(io.TextIOWrapper(reply, "utf-8")))
# What different bodies count is never joined: one counter, and the rows that are in use.
held = [row for row in rows if row["metric"] == "currently_held"
        and row["counted_by"] == "Viasna" and row["status"] == "preferred"]
print(held[0]["date"], held[0]["value"])`,
  },
  {
    language: 'Shell',
    code: `curl -sO ${site}data/${SLUG}.sqlite
sqlite3 -header ${SLUG}.sqlite \\
  'SELECT date, released, form FROM "releases" WHERE status = "preferred" ORDER BY date'`,
  },
];
