import { TranslationSearch } from '@tessera/core/translations/schema.ts';
import type { z } from 'zod';

/** What the list of translations is asked for by its address; what does not fit asks for nothing in particular. */
export function translationSearch(request: Request): z.output<typeof TranslationSearch> {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const asked = { ...query, isPublic: query.isPublic === 'true', page: Number(query.page ?? 1) };
  return TranslationSearch.safeParse(asked).data ?? TranslationSearch.parse({});
}
