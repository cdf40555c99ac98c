import { Worker } from 'node:worker_threads'
import { type Deck, faultyDeck, type WholeFault } from './deck.js'
import type { DeckFile } from './deck-worker.js'
import { LARGEST_FILE, MEMORY_LOOK, MOST_HEAP, MOST_MEMORY, READING_ENDS } from './limits.js'

/** Reads decks in a thread of their own, one at a time: whatever is in a file, it ends there. */
export interface DeckReader {
  /** Takes the bytes over. Never rejects: what goes wrong is a fault of the deck. */
  read(file: DeckFile): Promise<Deck>
  /** Ends the thread; a later reading starts another. */
  close(): Promise<void>
}

const builtWorker = new URL('./deck-worker.js', import.meta.url)

/** Starts a thread when there is something to read, and another one after a file that ended it. */
export function createDeckReader(worker: URL = builtWorker): DeckReader {
  let thread: Worker | undefined
  let last: Promise<unknown> = Promise.resolve()
  const open = () => {
    // What PDF.js has to say about fonts and matrices is nobody's business.
    const options = { resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP }, stdout: true, stderr: true }
    const opened = new Worker(worker, options)
    opened.unref()
    return opened
  }
  const readNow = async (file: DeckFile): Promise<Deck> => {
    if (file.bytes.length === 0) return faultyDeck('empty')
    if (file.bytes.length > LARGEST_FILE) return faultyDeck('too large')
    thread ??= open()
    const deck = await readBy(thread, file)
    if (typeof deck !== 'string') return deck
    await thread.terminate()
    thread = undefined
    return faultyDeck(deck)
  }
  return {
    read(file) {
      const reading = last.then(() => readNow(file))
      last = reading
      return reading
    },
    async close() {
      await last
      await thread?.terminate()
      thread = undefined
    },
  }
}

/** The deck, or why the thread has to end. */
function readBy(thread: Worker, file: DeckFile): Promise<Deck | WholeFault> {
  const before = process.memoryUsage.rss()
  return new Promise((resolve) => {
    const done = (result: Deck | WholeFault) => {
      clearTimeout(end)
      clearInterval(look)
      thread.off('message', done).off('error', failed)
      resolve(result)
    }
    const failed = (error: Error) => done(isOutOfMemory(error) ? 'too much memory' : 'damaged')
    const end = setTimeout(() => done('never done'), READING_ENDS)
    // A heap limit does not count what is inflated, which lies outside of the heap.
    const look = setInterval(() => {
      if (process.memoryUsage.rss() - before > MOST_MEMORY * 1_000_000) done('too much memory')
    }, MEMORY_LOOK)
    thread.on('message', done).on('error', failed)
    thread.postMessage(file)
  })
}

function isOutOfMemory(error: Error): boolean {
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}
