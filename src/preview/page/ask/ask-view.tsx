import type { JSX } from 'preact'
import { useEffect, useMemo, useState } from 'preact/hooks'
import type { AskedAnswer, Person } from '../../wire.js'
import { ask, type Loaded } from '../api.js'
import type { ViewProps } from '../app.js'
import { Choice } from '../choice.js'
import { choices, type Settings } from '../settings.js'
import { Empty, WhenThere } from '../states.js'
import { useWords } from '../words.js'
import { Combobox } from './combobox.js'
import { CommandForm } from './command-form.js'
import { SearchTable } from './search-table.js'
import { Thread } from './thread.js'

/** A question, its answer in both chats, and how it was found. */
export function AskView({ setup, settings, change, changes }: ViewProps): JSX.Element {
  const words = useWords()
  const examples = setup.examples[settings.locale]
  const question = settings.question || examples[0] || ''
  const person = usePerson(settings)
  const [typed, setTyped] = useState(question)
  useEffect(() => setTyped(question), [question])
  const [answer, lose] = useAnswer(question, person, changes)
  const onAsk = (next: string) => change({ question: next.trim() })
  return (
    <>
      <form
        class="question"
        onSubmit={(event) => {
          event.preventDefault()
          onAsk(typed)
        }}
      >
        <Combobox label={words.question} field="session" value={typed} onType={setTyped} onChoose={onAsk} />
        <button type="submit" class="primary">
          {words.ask}
        </button>
      </form>
      <Examples examples={examples} onAsk={onAsk} />
      <div class="settings">
        <Choice
          label={words.person}
          choices={choices.person}
          names={words.people}
          value={settings.person}
          onChoose={(who) => change({ person: who })}
        />
        <Choice
          label={words.place}
          choices={choices.place}
          names={words.places}
          value={settings.place}
          onChoose={(place) => change({ place })}
        />
        <div class="wide-only">
          <Choice
            label={words.width}
            choices={choices.width}
            names={words.widths}
            value={settings.width}
            onChoose={(width) => change({ width })}
          />
        </div>
      </div>
      <CommandForm forms={setup.commands} onAsk={onAsk} />
      {question === '' ? (
        <Empty>{words.noAnswerYet}</Empty>
      ) : (
        <WhenThere loaded={answer}>
          {({ posts, search }) => (
            <>
              <div class={`chats ${settings.width}`}>
                <Thread chat="slack" question={question} posts={posts} person={person} onGone={lose} />
                <Thread chat="discord" question={question} posts={posts} person={person} onGone={lose} />
              </div>
              <SearchTable search={search} />
            </>
          )}
        </WhenThere>
      )}
    </>
  )
}

function Examples({
  examples,
  onAsk,
}: {
  readonly examples: readonly string[]
  readonly onAsk: (question: string) => void
}): JSX.Element {
  const words = useWords()
  return (
    <ul class="examples" aria-label={words.examples}>
      {[...examples, 'sessions', 'help'].map((example) => (
        <li key={example}>
          <button type="button" class="chip" onClick={() => onAsk(example)}>
            {example}
          </button>
        </li>
      ))}
    </ul>
  )
}

function usePerson({ locale, person, place }: Settings): Person {
  return useMemo(
    () => ({ locale, isOrganiser: person === 'organiser', isPublic: place === 'public' }),
    [locale, person, place],
  )
}

/** The answer to a question, asked again when the notes have changed, and how to say that the server is gone. */
function useAnswer(
  question: string,
  person: Person,
  changes: number,
): readonly [Loaded<AskedAnswer>, () => void] {
  const [answer, setAnswer] = useState<Loaded<AskedAnswer>>({ state: 'loading' })
  useEffect(() => {
    if (question === '') return
    let isCurrent = true
    ask({ question, person }).then(
      (data) => isCurrent && setAnswer({ state: 'there', data }),
      () => isCurrent && setAnswer({ state: 'gone' }),
    )
    return () => {
      isCurrent = false
    }
  }, [question, person, changes])
  return [answer, () => setAnswer({ state: 'gone' })]
}
