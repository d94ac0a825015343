import { type OfficialBlock, writeOfficial } from '../../../documents/official/index.ts'
import { block, heading1, paragraph, say } from '../templates/phrase.ts'

const row = (...cells: string[]): OfficialBlock => ({
  kind: 'tableRow',
  spans: [],
  cells: cells.map((cell) => say`${cell}`),
})

/** What an office may start its own template from: a short report with every kind of tag. */
export const exampleTemplate = (): Promise<Uint8Array> =>
  writeOfficial({
    title: '{标题}',
    blocks: [
      block('title', '{标题}'),
      heading1('一、基本情况'),
      paragraph(
        '截至{截止日期}，{区域}共有常住居民{常住居民人数}人，较上年同期{常住居民人数|同比}；60周岁及以上居民{60 周岁及以上居民人数}人，上年同期为{60 周岁及以上居民人数|上年}人。残疾人{残疾人数}人，登记失业{登记失业人数}人。',
      ),
      row('序号', '社区（网格）名称', '常住居民（人）', '残疾人（人）'),
      row('{#各社区}{序号}', '{名称}', '{常住居民人数}', '{残疾人数}{/各社区}'),
      heading1('二、主要工作'),
      paragraph('{期间}新增居民{新增居民人数}人，减少居民{减少居民人数}人。（写上本期开展的工作）'),
      heading1('三、存在问题'),
      paragraph('（写上存在的问题）'),
      heading1('四、下一步打算'),
      paragraph('（写上下一步的安排）'),
      block('signature', '{单位}'),
      block('signature', '{日期}'),
    ],
  })
