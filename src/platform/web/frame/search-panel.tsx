import { type KeyboardEvent, useId, useState } from 'react'
import { useGo } from '../address/use-address.ts'
import { ProblemAlert } from '../feedback/problem-alert.tsx'
import { useSearchHits } from './use-search.ts'

/** Where one types, and what is found; ↑ ↓ choose, Enter goes there. */
export const SearchPanel = ({ close }: { close: () => void }) => {
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState(0)
  const { groups, pending, error } = useSearchHits(text)
  const go = useGo()
  const id = useId()
  const hits = groups.flatMap((group) => group.hits)
  const at = Math.min(chosen, Math.max(0, hits.length - 1))
  const take = (index: number) => {
    const hit = hits[index]
    if (!hit) return
    close()
    go(hit.to)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key]
    // Enter while an input method composes only chooses the characters.
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) take(at)
    if (to === undefined || to < 0 || to >= hits.length) return
    event.preventDefault()
    setChosen(to)
    document.getElementById(`${id}-${to}`)?.scrollIntoView({ block: 'nearest' })
  }
  return (
    <div className="search-panel">
      <input
        type="text"
        role="combobox"
        aria-label="搜索"
        aria-expanded={hits.length > 0}
        aria-controls={`${id}-hits`}
        aria-activedescendant={hits.length > 0 ? `${id}-${at}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        // biome-ignore lint/a11y/noAutofocus: one opened the box in order to type
        autoFocus
        placeholder="姓名、拼音首字母、证件号后四位、地址、页面"
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setChosen(0)
        }}
        onKeyDown={onKeyDown}
      />
      <ProblemAlert problem={error} />
      <div id={`${id}-hits`} role="listbox" aria-label="搜索结果" className="search-hits">
        {groups.map((group, groupIndex) => {
          const before = groups.slice(0, groupIndex).reduce((sum, one) => sum + one.hits.length, 0)
          return (
            // biome-ignore lint/a11y/useSemanticElements: a group of options in a listbox has no element of its own
            <div key={group.title} role="group" aria-label={group.title}>
              <p className="search-group" aria-hidden="true">
                {group.title}
              </p>
              {group.hits.map((hit, index) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the input keeps the focus and takes the keys
                // biome-ignore lint/a11y/useFocusableInteractive: see above
                <div
                  key={hit.key}
                  id={`${id}-${before + index}`}
                  role="option"
                  aria-selected={before + index === at}
                  className="search-hit"
                  onMouseMove={() => setChosen(before + index)}
                  onClick={() => take(before + index)}
                >
                  <span>{hit.title}</span>
                  <span className="search-detail">{hit.detail}</span>
                </div>
              ))}
            </div>
          )
        })}
      </div>
      <p className="search-note" role="status">
        {text.trim() !== '' && hits.length === 0 && !pending && !error && '没有找到。换个写法，或只输入姓。'}
        {text.trim() === '' && '输入后用 ↑ ↓ 选择，回车打开。'}
      </p>
    </div>
  )
}
