import { chromium } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { AppPage } from './pages/app-page.ts'
import { Person } from './support/story.ts'
const link = readFileSync('/tmp/big-link.txt','utf8')
const browser = await chromium.launch({executablePath:'/usr/bin/chromium', args:['--no-sandbox','--disable-background-networking']})
const context = await browser.newContext({ viewport:{width:1440,height:900}, locale:'en-GB' })
const page = await context.newPage()
const plan = await new AppPage(new Person(context,page,{origin:'http://localhost:4392'})).openLink(link)
await plan.isWhole(); await plan.isSynced()
const t = plan.milestone(75).title; await t.click(); await t.press('ControlOrMeta+End')
await page.waitForTimeout(1500)
await page.evaluate(()=>{ const seen={}; const muts={}; let frames=0
 document.addEventListener('transitionrun',e=>{const k='T '+e.propertyName+' '+String(e.target.className?.baseVal??e.target.className)+' '+(e.target.getAttribute('aria-label')??''); seen[k]=(seen[k]??0)+1},true)
 new MutationObserver(l=>{for(const m of l){const el=m.target.nodeType===1?m.target:m.target.parentElement; const k='M '+m.type+' '+(m.attributeName??'')+' '+el.tagName+'.'+String(el.className?.baseVal??el.className).slice(0,60)+' '+(el.getAttribute('aria-label')??'').slice(0,30); muts[k]=(muts[k]??0)+1}}).observe(document,{subtree:true,childList:true,characterData:true,attributes:true})
 const f=()=>{frames++;requestAnimationFrame(f)}; f()
 Object.assign(globalThis,{seen,muts}) })
const an=()=>page.evaluate(()=>document.getAnimations().map(a=>[a.constructor.name,a.transitionProperty??a.animationName,a.playState,String(a.effect.target.className?.baseVal??a.effect.target.className),a.effect.pseudoElement,a.currentTime])); console.log('rest',JSON.stringify(await an())); for(let k=0;k<20;k++){ await page.keyboard.press('x'); if(k%4===0) console.log(JSON.stringify(await an())); await page.waitForTimeout(110) }
console.log(await page.evaluate(()=>JSON.stringify([globalThis.seen,globalThis.muts],null,1)))
await browser.close()
