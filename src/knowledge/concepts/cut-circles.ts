/**
 * Takes out of a directed graph the edges that close a circle, and tells of each. Depth-first with a stack of its own:
 * linear in the edges, however long the ways are.
 */
export function cutCircles<Node, Edge>(
  edges: ReadonlyMap<Node, Map<Node, Edge>>,
  onCut: (from: Node, to: Node, edge: Edge) => void,
): void {
  const finished = new Set<Node>()
  /** The way from a start to where the search is. */
  const way: { readonly node: Node; readonly rest: Iterator<[Node, Edge]> }[] = []
  const open = new Set<Node>()
  for (const start of edges.keys()) {
    enter(start)
    for (let step = way.at(-1); step; step = way.at(-1)) advance(step)
  }

  function enter(node: Node): void {
    if (finished.has(node)) return
    open.add(node)
    way.push({ node, rest: (edges.get(node) ?? new Map()).entries() })
  }

  function advance({ node, rest }: (typeof way)[number]): void {
    const next = rest.next()
    if (next.done) {
      way.pop()
      open.delete(node)
      finished.add(node)
      return
    }
    const [target, edge] = next.value
    if (open.has(target)) {
      edges.get(node)?.delete(target)
      onCut(node, target, edge)
    } else enter(target)
  }
}
