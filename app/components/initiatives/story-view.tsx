import { paths } from '@tessera/paths/paths.ts';
import { Written } from '~/ui/written.tsx';

/** The words and pictures of a story, as everybody sees them. */
export function StoryView({
  network,
  initiativeId,
  story: { language, body, photos },
}: {
  network: string;
  initiativeId: string;
  story: { language: string; body: string; photos: readonly { id: string; words: string }[] };
}) {
  return (
    <>
      <p lang={language} dir="auto" className="max-w-[42rem] whitespace-pre-line wrap-anywhere">
        <Written text={body} />
      </p>
      {photos.length > 0 && (
        <ul className="mt-8 grid gap-6 sm:grid-cols-2">
          {photos.map(({ id, words }) => (
            <li key={id}>
              <img
                src={paths.storyPhoto(network, initiativeId, id)}
                alt={words}
                className="w-full rounded-tile"
              />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
