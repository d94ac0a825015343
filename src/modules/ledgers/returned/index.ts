import { writeTable } from '../../../documents/xlsx/index.ts'
import { Problem } from '../../../platform/contract/problem.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import { refuseFuture } from '../../../platform/server/action/refuse-future.ts'
import { areasWith } from '../../../platform/server/permission/actor.ts'
import { checkValues } from '../../../platform/server/repository/check-values.ts'
import { getLedger } from '../../../platform/server/repository/get-definition.ts'
import { changeRecord } from '../../../platform/server/repository/write.ts'
import { acceptReturnedFile, compareReturnedFile, importAddedRows } from '../contract.ts'
import { startImport } from '../import/start-import.ts'
import { compareReturned, conflicts, takesTheirs } from './compare-returned.ts'
import { readReturned } from './read-returned.ts'
import { viewReturned } from './view-returned.ts'

/** Holds a file that came back against what was handed out and what is held. Nothing is written. */
const compareFile = defineAction(
  compareReturnedFile,
  async (repository, input, office) => {
    const ledger = getLedger(repository, input.ledger)
    if (areasWith(repository.actor, 'ledger.write').length === 0)
      throw new Problem('right.missing', '您的岗位不能修改台账，不能带回表格。')
    const file = await readReturned(office, repository, ledger, input.file)
    const view = viewReturned(repository, ledger, await compareReturned(repository, ledger, file))
    return { answer: view, audit: { definition: ledger.name, detail: { file: input.file, ...view.counts } } }
  },
  { looks: true },
)

/**
 * Writes what the file changed. A row whose fields both sides changed is written only where a person chose; what is
 * left undecided, faulty or no longer ours is counted, never dropped without a word.
 */
const acceptFile = defineAction(acceptReturnedFile, async (repository, input, office) => {
  const ledger = getLedger(repository, input.ledger)
  if (areasWith(repository.actor, 'ledger.write').length === 0)
    throw new Problem('right.missing', '您的岗位不能修改台账，不能带回表格。')
  refuseFuture(repository, input.on)
  const file = await readReturned(office, repository, ledger, input.file)
  const told = await compareReturned(repository, ledger, file, true)
  const done = { written: 0, skipped: 0, undecided: 0, faulty: 0 }
  for (const each of told) {
    if (each.kind !== 'returned') continue
    const clashing = each.fields.filter(conflicts)
    const changed = each.fields.filter(takesTheirs)
    const choice = input.choices[each.id]
    if (each.faults.length > 0) done.faulty += 1
    else if (clashing.length + changed.length === 0) continue
    else if (choice === 'skip') done.skipped += 1
    else if (clashing.length > 0 && choice === undefined) done.undecided += 1
    else {
      const ours = Object.fromEntries(clashing.map((field) => [field.key, field.ours]))
      const values = choice === 'ours' ? { ...each.values, ...ours } : each.values
      if (choice === 'ours' && changed.length === 0) {
        done.skipped += 1
        continue
      }
      const on = [input.on, each.held!.valid_from].toSorted().at(-1)!
      await changeRecord(repository, ledger, each.held!, {
        values: checkValues(ledger, values),
        on,
        mode: 'change',
        cause: 'imported',
        reason: '表格改好后带回',
      })
      done.written += 1
    }
  }
  return {
    answer: done,
    audit: { definition: ledger.name, detail: { file: input.file, on: input.on, ...done } },
  }
})

/** Hands the rows that somebody added to the import, where each is matched, checked and confirmed like any other. */
const importAdded = defineAction(importAddedRows, async (repository, input, office) => {
  const ledger = getLedger(repository, input.ledger)
  const file = await readReturned(office, repository, ledger, input.file)
  const added = (await compareReturned(repository, ledger, file)).filter(({ kind }) => kind === 'added')
  if (added.length === 0) throw new Problem('request.invalid', '这个文件里没有新加的行。')
  const columns = [
    ...file.subjectKeys.map((key) => ({
      of: 'subject' as const,
      key,
      header: ledger.of!.fields[key]!.title,
    })),
    ...file.keys.map((key) => ({ of: 'texts' as const, key, header: ledger.fields[key]!.title })),
  ]
  const bytes = await writeTable({
    sheet: '新加的行',
    columns: columns.map(({ header }) => ({ header, format: 'text' })),
    rows: added.map(({ row: { row } }) => columns.map(({ of, key }) => row[of][key] ?? null)),
  })
  const name = `${ledger.title}-新加的 ${added.length} 行.xlsx`
  const { id } = await office.files.put(repository, { name, type: '', bytes })
  return startImport.run(repository, { file: id, ledger: ledger.name, area: undefined }, office)
})

export const returnedActions = [compareFile, acceptFile, importAdded]
