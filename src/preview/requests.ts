import { z } from 'zod'
import type { AskRequest, PressRequest } from './wire.js'

const person = z.object({
  locale: z.enum(['ko', 'en']),
  isOrganiser: z.boolean(),
  isPublic: z.boolean(),
})

/** Ours: Slack's and Discord's longest messages have 4,000 characters. */
const text = z.string().max(4000)

/** The body of `/api/ask`. */
export const askRequest: z.ZodType<AskRequest> = z.object({ question: text, person })

/** The body of `/api/press`. */
export const pressRequest: z.ZodType<PressRequest> = z.object({
  chat: z.enum(['slack', 'discord']),
  code: text,
  origin: z.union([z.object({ words: text }), z.object({ code: text })]),
  person,
})

/** The parameters of `/api/suggest`. */
export const suggestRequest = z.object({
  field: z.enum(['session', 'speaker', 'meetup', 'tag']),
  typed: text,
})

/** The parameters of `/api/tips`. */
export const tipsRequest = z.object({
  channel: z.string().max(100).default('pool'),
  locale: z.enum(['ko', 'en']).default('ko'),
})
