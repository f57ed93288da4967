import { chromium } from '@playwright/test'
import { readFileSync, writeFileSync } from 'node:fs'
import { AppPage } from './pages/app-page.ts'
import { Person } from './support/story.ts'
const link = readFileSync('/tmp/big-link.txt','utf8')
const browser = await chromium.launch({executablePath:'/usr/bin/chromium', args:['--no-sandbox','--disable-background-networking']})
const context = await browser.newContext({ viewport:{width:1440,height:900}, locale:'en-GB' })
const page = await context.newPage()
const floor = await context.newPage(); await floor.setContent('<textarea rows=3></textarea>')
const KEYS=Number(process.env.KEYS??60), PAUSES=[97,113,89,131,103]
async function measure(page, title){
 await page.bringToFront(); await title.fill('Milestone'); await title.click(); await title.press('ControlOrMeta+End')
 await page.evaluate(()=>{ const frames=[]; document.addEventListener('keydown',e=>requestAnimationFrame(()=>frames.push(performance.now()-e.timeStamp)),true); Object.assign(globalThis,{frames})})
 for(let k=0;k<KEYS;k++){ await page.keyboard.press('x'); await page.waitForTimeout(PAUSES[k%5]) }
 return page.evaluate(()=>globalThis.frames)
}
const st=(a)=>{const s=[...a].sort((x,y)=>x-y);return {median:s[s.length>>1].toFixed(1),p95:s[Math.ceil(s.length*.95)-1].toFixed(1)}}
console.log('floor', st(await measure(floor, floor.locator('textarea'))))
await page.bringToFront()
const plan = await new AppPage(new Person(context,page,{origin:'http://localhost:4392'})).openLink(link)
await plan.isWhole(); await plan.isSynced()
const cdp = await context.newCDPSession(page)
const title = plan.milestone(75).title
if(process.env.PROF){ await cdp.send('Profiler.enable'); await cdp.send('Profiler.setSamplingInterval',{interval:200}); await title.click(); await cdp.send('Profiler.start') }
await browser.startTracing(page,{path:'/tmp/trace.json',categories:['devtools.timeline','disabled-by-default-devtools.timeline','blink']}); const r = await measure(page,title); await browser.stopTracing()
if(process.env.PROF){ const {profile}=await cdp.send('Profiler.stop'); writeFileSync('/tmp/typing.cpuprofile',JSON.stringify(profile)) }
console.log('plan', st(r))
if(process.env.TRACE){ }
await browser.close()
