import { fetchJson } from '../api/fetch-route.ts'

/** Posts to the account's own addresses, which are no actions of the contract. Throws `ProblemError`. */
export const postToAccount = (path: string, body: object): Promise<unknown> =>
  fetchJson(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
