import type { Language } from '../../api.ts';

const is: Language = {
  tag: 'is',
  dir: 'ltr',
  texts: {
    banner: {
      title: 'Vafrakökur og persónuvernd',
      body:
        'Við notum vafrakökur sem vefurinn þarfnast. Með þínu samþykki notum við einnig aðrar til að mæla ' +
        'heimsóknir og birta viðeigandi efni. Þú getur skipt um skoðun hvenær sem er.',
      policy: 'Persónuverndarstefna',
      accept: 'Samþykkja allt',
      reject: 'Hafna öllu',
      preferences: 'Stillingar',
      news: 'Nýtt eða breytt frá síðasta vali þínu:',
      ok: 'Í lagi',
    },
    preferences: {
      title: 'Persónuverndarstillingar',
      intro: 'Veldu hvað vefurinn má nota. Það sem þú hafnar verður áfram óvirkt.',
      save: 'Vista',
      close: 'Loka',
      alwaysOn: 'Alltaf virkt',
      services: { one: '{n} þjónusta', other: '{n} þjónustur' },
      service: 'Þjónusta',
      provider: 'Þjónustuaðili',
      country: 'Land',
      retention: 'Geymslutími',
      policy: 'Persónuverndarstefna',
      cookies: 'Vafrakökur',
      search: 'Leita að þjónustu',
      noMatch: 'Ekkert fannst.',
      new: 'Nýtt',
      legitimateInterest: 'Byggist á lögmætum hagsmunum nema þú andmælir.',
    },
    purposes: {
      necessary: { title: 'Nauðsynlegt', description: 'Lætur vefinn virka og heldur honum öruggum.' },
      preferences: { title: 'Kjörstillingar', description: 'Man val á borð við tungumál eða svæði.' },
      analytics: { title: 'Tölfræði', description: 'Telur heimsóknir svo að við getum bætt síðurnar.' },
      marketing: { title: 'Markaðssetning', description: 'Birtir efni og auglýsingar sem hæfa áhugasviði þínu.' },
    },
    signals: {
      dnt: 'Vafrinn þinn sendir Do Not Track („ekki rekja“).',
      gpc: 'Vafrinn þinn sendir Global Privacy Control.',
      honoured: 'Andmæli þín voru virt.',
      locked: 'Á meðan merkið er sent er slökkt á þessum rofum.',
      override: 'Ef þú kveikir á rofa gengur það framar merkinu á þessum vef.',
    },
    placeholder: {
      title: 'Efni frá {name}',
      body: 'Það er ekki sótt fyrr en þú leyfir það. Tilgangur: {purpose}.',
      once: 'Sækja einu sinni',
      always: 'Leyfa alltaf',
    },
    status: {
      accepted: 'Samþykkt. Þú getur breytt þessu hvenær sem er.',
      rejected: 'Hafnað. Þú getur breytt þessu hvenær sem er.',
      withdrawn: 'Samþykki afturkallað. Þú getur breytt þessu hvenær sem er.',
      saved: 'Vistað. Þú getur breytt þessu hvenær sem er.',
      changed: 'Val þitt hefur breyst. Endurhladdu þessa síðu svo að það gildi að fullu.',
      reload: 'Endurhlaða',
    },
    reopen: { label: 'Persónuverndarstillingar' },
  },
};

export default is;
