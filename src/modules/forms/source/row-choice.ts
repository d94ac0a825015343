import type { Definition } from '../../../core/definition/index.ts'
import { defineMetric, ruleVariables } from '../../../core/definition/index.ts'
import { checkRule } from '../../../core/expression/index.ts'
import { Problem } from '../../../platform/contract/problem.ts'
import { metricFilters } from '../../../platform/server/figures/metric-query.ts'
import type { Filter } from '../../../platform/server/repository/filter.ts'
import { getDefinition } from '../../../platform/server/repository/get-definition.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import type { RowChoice } from '../contract-request.ts'

/** The definition of the rows. Throws `definition.not_found`, and `form.rows_invalid` for a rule that is wrong. */
export const checkRowChoice = (repository: Repository, rows: RowChoice): Definition => {
  const definition = getDefinition(repository, rows.definition)
  if (rows.where.trim() === '') return definition
  const rule = checkRule(rows.where, ruleVariables(definition))
  if (!rule.ok)
    throw new Problem('form.rows_invalid', `填哪些${definition.unit}的条件写得不对：${rule.message}`, {
      places: [{ field: 'rows.where', message: rule.message }],
    })
  return definition
}

/** The rule of the rows as conditions of a query. */
export const rowFilters = (
  repository: Repository,
  definition: Definition,
  rows: RowChoice,
  asOf: string,
): Filter[] => {
  const where = rows.where.trim()
  if (where === '') return []
  const counted = defineMetric({
    name: definition.name,
    title: definition.title,
    unit: definition.unit,
    description: '',
    count: definition,
    where,
  })
  return metricFilters(repository, counted, { asOf, from: asOf })
}
