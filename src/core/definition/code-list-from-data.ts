import { z } from 'zod'
import { type CodeList, codeLists } from '../code/index.ts'
import { nearest } from '../nearest.ts'
import { type Parsed, parsed, refused } from '../parsed.ts'
import { firstIssue } from './first-issue.ts'

const ownList = z.object({
  name: z.string().regex(/^[A-Za-z]\w{0,59}$/, '应以字母开头，只用字母、数字和下划线'),
  title: z.string().min(1).max(50),
  standard: z.string().optional(),
  items: z
    .array(
      z.object({
        code: z.string().min(1).max(20),
        title: z.string().min(1).max(50),
        synonyms: z.array(z.string()).optional(),
      }),
    )
    .min(1)
    .refine((items) => new Set(items.map((item) => item.code)).size === items.length, '代码有重复'),
})

const findList = (name: string): Parsed<CodeList> => {
  const list = Object.hasOwn(codeLists, name) ? codeLists[name] : undefined
  if (list) return parsed(list)
  const near = nearest(name, Object.keys(codeLists))
  return refused(`没有名为“${name}”的代码表${near.length > 0 ? `，最接近的是 ${near.join('、')}` : ''}。`)
}

/** A code list from data: the name of one that comes with the program, or a list of the office's own. */
export const codeListFromData = (data: unknown): Parsed<CodeList> => {
  if (typeof data === 'string') return findList(data)
  const answer = ownList.safeParse(data, { error: z.locales.zhCN().localeError })
  return answer.success ? parsed(answer.data) : refused(`代码表不对：${firstIssue(answer.error)}。`)
}
