import { levelOf } from '../../../core/area/index.ts'
import { dateText, type OfficialBlock } from '../../../documents/official/index.ts'
import { block } from './phrase.ts'

/** Who signs for an area: 幸福街道办事处, 城北社区居民委员会; a district or a grid by its own name. */
export const signerOf = (area: string, name: string): string => {
  const level = levelOf(area).name
  if (level === 'subdistrict') return /[镇乡]$/.test(name) ? `${name}人民政府` : `${name}办事处`
  if (level === 'community') return /村$/.test(name) ? `${name}村民委员会` : `${name}居民委员会`
  return name
}

export const signature = (signer: string, on: string): OfficialBlock[] => [
  block('signature', signer),
  block('signature', dateText(on)),
]
