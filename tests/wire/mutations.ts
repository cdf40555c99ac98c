type Json = Record<string, unknown>

/** What stands in a field's place: nothing, and something of every type. */
const others: readonly unknown[] = [null, undefined, '', 'x', -1, true, [], {}]

/** Copies of a packet, each with one field at any depth replaced by something of another type, or left out. */
export function* mutations(packet: Json): Generator<Json> {
  for (const path of pathsIn(packet)) {
    for (const other of others) yield replaced(packet, path, other)
  }
}

/**
 * One in three of them, or in so many: over all fields of a packet each type comes about as often. `npm run stress` sends
 * every one.
 */
export function* sampledMutations(packet: Json, oneIn = 3): Generator<Json> {
  let at = 0
  for (const wrong of mutations(packet)) {
    if (at % oneIn === 0) yield wrong
    at += 1
  }
}

function pathsIn(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, field]) => [[...path, key], ...pathsIn(field, [...path, key])])
}

function replaced(value: unknown, [key = '', ...rest]: readonly string[], other: unknown): Json {
  const copy = structuredClone(value) as Json
  if (rest.length > 0) copy[key] = replaced(copy[key], rest, other)
  else if (other === undefined) delete copy[key]
  else copy[key] = other
  return copy
}
