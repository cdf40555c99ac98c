import type { Inline, Line, LineLink, LinePicture } from '../tree/line.js'
import { type Labelled, labelNamed } from './labels.js'
import { cleanUrl } from './links.js'

/** Players that site generators embed by their id. */
const PLAYERS: Readonly<Record<string, string>> = {
  youtube: 'https://www.youtube.com/watch?v=',
  youtubeplayer: 'https://www.youtube.com/watch?v=',
  vimeo: 'https://vimeo.com/',
  speakerdeck: 'https://speakerdeck.com/player/',
  slideshare: 'https://www.slideshare.net/slideshow/embed_code/key/',
}

/** Shortcodes turned into what they show: players into frames, pictures with their captions. */
export function showShortcodes(lines: readonly Line[]): Line[] {
  return lines.map((line) => {
    const children = showShortcodes(line.children)
    const isSame = children.every((child, index) => child === line.children[index])
    if (line.attributes.length === 0) return isSame ? line : { ...line, children }
    const shown = show(line)
    return {
      ...line,
      children,
      links: [...line.links, ...shown.links],
      pictures: [...line.pictures, ...shown.pictures],
    }
  })
}

/** The facts that a shortcode's attributes state: `{{< talk title="…" speaker="…" >}}`. */
export function attributeFacts({ attributes }: Inline): Labelled[] {
  return attributes.flatMap(([name, value]) => {
    const label = labelNamed(name)
    return label ? [{ label, value }] : []
  })
}

/** `youtube-lite`, and Jekyll's `embed/youtube.html`. */
function playerName(name: string): string {
  const file = name.split('/').at(-1) ?? ''
  return file.replace(/\.html?$/, '').replace(/[^a-z]|(?:lite|simple|embed|video)/g, '')
}

function show({ attributes }: Inline): { links: LineLink[]; pictures: LinePicture[] } {
  const value = (...names: readonly string[]) => attributes.find(([name]) => names.includes(name))?.[1] ?? ''
  const name = value('name').toLowerCase()
  const isInclude = name === 'include'
  const player = PLAYERS[playerName(isInclude ? value('file', 'value') : name)]
  const id = value('id', 'videoid', 'video_id', 'v', 'key', 'url', isInclude ? '' : 'value').trim()
  const links: LineLink[] = []
  if (player && /^[\w-]{4,40}$/.test(id))
    links.push({ text: value('title', 'caption'), address: `${player}${id}`, kind: 'frame' })
  else if (player && cleanUrl(id)) links.push({ text: value('title', 'caption'), address: id, kind: 'frame' })
  const source = value('src', 'source', 'href')
  const pictures =
    source !== '' && !player ? [{ address: source, alt: value('caption', 'alt', 'title') }] : []
  return { links, pictures }
}
