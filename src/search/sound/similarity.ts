import { PHONE_COST, PHONE_WEIGHT } from '../tuning.js'

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
  return isVowel(korean) && isVowel(english) ? PHONE_COST.otherVowel : PHONE_COST.consonant
}

/** A phone that only one of the words has. */
function extra(phone: string): number {
  const { eu, w, vowel, consonant } = PHONE_COST
  if (phone === '_') return eu
  if (phone === 'w') return w
  return isVowel(phone) ? vowel : consonant
}

// Hangul writes an ㅣ that English spelling lacks: after a hiss (메시지), and in 에이 and 아이.
const extraKorean = (phone: string, before: string): number =>
  phone === 'i' && before !== '' && 'jcsae'.includes(before) ? PHONE_COST.weakI : extra(phone)

function weight(phones: string): number {
  let sum = 0
  for (const phone of phones) {
    if (phone !== '_' && phone !== 'w') sum += isVowel(phone) ? PHONE_WEIGHT.vowel : PHONE_WEIGHT.consonant
  }
  return sum
}

/** How alike two words sound, 1 is the same: one minus their weighted edit distance by their mean weight. */
export function similarity(korean: string, english: string): number {
  let above = [0]
  for (const phone of english) above.push((above.at(-1) ?? 0) + extra(phone))
  for (let i = 0; i < korean.length; i++)
    above = nextRow(above, korean.charAt(i), korean.charAt(i - 1), english)
  return 1 - (above.at(-1) ?? 0) / Math.max((weight(korean) + weight(english)) / 2, 1)
}

function nextRow(above: readonly number[], phone: string, before: string, english: string): number[] {
  const alone = extraKorean(phone, before)
  const row = [(above[0] ?? 0) + alone]
  for (let j = 0; j < english.length; j++) {
    const replaced = (above[j] ?? 0) + substitution(phone, english.charAt(j))
    const inserted = (row[j] ?? 0) + extra(english.charAt(j))
    row.push(Math.min(replaced, (above[j + 1] ?? 0) + alone, inserted))
  }
  return row
}
