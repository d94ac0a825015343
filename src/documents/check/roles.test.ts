import { describe, expect, it } from 'vitest'
import { checkReport } from './index.ts'

const told = (text: string): string[] => {
  const result = checkReport({ text })
  if (!result.ok) throw new Error(result.message)
  return result.value.findings.map((f) => f.kind)
}

/** Each line as it is true, with the figure that makes it false. */
describe('relations that no single word tells', () => {
  it.each([
    ['sum-mismatch', '社区现有志愿者386人,党员112人,学生148人,退休职工126人。', '386', '396'],
    ['sum-mismatch', '党建经费一季度421元,二季度438元,三季度435元,全年1294元。', '1294', '1394'],
    ['sum-mismatch', '开展演练(消防12次、防汛5次、防震3次)20次。', ')20', ')25'],
    ['sum-mismatch', '建成充电桩120个,其中快充桩45个。', '45', '145'],
    ['sum-mismatch', '新认定示范小区6个、总数达18个。', '18', '5'],
    ['sum-mismatch', '拨付资金1260万元,分别用于道路540万元、管网430万元、绿化290万元。', '1260', '1620'],
    ['share-mismatch', '垃圾分类参与3910户,参与率85%(全社区共4600户)。', '85', '75'],
    ['share-mismatch', '240栋楼中已有180栋完成改造,完成四分之三。', '四分之三', '三分之二'],
    ['share-mismatch', '适龄儿童385名全部入学,入学率100%。', '100', '98'],
    ['share-mismatch', '资金来源为财政拨款60%、社会捐赠25%、自筹15%。', '15', '25'],
    ['change-mismatch', '今年接到投诉63件,去年同期为90件,同比下降30%。', '30', '40'],
    ['change-mismatch', '优良天数312天,比上年增加14天(上年为298天)。', '298', '289'],
    ['change-mismatch', '产值从400万元增至1000万元,增长1.5倍。', '1.5', '2.5'],
    ['change-mismatch', '城镇化率五年来由58.2%提高到64.7%,年均提高1.3个百分点。', '1.3', '1.8'],
    ['change-mismatch', '应到代表85人,实到79人,缺席6人。', '席6', '席9'],
    ['change-mismatch', '年初结转12万元,收入85万元,支出78万元,年末结余19万元。', '19', '29'],
    ['product-mismatch', '采购灭火器350具,单价80元,支出2.8万元。', '2.8', '3.8'],
    ['average-mismatch', '面积3.2平方公里,人口4.8万人,人口密度为每平方公里1.5万人。', '1.5', '2.5'],
    [
      'repeat-conflict',
      '共有住宅小区23个。\n物业在管。\n全辖区23个住宅小区实现物业全覆盖。',
      '\n全辖区23',
      '\n全辖区32',
    ],
  ])('%s: %s', (kind, text, right, wrong) => {
    expect(told(text)).toEqual([])
    expect(told(text.replace(right, wrong))).toEqual([kind])
  })

  it.each([
    '志愿者62名、楼栋长45名、网格员110名,共同参与治理。',
    '小区16个,其中老旧小区9个、商品房小区5个。',
    '常住人口9800人,户籍人口6200人,流动人口4100人。',
    '居民1200户、党员45名,其中60岁以上的300人。',
    '比重分别提高到56.7%、31.6%,汽车产量增长43%。',
    '60岁以上老人占25%,党员占8%,低保户占2%。',
    '新建学校5所、总数达30所,新建医院2所。',
  ])('silent: %s', (text) => expect(told(text)).toEqual([]))
})
