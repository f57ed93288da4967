// A new plan: what is asked at the left, the plan it makes at the right. Everything entered is kept on the device at once;
// creating is always possible, and what is missing is asked where it is missing.
import type { Template } from '@milepost/templates'
import { useMemo, useRef, useState, type ReactNode } from 'react'
import { shortCompany } from '../../format/names.ts'
import { useDevice } from '../../hooks/device-context.tsx'
import { useLocal } from '../../hooks/use-local.ts'
import { useMe } from '../../hooks/use-me.ts'
import { useDayHere } from '../../hooks/use-today.ts'
import { useReadable } from '../../hooks/use-readable.ts'
import { useOwnTemplates } from '../../hooks/use-templates.ts'
import { Button } from '../../ui/Button.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { fileInHand, giveFileTo, holdFile } from '../../ui/file-in-hand.ts'
import { FlagIcon, SavedIcon } from '../../ui/icons/icons.tsx'
import { useNavigate } from '../../ui/Link.tsx'
import { SideMark } from '../../ui/SideMark.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { TopBar } from '../../ui/TopBar.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { commonWords } from '../../words/common.ts'
import { newPlanWords as words } from '../../words/new-plan.ts'
import { placeWords } from '../../words/places.ts'
import { DatesPreview } from './DatesPreview.tsx'
import { draftDates } from './draft-dates.ts'
import { fillPlan, meOf, missingIn, type Missing } from './draft-to-plan.ts'
import { BLANK, draftToLocal, freshDraft, NO_DRAFT, parseDraft, withTemplate, type Draft } from './draft.ts'
import { FromSpreadsheet } from './FromSpreadsheet.tsx'
import { FormSection } from './FormSection.tsx'
import styles from './NewPlanPage.module.css'
import { parseDay } from './parse-day.ts'
import { StartingPoints } from './StartingPoints.tsx'
import { useChosenInAddress } from './use-chosen-in-address.ts'
import { WhoYouAre } from './WhoYouAre.tsx'

/** `tools`: what the app adds at the right of the bar. */
export function NewPlanPage({ tools }: { readonly tools?: ReactNode }) {
  const own = useOwnTemplates()
  // A draft may begin with one of them: it is not read before they are here.
  if (own === null) return <TopBar place={placeWords.newPlan}>{tools}</TopBar>
  return <NewPlan own={own.map(({ newest }) => newest)} tools={tools} />
}

interface NewPlanProps {
  readonly own: readonly Template[]
  readonly tools: ReactNode
}

function NewPlan({ own, tools }: NewPlanProps) {
  const device = useDevice()
  const me = useMe()
  const today = useDayHere()
  const navigate = useNavigate()
  const toast = useToast()
  const storage = useReadable(device.storage)
  const [kept, keep] = useLocal<ReturnType<typeof draftToLocal>>('newPlan', NO_DRAFT)
  const [missing, setMissing] = useState<Missing>({})
  const [failed, setFailed] = useState(false)
  const [creating, setCreating] = useState(false)
  const form = useRef<HTMLDivElement>(null)

  const started = parseDraft(kept, me, own)
  const [file, setFile] = useState(fileInHand)
  const hold = (next: File | null) => {
    holdFile(next)
    setFile(next)
  }
  const fresh = freshDraft(me)
  // What a sheet brings stands in a plan of its own, not between the milestones of a template.
  const draft = started ?? (file === null ? fresh : withTemplate(fresh, BLANK, null))
  useChosenInAddress(own, (template, mine) => change(withTemplate(draft, template.id, mine)))
  const dates = useMemo(() => draftDates(draft, today), [draft, today])

  function change(next: Draft) {
    keep(draftToLocal(next))
    setFailed(false)
    // What was asked for and is there now is not asked for any more.
    const still = missingIn(next)
    setMissing((asked) => Object.fromEntries(Object.entries(asked).filter(([field]) => field in still)))
  }

  function discard() {
    keep(NO_DRAFT)
    hold(null)
    navigate('/')
    if (started === null) return
    toast({ text: words.draftDiscarded, action: { label: commonWords.undo, onAction: () => undoDiscard(started) } })
  }

  function undoDiscard(back: Draft) {
    keep(draftToLocal(back))
    navigate('/new')
  }

  async function create() {
    const gaps = missingIn(draft)
    setMissing(gaps)
    if (Object.keys(gaps).length > 0) {
      // After the fields have been marked.
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
      return
    }
    setCreating(true)
    try {
      const planId = await device.createPlan((doc) => fillPlan(doc, draft, today), meOf(draft))
      device.setMe(meOf(draft))
      keep(NO_DRAFT)
      giveFileTo(planId)
      navigate(`/p/${planId}`)
    } catch {
      setCreating(false)
      setFailed(true)
    }
  }

  return (
    <>
      <TopBar place={placeWords.newPlan}>
        {started !== null && storage === 'kept' && (
          <p className={styles.saved}>
            <SavedIcon />
            <VisuallyHidden onPhones>{words.draftSaved}</VisuallyHidden>
          </p>
        )}
        {tools}
        <Button look="quiet" onPress={discard}>
          {started === null ? commonWords.cancel : words.discard}
        </Button>
        <Button look="primary" busy={creating} onPress={() => void create()}>
          {words.create}
        </Button>
      </TopBar>
      <main className={styles.page}>
        <div ref={form} className={styles.form}>
          <h1>{words.title}</h1>
          {failed && (
            <ErrorNote className={styles.failed} title={words.failed}>
              {words.failedWhat}
            </ErrorNote>
          )}
          <FormSection title={words.startingPoint.title}>
            <StartingPoints
              own={own}
              chosen={draft.templateId}
              onChoose={(template, mine) => change(withTemplate(draft, template.id, mine))}
            />
            <FromSpreadsheet
              name={file?.name}
              onChange={(next) => {
                hold(next)
                if (next !== null) change(withTemplate(draft, BLANK, null))
              }}
            />
          </FormSection>
          <FormSection title={words.sides.title}>
            <div className={styles.fields}>
              <TextInput
                label={words.sides.buyer.label}
                hideLabel
                lead={<SideMark side="buyer" />}
                placeholder={words.sides.buyer.placeholder}
                value={draft.buyer}
                onChange={(buyer) => change({ ...draft, buyer })}
                error={missing.buyer ?? null}
              />
              <TextInput
                label={words.sides.seller.label}
                hideLabel
                lead={<SideMark side="seller" />}
                placeholder={words.sides.seller.placeholder}
                value={draft.seller}
                onChange={(seller) => change({ ...draft, seller })}
                error={missing.seller ?? null}
              />
              <TextInput
                label={words.sides.outcome.label}
                hideLabel
                placeholder={words.sides.outcome.placeholder}
                value={draft.title}
                onChange={(title) => change({ ...draft, title })}
                maxLength={300}
              />
            </div>
          </FormSection>
          <WhoYouAre draft={draft} missing={missing} onChange={change} />
          <FormSection title={words.goLive.title}>
            <DateField
              label={words.goLive.title}
              hideLabel
              placeholder={words.goLive.placeholder}
              value={draft.goLive}
              onChange={(day) => change({ ...draft, goLive: parseDay(day) })}
              {...(draft.keyDate === null ? {} : { marked: new Map([[draft.keyDate, draft.keyTitle]]) })}
            />
          </FormSection>
          <FormSection title={words.keyDate.title(shortCompany(draft.buyer))} detail={words.keyDate.detail}>
            <div className={styles.keyDate}>
              <TextInput
                label={words.keyDate.what.label}
                hideLabel
                lead={<FlagIcon />}
                placeholder={words.keyDate.what.placeholder}
                value={draft.keyTitle}
                onChange={(keyTitle) => change({ ...draft, keyTitle })}
                maxLength={300}
              />
              <DateField
                label={words.keyDate.day.label}
                hideLabel
                placeholder={words.keyDate.day.placeholder}
                value={draft.keyDate}
                onChange={(day) => change({ ...draft, keyDate: parseDay(day) })}
              />
            </div>
            {dates.room !== null && <p className={styles.hint}>{words.keyDate.room(dates.room)}</p>}
          </FormSection>
        </div>
        <DatesPreview draft={draft} dates={dates} today={today} onChange={change} />
      </main>
    </>
  )
}
