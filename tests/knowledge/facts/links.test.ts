import { expect, test } from 'vitest'
import { cleanUrl, kindOfUrl, slideAccount } from '../../../src/knowledge/facts/links.js'

test.each([
  ['https://a.kr/x?fbclid=IwAR0#slide=id.1', 'https://a.kr/x#slide=id.1'],
  ['https://a.kr/x?utm_source=b&page=2&utm_medium=c', 'https://a.kr/x?page=2'],
  ['https://a.kr/검색?q=%ED%8C%81&v=1', 'https://a.kr/%EA%B2%80%EC%83%89?q=%ED%8C%81&v=1'],
  ['http://a.kr', 'http://a.kr/'],
  ['javascript:alert(1)', undefined],
  ['data:text/html,x', undefined],
  ['//a.kr/x', undefined],
  ['./slides.pdf', undefined],
  ['https://', undefined],
])('%s is kept as %s', (address, kept) => {
  expect(cleanUrl(address)).toBe(kept)
})

test.each([
  ['https://www.slideshare.net/a/b', 'slides'],
  ['https://docs.google.com/presentation/d/1/edit', 'slides'],
  ['https://docs.google.com/document/d/1', 'other'],
  ['https://a.kr/talk.pptx', 'slides'],
  ['https://youtu.be/a', 'video'],
  ['https://notyoutube.com/a', 'other'],
])('%s leads to %s', (address, kind) => {
  expect(kindOfUrl(address)).toBe(kind)
})

test.each([
  ['https://www.slideshare.net/JinwoongKim8/opencensus', 'JinwoongKim8'],
  ['https://speakerdeck.com/jane/talk', 'jane'],
  ['https://www.slideshare.net/secret/rAVb26', undefined],
  ['https://www.slideshare.net/JinwoongKim8', undefined],
  ['https://docs.google.com/presentation/d/1', undefined],
])('%s names the account %s', (address, account) => {
  expect(slideAccount(address)).toBe(account)
})
