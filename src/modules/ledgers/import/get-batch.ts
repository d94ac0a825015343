import type { Definition } from '../../../core/definition/index.ts'
import { Problem } from '../../../platform/contract/problem.ts'
import { areasWith } from '../../../platform/server/permission/actor.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { writingRight } from '../../../platform/server/repository/scope.ts'
import { person } from '../../registry/index.ts'
import { findBatch, type ImportBatch, type ImportState } from '../storage/import-batch.ts'

/** One's own import. Throws `import.not_found` for anybody else's, as for none. */
export const getBatch = async (repository: Repository, id: string, lock = false): Promise<ImportBatch> => {
  const batch = await findBatch(repository, id, lock)
  if (!batch) throw new Problem('import.not_found', '没有找到这次导入，请重新选择文件。')
  return batch
}

const stateWords: Record<ImportState, string> = {
  reading: '还在读取',
  preview: '已可以预览',
  importing: '正在写入',
  done: '已经完成',
  failed: '没有成功',
  cancelled: '已经放弃',
}

/** One's own import in one of these states, locked. Throws `import.wrong_state`. */
export const getBatchIn = async (
  repository: Repository,
  id: string,
  ...states: ImportState[]
): Promise<ImportBatch> => {
  const batch = await getBatch(repository, id, true)
  if (!states.includes(batch.state))
    throw new Problem(
      'import.wrong_state',
      `这次导入${stateWords[batch.state]}，现在不能这样做。请刷新页面查看最新情况。`,
      { detail: { state: batch.state } },
    )
  return batch
}

/** What the actor may fill from a file: ledgers of people or of what stands for itself, and such records. */
export const importableLedgers = ({ catalogue, actor }: Repository): Definition[] => {
  const ledgers = [...catalogue.ledgers.values()].filter(
    ({ of, retired }) => !retired && (of === undefined || of.name === person.name),
  )
  const records = [...catalogue.records.values()].filter(({ importable }) => importable)
  return [...ledgers, ...records].filter(
    (definition) => areasWith(actor, writingRight(definition)).length > 0,
  )
}

/** The ledger or record of that name. Throws `definition.not_found`. */
export const getImportable = (repository: Repository, name: string): Definition => {
  const ledger = importableLedgers(repository).find((each) => each.name === name)
  if (!ledger) throw new Problem('definition.not_found', `没有可以导入的台账「${name}」。`)
  return ledger
}
