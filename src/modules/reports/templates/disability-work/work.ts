import type { OfficialBlock } from '../../../../documents/official/index.ts'
import type { FigureSheet } from '../../figures/figure-sheet.ts'
import { heading1, heading2, listOf, paragraph, prompt, rate, say, sinceLastYear } from '../phrase.ts'

/** 二、主要工作: what the ledger knows of subsidies, care, children and elderly; the rest is asked for. */
export const work = (sheet: FigureSheet): OfficialBlock[] => {
  const young = listOf(sheet, [
    ['残疾儿童', 'disability.children', '人'],
    ['老年残疾人', 'disability.elderly', '人'],
  ])
  return [
    heading1('二、主要工作'),
    heading2('（一）两项补贴'),
    paragraph(
      say`享受困难残疾人生活补贴${sheet.number('disability.livingSubsidy')}人${sinceLastYear(sheet, 'disability.livingSubsidy')}；享受重度残疾人护理补贴${sheet.number('disability.careSubsidy')}人${sinceLastYear(sheet, 'disability.careSubsidy')}，${rate(sheet, '与重度残疾人数之比为', 'disability.careSubsidyCoverage', '与重度残疾人数之比')}。${prompt('补贴资格复核、发放到账和补贴标准调整的情况')}`,
    ),
    heading2('（二）托养照护'),
    paragraph(
      say`享受托养服务${sheet.number('disability.care')}人${sinceLastYear(sheet, 'disability.care')}。${prompt('托养机构、居家照护和家庭无障碍改造的情况')}`,
    ),
    heading2('（三）残疾儿童和老年残疾人服务'),
    paragraph(
      say`${young.length === 0 ? '台账中暂无残疾儿童和老年残疾人' : say`在册${young}`}。${prompt('残疾儿童康复救助、入学安置和老年残疾人探访的情况')}`,
    ),
    heading2('（四）康复、就业和文体活动'),
    paragraph(prompt('辅助器具适配、康复训练、就业培训和推荐、文体活动的场次和人数')),
  ]
}
