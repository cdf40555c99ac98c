import type { Locale } from './wording/locale.js'

/** Names of the commands, the same in every chat; ASCII, because Discord wants them so. */
export type CommandName = 'session' | 'sessions' | 'slides' | 'speaker' | 'tip' | 'tips' | 'gaps' | 'help'

/** A text in both languages. */
export type Localised = Readonly<Record<Locale, string>>

/** A command's argument, as Discord's option and as help shows it. */
export interface Argument {
  readonly name: 'query' | 'meetup' | 'name' | 'setting' | 'days'
  readonly description: Localised
  readonly required: boolean
  /** What completes it while it is typed. */
  readonly suggest?: 'session' | 'speaker' | 'meetup'
}

/** A row of the one table of commands. */
export interface Command {
  readonly name: CommandName
  /** Korean words that mean the same where words are typed. */
  readonly aliases: readonly string[]
  /** At most 100 characters in each language. */
  readonly description: Localised
  readonly argument?: Argument
  /** Whether `meetup:`, `speaker:` and `tag:` narrow it. */
  readonly filters: boolean
  readonly who: 'anyone' | 'organiser'
}

/** Every command, in the order in which help shows them. */
export const commands: readonly Command[] = [
  {
    name: 'session',
    aliases: ['세션', '검색'],
    description: {
      ko: '발표 찾기: 요약과 슬라이드',
      en: 'Find a talk: its summary and slides',
    },
    argument: {
      name: 'query',
      description: { ko: '찾을 말: 주제, 도구, 발표자', en: 'What to look for: a topic, a tool, a speaker' },
      required: true,
      suggest: 'session',
    },
    filters: true,
    who: 'anyone',
  },
  {
    name: 'sessions',
    aliases: ['목록'],
    description: { ko: '전체 발표 목록, 밋업별로', en: 'List all talks, by meetup' },
    argument: {
      name: 'meetup',
      description: { ko: '밋업의 이름이나 연도', en: 'A meetup, by name or year' },
      required: false,
      suggest: 'meetup',
    },
    filters: false,
    who: 'anyone',
  },
  {
    name: 'slides',
    aliases: ['자료', '슬라이드'],
    description: { ko: '발표 자료 링크', en: 'Show links to slides' },
    argument: {
      name: 'query',
      description: { ko: '찾을 말: 비우면 모든 자료', en: 'What to look for; leave empty for all slides' },
      required: false,
      suggest: 'session',
    },
    filters: true,
    who: 'anyone',
  },
  {
    name: 'speaker',
    aliases: ['발표자'],
    description: { ko: '발표자 이름으로 찾기', en: "Show a speaker's talks" },
    argument: {
      name: 'name',
      description: { ko: '발표자의 이름', en: "The speaker's name" },
      required: true,
      suggest: 'speaker',
    },
    filters: false,
    who: 'anyone',
  },
  {
    name: 'tip',
    aliases: ['팁'],
    description: { ko: '오늘의 팁', en: "Show today's tip" },
    filters: false,
    who: 'anyone',
  },
  {
    name: 'tips',
    aliases: ['팁구독'],
    description: {
      ko: '이 채널에 매일 팁 보내기: on [HH:MM] [시간대], off, status',
      en: 'Daily tips in this channel: on [HH:MM] [zone], off, status',
    },
    argument: {
      name: 'setting',
      description: { ko: 'on 09:00 Asia/Seoul, off, status', en: 'on 09:00 Asia/Seoul, off, status' },
      required: true,
    },
    filters: false,
    who: 'organiser',
  },
  {
    name: 'gaps',
    aliases: ['질문'],
    description: { ko: '답을 찾지 못한 질문 모아 보기', en: 'Show what people asked in vain' },
    argument: {
      name: 'days',
      description: { ko: '최근 며칠: 비우면 30일', en: 'The last days; 30 when empty' },
      required: false,
    },
    filters: false,
    who: 'organiser',
  },
  {
    name: 'help',
    aliases: ['도움말'],
    description: { ko: '사용법', en: 'Show how to ask' },
    filters: false,
    who: 'anyone',
  },
]

/** Options that narrow a search, as typed (`meetup:2019`) and as Discord's options. */
export const filterDescriptions: Readonly<Record<'meetup' | 'speaker' | 'tag', Localised>> = {
  meetup: { ko: '이 밋업에서만', en: 'Only in this meetup' },
  speaker: { ko: '이 발표자만', en: 'Only this speaker' },
  tag: { ko: '이 태그만', en: 'Only with this tag' },
}

/** The option that posts an answer for everybody at once. */
export const publicDescription: Localised = {
  ko: '모두에게 보이게 답하기',
  en: 'Answer for everybody to see',
}

/** The entry in a message's menu that searches with the message's text; at most 24 characters, Slack's limit. */
export const findTalks: Localised = { ko: '세션 찾기', en: 'Find talks' }
