/**
 * Element key → the words by which forms call it, separated by blanks. The same words under several keys are
 * told apart by what the form is about.
 */
export type Wording = Readonly<Record<string, string>>
