import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { approvalDecisions } from '@tessera/core/mentoring/approval-rules.ts';
import { DecisionFields } from '@tessera/core/mentoring/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { z } from 'zod';
import { ApprovalBadge } from '~/components/mentoring/approval-badge.tsx';
import { SealedWords } from '~/components/mentoring/sealed-words.tsx';
import { SentGoals } from '~/components/mentoring/sent-goals.tsx';
import { PersonName } from '~/components/person-name.tsx';
import { readAnew } from '~/components/questions/read-anew.ts';
import { EntryWays } from '~/components/shell/entry-ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { approvalParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { Button, ButtonRow } from '~/ui/button.tsx';
import { RadioField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { DefinitionList } from '~/ui/lists.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { TextareaField } from '~/ui/text-field.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = approvalParams(args);
  return { network: where.network, approval: await api(args).mentoring.approval(where) };
}

export async function action(args: ActionFunctionArgs) {
  const where = approvalParams(args);
  return submit(args, DecisionFields, async (input) => {
    const { relationId } = await api(args).mentoring.decideApproval({ ...where, ...input });
    return redirectWithFlash(
      paths.relationCoordination(where.network, relationId),
      'mentoring:approval.decided',
    );
  });
}

// Who is told that somebody else was faster has to see what was decided.
export const shouldRevalidate = readAnew;

export const handle: Handle = { title: (t) => t('mentoring:approval.title') };

export default function ApprovalPage() {
  const { network, approval } = useLoaderData<typeof loader>();
  const { t } = useTranslation('mentoring');
  const format = useFormats();
  const { kind, state, isOwn, isOver, goals, timeZone } = approval;
  const above = isOver
    ? { to: paths.mentoringMine(network), label: t('mine.title') }
    : isOwn
      ? { to: paths.relation(network, approval.relationId), label: t('relation.title') }
      : { to: paths.relationCoordination(network, approval.relationId), label: t('relation.title') };
  return (
    <>
      <EntryWays between={[above]} />
      <PageHeader
        eyebrow={<span translate="no">{approval.programmeTitle}</span>}
        title={`${t('approval.title')}: ${t(`approval.kinds.${kind}`)}`}
      />
      <DefinitionList
        entries={[
          { term: t('relation.mentor'), value: <PersonName {...approval} /> },
          {
            term: t('relation.mentees'),
            value: approval.aliases.length > 0 && <bdi>{format.list(approval.aliases)}</bdi>,
          },
          { term: t('asks.state'), value: <ApprovalBadge state={state} /> },
          { term: t('approval.requestedAt'), value: format.dateTime(approval.requestedAt, timeZone) },
          {
            term: t('approval.decidedAt'),
            value: approval.decidedAt && format.dateTime(approval.decidedAt, timeZone),
          },
        ]}
      />
      {approval.isChanged && state === 'requested' && (
        <div className="mt-6">
          <Notice tone="warning" title={t(isOwn ? 'approval.changed' : 'approval.changedSince')} />
        </div>
      )}
      <div className="mt-10">
        {goals.length > 0 && (
          <SentGoals title={t(isOwn ? 'approval.sends' : 'approval.kinds.plan')} goals={goals} />
        )}
        {kind === 'plan' && state !== 'requested' && (
          <p className="mb-10 max-w-[46rem] text-muted">{t('approval.erased')}</p>
        )}
        {approval.hasRequestWords && (
          <SealedWords id="said" title={t('approval.words')} text={approval.requestWords} />
        )}
        {approval.hasDecisionWords && (
          <SealedWords id="comment" title={t('approval.comment')} text={approval.decisionWords} />
        )}
        {approval.canTakeBack && <TakeBack />}
        {approval.canDecide && (
          <Section id="decision" title={t('approval.decision')}>
            <Deciding />
          </Section>
        )}
      </div>
    </>
  );
}

function TakeBack() {
  const { network, approval } = useLoaderData<typeof loader>();
  const { t } = useTranslation('mentoring');
  const isAnswered = approval.state === 'sent_back';
  return (
    <Form method="post" action={paths.mentoringApprovalWithdrawal(network, approval.id)}>
      {isAnswered && <input type="hidden" name="answered" value="yes" />}
      <Button>{t(isAnswered ? 'asks.close' : 'asks.takeBack')}</Button>
    </Form>
  );
}

function Deciding() {
  const { approval } = useLoaderData<typeof loader>();
  const { t } = useTranslation('mentoring');
  const form = useTesseraForm<z.input<typeof DecisionFields>>({
    id: 'decision',
    labels: { decision: t('asks.outcome'), words: t('approval.comment') },
    hints: { words: t(`approval.commentHint.${approval.kind}`) },
    optional: ['words'],
  });
  return (
    <TesseraForm state={form}>
      <RadioField
        {...form.field('decision')}
        options={approvalDecisions.map((value) => ({ value, label: t(`approval.decisions.${value}`) }))}
      />
      <TextareaField {...form.field('words')} rows={4} maxLength={2000} dir="auto" />
      <ButtonRow>
        <Button look="primary" isPending={form.isPending}>
          {t('approval.decide')}
        </Button>
      </ButtonRow>
    </TesseraForm>
  );
}
