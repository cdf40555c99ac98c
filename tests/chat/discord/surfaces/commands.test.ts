import { describe, expect, it } from 'vitest'
import { commands } from '../../../../src/answer/commands.js'
import { registration } from '../../../../src/chat/discord/surfaces/commands.js'
import { readForm, readTyping } from '../../../../src/chat/discord/surfaces/form.js'
import { sameCommands } from '../../../../src/chat/discord/wire/registration.js'
import { commandProblems } from '../../../wire/discord/command-rules.js'

describe('registration', () => {
  it('is what Discord takes, everywhere and in one server', () => {
    expect(commandProblems(registration('devops', 'global'), false)).toEqual([])
    expect(commandProblems(registration('devops', 'guild'), true)).toEqual([])
  })

  it('has every command of the table, those of organisers in a command that members do not see', () => {
    const [all, organisers] = registration('devops', 'global')
    expect(namesIn(all)).toEqual(commands.filter(({ who }) => who === 'anyone').map(({ name }) => name))
    expect(namesIn(organisers)).toEqual(['tips', 'gaps'])
    expect(all).not.toHaveProperty('default_member_permissions')
    expect(organisers).toMatchObject({ name: 'devops-admin', default_member_permissions: '32' })
  })

  it("keeps the organisers' command within the length of a name", () => {
    const [, organisers] = registration('d'.repeat(32), 'global')
    expect(organisers?.name).toBe(`${'d'.repeat(26)}-admin`)
  })

  it('works everywhere for everybody, and for organisers where the bot is itself', () => {
    const everywhere = { contexts: [0, 1, 2], integration_types: [0, 1] }
    const where = registration('devops', 'global').map((command) => JSON.parse(JSON.stringify(command)))
    expect(where).toMatchObject([everywhere, { contexts: [0, 1], integration_types: [0] }, everywhere])
  })

  it('asks for words, filters and who may see the answer', () => {
    expect(JSON.parse(JSON.stringify(registration('devops', 'global')[0])).options[0]).toMatchObject({
      name: 'session',
      description_localizations: { ko: '발표 찾기: 요약과 슬라이드' },
      options: [
        { name: 'query', required: true, autocomplete: true },
        { name: 'meetup', autocomplete: true },
        { name: 'speaker', autocomplete: true },
        { name: 'tag', autocomplete: true },
        { name: 'public', choices: [{ value: 'yes' }, { value: 'no' }] },
      ],
    })
  })
})

function namesIn(command: object | undefined): readonly string[] {
  const { options } = JSON.parse(JSON.stringify(command)) as { options: readonly { name: string }[] }
  return options.map(({ name }) => name)
}

describe('sameCommands', () => {
  const wanted = registration('devops', 'global')

  it('looks past contexts in a server', () => {
    expect(sameCommands(wanted, registration('devops', 'guild'), 'guild')).toBe(true)
    expect(sameCommands(wanted, registration('devops', 'guild'), 'global')).toBe(false)
  })

  it.each([
    ['nothing', undefined],
    ['one command less', wanted.slice(1)],
    ['rights that somebody set', wanted.map((one) => ({ ...one, default_member_permissions: '0' }))],
    ['another language', wanted.map((one) => ({ ...one, name_localizations: { ja: 'x' } }))],
  ])('sees %s', (_what, registered) => {
    expect(sameCommands(registered, wanted, 'global')).toBe(false)
  })
})

describe('a form', () => {
  const form = (name: string, options: object[]) => ({ options: [{ type: 1, name, options }] }) as never

  it('is read as a question', () => {
    const options = [
      { type: 3, name: 'query', value: 'monitoring' },
      { type: 3, name: 'meetup', value: ' 2019 ' },
      { type: 3, name: 'public', value: 'yes' },
    ]
    expect(readForm(form('session', options))).toEqual({
      command: 'session',
      words: 'monitoring',
      filters: { meetup: '2019' },
      public: true,
    })
  })

  it("takes a list's meetup for its argument, not for a filter", () => {
    expect(readForm(form('sessions', [{ type: 3, name: 'meetup', value: '2019' }]))).toEqual({
      command: 'sessions',
      words: '2019',
      filters: {},
      public: false,
    })
  })

  it('of a command that is no more is none', () => {
    expect(readForm(form('gone', []))).toBeUndefined()
  })

  it('being typed tells the field, and the filters beside it', () => {
    const options = [
      { type: 3, name: 'speaker', value: '김진웅' },
      { type: 3, name: 'query', value: 'ope', focused: true },
    ]
    expect(readTyping(form('session', options))).toEqual({
      field: 'session',
      typed: 'ope',
      filters: { speaker: '김진웅' },
    })
    const filter = [{ type: 3, name: 'speaker', value: '김', focused: true }]
    expect(readTyping(form('session', filter))).toEqual({ field: 'speaker', typed: '김', filters: {} })
  })

  it('with nothing to complete completes nothing', () => {
    expect(
      readTyping(form('tips', [{ type: 3, name: 'setting', value: 'o', focused: true }])),
    ).toBeUndefined()
  })
})
