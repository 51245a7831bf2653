import type { Shape } from '../../shape.ts';
import type { secondStep as source } from '../en/secondStep.ts';

export const secondStep = {
  title: 'Második lépés a bejelentkezéskor',
  lead: 'A jelszó vagy a levélben kapott kód után egy kódot is megad a telefonján lévő alkalmazásból. Így nem léphet be, aki csak a jelszavát tudja.',
  open: 'A második lépés megtekintése',
  off: 'Nincs beállítva.',
  on: '{{day}} óta be van kapcsolva.',
  left: 'Megmaradt tartalék kódok: {{number}}',
  needed:
    'A telefonján szüksége van egy egyszeri kódokat adó alkalmazásra. Sok telefonon a jelszavak között van ilyen.',
  begin: 'A második lépés beállítása',
  again: {
    text: 'Ön több mint 15 perce jelentkezett be itt. Jelentkezzen be újra, hogy egy nyitva hagyott eszközön senki más ne állíthasson be második lépést.',
    submit: 'Újbóli bejelentkezés',
  },
  asked: {
    title: 'Ez a hálózat második lépést kér: {{network}}',
    text: 'Az Ön szerepkörében ott második lépéssel kell bejelentkezni, hogy védve legyenek, akikkel a hálózat dolgozik. Állítsa be; utána a kívánt oldalon folytathatja.',
    home: 'Ez a hálózat az Ön szerepkörében második lépést kér a bejelentkezéskor. Hogy ott mi vár Önre, a beállítás után látja.',
  },
  setUp: {
    title: 'A második lépés beállítása',
    scan: '1. Olvassa be a képet az alkalmazással',
    scanText: 'Ha nem tudja beolvasni, írja be a kulcsot az alkalmazásba.',
    picture: 'QR-kód az alkalmazáshoz való kulccsal',
    key: 'Kulcs beíráshoz',
    type: '2. Írja be a kódot, amelyet az alkalmazás mutat',
    submit: 'Bekapcsolás',
  },
  fields: {
    app: 'Kód az alkalmazásból',
    appHint: 'Hat számjegy. Az alkalmazás 30 másodpercenként új kódot mutat.',
    recovery: 'Tartalék kód',
    recoveryHint: '16 karakter, ahogyan kinyomtatta vagy lemásolta',
    any: 'Kód az alkalmazásból',
    anyHint: 'Itt tartalék kód is megadható.',
  },
  codes: {
    title: 'Az Ön tartalék kódjai',
    on: 'A második lépés be van kapcsolva. Minden más eszközön kijelentkeztettük.',
    renewed: 'Az új kódok elkészültek. A régiek már nem érvényesek.',
    text: 'Nyomtassa ki vagy másolja le most: csak ez egyszer jelennek meg. Ha nincs meg a telefonja, mindegyik egyszer helyettesíti az alkalmazást. Olyan helyen őrizze, ahol más nem találja meg.',
    print: 'Nyomtatás',
    copy: 'Kódok másolása',
    copied: 'A kódok a vágólapon vannak.',
    next: 'Eltettem a kódokat, tovább',
  },
  renew: {
    title: 'Új tartalék kódok',
    lead: 'Tíz új kódot kap. A régiek nem érvényesek többé.',
    submit: 'Új kódok készítése',
  },
  end: {
    title: 'A második lépés kikapcsolása',
    lead: 'Ezután a bejelentkezéshez elég a jelszó vagy egy levélben kapott kód. A második lépést kérő hálózatok zárva maradnak Ön előtt, amíg újra be nem állítja.',
    submit: 'Kikapcsolás',
    done: 'A második lépés ki van kapcsolva.',
  },
  signIn: {
    title: 'Második lépés',
    lead: 'Írja be a kódot, amelyet most a telefonján lévő alkalmazás mutat.',
    recoveryLead: 'Írja be az egyik eltett tartalék kódot. Mindegyik egyszer érvényes.',
    submit: 'Bejelentkezés',
    recovery: 'Inkább tartalék kóddal',
    app: 'Inkább az alkalmazás kódjával',
    again: 'Újrakezdés',
    lost: 'Nincs meg sem a telefonja, sem a tartalék kódja? Írjon a platform üzemeltetőjének.',
    passwordSaved: 'Az új jelszót elmentettük. Most a második lépés következik.',
  },
  setting: {
    label: 'Második lépés a bejelentkezéskor',
    hint: 'Akinek kell és nincs, beállítja, mielőtt a hálózatból bármi megnyílna.',
    nobody: 'Senkitől sem kérjük',
    case_roles:
      'Attól kérjük, aki bizalmas bejegyzést nyithat meg: koordinátorok, intézményi felelősök, oktatók, mentorok, esetkezelők, védelmi felelősök, adatvédelmi tisztviselők',
    everyone: 'Mindenkitől kérjük, akinek szerepköre van a hálózatban',
  },
  operator: {
    title: 'Valaki második lépésének kikapcsolása',
    lead: 'Annak, aki elveszítette a telefonját és a tartalék kódjait. Más úton győződjön meg róla, hogy ő az. A munkamenetei véget érnek, és levelet kap.',
    open: 'Kikapcsolás valakinek',
    reason: 'Indok',
    reasonHint: 'Például hogyan győződött meg róla, hogy ki ő. Személyes adatok nélkül.',
    submit: 'A második lépés kikapcsolása',
    done: 'A második lépés ki van kapcsolva. Az érintett levelet kap.',
  },
  events: {
    second_step: {
      switched_on: 'Bekapcsolta a második lépést',
      switched_off: 'Kikapcsolta a második lépést',
      removed: 'Az üzemeltető kikapcsolta valakinek a második lépését',
      codes_renewed: 'Új tartalék kódokat készített',
      recovery_used: 'Tartalék kódot használt',
    },
  },
} satisfies Shape<typeof source>;
