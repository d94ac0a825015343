import { Problem } from '../../../platform/contract/problem.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import { classOf } from '../category/categories.ts'
import { proposeCategories } from '../category/propose-category.ts'
import { sayMatter as contract } from '../contract-public.ts'
import { readClocks } from '../storage/limits.ts'
import { attachPhotos } from '../storage/photos.ts'
import { receive } from './receive.ts'

/** A resident says it on the public page: the community that they chose has to accept it. */
export const sayMatter = defineAction(contract, async (repository, input, office) => {
  if (office.areas.find(input.area)?.level !== 'community')
    throw new Problem('field.invalid', '请选择您所在的社区。', {
      places: [{ field: 'area', message: '请选择您所在的社区' }],
    })
  const category = proposeCategories(`${input.content} ${input.place}`, 1)[0] ?? 'other'
  const { id, number, code } = await receive(
    repository,
    {
      ...input,
      title: '',
      category,
      class: classOf(category),
      channel: 'page',
      owner: `area:${input.area}`,
      submitted: true,
    },
    { clocks: await readClocks(repository, office.zone), now: new Date(), zone: office.zone },
  )
  await attachPhotos(repository, office.files, { matter: id, seq: 1, photos: input.photos, public: true })
  return { answer: { number, code }, audit: { definition: 'matter', subject: id, area: input.area } }
})
