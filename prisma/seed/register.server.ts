import { chooseColumns, startImport } from '@tessera/core/imports/steps.server.ts';
import { uploadImport } from '@tessera/core/imports/upload.server.ts';
import { answerImportEvent } from '@tessera/core/imports/work.server.ts';
import { registerOf } from '@tessera/core/register/queries.server.ts';
import { type Category, categories, categoryOf } from '@tessera/core/register/rules.ts';
import { institutions } from './data/institutions.ts';
import { names } from './data/names.ts';
import { counties, type RegisterCounty, registerFigures } from './data/register-un.ts';
import { acting, networkOf, type World } from './world.server.ts';

const network = 'un';
const columns = ['familyName', 'givenName', 'institution', 'category', 'county', 'reference'] as const;

/**
 * Fills the register of United Networks to its 340 people: beside those who came to its trainings the coordinator imports
 * the others from a list, each once. Of people in contact with the services the list has no family name.
 * @returns how many people the register holds
 */
export async function seedRegister(world: World): Promise<number> {
  const { clock, timeZone } = networkOf(world, network);
  const ctx = acting(world, 'coord.un', network, clock.at('2016-11-28', '10:15', timeZone));
  const { table } = await registerOf(ctx, { page: 1 });
  const standing = (category: Category, county: RegisterCounty) =>
    Number(table.rows.find((row) => row.category === category)?.cells[table.counties.indexOf(county)] ?? 0);
  const rows = categories.flatMap((category) =>
    counties.flatMap((county, index) =>
      Array.from(
        { length: (registerFigures[category][index] ?? 0) - standing(category, county) },
        (_, place) => ({
          category,
          county,
          place,
        }),
      ),
    ),
  );
  if (rows.length > 0) await importRows(ctx, rows.map(cellsOf));
  const { table: filled } = await registerOf(ctx, { page: 1 });
  return Number(filled.total);
}

async function importRows(ctx: ReturnType<typeof acting>, rows: string[][]): Promise<void> {
  const file = [[...columns], ...rows].map((cells) => cells.join(';')).join('\n');
  async function* content() {
    yield Buffer.from(`\uFEFF${file}`, 'utf8');
  }
  const { importId } = await uploadImport(ctx, {
    kind: 'people',
    name: 'lista-participantilor.csv',
    content: content(),
  });
  await chooseColumns(ctx, { importId, mapping: [...columns], encoding: undefined, role: '' });
  await work(ctx, importId, 'import.check_asked');
  await startImport(ctx, { importId, withoutWrong: false, sendInvitations: false });
  await work(ctx, importId, 'import.run_asked');
}

async function work(ctx: ReturnType<typeof acting>, importId: string, kind: string): Promise<void> {
  const networkId = ctx.network.id;
  const event = await ctx.transaction(({ prisma }) =>
    prisma.domainEvent.findFirst({ where: { networkId, kind, objectId: importId }, select: { id: true } }),
  );
  if (event) await answerImportEvent({ networkId, eventId: event.id }, ctx.realNow);
}

type Row = { category: Category; county: RegisterCounty; place: number };

function cellsOf({ category, county, place }: Row, index: number): string[] {
  const { given, family } = names[county === 'Mureș / Maros' ? 'ro' : 'hu'];
  const [employer, isStated] = employerOf(category, county, place);
  // Each given name meets another family name in each round.
  const familyName = family[(index + Math.floor(index / given.length) + 7) % family.length] ?? '';
  return [
    category === 'in_contact' ? `${familyName.slice(0, 1)}.` : familyName,
    given[index % given.length] ?? '',
    employer,
    isStated ? category : '',
    isStated ? county : '',
    `UN-${String(index + 1).padStart(3, '0')}`,
  ];
}

// What follows from an institution is not stated a second time.
function employerOf(
  category: Category,
  county: RegisterCounty,
  place: number,
): [name: string, isStated: boolean] {
  const fitting = institutions.filter(
    (each) =>
      each.county === county &&
      each.memberships.some((membership) => membership.network === network) &&
      categoryOf({ stated: null, kind: each.kind }) === category,
  );
  const chosen = fitting[place % Math.max(1, fitting.length)];
  return chosen ? [chosen.texts.ro ?? '', false] : ['', true];
}
