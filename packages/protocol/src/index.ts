// What relay and app say to each other, and what both hold to be allowed. Reading order in README.md.
export {
  RIGHTS,
  grantableRights,
  isRight,
  mayChangeGrant,
  mayGrant,
  mayListGrants,
  mayReadRoom,
  mayRevokeGrant,
  mayWriteRoom,
  rightAtLeast,
} from './right.ts'
export type { Holder, Right, Target } from './right.ts'
export { SIDES, isSide } from './side.ts'
export type { Side } from './side.ts'
export { discussionRoomOf, parsePlanId, parseRoom, roomOf } from './room-name.ts'
export type { PlanId, Room, RoomKind, RoomName } from './room-name.ts'
export { SUBPROTOCOL, capabilityOfProtocols, capabilityProtocol, newCapability, parseCapability } from './capability.ts'
export type { Capability, Random } from './capability.ts'
export { parsePlanLink, planLinkToUrl } from './plan-link.ts'
export type { PlanLink, PlanLinkProblem } from './plan-link.ts'
export { BARRIER, BARRIER_STATUS, HELLO, decodeFrame, encodeMessage, isFrameProblem } from './message.ts'
export type { BarrierStatus, FrameProblem, Message, MessageType, PresenceEntry, Sender } from './message.ts'
export { CLOSE, closeMeaning } from './close-codes.ts'
export type { CloseMeaning, CloseName } from './close-codes.ts'
export { CONTRIBUTION_SLOT_MS, LIMITS } from './limits.ts'
export { APP_VERSION, LEAST_APP_VERSION } from './app-version.ts'
export { isShapeProblem } from './shape.ts'
export type { ShapeProblem } from './shape.ts'
export { parseCreatePlanBody, parseGrantBody, parseGrantPatch } from './http-bodies.ts'
export type { CreatePlanBody, CreatePlanRequest, GrantBody, GrantPatch, GrantRequest } from './http-bodies.ts'
export {
  parseApiError,
  parseChangedGrants,
  parseGrantList,
  parseGrantView,
  parseMe,
  parseNewGrant,
  parseRevocations,
} from './http-answers.ts'
export type { ApiError, ChangedGrants, GrantList, GrantView, Me, NewGrant, Revocations } from './http-answers.ts'
export { parseAuthors, parseContributions } from './writing-answers.ts'
export type { Authors, Contributions } from './writing-answers.ts'
export { API_CODES } from './api-codes.ts'
export type { ApiCode } from './api-codes.ts'
