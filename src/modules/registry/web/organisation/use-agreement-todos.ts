import { useRoute } from '../../../../platform/web/api/use-route.ts'
import type { Todo, UseTodos } from '../../../../platform/web/module/web-module.ts'
import { listExpiringAgreements } from '../../record-contract.ts'
import { recordPage } from '../../record-page.ts'

/** Agreements to renew or to end. */
export const useAgreementTodos: UseTodos = (enabled) => {
  const { data } = useRoute(listExpiringAgreements, {}, { enabled })
  return (data?.agreements ?? []).map(
    ({ id, name, organisation, organisationName, expiresOn, areaName }): Todo => ({
      key: `agreement.${id}`,
      title: `${organisationName}的${name}，请续签或终止`,
      detail: areaName,
      due: expiresOn,
      act: {
        title: '去办',
        to: organisation ? recordPage('organisation', organisation)! : recordPage('agreement', id)!,
      },
    }),
  )
}
