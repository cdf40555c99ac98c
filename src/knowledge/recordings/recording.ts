/** The words of a recording. */
export interface Recording {
  /** Stretches of about 25 seconds in their order. */
  readonly moments: readonly Moment[]
  /** Where the last word ends. */
  readonly seconds: number
  readonly faults: readonly RecordingFault[]
}

/** What is said in one stretch. */
export interface Moment {
  /** Where it begins, counted from the start of the recording. */
  readonly seconds: number
  readonly text: string
}

/** Why a file of captions is of no use. */
export type RecordingFault = { readonly kind: 'no captions' | 'no words' }

/** Words with the time at which they are shown, in seconds. */
export interface Cue {
  readonly start: number
  readonly end: number
  /** Lines without styling; never empty. */
  readonly lines: readonly string[]
}
