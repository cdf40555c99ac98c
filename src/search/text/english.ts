/** The word without a plural ending: `pipelines` gives `pipeline`; `access`, `status` and `redis` stay. */
export function singular(word: string): string {
  if (word.length < 4 || /(ss|us|is)$/.test(word)) return word
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (/(sses|xes|zes|ches|shes)$/.test(word)) return word.slice(0, -2)
  return word.endsWith('s') ? word.slice(0, -1) : word
}

/** A stretch of a text. */
export interface WordPart {
  readonly text: string
  readonly start: number
}

/** Parts of a camelCase word, three letters or longer: `OpenCensus` gives `Open` and `Census`. */
export function camelParts(word: string): WordPart[] {
  if (!/[a-z][A-Z]|[A-Z]{2}[a-z]/.test(word)) return []
  const parts = [...word.matchAll(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g)]
  if (parts.length < 2) return []
  return parts.filter(([text]) => text.length > 2).map((part) => ({ text: part[0], start: part.index }))
}
