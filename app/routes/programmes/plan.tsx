import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { PlanOffer } from '@tessera/core/mentoring/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { useAliases, useDays } from '~/components/mentoring/words.ts';
import { titleIn } from '~/components/plans/titles.ts';
import { MentoringWays } from '~/components/programmes/ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useNetwork } from '~/components/shell/network.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { programmeParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { Button, LinkButton } from '~/ui/button.tsx';
import { CheckboxGroupField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { Empty } from '~/ui/lists.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { Table } from '~/ui/table.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = programmeParams(args);
  const call = api(args).mentoring;
  const [programme, plan] = await Promise.all([call.programme(where), call.plan(where)]);
  return { network: where.network, programme: { id: programme.id, title: programme.title }, ...plan };
}

export async function action(args: ActionFunctionArgs) {
  const where = programmeParams(args);
  return submit(args, PlanOffer.omit({ programmeId: true }), async (offer) => {
    await api(args).mentoring.applyPlan({ ...where, ...offer });
    return redirectWithFlash(paths.mentoringPlan(where.network, where.programmeId), 'plans:applied');
  });
}

export const handle: Handle = { title: (t) => t('plans:title') };

export default function PlanPage() {
  const { network, programme, plan, modules } = useLoaderData<typeof loader>();
  const { t, language } = useTranslation('plans');
  const format = useFormats();
  const zone = useNetwork()?.timeZone ?? 'UTC';
  const titles = (id: string | null, all: readonly { id: string; titles: Record<string, string> }[]) => {
    const found = all.find((each) => each.id === id);
    return found && titleIn(found.titles, language);
  };
  const to = paths.mentoringProgramme(network, programme.id);
  return (
    <>
      <MentoringWays network={network} above="programmes" more={[{ to, label: programme.title }]} />
      <PageHeader
        eyebrow={<span translate="no">{programme.title}</span>}
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            <LinkButton look="primary" to={paths.editMentoringPlan(network, programme.id)}>
              {t(plan ? 'edit' : 'write')}
            </LinkButton>
            <LinkButton to={paths.mentoringModules(network, programme.id)}>{t('modules.title')}</LinkButton>
          </>
        }
      />
      {plan === null ? (
        <Empty title={t('none')}>{t('noneText')}</Empty>
      ) : (
        <Section
          id="tasks"
          title={t('tasks')}
          lead={t('version', {
            version: format.number(plan.version),
            date: format.date(plan.createdAt, zone),
          })}
          layout="full"
        >
          <Table
            caption={t('tasks')}
            isCaptionHidden
            rows={plan.tasks}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'task',
                header: t('task'),
                isName: true,
                cell: (task) => (
                  <>
                    <span dir="auto">{titleIn(task.titles, language)}</span>
                    {task.moduleId && (
                      <span className="block text-sm font-normal text-muted">
                        {t('module')}: <span dir="auto">{titles(task.moduleId, modules)}</span>
                      </span>
                    )}
                  </>
                ),
              },
              { key: 'owner', header: t('owner'), cell: ({ owner }) => t(`owners.${owner}`) },
              { key: 'days', header: t('days'), isNumber: true, cell: ({ days }) => format.number(days) },
              {
                key: 'from',
                header: t('from'),
                cell: ({ after }) => <span dir="auto">{titles(after, plan.tasks) ?? t('start')}</span>,
              },
            ]}
          />
        </Section>
      )}
      <Offers />
    </>
  );
}

// What the newest plan would change in relations that go on, and the choice of those that follow it from now on.
function Offers() {
  const { plan, offers } = useLoaderData<typeof loader>();
  const { t, language } = useTranslation('plans');
  const format = useFormats();
  const aliases = useAliases();
  const days = useDays();
  const state = useTesseraForm<{ planId: string; relationIds: string[] }>({
    id: 'offers',
    labels: { relationIds: t('offers') },
    optional: ['relationIds'],
  });
  if (!plan || offers.length === 0) return null;
  type Change = (typeof offers)[number]['changes'][number];
  const words = (change: Change) =>
    t(`changes.${change.is}`, {
      task: titleIn(change.titles, language),
      from: change.is === 'move' ? days.day(change.from) : '',
      to: change.is === 'move' ? days.day(change.to) : change.is === 'add' ? days.day(change.dueOn) : '',
      owner: change.is === 'hand_over' ? t(`owners.${change.to}`) : '',
    });
  return (
    <Section id="offers" title={t('offers')} lead={t('offersLead')}>
      <TesseraForm state={state}>
        <input type="hidden" name="planId" value={plan.id} />
        <CheckboxGroupField
          {...state.field('relationIds')}
          defaultValue={offers.map(({ relationId }) => relationId)}
          options={offers.map((offer) => ({
            value: offer.relationId,
            label: t('choose', {
              who: `${aliases(offer.aliases.map((alias) => ({ alias })))} (${format.personName(offer)})`,
            }),
            hint: (
              <span className="block">
                {offer.changes.map((change) => (
                  <span key={`${change.taskId}-${change.is}`} className="block" dir="auto">
                    {words(change)}
                  </span>
                ))}
              </span>
            ),
          }))}
        />
        <Button look="primary" isPending={state.isPending}>
          {t('apply')}
        </Button>
      </TesseraForm>
    </Section>
  );
}
