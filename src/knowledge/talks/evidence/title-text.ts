import { linkWord } from '../../facts/labels.js'
import { onlyPeople } from '../../facts/people.js'
import { splitTitles, type TitleSplit } from '../../facts/titles.js'
import type { Line } from '../../tree/line.js'

/** A line's text without links at its end that only say what is behind them: `title [Youtube](…)`. */
export function textOfTitle({ text, links }: Line): string {
  let rest = text
  for (const link of [...links].reverse()) {
    if (link.text === '' || linkWord(link.text) === undefined || !rest.endsWith(link.text)) continue
    rest = rest.slice(0, -link.text.length).replace(/[\s,|·/[(]+$/, '')
  }
  return rest
}

/** The link that makes a line is its title, and who stands beside it its speaker: `[title](…) from [Jane](…)`. */
export function splitLinkLine(line: Line, split: TitleSplit): TitleSplit {
  const main = line.links.find(
    ({ text, kind }) =>
      kind !== 'frame' && linkWord(text) === undefined && text.length * 2 >= line.text.length,
  )
  if (!main || split.people !== '') return split
  const [own = split] = splitTitles([main.text])
  const beside = line.text
    .replace(main.text, ' ')
    .replace(/^[\s:：|,/()–—-]+|[\s:：|,/()–—-]+$/g, '')
    .replace(/^(?:from|by)\s+/i, '')
  return own.people === '' && onlyPeople(beside) ? { ...own, people: beside } : own
}
