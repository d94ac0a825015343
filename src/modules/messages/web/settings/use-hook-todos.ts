import { useRoute } from '../../../../platform/web/api/use-route.ts'
import type { Todo } from '../../../../platform/web/module/web-module.ts'
import { listHooks } from '../../contract.ts'

/** Hooks that the house turned off because they failed too often: somebody has to look. */
export const useHookTodos = (enabled: boolean): readonly Todo[] =>
  (useRoute(listHooks, {}, { enabled }).data?.hooks ?? [])
    .filter(({ gaveUp }) => gaveUp)
    .map(({ id, title, deliveries }) => ({
      key: `hook.${id}`,
      title: `推送“${title}”多次失败，已自动停用`,
      detail: deliveries.find(({ lastError }) => lastError !== '')?.lastError ?? '请检查对方的地址',
      due: null,
      act: { title: '查看', to: '/settings/messages' },
    }))
