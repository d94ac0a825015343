import type { ImportView } from '../../contract.ts'

/** The choice that leaves a column out. */
export const leftOut = '-'

interface Option {
  value: string
  label: string
}

/** What a column can go to: its likely fields first. */
export const optionsFor = (
  { candidates }: ImportView['columns'][number],
  fields: ImportView['fields'],
): { label: string; options: Option[] }[] => {
  const likely = new Set(candidates.map(({ key }) => key))
  const rest = fields.filter(({ key }) => !likely.has(key))
  const asOption = ({ key, title }: { key: string; title: string }) => ({ value: key, label: title })
  return [
    { label: '可能是', options: candidates.map(asOption) },
    { label: '全部项目', options: rest.map(asOption) },
    { label: '其他', options: [{ value: leftOut, label: '不导入这一列' }] },
  ].filter(({ options }) => options.length > 0)
}

/** What is wrong with a mapping as it stands: a field named twice, a required one not at all. */
export const mappingFaults = (
  columns: readonly { column: string; key: string | null }[],
  fields: ImportView['fields'],
): readonly string[] => {
  const twice = fields.flatMap(({ key, title }) => {
    const letters = columns.filter((column) => column.key === key).map(({ column }) => column)
    return letters.length > 1 ? [`${letters.join('、')} 列都对应到“${title}”，请只留一列。`] : []
  })
  const missing = fields.filter(
    ({ key, required }) => required && !columns.some((column) => column.key === key),
  )
  return missing.length === 0
    ? twice
    : [
        ...twice,
        `还没有对应必填的项目：${missing.map(({ title }) => title).join('、')}。已在册的人不受影响，新增的行会算作有错误。`,
      ]
}
