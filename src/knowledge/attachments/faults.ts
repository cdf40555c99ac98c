import type { DeckFault, WholeFault } from '../decks/deck.js'
import { LARGEST_FILE, MOST_MEMORY, MOST_PAGES, READING_ENDS } from '../decks/limits.js'
import type { Finding } from '../finding.js'
import type { RecordingFault } from '../recordings/recording.js'
import { formatOf, type Material } from './attachment.js'

/** What could not be read of a file, and the way out, a finding each. */
export function faultsOf(material: Material, file: string): readonly Finding[] {
  switch (material.kind) {
    case 'faulty':
      return [wholeFinding(material.fault, file)]
    case 'deck':
      return material.deck.faults.map((fault) => deckFinding(fault, material.deck.pageCount, file))
    case 'recording':
      return material.recording.faults.map(({ kind }) => warning(file, recordingMessages[kind]))
  }
}

const recordingMessages: Readonly<Record<RecordingFault['kind'], string>> = {
  'no captions': 'holds no captions. Download them as .vtt or .srt again, or take the file out',
  'no words': 'holds captions without words. Take the file out, or download the captions of another language',
}

function wholeFinding(kind: WholeFault, file: string): Finding {
  const own = formatOf(file) === 'captions' ? captionMessages[kind] : undefined
  return warning(file, own ?? wholeMessages[kind])
}

const captionMessages: Readonly<Partial<Record<WholeFault, string>>> = {
  'too large': `holds captions of more than ${LARGEST_FILE / 1024 / 1024} MB, and is not read. Split them by talks`,
  'never done': `holds captions that take longer than ${READING_ENDS / 1000} seconds to read, and is not read. Split them by talks`,
  'too much memory': `holds captions that take more than ${MOST_MEMORY} MB to read, and is not read. Split them by talks`,
}

const wholeMessages: Readonly<Record<WholeFault, string>> = {
  encrypted: 'is encrypted and not read. Save a copy without a password',
  damaged: 'is damaged, or no deck, and not read. Export it again',
  empty: 'is empty. Copy it again, or take it out',
  'too large': `is larger than ${LARGEST_FILE / 1024 / 1024} MB, packed or unpacked, and not read. Export it with smaller pictures`,
  'never done': `took longer than ${READING_ENDS / 1000} seconds and is not read. Export it again, as a PDF of its own for each talk`,
  'too much memory': `takes more than ${MOST_MEMORY} MB to read and is not read. Export it again with fonts as subsets and smaller pictures`,
}

function deckFinding(fault: DeckFault, pageCount: number, file: string): Finding {
  if (!('pages' in fault)) return wholeFinding(fault.kind, file)
  const { kind, pages } = fault
  switch (kind) {
    case 'wordless':
      return warning(file, `${share(pages, pageCount)} no words, only pictures: ${ranges(pages)}`)
    case 'unreadable':
      return warning(
        file,
        `${share(pages, pageCount)} words that cannot be read, since their fonts have no map to letters: ${ranges(pages)}. Export the deck again`,
      )
    case 'broken pages':
      return warning(
        file,
        `${pages.length} of ${pageCount} pages cannot be read: ${ranges(pages)}. Export the deck again`,
      )
    case 'too many pages':
      return warning(
        file,
        `has ${pageCount} pages, of which the first ${MOST_PAGES} are read. Split it by talks`,
      )
    case 'too slow':
      return warning(
        file,
        `is read up to page ${(pages[0] ?? 1) - 1} of ${pageCount} only, since reading takes too long`,
      )
  }
}

function share(pages: readonly number[], pageCount: number): string {
  return `${pages.length} of ${pageCount} pages ${pages.length === 1 ? 'has' : 'have'}`
}

/** `3, 5-7, 12`; cut after ten. */
function ranges(pages: readonly number[]): string {
  const runs: number[][] = []
  for (const page of pages) {
    const run = runs.at(-1)
    if (run && page === (run.at(-1) ?? 0) + 1) run.push(page)
    else runs.push([page])
  }
  const shown = runs.slice(0, 10).map((run) => (run.length > 1 ? `${run[0]}-${run.at(-1)}` : `${run[0]}`))
  return `page ${shown.join(', ')}${runs.length > shown.length ? ' …' : ''}`
}

/** Faults of a deck keep no note from being used. */
function warning(file: string, message: string): Finding {
  return { file, line: 1, level: 'warning', message }
}
