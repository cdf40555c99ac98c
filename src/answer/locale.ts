import type { Question } from './question.js'
import type { Locale } from './wording/locale.js'

/**
 * The language to answer in: Korean for a question with Hangul in it; else the asker's own where the platform tells;
 * else English for Latin words; else `fallback`. A bare command such as `help` and a setting such as `tips on` decide
 * nothing.
 */
export function chooseLocale(
  typed: string,
  question: Question,
  own: Locale | undefined,
  fallback: Locale,
): Locale {
  if (/\p{Script=Hangul}/u.test(typed)) return 'ko'
  if (own) return own
  const isSetting = question.command === 'tips' || question.command === 'gaps'
  return !isSetting && /\p{Script=Latin}/u.test(question.words) ? 'en' : fallback
}
