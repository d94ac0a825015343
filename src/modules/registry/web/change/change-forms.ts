import {
  changeHead,
  changeIdNumber,
  joinHousehold,
  mergeHouseholds,
  mergePersons,
  moveHousehold,
  moveIn,
  moveOut,
  registerBirth,
  registerDeath,
  registerDivorce,
  registerMarriage,
  splitHousehold,
} from '../../change-contract.ts'
import type { Ask, ChangeForm, Known } from './change-form.ts'

const ids = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])
const isHead = (known: Known, id: string) => known.household?.values.head === id

/** Who becomes head, asked where the head is among those who go and more than one person stays. */
const newHead = (goers: (answers: Readonly<Record<string, unknown>>, known: Known) => string[]): Ask => ({
  key: 'newHead',
  title: '由谁当户主',
  help: '商定前可以先不选，系统会留一条待办。',
  optional: true,
  control: {
    kind: 'member',
    among: (known, answers) => known.members.filter(({ id }) => !goers(answers, known).includes(id)),
  },
  shown: (answers, known) => {
    const going = goers(answers, known)
    return going.some((id) => isHead(known, id)) && known.members.length - going.length > 1
  },
})

const goingMembers: Ask = {
  key: 'persons',
  title: '哪些人',
  control: { kind: 'members' },
  start: ({ person, members }) => (person ? [person.id] : members.map(({ id }) => id)),
}
const going = (answers: Readonly<Record<string, unknown>>) => ids(answers.persons)

const whereNew: readonly Ask[] = [
  {
    key: 'dwelling',
    title: '住到哪套房屋',
    help: '选了房屋，网格随房屋；不选就只选网格。',
    optional: true,
    control: { kind: 'reference', record: 'dwelling' },
  },
  {
    key: 'area',
    title: '住到哪个网格',
    optional: true,
    control: { kind: 'area' },
    shown: ({ dwelling }) => !dwelling,
  },
]

const spouseAsk: Ask = {
  key: 'spouse',
  title: '配偶',
  help: '不在本辖区登记的不用选。',
  optional: true,
  control: { kind: 'reference', record: 'person' },
}

const picked = (answers: Readonly<Record<string, unknown>>, ...keys: string[]) =>
  Object.fromEntries(keys.map((key) => [key, answers[key] || undefined]))

const notHead = (known: Known) => known.members.filter(({ id }) => !isHead(known, id))

/** Every change as a person carries it out, by the name of its action. */
export const changeForms: Readonly<Record<string, ChangeForm>> = {
  moveIn: {
    contract: moveIn,
    lead: '新来的人，或以前迁出又回来的人。身份证号登记过的会被认出来，接着原来的记录。',
    day: '从哪天起住在这里',
    asks: [
      {
        key: 'household',
        title: '住进哪一户',
        help: '不选就新立一户。',
        optional: true,
        control: { kind: 'reference', record: 'household' },
        start: ({ household }) => household?.id,
      },
      {
        key: 'relation',
        title: '与户主关系',
        control: { kind: 'kinship' },
        shown: ({ household }) => Boolean(household),
      },
      ...whereNew.map((ask): Ask => {
        const { shown } = ask
        return { ...ask, shown: (answers, known) => !answers.household && (shown?.(answers, known) ?? true) }
      }),
      { key: 'values', title: '', control: { kind: 'fields', except: ['relationToHead'] } },
    ],
    input: (answers, { person }) => ({
      ...picked(answers, 'household', 'relation', 'dwelling', 'area'),
      person: person?.id,
      values: answers.values ?? {},
    }),
  },
  moveOut: {
    contract: moveOut,
    lead: '迁出本辖区的人不再计入各项数字，记录保留，回来时接着用。',
    day: '从哪天起不住在这里',
    asks: [
      goingMembers,
      { key: 'to', title: '迁到哪里', optional: true, control: { kind: 'text', max: 100 } },
      newHead(going),
    ],
    input: (answers) => ({ ...picked(answers, 'newHead'), persons: going(answers), to: answers.to ?? '' }),
  },
  moveHousehold: {
    contract: moveHousehold,
    lead: '全户搬到辖区内另一套房屋或另一个网格，成员和台账一起过去。',
    day: '从哪天起住到那里',
    asks: whereNew,
    input: (answers, { household }) => ({
      ...picked(answers, 'dwelling', 'area'),
      household: household?.id,
    }),
  },
  joinHousehold: {
    contract: joinHousehold,
    lead: '一户中的一人或几人转到另一户。',
    day: '从哪天起住到那一户',
    asks: [
      goingMembers,
      {
        key: 'household',
        title: '转到哪一户',
        control: { kind: 'reference', record: 'household' },
      },
      newHead(going),
    ],
    input: (answers) => ({ ...picked(answers, 'household', 'newHead'), persons: going(answers) }),
  },
  splitHousehold: {
    contract: splitHousehold,
    lead: '一部分人分出去，另立一户。住处不变的，房屋和网格不用选。',
    day: '从哪天起分户',
    asks: [
      { ...goingMembers, title: '哪些人分出去', start: ({ person }) => (person ? [person.id] : []) },
      {
        key: 'head',
        title: '新户的户主',
        control: {
          kind: 'member',
          among: (known, answers) => known.members.filter(({ id }) => going(answers).includes(id)),
        },
        start: ({ person }) => person?.id,
      },
      {
        key: 'number',
        title: '新户号',
        help: '不填由系统编一个。',
        optional: true,
        control: { kind: 'text', max: 30 },
      },
      ...whereNew,
      newHead(going),
    ],
    input: (answers, { household }) => ({
      ...picked(answers, 'head', 'number', 'dwelling', 'area', 'newHead'),
      household: household?.id,
      persons: going(answers),
    }),
  },
  mergeHouseholds: {
    contract: mergeHouseholds,
    lead: '这一户的人全部并入另一户，这一户的登记随之结束。',
    day: '从哪天起并户',
    asks: [{ key: 'into', title: '并入哪一户', control: { kind: 'reference', record: 'household' } }],
    input: (answers, { household }) => ({ ...picked(answers, 'into'), household: household?.id }),
  },
  changeHead: {
    contract: changeHead,
    lead: '各人与户主的关系随新户主重新推算，推不准的请您确认。',
    day: '从哪天起',
    asks: [
      {
        key: 'head',
        title: '新户主',
        control: { kind: 'member', among: notHead },
        start: ({ person }) => person?.id,
      },
    ],
    input: (answers, { household }) => ({ ...picked(answers, 'head'), household: household?.id }),
  },
  registerBirth: {
    contract: registerBirth,
    lead: '孩子登记在母亲所在的住户。',
    day: '出生日期',
    asks: [
      {
        key: 'mother',
        title: '母亲',
        control: {
          kind: 'member',
          among: ({ members }) => members.filter(({ values }) => values.sex === '2'),
        },
        start: ({ person, members }) =>
          person?.values.sex === '2' ? person.id : members.find(({ values }) => values.sex === '2')?.id,
      },
      {
        key: 'values',
        title: '',
        control: {
          kind: 'fields',
          except: [
            'birthDate',
            'relationToHead',
            'education',
            'maritalStatus',
            'employmentStatus',
            'mobile',
            'workplace',
            'residenceStatus',
            'registeredAddress',
          ],
        },
      },
    ],
    input: (answers) => ({ ...picked(answers, 'mother'), values: answers.values ?? {} }),
  },
  registerDeath: {
    contract: registerDeath,
    lead: '登记结束，所在台账一并移出。同户的配偶改为丧偶。',
    day: '去世日期',
    asks: [newHead((_, { person }) => (person ? [person.id] : []))],
    input: (answers, { person }) => ({ ...picked(answers, 'newHead'), person: person?.id }),
  },
  registerMarriage: {
    contract: registerMarriage,
    lead: '两人的婚姻状况从这天起改为已婚，也可以一并办理搬到一起。',
    day: '结婚登记日期',
    asks: [
      spouseAsk,
      {
        key: 'moves',
        title: '谁搬到对方那一户',
        optional: true,
        control: {
          kind: 'choice',
          options: ({ person }) => [
            { value: '', label: '都不搬' },
            { value: 'spouse', label: `配偶搬到${person?.display.name ?? '此人'}户` },
            { value: 'person', label: `${person?.display.name ?? '此人'}搬到配偶户` },
          ],
        },
        shown: ({ spouse }) => Boolean(spouse),
      },
    ],
    input: (answers, { person }) => ({ ...picked(answers, 'spouse', 'moves'), person: person?.id }),
  },
  registerDivorce: {
    contract: registerDivorce,
    lead: '两人的婚姻状况从这天起改为离婚，搬出的一方另立一户。',
    day: '离婚登记日期',
    asks: [
      { ...spouseAsk, title: '原配偶' },
      {
        key: 'leaves',
        title: '谁搬出去',
        optional: true,
        control: {
          kind: 'choice',
          options: ({ person }) => [
            { value: '', label: '都不搬' },
            { value: 'person', label: `${person?.display.name ?? '此人'}搬出` },
            { value: 'spouse', label: '原配偶搬出' },
          ],
        },
      },
      ...whereNew.map((ask): Ask => {
        const { shown } = ask
        return {
          ...ask,
          shown: (answers, known) => Boolean(answers.leaves) && (shown?.(answers, known) ?? true),
        }
      }),
      newHead((answers, { person }) => {
        if (answers.leaves === 'person') return person ? [person.id] : []
        return answers.leaves === 'spouse' ? [String(answers.spouse)] : []
      }),
    ],
    input: (answers, { person }) => ({
      ...picked(answers, 'spouse', 'leaves', 'dwelling', 'area', 'newHead'),
      person: person?.id,
    }),
  },
  changeIdNumber: {
    contract: changeIdNumber,
    lead: '15 位旧号会换成 18 位。换了新号选「变更」，一直记错的选「更正」。',
    day: '从哪天起用新号',
    asks: [
      { key: 'idNumber', title: '新的身份证号', control: { kind: 'text', max: 30 } },
      {
        key: 'mode',
        title: '为什么改',
        control: {
          kind: 'choice',
          options: () => [
            { value: 'change', label: '变更：从这天起用新号' },
            { value: 'correction', label: '更正：原来就登记错了' },
          ],
        },
        start: () => 'change',
      },
    ],
    input: (answers, { person }) => ({ ...picked(answers, 'idNumber', 'mode'), person: person?.id }),
  },
  mergePersons: {
    contract: mergePersons,
    lead: '两条登记是同一个人时，保留一条，另一条按重复登记结束，台账转过来。办后可以整件撤销。',
    day: '从哪天起合并',
    asks: [
      {
        key: 'keep',
        title: '保留哪一条',
        control: {
          kind: 'choice',
          options: ({ person, other }) =>
            [person, other].flatMap((one) =>
              one
                ? [
                    {
                      value: one.id,
                      label: [
                        one.display.name,
                        `${one.display.birthDate}生`,
                        one.display.idNumber,
                        one.areaName,
                      ]
                        .filter(Boolean)
                        .join('，'),
                    },
                  ]
                : [],
            ),
        },
        start: ({ person }) => person?.id,
      },
      { key: 'take', title: '从另一条取哪些内容', optional: true, control: { kind: 'take' } },
      newHead((answers, { person, other }) => {
        const dropped = answers.keep === person?.id ? other : person
        return dropped ? [dropped.id] : []
      }),
    ],
    input: (answers, { person, other }) => ({
      ...picked(answers, 'keep', 'newHead'),
      drop: answers.keep === person?.id ? other?.id : person?.id,
      take: ids(answers.take),
    }),
  },
}
