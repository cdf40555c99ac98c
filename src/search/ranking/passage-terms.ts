import type { Passage } from '../../knowledge/session.js'
import { termsOf } from '../text/terms.js'
import { MOST_REMEMBERED_PASSAGES } from '../tuning.js'

/** The terms of a passage. */
export interface TermsOfPassage {
  readonly own: ReadonlySet<string>
  /** Those of the headings above. */
  readonly above: readonly string[]
}

/** The terms of passages that were read last: reading one takes longer than finding it. */
export class PassageTerms {
  readonly #remembered = new Map<Passage, TermsOfPassage>()

  of(passage: Passage): TermsOfPassage {
    const known = this.#remembered.get(passage)
    if (known) return known
    const own = new Set(termsOf(passage.text).map((term) => term.text))
    const above = passage.path.flatMap((heading) => termsOf(heading).map((term) => term.text))
    const terms = { own, above }
    if (this.#remembered.size >= MOST_REMEMBERED_PASSAGES) this.#remembered.clear()
    this.#remembered.set(passage, terms)
    return terms
  }
}
