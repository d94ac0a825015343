import { z } from 'zod'

/** How many photos one step carries. */
export const mostPhotos = 6

/** Photos that were taken in before, by their ids. */
export const photoIds = z.array(z.uuid()).max(mostPhotos, `一次最多 ${mostPhotos} 张照片`).default([])

export const photoView = z.object({
  id: z.string(),
  width: z.number().int(),
  height: z.number().int(),
  /** Shown to the resident too. */
  public: z.boolean(),
})
export type PhotoView = z.infer<typeof photoView>

/** Where a photo is taken in (multipart part `file`); answers a {@link photoView}. */
export const photoUploadPath = '/api/matter-photos'
/** Where it is shown. */
export const photoAddress = (id: string): string => `${photoUploadPath}/${id}`
export const thumbnailAddress = (id: string): string => `${photoUploadPath}/${id}/thumbnail`
