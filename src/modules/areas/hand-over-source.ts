import type { Repository } from '../../platform/server/repository/repository.ts'

/** Work that belongs to a person rather than to an area, and so has to be handed over with a post. */
export interface HandOverSource {
  /** What it is, such as 未完成的导入. */
  readonly kind: string
  /** What somebody has open, within what whoever asks may know: titles only. */
  list(repository: Repository, staff: string): Promise<{ id: string; title: string }[]>
  /** Gives it to somebody else; answers how much that was. */
  give(repository: Repository, from: string, to: string): Promise<number>
}
