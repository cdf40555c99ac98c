import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { DrawnChat, DrawnMessage, Person, PressRequest } from '../../wire.js'
import { press } from '../api.js'
import { DiscordMessage } from '../discord/discord-message.js'
import { SlackMessage } from '../slack/slack-message.js'
import { useWords } from '../words.js'

const titles: Readonly<Record<DrawnChat, string>> = { slack: 'Slack', discord: 'Discord' }

/** Messages that belong to one reply, and what they answer. */
interface Turn {
  readonly id: number
  readonly posts: readonly DrawnMessage[]
  readonly origin: PressRequest['origin']
}

interface ThreadProps {
  readonly chat: DrawnChat
  readonly question: string
  readonly posts: readonly DrawnMessage[]
  readonly person: Person
  readonly onGone: () => void
}

/** A chat from a question on: its reply, and what pressed buttons make of it. */
export function Thread({ chat, question, posts, person, onGone }: ThreadProps): JSX.Element {
  const words = useWords()
  const [turns, setTurns] = useState<readonly Turn[]>([])
  useEffect(() => {
    setTurns([{ id: 0, posts: posts.filter((post) => post.chat === chat), origin: { words: question } }])
  }, [posts, chat, question])

  const onPress = (turn: Turn) => async (code: string) => {
    try {
      const { instead, added } = await press({ chat, code, origin: turn.origin, person })
      setTurns((before) => [
        ...before.flatMap((each) => (each.id === turn.id ? replaced(each, instead, code) : [each])),
        ...(added.length > 0 ? [{ id: nextId(before), posts: added, origin: { code } }] : []),
      ])
    } catch {
      onGone()
    }
  }
  return (
    <section class={`chat ${chat}`} aria-label={titles[chat]}>
      <h2>{titles[chat]}</h2>
      <div class="thread" role="log" aria-live="polite">
        <p class="asked">
          <b>{words.you}</b> {question}
        </p>
        {turns.map((turn) =>
          turn.posts.map((post, at) => (
            <Message key={`${turn.id}-${at}`} post={post} onPress={onPress(turn)} />
          )),
        )}
      </div>
    </section>
  )
}

/** One message, as its chat draws it. */
export function Message({
  post,
  onPress,
}: {
  readonly post: DrawnMessage
  readonly onPress: (code: string) => void
}): JSX.Element {
  return post.chat === 'slack' ? (
    <SlackMessage post={post} onPress={onPress} />
  ) : (
    <DiscordMessage post={post} onPress={onPress} />
  )
}

/** A turned page answers the button that turned it; thanks for a vote answer what was answered before. */
function replaced(turn: Turn, instead: readonly DrawnMessage[] | undefined, code: string): readonly Turn[] {
  if (!instead) return [turn]
  if (instead.length === 0) return []
  return [{ ...turn, posts: instead, origin: isPage(code) ? { code } : turn.origin }]
}

function isPage(code: string): boolean {
  return /^\w+:page:/u.test(code)
}

function nextId(turns: readonly Turn[]): number {
  return Math.max(0, ...turns.map(({ id }) => id)) + 1
}
