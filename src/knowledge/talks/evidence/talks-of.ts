import { onlyPeople } from '../../people/people.js'

const TALKS = '(?:talks?|sessions?|presentations?|videos?|slides?|workshops?|keynotes?|lectures?)'
const BEHIND = new RegExp(`^${TALKS}\\s(?:(?:given|held|presented)\\s)?(?:by|of|from)\\s(.{2,60})$`, 'iu')
const BEFORE = new RegExp(
  `^(.{2,40}?)(?:['’]s|님의|의)\\s(?:${TALKS}|발표|세션|강연|강의|영상|자료)(?:들|\\s?(?:자료|영상|목록|모음))?$`,
  'iu',
)

/** Who gave all the talks below a heading: `Talks by Jane Doe`, `홍길동님의 발표`; empty where it names nobody. */
export function speakerOfAll(heading: string): string {
  const plain = heading.replace(/[<>]/g, ' ').trim()
  const people = (BEHIND.exec(plain) ?? BEFORE.exec(plain))?.[1]?.trim() ?? ''
  return people !== '' && onlyPeople(people) ? people : ''
}
