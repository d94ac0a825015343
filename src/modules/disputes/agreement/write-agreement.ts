import { type OfficialBlock, writeOfficial } from '../../../documents/official/index.ts'
import type { DisputeStory } from '../contract.ts'

const block = (kind: OfficialBlock['kind'], text: string): OfficialBlock => ({
  kind,
  spans: [{ text, figure: null }],
})

const row = (...cells: string[]): OfficialBlock => ({
  kind: 'tableRow',
  spans: [],
  cells: cells.map((text) => [{ text, figure: null }]),
})

const chineseDay = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/**
 * 人民调解协议书 as a .docx: who, what about, what was agreed and until when (人民调解法 第二十九条), with lines to sign.
 * What the system does not hold of the parties is left to be written by hand.
 */
export const writeAgreement = (story: DisputeStory): Promise<Uint8Array> => {
  const { agreement, parties, mediators, line } = story
  if (!agreement) throw new Error('no agreement to write')
  return writeOfficial({
    title: '人民调解协议书',
    subtitle: `编号：${line.number}`,
    createdAt: `${agreement.on}T00:00:00Z`,
    blocks: [
      block('heading1', '一、当事人'),
      row('姓名', '性别', '年龄', '联系方式', '住址'),
      ...parties.map(({ name, phone, address }) => row(name, '', '', phone, address)),
      block('heading1', '二、纠纷主要事实、争议事项'),
      ...agreement.dispute.split('\n').map((text) => block('paragraph', text)),
      block('heading1', '三、协议内容'),
      block('paragraph', '经调解，各方当事人自愿达成如下协议：'),
      ...agreement.items.map(({ party, text, due }, index) =>
        block(
          'paragraph',
          `${index + 1}.${party}：${text.replace(/[。；;]$/, '')}，于${chineseDay(due)}前履行。`,
        ),
      ),
      block('heading1', '四、效力'),
      block(
        'paragraph',
        '本协议自各方当事人签名、盖章或者按指印，人民调解员签名并加盖人民调解委员会印章之日起生效。各方当事人认为有必要的，可以自生效之日起三十日内共同向人民法院申请司法确认。',
      ),
      block('paragraph', `本协议一式${parties.length + 1}份，当事人各执一份，人民调解委员会留存一份。`),
      ...parties.map(() => block('paragraph', '当事人（签名、盖章或者按指印）：')),
      ...mediators.map(() => block('paragraph', '人民调解员（签名）：')),
      block('signature', `${line.areaName}人民调解委员会`),
      block('signature', chineseDay(agreement.on)),
    ],
  })
}
