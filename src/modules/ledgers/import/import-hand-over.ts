import type { HandOverSource } from '../../areas/server.ts'
import { giveBatches, listOpenBatches } from '../storage/batch-owner.ts'

/** Imports that somebody began and has not confirmed. */
export const importHandOver: HandOverSource = {
  kind: '没有完成的导入',
  list: async (repository, staff) =>
    (await listOpenBatches(repository, staff)).map(({ id, name }) => ({ id, title: `导入「${name}」` })),
  give: giveBatches,
}
