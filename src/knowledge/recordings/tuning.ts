/** Seconds from which a stretch may end at a pause or a sentence, and at which it ends anywhere. */
export const STRETCH_MAY_END = 17
export const STRETCH_ENDS = 30
/** Seconds of silence that part two sentences, and that part two stretches. */
export const PAUSE = 0.8
export const LONG_PAUSE = 5

/**
 * Captions roll when the words of a cue stand again in the next one on this share of the cues. YouTube's own do on
 * nearly all, those that people wrote on 1 of 50 (14 files of talks and lectures).
 */
export const ROLLING_SHARE = 0.4
