import type { CodeList } from './code-list.ts'

export const volunteerTeamKind: CodeList = {
  name: 'volunteerTeamKind',
  title: '志愿服务队伍类型',
  items: [
    { code: '01', title: '党员志愿服务队', synonyms: ['党员'] },
    { code: '02', title: '青年志愿服务队', synonyms: ['青年', '团员青年'] },
    { code: '03', title: '巾帼志愿服务队', synonyms: ['巾帼', '妇女'] },
    { code: '04', title: '银龄志愿服务队', synonyms: ['银龄', '老年', '老年志愿者'] },
    { code: '05', title: '平安巡防队', synonyms: ['平安', '治安', '巡防', '平安志愿者', '治安巡逻'] },
    { code: '06', title: '扶老助残队', synonyms: ['敬老', '助残', '为老服务', '扶老', '助老'] },
    { code: '07', title: '文体服务队', synonyms: ['文体', '文化', '文艺'] },
    { code: '08', title: '环保服务队', synonyms: ['环保', '环境', '环境保护', '垃圾分类'] },
    { code: '09', title: '医疗卫生服务队', synonyms: ['医疗', '健康', '卫生', '医疗健康'] },
    { code: '10', title: '法律调解服务队', synonyms: ['法律', '调解', '法律服务'] },
    { code: '11', title: '应急救援队', synonyms: ['应急', '救援', '消防'] },
    { code: '12', title: '关爱未成年人队', synonyms: ['关爱儿童', '助学', '未成年人', '科普教育'] },
    { code: '13', title: '便民服务队', synonyms: ['便民', '便民维修'] },
    { code: '99', title: '其他' },
  ],
}
