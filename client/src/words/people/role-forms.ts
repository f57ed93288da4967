// The small forms of a role: a new one, a change, who has it.

export const roleFormWords = {
  role: 'Role',
  rolePlaceholder: 'General Counsel',
  roleMissing: 'A role needs a title',
  side: 'Side',
  part: 'Part in the deal',
  nameIfKnown: 'Name, if you know it',
  addRole: 'Add the role',
  name: 'Name',
  nameSomebody: 'Name somebody',
  nameSomebodyElse: 'Name somebody else',
  nobodyYet: 'Nobody yet',
  remove: 'Remove this role',
  inUse: (uses: string) => `Owns ${uses}. Give these to another role before you remove this one.`,
  nameRole: {
    label: (role: string) => `Who is ${role}?`,
    placeholder: (role: string) => `${role}: who?`,
    known: 'Already in this plan',
    nothing: 'Type a name',
    add: (name: string) => `Add ${name}`,
    named: (name: string, role: string) => `${name} is now ${role}`,
    namedSentence: (name: string, role: string) => `${name} is now ${role}.`,
    invite: 'Create a link for them',
    notNow: 'Not now',
  },
}
