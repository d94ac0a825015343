import { createTransport } from 'nodemailer'
import { type Office, repositoryFor } from '../../../platform/server/office.ts'
import { waitAfter } from '../../../platform/server/outgoing/backoff.ts'
import { systemActor } from '../../../platform/server/permission/system-actor.ts'
import { readChoice } from '../storage/choices.ts'
import { type DueMail, postponeMails, settleMails, takeMails } from '../storage/messages.ts'
import { type MailServer, readMailServer } from '../storage/settings.ts'

const transportTo = (server: MailServer & { password: string }) =>
  createTransport({
    host: server.host,
    port: server.port,
    secure: server.security === 'tls',
    requireTLS: server.security === 'starttls',
    ignoreTLS: server.security === 'none',
    ...(server.user === '' ? {} : { auth: { user: server.user, pass: server.password } }),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })

const subjectOf = (mails: readonly DueMail[]): string =>
  mails.length === 1 ? mails[0]!.text : `您有 ${mails.length} 条提醒`

const linesOf = (mails: readonly DueMail[], address: string): string =>
  [
    ...mails.map(({ text, link }) =>
      address === '' ? text : `${text}\n${address.replace(/\/$/, '')}${link}`,
    ),
    '不想再收到，请登录后在“消息”里改“怎样提醒我”。',
  ].join('\n\n')

const wordFailure = (error: unknown): string => {
  const { code, responseCode } = error as { code?: string; responseCode?: number }
  if (code === 'EAUTH') return '邮件服务器不认用户名或密码。'
  if (responseCode !== undefined) return `邮件服务器没有收下（${responseCode}）。`
  return `没有连上邮件服务器（${code ?? '未知原因'}）。`
}

/** Sends what is due: one mail a person, however much there is to tell. Answers how many mails went out. */
export const sendMails = async (office: Office, now = new Date(), most = 100): Promise<number> => {
  const repository = repositoryFor(office, systemActor(office.district))
  const server = await readMailServer(repository)
  if (!server) return 0
  const transport = transportTo(server)
  try {
    for (let sent = 0; sent < most; ) {
      const mails = await takeMails(repository, now)
      if (mails.length === 0) return sent
      const { email } = await readChoice(repository, mails[0]!.staff)
      try {
        if (email !== '')
          await transport.sendMail({
            from: server.from,
            to: email,
            subject: subjectOf(mails),
            text: linesOf(mails, server.address),
            textEncoding: 'base64',
            // The same mail has the same name, should it have to be sent again.
            messageId: `<${mails[0]!.id}@youju>`,
          })
        await settleMails(repository, mails)
        sent++
      } catch (error) {
        await postponeMails(repository, mails, wordFailure(error), waitAfter)
        // Without a server nobody else's would go out either; one refused address keeps nobody waiting.
        if ((error as { responseCode?: number }).responseCode === undefined) return sent
      }
    }
    return most
  } finally {
    transport.close()
  }
}
