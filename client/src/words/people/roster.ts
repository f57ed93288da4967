// The roster beside the document: who there is on each side, and whose link was taken back.
import { count, plural } from '../../format/count.ts'
import { listText } from '../../format/names.ts'
import { commonWords } from '../common.ts'

export const rosterWords = {
  title: 'People',
  noRoles: 'No roles yet',
  named: (named: number, roles: number) => `${named} of ${count(roles, 'role')} named`,
  everybody: 'Who does what',
  everybodyAlias: 'people roster team owes',
  fewer: commonWords.fewer,
  more: (roles: number) => `${roles} more`,
  addRole: 'Add a role',
  addRoleAt: (company: string) => `Add a role at ${company}`,
  removed: (role: string) => `${role} removed`,
  name: 'Name',
  nameRole: (role: string) => `Name ${role}`,
  whoIs: (role: string) => `Who is ${role}?`,
  changeRole: (role: string) => `Change ${role}`,
  you: 'you',
  now: 'now',
  /** Where a role is used: "milestones 3 and 5 and 4 steps". */
  uses(milestones: readonly string[], steps: number): string {
    const parts = [
      ...(milestones.length === 0 ? [] : [`${plural(milestones.length, 'milestone')} ${listText(milestones)}`]),
      ...(steps === 0 ? [] : [count(steps, 'step')]),
    ]
    return parts.join(' and ')
  },
  revokedLinks: (company: string) => `Revoked links of ${company}`,
  revoked: <T>(
    holder: T,
    { company, by, day }: { readonly company: string; readonly by: string; readonly day: string },
  ) => ['The link of ', holder, ` was revoked by ${company} (${by}) on ${day}`],
}
