import { SaxesParser } from 'saxes'

interface Level {
  format: string
  text: string
  start: number
}

/** Says what Word would print before a paragraph, keeping count from call to call. */
export type NumberPrinter = (numId: string, level: number) => string

const chineseDigits = '〇一二三四五六七八九'

const chinese = (value: number): string => {
  if (value < 10) return chineseDigits[value]!
  if (value < 100) {
    const tens = Math.floor(value / 10)
    return `${tens > 1 ? chineseDigits[tens] : ''}十${value % 10 ? chineseDigits[value % 10] : ''}`
  }
  return [...String(value)].map((d) => chineseDigits[Number(d)]).join('')
}

const letters = (value: number, first: number): string =>
  String.fromCharCode(first + ((value - 1) % 26)).repeat(Math.floor((value - 1) / 26) + 1)

const printNumber = (value: number, format: string): string => {
  if (/chinese|ideograph|japanese|taiwanese/i.test(format) && !/Enclosed/.test(format)) return chinese(value)
  switch (format) {
    case 'lowerLetter':
      return letters(value, 0x61)
    case 'upperLetter':
      return letters(value, 0x41)
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return value <= 20 ? String.fromCharCode(0x2460 + value - 1) : String(value)
    case 'bullet':
    case 'none':
      return ''
    default:
      return String(value)
  }
}

/** Reads word/numbering.xml (ECMA-376-1 §17.9). Without one, nothing is printed. */
export const readNumbering = (xml: string | undefined): NumberPrinter => {
  const abstract = new Map<string, Level[]>()
  const nums = new Map<string, string>()
  const overrides = new Map<string, number>()
  if (xml) {
    const parser = new SaxesParser()
    let levels: Level[] | undefined
    let level: Level | undefined
    let num = ''
    let overridden = 0
    parser.on('opentag', ({ name, attributes }) => {
      const value = attributes['w:val'] as string | undefined
      if (name === 'w:abstractNum') {
        levels = []
        abstract.set(attributes['w:abstractNumId'] as string, levels)
      } else if (name === 'w:num') num = attributes['w:numId'] as string
      else if (name === 'w:abstractNumId' && value !== undefined && num) nums.set(num, value)
      else if (name === 'w:lvlOverride') overridden = Number(attributes['w:ilvl'])
      else if (name === 'w:startOverride') overrides.set(`${num}/${overridden}`, Number(value))
      else if (name === 'w:lvl' && levels && !num) {
        level = { format: 'decimal', text: '', start: 1 }
        levels[Number(attributes['w:ilvl'])] = level
      } else if (level && value !== undefined) {
        if (name === 'w:start') level.start = Number(value)
        if (name === 'w:numFmt') level.format = value
        if (name === 'w:lvlText') level.text = value
      }
    })
    parser.write(xml).close()
  }
  const counts = new Map<string, number[]>()
  return (numId, at) => {
    const id = nums.get(numId)
    const levels = id === undefined ? undefined : abstract.get(id)
    const level = levels?.[at]
    if (!levels || !level) return ''
    const count = counts.get(id!) ?? []
    counts.set(id!, count)
    const first = overrides.get(`${numId}/${at}`)
    if (first !== undefined) {
      overrides.delete(`${numId}/${at}`)
      count[at] = first
    } else count[at] = (count[at] ?? level.start - 1) + 1
    count.length = at + 1
    return level.format === 'bullet'
      ? ''
      : level.text.replace(/%(\d)/g, (_, n: string) => {
          const k = Number(n) - 1
          return printNumber(count[k] ?? levels[k]?.start ?? 1, levels[k]?.format ?? 'decimal')
        })
  }
}
