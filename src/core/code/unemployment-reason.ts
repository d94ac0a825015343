import type { CodeList } from './code-list.ts'

export const unemploymentReason: CodeList = {
  name: 'unemploymentReason',
  title: '失业原因',
  items: [
    { code: '01', title: '单位关闭破产', synonyms: ['破产', '关闭破产', '企业破产', '单位破产', '倒闭'] },
    { code: '02', title: '单位裁减人员', synonyms: ['裁员', '裁减', '下岗', '经济性裁员'] },
    { code: '03', title: '合同期满终止', synonyms: ['合同到期', '合同终止', '劳动合同终止', '合同期满'] },
    { code: '04', title: '合同解除', synonyms: ['解除合同', '解除劳动合同', '被辞退', '辞退'] },
    { code: '05', title: '本人辞职', synonyms: ['辞职', '离职', '个人辞职'] },
    { code: '06', title: '停止经营', synonyms: ['歇业', '停业', '个体停业'] },
    { code: '07', title: '毕业未就业', synonyms: ['毕业后未就业', '应届未就业'] },
    { code: '08', title: '失去土地', synonyms: ['失地', '征地'] },
    { code: '09', title: '退役未就业', synonyms: ['退伍', '退役'] },
    { code: '10', title: '照料家庭', synonyms: ['照顾家庭', '家庭原因'] },
    { code: '11', title: '身体原因', synonyms: ['因病', '健康原因'] },
    { code: '99', title: '其他' },
  ],
}
