import { romanize } from 'es-hangul'
import { SURNAMES } from '../../knowledge/people/surnames.js'
import type { Speaker } from '../../knowledge/session.js'
import { isHangul } from '../text/korean.js'

const surnamesBySpelling = new Map<string, string[]>()
for (const [surname, spellings] of Object.entries(SURNAMES)) {
  for (const spelling of spellings.split(' ')) {
    surnamesBySpelling.set(spelling, [...(surnamesBySpelling.get(spelling) ?? []), surname])
  }
}

/** Index terms of a Korean name, equal in Hangul and in any usual spelling: `@김` and `~cInUN` for Jinwoong Kim. */
export function speakerKeys({ name, aliases }: Speaker): string[] {
  return [...new Set([name, ...aliases].flatMap((spelling) => spellingKeys(spelling)))]
}

function spellingKeys(spelling: string): string[] {
  const plain = spelling.normalize('NFKC')
  if (isHangul(plain.replace(/\s/g, ''))) return hangulKeys(plain.replace(/\s/g, ''))
  const parts = nameParts(plain)
  const pairs = parts.slice(1).map((part, i) => (parts[i] ?? '') + part)
  return [...parts.flatMap((part) => [...surnameKeys(part), givenKey(part)]), ...pairs.map(givenKey)]
}

/** The keys of a whole name in Hangul, none when it cannot be one: 김진웅, 독고혁; nor where its surname's key is not looked for. */
export function hangulKeys(name: string, isSought: (surname: string) => boolean = () => true): string[] {
  if (name.length < 2 || name.length > 5) return []
  const length = name.length > 2 && SURNAMES[name.slice(0, 2)] ? 2 : 1
  const surname = name.slice(0, length)
  if (!SURNAMES[surname] || !isSought(`@${surname}`)) return []
  return [`@${surname}`, givenKey([...name.slice(length)].map((syllable) => romanize(syllable)).join(''))]
}

/** The surnames that a word in Latin letters may spell. */
export function surnameKeys(word: string): string[] {
  return (surnamesBySpelling.get(word) ?? []).map((surname) => `@${surname}`)
}

/** One key for the spellings of a given name: jinwoong, jin-ung and jinung. */
export function givenKey(word: string): string {
  const sounds = SPELLINGS.reduce(
    (key, [spelling, sound]) => key.replace(spelling, sound),
    word.toLowerCase(),
  )
  return `~${sounds.replace(/(.)\1+/g, '$1')}`
}

// Romanisers differ in these: 훈 is Hun or Hoon, 혁 Hyeok or Hyuk, 영 Yeong or Young, 진 Jin or Chin.
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/[^a-z]/g, ''],
  [/ng/g, 'N'],
  [/eui|ui|ee|i|y(?![aeou])/g, 'I'],
  [/ae|a[iy]|e(?![ou])/g, 'E'],
  [/w(?=[ou]|eo)/g, ''],
  [/eo|eu|oo|ou|o|u/g, 'U'],
  [/h(?![aEIUyw])/g, ''],
  [/ch|z/g, 'j'],
  [/sh/g, 's'],
  [/g|c|q/g, 'k'],
  [/d/g, 't'],
  [/b|v|f/g, 'p'],
  [/r/g, 'l'],
]

// Account names run together: JinwoongKim8, hoon-park, jinwoongkim.
function nameParts(name: string): string[] {
  const spaced = name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
  return spaced
    .split(/[^a-z]+/)
    .filter(Boolean)
    .flatMap(apart)
}

function apart(part: string): string[] {
  if (part.length < 6) return [part]
  let found: { readonly spelling: string; readonly place: number } | undefined
  for (let length = 3; length <= longestSurname; length++) {
    const spelling = part.slice(-length)
    const place = surnamePlaces.get(spelling)
    if (place !== undefined && place < (found?.place ?? Number.POSITIVE_INFINITY)) found = { spelling, place }
  }
  return found ? [part.slice(0, -found.spelling.length), found.spelling] : [part]
}

/** Of the surnames that a name may end with, the one that stands first in the table is taken. */
const surnamePlaces = new Map([...surnamesBySpelling.keys()].map((spelling, place) => [spelling, place]))
const longestSurname = Math.max(...[...surnamesBySpelling.keys()].map(({ length }) => length))
