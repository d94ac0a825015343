import { CalendarOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { readDate, readMonth, readYear } from '../../../core/time/read-date.ts'

type Precision = 'day' | 'month' | 'year'

interface DateFieldProps {
  id?: string
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, or empty. */
  value: string
  /** Called with a readable date, or with '' when it was emptied. */
  onChange: (value: string) => void
  precision?: Precision
  label?: string
  max?: string
  placeholder?: string
  describedBy?: string | undefined
  invalid?: boolean
  /** Reports text that cannot be read, or null; where absent the field says it itself. */
  onUnreadable?: (message: string | null) => void
}

const readers = {
  day: readDate,
  month: readMonth,
  year: (text: string) => {
    const read = readYear(text)
    return read.ok ? { ok: true as const, value: String(read.value) } : read
  },
}

const examples = { day: '20260112 或 2026.1.12', month: '202601 或 2026.1', year: '2026' }

/** A date typed as one likes (20260112, 2026.1.12) or picked from the browser's calendar. */
export const DateField = (props: DateFieldProps) => {
  const {
    id,
    value,
    onChange,
    precision = 'day',
    label,
    max,
    placeholder,
    describedBy,
    invalid,
    onUnreadable,
  } = props
  const [text, setText] = useState(value)
  const [message, setMessage] = useState<string | null>(null)
  const picker = useRef<HTMLInputElement>(null)
  useEffect(() => setText(value), [value])

  const tell = (said: string | null) => {
    setMessage(said)
    onUnreadable?.(said)
  }
  /** Whether a new date was taken. */
  const accept = (): boolean => {
    if (text.trim() === '') {
      tell(null)
      if (value !== '') onChange('')
      return value !== ''
    }
    const read = readers[precision](text)
    const wrong = !read.ok ? read.message : max && read.value > max ? `日期不能晚于 ${max}。` : null
    tell(wrong)
    if (!read.ok || wrong) return false
    setText(read.value)
    if (read.value === value) return false
    onChange(read.value)
    return true
  }
  return (
    <div className="date-field">
      <div className="date-field-row">
        <Input
          {...(id ? { id } : {})}
          value={text}
          placeholder={placeholder ?? examples[precision]}
          aria-label={label}
          aria-describedby={describedBy}
          aria-invalid={invalid || message !== null || undefined}
          autoComplete="off"
          {...(invalid || message ? { status: 'error' as const } : {})}
          onChange={(event) => setText(event.target.value)}
          onBlur={accept}
          onKeyDown={(event) => {
            // Enter that takes a date does no more: whoever gets the focus next must not be pressed.
            if (event.key === 'Enter' && accept()) event.preventDefault()
          }}
        />
        {precision === 'day' && (
          <span className="date-picker">
            <Button
              aria-label={label ? `选择${label}` : '从日历选择'}
              icon={<CalendarOutlined />}
              onClick={() => picker.current?.showPicker()}
            />
            <input
              ref={picker}
              type="date"
              tabIndex={-1}
              aria-hidden="true"
              value={value}
              max={max}
              onChange={(event) => event.target.value && onChange(event.target.value)}
            />
          </span>
        )}
      </div>
      {message && !onUnreadable && (
        <p className="field-error" role="alert">
          {message}
        </p>
      )}
    </div>
  )
}
