declare const kind: unique symbol

/** A string that names one thing of one kind. Ids of different kinds do not mix. */
export type Id<Kind extends string> = string & { readonly [kind]: Kind }

export type SessionId = Id<'session'>
export type SeatId = Id<'seat'>
export type StepId = Id<'step'>
export type ItemId = Id<'item'>
export type ClusterId = Id<'cluster'>
export type LinkId = Id<'link'>
export type CommandId = Id<'command'>
export type TableId = Id<'table'>
export type HandoverId = Id<'handover'>
export type WorkspaceId = Id<'workspace'>
export type ContactId = Id<'contact'>

const ID = /^[A-Za-z0-9_-]{16}$/

/** Whether a text has the shape of an id: 16 characters of nanoid's alphabet. */
export const isId = <Kind extends string>(text: unknown): text is Id<Kind> => typeof text === 'string' && ID.test(text)

/** The one blessed cast: for text that is known to be an id, such as one just made by nanoid. */
export const asId = <Kind extends string>(text: string): Id<Kind> => text as Id<Kind>
