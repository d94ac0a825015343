import { findElement } from '../../core/dictionary/index.ts'
import { generic, neutral, personNouns, subjectWords } from './bare-words.ts'
import { mayOccur, namesItself } from './guests.ts'
import type { HeaderText } from './header-text.ts'
import { findLeftAlone } from './left-alone.ts'
import { entityOf, lexicon } from './lexicon.ts'
import { ambiguous, type Match, mapped, unknown } from './match.ts'
import { near } from './near.ts'
import { areaPart, optionPart } from './part.ts'
import { type Attribute, readAttribute, readRole, roles } from './roles.ts'
import type { Subject } from './subject.ts'
import { variantOf } from './variant.ts'

export interface ReadHeader {
  readonly leaf: HeaderText
  /** The lowest cell with its brackets. */
  readonly full: string
  /** The cells above it, top first. */
  readonly parents: readonly string[]
}

export interface HeaderContext {
  /** The form's title, 残疾人登记表. */
  readonly title?: string
  /** Nothing is offered that the words merely resemble: looking it up takes by far the most time. */
  readonly certainOnly?: boolean
}

const bareSubject = new RegExp(`^(${personNouns})(姓名)?$`)

/** What is asked of whom or what a row is, and hardly of anybody else that a title may name. */
const namesTheRow = {
  person: new Set(['姓名', '身份证号', '性别', '年龄']),
  thing: new Set(['名称', '编号', '编码', '地址', '位置']),
}

const addressOf: Readonly<Record<string, string>> = {
  'person.registeredPlace': 'person.registeredAddress',
  'person.residentialPlace': 'person.residentialAddress',
}

/** Reads the headers of one form in order; what a role word says reaches to the columns after it. */
export class HeaderReader {
  readonly #subject: Subject
  readonly #title: string
  readonly #isRental: boolean
  readonly #used = new Set<string>()
  /** Keys of the columns read so far. */
  readonly #seen = new Set<string>()
  readonly #words = new Set<string>()
  /** The words of all headers. */
  #all: readonly string[] = []
  #carried: string | null = null
  #lastOwner: string | null = null

  readonly #certainOnly: boolean

  constructor(subject: Subject, { title = '', certainOnly = false }: HeaderContext) {
    this.#subject = subject
    this.#title = title
    this.#certainOnly = certainOnly
    this.#isRental = subject.kind === 'rental' || /出租|租赁/.test(title)
  }

  read(headers: readonly ReadHeader[]): Match[] {
    this.#all = headers.map(({ leaf, full }) => (lexicon.has(full) ? full : leaf.words))
    for (const { leaf, parents } of headers) {
      const keys = parents.length === 0 ? lexicon.get(leaf.words) : undefined
      if (keys?.length === 1) this.#used.add(keys[0]!)
    }
    return headers.map((header) => {
      const match = this.#onlyOnce(this.#readOne(header))
      if (match.key && match.status === 'mapped') {
        this.#used.add(match.key)
        this.#seen.add(match.key)
      }
      return match
    })
  }

  /** What a column before it holds already, a second one may mean of somebody or something else. */
  #onlyOnce(match: Match): Match {
    if (match.status !== 'mapped' || match.part !== undefined || match.key === 'meta.serialNumber')
      return match
    return this.#seen.has(match.key!) ? ambiguous([match.key!], 0.6) : match
  }

  #readOne(header: ReadHeader): Match {
    const { leaf, full, parents } = header
    if (leaf.words === '' && full === '') return unknown
    const left = findLeftAlone(full) ?? findLeftAlone(leaf.words)
    if (left) {
      this.#carried = null
      return { ...unknown, ...left, confidence: 0.98 }
    }
    if (parents.length > 0) return this.#readGrouped(header)
    // 参保情况(大类) and (子类) take apart what we hold as one.
    if (leaf.remarks.some((remark) => /^(大类|小类|子类|中类)$/.test(remark))) return this.#forget(unknown)
    // The role in a remark, 固定电话(党支部联系人), makes it somebody else's.
    if (leaf.remarks.some((remark) => this.#isSomebodyElse(remark, leaf.words) && !lexicon.has(full)))
      return this.#forget(unknown)
    return this.#orElse(full, this.#readWords(full, leaf.words))
  }

  /** 毕业(就读)学校 asks for one of two elements, and the form does not say which. */
  #orElse(full: string, match: Match): Match {
    if (match.status !== 'mapped' || lexicon.has(full)) return match
    const other = this.#phrase(full.replace(/^[^()]+\(([^()]+)\)(?=.)/, '$1'))
    return other?.status === 'mapped' && other.key !== match.key ? ambiguous([match.key!, other.key!]) : match
  }

  /** 固定电话(党支部联系人), but not 家长(监护人)姓名, where both words are one role. */
  #isSomebodyElse(remark: string, words: string): boolean {
    if (!/.人$|.单位$/.test(remark)) return false
    const role = readRole(remark, this.#isRental)?.role
    return role === undefined || role !== readRole(words, this.#isRental)?.role
  }

  /** A header that stands alone, or a group's title joined to it. */
  #readWords(full: string, words: string): Match {
    const attribute = readAttribute(words)
    const carried = attribute && words !== '姓名' ? this.#carriedMatch(attribute) : null
    if (carried) return carried
    if (this.#isBareSubject(words)) return this.#forget(mapped('person.name', 0.9))
    const role = this.#roleMatch(words)
    if (role) return role
    const again = this.#repeated(words)
    if (again) return again
    if (!attribute || words === '姓名') this.#carried = null
    return (
      this.#phrase(full) ??
      this.#phrase(words) ??
      this.#subjectMatch(words) ??
      this.#titleMatch(words) ??
      variantOf(words, this.#subject, (other) => this.#phrase(other)) ??
      (this.#certainOnly ? unknown : near(words, this.#subject))
    )
  }

  /** 帮扶对象 or 学员姓名 where no column is called 姓名: whom the form is about. */
  #isBareSubject(words: string): boolean {
    const noun = bareSubject.exec(words)
    if (!noun || !this.#subject.allowed.has('person') || this.#used.has('person.name')) return false
    if (this.#subject.kind !== 'person') return noun[2] !== undefined
    return (
      noun[2] !== undefined ||
      !this.#all.some((one) => /^(?:姓名|.{1,5}姓名)$/.test(one) && !/^户主/.test(one))
    )
  }

  /** A second 出生日期 is somebody else's: that of the father named before it. */
  #repeated(words: string): Match | null {
    const keys = lexicon.get(words)
    const key = this.#words.has(words) ? keys?.find((one) => this.#seen.has(one)) : undefined
    this.#words.add(words)
    if (!key || keys!.some((one) => entityOf(one) !== entityOf(key) && this.#subject.core.has(entityOf(one))))
      return null
    const type = findElement(key)?.type
    if (!/^(person|dwelling)\./.test(key) || type === 'choice' || type === 'flag' || type === 'area')
      return null
    return { ...ambiguous([key], 0.3), key: null }
  }

  #forget(match: Match): Match {
    this.#carried = null
    return match
  }

  #carriedMatch(attribute: Attribute): Match | null {
    const role =
      this.#carried ??
      (attribute === 'phone' || attribute === 'mobile' || attribute === 'idNumber' ? this.#lastOwner : null)
    if (role === null) return null
    const key = roles[role]!.keys[attribute]
    // What follows 当事人 is asked of them, whether it is held or not.
    if (key === undefined && this.#carried !== null && this.#subject.kind === 'matter') return unknown
    if (key === undefined || (this.#carried === null && this.#used.has(key))) return null
    return mapped(key, 0.9)
  }

  #roleMatch(words: string): Match | null {
    const read = readRole(words, this.#isRental)
    if (!read) return null
    const role = roles[read.role]!
    const known = lexicon.get(words)
    if (read.attribute === null) {
      if (read.role === 'tenant' && !known)
        return this.#phrase(words.replace(/^.{2,3}?(?=.{2}$|.{3,}$)/, ''), ['person']) ?? unknown
      return known ? null : this.#forget(unknown)
    }
    if (read.role === 'contact' || read.role === 'manager' || read.role === 'legal')
      return this.#officer(read.role, read.attribute, words)
    // In a house's form the owner and the lessor are asked for again and again.
    if (['owner', 'lessor', 'proprietor'].includes(read.role))
      this.#lastOwner = this.#isHouse() ? read.role : null
    this.#carried = role.carries ? read.role : null
    const key = role.keys[read.attribute]
    if (words.startsWith('紧急联系人') && (read.attribute === 'phone' || read.attribute === 'mobile'))
      return mapped('person.emergencyPhone', 0.97)
    // A spouse or child is not always whom the office would call.
    if (key && /^(配偶|子女|紧急联系人)/.test(words)) return ambiguous([key])
    // A handler or visitor in a form about people or lamps is somebody we do not keep.
    if (key && !mayOccur(key, this.#subject))
      return { ...ambiguous([key], 0.3), key: read.role === 'lessor' || read.role === 'owner' ? key : null }
    // 业主 lets where nobody else is said to.
    if (
      read.role === 'proprietor' &&
      this.#isRental &&
      !this.#all.some((one) => /出租[人方]|房东|产权人|代表人/.test(one))
    ) {
      this.#carried = 'lessor'
      const lessor = roles.lessor!.keys[read.attribute]
      return lessor ? ambiguous([lessor, ...(key ? [key] : [])]) : unknown
    }
    return key ? mapped(key, 0.97) : unknown
  }

  /** 负责人, 法人 and 联系人 belong to organisations, but buildings, matters and persons have theirs. */
  #officer(name: string, attribute: Attribute, words: string): Match | null {
    this.#carried = null
    const { kind } = this.#subject
    if (kind === 'organisation' || kind === 'place') {
      const key = roles[name]!.keys[attribute]
      return key ? mapped(key, 0.97) : unknown
    }
    if (name === 'legal')
      return attribute === 'name' && kind !== 'person'
        ? mapped('organisation.legalRepresentative', 0.9)
        : null
    if (name === 'contact' && kind === 'person') {
      const key = roles.family!.keys[attribute]
      if (!key) return unknown
      return this.#all.some((one) => /^与.{1,6}关系$/.test(one)) ? mapped(key, 0.9) : ambiguous([key])
    }
    if (lexicon.has(words)) return null
    return unknown
  }

  #isHouse(): boolean {
    return this.#subject.kind === 'dwelling' || this.#subject.kind === 'rental'
  }

  /** The words as the lexicon has them, told apart by what the form is about. */
  #phrase(words: string, within?: readonly string[]): Match | null {
    const keys = lexicon.get(words)?.filter((key) => !within || within.includes(entityOf(key)))
    if (!keys || keys.length === 0) return null
    const contested = keys.length === 1 ? this.#placeOrAddress(words, keys[0]!) : null
    if (contested) return contested
    const { core, allowed } = this.#subject
    const entities = new Set(this.#subject.entities)
    const place = (key: string) => this.#subject.entities.indexOf(entityOf(key))
    if (
      keys.includes('person.idNumber') &&
      this.#subject.kind === 'person' &&
      !this.#used.has('person.idNumber')
    )
      return mapped('person.idNumber', 0.97)
    const ranked = keys
      .filter((key) => (generic.has(words) ? core : entities).has(entityOf(key)))
      .sort((one, other) => place(one) - place(other))
    if (ranked.length > 0) {
      const best = ranked.find((key) => !this.#used.has(key)) ?? ranked[0]!
      const rivals = ranked.filter(
        (key) => key !== best && entityOf(key) === entityOf(best) && !this.#used.has(key),
      )
      if (rivals.length > 0 && best === ranked[0]) return ambiguous([best, ...rivals])
      // 人员类别 in a ledger's form is seldom that of the population at large.
      if (best === 'person.populationType' && this.#subject.topics.length > 0 && /类/.test(words))
        return ambiguous(keys)
      // Where only the head of the household is named, the telephone is most likely theirs.
      if (best === 'person.phone' && this.#isHeadsForm()) return ambiguous(['household.headPhone', best])
      // 登记日期 may be the row's or the form's.
      if (keys.length > 1 && entityOf(best) === 'meta') return ambiguous(ranked)
      return keys.length > 1 && this.#isBareIdentity(words, best)
        ? ambiguous(ranked)
        : mapped(best, keys.length === 1 ? 0.98 : 0.95)
    }
    if (generic.has(words)) return { ...ambiguous(keys, 0.3), key: keys.length === 1 ? keys[0]! : null }
    const possible = keys.filter((key) => allowed.has(entityOf(key)))
    // Words that name things of several kinds are not taken for the one that merely may occur here.
    if (possible.length === 1 && keys.length === 1 && mayOccur(possible[0]!, this.#subject))
      return namesItself(words, possible[0]!, this.#subject)
        ? mapped(possible[0]!, 0.93)
        : ambiguous(possible)
    if (possible.length > 0)
      return possible.some((key) => mayOccur(key, this.#subject))
        ? ambiguous(possible)
        : { ...ambiguous(possible, 0.3), key: null }
    return within ? null : { ...ambiguous(keys, 0.3), key: null }
  }

  /** 户籍所在地 is the district where a column for the address stands beside it, else most likely the address. */
  #placeOrAddress(words: string, place: string): Match | null {
    const address = addressOf[place]
    if (
      !address ||
      !/^(户籍|户口|户籍登记|户口登记)所在地$|^((?:现|现在|实际|目前)?居住地|现居地|常住地)$/.test(words)
    )
      return null
    return this.#hasAddress(address) ? null : ambiguous([address, place])
  }

  #isHeadsForm(): boolean {
    return (
      this.#seen.has('household.headName') &&
      !this.#used.has('person.name') &&
      !this.#seen.has('person.phone')
    )
  }

  #hasAddress(key: string): boolean {
    return this.#all.some((words) => lexicon.get(words)?.includes(key))
  }

  /** An ID number in a form about things says not whose it is. */
  #isBareIdentity(words: string, key: string): boolean {
    return key === 'person.idNumber' && this.#subject.kind !== 'person' && words.length < 7
  }

  #subjectMatch(words: string): Match | null {
    for (const [pattern, entities] of subjectWords) {
      const prefix = pattern.exec(words)?.[0]
      if (prefix === undefined || prefix.length === words.length) continue
      const isOwn = entities.some((entity) => this.#subject.entities.includes(entity))
      if (!isOwn || (this.#subject.kind === 'person' && entities[0] === 'organisation')) continue
      const rest = words.slice(prefix.length)
      const within = entities.includes('topic')
        ? [...entities, ...this.#subject.entities, 'person']
        : entities
      const match = this.#phrase(rest, within)
      if (match?.status === 'mapped') return { ...match, confidence: 0.92 }
    }
    return null
  }

  /** 公厕编号 in a 公厕普查表, 楼道长姓名 in a 楼道长信息表: the title's own noun stands for whom or what the rows are. */
  #titleMatch(words: string): Match | null {
    for (let length = Math.min(4, words.length - 2); length >= 2; length--) {
      const rest = words.slice(length)
      if (!namesTheRow[this.#subject.kind === 'person' ? 'person' : 'thing'].has(rest)) continue
      if (!this.#title.includes(words.slice(0, length))) continue
      const match = this.#phrase(rest, [...this.#subject.core])
      if (match?.status === 'mapped' && !this.#used.has(match.key!)) return { ...match, confidence: 0.9 }
    }
    return null
  }

  #readGrouped({ leaf, full, parents }: ReadHeader): Match {
    const above = parents.at(-1)!
    const grandparents = parents.slice(0, -1)
    const joined = this.#phrase(above + full) ?? this.#phrase(above + leaf.words)
    if (joined?.status === 'mapped') return joined
    const aboveKey = this.#groupKey(above)
    if (aboveKey) {
      const part =
        areaPart(aboveKey, leaf.words) ?? areaPart(aboveKey, full) ?? this.#addressPart(aboveKey, leaf.words)
      if (part) return part
    }
    const group = readRole(above.replace(/(基本)?(情况|信息|资料)$/, ''), this.#isRental)
    if (group && group.attribute === 'name') {
      const attribute = readAttribute(leaf.words) ?? readRole(leaf.words, this.#isRental)?.attribute
      const key = attribute && roles[group.role]!.keys[attribute]
      if (key) return mapped(key, 0.95)
      if (group.role !== 'tenant') return unknown
    }
    const own = this.#readWords(full, leaf.words)
    if (own.status === 'mapped' && !generic.has(leaf.words) && readAttribute(leaf.words) === null) return own
    const withSubject = this.#subjectMatch(above + leaf.words)
    if (withSubject) return withSubject
    if (aboveKey) {
      const option = optionPart(aboveKey, leaf.words)
      if (option) return option
    }
    if (grandparents.length > 0 && neutral.test(above))
      return this.#readGrouped({ leaf, full, parents: grandparents })
    if (neutral.test(above) || above === leaf.words) return own
    return own.status === 'unknown' ? own : { ...ambiguous(own.candidates, 0.3), key: null }
  }

  #groupKey(above: string): string | null {
    const match = this.#phrase(above) ?? variantOf(above, this.#subject, (other) => this.#phrase(other))
    return match?.status === 'mapped' ? match.key : null
  }

  /** 现居住地址 over 小区, 幢, 单元, 室. */
  #addressPart(above: string, words: string): Match | null {
    if (!/Address$|Place$|^dwelling\./.test(above)) return null
    const keys = lexicon
      .get(words)
      ?.filter((key) => /^dwelling\.(estate|buildingNumber|unitNumber|roomNumber)$/.test(key))
    if (keys?.[0]) return mapped(keys[0], 0.93)
    return /^(.*地址类型|类型)$/.test(words) ? unknown : null
  }
}
