import { randomUUID } from 'node:crypto'

/** An office spoken to as a program does, signed in as somebody. */
export interface Api {
  /** What a browser of the same person carries. */
  readonly cookie: string
  get<Answer>(path: string): Promise<Answer>
  /** Runs an action once; `key` is its idempotency key. */
  act<Answer>(name: string, input: object, key?: string): Promise<Answer>
}

export const demoPassword = 'youju-demo-2026'

async function read<Answer>(response: Response): Promise<Answer> {
  if (!response.ok) throw new Error(`${response.status} ${response.url}: ${await response.text()}`)
  return (await response.json()) as Answer
}

/** Speaks as whoever's cookie it is. */
export function apiWith(url: string, cookie: string): Api {
  return {
    cookie,
    get: async (path) => read(await fetch(url + path, { headers: { cookie } })),
    act: async (name, input, key = randomUUID()) =>
      read(
        await fetch(`${url}/api/actions/${name}`, {
          method: 'POST',
          headers: { cookie, 'content-type': 'application/json', 'idempotency-key': key },
          body: JSON.stringify(input),
        }),
      ),
  }
}

/** Signs in to a demo office. */
export async function signInTo(url: string, username: string): Promise<Api> {
  const response = await fetch(`${url}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: demoPassword }),
  })
  if (!response.ok) throw new Error(`${username} may not sign in: ${await response.text()}`)
  return apiWith(
    url,
    response.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; '),
  )
}
