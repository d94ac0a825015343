import { writeTable } from '../../../documents/xlsx/index.ts'
import type { Roster } from '../roster-contract.ts'

/** A roster as a workbook: days down, shifts across, what is missing at the end. */
export const exportRoster = async (
  roster: Roster,
): Promise<{ name: string; type: string; bytes: Uint8Array }> => {
  const [first, last] = [roster.days[0]!.day, roster.days.at(-1)!.day]
  const title = `${roster.areaName}值班表`
  return {
    name: `${title}-${first}至${last}.xlsx`,
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes: await writeTable({
      sheet: '值班表',
      title,
      subtitles: [`${first} 至 ${last}`],
      columns: [
        { header: '日期', format: 'text' },
        { header: '星期', format: 'text' },
        ...roster.rule.shifts.map((shift) => ({
          header: `${shift.title} ${shift.from}—${shift.to}`,
          format: 'text' as const,
        })),
        { header: '缺人', format: 'text' },
      ],
      rows: roster.days.map(({ day, weekday, shifts }) => [
        day,
        `周${weekday}`,
        ...roster.rule.shifts.map(({ key }) =>
          shifts.includes(key)
            ? roster.duties
                .filter((duty) => duty.day === day && duty.shift === key && duty.serving)
                .map(({ name }) => name)
                .join('、')
            : '不设',
        ),
        roster.gaps
          .filter((gap) => gap.day === day)
          .map(({ text }) => text)
          .join('，'),
      ]),
    }),
  }
}
