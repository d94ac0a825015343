import type { CodeList } from './code-list.ts'

/** What an elder can do alone, in the three words that ledgers use. */
export const elderStatus: CodeList = {
  name: 'elderStatus',
  title: '老年人当前状况',
  items: [
    { code: '1', title: '自理', synonyms: ['能自理', '健康', '能力完好', '生活自理', '全自理'] },
    { code: '2', title: '半失能', synonyms: ['半自理', '轻度失能', '中度失能', '部分失能', '介助'] },
    { code: '3', title: '失能', synonyms: ['不能自理', '重度失能', '完全失能', '失能失智', '介护'] },
  ],
}
