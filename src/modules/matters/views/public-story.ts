import type { Repository } from '../../../platform/server/repository/repository.ts'
import { closingReason } from '../codes.ts'
import type { State } from '../life/states.ts'
import type { Step } from '../life/step.ts'
import { listSteps, type Matter, stepOf } from '../storage/matter.ts'
import { listPhotos, type StoredPhoto } from '../storage/photos.ts'

/** What a resident reads of their matter: no names of staff, and nobody's data. */
export interface PublicStory {
  readonly number: string
  readonly area: string
  readonly standing: string
  /** By when it should be answered; empty where it was. */
  readonly due: string
  /** The resident's own words; empty where somebody else wrote them down. */
  readonly content: string
  /** What the resident is asked to rate; empty otherwise. */
  readonly answer: string
  /** Newest first; photos are those of the step that the resident may see, by the files of their thumbnails. */
  readonly steps: readonly {
    readonly at: string
    readonly title: string
    readonly text: string
    readonly photos: readonly StoredPhoto[]
  }[]
}

const standings: Record<State, string> = {
  submitted: '社区还没有看到，看到后会受理',
  assigned: '正在交给能办的单位',
  handling: '正在办',
  paused: '暂时停下了，以后接着办',
  deciding: '正在定由谁来办',
  answered: '已经答复，请您评价',
  closed: '已经办结',
}

const closingTitle = (code: string): string =>
  closingReason.items.find((item) => item.code === code)?.title ?? ''

/** A step in a resident's words; undefined for what goes on inside. */
export const wordPublic = (step: Step): { title: string; text: string } | undefined => {
  switch (step.kind) {
    case 'receive':
      return { title: '收到了', text: '' }
    case 'accept':
      return { title: '有单位在办了', text: '' }
    case 'progress':
      return step.detail.public ? { title: '进展', text: step.detail.text } : undefined
    case 'answer':
      return { title: '答复', text: step.detail.text }
    case 'callback': {
      if (!step.detail.reached) return { title: '没有联系上您', text: '' }
      const again = step.detail.to ? '没有解决，交给上一级办' : '没有解决，重新办理'
      const rated = step.actor === null ? '您评价了，已办结' : '回访过了，已办结'
      return { title: step.detail.outcome ? rated : `您说${again}`, text: '' }
    }
    case 'close': {
      const { reason, notOurs } = step.detail.outcome
      const whose = notOurs ? `应由${notOurs}办理。` : ''
      return { title: `办结：${closingTitle(reason)}`, text: `${whose}${step.detail.text}` }
    }
    case 'merge':
      return { title: '和另一件同样的事并在一起办', text: '' }
    case 'withdraw':
      return { title: '已撤回', text: '' }
    case 'reopen':
      return { title: '重新办理', text: '' }
    case 'add':
      return { title: '您补充了', text: step.detail.text }
    default:
      return undefined
  }
}

/** Tells a matter to the resident who holds its code. */
export const readPublicStory = async (
  repository: Repository,
  { id, facts, row }: Matter,
  zone: string,
): Promise<PublicStory> => {
  const instants = new Intl.DateTimeFormat('zh-CN', {
    timeZone: zone,
    dateStyle: 'long',
    timeStyle: 'short',
    hourCycle: 'h23',
  })
  const days = new Intl.DateTimeFormat('zh-CN', { timeZone: zone, dateStyle: 'long' })
  const told = ['answered', 'closed', 'paused'].includes(facts.state)
  const stored = await listSteps(repository, id)
  const steps = stored.map(stepOf)
  const photos = await listPhotos(repository, id, 'public')
  const answer = steps.findLast(({ kind }) => kind === 'answer')
  return {
    number: String(row.number),
    area: repository.areas.nameOf(facts.area),
    standing: standings[facts.state],
    due: told ? '' : days.format(new Date(facts.finishBy)),
    content: row.channel === 'page' ? String(row.content) : '',
    answer: facts.state === 'answered' && answer?.kind === 'answer' ? answer.detail.text : '',
    steps: steps
      .flatMap((step, index) => {
        const words = wordPublic(step)
        const own = photos.filter(({ seq }) => seq === stored[index]!.seq)
        return words ? [{ at: instants.format(new Date(step.at)), ...words, photos: own }] : []
      })
      .toReversed(),
  }
}
