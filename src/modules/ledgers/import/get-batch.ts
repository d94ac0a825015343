import type { LedgerDefinition } from '../../../core/definition/index.ts'
import { Problem } from '../../../platform/contract/problem.ts'
import { areasWith } from '../../../platform/server/permission/actor.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
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

/** Ledgers that the actor may fill from a file: those of people, and those that stand for themselves. */
export const importableLedgers = ({ catalogue, actor }: Repository): LedgerDefinition[] =>
  areasWith(actor, 'ledger.write').length === 0
    ? []
    : [...catalogue.ledgers.values()].filter(
        ({ of, retired }) => !retired && (of === undefined || of.name === person.name),
      )

/** The ledger of that name. Throws `definition.not_found`. */
export const getImportable = (repository: Repository, name: string): LedgerDefinition => {
  const ledger = importableLedgers(repository).find((each) => each.name === name)
  if (!ledger) throw new Problem('definition.not_found', `没有可以导入的台账「${name}」。`)
  return ledger
}
