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
  already_registered: 'Ennek a személynek már van helye ezen a képzésen.',
  named_twice: 'Ugyanaz a személy kétszer szerepel.',
  too_many_places: 'Ennyi hely nem fér bele egy jelentkezésbe.',
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
} satisfies Shape<typeof source>;
