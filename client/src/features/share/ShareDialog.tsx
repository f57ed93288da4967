// Sharing a plan: one link for each person, made, seen and taken back in one place. The list is the relay's own record, not
// the plan's claim; without the relay it says so and the plan goes on.
import type { RoleId } from '@milepost/plan'
import { mayListGrants, type Holder } from '@milepost/protocol'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { companyOf, holderText } from '../../format/names.ts'
import { useDevice, type MadeLink } from '../../hooks/device-context.tsx'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { useAccess } from '../../hooks/use-access.ts'
import { usePlan } from '../../hooks/use-plan.ts'
import { useReadable } from '../../hooks/use-readable.ts'
import { useSyncPart } from '../../hooks/use-sync-status.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { ClockIcon } from '../../ui/icons/icons.tsx'
import { useAnnounce } from '../../ui/LiveRegion.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { shareWords as words } from '../../words/share/dialog.ts'
import { revokedLinks } from './link-list.ts'
import { LinkList } from './LinkList.tsx'
import { LinkPanel } from './LinkPanel.tsx'
import { NewLinkForm } from './NewLinkForm.tsx'
import { RevokedLinks } from './RevokedLinks.tsx'
import { enterRoster, leaveRoster, type Invitee, type RosterEntry } from './roster-entry.ts'
import styles from './ShareDialog.module.css'

/** While the dialog is open, "last seen" stays true. */
const REFRESH_MS = 15_000

export interface ShareDialogProps {
  /** The role that a link is wanted for; the form begins with it. */
  readonly startWith: RoleId | null
  readonly onClose: () => void
}

export function ShareDialog({ startWith, onClose }: ShareDialogProps) {
  const [showRevoked, setShowRevoked] = useState(false)
  const { planId } = usePlanSession()
  const device = useDevice()
  const sharing = useMemo(() => device.sharing(planId), [device, planId])
  const grants = useReadable(sharing.grants)
  const revoked = grants === null ? [] : revokedLinks(grants)
  const mayList = mayListGrants(useAccess().right)
  return (
    <Dialog
      size="lg"
      title={words.title}
      lead={mayList ? words.leadManaging : words.lead}
      isOpen
      onClose={onClose}
      {...(mayList
        ? {
            footer: (
              <>
                <ClockIcon />
                <span className={styles.words}>{words.foot}</span>
                {revoked.length > 0 && (
                  <Button look="quiet" size="sm" pressed={showRevoked} onPress={() => setShowRevoked(!showRevoked)}>
                    {showRevoked ? words.hideRevoked : words.showRevoked(revoked.length)}
                  </Button>
                )}
              </>
            ),
          }
        : {})}
    >
      <Links showRevoked={showRevoked} startWith={startWith} />
    </Dialog>
  )
}

function Links({ showRevoked, startWith }: { readonly showRevoked: boolean; readonly startWith: RoleId | null }) {
  const { planId, doc, retry } = usePlanSession()
  const device = useDevice()
  const relay = useSyncPart((status) => status.relay)
  const announce = useAnnounce()
  const access = useAccess()
  const plan = usePlan()
  const sharing = useMemo(() => device.sharing(planId), [device, planId])
  const grants = useReadable(sharing.grants)
  const problem = useReadable(sharing.problem)
  const [made, setMade] = useState<MadeLink | null>(null)
  const mayList = mayListGrants(access.right)
  useRefresh(sharing.refresh, mayList)
  // "As soon as the relay has it" is this moment, not the next look by the clock.
  const isWorthAsking = problem !== null && relay === 'synced'
  useEffect(() => {
    if (isWorthAsking) void sharing.refresh()
  }, [isWorthAsking, sharing])

  const onMade = useCallback(
    (link: MadeLink) => {
      setMade(link)
      announce.own(words.made(holderText(link.grant)))
      void sharing.refresh()
    },
    [announce, sharing],
  )

  if (access.side === null) return null
  const companies = {
    buyer: companyOf(plan, 'buyer'),
    seller: companyOf(plan, 'seller'),
  }
  const own = grants?.find((grant) => grant.you === true)
  const by: Holder = { id: own?.id ?? access.grantId ?? '', right: access.right, side: access.side }
  const revoked = grants === null ? [] : revokedLinks(grants)
  const entries = {
    enter: (invitee: Invitee) => enterRoster(doc, plan, invitee),
    leave: (entry: RosterEntry) => leaveRoster(doc, entry),
  }
  return (
    <>
      <NewLinkForm
        roster={plan}
        companies={companies}
        by={by}
        {...(access.canEdit ? { entries } : {})}
        sharing={sharing}
        grants={mayList ? grants : null}
        startWith={plan.roles.find((role) => role.id === startWith) ?? null}
        onMade={onMade}
      />
      <div className={classNames(styles.links, !mayList && made === null && problem === null && styles.nothing)}>
        {problem !== null && (
          <ErrorNote
            className={styles.problem}
            title={words.notShown}
            action={
              <Button
                size="sm"
                onPress={() => {
                  // The links wait for the plan, and the plan may be waiting for its own next try.
                  if (relay === 'offline') retry()
                  void sharing.refresh()
                }}
              >
                {words.tryAgain}
              </Button>
            }
          >
            {words.problem[problem]}
          </ErrorNote>
        )}
        {!mayList && made !== null && (
          <div className={styles.single}>
            <LinkPanel url={made.url} holder={holderText(made.grant)} />
          </div>
        )}
        {mayList && grants === null && problem === null && <Skeleton rows={4} label={words.asking} />}
        {mayList && grants !== null && (
          <LinkList
            grants={grants}
            roster={plan}
            companies={companies}
            by={by}
            sharing={sharing}
            now={device.now()}
            madeId={made?.grant.id ?? null}
            onMade={onMade}
          />
        )}
        {showRevoked && revoked.length > 0 && (
          <RevokedLinks grants={revoked} all={grants ?? []} by={by} sharing={sharing} now={device.now()} />
        )}
      </div>
    </>
  )
}

function useRefresh(refresh: () => Promise<unknown>, wanted: boolean) {
  useEffect(() => {
    if (!wanted) return
    void refresh()
    const timer = setInterval(() => void refresh(), REFRESH_MS)
    return () => clearInterval(timer)
  }, [refresh, wanted])
}
