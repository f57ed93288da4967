// What the executive page draws after its first sentence: one file, because small ones compress badly.
export { PlanPicture } from './PlanPicture.tsx'
export { RestOfPage } from './RestOfPage.tsx'
