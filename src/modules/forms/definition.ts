import { date, decimal, defineLedger, integer, text } from '../../core/definition/index.ts'

const count = integer({ min: 0, max: 100_000_000 })

/** 报表负担台账: every form that was asked for. Kept by the program; nobody types it. */
export const formRequest = defineLedger({
  name: 'formRequest',
  title: '报表负担台账',
  unit: '份',
  description: '每一份下发的表格：谁要的、要多少项、机器填了多少格。由系统登记，用于减负。',
  fields: {
    title: { type: text({ max: 100 }), title: '表格名称', required: true, kept: true },
    askedBy: { type: text({ max: 60 }), title: '下发部门', kept: true },
    askedOn: { type: date, title: '收到日期', required: true, kept: true },
    deadline: { type: date, title: '要求报送日期', kept: true },
    fieldCount: { type: count, title: '要求填的项数', unit: '项', kept: true },
    repeatedCount: { type: count, title: '一年内要过的项数', unit: '项', kept: true },
    cellCount: { type: count, title: '机器填写的格数', unit: '格', kept: true },
    minutesSaved: {
      type: decimal({ decimals: 1, min: 0, max: 100_000_000 }),
      title: '估计节省的时间',
      unit: '分钟',
      kept: true,
    },
  },
})
