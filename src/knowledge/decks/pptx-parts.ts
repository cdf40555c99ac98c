import { DOMParser, type Element } from '@xmldom/xmldom'
import { unzipSync } from 'fflate'
import { LARGEST_PART, LARGEST_PARTS } from './limits.js'

/** The XML parts of a PPTX by their path in it: `ppt/slides/slide1.xml`. */
export interface Parts {
  /** The root element; nothing for a part that is missing or broken. */
  root(path: string): Element | undefined
  /** The targets of a part's relationships by their id, as paths. */
  relations(path: string): ReadonlyMap<string, string>
}

/** The package is too large when it is opened: a zip bomb, or a deck of many thousand slides. */
export class PartTooLargeError extends Error {
  override readonly name = 'TooLargeError'
}

/** What words stand in; pictures, films and fonts stay packed. */
const READ =
  /^ppt\/(?:presentation|(?:slides|notesSlides|diagrams)\/(?:slide|notesSlide|data)\d+)\.xml$|^ppt\/(?:slides\/|notesSlides\/)?_rels\/[^/]+\.rels$/u

/**
 * Opens a package. No part is inflated beyond what the directory declares, so that declared sizes bound the memory.
 * Throws for what is no zip file, and `PartTooLargeError`.
 */
export function openParts(bytes: Uint8Array): Parts {
  let declared = 0
  const files = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!READ.test(name)) return false
      declared += originalSize
      if (originalSize > LARGEST_PART || declared > LARGEST_PARTS) throw new PartTooLargeError(name)
      return true
    },
  })
  const root = (path: string) => {
    const file = files[path]
    return file ? parse(new TextDecoder().decode(file)) : undefined
  }
  return { root, relations: (path) => relationsOf(path, root) }
}

function parse(xml: string): Element | undefined {
  // A document type is where entities are declared; no slide has one.
  if (xml.includes('<!DOCTYPE')) return undefined
  try {
    return new DOMParser({ onError: () => {} }).parseFromString(xml, 'text/xml').documentElement ?? undefined
  } catch {
    return undefined
  }
}

function relationsOf(path: string, root: (path: string) => Element | undefined): ReadonlyMap<string, string> {
  const [folder = '', name = ''] = /^(.*\/)([^/]+)$/u.exec(path)?.slice(1) ?? []
  const list = root(`${folder}_rels/${name}.rels`)
  const relations = list ? Array.from(list.getElementsByTagNameNS('*', 'Relationship')) : []
  return new Map(
    relations.map((relation) => [
      relation.getAttribute('Id') ?? '',
      new URL(relation.getAttribute('Target') ?? '', `file:///${folder}`).pathname.slice(1),
    ]),
  )
}
