import type { CardMove, MembershipMove } from '@tessera/core/institutions/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { ButtonRow, LinkButton } from '~/ui/button.tsx';

/** Moves that take something away. */
export const graveMoves: readonly string[] = ['decline', 'suspend', 'leave', 'deactivate'];

/** The ways to the next states, each with a page that says what it does. */
export function InstitutionMoves({
  network,
  institution: { id, moves },
}: {
  network: string;
  institution: { id: string; moves: { membership: MembershipMove[]; card: CardMove[] } };
}) {
  const { t } = useTranslation('institutions');
  const all = [...moves.card, ...moves.membership];
  if (all.length === 0) return null;
  return (
    <div className="mt-5">
      <ButtonRow>
        {all.map((move) => (
          <LinkButton
            key={move}
            size="small"
            to={paths.institutionMove(network, id, move)}
            look={graveMoves.includes(move) ? 'danger' : 'quiet'}
          >
            {t(`moves.${move}`)}
          </LinkButton>
        ))}
      </ButtonRow>
    </div>
  );
}
