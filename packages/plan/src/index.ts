/** The door of the plan room. README.md lists these names in the order to read them. */
export type {
  CommentId,
  CriterionId,
  DecisionId,
  ExpectationId,
  Id,
  KeyDateId,
  MilestoneId,
  MoveId,
  ObjectiveId,
  OfferId,
  OptionId,
  PersonId,
  RandomBytes,
  RoleId,
  StepId,
} from './ids.ts'
export { newId, parseId } from './ids.ts'
export { DISCUSSION_ROOTS, SCHEMA } from './keys.ts'
export { RECORD_LIMITS, RICH_DEPTH_LIMIT, TEXT_LIMITS } from './limits.ts'
export {
  NOBODY,
  type Author,
  type DoneMark,
  type Instant,
  type Mark,
  type Side,
  type SideMark,
  type Span,
} from './value.ts'
export type { Entries } from './field.ts'
export { ORIGINS, type Change, type NotAllowed, type Origin, type Writer } from './live-doc.ts'
export {
  changePlan,
  createPlan,
  openPlanDoc,
  writeAs,
  type PlanDoc,
  type PlanDocOptions,
  type PlanSeed,
} from './plan-doc.ts'
export { dayIn } from './day-in.ts'
export { readPlan, type Milestone, type Plan, type Step } from './read-plan.ts'
export { adoptPlan } from './adopt-plan.ts'
export { watchPlan, type Later } from './watch-plan.ts'
export {
  DEFAULT_PLAN_NAME,
  setFindingOff,
  setGoLive,
  setMeta,
  setResult,
  type CheckIn,
  type Meta,
  type MetaChoice,
  type TemplateMark,
} from './meta.ts'
export {
  addMilestone,
  archiveMilestone,
  moveMilestone,
  restoreMilestone,
  setMilestoneAfter,
  setMilestoneDone,
  setMilestoneDue,
  setMilestoneEstimate,
  setMilestoneMustEndBy,
  setMilestoneOwner,
  setMilestoneStartedOn,
  skipMilestone,
  type ArchiveMilestone,
  type DoneChange,
  type MilestoneDraft,
  type Replacements,
} from './milestones.ts'
export {
  addStep,
  archiveStep,
  moveStep,
  restoreStep,
  setStepAfter,
  setStepDone,
  setStepDue,
  setStepEstimate,
  setStepOwner,
  setStepWith,
  type Place,
  type StepDraft,
} from './steps.ts'
export {
  milestoneToStep,
  stepToMilestone,
  type MilestoneToStep,
  type OutlineProblem,
  type StepToMilestone,
} from './outline.ts'
export {
  addRole,
  archiveRole,
  moveRole,
  nameRole,
  restoreRole,
  ROLE_FUNCTIONS,
  setRoleCounterpart,
  setRoleFunction,
  setRoleSide,
  type Role,
  type RoleDraft,
  type RoleFunction,
} from './roles.ts'
export { counterpartOf, type Counterpart } from './counterparts.ts'
export { addPerson, archivePerson, restorePerson, setPersonSide, type Person, type PersonDraft } from './people.ts'
export {
  addKeyDate,
  archiveKeyDate,
  restoreKeyDate,
  setKeyDateBlocksWork,
  setKeyDateCompelling,
  setKeyDateSide,
  setKeyDateSpan,
  type KeyDate,
  type KeyDateDraft,
} from './key-dates.ts'
export {
  addObjective,
  archiveObjective,
  restoreObjective,
  setObjectiveBy,
  type Objective,
  type ObjectiveDraft,
} from './objectives.ts'
export {
  addCriterion,
  agreeToCriterion,
  agreementOf,
  archiveCriterion,
  isAgreedBy,
  restoreCriterion,
  setCriterionBy,
  setCriterionResult,
  setCriterionValue,
  type Criterion,
  type CriterionDraft,
  type CriterionResult,
} from './criteria.ts'
export { addDecision, archiveDecision, restoreDecision, type Decision, type DecisionDraft } from './decisions.ts'
export {
  addExpectation,
  archiveExpectation,
  restoreExpectation,
  type Expectation,
  type ExpectationDraft,
} from './expectations.ts'
export { addOption, archiveOption, restoreOption, SCORE_MOST, setScore, type Option, type Score } from './options.ts'
export { removeHoliday, setHoliday, type Holiday } from './holidays.ts'
export { confirmMove, moveMilestoneDue, type Move, type MoveReason } from './moves.ts'
export { acceptOffer, makeOffer, withdrawOffer, type AcceptOffer, type Offer, type OfferedDay } from './offers.ts'
export {
  baselineOf,
  openOffer,
  proposalsFor,
  standingOffer,
  undecidedOffers,
  type Baseline,
  type Proposal,
} from './agreement.ts'
export { openBeforeMilestone, openBeforeStep } from './done-in-order.ts'
export { confirmMilestone, type Confirmation, type ConfirmationState } from './confirmations.ts'
export { claimWriter, type WriterEntry } from './writers.ts'
export { setText, spliceText, textOf, watchText, type TextChange } from './shared-text.ts'
export type { Splice } from './splice.ts'
export { byText, wordsAlike } from './text-order.ts'
export type { TextRef } from './text-ref.ts'
export { anchorIndex, parseAnchor, textAnchor, type Anchor } from './text-anchor.ts'
export { fragmentOf, watchRichText, writeParagraphs, type RichRef } from './rich-text.ts'
export { isRichTextKnown } from './rich-text-guard.ts'
export {
  plainText,
  richTextBlocks,
  wordsIn,
  type RichBlock,
  type RichInline,
  type RichMark,
} from './rich-text-blocks.ts'
export { parseSafeLink } from './safe-link.ts'
export { changesSince, type ChangeBy, type IsOwn } from './changes/changes-since.ts'
export { planChanges, type PlanChange } from './changes/plan-changes.ts'
export { isSaidAlike, saidAt, type ChangePlace } from './changes/said-at.ts'
export { sidesWriting, type SidesAt } from './changes/sides-writing.ts'
export { canTakeBack, takeBack, type TakeBack } from './changes/take-back.ts'
export { planUndo, type PlanUndo, type PlanUndoOptions, type TakenStep } from './undo.ts'
export {
  parsePresence,
  presencesOf,
  setPresence,
  type Presence,
  type PresenceCaret,
  type PresenceOf,
  type PresencePlace,
} from './presence.ts'
export { openDiscussion, readDiscussion, watchDiscussion, type Discussion, type DiscussionDoc } from './discussion.ts'
export {
  addComment,
  archiveComment,
  markCommentEdited,
  resolveComment,
  restoreComment,
  type Comment,
  type CommentDraft,
  type CommentTopic,
  type MentionId,
} from './comments.ts'
export { setContact, type Contact } from './contacts.ts'
export { planStart, planToSchedule, startOf } from './plan-to-schedule.ts'
export { offerDays } from './offer-days.ts'
export { bearerOf, type Bearer } from './bearer.ts'
export { goLiveSetBySide } from './go-live-set-by.ts'
export {
  keepMine,
  overruledNow,
  parseOverruled,
  watchOverruled,
  type KeptOverruled,
  type Overruled,
} from './overruled.ts'
export { planOutlook, type GoalOutlook, type PlanOutlook } from './outlook/plan-outlook.ts'
export { isSameParts, outlookParts } from './outlook/outlook-parts.ts'
export type { Carrier, CauseShare, CauseSum, CauseSums, Claim } from './outlook/cause-shares.ts'
export type { CannotBeMet, MilestoneOutlook } from './outlook/milestone-outlook.ts'
export type { RoomLeft } from './outlook/room-left.ts'
export type { NextStep } from './outlook/next-step.ts'
export type { OnTime, OnTimeRecord } from './outlook/on-time.ts'
export { earlierAgreements, type Confirmed, type MeasuredFrom, type ScopeChange } from './outlook/since-agreement.ts'
export { isStepLate, type DateFinding } from './outlook/date-findings.ts'
export { rolePart, type OwedLine, type RolePart } from './outlook/role-parts.ts'
export { readerAsk, roleOfReader, type Reader, type ReaderAsk } from './outlook/reader-ask.ts'
export { verdictOf, type Deadline, type Verdict } from './outlook/verdict.ts'
export { explainSlip, type SlipExplained } from './outlook/explain-slip.ts'
export { workAsked, type MilestoneParts, type PlanWork, type SidePart, type WorkAsked } from './work-asked.ts'
export { followersOf } from './outlook/links.ts'
export { effectOfChange, type DayMoved, type ScheduleChange, type ScheduleEffect } from './outlook/schedule-effect.ts'
export { effectOfMove, moveOf, type MoveEffect } from './outlook/move-effect.ts'
export {
  agreedAsPromise,
  followReason,
  forecastAsPromise,
  reschedule,
  rescheduledChange,
  shiftedDates,
  workedBack,
  type Reach,
  type Rescheduled,
} from './outlook/reschedule.ts'
export { reviewPlan, type Review } from './review/review-plan.ts'
export {
  REVIEW_KINDS,
  type ReviewCheck,
  type ReviewFacts,
  type ReviewKind,
  type ReviewTarget,
  type TaskTitle,
  type Work,
} from './review/review-check.ts'
export { planGlance, type GoLiveGlance, type NextGlance, type PlanGlance } from './pipeline/plan-glance.ts'
export type { Act, PeopleActive } from './pipeline/plan-acts.ts'
export { attentionOf, byAttention, QUIET_DAYS, shareOfSide, type Attention, type Share } from './pipeline/attention.ts'
export {
  joinedRecords,
  trendWord,
  TREND_WEEKS,
  weeklyOff,
  withDay,
  type TrendRecord,
  type TrendWord,
} from './pipeline/trend.ts'
export { goLivesByMonth, outsideMonths, type Month, type MonthEntry, type MonthPlan } from './pipeline/by-month.ts'
export {
  buyerTimeline,
  type BuyerTimeline,
  type Clash,
  type OwedNext,
  type OwnDate,
  type TimelineLane,
  type TimelinePlan,
} from './pipeline/buyer-timeline.ts'
export {
  pipelineFacts,
  QUESTION_KINDS,
  type DateMove,
  type Evidence,
  type FunctionPart,
  type PipelineFacts,
  type QuestionKind,
  type Velocity,
} from './pipeline/pipeline-facts.ts'
