import type { MessageKind, Topic } from '@tessera/core/messages/kinds.ts';
import { noticeLink } from '@tessera/core/messages/notice-link.ts';
import { type CollectedNotice, noticePeople, noticesOfDigest } from '@tessera/db/messages.server.ts';
import { formats } from '@tessera/i18n/format.ts';
import type { Language } from '@tessera/i18n/languages.ts';
import { translator } from '@tessera/i18n/server.server.ts';
import { inLanguage, type Notice, notice, type Occasion, readerOf } from './notice.server.ts';

/** Tells one person in one mail what was collected for them; none when it was erased meanwhile. */
export async function digest(occasion: Occasion): Promise<Notice[]> {
  const { tx, event } = occasion;
  const [person] = await tx.run(noticePeople([event.objectId]));
  const collected = await tx.run(noticesOfDigest(event.networkId, event.id));
  const reader = readerOf(event, person, 'own');
  if (!reader || collected.length === 0) return [];
  const items = collected.map((told) => itemOf(told, reader.language, occasion));
  return [notice(occasion, 'digest', reader, { items })];
}

function itemOf(told: CollectedNotice, language: Language, { event }: Occasion) {
  const kind = told.kind as MessageKind;
  const { code, timeZone, clockOffset } = event.network;
  const t = translator(language, 'messages');
  const title = inLanguage(told.titles, language, event);
  const at = new Date(told.createdAt.getTime() + clockOffset * 1000);
  return {
    id: told.id,
    sentence: title ? `${t(`kinds.${kind}`)}: ${title}` : t(`kinds.${kind}`),
    path: noticeLink({ kind, topic: told.topic as Topic, params: told.params, networkCode: code }),
    at: formats(language).dateTime(at, timeZone),
  };
}
