import { bareTitle } from '../../../facts/bare-title.js'
import { sectionKind } from '../../../facts/section-names.js'
import type { Line } from '../../../tree/line.js'
import { isOnlyDate, namesEdition, tellsOfMeeting } from '../../evidence/editions.js'
import { labelledTitle } from '../../evidence/title-below.js'
import { createTitleFinder } from '../../join/same-title.js'
import { LIKELY, STRONG, USUAL_SHARE } from '../../tuning.js'
import { type Context, merged, type PartList } from '../part-list.js'
import { isDatedTalk, listOf } from './heading-part.js'
import { announcedBySiblings, profilesOf } from './profiles.js'
import { holdMeetups, isOwnEvent, standElsewhere, tellsTalks } from './rank.js'

/**
 * Decides of the headings of one rank together which are talks, which hold some, and which are neither. `above` is what
 * the lines above them hold.
 */
export function partsInHeadings(written: readonly Line[], context: Context, above: PartList): PartList {
  const headings = belowEvents(written)
  const profiles = announcedBySiblings(profilesOf(headings, context), context)
  const open = profiles.filter(({ role }) => role === 'open')
  const likely = profiles.filter(
    ({ role, evidence }) => role === 'talk' || (role === 'open' && evidence.score >= LIKELY),
  )
  const all = open.length + profiles.filter(({ role }) => role === 'talk').length
  // Where the author marks talks by a label, the others are none.
  const labelled = open.filter(({ line }) => (labelledTitle(line)?.line.links.length ?? 0) > 0)
  const isUsual = (likely.length >= 3 && likely.length >= all * USUAL_SHARE) || labelled.length >= 2
  const areNamed = profiles.some(({ evidence }) => evidence.score >= STRONG)
  const groups = profiles.filter(({ role }) => role === 'group')
  const areMeetups = holdMeetups(groups, context)
  const lists = [above, ...groups.map(({ inside }) => inside)]
  const isTold = createTitleFinder(lists.flatMap(titlesOf))
  const areElsewhere = standElsewhere(profiles, lists)
  const dated = profiles.filter((profile) => profile.role === 'open' && isDatedTalk(profile))
  const areDatedTalks = dated.length > 2 && dated.length * 2 >= profiles.length
  const isStory = !tellsTalks(profiles, lists, context)
  const found = profiles.map((profile, index) =>
    listOf(
      profile,
      {
        isUsual,
        areNamed,
        areMeetups,
        isOwn: profile.role === 'group' && isOwnEvent(profile, context),
        areDatedTalks,
        areElsewhere: areElsewhere && isTold(profile.split.title) === undefined,
        isStory,
      },
      profiles[index - 1],
      profiles[index + 1],
    ),
  )
  return merged(found)
}

/** Puts below a heading that is an event or a date, with nothing below it, the headings of its own rank that follow. */
function belowEvents(headings: readonly Line[]): readonly Line[] {
  const isOver = (line: Line) =>
    line.children.length === 0 &&
    namesEdition(line.text) &&
    (isOnlyDate(bareTitle(line.text)) || tellsOfMeeting(line.text))
  if (!headings.some((line, index) => isOver(line) && index + 1 < headings.length)) return headings
  const put: Line[] = []
  let open: Line | undefined
  for (const line of headings) {
    if (isOver(line)) {
      open = { ...line, children: [] }
      put.push(open)
    } else if (open && !namesEdition(line.text) && sectionKind(bareTitle(line.text)) === 'open')
      open.children.push(line)
    else {
      open = undefined
      put.push(line)
    }
  }
  return put
}

function titlesOf({ parts, meetups }: PartList): string[] {
  return [...parts.map(({ split }) => split.title), ...meetups.flatMap(({ list }) => titlesOf(list))]
}
