import { readProblem, unreachable } from '../api/problem-error.ts'

const sentences: Readonly<Record<string, string>> = {
  INVALID_USERNAME_OR_PASSWORD: '用户名或密码不对。请再看一眼大小写；忘了密码请找管理员重设。',
  INVALID_PASSWORD: '现在的密码不对。',
  PASSWORD_TOO_SHORT: '新密码太短了。',
  PASSWORD_TOO_LONG: '新密码太长了。',
}

const wordRefusal = (status: number, text: string): string => {
  try {
    const { code, title } = JSON.parse(text) as { code?: string; title?: string }
    if (code && sentences[code]) return sentences[code]
    // Our own problems already say in Chinese what to do.
    if (title) return title
  } catch {
    // Not JSON: told below.
  }
  if (status === 429) return '试得太频繁了。请过一分钟再试。'
  return status === 401 ? sentences.INVALID_USERNAME_OR_PASSWORD! : readProblem(status, text).message
}

/** Sends a request to the sign-in service. Null when it went well, else a sentence for the person. */
export const askSignIn = async (path: string, body: object): Promise<string | null> => {
  try {
    const response = await fetch(`/api/auth/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
    })
    return response.ok ? null : wordRefusal(response.status, await response.text())
  } catch {
    return unreachable().message
  }
}
