import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalise } from '../text/index.ts'
import { findQuantities, findRanges, type Quantity, readValue } from './index.ts'

const quantities = (text: string) => findQuantities(normalise(text).text).quantities
const only = (text: string): Quantity => {
  const found = quantities(text)
  expect(found.map((q) => q.text)).toHaveLength(1)
  return found[0]!
}

describe('findQuantities', () => {
  it.each([
    ['现有户籍人口4.6万多人', '4.6万', 46_000, 46_000, '人', 'count', 'over'],
    ['惠及500余万名群众', '500余万', 5_000_000, 5_000_000, '名', 'count', 'over'],
    ['每户补助3—5万元', '3—5万', 30_000, 50_000, '元', 'money', 'range'],
    ['同意的占百分之六十一点九', '百分之六十一点九', 61.9, 61.9, '%', 'percent', 'exact'],
    ['合格率61.9%', '61.9', 61.9, 61.9, '%', 'percent', 'exact'],
    ['提高2.5个百分点', '2.5', 2.5, 2.5, '个百分点', 'percent', 'exact'],
    ['费用按6:4的比例分担', '6:4', 6, 4, '', 'ratio', 'exact'],
    ['占全市的1/4', '1/4', 0.25, 0.25, '', 'ratio', 'exact'],
    ['组建三支队伍', '三', 3, 3, '支', 'count', 'exact'],
    ['栽种树木数千株', '数千', 2000, 9000, '株', 'count', 'about'],
    ['面积不少于200平方米', '200', 200, 200, '平方米', 'measure', 'at-least'],
    ['年满60周岁以上', '60', 60, 60, '周岁', 'age', 'at-least'],
    ['在5个工作日内办结', '5', 5, 5, '个工作日', 'duration', 'under'],
    ['近三年开展服务', '三', 3, 3, '年', 'duration', 'exact'],
    ['受理诉求１，２００件', '１，２００', 1200, 1200, '件', 'count', 'exact'],
    ['投资超亿元', '亿', 1e8, 1e8, '元', 'money', 'over'],
  ])('%s', (text, core, low, high, unit, kind, hedge) => {
    const quantity = only(text)
    const normal = normalise(text)
    expect(text.slice(normal.origin(quantity.start), normal.origin(quantity.end - 1) + 1)).toBe(core)
    expect(quantity).toMatchObject({ low, high, unit, kind, hedge })
  })

  it.each([
    '一是加强领导，二是压实责任',
    '第三届居民代表大会第2次会议',
    '依据〔2024〕12号文件',
    '拨打12345热线，电话0571-88886666',
    '践行三个代表，争当一把手',
    '推进三年行动计划',
    '“三大举措”见实效',
    '建设一支高素质队伍',
    '2025年3月5日上午9:30召开',
    '十分重视，千方百计，千家万户',
    '位居全国500强',
    'X592县道旁的5G基站',
  ])('finds no quantity in %s', (text) => expect(quantities(text)).toEqual([]))

  it('keeps dates, periods and ordinals apart', () => {
    const found = findQuantities('2025年3月5日至8日，第二支部；一季度')
    expect(found.dates.map((d) => [d.kind, d.text])).toEqual([
      ['period', '2025年3月5日至8日'],
      ['period', '一季度'],
    ])
    expect(found.ordinals.map((o) => o.text)).toEqual(['第二'])
  })

  it('says what is counted, before, after or inherited', () => {
    const subjects = quantities(
      '街道下辖16个行政村，户籍人口4.6万人；新增企业12家，总量达到90家。农业、工业增加值分别增长3%、5%。',
    ).map((q) => q.subject)
    expect(subjects).toEqual(['行政村', '户籍人口', '企业', '企业', '农业增加值增长', '工业增加值增长'])
  })

  it('finds none in text without numbers', () => {
    const characters = '社区居民走访慰问，。；：、（）“”的了在和街道党建引领网格服务'
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...characters) }),
        (text) => quantities(text).length === 0,
      ),
    )
  })

  it('reads the same value from full-width and traditional text', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 999_999 }), (n) => {
        const wide = [...String(n)].map((c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join('')
        const [plain, full] = [only(`走访居民${n}户`), only(`走訪居民${wide}戶`)]
        return plain.low === n && full.low === n && full.unit === '户'
      }),
    )
  })
})

describe('readValue', () => {
  it.each([
    ['两千三百五', 2350],
    ['四千万零六千', 40_006_000],
    ['3万4000', 34_000],
    ['20万亿', 2e13],
    ['三又二分之一', 3.5],
    ['负三十二', -32],
    ['七成六', 76],
    ['9.9折', 99],
    ['百分之五十', 50],
    ['两打', 24],
  ])('%s', (text, value) => expect(readValue(text)?.value).toBe(value))

  it('reads back every numeral it is given', () => {
    const digits = '零一二三四五六七八九'
    const write = (n: number): string => {
      if (n >= 1e4)
        return `${write(Math.floor(n / 1e4))}万${n % 1e4 ? (n % 1e4 < 1000 ? '零' : '') + write(n % 1e4) : ''}`
      for (const [size, unit] of [
        [1000, '千'],
        [100, '百'],
        [10, '十'],
      ] as const)
        if (n >= size)
          return `${digits[Math.floor(n / size)]}${unit}${n % size ? (n % size < size / 10 ? '零' : '') + write(n % size) : ''}`
      return digits[n]!
    }
    fc.assert(fc.property(fc.integer({ min: 1, max: 99_999_999 }), (n) => readValue(write(n))?.value === n))
  })
})

describe('findRanges', () => {
  it('tells bounds and whether they belong to the range', () => {
    expect(findRanges('年收入大于等于3000小于5000的家庭')).toMatchObject([
      { low: 3000, high: 5000, lowClosed: true, highClosed: false },
    ])
    expect(findRanges('不超过20人')).toMatchObject([{ low: undefined, high: 20, highClosed: true }])
  })
})
