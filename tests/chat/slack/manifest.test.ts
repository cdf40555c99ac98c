import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findTalks } from '../../../src/answer/commands.js'
import { limits } from '../../../src/chat/slack/limits.js'
import {
  askShortcutId,
  findTalksId,
  manifestFor,
  manifestLink,
  neededScopes,
} from '../../../src/chat/slack/manifest.js'
import manifest from '../../../src/chat/slack/manifest.json' with { type: 'json' }
import { scopesOf, scopesOfEvents } from '../../wire/slack/scopes.js'

const folder = join(import.meta.dirname, '../../../src/chat/slack')
const code = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(join(folder, file), 'utf8'))
  .join('\n')

/** `web.checks.users.info(` and the like. */
const methodsCalled = [...code.matchAll(/client\.(\w+\.\w+)\(/gu)].map((found) => found[1] ?? '')
const eventsHeard = [...code.matchAll(/app\.event\('(\w+)'/gu)].map((found) => found[1] ?? '')

describe('the manifest', () => {
  it('asks for the scopes of what the code calls and hears, and for no others', () => {
    const ofMethods = methodsCalled.flatMap((method) => Object.values(scopesOf[method] ?? [`of ${method}`]))
    const ofEvents = manifest.settings.event_subscriptions.bot_events.flatMap(
      (event) => scopesOfEvents[event] ?? [`of ${event}`],
    )
    // Slash command and shortcut; posting in public channels that the bot has not joined.
    const needed = new Set([...ofMethods, ...ofEvents, 'commands', 'chat:write.public'])
    expect([...neededScopes].sort()).toEqual([...needed].sort())
  })

  it('subscribes to the events that the code listens to', () => {
    const subscribed = manifest.settings.event_subscriptions.bot_events.map((event) => event.split('.')[0])
    expect([...new Set(subscribed)].sort()).toEqual([...new Set(eventsHeard)].sort())
  })

  it('names the shortcuts as everywhere, with the ids that the code listens to', () => {
    expect(manifest.features.shortcuts).toMatchObject([
      { name: `${findTalks.ko} / ${findTalks.en}`, callback_id: findTalksId, type: 'message' },
      { callback_id: askShortcutId, type: 'global' },
    ])
    for (const { name } of manifest.features.shortcuts)
      expect(name.length).toBeLessThanOrEqual(limits.shortcutName)
  })

  it('makes an agent of the app where that is asked for, and only there', () => {
    expect(manifestFor({ command: '/devops' })).not.toHaveProperty('features.agent_view')
    expect(manifestFor({ command: '/devops', prompts: ['쿠버네티스'] })).toMatchObject({
      features: { agent_view: { suggested_prompts: [{ title: '쿠버네티스', message: '쿠버네티스' }] } },
      oauth_config: { scopes: { bot: expect.arrayContaining(['assistant:write', 'chat:write']) } },
    })
  })

  it('turns on what the bot lives on', () => {
    expect(manifest.features.app_home).toEqual({
      home_tab_enabled: true,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    })
    expect(manifest.settings.interactivity).toEqual({ is_enabled: true })
    expect(manifest.settings.socket_mode_enabled).toBe(true)
  })

  it("keeps to Slack's lengths", () => {
    const { name, description, long_description } = manifest.display_information
    expect(name.length).toBeLessThanOrEqual(35)
    expect(description.length).toBeLessThanOrEqual(140)
    expect(long_description.length).toBeGreaterThanOrEqual(174)
    expect(long_description.length).toBeLessThanOrEqual(4000)
  })

  it('is explained to administrators, scope by scope', () => {
    const page = readFileSync(join(import.meta.dirname, '../../../docs/slack.md'), 'utf8')
    const table = page.slice(page.indexOf('## Scopes'), page.indexOf('## What is stored'))
    const named = [...table.matchAll(/`([a-z_.]+(?::[a-z.]+)?)`(?=[^|]*\|[^|]+\|)/gu)].map(
      (found) => found[1],
    )
    expect(named.filter((scope) => scope !== 'tips on').sort()).toEqual([...neededScopes].sort())
  })

  it.each(['slack.md', 'ko/slack.md'])('is filled in by the link of %s', (page) => {
    const text = readFileSync(join(import.meta.dirname, '../../../docs', page), 'utf8')
    expect(text).toContain(`(<${manifestLink(manifestFor({ command: '/devops' }))}>)`)
  })

  it('is printed as it is for Socket Mode', () => {
    expect(manifestFor({ command: '/devops' })).toEqual(manifest)
  })

  it.each(['https://bot.example.com', 'https://bot.example.com/', 'https://bot.example.com/slack/events'])(
    'has an address everywhere for HTTP mode: %s',
    (requestUrl) => {
      const url = 'https://bot.example.com/slack/events'
      const [slash] = manifest.features.slash_commands
      expect(manifestFor({ requestUrl, command: '/meetup' })).toEqual({
        ...manifest,
        features: { ...manifest.features, slash_commands: [{ ...slash, command: '/meetup', url }] },
        settings: {
          ...manifest.settings,
          socket_mode_enabled: false,
          event_subscriptions: { ...manifest.settings.event_subscriptions, request_url: url },
          interactivity: { is_enabled: true, request_url: url },
        },
      })
    },
  )
})
