import type { Element, ElementContent, RootContent } from 'hast'

/** Our own limit: no item has more paragraphs and lists below it. */
const MAX_NOTES = 200

type Node = ElementContent | RootContent

/**
 * Numbered items whose notes are not indented, `1. title` over bullets or paragraphs, then `2. title`: each item with
 * what stands between it and the next number.
 */
export function withLooseItems(nodes: readonly Node[]): readonly Node[] {
  if (nodes.filter(isNumbered).length < 2) return nodes
  const found: Node[] = []
  let rank = 0
  for (let index = 0; index < nodes.length; index += 1) {
    const node = nodes[index]
    if (!node) continue
    rank = rankOf(node) || rank
    const chain = isNumbered(node) && startOf(node) === 1 ? chainFrom(nodes, index, rank) : []
    if (chain.length < 2) found.push(node)
    for (const [step, place] of chain.length < 2 ? [] : chain.entries()) {
      const end = chain[step + 1] ?? endOfLast(nodes, place)
      const list = nodes[place]
      if (isNumbered(list)) found.push(withNotes(list, nodes.slice(place + 1, end).filter(isContent)))
      index = end - 1
    }
  }
  return found
}

/** The places of lists that go on counting, with no heading between them that ranks as high as the one above. */
function chainFrom(nodes: readonly Node[], first: number, rank: number): number[] {
  const chain = [first]
  let next = countOf(nodes[first]) + 1
  for (let place = first + 1; place < nodes.length; place += 1) {
    const node = nodes[place]
    const own = node ? rankOf(node) : 0
    if ((own > 0 && own <= rank) || place - (chain.at(-1) ?? first) > MAX_NOTES) break
    if (!isNumbered(node) || startOf(node) !== next) continue
    chain.push(place)
    next += countOf(node)
  }
  // Lists that follow each other at once are one list, broken by the author.
  return chain.some((place, step) => nodes.slice(place + 1, chain[step + 1]).some(isNotes)) ? chain : []
}

function endOfLast(nodes: readonly Node[], place: number): number {
  const end = nodes.findIndex(
    (node, index) => index > place && (rankOf(node) > 0 || isNumbered(node) || isElement(node, /^hr$/)),
  )
  return end < 0 ? nodes.length : end
}

function withNotes(list: Element, notes: readonly ElementContent[]): Element {
  const last = list.children.findLastIndex((child) => isElement(child, /^li$/))
  return {
    ...list,
    children: list.children.map((child, index) =>
      index === last && child.type === 'element'
        ? { ...child, children: [...child.children, ...notes] }
        : child,
    ),
  }
}

function isNotes(node: Node): boolean {
  return isElement(node, /^(?:p|ul|ol|blockquote|pre|table)$/)
}

function isContent(node: Node): node is ElementContent {
  return node.type === 'element' || node.type === 'text' || node.type === 'comment'
}

function isNumbered(node: Node | undefined): node is Element {
  return node !== undefined && isElement(node, /^ol$/)
}

function isElement(node: Node, name: RegExp): node is Element {
  return node.type === 'element' && name.test(node.tagName)
}

function rankOf(node: Node): number {
  return isElement(node, /^h[1-6]$/) ? Number(node.tagName.slice(1)) : 0
}

function startOf({ properties }: Element): number {
  return typeof properties.start === 'number' ? properties.start : 1
}

function countOf(node: Node | undefined): number {
  return isNumbered(node) ? node.children.filter((child) => isElement(child, /^li$/)).length : 0
}
