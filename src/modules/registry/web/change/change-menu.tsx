import { Button } from 'antd'
import type { RecordView } from '../../../../platform/contract/records.ts'
import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { Bubble } from '../../../../platform/web/bubble/bubble.tsx'

interface ChangeMenuProps {
  person?: RecordView | undefined
  household?: RecordView | undefined
  /** How many live in the household. */
  size: number
}

/** What can happen to a person, by action; `shared`: only where others live in the household. */
const ofPerson = (person: RecordView, shared: boolean): [kind: string, title: string][] => [
  ['moveOut', '迁出'],
  ['joinHousehold', '转入另一户'],
  ...(shared
    ? ([
        ['splitHousehold', '分户'],
        ['changeHead', '当户主'],
      ] as [string, string][])
    : []),
  ['registerMarriage', '结婚'],
  ['registerDivorce', '离婚'],
  ...(person.values.sex === '2' ? ([['registerBirth', '生育']] as [string, string][]) : []),
  ['changeIdNumber', '身份证号变更'],
  ['registerDeath', '死亡'],
]

const ofHousehold = (shared: boolean): [kind: string, title: string][] => [
  ['moveIn', '迁入一人'],
  ['registerBirth', '出生'],
  ['moveHousehold', '整户搬迁'],
  ['moveOut', '全户或部分迁出'],
  ...(shared
    ? ([
        ['splitHousehold', '分户'],
        ['changeHead', '变更户主'],
      ] as [string, string][])
    : []),
  ['mergeHouseholds', '并入另一户'],
]

/** 办理变动: what may happen next, each on a page of its own with everything known filled in. */
export const ChangeMenu = ({ person, household, size }: ChangeMenuProps) => {
  const entries = person ? ofPerson(person, size > 1) : ofHousehold(size > 1)
  return (
    <Bubble
      label="办理变动"
      placement="bottomRight"
      button={(trigger) => (
        <Button {...trigger} type="primary">
          办理变动
        </Button>
      )}
      content={() => (
        <ul className="menu-list">
          {entries.map(([kind, title]) => (
            <li key={kind}>
              <PageLink
                to={`/registry/changes/${kind}`}
                search={{ person: person?.id, household: person ? undefined : household?.id }}
              >
                {title}
              </PageLink>
            </li>
          ))}
        </ul>
      )}
    />
  )
}
