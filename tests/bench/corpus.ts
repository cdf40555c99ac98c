/** What an engine indexes. Ids are places: 0, 1, 2… */
export interface Document {
  readonly id: number
  readonly title: string
  readonly speakers: readonly string[]
  readonly text: string
}

/** A question with the documents that answer it, any of them. */
export interface Question {
  readonly text: string
  readonly expected: readonly number[]
}

/** Documents and questions about them. */
export interface Corpus {
  readonly documents: readonly Document[]
  readonly questions: readonly Question[]
}
