import { industry, organisationKind } from '../../../core/code/index.ts'
import {
  address,
  code,
  creditCode,
  date,
  defineRecord,
  flag,
  integer,
  longText,
  phone,
  text,
} from '../../../core/definition/index.ts'

/** 单位: offices, enterprises, shops and social organisations within the area; the kind tells them apart. */
export const organisation = defineRecord({
  name: 'organisation',
  title: '单位',
  unit: '家',
  table: 'organisation',
  importable: true,
  fields: {
    name: {
      type: text({ max: 100 }),
      title: '单位名称',
      required: true,
      search: ['text'],
      synonyms: ['名称', '企业名称', '商户名称', '店铺名称', '组织名称', '机构名称'],
    },
    kind: {
      type: code(organisationKind),
      title: '单位类别',
      required: true,
      synonyms: ['单位类型', '主体类型'],
    },
    creditCode: {
      type: creditCode,
      title: '统一社会信用代码',
      search: ['text'],
      synonyms: ['信用代码', '社会信用代码', '统一信用代码'],
    },
    industry: { type: code(industry), title: '所属行业', listed: false, synonyms: ['行业', '行业类别'] },
    address: {
      type: address,
      title: '单位地址',
      search: ['text'],
      synonyms: ['地址', '经营地址', '办公地址', '经营场所'],
    },
    estate: { type: text({ max: 60 }), title: '所在小区', element: 'dwelling.estate', listed: false },
    buildingNumber: {
      type: text({ max: 20 }),
      title: '所在幢号',
      element: 'dwelling.buildingNumber',
      listed: false,
    },
    legalRepresentative: {
      type: text({ max: 50 }),
      title: '法定代表人',
      synonyms: ['法人', '法人代表', '法人姓名', '经营者'],
    },
    legalRepresentativePhone: {
      type: phone,
      title: '法定代表人电话',
      sensitive: 'contact',
      listed: false,
      synonyms: ['法人电话', '法人联系电话'],
    },
    managerName: { type: text({ max: 50 }), title: '负责人', synonyms: ['负责人姓名'] },
    managerPhone: {
      type: phone,
      title: '负责人电话',
      sensitive: 'contact',
      synonyms: ['负责人联系电话', '负责人手机'],
    },
    phone: { type: phone, title: '单位联系电话', listed: false, synonyms: ['单位电话', '联系电话'] },
    employeeCount: { type: integer({ min: 0, max: 1_000_000 }), title: '从业人数', unit: '人' },
    partyMemberCount: {
      type: integer({ min: 0, max: 100_000 }),
      title: '党员人数',
      unit: '人',
      listed: false,
    },
    registeredOn: {
      type: date,
      title: '注册日期',
      listed: false,
      synonyms: ['成立日期', '登记日期', '成立时间'],
    },
    registrationNumber: { type: text({ max: 40 }), title: '登记证号码', listed: false },
    competentDepartment: {
      type: text({ max: 100 }),
      title: '主管单位',
      listed: false,
      synonyms: ['业务主管单位', '主管部门'],
    },
    businessScope: { type: longText(), title: '经营范围', listed: false, synonyms: ['业务范围'] },
    isHazardousChemical: { type: flag, title: '是否危化企业', listed: false },
  },
})
