import { Link } from '@remix-run/react';
import { paths } from '@tessera/paths/paths.ts';
import { CardText } from './card-text.tsx';

/** The cards beneath which a word stands. */
export function NamedBy({
  network,
  host,
  cards,
}: {
  network: string;
  host: string;
  cards: readonly { id: string; text: string }[];
}) {
  return (
    <ul className="space-y-1">
      {cards.map(({ id, text }) => (
        <li key={id}>
          <Link to={paths.card(network, id)} className="link">
            <CardText language={host}>{text}</CardText>
          </Link>
        </li>
      ))}
    </ul>
  );
}
