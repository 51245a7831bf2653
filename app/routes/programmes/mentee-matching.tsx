import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { fullScore } from '@tessera/core/mentoring/matching.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import { PersonName } from '~/components/person-name.tsx';
import { ReasonList, useReasonWords } from '~/components/programmes/reasons.tsx';
import { MentoringWays } from '~/components/programmes/ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { menteeParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { Button, LinkButton } from '~/ui/button.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { Empty } from '~/ui/lists.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';

// The button that is pressed names a mentor, or a group of one.
const Choice = z.object({
  programmeId: z.uuid(),
  mentorId: z.uuid().or(z.literal('')).default(''),
  relationId: z.uuid().optional(),
});

export async function loader(args: LoaderFunctionArgs) {
  const where = menteeParams(args);
  return { network: where.network, ...(await api(args).mentoring.suggest(where)) };
}

export async function action(args: ActionFunctionArgs) {
  const where = menteeParams(args);
  return submit(args, Choice, async ({ relationId, mentorId, programmeId }) => {
    const { network, menteeId } = where;
    if (relationId) await api(args).mentoring.askIntoGroup({ ...where, relationId });
    else await api(args).mentoring.propose({ network, programmeId, mentorId, menteeIds: [menteeId] });
    return redirectWithFlash(paths.mentee(network, menteeId), 'programmes:matching.proposed');
  });
}

export const handle: Handle<typeof loader> = {
  title: (t, data) => data?.mentee.alias ?? t('programmes:matching.title'),
};

export default function MenteeMatching() {
  const { network, programmeId, mentee, isOpen, suggested, excluded, mentors, groups } =
    useLoaderData<typeof loader>();
  const { t } = useTranslation('programmes');
  const format = useFormats();
  const { obstacleWord } = useReasonWords();
  const state = useTesseraForm<{ mentorId: string }>({
    id: 'proposal',
    labels: { mentorId: t('mentors.name'), menteeIds: t('mentees.alias'), role: t('mentors.lacksTitle') },
  });
  const mentorOf = (id: string) => mentors.find((mentor) => mentor.id === id);
  const nameOf = (id: string) => {
    const mentor = mentorOf(id);
    return mentor ? format.personName(mentor) : '';
  };
  const parted = mentee.ruledOut.filter(({ mentorId }) => mentorOf(mentorId));
  return (
    <>
      <MentoringWays network={network} above="matching" />
      <PageHeader
        eyebrow={t('matching.find')}
        title={<span translate="no">{mentee.alias}</span>}
        lead={t('matching.forOneLead')}
        actions={<LinkButton to={paths.mentee(network, mentee.id)}>{t('mentees.about')}</LinkButton>}
      />
      <Section
        id="suggested"
        title={t('matching.suggested')}
        lead={t('matching.suggestedLead')}
        layout="full"
      >
        {!isOpen && (
          <div className="mb-6">
            <Notice tone="warning" title={t('matching.notOpen')}>
              {t('matching.noProgrammeText')}
            </Notice>
          </div>
        )}
        {suggested.length === 0 && <Empty title={t('matching.none')}>{t('matching.noneText')}</Empty>}
        <TesseraForm state={state}>
          <input type="hidden" name="programmeId" value={programmeId} />
          <ol className="divide-y divide-rule border-y border-rule">
            {suggested.map(({ mentorId, score, reasons }) => {
              const mentor = mentorOf(mentorId);
              if (!mentor) return null;
              return (
                <li
                  key={mentorId}
                  className="grid gap-x-8 gap-y-3 py-4 sm:grid-cols-[11rem_minmax(0,1fr)_auto] sm:items-start"
                >
                  <div>
                    <p className="font-semibold">
                      <PersonName {...mentor} />
                    </p>
                    <p className="text-sm text-muted tabular-nums">
                      {t('matching.score', { score, full: fullScore })}
                    </p>
                    <div className="mt-1.5 h-2 w-36 max-w-full border border-edge">
                      <svg
                        aria-hidden
                        viewBox="0 0 100 1"
                        preserveAspectRatio="none"
                        className="block size-full"
                      >
                        <rect width={(100 * score) / fullScore} height="1" className="fill-accent" />
                      </svg>
                    </div>
                  </div>
                  <div className="text-sm">
                    <ReasonList reasons={reasons} />
                  </div>
                  {isOpen && (
                    <div className="flex flex-wrap gap-2 sm:max-w-64 sm:flex-col">
                      <Button
                        size="small"
                        look="primary"
                        name="mentorId"
                        value={mentorId}
                        isPending={state.isPending}
                        aria-label={`${t('matching.propose')}: ${nameOf(mentorId)}`}
                      >
                        {t('matching.propose')}
                      </Button>
                      {groups
                        .filter((group) => group.mentorId === mentorId)
                        .map(({ relationId, aliases }) => (
                          <Button
                            key={relationId}
                            size="small"
                            name="relationId"
                            value={relationId}
                            isPending={state.isPending}
                          >
                            {t('matching.join', { aliases: format.list(aliases) })}
                          </Button>
                        ))}
                    </div>
                  )}
                </li>
              );
            })}
          </ol>
        </TesseraForm>
      </Section>
      <Section id="excluded" title={t('matching.excluded')} lead={t('matching.excludedLead')} layout="full">
        {excluded.length === 0 && <p className="text-muted">{t('matching.nobodyExcluded')}</p>}
        <ul className="divide-y divide-rule">
          {excluded.map(({ mentorId, obstacles }) => {
            const mentor = mentorOf(mentorId);
            return (
              mentor && (
                <li key={mentorId} className="grid gap-x-8 gap-y-1 py-3 sm:grid-cols-[11rem_minmax(0,1fr)]">
                  <p className="font-semibold">
                    <PersonName {...mentor} />
                  </p>
                  <ul className="text-sm">
                    {obstacles.map((obstacle) => (
                      <li key={obstacle.code}>{obstacleWord(obstacle, mentor.lacks)}</li>
                    ))}
                  </ul>
                </li>
              )
            );
          })}
        </ul>
      </Section>
      <Section
        id="ruled-out"
        title={t('matching.ruledOutTitle')}
        lead={t('matching.ruledOutLead')}
        isForScreen
      >
        {parted.length > 0 && (
          <ul className="mb-6 divide-y divide-rule border-y border-rule">
            {parted.map(({ mentorId, isDeclined }) => (
              <li key={mentorId} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-2">
                <span>
                  <span translate="no">{nameOf(mentorId)}</span>
                  <span className="block text-sm text-muted">
                    {isDeclined ? t('matching.becauseDeclined') : t('matching.becauseRuledOut')}
                  </span>
                </span>
                <Form method="post" action={paths.ruledOut(network, mentee.id)}>
                  <input type="hidden" name="mentorId" value={mentorId} />
                  <Button
                    size="small"
                    name="step"
                    value="allow"
                    aria-label={`${t('matching.allow')}: ${nameOf(mentorId)}`}
                  >
                    {t('matching.allow')}
                  </Button>
                </Form>
              </li>
            ))}
          </ul>
        )}
        <Form
          method="post"
          action={paths.ruledOut(network, mentee.id)}
          className="flex max-w-[36rem] flex-wrap items-end gap-3"
        >
          <div className="min-w-0 grow">
            <label htmlFor="rule-out" className="mb-1 block font-semibold">
              {t('mentors.name')}
            </label>
            <select id="rule-out" name="mentorId" className="control">
              {mentors
                .filter(({ id }) => !parted.some(({ mentorId }) => mentorId === id))
                .map((mentor) => (
                  <option key={mentor.id} value={mentor.id}>
                    {format.personName(mentor)}
                  </option>
                ))}
            </select>
          </div>
          <Button name="step" value="rule_out">
            {t('matching.ruleOut')}
          </Button>
        </Form>
      </Section>
    </>
  );
}
