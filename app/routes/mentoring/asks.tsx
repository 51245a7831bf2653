import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { NewAsk } from '@tessera/core/mentoring/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import type { z } from 'zod';
import { AskBadge } from '~/components/mentoring/ask-badge.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useNetwork } from '~/components/shell/network.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { Button, ButtonRow } from '~/ui/button.tsx';
import { RadioField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { Empty } from '~/ui/lists.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { TextareaField } from '~/ui/text-field.tsx';

/** Everything that one has asked the coordinator, and the form to ask about what `about` names: a relation, or in general. */
export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  const { asks, subjects } = await api(args).mentoring.asks(where);
  const about = new URL(args.request.url).searchParams.get('about') ?? '';
  const subject = subjects.find(({ relation }) => (relation?.id ?? '') === about) ?? subjects[0] ?? null;
  return { ...where, asks, subjects, subject };
}

export async function action(args: ActionFunctionArgs) {
  const where = networkParams(args);
  return submit(args, NewAsk, async (input) => {
    await api(args).mentoring.askInWords({ ...where, ...input });
    return redirectWithFlash(paths.mentoringAsks(where.network), 'mentoring:asks.sent');
  });
}

export const handle: Handle = { title: (t) => t('mentoring:asks.title') };

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

export default function AsksPage() {
  const { network, asks, subjects, subject } = useLoaderData<typeof loader>();
  const { t } = useTranslation('mentoring');
  return (
    <>
      <PageHeader title={t('asks.title')} lead={t('asks.text')} />
      {subject === null && asks.length === 0 ? (
        <Empty title={t('asks.noPlace')}>{t('asks.noPlaceText')}</Empty>
      ) : (
        <Section id="own" title={t('asks.own')}>
          {asks.length === 0 ? (
            <p className="text-muted">{t('asks.none')}</p>
          ) : (
            <ul className="max-w-[46rem]">
              {asks.map((ask) => (
                <OwnAsk key={ask.id} network={network} ask={ask} />
              ))}
            </ul>
          )}
        </Section>
      )}
      {subject && (
        <Section id="ask" title={t('asks.fresh')}>
          {subjects.length > 1 && <Subjects network={network} subjects={subjects} subject={subject} />}
          {!subject.hasAnswerer && (
            <div className="mb-6">
              <Notice tone="warning" title={t('asks.nobody')}>
                <p>{t('asks.nobodyText')}</p>
                <Link
                  to={`${paths.network(network)}#join`}
                  className="link inline-flex min-h-11 items-center"
                >
                  {t('asks.contact')}
                </Link>
              </Notice>
            </div>
          )}
          {subject.isOpen ? (
            <p className="max-w-[46rem]">{t('asks.waiting')}</p>
          ) : (
            <Asking key={subject.relation?.id ?? ''} subject={subject} />
          )}
        </Section>
      )}
    </>
  );
}

function useAboutWord() {
  const { t } = useTranslation('mentoring');
  const format = useFormats();
  return (relation: NonNullable<Loaded['subject']>['relation']) => {
    if (relation === null) return t('asks.general');
    return relation.isMentor ? format.list(relation.aliases) : format.personName(relation);
  };
}

function OwnAsk({ network, ask }: { network: string; ask: Loaded['asks'][number] }) {
  const { t } = useTranslation('mentoring');
  const format = useFormats();
  const word = useAboutWord();
  const timeZone = useNetwork()?.timeZone ?? 'UTC';
  const { id, what, answer, about, relationId, askedAt } = ask;
  const name = t(`asks.${what}`);
  return (
    <li className="border-b border-rule py-3 first:pt-0">
      <p className="font-semibold">
        <Link to={paths.mentoringAsk(network, id)} className="link inline-flex min-h-11 items-center">
          {name}
        </Link>
      </p>
      <p className="text-sm text-muted">
        {(about || relationId === null) && (
          <>
            <bdi>{word(about)}</bdi>
            {' · '}
          </>
        )}
        {format.date(askedAt, timeZone)}
      </p>
      <Form
        method="post"
        action={paths.mentoringAskWithdrawal(network, id)}
        className="mt-2 flex flex-wrap items-center gap-x-6 gap-y-2"
      >
        <AskBadge answer={answer} />
        {answer && <input type="hidden" name="answered" value="yes" />}
        <Button size="small">
          {t(answer ? 'asks.close' : 'asks.takeBack')} <span className="sr-only">{name}</span>
        </Button>
      </Form>
    </li>
  );
}

/** What it can be about, as links: each has a form of its own. */
function Subjects({
  network,
  subjects,
  subject,
}: {
  network: string;
  subjects: Loaded['subjects'];
  subject: NonNullable<Loaded['subject']>;
}) {
  const { t } = useTranslation('mentoring');
  const word = useAboutWord();
  return (
    <nav aria-label={t('asks.about')} className="mb-6">
      <ul className="flex flex-wrap gap-x-6">
        {subjects.map(({ relation }) => {
          const isHere = relation?.id === subject.relation?.id;
          return (
            <li key={relation?.id ?? ''}>
              <Link
                to={`${paths.mentoringAsks(network, { about: relation?.id })}#ask`}
                aria-current={isHere ? 'page' : undefined}
                className={
                  isHere
                    ? 'inline-flex min-h-11 items-center font-semibold'
                    : 'link inline-flex min-h-11 items-center'
                }
              >
                <bdi>{word(relation)}</bdi>
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

function Asking({ subject }: { subject: NonNullable<Loaded['subject']> }) {
  const { asks } = useLoaderData<typeof loader>();
  const { t } = useTranslation('mentoring');
  const word = useAboutWord();
  const { relation, kinds } = subject;
  const relationId = relation?.id ?? '';
  const hasAnswered = asks.some((ask) => (ask.relationId ?? '') === relationId);
  const form = useTesseraForm<z.input<typeof NewAsk>>({
    id: 'ask',
    labels: { relationId: t('asks.about'), what: t('asks.what'), words: t('asks.words') },
    hints: { words: t('asks.hint') },
    optional: ['words'],
    defaultValue: { relationId },
  });
  return (
    <TesseraForm state={form}>
      <p>
        {t('asks.about')}: <bdi className="font-semibold">{word(relation)}</bdi>
      </p>
      {hasAnswered && <p className="text-sm text-muted">{t('asks.replaces')}</p>}
      <input type="hidden" name="relationId" value={relationId} />
      <RadioField
        {...form.field('what')}
        options={kinds.map((value) => ({ value, label: t(`asks.${value}`) }))}
      />
      <TextareaField {...form.field('words')} rows={5} maxLength={4000} dir="auto" />
      <ButtonRow>
        <Button look="primary" isPending={form.isPending}>
          {t('asks.send')}
        </Button>
      </ButtonRow>
    </TesseraForm>
  );
}
