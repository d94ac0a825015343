import { EyeInvisibleOutlined, EyeOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { Bubble } from '../bubble/bubble.tsx'
import { useMay } from '../session/use-me.ts'
import { AskPurpose, type Masked } from './ask-purpose.tsx'

const shownFor = 60_000

/** A masked value with an eye: a purpose is asked and recorded, then the value is shown for 60 seconds. */
export const MaskedValue = ({ masked, ...field }: Masked & { masked: string }) => {
  const may = useMay()
  const [value, setValue] = useState<string | null>(null)
  useEffect(() => {
    if (value === null) return
    const timer = setTimeout(() => setValue(null), shownFor)
    return () => clearTimeout(timer)
  }, [value])

  if (!may('field.reveal')) return <span className="masked">{masked}</span>
  if (value !== null) {
    return (
      <span className="masked" role="status">
        {value}
        <Button
          type="text"
          size="small"
          aria-label={`重新遮住${field.title}`}
          icon={<EyeInvisibleOutlined />}
          onClick={() => setValue(null)}
        />
      </span>
    )
  }
  return (
    <span className="masked">
      {masked}
      <Bubble
        label={`查看${field.title}原文`}
        button={(trigger) => (
          <Button
            {...trigger}
            type="text"
            size="small"
            aria-label={`查看${field.title}原文`}
            icon={<EyeOutlined />}
          />
        )}
        content={(close) => (
          <AskPurpose
            {...field}
            revealed={(answer) => {
              close()
              setValue(answer)
            }}
          />
        )}
      />
    </span>
  )
}
