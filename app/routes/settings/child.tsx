import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import type { NetworkKind } from '@tessera/core/networks/kinds.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { PeopleFigure } from '~/components/founding/child-figures.tsx';
import { StateWord } from '~/components/founding/state-word.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { TrainingLine } from '~/components/training-line.tsx';
import { lineOf } from '~/components/trainings/line-of.ts';
import { api } from '~/server/api.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { LinkButton } from '~/ui/button.tsx';
import { DefinitionList } from '~/ui/lists.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { Breadcrumbs } from '~/ui/ways.tsx';

const mostTrainings = 5;

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  const { networks, trainings } = api(args);
  const child = await networks.child({ ...where, child: args.params.child ?? '' });
  // What is public of it: the same that a visitor gets. A draft has no public face.
  const network = child.code;
  const modules = child.state === 'draft' ? [] : (await networks.shell({ network })).modules;
  const next = modules.includes('trainings') ? (await trainings.catalogue({ network })).trainings : [];
  const open = next.filter(
    ({ window, isShared }) => !isShared && (window === 'open' || window === 'not_yet'),
  );
  return { ...where, child, trainings: open.slice(0, mostTrainings).map(lineOf) };
}

export const handle: Handle<typeof loader> = { title: (_t, data) => data?.child.name };

export default function Child() {
  const { network, child, trainings } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['founding', 'networks']);
  const { code, name, kind, state, institutions, openTrainings } = child;
  return (
    <>
      <Breadcrumbs label={t('settings.tabs')} ways={[{ to: paths.place(network), label: t('tree.title') }]} />
      <PageHeader
        eyebrow={t(`networks:kinds.${kind as NetworkKind}`)}
        title={name}
        lead={t('tree.childLead')}
        actions={
          state !== 'draft' && <LinkButton to={paths.network(code)}>{t('tree.publicPage')}</LinkButton>
        }
      />
      <Section id="figures" title={t('tree.figures')}>
        <DefinitionList
          entries={[
            { term: t('tree.state'), value: <StateWord state={state} /> },
            { term: t('tree.institutions'), value: institutions },
            { term: t('tree.openTrainings'), value: openTrainings },
            ...(['confirmed', 'attended', 'certificates'] as const).map((key) => ({
              term: t(`tree.${key}`),
              value: <PeopleFigure value={child[key]} />,
            })),
          ]}
        />
      </Section>
      <Section id="next" title={t('tree.next')} layout="full">
        {trainings.length > 0 ? (
          <ul>
            {trainings.map((training) => (
              <TrainingLine
                key={training.id}
                network={code}
                training={training}
                canRegister={false}
                heading="h3"
              />
            ))}
          </ul>
        ) : (
          <p className="text-muted">{t('tree.noNext')}</p>
        )}
      </Section>
    </>
  );
}
