import { chromium, expect } from '@playwright/test'
import { writeFileSync } from 'node:fs'
import { AppPage } from './pages/app-page.ts'
import { ShareDialog } from './pages/share-dialog.ts'
import { Person } from './support/story.ts'
const origin='http://localhost:4392'
const browser = await chromium.launch({executablePath:'/usr/bin/chromium', args:['--no-sandbox','--disable-background-networking']})
const context = await browser.newContext({ viewport:{width:1440,height:900}, locale:'en-GB', permissions:['clipboard-read','clipboard-write'] })
const person = new Person(context, await context.newPage(), {origin})
const plan = await new AppPage(person).makePlan({ start:'Blank plan', outcome:'big' })
const { keyboard } = person.page
await plan.milestone(1).select()
for (let at=1; at<=150; at++){ if(at>2) await keyboard.press('Enter'); else await plan.milestone(at).title.fill('')
 await keyboard.insertText(`Milestone ${at}: what the buyer has then`)
 await keyboard.press('Enter')
 for(let s=1;s<=6;s++){ await keyboard.insertText(`Step ${s} of milestone ${at}`); if(s===1) await keyboard.press('Tab'); await keyboard.press('Enter') }
 await keyboard.press('Enter'); await keyboard.press('ArrowLeft')
}
await expect(plan.saveState('Saved on this device, synced')).toBeVisible({timeout:60000})
const dialog = await ShareDialog.open(plan.page)
const link = await dialog.createLink({ side:'Halden Foods', role:'AP Director', access:'Can edit' })
writeFileSync('/tmp/big-link.txt', link); console.log(link)
await browser.close()
