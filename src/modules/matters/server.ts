import { recordAudit } from '../../platform/server/audit/record-audit.ts'
import type { ServerModule } from '../../platform/server/http/module.ts'
import { defineReader } from '../../platform/server/http/mount-route.ts'
import { may } from '../../platform/server/permission/actor.ts'
import { acceptMatter } from './actions/accept-matter.ts'
import { answerMatter } from './actions/answer-matter.ts'
import { answerPart } from './actions/answer-part.ts'
import { askExtension } from './actions/ask-extension.ts'
import { askPause } from './actions/ask-pause.ts'
import { closeMatter } from './actions/close-matter.ts'
import { decideMatter } from './actions/decide-matter.ts'
import { decideRequest } from './actions/decide-request.ts'
import { defineUnit } from './actions/define-unit.ts'
import { dismissHotSpot } from './actions/dismiss-hot-spot.ts'
import { dispatchMatter } from './actions/dispatch-matter.ts'
import { endUnit } from './actions/end-unit.ts'
import { escalateMatter } from './actions/escalate-matter.ts'
import { giveCode } from './actions/give-code.ts'
import { importOrders } from './actions/import-orders.ts'
import { joinMatter } from './actions/join-matter.ts'
import { makeOpen311Key } from './actions/make-open311-key.ts'
import { mergeMatter } from './actions/merge-matter.ts'
import { noteProgress } from './actions/note-progress.ts'
import { openLasting } from './actions/open-lasting.ts'
import { proposeAgain } from './actions/propose-again.ts'
import { reckonClocks } from './actions/reckon-clocks.ts'
import { reclassifyMatter } from './actions/reclassify-matter.ts'
import { recordCallback } from './actions/record-callback.ts'
import { recordMatter } from './actions/record-matter.ts'
import { releaseMatter } from './actions/release-matter.ts'
import { removeReplyTemplate } from './actions/remove-reply-template.ts'
import { reopenMatter } from './actions/reopen-matter.ts'
import { resumeMatter } from './actions/resume-matter.ts'
import { returnMatter } from './actions/return-matter.ts'
import { revealReporter } from './actions/reveal-reporter.ts'
import { revokeOpen311Key } from './actions/revoke-open311-key.ts'
import { runClocks } from './actions/run-clocks.ts'
import { saveReplyTemplate } from './actions/save-reply-template.ts'
import { setDispatchRule } from './actions/set-dispatch-rule.ts'
import { setPublicPage } from './actions/set-public-page.ts'
import { setWeights } from './actions/set-weights.ts'
import { splitMatter } from './actions/split-matter.ts'
import { summonBodies } from './actions/summon-bodies.ts'
import { withdrawMatter } from './actions/withdraw-matter.ts'
import { categories } from './category/categories.ts'
import { proposeCategories } from './category/propose-category.ts'
import { wordLimit } from './clock/limit.ts'
import { getMatter, listBodies, listMatters, prepareMatter } from './contract.ts'
import { getHotSpots } from './contract-hot-spots.ts'
import { getMeasures } from './contract-measures.ts'
import { listOpen311Keys } from './contract-open311.ts'
import { getPublicPage } from './contract-public.ts'
import { getRelease } from './contract-release.ts'
import { getReplies, listReplyTemplates } from './contract-replies.ts'
import { getUnits } from './contract-units.ts'
import type { Body } from './life/facts.ts'
import { writeOrderAnswers } from './orders/write-answers.ts'
import { photoDownloads, photoUpload } from './photos/photo-routes.ts'
import { followPage } from './public/follow-page.ts'
import { open311 } from './public/mount-open311.ts'
import { sayPage } from './public/say-page.ts'
import { solvedPage } from './public/solved-page.ts'
import { findBodies, listUnits } from './storage/bodies.ts'
import { findLastingAt } from './storage/hot-spots.ts'
import { readClocks } from './storage/limits.ts'
import { countMatters, findMatters, findSimilar } from './storage/list-matters.ts'
import { isPublicPageOpen } from './storage/public-page.ts'
import { noteLasting, readHotSpots } from './views/hot-spots.ts'
import { readStory } from './views/matter-story.ts'
import { readMeasures } from './views/measures.ts'
import { readOpen311Keys } from './views/open311-keys.ts'
import { readRelease } from './views/release.ts'
import { readReplies, readTemplates } from './views/replies.ts'
import { readUnitSettings } from './views/unit-settings.ts'
import { viewReaders } from './views/view-readers.ts'
import { wordLines } from './views/word-line.ts'

export { answerByMediation } from './actions/answer-by-mediation.ts'

export const mattersServer: ServerModule = {
  actions: [
    recordMatter,
    joinMatter,
    acceptMatter,
    dispatchMatter,
    returnMatter,
    decideMatter,
    escalateMatter,
    noteProgress,
    reclassifyMatter,
    askPause,
    askExtension,
    decideRequest,
    resumeMatter,
    summonBodies,
    answerPart,
    splitMatter,
    mergeMatter,
    answerMatter,
    recordCallback,
    closeMatter,
    withdrawMatter,
    reopenMatter,
    revealReporter,
    defineUnit,
    endUnit,
    setDispatchRule,
    setPublicPage,
    importOrders,
    releaseMatter,
    saveReplyTemplate,
    removeReplyTemplate,
    setWeights,
    makeOpen311Key,
    revokeOpen311Key,
    giveCode,
    openLasting,
    dismissHotSpot,
    proposeAgain,
  ],
  readers: [
    // Before the one that takes any word for an id.
    defineReader(prepareMatter, async (repository, { query }, office) => {
      const { limits } = await readClocks(repository, office.zone)
      const proposed = proposeCategories(`${query.content} ${query.place}`)
      const bodies = await findBodies(repository)
      const similar = await findSimilar(repository, bodies, {
        ...query,
        category: proposed[0],
        area: query.area,
      })
      return {
        categories: proposed.map((code) => {
          const { title, class: of } = categories.find((each) => each.code === code)!
          return { code, title, class: of, limit: wordLimit(limits[of].finish) }
        }),
        similar: await wordLines(repository, similar),
        lasting: query.area
          ? (await findLastingAt(repository, { ...query, area: query.area })).map(noteLasting)
          : [],
      }
    }),
    ...viewReaders,
    defineReader(getHotSpots, readHotSpots),
    defineReader(getMatter, (repository, { params }, office) =>
      readStory(repository, params.id, office.zone),
    ),
    defineReader(listMatters, async (repository, { query }) => {
      const bodies = await findBodies(repository)
      const { rows, next } = await findMatters(repository, bodies, query)
      return {
        rows: await wordLines(repository, rows),
        next,
        counts: await countMatters(repository, bodies, query),
        mine: bodies,
      }
    }),
    defineReader(listReplyTemplates, async (repository) => ({ rows: await readTemplates(repository) })),
    defineReader(getReplies, async (repository, { params }, office) => ({
      rows: await readReplies(repository, params.id, office.zone),
    })),
    defineReader(getMeasures, (repository, { query }, office) => readMeasures(repository, office, query)),
    defineReader(getRelease, (repository, { params }) => readRelease(repository, params.id)),
    defineReader(getPublicPage, async (repository, _, office) => ({
      open: await isPublicPageOpen(repository, office),
      mayChange: may(repository.actor, 'staff.manage', repository.district),
    })),
    defineReader(listOpen311Keys, readOpen311Keys),
    defineReader(getUnits, (repository) => readUnitSettings(repository)),
    defineReader(listBodies, async (repository, _, office) => {
      const areas = office.areas.under(office.district)
      const units = await listUnits(repository)
      return {
        bodies: [
          ...areas.map(({ path, name }) => ({ body: `area:${path}` as Body, title: name })),
          ...units.map(({ id, title }) => ({ body: `unit:${id}` as Body, title })),
        ],
        mine: await findBodies(repository),
      }
    }),
  ],
  uploads: [photoUpload],
  publicPages: [sayPage, followPage, solvedPage],
  downloads: [
    ...photoDownloads,
    {
      path: '/api/matter-orders/:file/answers.xlsx',
      title: '下载填好办理结果的工单表',
      run: async (repository, { file = '' }, office) => {
        const { name, bytes } = await writeOrderAnswers(office, repository, file)
        await recordAudit(repository, { action: 'downloadOrderAnswers', detail: { file } })
        return { name, bytes, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }
      },
    },
  ],
  interfaces: [open311],
  jobs: () => ({}),
  beats: (office) => [
    { name: 'matter-clocks', everySeconds: 2, run: async () => void (await runClocks(office)) },
    // The calendar comes with the program: a new one is there when it starts, which is when beats begin.
    { name: 'matter-calendar', everySeconds: 24 * 3600, run: async () => void (await reckonClocks(office)) },
  ],
}
