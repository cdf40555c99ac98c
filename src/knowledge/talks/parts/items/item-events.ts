import { bareTitle } from '../../../facts/bare-title.js'
import { findDate } from '../../../facts/dates.js'
import { sectionKind } from '../../../facts/section-names.js'
import type { Line } from '../../../tree/line.js'
import { isOnlyDate, namesEdition } from '../../evidence/editions.js'

/** An item over talks that says of which event: `2016-07-22: Conf 2016`, `12th meetup`; a year alone stands over events. */
export function isEvent({ text }: Line): boolean {
  const title = bareTitle(text)
  const isYear = findDate(title).length < 7 && /^\D*(?:19|20)\d\d\s?년?\D*$/.test(title)
  return namesEdition(text) && sectionKind(title) === 'open' && !isYear
}

/** `2016-07-22 - 2016-07-24: Conf` is `Conf`. */
export function withoutDates(text: string): string {
  return text.replace(/^(?:[\d\s./~–-]{8,})[\s:：|–-]*/, '')
}

/** An item that is an event, as the heading of a meetup: its name, and its date behind it. */
export function headingOf(item: Line): Line {
  const name = withoutDates(item.text)
  return {
    ...item,
    kind: 'heading',
    text:
      /\p{L}{2}/u.test(name) && !isOnlyDate(name)
        ? `${name} (${findDate(item.text)})`.replace(' ()', '')
        : item.text,
  }
}
