import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { normalise } from '../text/index.ts'
import { checkLine, checkPage, checkReport, type FindingKind } from './index.ts'

const check = (text: string, previous?: string) => {
  const result = checkReport({ text }, previous === undefined ? {} : { previous })
  if (!result.ok) throw new Error(result.message)
  return result.value
}
const kinds = (text: string) => check(text).findings.map((f) => f.kind)

describe('checkReport', () => {
  it.each<[FindingKind, string, string]>([
    ['sum-mismatch', '走访262户,其中低保户120户、残疾人家庭85户、独居老人47户。', '120+85+47 = 252 ≠ 262'],
    ['share-mismatch', '受理诉求200件,办结190件,办结率90%。', '190÷200 = 95% ≠ 90%'],
    ['share-mismatch', '满意的占70%,基本满意的占20%,不满意的占20%。', '= 110% ≠ 100%'],
    ['change-mismatch', '志愿者从200人增加到250人,增长30%。', '(250−200)÷200 = 25% ≠ 30%'],
    ['change-mismatch', '满意率由90%提高到95%,提高6个百分点。', '95−90 = 5 ≠ 6'],
    ['product-mismatch', '为120名老人每人发放500元,共计7万元。', '120×500 = 6万 ≠ 7万'],
    ['average-mismatch', '举办活动24场,参与1200人次,场均60人次。', '1200÷24 = 50 ≠ 60'],
    ['ratio-mismatch', '费用由市、区按6:4的比例分担,市级50万元,区级40万元。', '6:4'],
    ['repeat-conflict', '社区现有居民1200户。\n社区服务好。\n社区共有居民1300户。', '前文为 1200'],
    ['impossible-date', '2025年2月29日召开会议。', '不是闰年'],
    ['impossible-date', '4月31日召开会议。', '4月只有30天'],
    ['date-contradiction', '活动于3月20日至3月10日举行。', '早于'],
    ['date-contradiction', '2025年3月14日(星期一)召开会议。', '是星期五'],
    ['date-contradiction', '2025年庆祝建党100周年。', '2021年'],
    ['placeholder', '20__年,XX社区走访居民。', '没有填'],
    ['garbled-text', '。ㄒ唬┘忧苛斓', '乱码'],
    ['broken-off', '社区坚持党建引领服务居民,', '后文可能缺失'],
    ['number-style', '共有约300户左右居民。', '意思重复'],
    ['structure', '一、总体情况\n(一)甲\n(三)乙', '不连续'],
  ])('%s: %s', (kind, text, words) => {
    const finding = check(text).findings.find((f) => f.kind === kind)
    expect(finding?.message).toContain(words)
  })

  it.each([
    ['names only some parts', '社区现有党员300名,其中35岁以下40名,女党员60名。'],
    ['rounds', '走访居民3户,其中1户困难,占33.3%。'],
    ['hedges', '走访120户、85户,共200余户。'],
    ['counts people and visits', '服务居民500人、1200人次。'],
    ['speaks of another whole', '社区有志愿者50人,占全街道志愿者的3%。'],
    ['sets targets beside results', '计划培训90人,实际培训80人。'],
    ['speaks of another place', '社区共有居民2000户。和谐小区共有居民300户。'],
    ['speaks of another period', '上半年共走访居民200户。全年共走访居民500户。'],
    ['runs over the new year', '供暖期为2024年11月至2025年3月。'],
    ['has a leap day', '2024年2月29日召开会议。'],
    ['truly changes', '从200人增加到250人,增长25%。'],
  ])('stays silent where the text %s', (_, text) => expect(kinds(text)).toEqual([]))

  it('points into the text as given', () => {
    const text = '轄區(qū)居民１２０戶，其中低保戶７０戶，其他戶６０戶。'
    const { findings, quantities } = check(text)
    expect(quantities.map((q) => text.slice(q.start, q.end))).toEqual(['１２０', '７０', '６０'])
    expect(findings.map((f) => text.slice(f.start, f.end))).toEqual(['１２０'])
  })

  it('stays silent on true sums, however many parts, full-width or traditional', () => {
    const parts = fc.array(fc.integer({ min: 2, max: 5000 }), { minLength: 2, maxLength: 6 })
    fc.assert(
      fc.property(parts, fc.boolean(), (list, wide) => {
        const names = ['老人', '儿童', '党员', '商户', '租户', '青年']
        const text = `共走访居民${list.reduce((a, b) => a + b, 0)}户,其中${list.map((n, i) => `${names[i]}${n}户`).join('、')}。`
        const given = wide
          ? text.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)).replace('户', '戶')
          : text
        return check(given).findings.length === 0
      }),
    )
  })

  it('stays silent on true shares and changes, however rounded', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10, max: 5000 }),
        fc.integer({ min: 1, max: 4999 }),
        fc.integer({ min: 0, max: 2 }),
        (whole, some, decimals) => {
          const part = Math.min(some, whole)
          const text = `受理${whole}件,办结${part}件,办结率${((part / whole) * 100).toFixed(decimals)}%。从${whole}人增加到${whole + part}人,增长${((part / whole) * 100).toFixed(decimals)}%。`
          return check(text).findings.length === 0
        },
      ),
    )
  })

  it('finds the same wherever a sentence stands', () => {
    const sentences = [
      '受理诉求200件,办结190件,办结率90%。',
      '志愿者从200人增加到250人,增长25%。',
      '2025年2月30日召开会议。',
      '走访262户,其中低保户120户、残疾人家庭85户、独居老人47户。',
    ]
    fc.assert(
      fc.property(fc.shuffledSubarray(sentences, { minLength: 4 }), (order) => {
        expect(kinds(order.join('\n')).sort()).toEqual(['impossible-date', 'share-mismatch', 'sum-mismatch'])
      }),
    )
  })

  it('never throws, and every offset lies in the text', () => {
    const pieces = fc.constantFrom(
      '其中',
      '共',
      '12',
      '3.5万',
      '户',
      '人',
      '%',
      '占',
      '增长',
      '从',
      '到',
      '，',
      '。',
      '\n',
      '(',
      ')',
      '2025年',
      '13月',
      'xx',
      '：',
      '百分之',
      '6:4',
      '每人',
      '、',
      '第',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (list) => {
        const text = list.join('')
        const { quantities, findings } = check(text)
        return [...quantities, ...findings].every(
          (x) => x.start >= 0 && x.start < x.end && x.end <= text.length,
        )
      }),
    )
  })

  it('finds passages that stand twice, or stood in last year’s report', () => {
    const passage =
      '社区坚持以党建为引领，推动资源下沉、服务下沉、力量下沉，全年解决居民身边的急难愁盼问题12件。'
    expect(check(`${passage}\n别的话。\n${passage}`).findings.map((f) => f.kind)).toEqual([
      'duplicate-passage',
    ])
    const [finding] = check(passage, passage.replace('12', '34')).findings
    expect(finding).toMatchObject({ kind: 'duplicate-passage', severity: 'note' })
  })

  it('calls an error only what cannot be right', () => {
    expect(
      check('走访约260户,其中低保户120户、残疾人家庭85户、其他户95户。').findings.every(
        (f) => f.severity !== 'error',
      ),
    ).toBe(true)
    expect(check('走访260户,其中低保户120户、其他户95户。').findings[0]).toMatchObject({ severity: 'error' })
  })

  it('adds up the columns and rows of a table', () => {
    const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    const rows = [
      ['社区', '低保户', '残疾人', '合计'],
      ['和平', '12', '30', '42'],
      ['幸福', '8', '25', '34'],
      ['合计', '20', '55', '76'],
    ]
    const cell = (text: string) => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`
    const body = rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')
    const bytes = zipSync({
      'word/document.xml': strToU8(`<w:document ${w}><w:body><w:tbl>${body}</w:tbl></w:body></w:document>`),
    })
    const result = checkReport({ name: 'a.docx', bytes })
    if (!result.ok) throw new Error(result.message)
    expect(result.value.findings.map((f) => [f.severity, f.message])).toEqual([
      ['error', '分项之和与总数不符：8+25 = 33 ≠ 34。'],
      ['error', '分项之和与总数不符：20+55 = 75 ≠ 76。'],
    ])
    expect(result.value.relations.filter((r) => r.holds === true)).toHaveLength(4)
  })

  it('refuses what cannot be read', () => {
    expect(checkReport({ name: 'a.docx', bytes: strToU8('not a document') })).toMatchObject({ ok: false })
    expect(checkReport({ name: 'a.pdf', bytes: strToU8('%PDF-1.7') })).toMatchObject({
      ok: false,
      message: expect.stringContaining('PDF'),
    })
  })
})

describe('checkLine', () => {
  it('prints the interface', () => {
    const line = checkLine('a.txt', check('受理诉求200件,办结190件,办结率90%。占全市1/3。'))
    expect(line).toMatchObject({
      file: 'a.txt',
      characters: 30,
      quantities: [
        {
          start: 4,
          end: 7,
          text: '200',
          low: 200,
          high: 200,
          unit: '件',
          kind: 'count',
          hedge: 'exact',
          subject: '诉求',
        },
        { low: 190 },
        { unit: '%' },
        { low: 0.3333, kind: 'ratio' },
      ],
      relations: [{ kind: 'percent', holds: false, percent: 19, part: 11, whole: 4 }],
      findings: [
        {
          kind: 'share-mismatch',
          severity: 'error',
          start: 19,
          end: 21,
          related: [{ start: 11 }, { start: 4 }],
        },
      ],
    })
  })
})

describe('checkPage', () => {
  it('marks up the text and escapes it', () => {
    const page = checkPage([{ name: '<报告>.txt', result: check('<b>受理诉求200件,办结190件,办结率90%。') }])
    expect(page).toContain('&lt;报告&gt;.txt')
    expect(page).toContain('<mark class="error"')
    expect(page).not.toContain('<b>受理')
    expect(page).not.toMatch(/https?:\/\//)
  })

  it('keeps every character of the text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const page = checkPage([{ name: 'a', result: check(text) }])
        const body = /<article>([\s\S]*)<\/article>/.exec(page)![1]!.replace(/<sup>.*?<\/sup>|<[^>]*>/g, '')
        return (
          normalise(
            body
              .replaceAll('&lt;', '<')
              .replaceAll('&gt;', '>')
              .replaceAll('&quot;', '"')
              .replaceAll('&amp;', '&'),
          ).text === normalise(text).text
        )
      }),
    )
  })
})
