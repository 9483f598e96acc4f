/** Finds names in texts: whole words, in their own case, several words in a row. */
export class Finder {
  /** Forms by their first word, each as its words and what it stands for. */
  readonly #forms = new Map<string, { readonly words: readonly string[]; readonly of: string }[]>();
  readonly #fold: (word: string) => string;

  /** `forms`: a form and the id of what it names. With `anyCase`, for terms, case does not count. */
  constructor(forms: Iterable<readonly [form: string, of: string]>, { anyCase = false } = {}) {
    this.#fold = anyCase ? (word) => word.toLowerCase() : (word) => word;
    for (const [form, of] of forms) {
      const [first, ...rest] = wordsOf(form).map(this.#fold);
      if (first === undefined) continue;
      this.#forms.set(first, [...(this.#forms.get(first) ?? []), { words: rest, of }]);
    }
  }

  /** The ids of what a text names. */
  in(text: string): ReadonlySet<string> {
    const found = new Set<string>();
    const words = wordsOf(text).map(this.#fold);
    for (const [index, word] of words.entries())
      for (const { words: rest, of } of this.#forms.get(word) ?? [])
        if (rest.every((next, offset) => words[index + 1 + offset] === next)) found.add(of);
    return found;
  }
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}
