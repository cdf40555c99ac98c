import { remember } from '../../text/remember.js'
import { isSurelyName, withoutHonorific } from './names.js'
import { areSurelyPeople, hasParticle, mayName, onlyPeople, type People, readPeople } from './people.js'
import { ROLES } from './positions.js'

/** Our own limit: longer lines are sentences. */
const MAX_CHARACTERS = 90

/** Our own measure: where somebody works takes no more words. */
const MAX_WORDS = 4

const SEPARATORS = /\s+[-–—|│/·@]\s+|\s*[,、│|]\s+|\s+(?:at|from)\s+/

/** `Acme`, `카카오`, `99.co`; between them small words. */
const IN_NAMES_OF_FIRMS = /^(?:[\p{Lu}\d&@]|\P{L}*\p{Lo}|(?:of|and|de|für|for)$)|\.\p{L}{2,3}$/u

/** Words that stand in titles and in no name of a company or a team. */
const TITLE_WORDS = /^(?:a|an|the|in|that|to|with|you|your|how|why|what|when|is|are|not|from|into|by)$/i

/**
 * The people in a line that stands right below a title or beside it, where their place of work may be set off by
 * anything: `홍길동 - 카카오`, `카카오, 홍길동`, `Jane Doe, Staff Engineer, Acme`; `undefined` for any other line.
 */
export const creditIn = remember(readCredit)

function readCredit(text: string): People | undefined {
  const plain = text.trim().replace(/^\(([^()]*,[^()]*)\)$/, '$1')
  if (plain.length > MAX_CHARACTERS || !mayName(plain) || /[.!?。:：]$|다\.|요\.|입니다/.test(plain))
    return undefined
  if (/\s\S+[다요죠]$/.test(plain)) return undefined
  const own = onlyPeople(plain)
  if (own) return own
  const parts = plain.split(SEPARATORS).map((part) => part.trim())
  if (parts.some((part) => /\([^)]*$|^[^(]*\)/.test(part)) || /^\P{L}*\d/u.test(plain)) return undefined
  const people = parts.filter((part) => areSurelyPeople(part) && !/(?:^|\s)@[\w.-]+$/.test(part))
  const others = parts.filter((part) => !people.includes(part))
  const isAtEdge = people.length > 0 && [parts[0], parts.at(-1)].some((part) => people.includes(part ?? ''))
  if (isAtEdge && others.length <= people.length + 1 && others.every(couldBeWorkplace))
    return { speakers: readPeople(people.join(', ')).speakers, saysMore: true }
  return parts.length === 1 ? besideWork(plain) : undefined
}

/** `카카오 백엔드 개발자 홍길동`, `홍길동 카카오`: a Korean name among a few words that are no sentence. */
function besideWork(text: string): People | undefined {
  const words = text.split(/\s+/)
  const isName = (word: string | undefined) => word !== undefined && isSurelyName(withoutHonorific(word))
  const names = words.filter(isName)
  const [name] = names
  const isAtEdge = isName(words[0]) || isName(words.at(-1))
  if (!name || names.length > 1 || words.length < 2 || !isAtEdge) return undefined
  return couldBeWorkplace(words.filter((word) => word !== name).join(' '))
    ? { speakers: readPeople(withoutHonorific(name)).speakers, saysMore: true }
    : undefined
}

/** Whether a text may say where somebody works or as what: a few words that are no phrase, and so no title. */
function couldBeWorkplace(text: string): boolean {
  const words = text.split(/\s+/)
  return (
    words.length <= MAX_WORDS &&
    /\p{L}/u.test(text) &&
    !words.some((word) => hasParticle(word) || TITLE_WORDS.test(word)) &&
    (ROLES.test(text) || words.every((word) => IN_NAMES_OF_FIRMS.test(word)))
  )
}
