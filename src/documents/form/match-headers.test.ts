import { describe, expect, test } from 'vitest'
import { matchHeaders } from './index.ts'

const keys = (title: string, ...headers: string[]) =>
  matchHeaders(headers, [], { title }).map(({ key }) => key)

describe('headers against the dictionary', () => {
  test('marks, codes, units, width and slips do not matter', () => {
    expect(
      keys('人员登记表', '*姓 名', 'A6公民身份号码', 'R2.联系手机*', '出生年月(年/月/日)', '户口薄号'),
    ).toEqual(['person.name', 'person.idNumber', 'person.mobile', 'person.birthDate', 'household.number'])
    expect(keys('房屋登记表', '房屋地址', '租凭公房', '建筑面积（㎡）')).toEqual([
      'dwelling.address',
      'dwelling.tenure',
      'dwelling.floorArea',
    ])
  })

  test('what is asked as people speak means what the noun means', () => {
    expect(
      keys('人员核对册', '姓名', '18位身份证号', '身体健康与否', '与户主是什么关系', '户口落在哪个派出所'),
    ).toEqual([
      'person.name',
      'person.idNumber',
      'person.healthStatus',
      'person.relationToHead',
      'person.policeStation',
    ])
    expect(keys('学生登记表', '姓名', '家长（监护人）姓名', '家长（监护人）手机')).toEqual([
      'person.name',
      'guardian.name',
      'guardian.phone',
    ])
  })

  test('a header that asks for one of two elements is left to be settled', () => {
    const [, school] = matchHeaders(['姓名', '毕业（就读）学校'], [], { title: '青年登记表' })
    expect(school).toMatchObject({
      status: 'ambiguous',
      candidates: ['person.graduatedFrom', 'person.school'],
    })
  })

  test('the same words mean what the form is about', () => {
    expect(keys('企业登记表', '企业名称', '负责人', '联系电话', '所属网格')).toEqual([
      'organisation.name',
      'organisation.managerName',
      'organisation.phone',
      'organisation.grid',
    ])
    expect(keys('残疾人登记表', '姓名', '联系电话', '所属网格')).toEqual([
      'person.name',
      'person.phone',
      'person.grid',
    ])
    expect(keys('楼宇登记表', '楼宇名称', '负责人', '联系电话')).toEqual([
      'building.name',
      'building.managerName',
      'building.phone',
    ])
  })

  test('what follows a guardian, an owner or a lessor is theirs', () => {
    expect(
      keys('留守儿童登记表', '姓名', '身份证号', '监护人', '身份证号码', '联系电话', '就读学校'),
    ).toEqual([
      'person.name',
      'person.idNumber',
      'guardian.name',
      'guardian.idNumber',
      'guardian.phone',
      'person.school',
    ])
    expect(keys('出租房登记表', '出租房地址', '房主姓名', '身份证号', '联系手机')).toEqual([
      'dwelling.address',
      'rental.lessorName',
      'rental.lessorIdNumber',
      'rental.lessorMobile',
    ])
  })

  test('a header of two rows is read with what stands above it', () => {
    const [province, county, level, phone] = matchHeaders(
      ['户籍地/省*', '外出去向/县/区', '残疾类型/肢体残疾等级', '家长/监护人情况/联系电话'],
      [],
      { title: '残疾人登记表' },
    )
    expect(province).toMatchObject({ key: 'person.registeredProvince', status: 'mapped' })
    expect(county).toMatchObject({ key: 'person.awayDestination', part: '区县' })
    expect(level).toMatchObject({ key: 'disability.level', part: '肢体' })
    expect(phone).toMatchObject({ key: 'guardian.phone' })
  })

  test('what is not held or is for a person to write is left alone, with the reason', () => {
    const matches = matchHeaders(['宗教信仰', '血型', '备注', '申请人签字', '牲畜存栏数'], [], {
      title: '人员登记表',
    })
    expect(matches.map(({ status }) => status)).toEqual([
      'not-held',
      'not-held',
      'manual',
      'manual',
      'unknown',
    ])
    expect(matches.every(({ key }) => key === null)).toBe(true)
    expect(matches[0]!.reason).toContain('宗教')
  })
})

describe('headers against a definition', () => {
  const fields = [
    { key: 'person', title: '身份证号', element: 'person.idNumber' },
    { key: 'kind', title: '残疾类别', element: 'disability.kind' },
    { key: 'helper', title: '结对志愿者', synonyms: ['帮扶人'] },
  ]

  test('its titles and synonyms come first, its elements next, the dictionary last', () => {
    expect(
      matchHeaders(['公民身份号码', '残疾类型*', '帮扶人', '民族'], fields, { title: '残疾人' }).map(
        ({ key, status }) => [key, status],
      ),
    ).toEqual([
      ['person', 'mapped'],
      ['kind', 'mapped'],
      ['helper', 'mapped'],
      ['person.ethnicity', 'mapped'],
    ])
  })

  test('a second column of the same meaning is left to the person', () => {
    const [, second] = matchHeaders(['残疾类别', '残疾类型'], fields)
    expect(second).toMatchObject({ status: 'ambiguous', candidates: ['kind'] })
  })
})

test('takes the row’s own noun in the title for its name, and a ledger’s words for its own', () => {
  const mappedKeys = (title: string, ...headers: string[]) =>
    matchHeaders(headers, [], { title }).map(({ key, status }) => (status === 'mapped' ? key : status))
  expect(mappedKeys('楼道长信息表', '楼道长姓名', '性别')).toEqual(['person.name', 'person.sex'])
  expect(mappedKeys('老年人登记表', '姓名', '原工作单位')[1]).toBe('elderCare.retiredFrom')
  expect(mappedKeys('养老保险排查表', '户主', '姓名', '身份证号码')[2]).toBe('person.idNumber')
  expect(mappedKeys('低保对象花名册', '户主姓名', '家庭人口', '联系电话')[2]).toBe('ambiguous')
  expect(mappedKeys('网格基本信息表', '网格编码', '网格员', '网格员手机')).toEqual([
    'area.gridCode',
    'area.gridStaffName',
    'area.gridStaffPhone',
  ])
})

test('does not take a shop’s name for that of an account', () => {
  const [shop, account] = matchHeaders(['商户名称', '户名'], [], { title: '商户登记表' })
  expect(shop).toMatchObject({ key: 'organisation.name', status: 'mapped' })
  expect(account!.status).toBe('not-held')
})
