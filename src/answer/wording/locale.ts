/** The languages we answer in. */
export type Locale = 'ko' | 'en'
