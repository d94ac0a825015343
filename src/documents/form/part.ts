import { findElement } from '../../core/dictionary/index.ts'
import { type Match, mapped } from './match.ts'

/** Columns that take an area apart, and what they are called as a part. */
const areaParts: readonly (readonly [RegExp, string])[] = [
  [
    /^(省|省份|省级|省\/直辖市|省市自治区|省\(自治区、直辖市\)|省、自治区、直辖市|省\(市\)|省\(区、市\))$/,
    '省',
  ],
  [/^(市|地市|市级|地级市|市州|市\(州\)|地\(市\)|市\/州|设区市)$/, '市'],
  [
    /^(县|区县|区|县区|县\/区|区\/县|县级|县市区|县\(市、区\)|县\(区\)|区\(县\)|市\(县\)|区县级|县\(市区\))$/,
    '区县',
  ],
  [
    /^(乡镇|街道|乡镇街道|乡镇\/街道|街道\/乡镇|镇|乡|镇街|乡\(镇\)|乡镇\(街道\)|街道\(乡镇\)|镇\(街道\)|乡\(镇、街道\))$/,
    '乡镇街道',
  ],
  [/^(村|社区|村社区|村\(社区\)|村\/社区|居委会|村居|村\(居\)|村\(居\)委会|行政村|社区\/村)$/, '村社区'],
  [/^(详址|详细地址|地址|门牌|门牌号|门\(楼\)详址|门楼详址|具体地址|详细住址|详细)$/, '详址'],
]

const wholeAddress: Readonly<Record<string, string>> = {
  'person.registeredPlace': 'person.registeredAddress',
  'person.residentialPlace': 'person.residentialAddress',
}

const registeredParts: Readonly<Record<string, string>> = {
  省: 'person.registeredProvince',
  市: 'person.registeredCity',
  区县: 'person.registeredCounty',
}

const placeOfAddress: Readonly<Record<string, string>> = {
  'person.registeredAddress': 'person.registeredPlace',
  'person.residentialAddress': 'person.residentialPlace',
}

/** 户籍地 over 省, 市, 区县: the column holds a part of the element above it. */
export const areaPart = (parentKey: string, words: string): Match | null => {
  const part = areaParts.find(([pattern]) => pattern.test(words))?.[1]
  if (part === undefined) return null
  const place = placeOfAddress[parentKey] ?? parentKey
  if (part === '详址' && wholeAddress[place]) return mapped(wholeAddress[place], 0.95)
  if (place === 'person.registeredPlace' && registeredParts[part]) return mapped(registeredParts[part], 0.97)
  if (findElement(place)?.type === 'area') return mapped(place, 0.95, part)
  return null
}

/** 残疾类型 over 智力残疾, 智力残疾等级: each column is one option of a choice, or its level. */
export const optionPart = (parentKey: string, words: string): Match | null => {
  const element = findElement(parentKey)
  if (parentKey === 'disability.kind' || parentKey === 'disability.level') {
    const option = /^(视力|听力|言语|肢体|智力|精神|多重)(?:残疾)?(等级|级别)?$/.exec(words)
    if (option) return mapped(option[2] ? 'disability.level' : parentKey, 0.95, option[1])
  }
  if (
    element?.type === 'choice' ||
    element?.key === 'statistics.dibaoPersons' ||
    element?.key === 'assistance.isDibao'
  )
    return words.length <= 8 ? mapped(parentKey, 0.88, words) : null
  return null
}
