import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { chown, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'

/** A PostgreSQL server for tests. */
export interface PostgresServer {
  /** Makes an empty database and gives its URL. */
  createDatabase(): Promise<string>
  stop(): Promise<void>
}

/** Debian's `nobody`: PostgreSQL refuses to run as root. */
const nobody = 65_534

const binaries = findBinaries()

/** Why there is no PostgreSQL to test with; `undefined` when there is one. */
export const postgresMissing: string | undefined =
  process.env.TEST_DATABASE_URL || binaries
    ? undefined
    : 'neither TEST_DATABASE_URL nor the postgres binaries are there'

if (postgresMissing) {
  if (process.env.REQUIRE_POSTGRES) throw new Error(`The PostgreSQL tests must run, but ${postgresMissing}`)
  process.stderr.write(`SKIPPED: the tests on PostgreSQL, for ${postgresMissing}.\n`)
}

/** The server at `TEST_DATABASE_URL`, or else a private one on a free port. */
export async function startPostgres(): Promise<PostgresServer> {
  if (process.env.TEST_DATABASE_URL) return borrowServer(process.env.TEST_DATABASE_URL)
  if (binaries) return startCluster(binaries)
  throw new Error(postgresMissing)
}

function findBinaries(): string | undefined {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort().reverse() : []
  const newestFirst = versions.map((version) => join(debian, version, 'bin'))
  const directories = [...newestFirst, ...(process.env.PATH ?? '').split(delimiter)]
  return directories.find(
    (directory) => existsSync(join(directory, 'initdb')) && existsSync(join(directory, 'postgres')),
  )
}

async function startCluster(bin: string): Promise<PostgresServer> {
  const directory = await mkdtemp(join(tmpdir(), 'meetup-bot-postgres-'))
  const owner = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {}
  if (owner.uid) await chown(directory, nobody, nobody)
  await promisify(execFile)(
    join(bin, 'initdb'),
    ['-D', join(directory, 'data'), '-U', 'test', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    { ...owner, cwd: directory },
  )
  const port = await freePort()
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', join(directory, 'data'), '-p', `${port}`, '-c', 'listen_addresses=127.0.0.1'].concat(
      ['unix_socket_directories=', 'fsync=off', 'max_connections=60'].flatMap((setting) => ['-c', setting]),
    ),
    { ...owner, cwd: directory, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  await ready(server)
  return {
    ...borrowServer(`postgres://test@127.0.0.1:${port}/postgres`),
    stop: () => stopCluster(server, directory),
  }
}

async function ready(server: ChildProcess): Promise<void> {
  let log = ''
  await new Promise<void>((resolve, reject) => {
    server.stderr?.on('data', (chunk: Buffer) => {
      log += chunk
      if (log.includes('ready to accept connections')) resolve()
    })
    server.once('exit', () => reject(new Error(`postgres did not start:\n${log}`)))
  })
  process.once('exit', () => server.kill('SIGKILL'))
}

async function stopCluster(server: ChildProcess, directory: string): Promise<void> {
  const exited = once(server, 'exit')
  server.kill('SIGINT')
  await exited
  await rm(directory, { recursive: true })
}

function borrowServer(url: string): PostgresServer {
  const names: string[] = []
  return {
    async createDatabase() {
      const name = `meetup_bot_${randomBytes(6).toString('hex')}`
      await execute(url, `create database ${name}`)
      names.push(name)
      const database = new URL(url)
      database.pathname = name
      return database.href
    },
    async stop() {
      for (const name of names) await execute(url, `drop database ${name} with (force)`)
    },
  }
}

async function execute(url: string, sql: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  await client.query(sql).finally(() => client.end())
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
