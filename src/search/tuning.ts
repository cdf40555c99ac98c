/**
 * The figures that steer what search finds, and what it costs, each with the measurement that chose it; "ours" marks a
 * bound of cost that no measured quality depends on. Measured by `npm run bench:search` (tests/bench/README.md):
 * `korquad` and `talks` are its tuning halves, the prototype is what this search was written after. "36 posts": 100 concept
 * questions with and 50 without an answer, over posts of others in one archive; "300": the generated archive of the
 * tests, 312 questions, "mixed" when asked by other words; "loanwords": 207 pairs. "Alike": of these and of the
 * 200 questions on the shipped notes as many are right, shown and refused.
 *
 * Units: a *weight* multiplies a term's BM25; *evidence*, *confidence* and *strength* are shares of 0 to 1.
 */

// Reading a question: how much of it is looked at.

/** A question's words and index terms that are looked at: ours. Thirty terms find no more on korquad than twenty. */
export const MOST_WORDS = 24
export const MOST_TERMS = 20
export const MOST_ALTERNATIVES = 40

/** Words that neither notes nor tables know are looked up by spelling and sound up to here: ours, see `explain`. */
export const MOST_UNKNOWN_WORDS = 8

/**
 * UTF-16 units of a question, a filter, a beginning. Nobody asks longer ones; of a pasted page the first lines are
 * meant: ours.
 */
export const LONGEST_QUESTION = 300
export const LONGEST_FILTER = 100
export const LONGEST_START = 60

/**
 * The longest name of the glossary or the concepts that is looked for, in words: `infrastructure as code`. 3 and 6 are
 * alike: ours.
 */
export const LONGEST_NAME = 4

/**
 * Words that may stand between those of a phrase that names a concept (쿼리가 왜 이렇게 느려요). 36 posts: 0 finds 1 fewer, 6 is
 * alike.
 */
export const LONGEST_PHRASE_GAP = 3

// Terms and their weights. A stem of three syllables or more and a pair of syllables weigh 1.

/**
 * A word in Latin letters, and one of two syllables, which is its own only pair. 1 costs 0.6 MRR@10 on korquad
 * (prototype).
 */
export const WHOLE_WORD_WEIGHT = 2

/** The pair of syllables over a space (쿠버 네티스): weight 0.7 gains 0.3 MRR@10 on korquad. */
export const SPACING_WEIGHT = 0.7

/**
 * Weight in the search of words by their role: those about the notes (발표 자료), those that relate (도입 사례). 36 posts: 1 for all
 * shows 1 right talk fewer; half of these puts 1 fewer first.
 */
export const ROLE_FACTOR = { topic: 1, relating: 0.5, about: 0.3, frame: 1 } as const

/** An English stop word in so many sessions is searched: it finds none by chance, and may order the right ones. Ours. */
export const COMMON_STOP_WORD = 200

// Names and concepts. `factor` is a weight; `confidence` is how much of the word a session covers that has the name.

/**
 * Another name of the same thing (glossary, concepts): the word itself comes first. 300: confidence 0.8 gets 9 fewer right,
 * 1 gets 5 more, and 1 fewer on the 36 posts; factor 0.5 gets 19 fewer right.
 */
export const OTHER_NAME = { factor: 0.8, confidence: 0.9 } as const

/**
 * A word of a known name of several words, without the others: unsure at most (`feature` of `feature flag`). 36 posts: 1
 * refuses 35 of 50 instead of 39; 0.25 is alike.
 */
export const COMPOUND_PART_CONFIDENCE = 0.4

/**
 * Of a compound or a known name, some terms without the others prove so much of their share. 36 posts: 1 refuses 30 of 50
 * instead of 39; 0.2 leaves 12 of 100 without an answer instead of 8.
 */
export const PARTIAL_NAME = 0.4

/**
 * Confidence of what is one step and two steps below a concept; the weight of its score is `factor` times that. What is
 * called for, on 36 posts: 0.7 refuses half a question fewer, 0.4 puts 1 right talk fewer first.
 */
export const EXPANSION = {
  narrower: { first: 0.7, next: 0.5, factor: 0.25 },
  tool: { first: 0.7, next: 0.5, factor: 0.25 },
  'called for': { first: 0.55, next: 0.45, factor: 0.25 },
} as const

/**
 * The longest way down in the concepts: a topic's narrower topics, and their tools. 1 and 3 are alike, but for half a
 * refusal.
 */
export const MOST_STEPS = 2

/** Names below a concept that are searched, of each relation. Eight find 2 of 100 concept questions fewer. */
export const MOST_EXPANSIONS = 12

/**
 * A romanised name; a surname alone is half a name, since "song" and "go" are words as well. 300, mixed: of 30 names with a tool
 * weight 1 finds 22, as 1.6 does, and 2 finds 23.
 */
export const PERSON = { weight: 1.6, confidence: 0.9 } as const
export const SURNAME_CONFIDENCE = 0.45

/**
 * Concepts that a question describes in two words or more, see `DescriptionTable`: how many, and the least share of its words
 * that they have; from `fullShare` on they prove `confidence` of what a name does. `k` and `b` as in BM25. Without
 * them, on 36 posts: 41 of 100 instead of 54 are first, 56 instead of 69 are shown, as many refused. Four instead of eight
 * put 2 fewer first, confidence 1 instead of 0.65 shows 1 more and refuses 3 of 50 fewer; 0.2 for the least share is alike.
 */
export const DESCRIBED = {
  most: 8,
  leastShare: 0.3,
  fullShare: 0.4,
  confidence: 0.65,
  k: 0.8,
  b: 0.5,
} as const

// Spelling: words in Latin letters that the notes do not have.

/**
 * Letters of a word that is corrected: shorter ones are one edit from many others. On 4,000 talks 3 is alike. Longer
 * ones are no words: ours.
 */
export const SPELLED_WORD = { shortest: 4, longest: 24 } as const

/**
 * Letters from which two edits are forgiven instead of one. 4,000 talks, misspelt MRR@10: 6 loses 0.5, with one edit
 * alone it is alike.
 */
export const TWO_EDITS_FROM = 8

/**
 * Words that a misspelt or a half-typed one may stand for, the most frequent ones. 4,000 talks, misspelt MRR@10: 1 loses
 * 0.7, 10 gains 0.1.
 */
export const MOST_CORRECTIONS = 5

/** Letters of a beginning that is completed: ours, two begin hundreds of words. */
export const SHORTEST_BEGINNING = 3

/**
 * A corrected spelling and a completed beginning. `factor` is divided by the number of edits. 4,000 talks, misspelt: half the
 * factor puts 0.2 % fewer first, confidence 0.5 loses 0.2 MRR@10.
 */
export const CORRECTED = { factor: 0.8, confidence: 0.8 } as const

/**
 * Known words that a word in Hangul may be with one missed key, and the confidence of those of two syllables. KorQuAD, tuning
 * half, one wrong jamo: none puts 89.7 % first, one 91.1, three 91.2; with words of three syllables alone it is 89.9. A
 * confidence of 0.8 or 0.4 for short ones 91.2 and 91.1; at 0.4 a word that is merely not in the notes finds nothing alone.
 */
export const MISTYPED = { most: 3, shortConfidence: 0.4 } as const
export const COMPLETED = { factor: 0.5, confidence: 0.7 } as const

/** Letters of a word that is read by its stem as well; longer ones are no words: ours. */
export const STEMMED_WORD = { shortest: 3, longest: 24 } as const

/**
 * Other forms of an English word: beside the word, not in its place, which loses 4 MRR@10 on talks. Factor 0.5 and
 * confidence 0.8 are alike.
 */
export const STEM = { factor: 0.1, confidence: 0.6 } as const

/** Letters of a word that may have been typed on the other keyboard layout: shorter ones make a syllable by chance. */
export const SHORTEST_MISTYPED = 4

// Sound: loanwords, in Hangul and in Latin letters.

/** Letters and syllables of words that are found by sound; no loanword is longer: ours. */
export const SOUNDED_LATIN = { shortest: 3, longest: 20 } as const
export const SOUNDED_HANGUL = { shortest: 2, longest: 9 } as const

/** The same of words that are looked up, by sound and on the wrong keyboard layout: ours. */
export const LONGEST_SOUNDED_WORD = 40

/** Ways to hear an English word that are tried. Loanwords: 4 and 64 are alike: ours. */
export const MOST_SOUNDS = 16

/** Syllables, and letters, up to which a word sounds like many others; a known one so short is taken for no loanword. */
export const SHORT_WORD = 2
export const SHORT_LATIN_WORD = 4

/**
 * Likeness from which two words sound alike, by syllables; short words sound like many others. Loanwords: 96 to 97 % found,
 * and 5.6 % of frequent Korean words sound like some other; 0.04 less: the same and 8.1 %; 0.04 more: 92 % and 4.2 %.
 */
export const LIKENESS = { two: 0.92, three: 0.86, more: 0.8, sinoKorean: 0.06, shortLatin: 0.04 } as const

/**
 * What a rarer way to hear a spelling costs: 커널 is a kernel rather than a channel. Loanwords first: 0 and 0.05 lose 2 to
 * 4 % of 79.
 */
export const UNUSUAL_SOUND = 0.01

/**
 * A word of the other script that sounds alike weighs so much, times its likeness. 36 posts: 0.4 and 1 are alike, but
 * for half a refusal.
 */
export const SOUND_FACTOR = 0.7

/**
 * Words that one may stand for by sound, the likest ones. 36 posts: one shows 1 right talk fewer; which of near ones is more
 * frequent, and how near they are, makes no difference.
 */
export const MOST_SOUNDINGS = 2

/**
 * Likeness from which a word that the notes have is also taken for another; that one of one script is another. 36 posts:
 * never taking a known one for another shows 2 right talks fewer, from 0.85 on 1 more; never one of one script leaves 1 more
 * without an answer. One of two syllables must sound the same: of 12 questions on decks in the other language 2 more are answered,
 * and no other of 400 changes.
 */
export const KNOWN_WORD_SIMILARITY = 0.93
export const KNOWN_SHORT_SIMILARITY = 0.97
export const SAME_SCRIPT_SIMILARITY = 0.9

/**
 * Likeness of what two words sound like that others write as one (쿠버 네티스). 0.75 is alike.
 */
export const JOINED_SIMILARITY = 0.85

// The distance of two sounds, see `similarity`. The pairs that are often taken for each other stand beside it.

/**
 * What it costs to take one phone for another, and to leave one out or put one in. `otherVowel`: one vowel for another; `consonant`: any
 * other replacement, and a consonant that one word lacks; `vowel`, `eu` (ㅡ), `w`: such a phone that one word lacks; `weakI`: an ㅣ that
 * Hangul writes and English spelling lacks, after a hiss (메시지) and in 에이 and 아이. Loanwords: ㅡ at the cost of others
 * finds 77 % instead of 96, without the ㅣ it is 94.5. Of the tests' 79 loanwords 76 are found, and 27 of 930 everyday words sound like
 * some other: vowels at 0.2 make that 37, at 0.8 they find 74; w at 0.1 or 0.4 finds 75. More kinds of vowels and consonants, of
 * which there were ten, change no loanword.
 */
export const PHONE_COST = {
  eu: 0,
  w: 0.2,
  weakI: 0.12,
  vowel: 0.4,
  otherVowel: 0.5,
  consonant: 1,
} as const

/**
 * What each phone but ㅡ and w adds to a word's length, by which the distance is divided. Loanwords: vowels at 0.2 find 1 % fewer,
 * at 0.8 as many, and of frequent words 7.1 % instead of 5.6 sound like some other.
 */
export const PHONE_WEIGHT = { vowel: 0.4, consonant: 1 } as const

// Candidates: the sessions that BM25 finds.

/** BM25. k 0.4 to 1.2 and b 0.7 to 1 differ by 0.2 MRR@10 on korquad; on Cranfield 0.8 gains 0.3 over 0.5. */
export const BM25 = { k: 0.8, b: 0.9, d: 0.5 } as const

/**
 * The same in a large archive: `BM25` there loses 0.1 MRR@10 on talks, clean and misspelt, and 0.5 on their titles. In a small
 * one it finds 3 of 312 fewer (300).
 */
export const LARGE_ARCHIVE_BM25 = { k: 1.2, b: 1, d: 0.2 } as const

/**
 * How much more an occurrence in a title counts than one in the notes. Measured on the shipped notes: 1.3 to 2 are
 * equally good. What a deck or a recording says counts half: a long one holds almost any word.
 */
export const FIELD_BOOST = { title: 2, speakers: 2, body: 1, media: 0.5, meetup: 0.3 } as const

/** In a large archive titles repeat the notes: talks MRR@10 gains 0.5 by 1.2 instead of 2. */
export const LARGE_ARCHIVE_BOOST = { ...FIELD_BOOST, title: 1.2, speakers: 1.2 } as const

/** Power of the share of a question's terms by which candidates are chosen: 1 and 3 lose 0.3 MRR@10 on talks. */
export const CANDIDATE_POWER = 2

/**
 * How many candidates are read closely: so many a session that is asked for, and more. Further ones change no answer of
 * korquad or talks.
 */
export const CANDIDATES_READ = { perHit: 2, more: 10 } as const

/** Candidates that are held before they are sorted, by how many are kept: ours. */
export const UNSORTED = { perKept: 4, more: 16 } as const

/**
 * From this many sessions frequent terms only add score: below it their lists are read in under 1 ms. There phrases are not
 * looked for (they cost 0.2 to 0.3 MRR@10 on talks), nor other names of words that a talk says, nor what is like the question. Ours.
 */
export const LARGE_ARCHIVE = 2_000

/**
 * A term is frequent from this share of the sessions (prototype, on 21,570 talks: p99 falls
 * from 26 to 3.4 ms for 0.8 MRR@10; at 100,000 half the share takes p99 from 21 to 15 ms). Frequent terms are searched
 * all the same until two words and forty sessions are covered, where they are no more than five times as frequent.
 */
export const FREQUENT = {
  leastSessions: 200,
  share: 0.01,
  hugeArchive: 50_000,
  hugeShare: 0.005,
  enoughWords: 2,
  enoughSessions: 40,
  mostSearched: 5,
} as const

/**
 * A frequent term adds its idf times what BM25 makes of an average occurrence. 4,000 talks, MRR@10: 1 loses 0.5, 4 gains
 * 0.2.
 */
export const ADDED_TERM_SCORE = 2

// Evidence: the share of a question's topic that a stretch of a session proves.

/**
 * How much of its idf a word of each role weighs as evidence. 36 posts, words that relate: 0 puts 2 right talks fewer
 * first, 0.3 shows 2 fewer.
 */
export const ROLE_EVIDENCE = { topic: 1, relating: 0.15, about: 0, frame: 0 } as const

/**
 * How much a word proves that neither glossary nor concepts know, beside one that they know: it may be everyday speech.
 * On 36 posts 0.4 instead of 1 finds 2 of 100 more concept questions first and 8 more at all; 0.25 lets two thirds of
 * what nobody talked about slip. In a large archive 1, which gains 0.8 MRR@10 on talks.
 */
export const EVERYDAY_EVIDENCE = 0.25

/**
 * What holds for all talks of a meetup (its title, place, date) and where its speakers work prove half. 36 posts: 1
 * shows 1 right talk fewer, 0.25 is alike.
 */
export const MEETUP_STRENGTH = 0.5

/**
 * How much each part of a session proves: what it is about stands in its title and facts; what the organiser wrote comes
 * before what a slide says, a slide before what was said over it. Notes at 0.85 instead of 1: right at 1 on 36 concept
 * questions 53 to 58 %, on 100 others 41 to 42 %; at 0.7 a tenth of the sure answers become unsure.
 */
export const STRETCH_STRENGTH = { notes: 0.85, page: 0.8, moment: 0.75 } as const

/** A note or an afterword is never before an equally good talk. 36 posts: 1 for all puts 1 right talk fewer first. */
export const KIND_STRENGTH = { talk: 1, afterword: 0.95, note: 0.9 } as const

/**
 * The longest part of notes that is evidence by itself, in UTF-16 units, where no heading parts them sooner. 36 posts: 400
 * leaves 2 more without an answer, 1,600 puts 1 right talk fewer first.
 */
export const LONGEST_STRETCH = 800

// Meaning: words of questions and talks that are not the same, and mean nearly the same.

/**
 * How words get their vectors. `described`, `related`: what a word of a description counts, and all of a broader concept,
 * beside a name of one word. `unknown`: what a word without a vector adds to a question's length, beside the rarest word.
 * Measured on 270 concept questions over five archives of 36 to 88 posts: 100, 150 and 250 dimensions put 57, 58 and 58 %
 * first; descriptions at 0.25 and 1 alike; `related` at 0 or 0.3 1 % fewer; unknown words at 1 leave 5 of 60 more without an
 * answer, at 0 a talk comes first that has none of what somebody asked. `mostRemembered`: words, some 10 MB. Ours.
 */
export const MEANING = {
  dimensions: 128,
  described: 0.5,
  related: 0.15,
  unknown: 0.5,
  mostRemembered: 20_000,
} as const

/**
 * How a session's parts get theirs: its title counts so often beside each of them, and in it all that is said of the concepts
 * that it names. On 282 concept questions over the same archives likeness alone puts 46 % first without those concepts, 49
 * with 0.3, 51 with 0.6, 47 with 1; `beside` at 1 and 4 is alike, 0 loses 5 % of them.
 */
export const MEANING_OF_TITLE = { beside: 2, concepts: 0.35 } as const

/**
 * How sessions are ordered where no word proves enough: by their score so often, how like they are to the question, and
 * that much more for a talk: a note or an afterword is like many questions and answers few. Fitted to the 192 of those
 * questions that are not answered surely (a conditional logit, each archive judged by what the others fit): `score` 0.5,
 * `talk` 0.16, which puts 63 % first instead of 59; on the shipped notes that much for talks hides two answers. From
 * `shown` on the nearest are shown, with those down to `beside`: 0.38 is alike, 0.5 leaves 10 % without an answer. A session that
 * several words prove must be `sure` to be the answer, or be the nearest as well: without it 3 % fewer come first. One that is
 * `near` is shown though it lacks the concept that was asked for (see `LACKED_SHARE`): of 446 questions 1 % more come first and
 * 1 % fewer are hidden, and of 182 that the notes do not answer 2 % fewer are refused. `part`, times the
 * logarithm of a session's parts: of many parts one is like any question; 0 puts 1 % fewer first.
 */
export const LIKENESS_ORDER = {
  score: 0.6,
  talk: 0.1,
  shown: 0.42,
  beside: 0.25,
  sure: 0.45,
  near: 0.67,
  part: 0.02,
} as const

// Order and outcome.

/**
 * Sessions are ordered by evidence times BM25 to this power. 1/2 loses 0.3 MRR@10 on talks and Cranfield each, and 1 of
 * 300 on the generated archive; 1 loses 0.7 on talks.
 */
export const BM25_POWER = 0.33

/**
 * Between equals a talk with notes comes before one without, for its reader's sake. At 0.8 it also comes before one that
 * says more of what was asked: on 446 concept questions over five archives 2 fewer right ones come first, and 3 are not shown.
 */
export const WITHOUT_NOTES = 0.9

/** The same for one with a deck or a recording only, where neither says what was asked. */
export const MEDIA_ONLY = 0.95

/**
 * The first session's evidence from which it is an answer, and from which sessions are worth showing. On 36 posts (108
 * questions with an answer, 36 without) as one archive: 0.5 answers four wrongly, 0.6 two, 0.65 one but hides a tenth of
 * the right ones behind "unsure". UNSURE at 0.35 leaves 14 of 100 concept questions without an answer, at 0.3 nine, at
 * 0.26 four, and refuses 80, 78 and 77 % of what nobody talked about.
 * On 9 sessions and on 300 generated ones every threshold from 0.55 to 0.65 decides alike.
 */
export const ANSWERED = 0.6
export const UNSURE = 0.3

/**
 * The same where all that speaks for a session is a page or a moment: among thousands of them some hold two words of any
 * question. Measured on 23 talks with decks and captions of others, 55 questions and 30 that they cannot answer: 0.45
 * refuses 22 instead of 12, and finds 49 instead of 51.
 */
export const UNSURE_MEDIA = 0.45

/**
 * A page below that is worth showing all the same where its heading covers so much of the question. On the talks of
 * BELOW_IN_MEDIA 0.35 shows one more that is right and none that is wrong, 0.3 two that are wrong.
 */
export const UNSURE_HEADING = 0.35

/**
 * What is below a concept proves so much of its confidence on a page or in a moment, which name many things in passing.
 * Measured on 49 talks with real decks and captions, 157 questions and 116 that they cannot answer: with 1 they refuse 87,
 * with 0.8 to 0.9 89 or 90 and find one more; at 0.8 a tool alone is no longer worth showing.
 */
export const BELOW_IN_MEDIA = 0.85

/**
 * Evidence from which the nearest sessions are shown although the notes lack a concept that the question names. 0.3 refuses
 * 33.5 of 50 instead of 39 on 36 posts; 0.6 loses 2 of 160 on the shipped notes.
 */
export const UNSURE_WITHOUT_CONCEPT = 0.45

/**
 * A concept that a question names, and that is more than so much of its topic, must be said by the first session to be
 * sure, and by one of those shown to be shown, unless one of them is `LIKENESS_ORDER.near`. Without that exception 82 %
 * of 137 questions that the notes of the archives of `MEANING` do not answer are refused instead of 73, and of 288
 * others 1 % fewer come first. `none` at 0.48 hides two answers on the shipped notes, at 0.55 it refuses 2 % fewer; of
 * answers whose first session lacks more than `unsure` six of seven are wrong.
 */
export const LACKED_SHARE = { unsure: 0.25, none: 0.5 } as const

/** Coverage from which a filter's words name a speaker (a surname is half a name), a meetup or a tag. */
export const SAME_SPEAKER = 0.6
export const SAME_LABEL = 0.75

// What is shown.

/** Sessions that are found where the caller names no number, and those shown when unsure: 3 instead of 5 show 3 of 100 fewer right ones. */
export const MOST_MATCHES = 10
export const NEAREST = 5

/** Passages shown of a session. */
export const MOST_PASSAGES = 3

/** Of what a passage covers with its headings, so much counts for it, beside what it covers by itself. */
export const HEADINGS_SHARE = 0.5

/** Completions where the caller names no number, and UTF-16 units of one: what Discord takes of either. */
export const MOST_COMPLETIONS = 25
export const LONGEST_COMPLETION = 100

/** UTF-16 units of a stretch that an explanation shows: ours. */
export const LONGEST_EXCERPT = 100

// Cost.

/** Some 25 MB hold the terms of so many passages. Ours. */
export const MOST_REMEMBERED_PASSAGES = 5_000

/** The same for stretches of several passages: some 5 MB. Ours. */
export const MOST_REMEMBERED_STRETCHES = 1_000

/** The same for words of questions, and runs of them, with what each may mean: some 4 MB. Ours. */
export const MOST_REMEMBERED_SPANS = 2_000

/** The same for titles, headings and passages that were shown: some 4 MB. Ours. */
export const MOST_REMEMBERED_CUTS = 1_000

/** The same for what is known about sessions beside their notes: some 8 MB. Ours. */
export const MOST_REMEMBERED_SESSIONS = 2_000

/** Between the turns of preparing while people ask: of 200 questions a second, 1 in 100 waited 1 s without it. Ours. */
export const PAUSE_MS = 40

/** Building waits after so long: five turns fit into the 50 ms for which nothing may wait, on a busy machine. */
export const LONGEST_TURN_MS = 8

/**
 * Words, terms or sessions in one line of a packed index, and numbers of its postings: at most 3 to 5 ms of work. Ours.
 */
export const PACKED_LINE = 5_000
export const PACKED_NUMBERS = 25_000

/**
 * Names that captions say in other words. `few`, `many`: the share of equal letters that is needed where two or three words
 * were said, for names of fewer than `manyConsonants` consonants and for others; `word`: the same where one word was said, which needs so many
 * consonants. Of 20 misheard names 16 are heard; in 91,000
 * words of talks that say hardly any of 1,700 names, 53 of them. So hearing one proves no more than what makes a moment worth
 * showing.
 */
export const MISHEARD = {
  mostWords: 3,
  longest: 16,
  few: 0.66,
  many: 0.5,
  manyConsonants: 5,
  word: { consonants: 4, likeness: 0.75 },
  confidence: 0.61,
} as const
