import { chromium } from '@playwright/test'
import { AppPage } from './pages/app-page.ts'
import { Person } from './support/story.ts'
const origin='http://localhost:4391'
const browser = await chromium.launch({executablePath:'/usr/bin/chromium', args:['--no-sandbox','--disable-background-networking']})
for (const [name,opt] of [['light',{viewport:{width:1440,height:900},colorScheme:'light'}],['dark',{viewport:{width:1440,height:900},colorScheme:'dark'}],['phone',{viewport:{width:390,height:844},colorScheme:'dark',hasTouch:true,isMobile:true}]]) {
 const context = await browser.newContext({...opt, locale:'en-GB'})
 const page = await context.newPage()
 const app = new AppPage(new Person(context,page,{origin}))
 await app.openHome(); const plan = await app.openSample(); await plan.isWhole()
 await page.waitForTimeout(1500)
 await page.screenshot({path:`/tmp/look-${name}.png`, fullPage: name!=='phone'})
 if(name==='phone'){ await page.evaluate(()=>scrollTo(0,1500)); await page.waitForTimeout(300); await page.screenshot({path:`/tmp/look-phone2.png`}) }
}
await browser.close()
