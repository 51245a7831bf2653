import type { Shape } from '../../shape.ts';
import type { errors as source } from '../en/errors.ts';

export const errors = {
  join_link_onsite:
    'Un eveniment la fața locului nu are sală online. Goliți acest câmp sau alegeți altă formă.',
  join_link_not_https: 'Linkul trebuie să înceapă cu https:// și să fie o adresă completă.',
  attendance_incomplete: 'Lipsesc încă prezențe. Lipsesc: {{count}}',
  list_not_exported: 'Exportați întâi lista de prezență, după ultima prezență marcată.',
  evaluation_open: 'Evaluarea este încă deschisă. Așteptați încheierea ei sau închideți-o întâi.',
  not_found: 'Acest lucru nu există sau nu vă este accesibil.',
  sign_in_needed: 'Vă rugăm să vă conectați mai întâi.',
  not_allowed: 'Rolul dumneavoastră nu permite acest pas. Coordonatorul rețelei vă poate ajuta.',
  invalid: 'Ceva din acest formular nu poate fi folosit. Verificați și trimiteți din nou.',
  network_closing: 'Această rețea se închide. Poate fi citită, dar nu se mai poate modifica nimic.',
  closing_blocked:
    'Înainte de închiderea acestei rețele mai este ceva de rezolvat. Detaliile sunt pe pagina despre închidere.',
  closing_changed: 'Între timp stadiul închiderii s-a schimbat. Vă rugăm să vedeți din nou pagina.',
  closing_code_wrong: 'Aceasta nu este adresa acestei rețele.',
  closing_half_shown: 'Jumătatea dumneavoastră a fost deja arătată. Se arată o singură dată.',
  closing_no_package: 'Momentan nu există niciun pachet de descărcat.',
  network_closed: 'Această rețea este închisă. Poate fi citită, dar nu se mai poate modifica nimic.',
  registration_not_open: 'Înscrierile nu au început încă.',
  registration_closed: 'Înscrierile sunt închise.',
  training_over: 'Acest curs s-a încheiat.',
  training_not_published: 'La acest curs nu sunt deschise înscrierile.',
  transition_not_possible:
    'Între timp, cursul are altă stare și acest pas nu mai este posibil. Reîncărcați pagina.',
  half_day_in_use:
    'Jumătatea de zi {{number}} nu poate fi eliminată: este rezervată sau are prezența înregistrată.',
  sessions_needed: 'Adăugați cel puțin o jumătate de zi.',
  sessions_out_of_order:
    'Fiecare jumătate de zi trebuie să se termine după ce începe și să înceapă după sfârșitul celei dinainte.',
  title_needed: 'Scrieți un titlu în cel puțin o limbă.',
  code_taken: 'Alt curs din această rețea are acest cod. Alegeți un alt cod.',
  already_registered: '{{name}} are deja un loc la acest curs.',
  named_twice: '{{name}} apare de două ori în listă.',
  too_many_places: 'Sunt mai multe locuri decât poate cuprinde o înscriere.',
  membership_suspended:
    'Calitatea de membru a acestei instituții este suspendată, deci nu se poate înscrie. Coordonatorul rețelei o poate relua.',
  institution_needed: 'Alegeți instituția.',
  institution_not_active: 'Instituția nu este membru activ al acestei rețele.',
  takeaway_too_early: 'Puteți nota acest lucru după ce evenimentul s-a încheiat.',
  takeaway_not_there: 'Instituția dumneavoastră nu a avut un loc la acest eveniment.',
  takeaways_full: 'O instituție poate nota cel mult {{max}} puncte.',
  mode_needed: 'Alegeți cum participă.',
  language_needed: 'Alegeți limba.',
  half_days_needed: 'Alegeți cel puțin o jumătate de zi.',
  quota_twice: 'Această cotă este deja în listă.',
  quota_unfit: 'Niciun loc al cursului nu se poate potrivi cu această cotă.',
  seat_not_waiting: 'Acest loc nu mai este în așteptare.',
  way_closed: 'Acest mod de înscriere este închis pentru acest eveniment.',
  too_many_invited: 'Scrieți cel puțin o adresă și cel mult {{max}}.',
  cancel_deadline_passed:
    'Termenul pentru anularea acestui loc a trecut. Vă rugăm să scrieți coordonatorului rețelei.',
  seat_not_active: 'Acest loc nu mai este activ.',
  support_empty: 'Indicați cel puțin un fel de sprijin.',
  training_begun: 'Cursul a început.',
  offer_expired: 'Această ofertă a expirat. Locul s-a întors la lista de așteptare.',
  session_not_started: 'Prezența se poate marca după ce a început jumătatea de zi.',
  seat_not_confirmed: 'Se pot marca doar locurile confirmate.',
  minutes_needed: 'Scrieți câte minute a fost prezentă persoana.',
  minutes_over: 'Vă rugăm, mai puțin de {{length}} minute: cine a stat tot timpul este prezent.',
  attendance_locked: 'Această listă este verificată și blocată. Coordonatorul o poate redeschide.',
  attendance_not_locked: 'Această listă nu este blocată.',
  attendance_unmarked: 'Nu toate persoanele sunt marcate. Lipsesc: {{count}}',
  signature_needed: 'Desenați o semnătură sau scrieți numele și bifați căsuța.',
  signature_absent: 'Această persoană este marcată ca absentă. Schimbați mai întâi marcajul.',
  signature_given: 'Această persoană a semnat deja pentru această jumătate de zi.',
  presence_too_early: 'Puteți întreba după ce jumătatea de zi s-a încheiat.',
  presence_asked: 'Participanții online au fost deja întrebați.',
  presence_nobody: 'Nicio persoană cu adresă nu participă online.',
  head_count_kind: 'Aceasta nu este o sesiune de informare.',
  head_count_early: 'Sesiunea nu a început încă.',
  head_count_closed: 'Aceste cifre nu se mai schimbă.',
  head_count_gender: 'După gen, suma este {{sum}}, iar totalul este {{total}}. Sumele trebuie să coincidă.',
  head_count_age: 'După vârstă, suma este {{sum}}, iar totalul este {{total}}. Sumele trebuie să coincidă.',
  walk_in_waits:
    '{{name}} este pe lista de așteptare. După începerea cursului puteți acorda aici un loc liber.',
  walk_in_full:
    'Nu mai este niciun loc liber: cursul este plin sau o limită păstrează ultimele locuri. Coordonatorul poate modifica numărul de locuri.',
  list_type: 'Fișierul nu este PDF, JPEG sau PNG ori este deteriorat.',
  list_kept_before: 'Acest fișier este deja păstrat pentru această jumătate de zi.',
  training_not_finished: 'Certificatele se pot emite după încheierea cursului.',
  certificate_revoked: 'Acest certificat este revocat.',
  certificate_superseded: 'Un certificat mai nou îl înlocuiește deja pe acesta.',
  certificate_not_earned: 'Condițiile pentru acest certificat nu sunt îndeplinite.',
  certificate_not_renewable: 'Acest certificat nu se poate emite din nou astfel.',
  evaluation_answered: 'Ați răspuns deja la acest chestionar. Răspunsurile nu pot fi trimise de două ori.',
  evaluation_over: 'Acest chestionar este închis.',
  question_named_twice: 'Această întrebare apare de două ori în formular.',
  question_choices_differ:
    'Întrebarea {{number}}: fiecare limbă are nevoie de același număr de răspunsuri, o alegere de cel puțin două, o scară de exact două.',
  question_changed:
    'Această întrebare s-a schimbat în timp ce completați formularul. Vă rugăm să verificați răspunsul.',
  answer_unfit: 'Acest răspuns lipsește sau nu se potrivește întrebării.',
  too_many_questions: 'Un formular are cel mult {{max}} întrebări.',
  question_condition:
    'Condiția întrebării „{{name}}” nu funcționează: are nevoie de o întrebare anterioară, neconfidențială, la care răspund aceleași persoane.',
  question_answered:
    'Această întrebare are deja răspunsuri, de aceea tipul, confidențialitatea și variantele rămân. Duplicați-o și modificați copia.',
  question_depended_on: 'O altă întrebare se pune doar datorită acesteia. Modificați-o mai întâi pe aceea.',
  question_needed: 'Un chestionar are nevoie de cel puțin o întrebare.',
  reason_needed: 'Scrieți un motiv.',
  link_not_accepted: 'Nu există un parteneriat acceptat cu această rețea.',
  processing_changed: 'Între timp s-a decis asupra acestui lucru. Reîncărcați pagina și citiți decizia.',
  wording_changed: 'Textul s-a schimbat între timp. Vă rugăm să îl citiți și să răspundeți din nou.',
  second_person_needed: 'Ați cerut chiar dumneavoastră acest lucru. Trebuie să decidă o a doua persoană.',
  legal_hold: 'Datele trebuie păstrate deocamdată. Motivul: {{reason}}',
  date_past: 'Alegeți o zi care urmează.',
  partners_still_linked: 'Încheiați mai întâi parteneriatele. Apoi acest modul poate fi oprit.',
  move_changed: 'Această mutare a primit între timp răspuns sau structura s-a schimbat. Reîncărcați pagina.',
  move_open:
    'Există deja o mutare în așteptare pentru această rețea. Mai întâi trebuie să primească răspuns.',
  network_state_changed: 'Rețeaua are între timp altă stare. Reîncărcați pagina.',
  network_cycle: 'Nu este posibil: rețeaua ar ajunge sub ea însăși.',
  network_kind_unfit: 'Acest tip de rețea nu se potrivește în acel loc al structurii.',
  network_code_taken: 'Altă rețea are deja această adresă. Alegeți alta.',
  network_draft:
    'Această rețea este încă o schiță. Deschideți-o mai întâi, pentru ca și alții să o poată vedea.',
  network_suspended:
    'Această rețea este suspendată. Poate fi citită, dar momentan nu se poate modifica nimic.',
  network_unknown: 'Alegeți altă rețea.',
  link_changed: 'Acest parteneriat s-a schimbat între timp. Reîncărcați pagina.',
  link_exists: 'Există deja un parteneriat sau o propunere deschisă cu această rețea.',
  institution_exists:
    'O instituție cu acest nume există deja în registru pentru această localitate: {{name}}. Adăugați-o pe aceasta în rețeaua dumneavoastră.',
  institution_merged: 'Această fișă a fost unită între timp cu alta. Reîncărcați pagina.',
  institution_kept_elsewhere:
    'Această fișă este ținută de altă rețea: {{network}}. Coordonatorul ei o poate modifica.',
  institution_cycle:
    'O instituție nu poate face parte din ea însăși sau dintr-un departament al ei. Alegeți alta.',
  parent_not_here: 'Această instituție nu este în această rețea. Alegeți alta.',
  focal_point_not_staff: 'Persoana de contact trebuie să aibă un rol pentru această instituție.',
  state_changed: 'Starea s-a schimbat între timp, iar acest pas nu mai este posibil. Reîncărcați pagina.',
  merge_with_itself: 'O fișă nu poate fi unită cu ea însăși.',
  merge_held_by_both:
    'Alte rețele în care ambele sunt membre: {{count}}. Ele trebuie să încheie mai întâi una dintre calitățile de membru.',
  merge_seats_clash:
    'Instruiri în care o persoană are loc din partea ambelor instituții: {{count}}. Anulați mai întâi unul dintre cele două locuri.',
  message_on_its_way: 'Acest mesaj este deja pe drum.',
  message_purged:
    'Adresa acestui mesaj a fost ștearsă la sfârșitul termenului de păstrare. Mesajul nu mai poate fi trimis.',
  text_changed: 'Textul a fost modificat între timp. Citiți-l așa cum este acum, apoi decideți.',
  text_not_reviewed: 'Textul nu a fost încă revizuit.',
  text_own: 'Dumneavoastră ați scris acest text. Altcineva trebuie să îl verifice.',
  verdict_given: 'Ați aprobat deja această versiune. Mai este nevoie de o altă persoană.',
  language_not_yours: 'Nu sunteți înregistrat ca verificator pentru această limbă.',
  recording_own: 'Este propria dumneavoastră voce. Altcineva trebuie să asculte înregistrarea.',
  recording_too_large:
    'Această înregistrare depășește {{kilobytes}} kB. Salvați-o ca MP3 sau M4A ori vorbiți mai scurt.',
  recording_too_long: 'Această înregistrare durează mai mult de {{seconds}} de secunde.',
  sound_type:
    'Aceasta nu este o înregistrare care poate fi păstrată. Alegeți un fișier MP3, M4A, OGG sau WAV.',
  sound_broken:
    'Această înregistrare se întrerupe sau nu poate fi citită. Salvați-o din nou și încercați iar.',
  card_key_taken: 'Alt cartonaș are această cheie.',
  card_incomplete:
    'Cartonașul nu este încă complet. Are nevoie de o pictogramă, de un text verificat în limba rețelei și de unul într-o altă limbă.',
  card_retired: 'Cartonașul a fost retras și rămâne așa cum este.',
  choice_not_possible: 'Sub un cartonaș la care se arată stau numai cuvinte de arătat aflate în folosință.',
  choices_changed: 'Aceste cuvinte au fost schimbate între timp. Citiți-le cum sunt acum, apoi alegeți.',
  pictogram_needed: 'Alegeți mai întâi o pictogramă.',
  busy: 'Multe persoane fac acest lucru acum. Vă rugăm să încercați din nou.',
  validation: {
    required: 'Completați acest câmp.',
    invalid: 'Acest text nu poate fi folosit. Vă rugăm să îl verificați.',
    notOffered: 'Alegeți una dintre opțiuni.',
    invalidEmail: 'Scrieți o adresă de e-mail, de exemplu nume@example.org.',
    invalidUrl: 'Scrieți o adresă web care începe cu https://',
    invalidDate: 'Scrieți o dată care există.',
    tooManyChoices: 'Alegeți cel mult 12 cuvinte.',
    tooManyWords: 'Scrieți cel mult 12 cuvinte.',
    cardKey: 'Scrieți litere mici de la a la z, cifre și liniuțe de subliniere; începeți cu o literă.',
    moreThanShown: 'Nu pot fi mai multe persoane care au înțeles decât cele care au văzut.',
    invalidTime: 'Scrieți o oră, de exemplu 09:30.',
    invalidNumber: 'Scrieți un număr.',
    charactersLeast_one: 'Folosiți cel puțin {{count}} caracter.',
    charactersLeast_few: 'Folosiți cel puțin {{count}} caractere.',
    charactersLeast_other: 'Folosiți cel puțin {{count}} de caractere.',
    charactersMost_one: 'Folosiți cel mult {{count}} caracter.',
    charactersMost_few: 'Folosiți cel mult {{count}} caractere.',
    charactersMost_other: 'Folosiți cel mult {{count}} de caractere.',
    choicesLeast_one: 'Alegeți cel puțin o opțiune.',
    choicesLeast_few: 'Alegeți cel puțin {{count}} opțiuni.',
    choicesLeast_other: 'Alegeți cel puțin {{count}} de opțiuni.',
    choicesMost_one: 'Alegeți cel mult o opțiune.',
    choicesMost_few: 'Alegeți cel mult {{count}} opțiuni.',
    choicesMost_other: 'Alegeți cel mult {{count}} de opțiuni.',
    numberLeast: 'Folosiți un număr de cel puțin {{limit}}.',
    numberMost: 'Folosiți un număr de cel mult {{limit}}.',
    tooEarly: 'Alegeți o dată mai târzie.',
    tooLate: 'Alegeți o dată mai apropiată.',
  },
  wrong_credentials:
    'Adresa de e-mail și parola nu se potrivesc. Verificați-le pe amândouă sau cereți un cod prin e-mail.',
  wrong_code:
    'Acest cod nu este corect sau nu mai este valabil. Verificați cele șase cifre din cel mai nou e-mail sau cereți un cod nou.',
  wrong_app_code:
    'Acest cod nu este corect sau a fost deja folosit. Așteptați următorul cod al aplicației; verificați dacă ceasul telefonului este corect.',
  sign_in_again: 'Mai întâi autentificați-vă din nou: v-ați autentificat aici acum mai mult de 15 minute.',
  second_step_over:
    'A trecut prea mult timp sau au fost prea multe coduri greșite. Autentificați-vă din nou.',
  second_step_needed:
    'Această rețea cere un al doilea pas la autentificare. Configurați-l în contul dumneavoastră.',
  no_second_step: 'Acest cont nu are un al doilea pas.',
  own_account_expired: 'A durat prea mult sau a fost deschis de două ori. Începeți din nou.',
  own_account_off: 'Conectarea cu acest cont nu este oferită momentan.',
  own_account_silent:
    '{{name}} nu răspunde momentan. Încercați mai târziu sau conectați-vă cu parola ori cu un cod.',
  own_account_cancelled:
    '{{name}} nu v-a conectat. Începeți din nou sau conectați-vă cu parola ori cu un cod.',
  own_account_refused: 'Răspunsul de la {{name}} nu este de încredere. Începeți din nou.',
  own_account_unknown: 'Acest cont nu are încă loc în: {{network}}. Întrebați coordonatorii rețelei.',
  own_account_issuer: 'Introduceți o adresă care începe cu https://.',
  own_account_connected: 'Acest Client ID este deja legat.',
  link_expired: 'Acest link nu mai este valabil. Cereți unul nou.',
  too_many_attempts:
    'Au fost prea multe încercări. Vă rugăm să așteptați. Minute până la următoarea încercare: {{minutes}}',
  invitation_used: 'Această invitație a fost deja folosită.',
  invitation_for_other_address:
    'Această invitație este pentru altă adresă: {{email}}. Conectați-vă cu acea adresă.',
  invitation_sign_in_first: 'Această adresă are deja un cont. Conectați-vă cu el ca să acceptați invitația.',
  role_not_yours_to_give: 'Nu puteți acorda acest rol. Alegeți altul sau întrebați coordonatorul.',
  already_member: 'Această persoană are deja acest rol.',
  wrong_password: 'Aceasta nu este parola dumneavoastră actuală.',
  invitation_lines_invalid:
    'Aceste rânduri nu conțin o adresă de e-mail: {{lines}}. Corectați-le sau ștergeți-le. Nu s-a trimis nimic.',
  invitation_lines_repeated:
    'Aceste adrese apar de două ori: {{lines}}. Ștergeți-le pe cele în plus. Nu s-a trimis nimic.',
  invitation_lines_members: 'Aceste persoane au deja rolul: {{lines}}. Ștergeți-le. Nu s-a trimis nimic.',
  last_coordinator: 'O rețea are nevoie de coordonator. Acordați întâi rolul altcuiva.',
  not_yourself:
    'Nu puteți face acest lucru pentru dumneavoastră. Cereți altui coordonator. Rețeaua o puteți părăsi din pagina contului.',
  has_other_roles:
    'Această persoană are și roluri în afara instituției dumneavoastră. Coordonatorul rețelei poate face acest lucru.',
  role_over: 'S-a încheiat deja. Reîncărcați pagina.',
  not_deactivated: 'Nu este nimic de redat. Reîncărcați pagina.',
  validity_reversed: 'Sfârșitul trebuie să fie după început și în viitor.',
  capability_needs_language: 'Alegeți limba.',
  capability_held: 'Rolul are deja această competență în acea perioadă.',
  prerequisite_missing:
    'Acest rol cere o dovadă pe care persoana nu a prezentat-o încă. Înregistrați-o întâi.',
  prerequisite_lapsed: 'O dovadă cerută de acest rol a expirat. Înregistrați-o întâi pe cea nouă.',
  trainer_lacks_prerequisite:
    'Unui formator adăugat îi lipsește o dovadă cerută de rețea sau dovada a expirat. Alegeți pe altcineva sau cereți înregistrarea dovezii.',
  prerequisite_exists: 'Rețeaua cere deja acest lucru.',
  day_ahead: 'Această zi este în viitor. Alegeți ziua de azi sau una anterioară.',
  no_such_login: 'Niciun cont nu are această adresă.',
  child_lines_invalid:
    'Acestor rânduri le lipsește un nume, adresa de e-mail a unei persoane care coordonează sau o adresă proprie: {{lines}}. Nu s-a înființat nimic.',
  child_lines_over: 'Se pot înființa odată cel mult {{most}} din rețelele cuprinse.',
  file_too_large: 'Acest fișier depășește {{megabytes}} MB. Împărțiți-l în mai multe fișiere.',
  file_empty: 'Acest fișier este gol.',
  file_no_table: 'Acesta nu este un tabel care poate fi citit. Salvați-l ca XLSX sau CSV.',
  file_unreadable:
    'Acest fișier este deteriorat sau protejat cu parolă. Deschideți-l în programul de calcul tabelar și salvați-l din nou ca XLSX.',
  file_old_excel: 'Acesta este un fișier Excel vechi sau unul cu parolă. Salvați-l ca XLSX fără parolă.',
  file_bomb:
    'La despachetare, acest fișier crește mult peste dimensiunea sa și de aceea nu a fost citit. Salvați din nou tabelul ca XLSX sau CSV.',
  file_encoding:
    'Literele acestui fișier provin din două alfabete amestecate. Salvați-l din nou ca CSV în UTF-8 sau ca XLSX.',
  file_too_many_rows:
    'Acest fișier are prea multe rânduri; sunt permise cel mult {{count}}. Împărțiți-l în mai multe fișiere.',
  file_too_many_columns:
    'Acest fișier are prea multe coloane; sunt permise cel mult {{count}}. Eliminați-le pe cele inutile.',
  file_needed: 'Alegeți un fișier.',
  picture_type: 'Aceasta nu este o imagine pentru un logo. Alegeți un fișier PNG, JPEG sau WebP.',
  picture_svg:
    'Un fișier SVG poate conține programe și de aceea nu este primit. Salvați logoul ca PNG sau WebP.',
  picture_broken:
    'Această imagine nu poate fi citită sau este animată. Salvați-o din nou ca PNG, JPEG sau WebP.',
  picture_too_large: 'Această imagine depășește {{kilobytes}} kB. Salvați-o la o dimensiune mai mică.',
  picture_too_wide: 'Această imagine depășește {{most}} px pe o latură. Salvați-o la o dimensiune mai mică.',
  import_columns_missing: 'Potriviți toate coloanele necesare.',
  import_column_twice: 'Două coloane sunt potrivite cu același câmp. Lăsați una deoparte.',
  pattern_moved_on:
    'Între timp, această copie a trecut mai departe. Reîncărcați pagina pentru a vedea stadiul.',
  pattern_running: 'O altă copie în această rețea este încă în curs.',
  pattern_nothing_chosen: 'Alegeți cel puțin un lucru de copiat.',
  import_moved_on: 'Între timp, acest import a trecut la alt pas. Reîncărcați pagina pentru a vedea stadiul.',
  import_has_wrong_rows:
    'Există rânduri greșite: {{count}}. Corectați fișierul sau alegeți să le lăsați deoparte.',
  import_nothing_new: 'Nu este nimic de importat: totul există deja sau este greșit.',
  import_too_old: 'Fișierul acestui import a fost șters, deci importul nu mai poate fi anulat.',
  phase_reversed: 'Ultima zi nu poate fi înaintea primei zile.',
  phase_not_running: 'Faza nu se desfășoară astăzi. Reîncărcați pagina.',
  amount_invalid: 'Scrieți o sumă, de exemplu 1.250,00.',
  currency_needed: 'Scrieți moneda, de exemplu EUR.',
  programme_code_taken: 'Alt program de mentorat are deja acest cod. Alegeți alt cod.',
  programme_not_open:
    'În starea actuală, programul nu permite acest lucru. Treceți mai întâi programul la altă etapă.',
  programme_has_relations:
    'În acest program mai există relații de mentorat în curs: {{count}}. Încheiați-le mai întâi.',
  mentor_exists: 'Această persoană este deja mentor aici.',
  mentor_not_ready: 'Acest mentor nu este aprobat sau este în pauză. Alegeți alt mentor.',
  mentor_without_role:
    'Această persoană nu are acum rolul de mentor în această rețea. Acordați mai întâi rolul sau alegeți alt mentor.',
  mentor_has_relations:
    'Acest mentor are încă relații de mentorat în curs: {{count}}. Încheiați-le sau predați-le mai întâi.',
  mentor_full: 'Acest mentor nu are loc pentru atâtea persoane. Locuri libere: {{room}}.',
  alias_taken: 'Cineva din acest program are deja acest pseudonim. Alegeți altul.',
  alias_is_name: 'Pseudonimul nu trebuie să fie numele persoanei: el apare peste tot.',
  alias_is_contact:
    'Un pseudonim nu poate fi o adresă de e-mail sau un număr de telefon: el apare peste tot.',
  alias_reads_like_name:
    'Acest pseudonim seamănă cu numele unei persoane. Alegeți altul sau bifați mai jos că nu este un nume.',
  pair_ruled_out: 'Acest mentor și această persoană sunt excluși unul pentru celălalt. Alegeți alții.',
  supervision_alone: 'Individual înseamnă un singur mentor. Alegeți unul sau alegeți „Grup”.',
  themes_name_somebody:
    'Pare numele sau pseudonimul unei persoane mentorate: {{words}}. Scrieți fără nume sau confirmați mai jos.',
  mentee_not_free:
    'Cel puțin o persoană are deja mentor, a fost deja întrebată sau nu mai participă. Alegeți alte persoane.',
  mentee_answers_themselves: 'Această persoană are cont propriu și răspunde singură.',
  approval_not_needed: 'În acest program nu este nevoie de aprobare.',
  plan_empty: 'Conveniți un obiectiv înainte de a trimite planul.',
  closing_not_requested: 'Mai întâi mentorul trebuie să ceară încheierea, apoi coordonarea o aprobă.',
  mentee_not_here: 'Alegeți numai persoane din această relație de mentorat.',
  agreement_not_understood:
    'Persoana care semnează nu citește această limbă. Alegeți alta sau consemnați prezența unui interpret.',
  group_takes_nobody: 'Acest grup nu primește pe nimeni acum: nu a început, se încheie sau s-a încheiat.',
  relation_ended: 'Acest mentorat s-a încheiat și nu mai poate fi deschis sau completat.',
  relation_not_running: 'Acest mentorat nu a început încă. El începe după semnarea acordului.',
  goals_full: 'Există deja obiective active: {{most}}. Încheiați mai întâi unul.',
  translation_changed:
    'Între timp, altcineva a modificat acest text. Ce ați scris este încă aici: comparați cu ce se află mai sus și salvați din nou.',
  translation_source_changed:
    'Textul sursă s-a schimbat între timp. Citiți-l încă o dată, apoi salvați din nou.',
  translation_long: 'Este prea lung.',
  translation_not_yours: 'Aici nu puteți scrie în această limbă.',
  xliff_unreadable:
    'Fișierul nu poate fi citit: ceva nu este în regulă pe rândul {{line}}. Vă rugăm să îl exportați din nou din programul dumneavoastră.',
  xliff_foreign: 'Acesta nu este un fișier XLIFF 2.0. Vă rugăm să exportați ca XLIFF 2.0 sau 2.1.',
  xliff_large: 'Fișierul este prea mare. Sunt posibili cel mult {{megabytes}} MB.',
  xliff_language: 'Nu traduceți în limba acestui fișier.',
  translation_file_empty: 'În acest fișier nu este nimic de preluat.',
  translation_file_moved:
    'Cineva tocmai a schimbat unul dintre aceste texte. Nu s-a preluat nimic. Vă rugăm să priviți lista din nou.',
  machine_off: 'Traducerea automată nu este configurată.',
  machine_nothing: 'Aici nu este nimic din ce are voie să traducă mașina.',
  machine_budget: 'Costul este de {{cost}} caractere. Anul acesta au rămas doar {{left}}.',
  language_circle:
    'Aceste limbi s-ar traduce în cerc una din alta. Alegeți altă limbă sursă pentru una dintre ele.',
  source_text_needed: 'Scrieți titlul în această limbă sau alegeți altă limbă sursă.',
  note_needed: 'Scrieți într-o propoziție ce este nou în această versiune.',
  items_full: 'O resursă poate avea cel mult {{most}} fișiere și linkuri. Renunțați la unele.',
  link_not_public:
    'Această adresă duce într-o rețea privată sau chiar la acest server. Indicați una pe care o poate deschide oricine.',
  link_same: 'Adresa nouă este aceeași cu cea veche.',
  file_infected:
    'Antivirusul a găsit ceva în acest fișier. Nu a fost păstrat. Verificați calculatorul înainte de a trimite altul.',
  file_not_scanned:
    'Fișierul nu a putut fi verificat de viruși chiar acum, așa că nu a fost păstrat. Încercați din nou peste câteva minute.',
  link_not_used: 'Nicio resursă nu duce la această adresă. Poate a schimbat-o cineva chiar acum.',
  link_not_in_words:
    'Adresa veche apare în descrieri, iar aceasta nu ar rămâne acolo așa cum este. Scrieți spațiul din ea ca %20, [ ca %5B și ] ca %5D și lăsați deoparte semnul de la sfârșit.',
  link_words_too_long:
    'Cu această adresă, o descriere ar deveni prea lungă. Indicați una mai scurtă sau scurtați mai întâi descrierea.',
  resource_incomplete:
    'Resursa nu este încă completă. Are nevoie de un titlu în limba sursă, un fișier sau un link și o licență.',
  resource_not_published: 'Publicați mai întâi resursa; apoi poate fi partajată.',
  resource_in_use:
    'Nu poate fi arhivată cât timp este partajată cu {{networks}}. Încheiați mai întâi partajarea.',
  file_over_limit: '„{{name}}” depășește {{megabytes}} MB. Împărțiți fișierul sau adăugați un link.',
  file_type: '„{{name}}” nu este un tip de fișier care poate fi păstrat aici.',
  file_svg: '„{{name}}” este un fișier SVG, care poate conține programe. Salvați-l ca PNG sau PDF.',
  file_active: '„{{name}}” conține un program, o macrocomandă sau un script. Salvați-l fără ele.',
  file_launches: '„{{name}}” deschide un alt program sau un alt fișier. Salvați-l fără astfel de comenzi.',
  file_sends: '„{{name}}” conține un formular care trimite sau citește date. Salvați-l fără această funcție.',
  file_media:
    '„{{name}}” conține un sunet, un film sau un model 3D. Salvați-l fără ele și încărcați separat sunetele și filmele.',
  file_fetches:
    '„{{name}}” preia ceva din altă parte, de exemplu un șablon sau o imagine. Introduceți-l chiar în fișier.',
  file_holds_files: '„{{name}}” conține alte fișiere sau obiecte. Eliminați-le și încărcați-le separat.',
  file_locked:
    '„{{name}}” este blocat cu o parolă, astfel încât conținutul nu poate fi verificat. Salvați-l fără parolă.',
  file_unchecked: '„{{name}}” este prea complex pentru a fi verificat. Salvați-l din nou sau împărțiți-l.',
  file_broken: '„{{name}}” este incomplet sau deteriorat. Deschideți-l, salvați-l din nou și reîncercați.',
  file_type_differs:
    '„{{name}}” nu este ceea ce spune extensia numelui. Salvați-l din nou din programul în care a fost scris.',
  day_behind: 'Această zi a trecut. Alegeți ziua de azi sau o zi ulterioară.',
  day_too_old: 'Această zi este cu mai mult de zece ani în urmă. Verificați anul.',
  initiative_over: 'Această inițiativă s-a încheiat; planul ei nu mai poate fi modificat.',
  team_not_here: 'Alegeți numai persoane din grupul dumneavoastră.',
  team_without_you: 'Trebuie să faceți parte din echipă sau să fiți mentorul cuiva din ea.',
  budget_approved: 'Suma depășește ce a fost aprobat. Cereți coordonării să aprobe din nou planul.',
  plan_incomplete: 'Planul nu este încă complet. Are nevoie de o întrebare, un plan și cel puțin o sarcină.',
  reached_needed: 'Scrieți câte persoane au fost implicate; 0 dacă niciuna.',
  comment_needed: 'Scrieți ce trebuie schimbat, ca echipa să știe cum continuă.',
  story_early: 'Povestea se scrie după ce inițiativa este finalizată.',
  photo_words_needed: 'Scrieți ce se vede în această imagine, pentru cei care nu o văd.',
  consents_missing: 'Nu toată echipa și-a dat încă acordul pentru aceste cuvinte și imagini.',
  plan_impossible: 'Sarcinile nu se pot succeda astfel. Verificați după ce sarcină vine fiecare.',
  plan_changed: 'Planul a fost modificat între timp. Reîncărcați pagina.',
  module_in_plan: 'Un plan conține acest modul. Scoateți-l mai întâi din plan.',
  agreement_not_there: 'Acordul nu există în această limbă. Alegeți una dintre cele de mai sus.',
  agreement_changed:
    'Acordul a fost modificat între timp. Citiți versiunea cea mai nouă și semnați-o pe aceasta.',
  signature_there: 'Această semnătură este deja consemnată.',
} satisfies Shape<typeof source>;
