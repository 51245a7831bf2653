import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { InitiativeBadge } from '~/components/initiatives/initiative-badge.tsx';
import { InitiativeWays } from '~/components/initiatives/initiative-ways.tsx';
import { StoryConsents } from '~/components/initiatives/story-consents.tsx';
import { StoryView } from '~/components/initiatives/story-view.tsx';
import { textOf } from '~/components/initiatives/text-of.ts';
import type { Handle } from '~/components/shell/handle.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { initiativeParams } from '~/server/params.server.ts';
import { Badge } from '~/ui/badge.tsx';
import { Button, LinkButton } from '~/ui/button.tsx';
import { DefinitionList } from '~/ui/lists.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { Written } from '~/ui/written.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = initiativeParams(args);
  const initiative = await api(args).initiatives.one(where);
  return { ...where, initiative, text: textOf(initiative.texts, [args.context.language]) };
}

export const handle: Handle<typeof loader> = { title: (_t, data) => data?.text?.title };

export default function InitiativePage() {
  const { network, initiativeId, initiative, text } = useLoaderData<typeof loader>();
  const { t } = useTranslation('initiatives');
  const { state, moves, decisions, mayEdit, decisionComment, lacking } = initiative;
  return (
    <>
      <InitiativeWays />
      <PageHeader
        eyebrow={t('one')}
        title={
          <span lang={text?.language} dir="auto" translate="no">
            {text?.title}
          </span>
        }
        lead={
          text?.question && (
            <span lang={text.language} dir="auto">
              {text.question}
            </span>
          )
        }
        actions={
          mayEdit && <LinkButton to={paths.initiativeEdit(network, initiativeId)}>{t('edit')}</LinkButton>
        }
      >
        <p className="mt-4">
          <InitiativeBadge state={state} />
        </p>
        {state === 'idea' && mayEdit && lacking.length > 0 && (
          <div className="mt-6">
            <Notice title={t('lacking')}>{lacking.map((part) => t(`parts.${part}`)).join(' · ')}</Notice>
          </div>
        )}
        {(moves.length > 0 || decisions.length > 0) && (
          <div className="mt-6 flex flex-wrap gap-3" data-print="no">
            {decisions.length > 0 && (
              <LinkButton
                look={state === 'planned' ? 'primary' : 'quiet'}
                to={paths.initiativeDecision(network, initiativeId)}
              >
                {t('decision.title')}
              </LinkButton>
            )}
            {moves
              .filter((move) => move !== 'submit' || lacking.length === 0)
              .map((move) => (
                <LinkButton
                  key={move}
                  look={move === 'stop' ? 'danger' : 'primary'}
                  to={paths.initiativeStep(network, initiativeId, move)}
                >
                  {t(`moves.${move}`)}
                </LinkButton>
              ))}
          </div>
        )}
      </PageHeader>
      {decisionComment && (
        <div className="mb-10">
          <Notice title={t('decision.said')}>
            <span className="whitespace-pre-line">{decisionComment}</span>
          </Notice>
        </div>
      )}
      <Plan />
      <Tasks />
      <Budget />
      <Story />
    </>
  );
}

function Plan() {
  const { initiative, text } = useLoaderData<typeof loader>();
  const { t } = useTranslation('initiatives');
  const format = useFormats();
  const { team, startsOn, endsOn, partners, peopleReached } = initiative;
  return (
    <Section id="plan" title={t('form.plan')}>
      {text?.plan && (
        <p lang={text.language} dir="auto" className="mb-6 max-w-[42rem] whitespace-pre-line wrap-anywhere">
          <Written text={text.plan} />
        </p>
      )}
      <DefinitionList
        entries={[
          {
            term: t('team'),
            value: <span translate="no">{team.map(({ alias }) => alias ?? '–').join(', ')}</span>,
          },
          { term: t('form.startsOn'), value: startsOn && <Day day={startsOn} /> },
          { term: t('form.endsOn'), value: endsOn && <Day day={endsOn} /> },
          { term: t('partners'), value: partners.map(({ name }) => name).join(', ') },
          { term: t('reached'), value: peopleReached === null ? null : format.number(peopleReached) },
        ]}
      />
    </Section>
  );
}

function Tasks() {
  const { network, initiativeId, initiative } = useLoaderData<typeof loader>();
  const { t } = useTranslation('initiatives');
  const { tasks, team, mayEdit } = initiative;
  const ownerOf = (id: string | null) => team.find((member) => member.id === id)?.alias ?? t('everybody');
  return (
    <Section id="tasks" title={t('tasks')}>
      {tasks.length === 0 ? (
        <p className="text-muted">{t('noTasks')}</p>
      ) : (
        <ul className="max-w-[46rem]">
          {tasks.map(({ id, title, ownerId, dueOn, doneOn, isOverdue }) => (
            <li
              key={id}
              className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-rule py-3 first:pt-0"
            >
              <span className="min-w-0">
                <span className="font-semibold wrap-anywhere">{title}</span>
                <span className="block text-sm text-muted">
                  <span translate="no">{ownerOf(ownerId)}</span>
                  {dueOn && (
                    <>
                      {' · '}
                      <Day day={dueOn} />
                    </>
                  )}
                </span>
                {doneOn && (
                  <Badge tone="success" shape="done">
                    {t('done')}
                  </Badge>
                )}
                {isOverdue && (
                  <Badge tone="danger" shape="attention">
                    {t('late')}
                  </Badge>
                )}
              </span>
              {mayEdit && (
                <Form method="post" action={paths.initiativeTasks(network, initiativeId)} data-print="no">
                  <input type="hidden" name="taskId" value={id} />
                  <Button
                    name="isDone"
                    value={doneOn ? 'no' : 'yes'}
                    size="small"
                    aria-label={`${t(doneOn ? 'untick' : 'tick')}: ${title}`}
                  >
                    {t(doneOn ? 'untick' : 'tick')}
                  </Button>
                </Form>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Budget() {
  const { initiative } = useLoaderData<typeof loader>();
  const { t } = useTranslation('initiatives');
  const format = useFormats();
  const { costs, cents, currency, approvedCents } = initiative;
  const money = (amountMinor: number) => format.money({ amountMinor, currency });
  return (
    <Section id="budget" title={t('budget')}>
      {costs.length === 0 ? (
        <p className="text-muted">{t('noCosts')}</p>
      ) : (
        <table className="w-full max-w-[46rem] border-collapse text-sm">
          <caption className="sr-only">{t('budget')}</caption>
          <thead className="sr-only">
            <tr>
              <th scope="col">{t('form.cost')}</th>
              <th scope="col">{t('form.amount')}</th>
            </tr>
          </thead>
          <tbody>
            {costs.map(({ label, cents: amount }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the order is the identity
              <tr key={index} className="border-b border-rule">
                <th scope="row" className="py-2.5 pe-4 text-start font-normal wrap-anywhere">
                  {label}
                </th>
                <td className="py-2.5 text-end tabular-nums">{money(amount)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot className="border-t border-ink font-semibold">
            <tr>
              <th scope="row" className="py-2.5 pe-4 text-start">
                {t('sum')}
              </th>
              <td className="py-2.5 text-end tabular-nums">{money(cents)}</td>
            </tr>
          </tfoot>
        </table>
      )}
      {approvedCents !== null && (
        <p className="mt-4 text-sm text-muted">{t('approvedSum', { amount: money(approvedCents) })}</p>
      )}
    </Section>
  );
}

function Story() {
  const { network, initiativeId, initiative } = useLoaderData<typeof loader>();
  const { t, language } = useTranslation('initiatives');
  const { story, team, mayTell, mayPublish, mayUnpublish } = initiative;
  const text = textOf(story.texts, [language]);
  if (!text && !mayTell) return null;
  return (
    <Section
      id="story"
      title={t('story.title')}
      lead={t('story.lead')}
      actions={
        mayTell && (
          <LinkButton to={paths.initiativeStory(network, initiativeId)}>{t('story.write')}</LinkButton>
        )
      }
    >
      {text ? (
        <>
          <p className="mb-4">
            {story.isPublic ? (
              <Badge tone="success" shape="done">
                {t('story.isPublic')}
              </Badge>
            ) : (
              <Badge shape="draft">{t('story.isHidden')}</Badge>
            )}
          </p>
          <h3 lang={text.language} dir="auto" className="mb-3 text-lg font-semibold wrap-anywhere">
            {text.title}
          </h3>
          <StoryView
            network={network}
            initiativeId={initiativeId}
            story={{ ...text, photos: story.photos }}
          />
          <h3 className="mt-10 mb-2 text-lg font-semibold">{t('story.consents')}</h3>
          <p className="mb-4 max-w-[42rem] text-sm text-muted">{t('story.consentText')}</p>
          <StoryConsents network={network} initiativeId={initiativeId} version={story.version} team={team} />
          <Publication isPublic={story.isPublic} may={mayPublish || mayUnpublish} />
        </>
      ) : (
        <p className="text-muted">{t('story.none')}</p>
      )}
    </Section>
  );
}

function Publication({ isPublic, may }: { isPublic: boolean; may: boolean }) {
  const { network, initiativeId } = useLoaderData<typeof loader>();
  const { t } = useTranslation('initiatives');
  return (
    <div className="mt-6 flex flex-wrap items-center gap-3" data-print="no">
      {isPublic && <LinkButton to={paths.story(network, initiativeId)}>{t('story.see')}</LinkButton>}
      {may && (
        <Form method="post" action={paths.initiativePublication(network, initiativeId)}>
          <Button name="to" value={isPublic ? 'hidden' : 'public'} look={isPublic ? 'danger' : 'primary'}>
            {t(isPublic ? 'story.unpublish' : 'story.publish')}
          </Button>
        </Form>
      )}
    </div>
  );
}

function Day({ day }: { day: string }) {
  const format = useFormats();
  return <time dateTime={day}>{format.date(new Date(`${day}T00:00:00Z`), 'UTC')}</time>;
}
