import { randomUUID } from 'node:crypto'

/** An office spoken to as a program does, signed in as somebody. */
export interface Api {
  /** What a browser of the same person carries. */
  readonly cookie: string
  get<Answer>(path: string): Promise<Answer>
  /** Runs an action once; `key` is its idempotency key. */
  act<Answer>(name: string, input: object, key?: string): Promise<Answer>
  /** Uploads a file; answers its id. */
  upload(name: string, bytes: Uint8Array): Promise<string>
  download(path: string): Promise<Uint8Array>
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
    upload: async (name, bytes) => {
      const body = new FormData()
      body.append('file', new Blob([Buffer.from(bytes)]), name)
      const sent = await fetch(`${url}/api/files`, { method: 'POST', headers: { cookie }, body })
      return (await read<{ id: string }>(sent)).id
    },
    download: async (path) => {
      const answer = await fetch(url + path, { headers: { cookie } })
      if (!answer.ok) throw new Error(`${answer.status} ${answer.url}: ${await answer.text()}`)
      return new Uint8Array(await answer.arrayBuffer())
    },
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
