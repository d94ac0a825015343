import type { OfficialBlock, OfficialSpan } from '../../../documents/official/index.ts'
import { heading1, paragraph, prompt, say } from './phrase.ts'

/** Something that the figures show to be wanting, and what follows from it. */
export interface Concern {
  readonly told: OfficialSpan[]
  readonly plan: string
}

const ordinals = '一二三四五六七八九'

/** 三、存在问题 and 四、下一步打算: what the figures show, answered point by point, and room for what they cannot. */
export const problemsAndPlans = (concerns: readonly Concern[], next: string): OfficialBlock[] => {
  const numbered = (index: number) => (concerns.length > 1 ? `${ordinals[index]}是` : '')
  return [
    heading1('三、存在问题'),
    ...concerns.map(({ told }, index) => paragraph(say`${numbered(index)}${told}`)),
    paragraph(prompt(`${concerns.length > 0 ? '工作中存在的其他问题' : '工作中存在的问题'}`)),
    heading1('四、下一步打算'),
    ...concerns.map(({ plan }, index) => paragraph(`${numbered(index)}${plan}`)),
    paragraph(prompt(next)),
  ]
}
