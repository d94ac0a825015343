import { Problem } from '../../contract/problem.ts'

interface HttpError extends Error {
  statusCode?: number
  code?: string
}

export const tooLarge = (): Problem => new Problem('file.too_large', '文件超过 200 MB，请拆分后再上传。')

/** Any failure as a problem: ours as they are, the framework's in our words, the rest without their secrets. */
export const readProblem = (error: unknown): Problem => {
  if (error instanceof Problem) return error
  const { statusCode, code } = error as HttpError
  if (code === 'FST_REQ_FILE_TOO_LARGE') return tooLarge()
  if (statusCode === 413) return new Problem('file.too_large', '一次提交的内容太多，请分几次提交。')
  if (statusCode === 429) return new Problem('rate.exceeded', '操作太频繁，请一分钟后再试。')
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return new Problem('request.unreadable', '请求读不懂：内容不是正确的 JSON 或文件。')
  // NUL, which comes along from other programs: PostgreSQL stores it neither in text nor in JSON
  if (code === '22021' || code === '22P05')
    return new Problem(
      'request.invalid',
      '填写的文字里有看不见的控制字符，多半是从别处粘贴来的。请删去后重新输入。',
    )
  // uuid, date and number texts that PostgreSQL itself refuses
  if (typeof code === 'string' && code.startsWith('22'))
    return new Problem('request.invalid', '请求里有格式不对的值，请检查日期、数字和编号。')
  return new Problem('server.failed', '系统内部出错，已记入日志；您的数据没有改动。请稍后再试。')
}
