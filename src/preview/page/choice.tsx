import type { JSX } from 'preact'
import { useId } from 'preact/hooks'

interface ChoiceProps<Value extends string> {
  readonly label: string
  readonly choices: readonly Value[]
  readonly names: Readonly<Record<Value, string>>
  readonly value: Value
  readonly onChoose: (value: Value) => void
}

/** A few choices of which one holds, all of them in sight. */
export function Choice<Value extends string>(props: ChoiceProps<Value>): JSX.Element {
  const { label, choices, names, value, onChoose } = props
  const group = useId()
  return (
    <fieldset class="choice">
      <legend>{label}</legend>
      {choices.map((choice) => (
        <label key={choice}>
          <input type="radio" name={group} checked={choice === value} onChange={() => onChoose(choice)} />
          <span>{names[choice]}</span>
        </label>
      ))}
    </fieldset>
  )
}
