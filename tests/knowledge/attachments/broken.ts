import fc from 'fast-check'

/** A file of which some bytes are others, and which may end early. */
export function broken(bytes: Uint8Array): fc.Arbitrary<Uint8Array> {
  const changes = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 12 })
  const length = fc.option(fc.integer({ min: 1, max: bytes.length }), { nil: bytes.length })
  return fc.tuple(changes, length).map(([some, end]) => {
    const copy = bytes.slice(0, end)
    for (const [place, value] of some) if (place < end) copy[place] = value
    return copy
  })
}
