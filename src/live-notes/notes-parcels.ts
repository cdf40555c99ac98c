import type { Concept } from '../knowledge/files/concepts.js'
import type { Finding, Library } from '../knowledge/library.js'
import type { Meetup, Session, Tip } from '../knowledge/session.js'

/**
 * A piece of a library on its way between threads. Receiving a whole library of 10,000 sessions in one message would
 * block the receiver for a quarter of a second. Meetups and sessions are named by their places in what came before.
 */
export type Parcel =
  | { readonly kind: 'meetups'; readonly meetups: readonly Meetup[] }
  | { readonly kind: 'sessions'; readonly sessions: readonly PackedSession[] }
  | { readonly kind: 'tips'; readonly tips: readonly PackedTip[] }
  | { readonly kind: 'concepts'; readonly concepts: readonly Concept[] }
  | { readonly kind: 'end'; readonly rest: Pick<Library, 'glossary' | 'findings'> }
  /** The notes have mistakes. */
  | { readonly kind: 'refused'; readonly problems: readonly Finding[] }

/** What the receiver asks for: a folder's first parcel, or the next one. */
export type Asked = { readonly folder: string } | 'next'

type PackedSession = Omit<Session, 'meetup'> & { readonly meetup: number }
type PackedTip = Omit<Tip, 'session'> & { readonly session?: number }

/** Ours: about 2 ms of work for the receiver. */
const parcelLetters = 32_000

/** Cuts a library into parcels of a size. */
export function* packLibrary(library: Library): Generator<Parcel> {
  const { meetups, sessions, tips, glossary, concepts, findings } = library
  const meetupPlaces = new Map(meetups.map((meetup, place) => [meetup, place]))
  const sessionPlaces = new Map(sessions.map((session, place) => [session, place]))
  for (const some of inParcels(meetups)) yield { kind: 'meetups', meetups: some }
  const packed = sessions.map((session) => ({ ...session, meetup: placeOf(session.meetup, meetupPlaces) }))
  for (const some of inParcels(packed)) yield { kind: 'sessions', sessions: some }
  const packedTips = tips.map(({ session, ...tip }) =>
    session ? { ...tip, session: placeOf(session, sessionPlaces) } : tip,
  )
  for (const some of inParcels(packedTips)) yield { kind: 'tips', tips: some }
  for (const some of inParcels(concepts)) yield { kind: 'concepts', concepts: some }
  yield { kind: 'end', rest: { glossary, findings } }
}

/** Puts the parcels of one library together again. */
export function createUnpacking() {
  const meetups: Meetup[] = []
  const sessions: Session[] = []
  const tips: Tip[] = []
  const concepts: Concept[] = []
  return {
    /** Takes the next parcel; gives the library when it is complete. */
    add(parcel: Exclude<Parcel, { kind: 'refused' }>): Library | undefined {
      switch (parcel.kind) {
        case 'meetups':
          meetups.push(...parcel.meetups)
          return undefined
        case 'sessions':
          for (const packed of parcel.sessions)
            sessions.push({ ...packed, meetup: at(meetups, packed.meetup) })
          return undefined
        case 'tips':
          for (const { session, ...tip } of parcel.tips)
            tips.push(session === undefined ? tip : { ...tip, session: at(sessions, session) })
          return undefined
        case 'concepts':
          concepts.push(...parcel.concepts)
          return undefined
        case 'end':
          return { meetups, sessions, tips, concepts, ...parcel.rest }
      }
    },
  }
}

function placeOf<Thing>(thing: Thing, places: ReadonlyMap<Thing, number>): number {
  const place = places.get(thing)
  if (place === undefined) throw new Error('A session or a tip points outside its library')
  return place
}

function at<Thing>(things: readonly Thing[], place: number): Thing {
  const thing = things[place]
  if (thing === undefined) throw new Error(`No parcel brought number ${place}`)
  return thing
}

function* inParcels<Thing>(things: readonly Thing[]): Generator<readonly Thing[]> {
  let parcel: Thing[] = []
  let letters = 0
  for (const thing of things) {
    parcel.push(thing)
    letters += lettersIn(thing)
    if (letters < parcelLetters) continue
    yield parcel
    parcel = []
    letters = 0
  }
  if (parcel.length > 0) yield parcel
}

/** How much a value weighs: its text, and a little for every value in it. */
function lettersIn(value: unknown): number {
  if (typeof value === 'string') return value.length + 16
  if (typeof value !== 'object' || value === null) return 16
  let letters = 16
  for (const part of Object.values(value)) letters += lettersIn(part)
  return letters
}
