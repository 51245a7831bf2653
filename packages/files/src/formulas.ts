import type { ActiveCode } from './active.server.ts';
import type { Element } from './active-xml.ts';
import { first } from './addresses.ts';

/** Follows the formulas of a table: some let another program do something, some ask a server as soon as they are reckoned. */
export function formulasOf() {
  let formula: string | null = null;
  return {
    opened: ({ local, valuesOf }: Element): ActiveCode | null => {
      // Of a sheet, a name, and a rule for what may stand in a cell.
      if (/^(f|definedName|formula|formula1|formula2)$/.test(local)) formula = '';
      // ODF has them as an attribute, of cells and of names.
      return first([...valuesOf('formula'), ...valuesOf('expression')], judged);
    },
    text: (text: string): void => {
      if (formula !== null) formula += text;
    },
    closed: (local: string): ActiveCode | null => {
      if (formula === null || !/^(f|definedName|formula|formula1|formula2)$/.test(local)) return null;
      const whole = formula;
      formula = null;
      return judged(whole);
    },
  };
}

function judged(formula: string): ActiveCode | null {
  // What stands in quotes is a word, but that of `cmd|'/c calc'!A1` is none.
  const bare = formula.replace(/"[^"]*"/g, '""');
  if (/\b(DDE|RTD|CALL|EXEC|REGISTER(\.ID)?)\s*\(/i.test(bare) || /\w\|'[^']*'!/.test(bare))
    return 'file_launches';
  return /\b(WEBSERVICE|IMAGE)\s*\(/i.test(bare) ? 'file_fetches' : null;
}
