import { Input } from 'antd'
import { useDeferredValue, useId, useState } from 'react'
import { listRecords } from '../../../../platform/contract/records.ts'
import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { useMay } from '../../../../platform/web/session/use-me.ts'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import { wordPerson } from '../entry/subject-line.tsx'

const shown = 12

/** Asks whom to enter: found by name, pinyin initials or number among those registered. */
export const ChoosePerson = ({ choose }: { choose: (id: string) => void }) => {
  const [text, setText] = useState('')
  const q = useDeferredValue(text.trim())
  const may = useMay()
  const { day } = useViewpoint()
  const id = useId()
  const { data, error } = useRoute(
    listRecords,
    { params: { definition: 'person' }, query: { q, limit: shown } as never },
    { enabled: q !== '', keepPrevious: true },
  )
  const found = q === '' ? [] : (data?.rows ?? [])
  return (
    <div className="choose-person">
      <div className="field">
        <label htmlFor={id}>登记谁</label>
        <Input
          id={id}
          value={text}
          autoComplete="off"
          autoFocus
          placeholder="姓名、拼音首字母、证件号后四位"
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <ProblemAlert problem={error} />
      {found.length > 0 && (
        <ul className="plain-list" aria-label="找到的居民">
          {found.map((person) => (
            <li key={person.id}>
              <button type="button" className="person-choice" onClick={() => choose(person.id)}>
                <strong>{person.display.name}</strong>
                <span>
                  {[wordPerson(person, day), person.display.idNumber, person.areaName]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <p className="quiet" role="status">
        {data && q !== '' && found.length === 0 && '没有找到。换个写法，或先登记这位居民。'}
        {data && q !== '' && data.total > shown && `还有 ${data.total - shown} 人，再多输入几个字。`}
      </p>
      {may('registry.write') && (
        <p>
          还没有登记的居民，先<PageLink to="/registry/register">登记居民</PageLink>。
        </p>
      )}
    </div>
  )
}
