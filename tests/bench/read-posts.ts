import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { parsePost } from '../../src/knowledge/post.js'
import { pick, randomFrom } from './random.js'
import { threadMilliseconds } from './thread-time.js'

/** How long reading posts takes beside remark alone on the same texts: part of `npm run bench:notes`. */
const posts = 1_000
const bytes = 10_000

const words =
  '배포는 작게 나누어 자주 내보내고, 로그는 짧게 남긴다 monitoring alerts that nobody reads 지표 셋이면 된다'.split(
    ' ',
  )
const names = ['홍길동', '이몽룡', '성춘향', 'Jane Doe', 'John Roe']

function writePost(seed: number): string {
  const random = randomFrom(seed)
  const sentence = (length: number) => Array.from({ length }, () => pick(words, random)).join(' ')
  const parts = [`# 밋업 ${2000 + (seed % 26)}\n\n일시: 2020-01-0${1 + (seed % 9)}\n\n${sentence(20)}\n`]
  for (let talk = 1; Buffer.byteLength(parts.join('\n')) < bytes; talk += 1) {
    const items = Array.from(
      { length: 6 },
      () => `- ${sentence(8)}\n    - **${sentence(2)}**: ${sentence(6)}`,
    )
    const [name, title] = [pick(names, random), sentence(4)]
    parts.push(`## ${talk}. ${title} - ${name}\n\n${sentence(30)} [${sentence(2)}](https://a.kr/${talk}).\n`)
    parts.push(`${items.join('\n')}\n`)
    if (talk % 3 === 0) parts.push(`<img src="https://a.kr/${talk}.png" alt="${title}">\n`)
    if (talk % 4 === 0) parts.push(`| 시간 | 발표자 |\n|---|---|\n| 1${talk % 10}:00 | ${name} |\n`)
  }
  return parts.join('\n')
}

/** The time of this thread, whoever else uses the machine meanwhile. */
function milliseconds(texts: readonly string[], read: (text: string) => unknown): number {
  const started = threadMilliseconds()
  for (const text of texts) read(text)
  return threadMilliseconds() - started
}

const texts = Array.from({ length: posts }, (_, post) => writePost(post))
const remark = unified().use(remarkParse).use(remarkGfm).freeze()
const parse = (text: string) => remark.parse(text)
const read = (text: string) => parsePost(text, 'post.md')
const warmUp = texts.slice(0, 100)
milliseconds(warmUp, parse)
milliseconds(warmUp, read)
let alone = 0
let whole = 0
// In turns, since a machine that others use is now faster and now slower.
for (let from = 0; from < posts; from += warmUp.length) {
  const some = texts.slice(from, from + warmUp.length)
  alone += milliseconds(some, parse)
  whole += milliseconds(some, read)
}
process.stdout.write(
  `${posts} posts of ${bytes / 1000} kB: remark alone ${Math.round(alone)} ms, ` +
    `reading ${Math.round(whole)} ms, ${(whole / alone).toFixed(2)} times as long\n`,
)
