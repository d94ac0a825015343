import type { z } from 'zod'
import { formatDateChinese } from '../../../../core/time/format-date.ts'
import type { getDifference } from '../../../../platform/contract/differences.ts'
import { useSetPageSearch } from '../../../../platform/web/address/use-address.ts'
import { wordAmount } from '../../../../platform/web/lens/word-difference.ts'
import { wordNumber } from '../../../../platform/web/wording/word-number.ts'

type Told = z.infer<typeof getDifference.answer>

const kinds = { correction: '更正', change: '变化' }

/** From the number of the earlier day to today's, one cause a line; a line opens its records. */
export const CauseTable = ({ difference, chosen }: { difference: Told; chosen: string | undefined }) => {
  const setSearch = useSetPageSearch()
  const { start, end, since, asOf, unit, causes } = difference
  return (
    <table className="difference-table">
      <caption className="visually-hidden">从那天的数到现在的数</caption>
      <thead>
        <tr>
          <th scope="col">原因</th>
          <th scope="col" className="short">
            性质
          </th>
          <th scope="col" className="numeric">
            数量（{unit}）
          </th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{formatDateChinese(since)}当日的数</th>
          <td />
          <td className="numeric">{wordNumber(start)}</td>
        </tr>
        {causes.map(({ code, title, kind, amount, records }) => (
          <tr key={code} className={code === chosen ? 'chosen' : undefined}>
            <th scope="row">
              <button
                type="button"
                aria-expanded={code === chosen}
                onClick={() => setSearch({ cause: code === chosen ? undefined : code })}
              >
                {title}
                <span className="visually-hidden">，看{wordNumber(records)}条记录</span>
              </button>
            </th>
            <td className="quiet short">{kinds[kind]}</td>
            <td className="numeric">{wordAmount(amount)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{formatDateChinese(asOf)}的数</th>
          <td />
          <td className="numeric">{wordNumber(end)}</td>
        </tr>
      </tfoot>
    </table>
  )
}
