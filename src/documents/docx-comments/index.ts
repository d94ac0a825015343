export { addComments } from './add-comments.ts'
export type { Comment, CommentAuthor } from './comment.ts'
export { plainDocx } from './plain-docx.ts'
