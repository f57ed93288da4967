/**
 * Which text of which record, and where it lies. One table names every text field of
 * both documents, so a reference from outside (a caret, a form) reaches nothing else.
 */
import type * as Y from 'yjs'
import { COMMENT } from './comments.ts'
import { CRITERION } from './criteria.ts'
import { DECISION } from './decisions.ts'
import { EXPECTATION } from './expectations.ts'
import { KEY_DATE } from './key-dates.ts'
import { META_RECORD } from './meta.ts'
import { MILESTONE } from './milestones.ts'
import { MOVE } from './moves.ts'
import { OBJECTIVE } from './objectives.ts'
import { OPTION } from './options.ts'
import { PERSON } from './people.ts'
import type { TextField } from './field.ts'
import type { RecordKind } from './record.ts'
import { ROLE } from './roles.ts'
import { STEP } from './steps.ts'

export type TextRef =
  | { readonly in: 'meta'; readonly field: 'title' | 'buyerPriority' | 'costOfSlip' }
  | { readonly in: 'milestones'; readonly id: string; readonly field: 'title' | 'benefit' }
  | { readonly in: 'steps'; readonly id: string; readonly field: 'title' | 'outcome' }
  | { readonly in: 'roles'; readonly id: string; readonly field: 'title' }
  | { readonly in: 'people'; readonly id: string; readonly field: 'name' }
  | { readonly in: 'keyDates'; readonly id: string; readonly field: 'title' | 'why' }
  | { readonly in: 'objectives'; readonly id: string; readonly field: 'text' | 'goal' }
  | { readonly in: 'criteria'; readonly id: string; readonly field: 'text' }
  | { readonly in: 'decisions'; readonly id: string; readonly field: 'question' | 'answer' }
  | { readonly in: 'expectations'; readonly id: string; readonly field: 'text' | 'consequence' }
  | { readonly in: 'options'; readonly id: string; readonly field: 'title' }
  | { readonly in: 'moves'; readonly id: string; readonly field: 'text' }
  | { readonly in: 'comments'; readonly id: string; readonly field: 'body' }

/** Where a text lies and how it is bounded. */
export interface TextHome {
  readonly recordIn: (ydoc: Y.Doc) => Y.Map<unknown> | null
  readonly touch: (ydoc: Y.Doc) => void
  readonly limit: number
  readonly isOneLine: boolean
}

export function homeOf(ref: TextRef): TextHome {
  switch (ref.in) {
    case 'meta':
      return {
        recordIn: (ydoc) => META_RECORD.recordIn(ydoc),
        touch: (ydoc) => META_RECORD.touch(ydoc),
        ...boundsOf(META_RECORD.fields[ref.field]),
      }
    case 'milestones':
      return inRecord(MILESTONE, ref.id, ref.field)
    case 'steps':
      return inRecord(STEP, ref.id, ref.field)
    case 'roles':
      return inRecord(ROLE, ref.id, ref.field)
    case 'people':
      return inRecord(PERSON, ref.id, ref.field)
    case 'keyDates':
      return inRecord(KEY_DATE, ref.id, ref.field)
    case 'objectives':
      return inRecord(OBJECTIVE, ref.id, ref.field)
    case 'criteria':
      return inRecord(CRITERION, ref.id, ref.field)
    case 'decisions':
      return inRecord(DECISION, ref.id, ref.field)
    case 'expectations':
      return inRecord(EXPECTATION, ref.id, ref.field)
    case 'options':
      return inRecord(OPTION, ref.id, ref.field)
    case 'moves':
      return inRecord(MOVE, ref.id, ref.field)
    case 'comments':
      return inRecord(COMMENT, ref.id, ref.field)
  }
}

function inRecord<Data>(kind: RecordKind<string, Data>, id: string, field: keyof Data): TextHome {
  return {
    recordIn: (ydoc) => kind.recordIn(ydoc, id),
    touch: (ydoc) => kind.touch(ydoc, id),
    ...boundsOf(kind.fields[field]),
  }
}

function boundsOf(field: { readonly kind: string } | TextField): Pick<TextHome, 'limit' | 'isOneLine'> {
  if (!('limit' in field)) throw new Error('This field is no text')
  return field
}
