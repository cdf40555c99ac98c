import { EXTRA_ENGLISH, EXTRA_KOREAN, PHONE_WEIGHT, SUBSTITUTED, WEAK_PHONES } from '../tuning.js'

// What it costs to take one phone for another, both ways; a Korean phone first. 0 is no difference.
const CONFUSIONS: readonly (readonly [number, string])[] = [
  [0, 'qk xt vp'],
  [0.1, 'qg vb'],
  [0.2, 'xd Nn'],
  [0.35, 'cj sj'],
  [0.4, 'tc dj'],
  [0.45, 'gk dt bp'],
  [0.5, 'sc st xs'],
  [0.6, 'hp mn'],
  [0.8, 'gj'],
  [0.9, 'ln'],
  [0.05, 'ea'],
  [0.08, 'Ee Eo Eu Ea'],
  [0.15, 'ao ei oa ou'],
  [0.2, 'au'],
  [0.25, '_e _u _o _i _a'],
  [0.3, 'ia ue Ei'],
]

const confusions = new Map(
  CONFUSIONS.flatMap(([cost, pairs]) =>
    pairs.split(' ').flatMap((pair): [string, number][] => [
      [pair, cost],
      [pair.charAt(1) + pair.charAt(0), cost],
    ]),
  ),
)

const isVowel = (phone: string): boolean => 'aeiouE_'.includes(phone)

function substitution(korean: string, english: string): number {
  if (korean === english) return 0
  const known = confusions.get(korean + english)
  if (known !== undefined) return known
  if (isVowel(korean) !== isVowel(english)) return SUBSTITUTED.kind
  return isVowel(korean) ? SUBSTITUTED.vowel : SUBSTITUTED.consonant
}

// Hangul needs vowels that English has not: ㅡ anywhere, ㅣ after a hiss (메시지).
function extraKorean(phone: string, before: string): number {
  const { iAfterHiss, i, first, aeu, vowel, consonant } = EXTRA_KOREAN
  if (phone === 'i') return 'jcsae'.includes(before) && before !== '' ? iAfterHiss : i
  if ('aeu'.includes(phone)) return before === '' ? first : aeu
  return WEAK_PHONES[phone] ?? (isVowel(phone) ? vowel : consonant)
}

function extraEnglish(phone: string): number {
  const { e, vowel, consonant } = EXTRA_ENGLISH
  if (phone === 'e') return e
  return WEAK_PHONES[phone] ?? (isVowel(phone) ? vowel : consonant)
}

function weight(phones: string): number {
  const { eu, w, vowel, consonant } = PHONE_WEIGHT
  let sum = 0
  for (const phone of phones)
    sum += phone === '_' ? eu : phone === 'w' ? w : isVowel(phone) ? vowel : consonant
  return sum
}

/** How alike two words sound, 1 is the same: one minus their weighted edit distance by their mean weight. */
export function similarity(korean: string, english: string): number {
  let above = [0]
  for (const phone of english) above.push((above.at(-1) ?? 0) + extraEnglish(phone))
  for (let i = 0; i < korean.length; i++)
    above = nextRow(above, korean.charAt(i), korean.charAt(i - 1), english)
  return 1 - (above.at(-1) ?? 0) / Math.max((weight(korean) + weight(english)) / 2, 1)
}

function nextRow(above: readonly number[], phone: string, before: string, english: string): number[] {
  const extra = extraKorean(phone, before)
  const row = [(above[0] ?? 0) + extra]
  for (let j = 0; j < english.length; j++) {
    const replaced = (above[j] ?? 0) + substitution(phone, english.charAt(j))
    const alone = Math.min((above[j + 1] ?? 0) + extra, (row[j] ?? 0) + extraEnglish(english.charAt(j)))
    row.push(Math.min(replaced, alone))
  }
  return row
}
