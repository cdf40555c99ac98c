import type { JSX } from 'preact'
import { useContext, useId, useState } from 'preact/hooks'
import type { CommandForm as Form } from '../../wire.js'
import { LocaleContext, useWords } from '../words.js'
import { Combobox } from './combobox.js'

const filterNames = ['meetup', 'speaker', 'tag'] as const

interface CommandFormProps {
  readonly forms: readonly Form[]
  readonly onAsk: (question: string) => void
}

/** A command with its options, as Discord's form has them; it is asked as the words that say the same. */
export function CommandForm({ forms, onAsk }: CommandFormProps): JSX.Element {
  const words = useWords()
  const locale = useContext(LocaleContext)
  const id = useId()
  const [name, setName] = useState(forms[0]?.name ?? 'session')
  const [argument, setArgument] = useState('')
  const [filters, setFilters] = useState<Readonly<Record<(typeof filterNames)[number], string>>>({
    meetup: '',
    speaker: '',
    tag: '',
  })
  const [isPublic, setPublic] = useState(false)
  const form = forms.find((each) => each.name === name)
  const typed = wordsOf(name, form?.argument ? argument : '', form?.hasFilters ? filters : {}, isPublic)
  return (
    <details class="command-form">
      <summary>{words.compose}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onAsk(typed)
        }}
      >
        <div class="field">
          <label for={`${id}-command`}>{words.command}</label>
          <select
            id={`${id}-command`}
            value={name}
            onChange={(event) => setName(forms[event.currentTarget.selectedIndex]?.name ?? name)}
          >
            {forms.map((each) => (
              <option key={each.name} value={each.name}>
                {each.name} – {each.description[locale]}
              </option>
            ))}
          </select>
        </div>
        {form?.argument && (
          <Combobox
            label={form.argument.description[locale]}
            field={form.argument.suggest}
            value={argument}
            onType={setArgument}
          />
        )}
        {form?.hasFilters &&
          filterNames.map((filter) => (
            <Combobox
              key={filter}
              label={words.filters[filter]}
              field={filter}
              value={filters[filter]}
              onType={(value) => setFilters({ ...filters, [filter]: value })}
            />
          ))}
        <label class="check">
          <input type="checkbox" checked={isPublic} onChange={() => setPublic(!isPublic)} />
          {words.publicly}
        </label>
        <p>
          <code>{typed}</code>
        </p>
        <button type="submit" class="plain">
          {words.fill}
        </button>
      </form>
    </details>
  )
}

/** `session kubernetes meetup:"DevOps 2019" public:yes` */
function wordsOf(
  name: string,
  argument: string,
  filters: Readonly<Record<string, string>>,
  isPublic: boolean,
): string {
  const narrowed = Object.entries(filters)
    .filter(([, value]) => value.trim() !== '')
    .map(([filter, value]) => `${filter}:"${value.trim().replaceAll('"', '')}"`)
  return [name, argument.trim(), ...narrowed, ...(isPublic ? ['public:yes'] : [])].filter(Boolean).join(' ')
}
