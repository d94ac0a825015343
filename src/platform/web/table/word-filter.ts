import type { Control } from '../../../core/definition/field-type.ts'
import { readFilter } from './filter-text.ts'
import type { Filterable } from './filterable.ts'

/** A filter in words: `残疾类别为视力、听力`. */
export const wordFilter = ({ title, control }: Filterable, text: string): string => {
  const filter = readFilter(text)
  switch (filter.kind) {
    case 'missing':
      return `${title}未填`
    case 'contains':
      return `${title}含“${filter.text}”`
    case 'range':
      return [title + (filter.from && `从 ${filter.from}`), filter.to && `到 ${filter.to}`]
        .filter(Boolean)
        .join(' ')
    case 'any':
      return `${title}为${filter.values.map((value) => wordValue(control, value)).join('、')}`
  }
}

const wordValue = (control: Control, value: string): string => {
  if (control.kind === 'flag') return value === 'true' ? '是' : '否'
  if (control.kind !== 'choice') return value
  return control.options.find((option) => option.value === value)?.title ?? value
}
