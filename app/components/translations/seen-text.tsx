import type { SubmissionResult } from '@conform-to/react';
import { useActionData } from '@remix-run/react';
import type { SeenText } from '@tessera/core/translations/seen.server.ts';
import { languageOfSeen, unseen } from '@tessera/core/translations/seen.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { useState } from 'react';
import { Notice } from '~/ui/notice.tsx';

/**
 * What a form with texts in several languages says it saw of one of them, so that nobody's translation is taken away by a form
 * that was open for a while. When that text was changed meanwhile and the form is refused beside it, what stands by now is shown
 * above the fields, and with the next save it counts as seen.
 * @param all the texts as they stand, in every language; none for something new
 * @param isRefused whether there is a problem beside this text
 */
export function SeenTextField({
  all,
  language,
  index,
  isRefused,
}: {
  all: readonly SeenText[] | null;
  language: string;
  index: number;
  isRefused: boolean;
}) {
  const current = all?.find((text) => text.language === language);
  const now = current?.seen ?? unseen(language);
  // Typed words do not follow what is read anew, so what was seen first stays what was seen.
  const [first] = useState(now);
  const saw = useSent().find((each) => languageOfSeen(each) === language) ?? first;
  if (!all) return null;
  const isOther = isRefused && saw !== now;
  return (
    <>
      <input type="hidden" name={`seen[${index}]`} value={isOther ? now : saw} />
      {isOther && <Meanwhile text={current} />}
    </>
  );
}

function useSent(): string[] {
  const answer = useActionData<SubmissionResult<string[]>>();
  const seen: unknown = answer?.initialValue?.seen;
  return Array.isArray(seen) ? seen.filter((each) => typeof each === 'string') : [];
}

function Meanwhile({ text }: { text: SeenText | undefined }) {
  const { t } = useTranslation('translations');
  if (!text) return <Notice tone="warning" title={t('meanwhile.removed')} />;
  return (
    <Notice tone="warning" title={t('meanwhile.changed')}>
      {Object.entries(text.fields).map(([name, words]) => (
        <p
          key={name}
          lang={text.language}
          dir="auto"
          translate="no"
          className="mt-2 wrap-anywhere whitespace-pre-line"
        >
          {words}
        </p>
      ))}
    </Notice>
  );
}
