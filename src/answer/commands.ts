import type { Command, CommandName, Intent, Localised } from './command.js'
import { slidesReply, speakerReply } from './replies/found.js'
import { helpReply } from './replies/help.js'
import { sessionList } from './replies/lists.js'
import { searchReply } from './replies/search-reply.js'

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
    fits: (rest) => (rest === '' ? { command: 'sessions', words: '' } : { command: 'session', words: rest }),
    run: searchReply,
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
    fits: (rest, isMeetup) =>
      rest === '' || /^\d{4}$/u.test(rest) || isMeetup(rest) ? as('sessions')(rest) : undefined,
    run: ({ words }, notes, context) => sessionList(words, notes, context),
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
    fits: as('slides'),
    run: slidesReply,
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
    fits: speakerName,
    run: speakerReply,
  },
  {
    name: 'tip',
    aliases: ['팁'],
    description: { ko: '오늘의 팁', en: "Show today's tip" },
    filters: false,
    who: 'anyone',
    fits: alone('tip'),
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
    who: 'tips',
    fits: tipsSetting,
  },
  {
    name: 'gaps',
    aliases: ['질문'],
    description: { ko: '답을 찾지 못한 질문 모아 보기', en: 'Show questions that found no answer' },
    argument: {
      name: 'days',
      description: { ko: '최근 며칠: 비우면 30일', en: 'The last days; 30 when empty' },
      required: false,
    },
    filters: false,
    who: 'gaps',
    fits: (rest) => (/^(\d{1,4}\s*(d|days?|일)?)?$/iu.test(rest) ? as('gaps')(rest) : undefined),
  },
  {
    name: 'help',
    aliases: ['도움말'],
    description: { ko: '사용법', en: 'Show how to ask' },
    filters: false,
    who: 'anyone',
    fits: alone('help'),
    run: (_question, notes, context) => helpReply(commands, notes, context),
  },
]

/** Options that narrow a search, as typed (`meetup:2019`) and as Discord's options. */
export const filterDescriptions: Readonly<Record<'meetup' | 'speaker' | 'tag', Localised>> = {
  meetup: { ko: '이 밋업에서만', en: 'Only in this meetup' },
  speaker: { ko: '이 발표자만', en: 'Only this speaker' },
  tag: { ko: '이 태그만', en: 'Only with this tag' },
}

/** What Discord says of the command that only organisers see. */
export const forOrganisers: Localised = {
  ko: '주최자용: 매일 보내는 팁, 답을 찾지 못한 질문',
  en: 'For organisers: daily tips, questions without an answer',
}

/** The option that posts an answer for everybody at once. */
export const publicDescription: Localised = {
  ko: '모두에게 보이게 답하기',
  en: 'Answer for everybody to see',
}

/** The entry in a message's menu that searches with the message's text; at most 24 characters, Slack's limit. */
export const findTalks: Localised = { ko: '발표 찾기', en: 'Find talks' }

function as(command: CommandName): (words: string) => Intent {
  return (words) => ({ command, words })
}

/** A command without any argument. */
function alone(command: CommandName): (rest: string) => Intent | undefined {
  return (rest) => (rest === '' ? { command, words: '' } : undefined)
}

/** `tips on 09:00 Asia/Seoul` is a setting; `tips on saving cost` is a question. */
function tipsSetting(rest: string): Intent | undefined {
  if (rest === '') return { command: 'tips', words: 'status' }
  if (/^(off|status)$/iu.test(rest)) return { command: 'tips', words: rest.toLowerCase() }
  const on = /^on(?<when>(\s+\S+){0,2})$/iu.exec(rest)
  const when = on?.groups?.when?.trim()
  const looksLikeTime = when === '' || /^(\d|[A-Za-z_]+\/|utc\b)/iu.test(when ?? 'x')
  return on && looksLikeTime ? { command: 'tips', words: `on ${when}`.trim() } : undefined
}

/** `발표자 누구였어요?` asks for names, rather than by one. */
function speakerName(rest: string): Intent | undefined {
  if (rest === '') return { command: 'sessions', words: '' }
  return /^(누구|누가|who\b|목록|명단|list$)/iu.test(rest) ? undefined : { command: 'speaker', words: rest }
}
