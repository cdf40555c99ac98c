import type { JSX } from 'preact'
import { useId, useState } from 'preact/hooks'
import type { TipCalendar, TipDay } from '../wire.js'
import { useLoaded } from './api.js'
import type { ViewProps } from './app.js'
import { Message } from './ask/thread.js'
import { Choice } from './choice.js'
import { choices, type Settings, writeSettings } from './settings.js'
import { Empty, WhenThere } from './states.js'
import { useWords } from './words.js'

/** The tips of the next 30 days of a channel, each as the card it will be. */
export function TipsView({ setup, settings, change, changes }: ViewProps): JSX.Element {
  const words = useWords()
  const { channel, locale } = settings
  const path = `/api/tips?${new URLSearchParams({ channel, locale })}`
  const calendar = useLoaded<TipCalendar>(path, changes)
  const onPress = (code: string) => {
    const question = /^\w+:ask:(.*)$/u.exec(code)?.[1]
    if (question) location.hash = writeSettings({ ...settings, view: 'ask', question })
  }
  return (
    <>
      <div class="settings">
        <ChannelField
          channels={setup.channels}
          channel={channel}
          onShow={(next) => change({ channel: next })}
        />
        <Choice
          label={words.drawnAs}
          choices={choices.chat}
          names={{ slack: 'Slack', discord: 'Discord' }}
          value={settings.chat}
          onChoose={(chat) => change({ chat })}
        />
      </div>
      <WhenThere loaded={calendar}>
        {({ pool, days }) => (
          <>
            <p>{words.poolSize(pool)}</p>
            {days.length === 0 && <Empty>{words.notAChannel}</Empty>}
            {days.length > 0 && pool === 0 && <Empty>{words.noTips}</Empty>}
            {pool > 0 && (
              <ol class="calendar">
                {days.map((day) => (
                  <Day key={day.at} day={day} settings={settings} onPress={onPress} />
                ))}
              </ol>
            )}
          </>
        )}
      </WhenThere>
    </>
  )
}

interface DayProps {
  readonly day: TipDay
  readonly settings: Settings
  readonly onPress: (code: string) => void
}

function Day({ day, settings, onPress }: DayProps): JSX.Element {
  const { chat, locale } = settings
  const weekday = new Date(`${day.at.slice(0, 10)}T12:00:00Z`).toLocaleDateString(locale, {
    weekday: 'short',
    timeZone: 'UTC',
  })
  return (
    <li>
      <h2>
        {day.at.slice(0, 10)} <span>{weekday}</span> {day.at.slice(11)} <small>{day.zone}</small>
      </h2>
      <div class={`chat ${chat}`}>
        {day.posts
          .filter((post) => post.chat === chat)
          .map((post) => (
            <Message key={day.at} post={post} onPress={onPress} />
          ))}
      </div>
    </li>
  )
}

interface ChannelFieldProps {
  readonly channels: readonly string[]
  readonly channel: string
  readonly onShow: (channel: string) => void
}

/** The channels that get tips, and any other one by its id. */
function ChannelField({ channels, channel, onShow }: ChannelFieldProps): JSX.Element {
  const words = useWords()
  const id = useId()
  const [typed, setTyped] = useState('')
  const all = [...new Set(['pool', ...channels, channel])]
  return (
    <form
      class="channel"
      onSubmit={(event) => {
        event.preventDefault()
        if (typed.trim()) onShow(typed.trim())
      }}
    >
      <div class="field">
        <label for={`${id}-channel`}>{words.tipsFor}</label>
        <select id={`${id}-channel`} value={channel} onChange={(event) => onShow(event.currentTarget.value)}>
          {all.map((each) => (
            <option key={each} value={each}>
              {each === 'pool' ? words.pool : each}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for={`${id}-other`}>{words.otherChannel}</label>
        <input
          id={`${id}-other`}
          type="text"
          placeholder="slack:C0123456789"
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </div>
      <button type="submit" class="plain">
        {words.show}
      </button>
    </form>
  )
}
