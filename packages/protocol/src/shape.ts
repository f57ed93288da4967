// Turns a valibot schema into the house's kind of parser: the value, or one line that says what is wrong with it.
import * as v from 'valibot'

/** What was expected and where, in words for a developer; never the value itself, which may be a secret. */
export interface ShapeProblem {
  readonly problem: string
}

export function isShapeProblem(result: object): result is ShapeProblem {
  return 'problem' in result
}

export function shapeParser<Schema extends v.GenericSchema<unknown, object>>(
  schema: Schema,
): (value: unknown) => v.InferOutput<Schema> | ShapeProblem {
  return (value) => {
    const result = v.safeParse(schema, value)
    if (result.success) return result.output
    const [issue] = result.issues
    const path = v.getDotPath(issue)
    // A rule of our own (`check`) has no `expected`; its message is our own text.
    const wanted = issue.expected === null ? issue.message : `expected ${issue.expected}`
    return { problem: path === null ? wanted : `${path}: ${wanted}` }
  }
}
