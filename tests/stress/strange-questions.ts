import { pick } from '../bench/random.js'

/** Shapes that have brought programs down: pings, markup, directions, joiners, backtracking. */
const hostile = [
  '<!channel> ',
  '<@U0123ABCD> ',
  '<@!123456789012345678> ',
  '<@&123456789012345678> ',
  '@everyone @here ',
  '<!subteam^S0123> ',
  '<https://evil.example|click> ',
  '[click](https://evil.example) ',
  '``` ',
  '*_~`|| ',
  '&lt;!here&gt; ',
  '\u202e',
  '\u200f\u200e',
  '\u2066\u2069',
  '\ufeff',
  '👨‍👩‍👧‍👦',
  '🇰🇷',
  'e\u0301\u0301\u0301',
  'ᄀ',
  '각',
  '\ud800',
  '\udc00',
  '\u0000',
  '((((((',
  'a?a?a?',
  'meetup:"',
  'speaker:',
  'public:yes ',
  '/devops ',
  '010-1234-',
  'x@x.',
  '?a=',
  '\n',
  ' ',
  'a',
  'ㅏ',
  'ㅋㅋ',
  '1',
  '-',
  '\t\u3000',
]
const words =
  'session sessions slides speaker tip tips on gaps help 모니터링 쿠버네티스 kubernetes 발표자 자료 언제'.split(
    ' ',
  )

const longest = 40_000

/** A question of a kind that nobody asks in earnest. */
export function strangeQuestion(random: () => number): string {
  const kind = random()
  if (kind < 0.3) return pieces(random, 1 + Math.floor(random() * 12), () => pick(hostile, random))
  if (kind < 0.6) return pieces(random, 1 + Math.floor(random() * 30), () => letter(random))
  if (kind < 0.9) {
    return pieces(random, 1 + Math.floor(random() * 12), () =>
      random() < 0.5 ? `${pick(words, random)} ` : pick(hostile, random),
    )
  }
  // Long ones: a single shape over and over, or everything mixed.
  const shape = kind < 0.95 ? pick([...hostile, ...words], random) : ''
  let text = ''
  while (text.length < longest) text += shape || letter(random)
  return text.slice(0, longest)
}

function pieces(random: () => number, count: number, next: () => string): string {
  const text = Array.from({ length: count }, next).join('')
  return random() < 0.2 ? text.normalize('NFD') : text
}

/** Any code point, those of words and of Hangul more often than others. */
function letter(random: () => number): string {
  const kind = random()
  if (kind < 0.3) return String.fromCodePoint(0xac00 + Math.floor(random() * 11_172))
  if (kind < 0.5) return String.fromCodePoint(0x20 + Math.floor(random() * 95))
  return String.fromCodePoint(Math.floor(random() * 0x11_0000))
}
