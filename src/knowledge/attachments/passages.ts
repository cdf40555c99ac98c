import type { Deck } from '../decks/deck.js'
import { type Chapter, chapterAt } from '../recordings/chapters.js'
import type { Recording } from '../recordings/recording.js'
import type { Passage } from '../session.js'
import { momentUrl, pageUrl } from './addresses.js'

/** The pages of a deck, each with its notes, as passages; `url` is the deck's address, where there is one. */
export function pagePassages({ pages }: Deck, url: string | undefined): readonly Passage[] {
  return pages.map(({ page, title, text, notes = '' }) => {
    const words = [text, notes].filter(Boolean).join('\n')
    return {
      path: words === '' || title === '' ? [] : [title],
      text: words === '' ? title : words,
      source: { kind: 'page', page, ...(url === undefined ? {} : { url: pageUrl(url, page) }) },
    }
  })
}

/** The seconds of a recording in which a talk is: a day may be one video. */
export interface TimeSpan {
  readonly from: number
  readonly to: number
}

/** The stretches of a recording as passages; `video` is the address of the video, where there is one. */
export function momentPassages(
  { moments }: Recording,
  video: string | undefined,
  chapters: readonly Chapter[],
  { from, to }: TimeSpan,
): readonly Passage[] {
  return moments
    .filter(({ seconds }) => seconds >= from && seconds < to)
    .map(({ seconds, text }) => {
      const chapter = chapterAt(chapters, seconds + CHAPTER_SLACK)
      const url = video === undefined ? undefined : momentUrl(video, seconds)
      return {
        path: chapter ? [chapter.title] : [],
        text,
        source: { kind: 'moment', seconds, ...(url === undefined ? {} : { url }) },
      }
    })
}

/** Seconds: a chapter begins within the stretch in which it is announced. */
const CHAPTER_SLACK = 5
