/** The record without some of its fields: how an optional field of an immutable value is taken away. */
export const omit = <Whole extends object, Key extends keyof Whole>(
  whole: Whole,
  ...keys: readonly Key[]
): Omit<Whole, Key> => {
  const rest: Partial<Whole> = { ...whole }
  for (const key of keys) delete rest[key]
  return rest as Omit<Whole, Key>
}
