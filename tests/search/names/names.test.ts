import { describe, expect, it } from 'vitest'
import { givenKey, hangulKeys, speakerKeys } from '../../../src/search/names/names.js'

describe('givenKey', () => {
  it.each([
    ['jinwoong', 'jinung', 'Jin-ung'],
    ['hoon', 'hun'],
    ['hyuk', 'hyeok'],
    ['young', 'yeong', 'yung'],
    ['kyungmin', 'gyeongmin'],
    ['dongin', 'tongin'],
    ['eunhee', 'eunhui'],
    ['chulsoo', 'cheolsu'],
    ['jaehyun', 'jaehyeon'],
    ['seokwon', 'sukwon'],
    ['subin', 'soobin', 'suvin'],
  ])('is the same for the spellings of %s', (...spellings) => {
    expect(new Set(spellings.map(givenKey)).size).toBe(1)
  })

  it('tells names apart that sound different', () => {
    expect(givenKey('jinwoong')).not.toBe(givenKey('jinyoung'))
    expect(givenKey('hoon')).not.toBe(givenKey('hyun'))
  })
})

describe('speakerKeys', () => {
  it.each([
    ['김진웅', 'Jinwoong Kim'],
    ['박훈', 'Park Hoon'],
    ['이동인', 'Lee Dong-in'],
    ['독고혁', 'Hyuk Dokko'],
    ['최영희', 'Younghee Choi'],
  ])('of %s are among those of %s', (hangul, latin) => {
    expect(speakerKeys({ name: latin, aliases: [] })).toEqual(expect.arrayContaining(hangulKeys(hangul)))
  })

  it('reads an account name of a slide address', () => {
    const keys = hangulKeys('김진웅')
    expect(speakerKeys({ name: '아무개', aliases: ['JinwoongKim8'] })).toEqual(expect.arrayContaining(keys))
    expect(speakerKeys({ name: '아무개', aliases: ['jinwoongkim'] })).toEqual(expect.arrayContaining(keys))
  })
})

describe('hangulKeys', () => {
  it('has none for what cannot be a Korean name', () => {
    expect(['쿠버네티스는', '김', '뷁진웅'].map((name) => hangulKeys(name))).toEqual([[], [], []])
  })
})
