import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import type { Element } from '../../../../core/dictionary/index.ts'
import { entityTitle, findElements } from './find-elements.ts'

interface PickElementProps {
  /** Record that entries are about: its own fields need not be asked again. */
  of: string
  taken: ReadonlySet<string>
  pick: (element: Element) => void
}

const whyNot = (element: Element, { of, taken }: PickElementProps): string | undefined => {
  if (taken.has(element.key)) return '已经加入'
  return element.entity === of ? '登记里已有，不用再填' : undefined
}

/** Finds a field in the data dictionary, so that one thing is called and written alike everywhere. */
export const PickElement = (props: PickElementProps) => {
  const [text, setText] = useState('')
  const id = useId()
  const found = findElements(text)
  return (
    <div className="pick-element">
      <div className="field">
        <label htmlFor={id}>从数据字典里找字段</label>
        <Input
          id={id}
          type="search"
          value={text}
          autoComplete="off"
          placeholder="如：证号、监护人、租金"
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      {found.length > 0 && (
        <ul className="plain-list" aria-label="字典里的字段">
          {found.map((element) => {
            const reason = whyNot(element, props)
            return (
              <li key={element.key}>
                <span className="element-title">
                  <strong>{element.title}</strong>
                  <span className="quiet">{entityTitle(element)}</span>
                </span>
                {reason ? (
                  <span className="quiet">{reason}</span>
                ) : (
                  <Button
                    size="small"
                    aria-label={`加入${element.title}（${entityTitle(element)}）`}
                    onClick={() => props.pick(element)}
                  >
                    加入
                  </Button>
                )}
                <p className="quiet">{element.description}</p>
              </li>
            )
          })}
        </ul>
      )}
      <p className="quiet" role="status">
        {text.trim() !== '' && found.length === 0 && '字典里没有，可以自己加一个字段。'}
      </p>
    </div>
  )
}
