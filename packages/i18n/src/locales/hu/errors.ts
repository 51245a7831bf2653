import type { Shape } from '../../shape.ts';
import type { errors as source } from '../en/errors.ts';

export const errors = {
  not_found: 'Ez nem létezik, vagy Önnek nem érhető el.',
  sign_in_needed: 'Kérjük, előbb jelentkezzen be.',
  not_allowed: 'A szerepköre ezt a lépést nem engedi. A hálózat koordinátora tud segíteni.',
  invalid: 'Az űrlapon van valami, ami nem használható. Kérjük, ellenőrizze, és küldje el újra.',
  network_closed: 'Ez a hálózat lezárult. Olvasni lehet, de módosítani már nem.',
  registration_not_open: 'A jelentkezés még nem nyílt meg.',
  registration_closed: 'A jelentkezés lezárult.',
  training_over: 'Ez a képzés véget ért.',
  training_not_published: 'Erre a képzésre nem lehet jelentkezni.',
  transition_not_possible:
    'A képzés állapota időközben megváltozott, ez a lépés már nem lehetséges. Töltse be újra az oldalt.',
  sessions_needed: 'Adjon meg legalább egy félnapot.',
  sessions_out_of_order:
    'Minden félnapnak a kezdete után kell véget érnie, és az előző félnap vége után kell kezdődnie.',
  title_needed: 'Írjon címet legalább egy nyelven.',
  code_taken: 'A hálózat egy másik képzésének már ez a kódja. Válasszon másikat.',
  already_registered: 'Már van helye ezen a képzésen: {{name}}.',
  named_twice: 'Kétszer szerepel a listán: {{name}}.',
  too_many_places: 'Ennyi hely nem fér bele egy jelentkezésbe.',
  membership_suspended:
    'Ennek az intézménynek a tagsága szünetel, ezért nem jelentkezhet. A hálózat koordinátora folytathatja a tagságot.',
  institution_needed: 'Válassza ki az intézményt.',
  cancel_deadline_passed: 'A hely lemondásának határideje lejárt. Kérjük, írjon a hálózat koordinátorának.',
  seat_not_active: 'Ez a hely már nem él.',
  offer_expired: 'Ez az ajánlat lejárt. A hely visszakerült a várólistára.',
  session_not_started: 'A jelenlét a félnap kezdete után jelölhető.',
  seat_not_confirmed: 'Csak megerősített helyek jelölhetők.',
  training_not_finished: 'Az igazolások a képzés befejezése után állíthatók ki.',
  certificate_revoked: 'Ezt az igazolást visszavonták.',
  reason_needed: 'Írja le az indokot.',
  link_not_accepted: 'Ezzel a hálózattal nincs elfogadott partnerség.',
  wording_changed: 'A szöveg időközben megváltozott. Kérjük, olvassa el, és válaszoljon újra.',
  second_person_needed: 'Ezt Ön kérte. Egy második személynek kell döntenie.',
  legal_hold: 'Az adatokat egyelőre meg kell őrizni. Az ok: {{reason}}',
  date_past: 'Válasszon jövőbeli napot.',
  partners_still_linked: 'Előbb szüntesse meg a partnerségeket. Utána kikapcsolható ez a modul.',
  move_changed:
    'Erre az áthelyezésre időközben válasz érkezett, vagy a szerkezet megváltozott. Töltse be újra az oldalt.',
  move_open: 'Ennek a hálózatnak már van folyamatban lévő áthelyezése. Előbb arra kell válaszolni.',
  network_state_changed: 'A hálózat állapota időközben megváltozott. Töltse be újra az oldalt.',
  network_cycle: 'Ez nem lehetséges: a hálózat önmaga alá kerülne.',
  network_kind_unfit: 'Ez a típusú hálózat nem illik erre a helyre.',
  network_code_taken: 'Ez a cím már egy másik hálózaté. Válasszon másikat.',
  network_draft: 'Ez a hálózat még vázlat. Először nyissa meg, hogy mások is láthassák.',
  network_suspended: 'Ez a hálózat fel van függesztve. Olvasható, de jelenleg semmi sem módosítható.',
  network_unknown: 'Válasszon másik hálózatot.',
  link_changed: 'Ez a partnerség időközben megváltozott. Töltse be újra az oldalt.',
  link_exists: 'Ezzel a hálózattal már van partnerség vagy nyitott javaslat.',
  institution_exists:
    'Ezen a néven ezen a helyen már szerepel intézmény a nyilvántartásban: {{name}}. Kérjük, azt vegye fel a hálózatába.',
  institution_merged:
    'Ezt az adatlapot időközben összevonták egy másikkal. Kérjük, töltse be újra az oldalt.',
  institution_kept_elsewhere:
    'Ezt az adatlapot egy másik hálózat gondozza: {{network}}. Módosítani az ottani koordinátor tudja.',
  institution_cycle:
    'Egy intézmény nem lehet önmagának vagy saját részlegének a része. Kérjük, válasszon másikat.',
  parent_not_here: 'Ez az intézmény nincs ebben a hálózatban. Kérjük, válasszon másikat.',
  focal_point_not_staff: 'Kapcsolattartó csak olyan személy lehet, akinek szerepe van ennél az intézménynél.',
  state_changed:
    'Az állapot időközben megváltozott, ez a lépés már nem lehetséges. Kérjük, töltse be újra az oldalt.',
  merge_with_itself: 'Egy adatlap nem vonható össze önmagával.',
  merge_held_by_both:
    'További hálózatok, amelyeknek mindkettő tagja: {{count}}. Előbb ezeknek meg kell szüntetniük az egyik tagságot.',
  merge_seats_clash:
    'Képzések, amelyeken ugyanaz a személy mindkét intézménytől kapott helyet: {{count}}. Kérjük, előbb mondja le az egyik helyet.',
  message_on_its_way: 'Ez az üzenet már úton van.',
  message_purged: 'Ennek az üzenetnek a címét a határidő végén töröltük. Nem küldhető újra.',
  busy: 'Ezt most sokan végzik egyszerre. Kérjük, próbálja újra.',
  validation: {
    required: 'Töltse ki ezt a mezőt.',
    invalid: 'Ez az adat nem használható. Kérjük, ellenőrizze.',
    notOffered: 'Válasszon a megadott lehetőségek közül.',
    invalidEmail: 'Adjon meg egy e-mail-címet, például nev@example.org.',
    invalidUrl: 'Adjon meg egy webcímet, amely így kezdődik: https://',
    invalidDate: 'Adjon meg egy létező dátumot.',
    invalidTime: 'Adjon meg egy időpontot, például 09:30.',
    invalidNumber: 'Adjon meg egy számot.',
    charactersLeast_one: 'Legalább {{count}} karaktert írjon.',
    charactersLeast_other: 'Legalább {{count}} karaktert írjon.',
    charactersMost_one: 'Legfeljebb {{count}} karaktert írjon.',
    charactersMost_other: 'Legfeljebb {{count}} karaktert írjon.',
    choicesLeast_one: 'Válasszon legalább egyet.',
    choicesLeast_other: 'Válasszon legalább {{count}} lehetőséget.',
    choicesMost_one: 'Válasszon legfeljebb egyet.',
    choicesMost_other: 'Válasszon legfeljebb {{count}} lehetőséget.',
    numberLeast: 'A szám legalább {{limit}} legyen.',
    numberMost: 'A szám legfeljebb {{limit}} legyen.',
    tooEarly: 'Válasszon későbbi dátumot.',
    tooLate: 'Válasszon korábbi dátumot.',
  },
  wrong_credentials:
    'Az e-mail-cím és a jelszó nem illik össze. Ellenőrizze mindkettőt, vagy kérjen kódot e-mailben.',
  wrong_code:
    'Ez a kód nem helyes, vagy már nem érvényes. Ellenőrizze a legújabb levélben a hat számjegyet, vagy kérjen új kódot.',
  link_expired: 'Ez a hivatkozás már nem érvényes. Kérjen újat.',
  too_many_attempts:
    'Túl sok volt a próbálkozás. Kérjük, várjon. Percek a következő próbálkozásig: {{minutes}}',
  invitation_used: 'Ezt a meghívót már felhasználták.',
  invitation_for_other_address: 'Ez a meghívó másik címre szól: {{email}}. Azzal a címmel jelentkezzen be.',
  invitation_sign_in_first: 'Ehhez a címhez már van fiók. A meghívó elfogadásához jelentkezzen be vele.',
  role_not_yours_to_give: 'Ezt a szerepkört Ön nem adhatja. Válasszon másikat, vagy kérdezze a koordinátort.',
  already_member: 'Ennek a személynek már megvan ez a szerepköre.',
  wrong_password: 'Ez nem a jelenlegi jelszava.',
  invitation_lines_invalid:
    'Ezekben a sorokban nincs e-mail-cím: {{lines}}. Javítsa vagy törölje őket. Semmit sem küldtünk el.',
  invitation_lines_repeated:
    'Ezek a címek kétszer szerepelnek: {{lines}}. Törölje a fölöslegeseket. Semmit sem küldtünk el.',
  invitation_lines_members:
    'Ezeknek a személyeknek már megvan a szerepkörük: {{lines}}. Törölje őket. Semmit sem küldtünk el.',
  last_coordinator: 'A hálózatnak szüksége van koordinátorra. Előbb adja meg a szerepkört másnak.',
  not_yourself:
    'Ezt saját magával nem teheti meg. Kérjen meg egy másik koordinátort. A hálózatból a fiókja oldalán léphet ki.',
  has_other_roles:
    'Ennek a személynek az Ön intézményén kívül is van szerepköre. Ezt a hálózat koordinátora teheti meg.',
  role_over: 'Ez már véget ért. Töltse be újra az oldalt.',
  not_deactivated: 'Nincs mit visszaadni. Töltse be újra az oldalt.',
  validity_reversed: 'A végnek a kezdet után és a jövőben kell lennie.',
  capability_needs_language: 'Válassza ki a nyelvet.',
  capability_held: 'A szerepkörhöz erre az időre már tartozik ez a jogosultság.',
  prerequisite_missing:
    'Ez a szerepkör olyan igazolást követel meg, amelyet a személy még nem mutatott be. Előbb rögzítse.',
  prerequisite_lapsed: 'Az e szerepkörhöz megkövetelt igazolás lejárt. Előbb rögzítse az újat.',
  trainer_lacks_prerequisite:
    'Egy hozzáadott oktatónál hiányzik vagy lejárt egy megkövetelt igazolás. Válasszon mást, vagy rögzíttesse az igazolást.',
  prerequisite_exists: 'A hálózat ezt már megköveteli.',
  day_ahead: 'Ez a nap a jövőben van. Válassza a mai napot vagy egy korábbit.',
  no_such_login: 'Ezzel a címmel nincs fiók.',
  child_lines_invalid:
    'Ezekből a sorokból hiányzik a név, a koordinátor e-mail-címe vagy a saját cím: {{lines}}. Semmi nem jött létre.',
  child_lines_over: 'Egyszerre legfeljebb {{most}} hálózat alapítható.',
  file_too_large: 'Ez a fájl nagyobb, mint {{megabytes}} MB. Ossza több fájlra.',
  file_empty: 'Ebben a fájlban nincs semmi.',
  file_no_table: 'Ez nem olvasható táblázat. Mentse XLSX vagy CSV formátumban.',
  file_unreadable:
    'Ez a fájl sérült vagy jelszóval védett. Nyissa meg a táblázatkezelőben, és mentse újra XLSX formátumban.',
  file_old_excel: 'Ez régi Excel-fájl, vagy jelszóval védett. Mentse XLSX formátumban, jelszó nélkül.',
  file_bomb:
    'Ez a fájl kicsomagoláskor a méretének sokszorosára nő, ezért nem olvastuk be. Mentse újra a táblázatot XLSX vagy CSV formátumban.',
  file_encoding:
    'Ebben a fájlban két kódolás betűi keverednek. Mentse újra UTF-8 kódolású CSV vagy XLSX formátumban.',
  file_too_many_rows: 'Ebben a fájlban több mint {{count}} sor van. Ossza több fájlra.',
  file_too_many_columns: 'Ebben a fájlban több mint {{count}} oszlop van. Törölje a fölöslegeseket.',
  file_needed: 'Válasszon egy fájlt.',
  picture_type: 'Ez nem logóhoz való kép. Válasszon PNG-, JPEG- vagy WebP-fájlt.',
  picture_svg:
    'Az SVG-fájl programot is tartalmazhat, ezért nem fogadjuk el. Mentse a logót PNG vagy WebP formátumban.',
  picture_broken: 'Ez a kép nem olvasható, vagy mozgókép. Mentse újra PNG, JPEG vagy WebP formátumban.',
  picture_too_large: 'Ez a kép nagyobb, mint {{kilobytes}} kB. Mentse kisebb méretben.',
  picture_too_wide: 'Ez a kép az egyik oldalán nagyobb, mint {{most}} px. Mentse kisebb méretben.',
  import_columns_missing: 'Párosítson minden szükséges oszlopot.',
  import_column_twice: 'Két oszlop ugyanahhoz a mezőhöz tartozik. Az egyiket hagyja ki.',
  import_moved_on:
    'Ez az importálás időközben továbblépett. Töltse be újra az oldalt, hogy lássa az állását.',
  import_has_wrong_rows: 'Hibás sorok száma: {{count}}. Javítsa ki a fájlt, vagy válassza a kihagyásukat.',
  import_nothing_new: 'Nincs mit importálni: minden megvan már, vagy hibás.',
  import_too_old: 'Az importálás fájlja törlődött, ezért már nem vonható vissza.',
  phase_reversed: 'Az utolsó nap nem lehet az első előtt.',
  phase_not_running: 'A szakasz ma nem zajlik. Kérjük, töltse be újra az oldalt.',
  amount_invalid: 'Kérjük, adjon meg egy összeget, például 1250,00.',
  currency_needed: 'Kérjük, adja meg a pénznemet, például EUR.',
} satisfies Shape<typeof source>;
