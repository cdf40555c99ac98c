import { disassemble } from 'es-hangul'

/** One key for the spellings of a term: `CI/CD`, `ci cd` and `cicd` are `cicd`. */
export function glossaryKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s/.\-_&+']/g, '')
}

/** Groups of equal terms, found by any of them. */
export class GlossaryTable {
  readonly #others = new Map<string, Set<string>>()
  /** The keys in letters, sorted when first needed: those that begin alike stand together. */
  #sorted: readonly Spelled[] | undefined

  constructor(groups: readonly (readonly string[])[]) {
    for (const group of groups) {
      for (const entry of group) {
        const key = glossaryKey(entry)
        const others = this.#others.get(key) ?? new Set()
        for (const other of group) if (other !== entry) others.add(other)
        this.#others.set(key, others)
      }
    }
  }

  /** Other names of a term, empty when the glossary has none. */
  namesFor(...spellings: readonly string[]): readonly string[] {
    for (const spelling of spellings) {
      const others = this.#others.get(glossaryKey(spelling))
      if (others) return [...others]
    }
    return []
  }

  /** Other names of the terms that begin like this, letter by letter: 쿠버넽 begins 쿠버네티스. */
  completions(start: string): string[] {
    const letters = disassemble(glossaryKey(start))
    if (letters.length < 2) return []
    const begun = this.#beginning(letters).map(({ key }) => key)
    return begun.flatMap((key) => [key, ...(this.#others.get(key) ?? [])])
  }

  #beginning(letters: string): readonly Spelled[] {
    this.#sorted ??= [...this.#others.keys()]
      .map((key) => ({ key, letters: disassemble(key) }))
      .sort((one, other) => (one.letters < other.letters ? -1 : Number(one.letters > other.letters)))
    let [low, high] = [0, this.#sorted.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#sorted[middle]?.letters ?? '') < letters) low = middle + 1
      else high = middle
    }
    let end = low
    while (this.#sorted[end]?.letters.startsWith(letters)) end++
    return this.#sorted.slice(low, end)
  }
}

interface Spelled {
  readonly key: string
  readonly letters: string
}
