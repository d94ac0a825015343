import type { ReportView } from '../../contract.ts'

/** How far a report is, in words. */
export const stateTitles: Readonly<Record<ReportView['state'], string>> = {
  draft: '草稿',
  published: '已定稿',
  superseded: '已被更正取代',
}
