import { HistoryOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { sameDayLastYear } from '../../../core/time/date-arithmetic.ts'
import { formatDateChinese } from '../../../core/time/format-date.ts'
import { Bubble } from '../bubble/bubble.tsx'
import { DateField } from '../input/date-field.tsx'
import { useMoveViewpoint, useViewpoint } from '../viewpoint/use-viewpoint.ts'

const lastMonthEnd = (today: string): string => {
  const end = new Date(`${today.slice(0, 7)}-01T00:00:00Z`)
  end.setUTCDate(0)
  return end.toISOString().slice(0, 10)
}

/** Which day one looks at: today, or any past day, typed or picked. */
export const DateSwitcher = () => {
  const { day, today, past } = useViewpoint()
  const move = useMoveViewpoint()
  const near = [
    { title: '今天', day: today },
    { title: '上月末', day: lastMonthEnd(today) },
    { title: '去年年末', day: `${Number(today.slice(0, 4)) - 1}-12-31` },
    { title: '去年今天', day: sameDayLastYear(today) },
  ]
  return (
    <Bubble
      label="看哪一天的情况"
      button={(trigger) => (
        <Button
          {...trigger}
          className={past ? 'date-switcher past' : 'date-switcher'}
          icon={<HistoryOutlined />}
          aria-label={`看哪一天的情况，现在是${past ? formatDateChinese(day) : '今天'}`}
        >
          {past ? formatDateChinese(day) : '今天'}
        </Button>
      )}
      content={(close) => {
        const choose = (to: string) => {
          close()
          move({ asOf: to === today || to === '' ? undefined : to })
        }
        return (
          <fieldset className="date-chooser">
            <legend>看哪一天的情况</legend>
            <DateField label="日期" value={day} max={today} onChange={choose} />
            <div className="date-near">
              {near.map((one) => (
                <Button key={one.title} size="small" onClick={() => choose(one.day)}>
                  {one.title}
                </Button>
              ))}
            </div>
          </fieldset>
        )
      }}
    />
  )
}
