import { useTranslation } from '@tessera/i18n/react.tsx';
import { useEffect, useState } from 'react';
import { keptDraft } from './device.ts';
import { parseEntry, wordsOf } from './entry.ts';

/** What somebody wrote about a relation that has ended meanwhile, to be copied. */
export function KeptText({
  personId,
  relationId,
  sent,
}: {
  personId: string;
  relationId: string;
  sent: string;
}) {
  const { t } = useTranslation('mentoring');
  const [text, setText] = useState(sent);
  useEffect(() => {
    if (sent) return;
    keptDraft(personId, relationId).then(
      (kept) => {
        const entry = kept && parseEntry(kept.body);
        if (entry) setText(wordsOf(entry));
      },
      () => {},
    );
  }, [personId, relationId, sent]);
  if (!text) return null;
  return (
    <div className="mt-6 max-w-[36rem]">
      <label htmlFor="kept-text" className="block font-semibold">
        {t('log.keptText')}
      </label>
      <textarea id="kept-text" readOnly dir="auto" rows={8} className="control mt-1.5" value={text} />
    </div>
  );
}
