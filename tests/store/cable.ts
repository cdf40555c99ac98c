import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** A cable to a server that can be cut and mended. */
export interface Cable {
  /** The server's URL through the cable. */
  readonly url: string
  cut(): Promise<void>
  mend(): Promise<void>
}

/** Lays a cable to the server at that URL. */
export async function layCable(url: string): Promise<Cable> {
  const target = new URL(url)
  const sockets = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(Number(target.port || 5432), target.hostname)
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => socket.destroy())
      socket.on('close', () => sockets.delete(socket))
    }
    near.pipe(far).pipe(near)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const through = new URL(url)
  through.host = `127.0.0.1:${address.port}`
  return {
    url: through.href,
    async cut() {
      const closed = once(server, 'close')
      server.close()
      for (const socket of sockets) socket.destroy()
      await closed
    },
    async mend() {
      await once(server.listen(address.port, '127.0.0.1'), 'listening')
    },
  }
}
