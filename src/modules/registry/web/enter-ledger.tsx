import { Button } from 'antd'
import type { RecordView } from '../../../platform/contract/records.ts'
import { PageLink } from '../../../platform/web/address/page-link.tsx'
import { Bubble } from '../../../platform/web/bubble/bubble.tsx'
import { useDefinitions } from '../../../platform/web/definition/use-definition.ts'
import { useMayWrite } from '../../../platform/web/viewpoint/use-may-write.ts'

/** The ledgers in which the person could be entered; each opens its form with the person filled in. */
export const EnterLedger = ({ person, entered }: { person: RecordView; entered: readonly string[] }) => {
  const mayWrite = useMayWrite('ledger.write')
  const open = useDefinitions().filter(
    (definition) =>
      definition.kind === 'ledger' &&
      definition.of === 'person' &&
      definition.may.write &&
      !entered.includes(definition.name),
  )
  if (!mayWrite || open.length === 0) return null
  return (
    <Bubble
      label="加入哪个台账"
      placement="bottomRight"
      button={(trigger) => <Button {...trigger}>加入台账</Button>}
      content={() => (
        <ul className="menu-list">
          {open.map((ledger) => (
            <li key={ledger.name}>
              <PageLink to={`/ledgers/${ledger.name}`} search={{ subject: person.id }}>
                {ledger.title}
              </PageLink>
            </li>
          ))}
        </ul>
      )}
    />
  )
}
