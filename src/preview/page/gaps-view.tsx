import type { JSX } from 'preact'
import type { GapsReply } from '../wire.js'
import { useLoaded } from './api.js'
import type { ViewProps } from './app.js'
import { writeSettings } from './settings.js'
import { Empty, WhenThere } from './states.js'
import { useWords } from './words.js'

/** Questions that found no answer, where a database keeps them. */
export function GapsView({ settings, changes }: ViewProps): JSX.Element {
  const loaded = useLoaded<GapsReply>('/api/gaps', changes)
  const askAgain = (question: string) => `#${writeSettings({ ...settings, view: 'ask', question })}`
  return <WhenThere loaded={loaded}>{(reply) => <Reply reply={reply} askAgain={askAgain} />}</WhenThere>
}

interface ReplyProps {
  readonly reply: GapsReply
  readonly askAgain: (question: string) => string
}

function Reply({ reply, askAgain }: ReplyProps): JSX.Element {
  const words = useWords()
  if (reply.kind === 'unknown') {
    return <Empty>{reply.why === 'off' ? words.gapsOff : words.gapsNoStore}</Empty>
  }
  if (reply.kind === 'away') {
    return (
      <Empty>
        {words.gapsAway} {reply.message}
      </Empty>
    )
  }
  const { question, count, nearest, last, votes } = words.gapColumns
  return (
    <>
      <p>{words.gapsIntro(reply.days, reply.asked)}</p>
      {reply.gaps.length === 0 ? (
        <Empty>{words.noGaps}</Empty>
      ) : (
        <div class="scroll">
          <table>
            <thead>
              <tr>
                {[question, count, nearest, last, votes].map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {reply.gaps.map((gap) => (
                <tr key={gap.question}>
                  <td>
                    <a href={askAgain(gap.question)}>{gap.question}</a>
                  </td>
                  <td class="number">{gap.count}</td>
                  <td>{gap.nearest || words.none}</td>
                  <td>{gap.lastAsked}</td>
                  <td>{gap.up + gap.down > 0 ? words.votes(gap.up, gap.down) : ''}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}
