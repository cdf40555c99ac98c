import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import type { Setup } from '../wire.js'
import { useChanges, useLoaded } from './api.js'
import { AskView } from './ask/ask-view.js'
import { Choice } from './choice.js'
import { GapsView } from './gaps-view.js'
import { NotesView } from './notes-view.js'
import { type ChangeSettings, choices, type Settings, useSettings, writeSettings } from './settings.js'
import { Gone, Loading } from './states.js'
import { TipsView } from './tips-view.js'
import { LocaleContext, pageWordsIn, useWords } from './words.js'

/** The whole page. */
export function App(): JSX.Element {
  const changes = useChanges()
  const setup = useLoaded<Setup>('/api/setup', changes)
  const usual = setup.state === 'there' ? setup.data.locale : 'ko'
  const [settings, change] = useSettings(usual)
  const words = pageWordsIn(settings.locale)
  useEffect(() => {
    document.documentElement.lang = settings.locale
    document.documentElement.dataset.theme = settings.theme
    document.title = `${words.views[settings.view]} – ${words.page}`
  }, [settings.locale, settings.theme, settings.view, words])
  return (
    <LocaleContext.Provider value={settings.locale}>
      <Header settings={settings} change={change} />
      <main>
        {setup.state === 'loading' && <Loading />}
        {setup.state === 'gone' && <Gone />}
        {setup.state === 'there' && (
          <CurrentView setup={setup.data} settings={settings} change={change} changes={changes} />
        )}
      </main>
      <p class="unseen" role="status">
        {changes > 0 ? words.refreshed : ''}
      </p>
    </LocaleContext.Provider>
  )
}

/** What every view is given. */
export interface ViewProps {
  readonly setup: Setup
  readonly settings: Settings
  readonly change: ChangeSettings
  /** Counts the changes of the notes. */
  readonly changes: number
}

function CurrentView(view: ViewProps): JSX.Element {
  switch (view.settings.view) {
    case 'ask':
      return <AskView {...view} />
    case 'notes':
      return <NotesView {...view} />
    case 'tips':
      return <TipsView {...view} />
    case 'gaps':
      return <GapsView {...view} />
  }
}

function Header({ settings, change }: Pick<ViewProps, 'settings' | 'change'>): JSX.Element {
  const words = useWords()
  return (
    <header>
      <h1>
        meetup-bot <span>{words.page}</span>
      </h1>
      <nav aria-label={words.viewsLabel}>
        {choices.view.map((view) => (
          <a
            key={view}
            href={`#${writeSettings({ ...settings, view })}`}
            aria-current={view === settings.view ? 'page' : undefined}
          >
            {words.views[view]}
          </a>
        ))}
      </nav>
      <div class="settings">
        <Choice
          label={words.language}
          choices={choices.locale}
          names={{ ko: '한국어', en: 'English' }}
          value={settings.locale}
          onChoose={(locale) => change({ locale })}
        />
        <Choice
          label={words.theme}
          choices={choices.theme}
          names={words.themes}
          value={settings.theme}
          onChoose={(theme) => change({ theme })}
        />
      </div>
    </header>
  )
}
