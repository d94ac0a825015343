import type { Box } from './grid.ts'
import { fullHeaderText, readHeaderText } from './header-text.ts'
import { findLeftAlone } from './left-alone.ts'
import { lexicon } from './lexicon.ts'
import { readAttribute, readRole } from './roles.ts'

/** Whether a text could head a column or stand before a value at all. */
export const isLabel = ({ kind, text }: Pick<Box, 'kind' | 'text'>): boolean =>
  kind === 'text' && text.length <= 60 && !/^[\d\s.,%\-/()（）年月日:：]+$/.test(text) && !isNoteText(text)

/** Notes, instructions and what is written under a form. */
export const isNoteText = (text: string): boolean =>
  /^(注|附注|备注|说明|填表说明|填报说明|填写说明|填表要求|填报要求|备注说明|注意事项)\s*[:：1一]/.test(
    text,
  ) ||
  (text.length > 60 && /[。;；]/.test(text))

/** Lines such as 填报单位: … 日期: 年 月 日 that belong to the whole form. */
export const isFormLine = (text: string): boolean =>
  /(填报|填表|制表|报送|上报|统计|采集)(单位|人|日期|时间|部门)|^(单位|日期|时间|编号|街道|社区|联系人|联系电话|负责人|审核人)[^:：]{0,12}[:：]|^(附件|附表|表\s*\d|单位[:：])|年\s*月\s*日/.test(
    text,
  )

/** Whether the words of a label are known to the wording of forms. */
export const isKnownLabel = (text: string): boolean => {
  const { words } = readHeaderText(text)
  const full = fullHeaderText(text)
  if (words === '') return false
  return (
    lexicon.has(full) ||
    lexicon.has(words) ||
    findLeftAlone(words) !== null ||
    readAttribute(words) !== null ||
    (readRole(words, false)?.attribute ?? null) !== null ||
    /^(省|市|县|区县|县区|县\/区|乡镇|街道|村|社区|详细地址|门牌)$/.test(full)
  )
}
