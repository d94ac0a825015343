import type { UseTodos } from '../../../platform/web/module/web-module.ts'
import { useFollowUpTodos } from './change/use-follow-up-todos.ts'
import { useAgreementTodos } from './organisation/use-agreement-todos.ts'

/** What changes of people have left to do, and agreements that end. */
export const useRegistryTodos: UseTodos = (enabled) => [
  ...useFollowUpTodos(enabled),
  ...useAgreementTodos(enabled),
]
