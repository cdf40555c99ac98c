import { Daily, type DailyDeps } from '../../src/daily/daily.js'
import { listen } from '../store/log.js'
import { library, tips } from './library.js'

/** Daily tips of a library of twenty, with nothing but what the test gives it; it logs and counts for nobody. */
export function dailyWith(deps: Pick<DailyDeps, 'store' | 'boards' | 'clock'> & Partial<DailyDeps>): Daily {
  return new Daily({
    library: () => library(tips(20)),
    locale: 'ko',
    log: listen([]),
    channels: [],
    catchUpHours: 6,
    organisers: () => [],
    counted: () => undefined,
    ...deps,
  })
}
