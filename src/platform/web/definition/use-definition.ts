import { type DefinitionView, listDefinitions } from '../../contract/catalogue.ts'
import { useRoute } from '../api/use-route.ts'

/** All definitions that one may read; empty until they are known. */
export const useDefinitions = (): readonly DefinitionView[] =>
  useRoute(listDefinitions).data?.definitions ?? []

/** One definition by name; undefined until known or where one may not read it. */
export const useDefinition = (name: string | null | undefined): DefinitionView | undefined =>
  useDefinitions().find((definition) => definition.name === name)
