import { expect, test } from 'vitest';
import { words } from './words-plugin.ts';

const { transform } = words() as unknown as {
  transform: (code: string, id: string, options: { ssr: boolean }) => { code: string } | null;
};
const broughtBy = (code: string) =>
  [
    ...(transform(code, 'page.tsx', { ssr: false })?.code.matchAll(/import 'virtual:words\/(.+)';/g) ?? []),
  ].map(([, area]) => area);

test('a module brings the words of the areas that it asks for', () => {
  expect(broughtBy(`const { t } = useTranslation("seats"); t("title");`)).toEqual(['seats']);
  expect(broughtBy(`const { t } = useTranslation([\n  "cards",\n  'spot'\n]); t("trainings:kind");`)).toEqual(
    ['trainings', 'cards', 'spot'],
  );
  expect(broughtBy('const title = (t) => t(`privacy:title`);')).toEqual(['privacy']);
});

test('a word that only looks like an area brings nothing along', () => {
  expect(
    broughtBy(`const { t } = useTranslation("shell"); if (has("trainings")) t("nav.trainings");`),
  ).toEqual(['shell']);
  expect(broughtBy(`const kinds = ["people", "seats"];`)).toEqual([]);
});
