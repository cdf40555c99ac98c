import { parseText } from 'media-captions'
import { isCredit } from './credits.js'
import { momentsOf } from './moments.js'
import type { Cue, Recording } from './recording.js'
import { unrolled } from './rolling.js'

/** Reads captions, WebVTT or SubRip by what they are, not by what they are called. Never rejects. */
export async function readCaptions(bytes: Uint8Array): Promise<Recording> {
  const text = decode(bytes).replace(/\r\n?/gu, '\n')
  const type = /^\uFEFF?WEBVTT/u.test(text) ? 'vtt' : 'srt'
  const parsed = await parseText(withPoints(text), { type, strict: false }).catch(() => undefined)
  if (!parsed || parsed.cues.length === 0) return faulty('no captions')
  const cues = parsed.cues
    .map(({ startTime, endTime, text: shown }) => ({ start: startTime, end: endTime, lines: linesOf(shown) }))
    .filter(({ lines, start }) => lines.length > 0 && Number.isFinite(start))
    .sort((a, b) => a.start - b.start)
  const moments = momentsOf(unrolled(cues).filter((cue) => !isCredit(cue.lines.join(' '))))
  if (moments.length === 0) return faulty('no words')
  return { moments, seconds: endOf(cues), faults: [] }
}

function faulty(kind: 'no captions' | 'no words'): Recording {
  return { moments: [], seconds: 0, faults: [{ kind }] }
}

function endOf(cues: readonly Cue[]): number {
  return Math.round(cues.reduce((last, { end }) => Math.max(last, end), 0))
}

/** UTF-8 or UTF-16 by their marks; else what Korean Windows wrote. */
function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('euc-kr').decode(bytes)
  }
}

/** WebVTT has a point before milliseconds; converted files often keep SubRip's comma. */
function withPoints(text: string): string {
  return text.replace(/^[\d:,. ]+-->[\d:,. ]+/gmu, (times) => times.replaceAll(',', '.'))
}

/** A cue's lines without tags of style, voice and time, without notes of sounds and marks of speakers. */
function linesOf(shown: string): readonly string[] {
  return shown
    .split('\n')
    .map((line) =>
      line
        .replace(/<[^>\n]*>|\{\\[^}\n]*\}/gu, '')
        .replace(ENTITIES, (entity) => CHARACTERS.get(entity) ?? ' ')
        .replace(/\[[^\]]{1,40}\]|[♪♫]+|^\s*\([^)]{1,20}\)\s*$/gu, ' ')
        .replace(/^\s*(?:>{2,}|-)\s*/u, '')
        .normalize('NFC')
        .replace(/\s+/gu, ' ')
        .trim(),
    )
    .filter((line) => /[\p{L}\p{N}]/u.test(line))
}

const CHARACTERS = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&#39;', "'"],
  ['&nbsp;', ' '],
  ['&lrm;', ''],
  ['&rlm;', ''],
])
const ENTITIES = /&(?:\w{2,6}|#\d{1,6});/gu
