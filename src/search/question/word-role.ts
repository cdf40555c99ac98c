import { disassembleCompleteCharacter } from 'es-hangul'
import { remember } from '../../text/remember.js'
import {
  ABOUT_WORDS,
  ENGLISH_FRAME_WORDS,
  ENGLISH_STOP_WORDS,
  FRAME_NOUNS,
  FRAME_VERBS,
  INTERROGATIVE_ENDINGS,
  INTERROGATIVES,
  KOREAN_STOP_WORDS,
  PREDICATE_ENDINGS,
  RELATING_WORDS,
  VERB_ENDINGS,
  WEAK_PREDICATE_ENDINGS,
} from '../text/closed-classes.js'
import { isHangul, stem } from '../text/korean.js'

/**
 * What a word does in a question. `topic`: what it is about. `relating` and `about`: how it is treated, and what the
 * notes are; they order sessions a little and prove nothing. `frame`: how it is asked; not searched at all.
 */
export type WordRole = 'topic' | 'relating' | 'about' | 'frame'

const FORMS = ['stem', 'infinitive', 'past', 'modifier', 'prospective', 'formal'] as const
const verbForms = new Set(
  FRAME_VERBS.flatMap((verb) =>
    FORMS.filter((form) => verb[form] !== '').flatMap((form) =>
      VERB_ENDINGS[form].map((ending) => verb[form] + ending),
    ),
  ),
)

/**
 * Whether a word in Hangul tells what happens rather than what it happens to: 없어져요, 빌리는. `isNoun` says whether the
 * notes or the tables have a word; what stands before 하다 is a noun.
 */
export function isPredicate(word: string, isNoun: (word: string) => boolean): boolean {
  if (!isHangul(word) || word.length < 2) return false
  const noun = /^(.{2,}?)(?:하|한|할|해|했|합|되|된|될|돼|됐|시키|시킨|시켜)/u.exec(word)?.[1]
  if (isNoun(word) || (noun !== undefined && isNoun(noun))) return false
  if (PREDICATE_ENDINGS.some((ending) => word.endsWith(ending)) || hasModifier(word) || hasTense(word))
    return true
  return WEAK_PREDICATE_ENDINGS.some((ending) => word.endsWith(ending)) && !isNoun(stem(word))
}

// Only predicates have ㅆ below a syllable: 줄였대요, 옮겼던.
function hasTense(word: string): boolean {
  return [...word].some((syllable) => disassembleCompleteCharacter(syllable)?.jongseong === 'ㅆ')
}

// The particle 는 never follows a final consonant, the ending does: 막는.
function hasModifier(word: string): boolean {
  const before = disassembleCompleteCharacter(word.charAt(word.length - 2))
  return word.endsWith('는') && before !== undefined && before.jongseong !== ''
}

/** The role of a word, lower case, by the closed classes of its language. */
export const roleOf = remember(readRole)

function readRole(word: string): WordRole {
  if (ABOUT_WORDS.has(word) || ABOUT_WORDS.has(stem(word))) return 'about'
  if (isHangul(word)) return koreanRole(word)
  if (ENGLISH_STOP_WORDS.has(word)) return 'frame'
  return ENGLISH_FRAME_WORDS.has(word) || RELATING_WORDS.has(word) ? 'relating' : 'topic'
}

function koreanRole(word: string): WordRole {
  if (KOREAN_STOP_WORDS.has(word) || verbForms.has(word) || /^몇[가-힣]{0,2}$/u.test(word)) return 'frame'
  if (INTERROGATIVES.some((asking) => hasEnding(word, asking))) return 'frame'
  if (FRAME_NOUNS.some((noun) => word.startsWith(noun) && verbForms.has(word.slice(noun.length))))
    return 'frame'
  const root = stem(word)
  return RELATING_WORDS.has(word) || RELATING_WORDS.has(root) || FRAME_NOUNS.includes(root)
    ? 'relating'
    : 'topic'
}

const hasEnding = (word: string, start: string): boolean =>
  word === start || (word.startsWith(start) && INTERROGATIVE_ENDINGS.has(word.slice(start.length)))
