import { Link } from '@remix-run/react';
import { formats } from '@tessera/i18n/format.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { tileStyle } from '~/components/network-tree.tsx';
import { DefinitionList } from '~/ui/lists.tsx';
import { NextTrainings } from './next-trainings.tsx';
import { TaskList } from './task-list.tsx';
import { type NetworkNeeds, useTaskLine } from './task-words.ts';

/** One network of the reader: what is to be done there, then what comes next. */
export function NetworkPart({ network, personId }: { network: NetworkNeeds; personId: string }) {
  const { t, language } = useTranslation('identity');
  const { code, name, accent, roles, hasTrainings, latest } = network;
  const id = `network-${code}`;
  const words = roles.map((role) => t(`roles.${role}`));
  return (
    <section aria-labelledby={id} className="mt-12 border-t-2 border-ink pt-5 first-of-type:mt-0">
      <h2 id={id} className="flex items-baseline gap-3 text-xl font-bold tracking-[-0.01em]">
        <span aria-hidden style={tileStyle(accent)} className="tile mosaic-tile size-3 shrink-0" />
        <Link to={paths.network(code)} className="underline-offset-4 hover:underline">
          {name}
        </Link>
      </h2>
      <p className="mt-1 text-sm text-muted">{t('start.roles', { roles: formats(language).list(words) })}</p>
      <div className="mt-5 grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
        <ToDo network={network} personId={personId} />
        {latest ? (
          <Latest network={network} latest={latest} />
        ) : (
          hasTrainings && <NextTrainings network={network} />
        )}
      </div>
    </section>
  );
}

function ToDo({ network, personId }: { network: NetworkNeeds; personId: string }) {
  const { t } = useTranslation(['identity', 'messages']);
  const line = useTaskLine(network, personId);
  const { tasks, latest } = network;
  return (
    <div>
      <h3 className="font-bold">{t('start.todo')}</h3>
      {tasks.length > 0 ? (
        <TaskList lines={tasks.map(line)} />
      ) : (
        <p className="mt-2 text-muted">{latest ? t('messages:needs.viewer') : t('start.nothing')}</p>
      )}
    </div>
  );
}

/** For who looks on: the figures that the network has made public. */
function Latest({ network, latest }: { network: NetworkNeeds; latest: NonNullable<NetworkNeeds['latest']> }) {
  const { t, language } = useTranslation('messages');
  const format = formats(language);
  const { institutions, trainingsHeld, phase } = latest;
  return (
    <div>
      <h3 className="mb-2 font-bold">{t('needs.latest.title')}</h3>
      <DefinitionList
        entries={[
          { term: t('needs.latest.institutions'), value: format.number(institutions) },
          { term: t('needs.latest.held'), value: format.number(trainingsHeld) },
          {
            term: t('needs.latest.phase'),
            value:
              phase &&
              t('needs.latest.phaseText', {
                title: phase.title,
                from: format.date(phase.startsOn, 'UTC'),
                until: format.date(phase.endsOn, 'UTC'),
              }),
          },
        ]}
      />
      <Link to={paths.network(network.code)} className="link mt-2 inline-flex min-h-11 items-center">
        {t('needs.latest.see')}
      </Link>
    </div>
  );
}
