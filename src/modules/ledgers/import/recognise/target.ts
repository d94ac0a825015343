import type { Definition, Field } from '../../../../core/definition/index.ts'
import { person } from '../../../registry/index.ts'

/** What a column of a file can stand for. */
export interface Target {
  /** Key of the ledger's field, `person.…` for its subject, `area.…` and `dwelling.address` for the place. */
  readonly key: string
  readonly title: string
  /** A new entry cannot do without it. */
  readonly required: boolean
  readonly synonyms: readonly string[]
  readonly element?: string
  /** Whose value it is; what says where is only looked up, never written. */
  readonly of: 'entry' | 'person' | 'place'
  readonly field?: Field
}

const place = (key: string, title: string, element: string, synonyms: string): Target => ({
  key,
  title,
  element,
  required: false,
  synonyms: synonyms.split(' '),
  of: 'place',
})

const village = place(
  'area.village',
  '所属社区',
  'area.village',
  '社区 村(社区) 村社区 所在社区 社区名称 居委会 社区居委会 村(居) 村居 居(村)委会 所属村(社区) 所属村居',
)
const grid = place(
  'area.grid',
  '所属网格',
  'person.grid',
  '网格 所在网格 网格名称 所属网格名称 人员所属网格 网格编号 归属网格',
)
const address = place(
  'dwelling.address',
  '现住地址（只用于查找所属网格）',
  'person.residentialAddress',
  '现住地址 现住址 家庭住址 家庭地址 住址 居住地址 现居住地址 居住详址 常住地址 详细地址',
)

const typed = (field: Field): boolean => !field.kept && field.type.control.kind !== 'reference'

const toTarget = (field: Field, of: 'entry' | 'person', prefix: string, required: boolean): Target => ({
  key: prefix + field.key,
  title: field.title,
  required,
  synonyms: field.synonyms ?? [],
  element: field.element,
  of,
  field,
})

const personTargets = Object.values(person.fields)
  .filter(typed)
  .map((field) => toTarget(field, 'person', 'person.', field.key === 'name'))

/** Two fields that share an element cannot be told apart by it. */
const withOwnElements = (targets: readonly Target[]): Target[] =>
  targets.map((target) => {
    const shared = targets.filter(({ element }) => element === target.element).length > 1
    const { element, ...rest } = target
    return shared || element === undefined ? rest : target
  })

/** Whether its rows tell of people, else of things that stand for themselves. */
export const isOfPeople = (definition: Definition): boolean =>
  definition.kind === 'ledger' && definition.of !== undefined

/** Everything that the columns of a file for this ledger can stand for; without a ledger, what tells a person. */
export const targetsOf = (ledger: Definition | undefined): Target[] => {
  const own = ledger
    ? Object.values(ledger.fields)
        .filter(typed)
        .map((field) => toTarget(field, 'entry', '', field.required))
    : []
  return withOwnElements(
    ledger && !isOfPeople(ledger)
      ? [...own, village, grid]
      : [...personTargets, ...own, village, grid, address],
  )
}
