import type { Definition } from '../../../core/definition/index.ts'
import { ruleVariables } from '../../../core/definition/index.ts'
import type { RowCondition, SheetPlan } from '../../../documents/form/index.ts'
import type { Catalogue } from '../../../platform/server/repository/repository.ts'
import type { RowChoice } from '../contract-request.ts'
import { bases, stepsFrom } from '../source/steps.ts'

/** The definition that holds a subject of the dictionary: disability → its ledger, membership → none. */
const baseFor = (entity: string, catalogue: Catalogue): Definition | undefined =>
  bases(catalogue).find(({ name }) => name === entity) ??
  (entity === 'rental' ? catalogue.records.get('dwelling') : undefined)

/** How many columns a definition's own fields answer: whose form it is, where the title does not tell. */
const ownColumns = (definition: Definition, sheet: SheetPlan): number => {
  const elements = new Set(Object.values(definition.fields).map(({ element }) => element))
  return [...sheet.columns, ...sheet.cells].filter(
    ({ key, status }) => status === 'mapped' && key !== null && elements.has(key),
  ).length
}

/** Only what a record or an entry with its subject can be asked: rules do not reach further. */
const nothingElse: Catalogue = { records: new Map(), ledgers: new Map(), metrics: new Map() }

/** A condition of the title in the rule language; undefined where the rows have no such field. */
const ruleOf = (condition: RowCondition, base: Definition): string | undefined => {
  const variables = ruleVariables(base)
  if (condition.key === 'assistance.isDibao' && base.name === 'assistance')
    return `familyCategory ${condition.is === 'flag' && condition.value ? '==' : '!='} "2"`
  const [entity, name] = condition.key.split('.')
  const path = [base.name === entity ? name! : condition.key, condition.key].find((one) =>
    Object.hasOwn(variables, one),
  )
  if (path === undefined) return undefined
  if (condition.is === 'at-least') return `${path} >= ${condition.value}`
  if (condition.is === 'below') return `${path} < ${condition.value}`
  if (condition.is === 'flag') return variables[path] === 'bool' ? `${path} == ${condition.value}` : undefined
  const field = stepsFrom(base, nothingElse)
    .flatMap(({ definition }) => Object.values(definition.fields))
    .find(({ element }) => element === condition.key)
  const codes = (condition.value as readonly string[]).map((word) => field?.type.parse(word))
  if (codes.length === 0 || codes.some((code) => !code?.ok)) return undefined
  const list = `${path} in [${codes.map((code) => JSON.stringify(code?.ok ? code.value : '')).join(', ')}]`
  return condition.is === 'one-of' ? list : `!(${list})`
}

export interface ProposedRows {
  readonly rows: RowChoice | null
  /** Words of the title that no field answers. */
  readonly unused: readonly string[]
}

/** Whom or what the rows are about, as title and columns say: a proposal for a person to confirm. */
export const proposeRows = (sheet: SheetPlan, catalogue: Catalogue): ProposedRows => {
  const told = [...sheet.rowSet.ledgers, sheet.rowSet.rows, sheet.rowSet.entity]
    .map((entity) => baseFor(entity, catalogue))
    .find((definition) => definition !== undefined)
  const scored = bases(catalogue)
    .filter(({ name }) => name !== 'formRequest')
    .map((definition) => ({ definition, score: ownColumns(definition, sheet) }))
    .sort((one, other) => other.score - one.score)
  const best = scored[0]?.score ? scored[0].definition : undefined
  // A list of residents that asks a good deal of one ledger's own fields is about those in the ledger.
  const asked = [...sheet.columns, ...sheet.cells].filter(
    ({ key, status }) => status === 'mapped' && !key?.startsWith('meta.'),
  ).length
  const ledger = scored.find(({ definition }) => definition.kind === 'ledger')
  const isLedgers = ledger !== undefined && ledger.score > 1 && ledger.score * 3 >= asked
  const base = (!told || told.name === 'person') && isLedgers ? ledger.definition : (told ?? best)
  if (!base) return { rows: null, unused: sheet.rowSet.conditions.map(({ words }) => words) }
  const rules = sheet.rowSet.conditions.map((condition) => ({ condition, rule: ruleOf(condition, base) }))
  return {
    rows: { definition: base.name, where: rules.flatMap(({ rule }) => rule ?? []).join(' && ') },
    unused: rules.filter(({ rule }) => rule === undefined).map(({ condition }) => condition.words),
  }
}
