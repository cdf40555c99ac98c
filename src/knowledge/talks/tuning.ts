/**
 * What speaks for a line being a talk, and how much. Chosen on 36 real posts by other people; the order of magnitude
 * matters, not the digit: a person outweighs a link, a link outweighs a shape.
 */
export const EVIDENCE = {
  speakerInTitle: 3,
  speakerLine: 3,
  speakerInText: 2,
  slidesOrVideo: 2,
  titleLine: 2,
  counted: 2,
  timeSlot: 2,
  quotedTitle: 2,
  /** Every event has one: `키노트`. */
  commonTalk: 1,
} as const

/** From here on a line is a talk by itself, whatever stands beside it. */
export const STRONG = 3

/** From here on something speaks for a line. */
export const LIKELY = 2

/** Where so many of the headings of one rank have evidence, the others are none. */
export const USUAL_SHARE = 0.7

/** Our own limit: longer bold lines are emphasis, longer items are sentences. */
export const MAX_TITLE_CHARACTERS = 140

/** So many days apart, dates above talks are the days of one event. */
export const EVENT_DAYS = 4

/** Our own measure: more slides and videos than anybody gives to one talk. */
export const MANY_LINKS = 5

/** How far into a section a speaker's line may stand. */
export const SPEAKER_LINES = 4

/** How far below an event's heading its date may stand. */
export const FACT_LINES = 8

/**
 * What a line without evidence counts beside 1 for one with some, where ways to read the same lines are weighed: many
 * items of notes are no better list than a few talks with their speakers. At 1, a day's 9 talks of one post of 24 were
 * lost to 45 items; at 0.3 none, and the talks of 76 other posts stayed.
 */
export const BARE_LINE = 0.3
