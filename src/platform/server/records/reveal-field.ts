import { Problem } from '../../contract/problem.ts'
import { revealField as contract } from '../../contract/records.ts'
import { defineAction } from '../action/define-action.ts'
import { refuseManaged } from '../action/refuse-managed.ts'
import { may } from '../permission/actor.ts'
import { findRow, notFound } from '../repository/find.ts'
import { getDefinition } from '../repository/get-definition.ts'
import { toValues } from '../repository/row.ts'
import { refuseManyReveals } from './refuse-many-reveals.ts'

/** Shows one sensitive value of one record, for a purpose, which is written down; so many an hour, and kept nowhere. */
export const revealField = defineAction(
  contract,
  async (repository, { definition: name, id, field: key, purpose }) => {
    const definition = getDefinition(repository, name)
    refuseManaged(definition)
    const found = await findRow(repository, definition, id)
    if (!found) throw notFound(definition)
    if (!may(repository.actor, 'field.reveal', found.row.area))
      throw new Problem('right.missing', '您的岗位不能查看这里的脱敏信息原文。')
    const field = definition.fields[key]
    if (!field) throw new Problem('request.invalid', `${definition.title}没有「${key}」这一项。`)
    await refuseManyReveals(repository)
    const value = toValues(repository.cipher, definition, found.row)[key]
    return {
      answer: { value: value === undefined ? '' : field.type.format(value) },
      audit: { definition: name, subject: id, area: found.row.area, purpose, detail: { field: key } },
    }
  },
  { looks: true },
)
