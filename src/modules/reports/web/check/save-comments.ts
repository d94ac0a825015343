import { findingComment } from '../../../../documents/check/finding-comment.ts'
import type { CheckResult, Finding } from '../../../../documents/check/index.ts'
import { type Compared, sayCompared, verdictWords } from '../../against/verdict-words.ts'
import { saveFile } from './save-file.ts'

interface Reviewed {
  name: string
  bytes: Uint8Array | null
  result: CheckResult
  /** Findings that stand, and numbers that were held against the ledgers. */
  findings: readonly Finding[]
  compared: readonly Compared[]
  /** Who exports. */
  author: string
}

const differing = (result: CheckResult, compared: readonly Compared[]) =>
  compared
    .filter(({ verdict }) => verdict === 'differs')
    .map((one) => {
      const { start, end } = result.quantities[one.number]!
      return { start, end, text: `【${verdictWords[one.verdict].title}】${sayCompared(one)}` }
    })

/**
 * Saves a copy of the report with what was found as Word comments; of a text or an old .doc a new .docx. Answers why
 * it could not, else null.
 */
export const saveComments = async ({
  name,
  bytes,
  result,
  findings,
  compared,
  author,
}: Reviewed): Promise<string | null> => {
  const { addComments, plainDocx } = await import('../../../../documents/docx-comments/index.ts')
  const isDocx = bytes !== null && bytes[0] === 0x50 && bytes[1] === 0x4b
  const comments = [...findings.map((finding) => findingComment(finding)), ...differing(result, compared)]
  const copy = addComments(isDocx ? bytes : plainDocx(result.text.replace(/\n$/, '')), comments, {
    name: `${author}（有据核对）`,
    initials: '核',
    at: `${new Date().toISOString().slice(0, 19)}Z`,
  })
  if (!copy.ok) return copy.message
  saveFile(
    `${name.replace(/\.[^.]+$/, '')}（批注）.docx`,
    new Blob([copy.value as BlobPart], {
      type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    }),
  )
  return null
}
