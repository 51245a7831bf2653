import type { Shape } from '../../shape.ts';
import type { badges as source } from '../en/badges.ts';

export const badges = {
  download: 'Als Open Badge (JSON) speichern',
  title: 'Dasselbe als digitaler Nachweis',
  text: 'Eine signierte Datei nach Open Badges 3.0 für eine Wallet oder ein Portfolio. Sie enthält, was hier steht, auch den Namen oder die Initialen; Programme können prüfen, ob sie echt und noch gültig ist.',
  criteria: {
    halfDays: 'Mindestens {{share}} der Halbtage wurden besucht.',
    minutes: 'Mindestens {{share}} der Zeit wurden besucht.',
  },
} satisfies Shape<typeof source>;
