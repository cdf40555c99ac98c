import type { Line, LineLink, LinePicture } from '../tree/line.js'
import { cleanUrl } from './links.js'

/** An address that leads nowhere from here, such as `slides/1.pdf` in a post without a base. */
export interface LostAddress {
  readonly line: number
  readonly address: string
}

/** Makes every address of a tree absolute; those that cannot be are empty there, and listed. */
export function resolveAddresses(
  lines: readonly Line[],
  base: string,
): { readonly lines: Line[]; readonly lost: readonly LostAddress[] } {
  const lost: LostAddress[] = []
  return { lines: lines.map(resolved), lost }

  function resolved(line: Line): Line {
    const absolute = (address: string) => {
      const url = absoluteUrl(address, base)
      if (url === undefined && isRelative(address)) lost.push({ line: line.line, address })
      return url ?? ''
    }
    const link = (each: LineLink): LineLink => withAddress(each, absolute(each.address))
    const picture = (each: LinePicture): LinePicture => ({ ...each, address: absolute(each.address) })
    const isPlain = line.links.length + line.pictures.length === 0
    const children = line.children.map(resolved)
    if (isPlain)
      return children.every((child, index) => child === line.children[index]) ? line : { ...line, children }
    // A row's own links are those of its cells.
    const cells = line.cells.map((cell) => ({
      ...cell,
      links: cell.links.map((each) => withAddress(each, absoluteUrl(each.address, base) ?? '')),
    }))
    return { ...line, links: line.links.map(link), pictures: line.pictures.map(picture), cells, children }
  }
}

function withAddress(link: LineLink, address: string): LineLink {
  const isFile = address === '' && /\.(?:pdf|pptx?|key|odp|vtt|srt)(?:[?#].*)?$/i.test(link.address)
  const isLost = address === '' && isRelative(link.address)
  return {
    ...link,
    address,
    kind: isFile ? 'file' : link.kind,
    ...(isLost && { written: link.address }),
  }
}

function absoluteUrl(address: string, base: string): string | undefined {
  if (/^\/\/[\w-]+\./.test(address)) return cleanUrl(`https:${address}`)
  const url = cleanUrl(address)
  if (url || base === '' || !isRelative(address)) return url
  return URL.canParse(address, base) ? cleanUrl(new URL(address, base).href) : undefined
}

/** Neither another scheme (`mailto:`) nor a place on the same page. */
function isRelative(address: string): boolean {
  return address !== '' && !/^(?:#|[a-z][a-z0-9+.-]*:)/i.test(address)
}
