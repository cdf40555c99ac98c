import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Noticeboard } from '../../src/chat/chat.js'
import { Daily, type DailyDeps } from '../../src/daily/daily.js'
import type { TipOutcome } from '../../src/daily/delivery.js'
import type { Library } from '../../src/knowledge/library.js'
import { openStore } from '../../src/store/open-store.js'
import type { Store } from '../../src/store/store.js'
import { type LogLine, listen } from '../store/log.js'
import { FakeBoard } from './fake-board.js'
import { FakeClock } from './fake-clock.js'
import { library, tips } from './library.js'

/** Everything around the daily tips, in one process and on one clock. */
export interface House {
  readonly clock: FakeClock
  readonly board: FakeBoard
  readonly store: Store
  readonly log: LogLine[]
  readonly counted: TipOutcome[]
  /** The notes; may be replaced. */
  library: Library
  /** A new process on the same store. */
  daily(changes?: Partial<DailyDeps>): Daily
}

/** A house whose clock stands at `start`, with one chat, `slack`, and a SQLite store. */
export async function house(start: string, changes: { postsPerSecond?: number } = {}): Promise<House> {
  const clock = new FakeClock(start)
  const log: LogLine[] = []
  const counted: TipOutcome[] = []
  const board = new FakeBoard(clock.now, changes.postsPerSecond)
  const built: House = {
    clock,
    board,
    store: await temporaryStore(log, clock),
    log,
    counted,
    library: library(tips(20)),
    daily: (other = {}) => {
      const daily = new Daily({
        store: built.store,
        boards: new Map<string, Noticeboard>([['slack', board]]),
        library: () => built.library,
        locale: 'en',
        clock,
        log: listen(log),
        channels: [],
        catchUpHours: 6,
        organisers: () => ['U0'],
        counted: (_chat, outcome) => counted.push(outcome),
        ...other,
      })
      onTestFinished(() => daily.stop())
      return daily
    },
  }
  return built
}

async function temporaryStore(log: LogLine[], clock: FakeClock): Promise<Store> {
  const directory = await mkdtemp(join(tmpdir(), 'meetup-bot-'))
  const store = await openStore({ directory }, listen(log), clock)
  onTestFinished(async () => {
    await store.close()
    await rm(directory, { recursive: true })
  })
  return store
}
