/** How much processor time one file may take, ours: an ordinary post takes 1.3 s for 100 kB and 4.3 s for 300 kB. */
export const deadlineMilliseconds = 10_000

/** How many times as long one file may take by the clock: ours. */
export const idleFactor = 6

/** The memory of the reading thread, ours: an ordinary post of 300 kB needs 180. */
export const threadMegabytes = 256

/**
 * The memory of the reading thread for what it soon lets go of, ours: parsing makes much of that. Reading 120 posts of
 * 10 kB took 7.3 s of processor time with V8's own bound of 48, and 6.0 s with 64 (with 96 and 192 the same), for 40 MB.
 */
export const youngMegabytes = 64

/** How long the folder must be quiet before it is read, ours: editors and git write a file in several steps. */
export const quietMilliseconds = 150

/** The longest wait for a quiet moment: ours. */
export const patienceMilliseconds = 3_000

/** How often we look at the folder without a sign, ours: network file systems give none. */
export const lookMilliseconds = 60_000

/** The same while it cannot be read, as between its deletion and its return. */
export const troubledLookMilliseconds = 5_000

/** How much text goes from thread to thread at once, ours: about 2 ms of work for the receiver. */
export const chunkLetters = 32_000

/** How many chunks may be under way, ours: the thread goes on reading while the process loads its libraries. */
export const chunksUnderWay = 64

/**
 * After how long no deck is begun any more in the first reading, and in others, ours: a hundred new decks take half a
 * minute, and neither the start nor a changed post waits for them. What is left comes with the next readings, each of
 * which builds the index anew.
 */
export const firstAttachmentMilliseconds = 500
export const attachmentMilliseconds = 5_000

/** The most that is kept on disk of what was parsed of a folder, ours: 10,000 talks of 1 kB have 15 MB. */
export const maxCacheBytes = 128_000_000

/** The largest index that is kept on disk, ours: 10,000 short talks have 6 MB, 10,000 of a page each 60. */
export const maxIndexBytes = 128_000_000

/** After how many days what was kept of a folder goes, when another one is kept: ours. */
export const cacheDays = 30
