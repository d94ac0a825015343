import { Button, Input } from 'antd'
import { ReferenceSelect } from '../../../../platform/web/input/reference-select.tsx'

export interface PartyInput {
  key: number
  /** A resident of the registry; else by name. */
  person?: string | undefined
  name: string
  phone: string
  address: string
}

export const blankParty = (key: number): PartyInput => ({ key, name: '', phone: '', address: '' })

/** 当事人: from the registry, or by name. */
export const PartyList = ({
  value: parties,
  onChange,
}: {
  value: readonly PartyInput[]
  onChange: (parties: PartyInput[]) => void
}) => {
  const set = (key: number, change: Partial<PartyInput>) =>
    onChange(parties.map((party) => (party.key === key ? { ...party, ...change } : party)))
  return (
    <div className="dispute-parties">
      {parties.map((party, index) => {
        const who = `第 ${index + 1} 方当事人`
        const line = (field: 'name' | 'phone' | 'address', title: string, max: number) => (
          <Input
            aria-label={`${who}的${title}`}
            placeholder={title}
            maxLength={max}
            autoComplete="off"
            value={party[field]}
            onChange={(event) => set(party.key, { [field]: event.target.value })}
          />
        )
        return (
          <fieldset key={party.key} className="dispute-group">
            <legend>{who}</legend>
            <ReferenceSelect
              record="person"
              label={`${who}：从居民里选`}
              value={party.person}
              onChange={(person) => set(party.key, { person })}
            />
            {!party.person && line('name', '姓名或单位（不在居民里的）', 50)}
            {line('phone', '电话（可不填）', 20)}
            {line('address', '住址（可不填）', 120)}
            {parties.length > 2 && (
              <Button
                size="small"
                type="text"
                onClick={() => onChange(parties.filter((each) => each !== party))}
              >
                去掉这一方
              </Button>
            )}
          </fieldset>
        )
      })}
      {parties.length < 10 && (
        <div>
          <Button
            size="small"
            onClick={() => onChange([...parties, blankParty(Math.max(...parties.map(({ key }) => key)) + 1)])}
          >
            再加一方
          </Button>
        </div>
      )}
    </div>
  )
}
