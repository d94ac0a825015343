import { type PhotoView, photoAddress, thumbnailAddress } from '../../contract-photos.ts'

/** Photos of a step, small; each opens large. */
export const PhotoList = ({ photos }: { photos: readonly PhotoView[] }) =>
  photos.length === 0 ? null : (
    <ul className="photo-list">
      {photos.map(({ id, public: shown }, index) => (
        <li key={id}>
          <a href={photoAddress(id)} target="_blank" rel="noreferrer">
            <img src={thumbnailAddress(id)} alt={`照片 ${index + 1}`} loading="lazy" />
          </a>
          {shown && <span className="quiet">反映人可见</span>}
        </li>
      ))}
    </ul>
  )
