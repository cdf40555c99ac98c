/** The alphabet of a word; `mixed` joins Latin letters and digits: `k8s`, `ec2`. */
export type Script = 'hangul' | 'latin' | 'digits' | 'mixed' | 'han' | 'other'

/** A run of one script in a text. */
export interface Word {
  /** Lower case. */
  readonly text: string
  readonly script: Script
  readonly start: number
  readonly end: number
}

// Joiners, marks of writing direction and soft hyphens may sit inside a word and are never seen.
const INVISIBLE = /\p{Cf}|\p{Variation_Selector}/gu
const ACCENTED = /[\u00e0-\u024f]/g

/** One Unicode form for equal-looking text: NFKC, without invisible characters. Case stays. */
export function compose(text: string): string {
  return text.normalize('NFKC').replace(INVISIBLE, '')
}

/** Lower case without Latin accents, character for character: positions stay. */
export function lower(composed: string): string {
  const folded = composed.toLowerCase()
  const same = folded.length === composed.length ? folded : composed.replace(/[A-Z]/g, (c) => c.toLowerCase())
  return same.replace(ACCENTED, (c) => c.normalize('NFD').charAt(0))
}

const WORD =
  /([가-힣]+)|((?<![a-z])[cfj](?:\+\+|#)|[a-z\u00df-\u024f]+)|([0-9]+)|([\u3040-\u30ff\u3400-\u9fff]+)|((?:(?![가-힣a-z0-9\u00df-\u024f\u3040-\u30ff\u3400-\u9fff])[\p{L}\p{N}])+)/gu

/** Cuts a lower-case text into runs of one script; Latin letters that touch digits make one word. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  // matchAll copies the expression for each text.
  WORD.lastIndex = 0
  for (let found = WORD.exec(text); found; found = WORD.exec(text)) {
    const start = found.index
    const word = { text: found[0], script: scriptOf(found), start, end: start + found[0].length }
    const last = words.at(-1)
    if (last && last.end === start && isCode(last.script) && isCode(word.script)) {
      words[words.length - 1] = { ...last, text: last.text + word.text, script: 'mixed', end: word.end }
    } else words.push(word)
  }
  return words
}

function scriptOf([, hangul, latin, digits, han]: RegExpExecArray): Script {
  if (hangul) return 'hangul'
  if (latin) return 'latin'
  if (digits) return 'digits'
  return han ? 'han' : 'other'
}

/** Whether words of this script may be one with their neighbours: letters and digits. */
export function isCode(script: Script): boolean {
  return script === 'latin' || script === 'digits' || script === 'mixed'
}
