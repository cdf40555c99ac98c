/** Puts together what the end of a line has cut. */
export interface WordJoiner {
  join(text: string, next: string): string
}

/** Beginnings that keep their hyphen: `multi-tenant`. */
const PREFIXES = new Set(
  'multi self non cross real open cloud end high low pre post sub co re in on off up data time long short one two three well auto semi anti'.split(
    ' ',
  ),
)

/** Particles and endings that stand at no word's beginning: a line that begins with one begins inside a word. */
const ENDINGS =
  /^(?:은|는|을|를|가|의|에|로|와|과|도|만|고|며|서|면|지|다|요|기|음|적|들|성|화|에서|에게|으로|까지|부터|처럼|보다|입니다|합니다|됩니다|습니다|니다|하는|하고|하여|하며|해서|했다|한다|된다|되는|되어|들은|들이|들을|들의|적인|적으로)(?:[\s.,!?)]|$)/u

/** Words of one syllable; any other syllable alone at the end of a line is the beginning of a word. */
const ALONE = new Set(
  '이그저각두세네몇한할된될인및등수것더때후전중꼭잘못안단즉약총매첫곧왜또큰새본내제외별간앱웹팀값키탭줄글말일월년명개번건초분시',
)

/** Learns from all lines of a deck which words it has. */
export function createWordJoiner(lines: readonly { readonly text: string }[]): WordJoiner {
  const words = new Set(lines.flatMap(({ text }) => text.toLowerCase().match(/[\p{L}\p{N}-]+/gu) ?? []))

  const isCutHangul = (text: string, next: string): boolean => {
    const tail = /(?<![\p{L}\p{N}])[가-힣]+$/u.exec(text)?.[0] ?? ''
    const head = /^[가-힣]+/u.exec(next)?.[0] ?? ''
    if (ENDINGS.test(next) || (tail.length === 1 && !ALONE.has(tail))) return true
    const whole = tail + head.slice(0, 2)
    return tail !== '' && [...words].some((word) => word.startsWith(whole))
  }

  const joinHyphen = (text: string, next: string): string => {
    const tail = (/\p{L}+(?=-$)/u.exec(text)?.[0] ?? '').toLowerCase()
    const head = (/^\p{L}+/u.exec(next)?.[0] ?? '').toLowerCase()
    const kept = words.has(`${tail}-${head}`) || (PREFIXES.has(tail) && !words.has(tail + head))
    return kept ? text + next : text.slice(0, -1) + next
  }

  return {
    join(text, next) {
      const before = text.trimEnd()
      const after = next.trimStart()
      if (before.endsWith('\u00AD')) return before.slice(0, -1) + after
      if (/\p{Ll}-$/u.test(before) && /^\p{Ll}/u.test(after)) return joinHyphen(before, after)
      if (/[가-힣]$/u.test(before) && isCutHangul(before, after)) return before + after
      return `${before} ${after}`
    },
  }
}
