import { Button, Checkbox } from 'antd'
import type { ReactNode } from 'react'
import type { RecordView } from '../../../../platform/contract/records.ts'
import { PageLink } from '../../../../platform/web/address/page-link.tsx'

/** A record with what is said of it. */
export interface Choosable {
  readonly record: RecordView
  readonly told: string
}

interface ChooseRowsProps {
  label: string
  ledger: string
  rows: readonly Choosable[]
  chosen: ReadonlySet<string>
  choose: (chosen: ReadonlySet<string>) => void
  /** Loads more; absent where these are all. */
  more: (() => void) | undefined
}

const nameOf = ({ subject, display }: RecordView): string =>
  subject?.display.name ?? display.name ?? subject?.display.address ?? Object.values(display)[0] ?? '一条记录'

const factsOf = ({ subject, display, areaName }: RecordView): string => {
  const facts = subject?.display ?? display
  return [facts.sex, facts.birthDate && `${facts.birthDate}生`, areaName].filter(Boolean).join(' · ')
}

/** A person leads to their page, an entry to its own. */
const pageOf = (ledger: string, { id, subject, values }: RecordView): string =>
  subject === null && 'birthDate' in values ? `/registry/persons/${id}` : `/ledgers/${ledger}/${id}`

/** A list from which many are chosen at once; each says why it is here. */
export const ChooseRows = ({ label, ledger, rows, chosen, choose, more }: ChooseRowsProps): ReactNode => {
  const all = rows.every(({ record }) => chosen.has(record.id))
  const toggle = (id: string) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    choose(next)
  }
  return (
    <>
      <p>
        <Checkbox
          checked={all}
          indeterminate={!all && chosen.size > 0}
          onChange={() => choose(all ? new Set() : new Set(rows.map(({ record }) => record.id)))}
        >
          全选这 {rows.length} 条
        </Checkbox>
      </p>
      <ul className="plain-list choose-rows" aria-label={label}>
        {rows.map(({ record, told }) => (
          <li key={record.id}>
            <Checkbox
              aria-label={`选${nameOf(record)}`}
              checked={chosen.has(record.id)}
              onChange={() => toggle(record.id)}
            />
            <PageLink to={pageOf(ledger, record)}>{nameOf(record)}</PageLink>
            <span className="quiet">{factsOf(record)}</span>
            <span className="choose-told">{told}</span>
          </li>
        ))}
      </ul>
      {more && <Button onClick={more}>再看一些</Button>}
    </>
  )
}
