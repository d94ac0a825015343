import { type CountMetric, defineMetric, type LedgerDefinition } from '../../core/definition/index.ts'

interface Segment {
  name: string
  title: string
  where: string
  description: string
  synonyms?: string[]
  by?: string[]
}

/** Parts of a ledger, each by its rule. */
export const segments = (of: LedgerDefinition, by: string[], list: Segment[]): CountMetric[] =>
  list.map((segment) =>
    defineMetric({
      ...segment,
      name: `${of.name}.${segment.name}`,
      unit: of.unit,
      count: of,
      by: segment.by ?? by,
    }),
  )

/** How many stand in a ledger. */
export const countOf = (of: LedgerDefinition, title: string, synonyms: string[], by: string[]): CountMetric =>
  defineMetric({
    name: `${of.name}.total`,
    title,
    unit: of.unit,
    count: of,
    description: `当日在${of.title}中的数量。`,
    synonyms,
    by,
  })

/** What came into a ledger and what went, within a period. */
export const flow = (of: LedgerDefinition, title: string): CountMetric[] => [
  defineMetric({
    name: `${of.name}.entered`,
    title: `新增${title}`,
    unit: of.unit,
    count: of,
    flow: 'entered',
    description: `期间进入${of.title}的数量。`,
  }),
  defineMetric({
    name: `${of.name}.left`,
    title: `退出${title}`,
    unit: of.unit,
    count: of,
    flow: 'left',
    description: `期间从${of.title}中移出的数量。`,
  }),
]
