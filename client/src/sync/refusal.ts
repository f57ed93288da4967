/** Refusal: why a relay will not have us, in the words the rest of the app uses. Trying again by itself cannot help. */
export type Refusal =
  | 'revoked'
  | 'expired'
  /** No link, or one that the relay has never heard of. */
  | 'unknown'
  | 'notAllowed'
  | 'noSuchPlan'
  /** The relay holds another life of this plan (it was made anew there). */
  | 'otherEpoch'
  | 'tooBig'
  /** This version of the app is too old for the relay. */
  | 'tooOld'
  | 'malformed'
  /** The relay makes new plans only for those who hold its create token: `device.setCreateToken`. */
  | 'createTokenNeeded'
  /** Somebody else made a plan of this id with another secret. */
  | 'idTaken'
