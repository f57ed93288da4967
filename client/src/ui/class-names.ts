// Joins the class names of a component: CSS Modules give `string | undefined`, conditions give `false`.

export function classNames(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}
