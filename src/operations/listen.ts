import type { Server } from 'node:http'

/** A server that listens. */
export interface Listening {
  readonly port: number
  /** Ends every connection. */
  close(): Promise<void>
}

/** Lets a server listen; port 0 is any free one. Throws what `refused` makes of the reason when it cannot. */
export async function listen(
  server: Server,
  { host, port }: { readonly host: string; readonly port: number },
  refused: (cause: Error) => Error,
): Promise<Listening> {
  server.requestTimeout = 10_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => reject(refused(cause)))
    server.listen(port, host, resolve)
  })
  return { port: portOf(server), close: () => close(server) }
}

/** The port on which a server listens, or 0. */
export function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
