import { compactText } from '../../../core/plain-text.ts'
import {
  type AddressParts,
  type ElementValue,
  type FittedValue,
  fitted,
  unfit,
  type ValueStyle,
} from './element-value.ts'
import { essence, listed, optionsOf } from './options.ts'

type Level = keyof AddressParts

const levelOfPart: Readonly<Record<string, Level>> = {
  省: 'province',
  市: 'city',
  区县: 'county',
  乡镇街道: 'town',
  村社区: 'village',
  详址: 'detail',
}

const levelOfKey: Readonly<Record<string, Level>> = {
  'person.registeredProvince': 'province',
  'person.registeredCity': 'city',
  'person.registeredCounty': 'county',
  'area.town': 'town',
  'area.village': 'village',
}

const called: Readonly<Record<Level, string>> = {
  province: '省',
  city: '市',
  county: '区县',
  town: '乡镇（街道）',
  village: '村（社区）',
  detail: '门牌',
}

const levels: readonly Level[] = ['province', 'city', 'county', 'town', 'village', 'detail']

/** 安徽省 and 安徽 are one; so are 镜湖区 and 镜湖. */
const bare = (name: string): string =>
  essence(name).replace(
    /(省|市|壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区|自治州|自治县|地区|区|县|街道办事处|街道|镇|乡|社区居委会|社区|村委会|村)$/,
    '',
  )

/** A whole address, or the part of it that the column holds. */
export const fitAddress = (
  value: Extract<ElementValue, { kind: 'address' }>,
  style: ValueStyle,
): FittedValue => {
  const level =
    (style.part === undefined ? undefined : levelOfPart[style.part]) ??
    (value.parts && style.key !== null ? levelOfKey[style.key] : undefined)
  if (level === undefined) return fitted(wholeFor(value, style))
  const { parts } = value
  if (!parts) return unfit(`地址“${value.text}”没有分开，表里要单填${called[level]}。`)
  const text = parts[level]
  // A municipality has no city of its own; forms repeat it.
  if (text === undefined && level === 'city' && parts.province && /市$/.test(parts.province))
    return chosen(parts.province, style)
  if (text === undefined)
    return levels.indexOf(level) > 2
      ? unfit(`地址里没有${called[level]}。`)
      : unfit(`地址“${value.text}”里没有${called[level]}。`)
  return chosen(text, style)
}

/** 详细地址(不填省市县) leaves out what other columns hold. */
const wholeFor = (
  { text, parts }: Extract<ElementValue, { kind: 'address' }>,
  { header }: ValueStyle,
): string => {
  if (!parts || !/不(?:用|必)?(?:填|含|写|包含).{0,3}省/.test(compactText(header))) return text
  const below = levels.slice(3).flatMap((level) => parts[level] ?? [])
  return below.length > 0 ? below.join('') : text
}

const chosen = (text: string, style: ValueStyle): FittedValue => {
  if (!style.options || style.options.length === 0) return fitted(text)
  const options = optionsOf(style)!
  const same = options.filter(({ words, written }) => essence(words || written) === essence(text))
  const near = options.filter(({ words, written }) => bare(words || written) === bare(text))
  const found = same[0] ?? (near.length === 1 ? near[0] : undefined)
  return found ? fitted(found.written) : unfit(`“${text}”不在表格的下拉选项里（${listed(options)}）。`)
}
