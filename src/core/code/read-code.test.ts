import { describe, expect, it } from 'vitest'
import { codeLists, disabilityLevel, education, ethnicity, kinship, readCode, sex, titleOf } from './index.ts'

const lists = Object.entries(codeLists)

describe('code lists', () => {
  it.each(lists)('%s is named as it is exported and has no code twice', (name, list) => {
    expect(list.name).toBe(name)
    const codes = list.items.map((item) => item.code)
    expect(new Set(codes).size).toBe(codes.length)
  })

  it.each(lists)('%s: every code, title and synonym reads as its own entry', (_, list) => {
    for (const item of list.items)
      for (const wording of [item.code, item.title, ...(item.synonyms ?? [])])
        expect([wording, readCode(list, wording)]).toEqual([wording, { ok: true, value: item.code }])
  })

  it('has the 56 of GB/T 3304', () => {
    expect(ethnicity.items.filter((item) => Number(item.code) <= 56)).toHaveLength(56)
    expect(titleOf(ethnicity, '05')).toBe('维吾尔族')
  })
})

describe('readCode', () => {
  it.each([
    [sex, ' 男 ', '1'],
    [sex, '2-女', '2'],
    [sex, '女性', '2'],
    [ethnicity, '１１', '11'],
    [ethnicity, '1', '01'],
    [ethnicity, '01汉族', '01'],
    [disabilityLevel, '1级', '1'],
    [disabilityLevel, '壹级', '1'],
    [disabilityLevel, 'Ⅱ级', '2'],
    [disabilityLevel, '3', '3'],
    [education, '21', '20'],
    [education, '初 中', '70'],
    [kinship, '20-子', '20'],
    [kinship, '子(20)', '20'],
    [kinship, '孙子、孙女或外孙子、外孙女', '40'],
  ])('%# is read as its code', (list, text, code) => {
    expect(readCode(list, text)).toEqual({ ok: true, value: code })
  })

  it('names the nearest titles where it knows none', () => {
    expect(readCode(ethnicity, '维吾族')).toEqual({
      ok: false,
      message: '“维吾族”不在“民族”的选项中，最接近的是“维吾尔族”。',
    })
    expect(readCode(sex, 'xyz')).toMatchObject({
      message: '“xyz”不在“性别”的选项中，可填：未知、男、女、未说明。',
    })
  })

  it('refuses a code that disagrees with its title', () => {
    expect(readCode(kinship, '41-子')).toEqual({
      ok: false,
      message: '“41-子”中的代码与名称不一致：代码 41 是“孙子”，“子”的代码是 20。请改成其中一个。',
    })
    expect(readCode(sex, '7男').ok).toBe(false)
  })

  it('shows a code that the list does not have as it is', () => {
    expect(titleOf(sex, '8')).toBe('8')
  })
})
