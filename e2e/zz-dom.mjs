import { chromium } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { AppPage } from './pages/app-page.ts'
import { Person } from './support/story.ts'
const link = readFileSync('/tmp/big-link.txt','utf8')
const browser = await chromium.launch({executablePath:'/usr/bin/chromium', args:['--no-sandbox','--disable-background-networking']})
const context = await browser.newContext({ viewport:{width:1440,height:900}, locale:'en-GB' })
const page = await context.newPage()
const plan = await new AppPage(new Person(context,page,{origin:'http://localhost:4392'})).openLink(link)
await plan.isWhole()
console.log(await plan.milestone(75).row.evaluate(e=>{let s='';for(let a=e;a;a=a.parentElement)s+=a.tagName+'.'+a.className+'\n';return s+e.outerHTML}))
await browser.close()
