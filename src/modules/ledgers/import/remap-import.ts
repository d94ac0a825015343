import { type Place, Problem } from '../../../platform/contract/problem.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import { remapImport as contract } from '../contract.ts'
import { updateBatch } from '../storage/import-batch.ts'
import { getBatchIn, getImportable } from './get-batch.ts'
import { targetsOf } from './recognise/target.ts'
import { openPreview, type Preview } from './sealed-preview.ts'

type Mapping = Record<string, string | null>

const checkSheet = ({ sheets }: Preview, sheet: string | undefined): void => {
  if (sheet === undefined || sheets.some(({ name }) => name === sheet)) return
  throw new Problem('field.invalid', `文件里没有工作表“${sheet}”。`, {
    places: [{ field: 'sheet', message: '没有这个工作表' }],
  })
}

const checkMapping = (mapping: Mapping, keys: ReadonlySet<string>): void => {
  const places: Place[] = []
  const columnOf = new Map<string, string>()
  for (const [column, key] of Object.entries(mapping)) {
    if (key === null) continue
    const other = columnOf.get(key)
    if (!keys.has(key)) places.push({ column, message: `${column} 列：没有“${key}”这一项。` })
    else if (other) places.push({ column, message: `${other} 列和 ${column} 列对应到了同一项。` })
    columnOf.set(key, column)
  }
  if (places.length > 0) throw new Problem('field.invalid', `列对应不对：${places[0]!.message}`, { places })
}

/** Changes ledger, sheet or columns and previews again. What was chosen for columns lasts while those two do. */
export const remapImport = defineAction(contract, async (repository, input, office) => {
  const batch = await getBatchIn(repository, input.id, 'preview')
  const name = input.ledger ?? batch.ledger
  const ledger = name === null ? undefined : getImportable(repository, name)
  checkSheet(openPreview(repository, batch), input.sheet)
  const lasts = name === batch.ledger && (input.sheet ?? batch.sheet) === batch.sheet
  const given = Object.entries(input.mapping)
  const taken = new Set(given.map(([, key]) => key))
  const kept = Object.entries(lasts ? batch.mapping : {}).filter(([, key]) => !taken.has(key) || key === null)
  const mapping: Mapping = Object.fromEntries([...kept, ...given])
  checkMapping(mapping, new Set(targetsOf(ledger).map(({ key }) => key)))

  await updateBatch(repository, batch.id, 'preview', {
    state: 'reading',
    message: '',
    done: 0,
    total: null,
    ledger: name,
    sheet: input.sheet ?? batch.sheet,
    mapping,
  })
  await office.jobs.send(repository, {
    kind: 'readImport',
    title: `读取“${batch.file_name}”`,
    input: { import: batch.id },
  })
  return {
    answer: { import: batch.id },
    audit: { definition: name ?? undefined, area: batch.area ?? undefined, detail: { import: batch.id } },
  }
})
