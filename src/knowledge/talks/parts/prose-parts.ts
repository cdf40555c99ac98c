import { splitTitles } from '../../facts/titles.js'
import { onlyPeople } from '../../people/people.js'
import type { Line, LineLink } from '../../tree/line.js'
import { EVIDENCE } from '../tuning.js'
import { type Context, NOTHING, type PartList, type PostPart } from './part-list.js'

const QUOTES = '["“”\'‘’「」『』《》]'
const WITHIN = new RegExp(`^${QUOTES}(.{6,120})${QUOTES}$`)

/** Talks that sentences tell of: links whose text is a quoted title, where there are no headings, and `**title by Jane Doe**`. */
export function partsInProse(lines: readonly Line[], context: Context): PartList | undefined {
  const parts: PostPart[] = []
  const loose: Line[] = []
  for (const line of lines) {
    const own =
      line.kind !== 'text' ? [] : [...(context.isFlat ? quotedLinks(line) : []), ...boldTitles(line)]
    const [first] = own
    for (const { title, people, link } of own) {
      // What stands in the paragraph is said of the first of its talks.
      const children = title === first?.title ? [{ ...line, links: [], children: [] }] : []
      parts.push({
        kind: 'talk',
        line: { ...line, kind: 'text', text: title, links: link ? [link] : [], children },
        split: { title, people },
        score: EVIDENCE.quotedTitle + (people === '' ? 0 : EVIDENCE.speakerInTitle),
        why: people === '' ? 'a title in a sentence' : 'a title in a sentence, a speaker beside it',
      })
    }
    if (own.length === 0) (parts.at(-1)?.line.children ?? loose).push(line)
  }
  return parts.length > 1 || (parts.length > 0 && context.announced > 0)
    ? { ...NOTHING, parts, loose }
    : undefined
}

interface ProseTitle {
  readonly title: string
  readonly people: string
  readonly link?: LineLink
}

/** Bold words within a sentence that name a talk and who gave it. */
function boldTitles({ text, bolds }: Line): ProseTitle[] {
  return bolds
    .filter((bold) => bold.length < text.length && / by /.test(bold))
    .flatMap((bold) => splitTitles([bold]))
    .filter(({ people }) => people !== '')
}

function quotedLinks({ text, links }: Line): ProseTitle[] {
  return links.flatMap((link): ProseTitle[] => {
    const place = text.indexOf(link.text)
    const inside = WITHIN.exec(link.text)?.[1]
    const isQuoted =
      new RegExp(`${QUOTES}$`).test(text.slice(0, place)) &&
      new RegExp(`^${QUOTES}`).test(text.slice(place + link.text.length))
    const title = inside ?? (isQuoted && link.text.length >= 6 ? link.text : '')
    return title === ''
      ? []
      : [
          {
            title: title.trim(),
            people: personBefore(text.slice(0, place)) || personBehind(text.slice(place + link.text.length)),
            link,
          },
        ]
  })
}

/** `홍길동님의 “…”`, `홍길동의 “…”`. */
function personBefore(text: string): string {
  const name = /([가-힣]{2,4})\s?(?:님|씨)?의\s*["“'‘「『《]?$/.exec(text.trimEnd())?.[1] ?? ''
  return /님의\s*["“'‘「『《]?$/.test(text.trimEnd()) || onlyPeople(name) ? name : ''
}

/** `“…” 세션은 홍길동 교수님의 …` */
function personBehind(text: string): string {
  const name =
    /^["”'’」』》]?\s?(?:은|는|이|가|세션은|발표는|라는 세션은)?\s?([가-힣]{3})\s?(?:[가-힣]{2,3})?님/.exec(
      text,
    )?.[1] ?? ''
  return onlyPeople(name) ? name : ''
}
