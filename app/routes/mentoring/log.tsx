import { randomUUID } from 'node:crypto';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { SessionLog } from '@tessera/core/mentoring/schema.ts';
import { formats } from '@tessera/i18n/format.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { memo, useEffect } from 'react';
import { DraftBadge, DraftProblems } from '~/components/mentoring/draft-state.tsx';
import { parseEntry } from '~/components/mentoring/entry.ts';
import { KeptText } from '~/components/mentoring/kept-text.tsx';
import { LogFields, type LogInput, useLogLabels } from '~/components/mentoring/log-fields.tsx';
import { RelationWays } from '~/components/mentoring/relation-ways.tsx';
import { useDraft } from '~/components/mentoring/use-draft.ts';
import { keepForm } from '~/components/mentoring/use-kept-forms.ts';
import { WaitingEntries } from '~/components/mentoring/waiting-entries.tsx';
import { useAliases, useDays } from '~/components/mentoring/words.ts';
import { canKeepPages } from '~/components/offline/keep-page.ts';
import type { Handle } from '~/components/shell/handle.ts';
import { useHasScripts } from '~/components/use-has-scripts.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { relationParams } from '~/server/params.server.ts';
import { domainErrorOf } from '~/server/refusal.server.ts';
import { submit } from '~/server/submit.server.ts';
import { Button } from '~/ui/button.tsx';
import { SelectField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { Breadcrumbs } from '~/ui/ways.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = relationParams(args);
  const personId = args.context.core.actor?.personId ?? '';
  const query = new URL(args.request.url).searchParams;
  const isBlank = query.has('blank');
  try {
    const form = await api(args).mentoring.logForm(where);
    const today = formats('en').isoDay(form.now, form.timeZone);
    const due = form.planned.filter(({ day }) => day <= today);
    const asked = query.get('planned');
    return {
      ...where,
      personId,
      isBlank,
      ended: false as const,
      form: { ...form, draft: isBlank ? null : form.draft },
      today,
      plannedId: (due.find(({ id }) => id === asked) ?? due.at(-1))?.id ?? '',
      due,
      nonce: randomUUID(),
    };
  } catch (thrown) {
    if (domainErrorOf(thrown)?.code !== 'relation_ended') throw thrown;
    return { ...where, personId, ended: true as const };
  }
}

/** One entry, for browsers without scripts, and whatever a server has to explain. */
export async function action(args: ActionFunctionArgs) {
  const where = relationParams(args);
  return submit(args, SessionLog.omit({ relationId: true }), async (entry) => {
    await api(args).mentoring.logSession({ ...where, ...entry });
    return redirectWithFlash(paths.relation(where.network, where.relationId), 'mentoring:log.sent');
  });
}

export const handle: Handle = { title: (t) => t('mentoring:log.title') };

export default function Log() {
  const found = useLoaderData<typeof loader>();
  return found.ended ? <Ended {...found} /> : <LogPage {...found} />;
}

type Found = ReturnType<typeof useLoaderData<typeof loader>>;

function Ended({ network, relationId, personId }: Extract<Found, { ended: true }>) {
  const { t } = useTranslation('mentoring');
  const sent = useActionData<{ initialValue?: Record<string, unknown> | null }>();
  const words = ['summary', 'nextSteps', 'privateNote'].map((name) => sent?.initialValue?.[name]);
  return (
    <>
      <Ways network={network} />
      <PageHeader title={t('log.title')} />
      <Notice tone="danger" title={t('log.ended')}>
        {t('log.endedText')}
      </Notice>
      <KeptText personId={personId} relationId={relationId} sent={words.filter(Boolean).join('\n\n')} />
    </>
  );
}

function Ways({ network }: { network: string }) {
  const { t } = useTranslation('mentoring');
  return (
    <Breadcrumbs
      label={t('mine.title')}
      ways={[{ to: paths.mentoringMine(network), label: t('mine.title') }]}
    />
  );
}

function LogPage(found: Extract<Found, { ended: false }>) {
  const { network, relationId, personId, form, today } = found;
  const { t } = useTranslation('mentoring');
  const aliases = useAliases();
  useEffect(() => {
    // The phone keeps it where it can; where it cannot, nothing is promised.
    if (canKeepPages() && navigator.onLine)
      keepForm(personId, paths.sessionLog(network, relationId)).catch(() => {});
  }, [personId, network, relationId]);
  return (
    <>
      {form.as === 'mentor' ? (
        <Ways network={network} />
      ) : (
        <RelationWays network={network} relationId={relationId} />
      )}
      <PageHeader
        eyebrow={form.programmeTitle}
        title={t('log.title')}
        lead={form.as === 'mentor' ? t('log.with', { names: aliases(form.mentees) }) : undefined}
      />
      <WaitingEntries personId={personId} />
      {form.canWrite ? <LogForm {...found} today={today} /> : <Notice title={t('log.notYet')} />}
    </>
  );
}

/**
 * What scripts write into the form: the number of the entry, and the zone of the phone. Drawn once: drawing it anew would put
 * the first number back, and the next entry would count as one that was sent already.
 */
const SetByScripts = memo(
  function SetByScripts({ nonce }: { nonce: string }) {
    return (
      <>
        <input type="hidden" name="nonce" defaultValue={nonce} />
        <input type="hidden" name="timeZone" defaultValue="" />
      </>
    );
  },
  () => true,
);

function LogForm(found: Extract<Found, { ended: false }>) {
  const { network, relationId, personId, form, today, due, plannedId, nonce, isBlank } = found;
  const { t } = useTranslation('mentoring');
  const days = useDays();
  const hasScripts = useHasScripts();
  const stored = form.draft && parseEntry(form.draft.body);
  const state = useTesseraForm<LogInput>({
    id: 'log',
    ...useLogLabels(),
    defaultValue: stored
      ? { ...stored, interpreterUsed: stored.interpreterUsed ? 'on' : '' }
      : {
          state: 'held',
          day: today,
          minutes: String(form.last?.minutes ?? form.sessionMinutes),
          mode: form.last?.mode ?? 'in_person',
          placeKind: form.last?.placeKind ?? 'public',
          menteeIds: form.mentees.map(({ id }) => id),
          interpreterUsed: form.mentees.some(({ needsInterpreter }) => needsInterpreter) ? 'on' : '',
          plannedId,
        },
  });
  const draft = useDraft({
    formId: 'log',
    personId,
    relationId,
    stored: form.draft,
    isBlank,
    now: form.now,
    addresses: {
      draft: paths.sessionDraft(network, relationId),
      sending: paths.sessionSending(network, relationId),
      after: paths.relation(network, relationId),
    },
  });
  return (
    <>
      <div className="mb-8">
        <DraftProblems draft={draft} signIn={paths.sessionLog(network, relationId)} />
      </div>
      <TesseraForm state={state}>
        <SetByScripts nonce={stored?.nonce || nonce} />
        {form.as === 'mentor' && due.length > 0 && (
          <SelectField
            {...state.field('plannedId')}
            placeholder={t('log.notPlanned')}
            options={due.map(({ id, day, startsAt }) => ({ value: id, label: days.day(day, startsAt) }))}
          />
        )}
        <LogFields state={state} mentees={form.mentees} today={today} canNote={form.as === 'mentor'} />
        <div className="sticky bottom-0 -mx-4 flex flex-wrap items-center gap-x-6 gap-y-2 border-t border-rule bg-paper px-4 py-3 sm:static sm:mx-0 sm:px-0">
          <Button look="primary" isPending={draft.state === 'sending'}>
            {t('log.save')}
          </Button>
          {hasScripts && <DraftBadge state={draft.state} />}
        </div>
      </TesseraForm>
    </>
  );
}
