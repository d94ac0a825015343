import type { SheetContent } from '../../../documents/form/index.ts'
import type { DropTarget } from '../module/web-module.ts'

/** Larger files would hold the page while they are read; they are asked about as they are. */
const mostBytes = 3 * 2 ** 20

const contentOf = async (file: File): Promise<SheetContent | null> => {
  if (file.size > mostBytes) return null
  const [{ readWorkbook }, { recogniseContent }] = await Promise.all([
    import('../../../documents/xlsx/index.ts'),
    import('../../../documents/form/index.ts'),
  ])
  const workbook = await readWorkbook(new Uint8Array(await file.arrayBuffer()), { fileName: file.name })
  return workbook.ok ? recogniseContent(workbook.value) : null
}

const words: { [Is in SheetContent['is']]: (content: Extract<SheetContent, { is: Is }>) => string } = {
  blank: () => '表头下面是空的，看起来是这个。',
  filled: ({ rows }) => `表里已有 ${rows} 行内容，看起来是这个。`,
  returned: () => '里面有“填报来源”，是从这里填好的，看起来是这个。',
}

export interface Recognised {
  /** The likeliest first. */
  readonly targets: readonly DropTarget[]
  /** Why the first one is likely; null where the file does not say. */
  readonly reason: string | null
}

/** Looks into a file that could be several things, without sending it anywhere. */
export const lookInto = async (file: File, targets: readonly DropTarget[]): Promise<Recognised> => {
  const content = await contentOf(file).catch(() => null)
  const likely = content && targets.find(({ holds }) => holds === content.is)
  if (!likely) return { targets, reason: null }
  return {
    targets: [likely, ...targets.filter((target) => target !== likely)],
    reason: words[content.is](content as never),
  }
}
