/** A named address. `url` is `http` or `https`, without tracking parameters. */
export interface Link {
  readonly title: string
  readonly url: string
}

/** A picture in the notes. `alt` is empty when the notes give no description. */
export interface Picture {
  readonly url: string
  readonly alt: string
}

/** One evening or day of talks; one post in the knowledge folder. Absent facts are empty. */
export interface Meetup {
  /** The file's stem, `"2019-korea-devops-meetup"`; in a file of several meetups with a mark of each behind it. */
  readonly id: string
  readonly title: string
  /** Path of the post, as messages name it. */
  readonly file: string
  /** Where it begins in the file; 1 is the first line. */
  readonly line: number
  /** `"2019"`, `"2019-07"` or `"2019-07-06"`; empty when neither post nor file name tells. */
  readonly date: string
  /** When it began, `"19:00"`; empty when the post does not say. */
  readonly time: string
  readonly place: string
  /** Address of the original post. */
  readonly source: string
  /** A caution of the author's, such as "a subjective summary". */
  readonly disclaimer: string
}

/** Someone who gave a talk. */
export interface Speaker {
  readonly name: string
  /** Other spellings: `"Jinwoong Kim"`, or the account name in a slide address. */
  readonly aliases: readonly string[]
}

/** One line of the notes as plain text: a bullet, a paragraph, a table row, a code block. */
export interface Passage {
  /** Headings and parent bullets above it, outermost first, without the session's title. */
  readonly path: readonly string[]
  readonly text: string
  /** Set for words of a deck or a recording; absent for what the post says. */
  readonly source?: PassageSource
}

/** Where words of a deck or a recording stand. `url` opens that very page or second, where an address is known. */
export type PassageSource =
  | { readonly kind: 'page'; readonly page: number; readonly url?: string }
  | { readonly kind: 'moment'; readonly seconds: number; readonly url?: string }

/** A part of a post with everything it holds. */
export interface Session {
  /** File stem, slash, heading slug: unique, at most 60 characters, independent of the order of sessions. */
  readonly id: string
  /** `note` is all that is no talk and no afterword: introduction, travel, sponsors, what could not be placed. */
  readonly kind: 'talk' | 'afterword' | 'note'
  /** Where it begins in its meetup's file; 1 is the first line. */
  readonly line: number
  /** How it was recognised, in plain English: `"heading with a speaker"`. */
  readonly why: string
  readonly title: string
  readonly meetup: Meetup
  readonly speakers: readonly Speaker[]
  readonly tags: readonly string[]
  /** One to three lines for a card that has no better match; empty when there are no notes. */
  readonly summary: readonly string[]
  readonly passages: readonly Passage[]
  readonly slides: readonly Link[]
  readonly videos: readonly Link[]
  /** Other links in the notes. */
  readonly links: readonly Link[]
  /** Slides and videos whose relative address leads nowhere from here, as written: for those who check the notes. */
  readonly unopened?: readonly Link[]
  readonly pictures: readonly Picture[]
  readonly tips: readonly string[]
}

/** Something worth posting in the morning. */
export interface Tip {
  /** Stable while the text stays: survives re-ordering and new posts. At most 80 characters. */
  readonly id: string
  readonly text: string
  /** The session it comes from; absent for a tip that belongs to none. */
  readonly session?: Session
}
