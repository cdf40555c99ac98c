import { combineCharacter, disassembleCompleteCharacter } from 'es-hangul'
import { isHangul, stem } from './korean.js'

/** Endings of predicates that are taken off, one after another, down to one syllable: 없어져요, 버티는지, 느리네요. */
const ENDINGS = [
  ...'다 요 어요 아요 으 데 데요 겠 보 주 서 도 야 야죠 는 는데 은데 는지 은지 을지 는가 은가 나 니 냐 네 고 지 죠 기 게 음 면 으면 며 으며 면서 으면서'.split(
    ' ',
  ),
  ...'려고 으려고 려면 으려면 자 던 더니 더라 거나 도록 습니다 습니까 니다 니까 시 신 셔 세 은 을 까 을까 어 아 어서 아서 지만'.split(
    ' ',
  ),
  ...'는다 는걸 는거 는건 는게 려 길래 었 았 였 어지 아지 대 대요 자고 라고 다고'.split(' '),
].sort((a, b) => b.length - a.length)

/** What makes a predicate of a noun: 자동화하다, 배포되다, 단축시키다. */
const NOUN_VERB = /(?<=..)(?:하|되|시키|당하|받)$/u

/**
 * One form for what conjugation makes of a predicate: 느린, 느려요, 느려졌는데 and 느리다 give the same, which need not be a
 * word. A noun before 하다 is that noun.
 */
export function predicateRoot(word: string): string {
  if (!isHangul(word)) return word
  let root = word
  for (;;) {
    const shorter = plain(withoutEnding(root))
    if (shorter === root) break
    root = shorter
  }
  const noun = root.replace(NOUN_VERB, '')
  return noun === root ? root : stem(noun)
}

/** By their last syllable, the longest first: most words end in none. */
const endingsBy = new Map<string, string[]>()
for (const ending of ENDINGS) {
  const last = ending.slice(-1)
  endingsBy.set(last, [...(endingsBy.get(last) ?? []), ending])
}

function withoutEnding(word: string): string {
  const endings = endingsBy.get(word.slice(-1))
  const ending = endings?.find((each) => word.length > each.length && word.endsWith(each))
  return ending ? word.slice(0, -ending.length) : word
}

// The last syllable without what joined it: ㄴ ㄹ ㅂ ㅆ below it, and the vowel of 어 and 아 (려 is 리, 와 is 오, 빨라 is 빠르).
function plain(word: string): string {
  const before = word.slice(0, -1)
  const last = disassembleCompleteCharacter(word.slice(-1))
  if (!last) return word
  const { choseong, jungseong, jongseong } = last
  const final = 'ㄴㄹㅂㅆ'.includes(jongseong) ? '' : jongseong
  if (final !== '') return word
  const syllable = combineCharacter(choseong, VOWELS[jungseong] ?? jungseong)
  if (syllable === '우' && before.length > 1) return plain(before)
  return syllable === '르' ? withoutRieul(before) + syllable : before + (WHOLE[syllable] ?? syllable)
}

const VOWELS: Readonly<Record<string, string>> = { ㅕ: 'ㅣ', ㅗㅏ: 'ㅗ', ㅜㅓ: 'ㅜ', ㅓ: 'ㅡ', ㅏ: 'ㅡ' }
const WHOLE: Readonly<Record<string, string>> = { 흐: '하', 해: '하', 돼: '되' }

function withoutRieul(word: string): string {
  const last = disassembleCompleteCharacter(word.slice(-1))
  if (last?.jongseong !== 'ㄹ') return word
  return word.slice(0, -1) + combineCharacter(last.choseong, last.jungseong)
}
