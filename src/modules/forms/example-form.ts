import { writeTable } from '../../documents/xlsx/index.ts'

/** A blank form as a department might send it, made up: title, 填报单位, a header of two rows, nothing below. */
export const exampleForm = (): Promise<Uint8Array> =>
  writeTable({
    sheet: '登记表',
    title: '重度残疾人（一、二级）基本情况登记表',
    subtitles: ['制表单位：某区残联    填报单位：            填报日期：    年   月   日'],
    columns: [
      { header: '序号', format: 'integer' },
      { header: '姓名*' },
      { header: '性别' },
      { header: '公民身份号码*' },
      { header: '出生日期', format: 'date' },
      { header: ['残疾情况', '残疾类别'] },
      { header: ['残疾情况', '残疾等级'] },
      { header: ['残疾情况', '残疾人证号'] },
      { header: '联系电话' },
      { header: '家庭住址', width: 28 },
      { header: '所属社区' },
      { header: '宗教信仰' },
      { header: '备注' },
    ],
    rows: [],
  })
