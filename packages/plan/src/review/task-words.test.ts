import { expect, test } from 'vitest'
import { isOnboarding, isSignature, outcomeWording } from './task-words.ts'

test.each([
  ['Demo', 'The team has seen it work with its own data'],
  ['Product demo for finance', 'The team has seen it work with its own data'],
  ['Feature review', 'Those who will use it know it does what they need'],
  ['Signed contract', 'Terms settled that both sides stand behind'],
  ['Contract signed', 'Terms settled that both sides stand behind'],
  ['CONTRACT SIGNATURE', 'Terms settled that both sides stand behind'],
  ['Pilot', 'One team has seen its own numbers improve'],
  ['Proof of concept', 'One team has seen its own numbers improve'],
  ['Security review', 'IT security is satisfied that data stays safe'],
  ['Kick-off', 'Everybody knows who does what, and by when'],
  ['User training', 'Everybody who needs it can work with it'],
  ['Discovery call', 'Everybody agrees what the problem costs today'],
  ['Pricing proposal', 'Price and terms are known and fit the budget'],
  ['Send the contract to legal for their final review', 'Terms settled that both sides stand behind'],
  ['Schedule a meeting with the steering group next week', 'What it showed is agreed by both sides'],
  ['Prepare everything', null],
  ['Complete the order form', 'Terms settled that both sides stand behind'],
  ['Complete security questionnaire for the parent company', 'IT security is satisfied that data stays safe'],
  ['Review contract with legal and purchasing next week', 'Terms settled that both sides stand behind'],
  ['Book a room', null],
  ['Deal closing', 'Terms settled that both sides stand behind'],
  ['Closing', 'Terms settled that both sides stand behind'],
])('[REV-6] “%s” is a task', (title, instead) => {
  expect(outcomeWording(title)).toEqual({ instead })
})

test.each([
  '',
  '   ',
  'Go-live',
  'Go-live: all six plants match automatically',
  'Optimization: first €250k saved, next savings chosen',
  'Finance has seen its own invoices match',
  'IT Security is satisfied supplier data stays safe',
  'Budget released on terms both sides stand behind',
  'Proof on your own cases',
  'Security review passed',
  'Purchasing and funding approved',
  'Agreement in place and order placed',
  'Everyone knows what the pilot showed and what it is worth',
  'Preparedness for the audit',
  'Complete visibility of spend for every plant',
  'Review times halved',
  'Draft contracts ready in an hour',
  'Hold times under a minute',
  'Sign-off by finance takes one day',
  'Month-end closing automated',
  'Contract reviews automated',
  'Einkauf ist zufrieden',
  'Vertrag unterschrieben',
])('[REV-6] “%s” is none, as far as anybody can tell', (title) => {
  expect(outcomeWording(title)).toBe(null)
})

test('[REV-6] a wording that is offered is an outcome itself', () => {
  const stages = [
    'Demo', 'Feature review', 'Discovery', 'Pilot', 'Security review', 'Legal review', 'Contract', 'Proposal',
    'Procurement', 'Business case', 'Kickoff', 'Onboarding', 'Implementation', 'Rollout', 'Meeting',
  ] // prettier-ignore
  const offered = stages.map((stage) => outcomeWording(stage)?.instead ?? stage)
  expect(new Set(offered).size).toBe(stages.length)
  expect(offered.filter((title) => outcomeWording(title) !== null)).toEqual([])
})

test.each([
  ['Signed contract', true, false],
  ['Contract closed', true, false],
  ['Contract', true, false],
  ['Sign the contract', true, false],
  ['Agreement in place', true, false],
  ['Closing', true, false],
  ['Optimization: month-end closing takes three days', false, false],
  ['Every contract is found in a minute', false, false],
  ['Sign-off takes one day, not five', false, false],
  ['Books closed a week earlier', false, false],
  ['Optimization: first savings', false, false],
  ['Everybody trained', false, true],
  ['Kick-off and onboarding', false, true],
  ['A design that works', false, false],
])('[REV-7] “%s”: a signature %s, onboarding %s', (title, signature, onboarding) => {
  expect([isSignature(title), isOnboarding(title)]).toEqual([signature, onboarding])
})
