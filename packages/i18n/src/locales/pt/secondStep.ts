import type { Shape } from '../../shape.ts';
import type { secondStep as source } from '../en/secondStep.ts';

export const secondStep = {
  title: 'Segundo passo ao iniciar sessão',
  lead: 'Depois da palavra-passe ou do código do e-mail, escreve um código de uma aplicação no seu telemóvel. Assim não entra ninguém que só saiba a sua palavra-passe.',
  open: 'Ver o segundo passo',
  off: 'Não está configurado.',
  on: 'Está ativo desde {{day}}.',
  left: 'Códigos de recuperação que restam: {{number}}',
  needed:
    'Precisa no telemóvel de uma aplicação para códigos de uso único. Muitos telemóveis têm uma junto das palavras-passe.',
  begin: 'Configurar o segundo passo',
  again: {
    text: 'Iniciou sessão aqui há mais de 15 minutos. Inicie sessão de novo, para que ninguém configure um segundo passo num dispositivo que ficou aberto.',
    submit: 'Iniciar sessão de novo',
  },
  asked: {
    title: 'Esta rede pede um segundo passo: {{network}}',
    text: 'Na sua função, a sessão inicia-se ali com um segundo passo, para proteger as pessoas com quem a rede trabalha. Configure-o; depois continua na página que queria.',
    home: 'Esta rede pede, na sua função, um segundo passo ao iniciar sessão. O que ali o/a espera aparece quando estiver configurado.',
  },
  setUp: {
    title: 'Configurar o segundo passo',
    scan: '1. Leia a imagem com a aplicação',
    scanText: 'Se não a conseguir ler, escreva a chave na aplicação.',
    picture: 'Código QR com a chave para a sua aplicação',
    key: 'Chave para escrever',
    type: '2. Escreva o código que a aplicação mostra',
    submit: 'Ativar',
  },
  fields: {
    app: 'Código da aplicação',
    appHint: 'Seis algarismos. A aplicação mostra um código novo a cada 30 segundos.',
    recovery: 'Código de recuperação',
    recoveryHint: '16 caracteres, como os imprimiu ou copiou',
    any: 'Código da aplicação',
    anyHint: 'Um código de recuperação também serve.',
  },
  codes: {
    title: 'Os seus códigos de recuperação',
    on: 'O segundo passo está ativo. A sua sessão terminou em todos os outros dispositivos.',
    renewed: 'Foram criados códigos novos. Os antigos já não são válidos.',
    text: 'Imprima-os ou copie-os agora: só são mostrados desta vez. Quando não tiver o telemóvel, cada um substitui a aplicação uma vez. Guarde-os onde mais ninguém os encontre.',
    print: 'Imprimir',
    copy: 'Copiar os códigos',
    copied: 'Os códigos foram copiados.',
    next: 'Guardei os códigos, continuar',
  },
  renew: {
    title: 'Novos códigos de recuperação',
    lead: 'Recebe dez códigos novos. Os antigos deixam de ser válidos.',
    submit: 'Criar códigos novos',
  },
  end: {
    title: 'Desativar o segundo passo',
    lead: 'Depois basta a palavra-passe ou um código por e-mail para iniciar sessão. As redes que pedem um segundo passo ficam fechadas para si até o configurar de novo.',
    submit: 'Desativar',
    done: 'O segundo passo está desativado.',
  },
  signIn: {
    title: 'Segundo passo',
    lead: 'Escreva o código que a aplicação no seu telemóvel mostra agora.',
    recoveryLead: 'Escreva um dos códigos de recuperação que guardou. Cada um serve uma vez.',
    submit: 'Iniciar sessão',
    recovery: 'Usar um código de recuperação',
    app: 'Usar o código da aplicação',
    again: 'Começar de novo',
    lost: 'Não tem nem o telemóvel nem os códigos de recuperação? Escreva ao operador da plataforma.',
    passwordSaved: 'A nova palavra-passe está guardada. Segue-se o segundo passo.',
  },
  setting: {
    label: 'Segundo passo ao iniciar sessão',
    hint: 'Quem precisa dele e não o tem configura-o antes de se abrir qualquer coisa da rede.',
    nobody: 'Não se pede a ninguém',
    case_roles:
      'Pede-se a quem pode abrir registos confidenciais: coordenação, gestores de instituições, formadores, mentores, técnicos de caso, responsáveis pela salvaguarda, encarregados da proteção de dados',
    everyone: 'Pede-se a todas as pessoas com uma função na rede',
  },
  operator: {
    title: 'Desativar o segundo passo de alguém',
    lead: 'Para uma pessoa que perdeu o telemóvel e os códigos de recuperação. Certifique-se por outra via de que é ela. As sessões dela terminam e ela recebe um e-mail.',
    open: 'Desativar para uma pessoa',
    reason: 'Motivo',
    reasonHint: 'Por exemplo, como se certificou de quem é. Sem dados pessoais.',
    submit: 'Desativar o segundo passo',
    done: 'O segundo passo está desativado. A pessoa recebe um e-mail.',
  },
  events: {
    second_step: {
      switched_on: 'Ativou o segundo passo ao iniciar sessão',
      switched_off: 'Desativou o segundo passo ao iniciar sessão',
      removed: 'O operador desativou o segundo passo de uma pessoa',
      codes_renewed: 'Criou novos códigos de recuperação',
      recovery_used: 'Usou um código de recuperação',
    },
  },
} satisfies Shape<typeof source>;
