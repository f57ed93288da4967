// The templates of a device, and one that somebody sent.
import { count, plural } from '../../format/count.ts'

export const templatesWords = {
  lead: 'A plan starts from one in minutes, and is then its two sides’ own.',
  openFile: 'Open a template file',
  file: 'Template file',
  own: 'Your own',
  noneYet: 'None yet',
  noneYetWhat:
    'Open a plan that went well and choose “Save as a template”, open a template file here, or make a variant of one below.',
  version: (version: number) => `version ${version}`,
  notSavedYet: 'changes not saved yet',
  builtIn: 'Built in',
  looking: 'Looking for your own templates.',
  howMany: (templates: number) =>
    `${count(templates, 'template')} of your own on this device. Nobody else has ${plural(templates, 'it', 'them')} until you send a link or a file.`,
  broughtNone: {
    link: 'This link brings no template',
    file: 'This file brings no template',
    nothingChanged: 'Nothing here was changed.',
    tooBig: 'It is larger than any template can be.',
    unreadable: 'It holds no template that this version of Milepost can read.',
    close: 'All right',
  },
  sent: {
    label: 'This template was sent to you',
    new: 'This template was sent to you. Keep it on this device to start plans from it.',
    version: (version: number) => `This is version ${version} of a template that you have. Your other versions stay.`,
    copy: (version: number) =>
      `You have another version ${version} of this template. Kept, it stands beside it as a template of its own.`,
    known: 'You have this template already.',
    all: 'All templates',
    notNow: 'Not now',
    open: 'Open it',
    keep: 'Keep this template',
  },
}
