import { expect, test } from 'vitest'
import { findDate, findDateInStem } from '../../../src/knowledge/facts/dates.js'

test.each([
  ["KOREA DevOps meetup '19", '2019'],
  ['밋업 2019년 7월 6일', '2019-07-06'],
  ['2019.7.6 저녁', '2019-07-06'],
  ['2021년 7월 모임', '2021-07'],
  ['모임 20190706', '2019-07-06'],
  ['2019-13-40', '2019'],
  ['July 6, 2019', '2019-07-06'],
  ['Singapore, June 12-14, 2019', '2019-06-12'],
  ['Munich, 7–8 November 2019.', '2019-11-07'],
  ['the 3rd of Sept. 2021', '2021-09-03'],
  ['March 2022 edition', '2022-03'],
  ['제12345678회', ''],
  ['날짜 없음', ''],
])('%s names the date %j', (text, date) => {
  expect(findDate(text)).toBe(date)
})

test.each([
  ['2019-07-06-meetup', '2019-07-06'],
  ['korea_devops_meetup_19', '2019'],
  ['meetup', ''],
])('the file %s is of the date %j', (stem, date) => {
  expect(findDateInStem(stem)).toBe(date)
})
