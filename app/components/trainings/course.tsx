import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { LinkButton } from '~/ui/button.tsx';
import { Section } from '~/ui/page.tsx';
import type { ManagedMove, ManagedTraining } from './manage-types.ts';
import { MoveButton, type PressedMove } from './next-step-notice.tsx';

const pageOf = {
  cancel: paths.trainingCancellation,
  postpone: paths.postponement,
  send_back: paths.sendingBack,
};

function hasPage(move: ManagedMove): move is Exclude<ManagedMove, PressedMove> {
  return Object.hasOwn(pageOf, move);
}

/** Every move that is possible from here, with what it does. */
export function Course({
  network,
  training,
  moves,
}: {
  network: string;
  training: ManagedTraining;
  moves: readonly ManagedMove[];
}) {
  const { t } = useTranslation('trainings');
  const hasBegun = training.now >= training.startsAt;
  const possible = moves.filter((move) =>
    hasBegun ? move !== 'postpone' : move !== 'start' && move !== 'complete',
  );
  return (
    <Section id="course" title={t('manage.course')} isForScreen>
      {possible.length === 0 && <p className="text-muted">{t('manage.courseDone')}</p>}
      <ul>
        {possible.map((move) => (
          <li
            key={move}
            className="flex flex-wrap items-center justify-between gap-x-8 gap-y-2 border-b border-rule py-3 first:pt-0 last:border-0"
          >
            <p className="max-w-[34rem] text-sm">{t(`manage.moveTexts.${move}`)}</p>
            {hasPage(move) ? (
              <LinkButton
                to={pageOf[move](network, training.id)}
                look={move === 'cancel' ? 'danger' : undefined}
              >
                {t(`manage.moves.${move}`)}
              </LinkButton>
            ) : (
              <MoveButton network={network} id={training.id} move={move} />
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
