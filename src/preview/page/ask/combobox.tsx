import type { JSX } from 'preact'
import { useEffect, useId, useState } from 'preact/hooks'
import type { Completions } from '../../wire.js'
import { suggest } from '../api.js'
import { useWords } from '../words.js'

interface ComboboxProps {
  readonly label: string
  /** What completes it; nothing when absent. */
  readonly field?: 'session' | 'speaker' | 'meetup' | 'tag' | undefined
  readonly value: string
  readonly onType: (value: string) => void
  /** Called when a completion is chosen, after `onType`. */
  readonly onChoose?: (value: string) => void
  readonly placeholder?: string
}

/** A text field with completions (WAI-ARIA practices: "Editable Combobox With List Autocomplete"). */
export function Combobox(props: ComboboxProps): JSX.Element {
  const { label, field, value, onType, onChoose, placeholder } = props
  const id = useId()
  const words = useWords()
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const completions = useCompletions(field, value, isOpen)
  const shown = isOpen ? completions : []

  const choose = (at: number) => {
    const chosen = shown[at]
    if (!chosen) return
    onType(chosen.value)
    onChoose?.(chosen.value)
    setOpen(false)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // While Hangul is being composed, keys belong to the input method.
    if (event.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setOpen(true)
      setActive((at) => step(at, event.key === 'ArrowDown' ? 1 : -1, shown.length))
    } else if (event.key === 'Enter' && shown[active]) {
      event.preventDefault()
      choose(active)
    } else if (event.key === 'Enter' || event.key === 'Escape') {
      setOpen(false)
    }
  }
  return (
    <div class="combobox">
      <label for={`${id}-field`}>{label}</label>
      <input
        id={`${id}-field`}
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        aria-autocomplete="list"
        aria-expanded={shown.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={shown[active] ? `${id}-${active}` : undefined}
        value={value}
        placeholder={placeholder}
        onInput={(event) => {
          onType(event.currentTarget.value)
          setActive(-1)
          setOpen(true)
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setOpen(false)}
      />
      <div
        id={`${id}-list`}
        class="completions"
        role="listbox"
        aria-label={words.completions}
        hidden={shown.length === 0}
      >
        {shown.map(({ label: text, value: own }, at) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus, as the pattern wants it
          <div
            key={own}
            id={`${id}-${at}`}
            role="option"
            aria-selected={at === active}
            onPointerDown={(event) => {
              event.preventDefault()
              choose(at)
            }}
          >
            {text}
          </div>
        ))}
      </div>
    </div>
  )
}

/** One further or back, and around by way of none. */
function step(at: number, by: 1 | -1, count: number): number {
  return ((at + 1 + by + count + 1) % (count + 1)) - 1
}

function useCompletions(field: ComboboxProps['field'], typed: string, isOpen: boolean): Completions {
  const [completions, setCompletions] = useState<Completions>([])
  useEffect(() => {
    if (!isOpen || !field) return setCompletions([])
    let isCurrent = true
    suggest(field, typed).then((found) => isCurrent && setCompletions(found))
    return () => {
      isCurrent = false
    }
  }, [field, typed, isOpen])
  return completions
}
