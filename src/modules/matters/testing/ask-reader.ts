import type { z } from 'zod'
import type { Actor } from '../../../platform/server/permission/actor.ts'
import type { TestOffice } from '../../../platform/server/testing/test-office.ts'
import { mattersServer } from '../server.ts'

/** What a route of the module answers somebody, read as its contract has it. */
export const askReader = async <Route extends { path: string; query: z.ZodType; answer: z.ZodType }>(
  house: TestOffice,
  actor: Actor,
  route: Route,
  query: object = {},
): Promise<z.output<Route['answer']>> => {
  const reader = mattersServer.readers.find(({ route: { path } }) => path === route.path)!
  const asked = { params: {}, query: route.query.parse(query) }
  return route.answer.parse(await reader.answer(house.repository(actor), asked, house.office)) as never
}
