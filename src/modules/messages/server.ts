import type { ServerModule } from '../../platform/server/http/module.ts'
import { defineReader } from '../../platform/server/http/mount-route.ts'
import { type Office, repositoryFor } from '../../platform/server/office.ts'
import { systemActor } from '../../platform/server/permission/system-actor.ts'
import { makeHook, removeHook, resendDelivery, turnHook } from './actions/change-hooks.ts'
import { readMessages } from './actions/read-messages.ts'
import { setMessageChoice } from './actions/set-message-choice.ts'
import { setMailServer, setQuietHours } from './actions/set-message-settings.ts'
import { getMessageChoice, getMessageSettings, listHooks, listMessages } from './contract.ts'
import { sendHooks } from './sending/send-hooks.ts'
import { sendMails } from './sending/send-mails.ts'
import { sealedAddress } from './storage/choices.ts'
import { clearDeliveries, sealedHooks } from './storage/hooks.ts'
import { clearMessages } from './storage/messages.ts'
import { sealedPassword } from './storage/settings.ts'
import { viewChoice, viewHooks, viewMessages, viewSettings } from './views.ts'

export { tell } from './tell.ts'

const clear = async (office: Office): Promise<void> => {
  const repository = repositoryFor(office, systemActor(office.district))
  await clearMessages(repository)
  await clearDeliveries(repository)
}

/** 消息: what people and other programs are told, each once. */
export const messagesServer: ServerModule = {
  actions: [
    readMessages,
    setMessageChoice,
    setMailServer,
    setQuietHours,
    makeHook,
    turnHook,
    removeHook,
    resendDelivery,
  ],
  readers: [
    defineReader(listMessages, (repository, { query }) =>
      viewMessages(repository, query.unread === 'true', query.limit),
    ),
    defineReader(getMessageChoice, (repository) => viewChoice(repository)),
    defineReader(getMessageSettings, (repository) => viewSettings(repository)),
    defineReader(listHooks, (repository) => viewHooks(repository)),
  ],
  sealed: [sealedPassword, sealedAddress, ...sealedHooks],
  jobs: () => ({}),
  beats: (office) => [
    { name: 'message-mails', everySeconds: 3, run: async () => void (await sendMails(office)) },
    { name: 'message-hooks', everySeconds: 2, run: async () => void (await sendHooks(office)) },
    { name: 'message-clear', everySeconds: 6 * 3600, run: () => clear(office) },
  ],
}
