/** A part of a recording, as the description of a video names it. */
export interface Chapter {
  readonly seconds: number
  readonly title: string
}

/** `00:12:30 Prometheus`, `12:30 - Prometheus`, `- [12:30] Prometheus`, `Prometheus 12:30`. */
const BEFORE = /^[\s\-*•·]*[[(]?((?:\d{1,2}:)?\d{1,2}:\d{2})[\])]?\s*[-–—:|~.)]*\s*(\S.*)$/u
const AFTER = /^[\s\-*•·]*(\S.*?)\s*[-–—:|]*\s*[[(]?((?:\d{1,2}:)?\d{1,2}:\d{2})[\])]?\s*$/u
/** As on YouTube, fewer lines with a time are no list of chapters, nor is one that goes back. */
const FEWEST = 3

/** The chapters in lines of a text; none where fewer than three lines in ascending order have a time. */
export function readChapters(lines: readonly string[]): readonly Chapter[] {
  const chapters = lines.flatMap((line): Chapter[] => {
    const before = BEFORE.exec(line)
    const [time = '', title = ''] = before ? before.slice(1) : (AFTER.exec(line)?.slice(1).reverse() ?? [])
    return title && !/^\d{1,2}:\d{2}/u.test(title) ? [{ seconds: secondsOf(time), title: title.trim() }] : []
  })
  const ascends = chapters.every(({ seconds }, at) => at === 0 || seconds > (chapters[at - 1]?.seconds ?? 0))
  return chapters.length >= FEWEST && ascends ? chapters : []
}

/** The chapter in which a second lies; nothing before the first one. */
export function chapterAt(chapters: readonly Chapter[], seconds: number): Chapter | undefined {
  return chapters.findLast((chapter) => chapter.seconds <= seconds)
}

/** `1:02:30` as seconds. */
function secondsOf(time: string): number {
  return time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0)
}
