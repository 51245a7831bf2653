import { createContext, useContext } from 'react';

export type Theme = 'light' | 'dark' | 'auto';

/** What the document itself says about its reader; known even where no loader answered. */
export type Reader = { theme: Theme; nonce: string | undefined };

export const ReaderContext = createContext<Reader>({ theme: 'auto', nonce: undefined });

export function useReader(): Reader {
  return useContext(ReaderContext);
}
