import { readFile } from 'node:fs/promises'
import { forms } from '../../src/search/lexicon/lexicon.js'
import { SoundTable } from '../../src/search/sound/sound-table.js'
import { wordsOf } from '../../src/search/text/words.js'
import { mean } from './statistics.js'

/** A loanword in both scripts. */
export interface Loanword {
  readonly hangul: string
  readonly latin: string
}

/** How well words find their other script. Shares are per cent. */
export interface LoanwordResult {
  readonly direction: string
  readonly pairs: number
  readonly top1: number
  /** Pairs found at any place. */
  readonly found: number
  readonly distractors: number
  /** Frequent words of the language, not of the pairs, that sound like any word of the other, true loanwords among them. */
  readonly distractorsMatching: number
}

/** Lines of a Hangul word, a tab and its English word or words. */
export async function readLoanwords(file: string): Promise<Loanword[]> {
  const lines = (await readFile(file, 'utf8')).split(/\r?\n/).filter((line) => line.includes('\t'))
  return lines.map((line) => {
    const [hangul = '', latin = ''] = line.split('\t').map((word) => word.trim().toLowerCase())
    return { hangul, latin }
  })
}

/** Looks each word up by sound among the pairs and the distractors of the other script. */
export function measureLoanwords(
  pairs: readonly Loanword[],
  distractors: { readonly hangul: readonly string[]; readonly latin: readonly string[] },
): LoanwordResult[] {
  const hangul = tableOf([...pairs.map((pair) => pair.hangul), ...distractors.hangul])
  const latin = tableOf([...pairs.map((pair) => pair.latin), ...distractors.latin])
  const flipped = pairs.map((pair) => ({ asked: pair.latin, sought: pair.hangul }))
  const straight = pairs.map((pair) => ({ asked: pair.hangul, sought: pair.latin }))
  return [
    { direction: 'Hangul to Latin', ...look(latin, straight, distractors.hangul) },
    { direction: 'Latin to Hangul', ...look(hangul, flipped, distractors.latin) },
  ]
}

function tableOf(words: readonly string[]): SoundTable {
  const table = new SoundTable()
  for (const word of words) table.add(word)
  return table
}

function look(
  table: SoundTable,
  pairs: readonly { asked: string; sought: string }[],
  distractors: readonly string[],
) {
  const places = pairs.map(({ asked, sought }) =>
    table.lookup(asked).findIndex(({ word }) => word === sought),
  )
  const members = new Set(pairs.flatMap(({ asked }) => asked.split(' ')))
  const others = distractors.filter((word) => !members.has(word))
  const share = (flags: readonly boolean[]) => 100 * mean(flags.map(Number))
  return {
    pairs: pairs.length,
    top1: share(places.map((place) => place === 0)),
    found: share(places.map((place) => place >= 0)),
    distractors: others.length,
    distractorsMatching: share(others.map((word) => table.lookup(word).length > 0)),
  }
}

/** The most frequent words of one script in some texts, without particles. */
export function frequentWords(texts: readonly string[], script: 'hangul' | 'latin', count: number): string[] {
  const frequencies = new Map<string, number>()
  for (const text of texts) {
    for (const word of wordsOf(text.toLowerCase())) {
      if (word.script !== script) continue
      const plain = script === 'hangul' ? (forms(word.text).at(-1) ?? '') : word.text
      if (plain.length >= (script === 'hangul' ? 2 : 3))
        frequencies.set(plain, (frequencies.get(plain) ?? 0) + 1)
    }
  }
  const ranked = [...frequencies].sort(([, a], [, b]) => b - a)
  return ranked.slice(0, count).map(([word]) => word)
}
