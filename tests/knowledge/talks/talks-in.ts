import { parsePost } from '../../../src/knowledge/post.js'

/** The talks of a post as `title | speakers | slides and videos`. */
export function talksIn(text: string, links?: string): string[] {
  return meetupsIn(text, links).flatMap(({ talks }) => talks)
}

/** The meetups of a post with their talks, those without any included. */
export function meetupsIn(text: string, links?: string): { title: string; date: string; talks: string[] }[] {
  const { meetups } = parsePost(text, 'post.md', links ? { links } : {})
  return meetups.map(({ meetup, sessions }) => ({
    title: meetup.title,
    date: meetup.date,
    talks: sessions
      .filter(({ kind }) => kind === 'talk')
      .map(({ title, speakers, slides, videos }) =>
        [
          title,
          speakers.map(({ name }) => name).join(', '),
          [...slides, ...videos].map(({ url }) => url).join(' '),
        ].join(' | '),
      ),
  }))
}
