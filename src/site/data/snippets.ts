/** Code that reads the package as it is served on the reader's own machine by `npm start`. */

export interface Snippet {
  readonly language: string;
  readonly code: string;
}

export const snippets: readonly Snippet[] = [
  {
    language: 'R',
    code: `held <- read.csv("http://localhost:4321/data/political-prisoners.csv")
held <- subset(held, metric == "currently_held" & counted_by == "Viasna" &
                     status == "preferred" & qualifier == "exact")
plot(as.Date(held$date), held$value)`,
  },
  {
    language: 'Python',
    code: `import csv, io, urllib.request

with urllib.request.urlopen("http://localhost:4321/data/political-prisoners.csv") as reply:
    rows = list(csv.DictReader(io.TextIOWrapper(reply, "utf-8")))
held = [row for row in rows if row["metric"] == "currently_held" and row["status"] == "preferred"]
print(held[0]["date"], held[0]["value"])`,
  },
  {
    language: 'Shell',
    code: `curl -sO http://localhost:4321/data/no-empty-cells.sqlite
sqlite3 -header no-empty-cells.sqlite \\
  'SELECT date, released, form FROM "releases" WHERE status = "preferred" ORDER BY date'`,
  },
];
