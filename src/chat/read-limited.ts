/** A platform sent more than it ever does. */
export class TooLargeError extends Error {
  override readonly name = 'TooLargeError'
  readonly code = 'too_large'

  constructor(mostBytes: number) {
    super(`an answer of more than ${mostBytes} bytes`)
  }
}

/** All of a body, if it is of at most so many bytes; else leaves the rest unread, and throws `TooLargeError`. */
export async function readLimited(
  body: AsyncIterable<Uint8Array> | null,
  mostBytes: number,
): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of body ?? []) {
    bytes += chunk.byteLength
    if (bytes > mostBytes) throw new TooLargeError(mostBytes)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
