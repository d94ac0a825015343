import type { CodeList } from './code-list.ts'

/** Ability to care for oneself as assistance rules grade it: of six abilities none, one to three, or four and more failed. */
export const selfCareAbility: CodeList = {
  name: 'selfCareAbility',
  title: '生活自理能力',
  items: [
    { code: '1', title: '全自理', synonyms: ['具备生活自理能力', '自理', '能自理', '具备'] },
    { code: '2', title: '部分丧失', synonyms: ['半自理', '部分丧失生活自理能力', '半护理'] },
    { code: '3', title: '完全丧失', synonyms: ['全护理', '完全丧失生活自理能力', '不能自理', '无自理能力'] },
  ],
}
